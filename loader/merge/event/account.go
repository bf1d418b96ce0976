package event

import (
	"cmp"

	"dateline/graph"
)

// account is one report with what comparing needs.
type account struct {
	*graph.Report
	rules   *rules
	parties []party
	words   []string     // see quoteWords
	numbers []int        // of its words, see wordIndex
	width   int          // of its time, in days
	bodies  bool         // one of its parties is a state or a part of its government
	place   string       // the entity's ID
	at      graph.Entity // the place itself; nil for none
	by      graph.Date   // the day on which it was told; zero if unknown
	// comparedWith is the account whose cluster it joined; nil for a leader. Misdated is
	// set where that was done by joinMisdated.
	comparedWith *account
	misdated     bool
}

// undated is the width of an account without a time: wider than any span.
const undated = 1 << 30

func newAccount(r *graph.Report, entities map[string]graph.Entity) *account {
	a := &account{Report: r, rules: rulesByType[r.Type], width: undated}
	a.by = a.published()
	switch {
	case r.Time == nil:
	case r.Time.BoundOnly: // which dates nothing
		dateless := *r
		dateless.Time = nil
		a.Report, a.by = &dateless, r.Time.Latest()
	default:
		a.width = r.Time.EDTF.Days()
	}
	a.addParties(entities)
	return a
}

// addParties adds the parties and the place.
func (a *account) addParties(entities map[string]graph.Entity) {
	if place := entities[a.PlaceID]; place != nil {
		a.place, a.at = graph.ProfileOf(place).ID, place
	}
	for _, p := range a.Participants {
		if entities[p.EntityID] == nil {
			continue
		}
		made := newParty(p, entities)
		a.parties = append(a.parties, made)
		a.bodies = a.bodies || made.body
	}
}

// mostExactFirst orders accounts so that those with exact times, named parties, definite
// means and a day of publication become leaders, which vaguer ones then join.
func mostExactFirst(a, b *account) int {
	return cmp.Or(
		cmp.Compare(a.width, b.width),
		cmp.Compare(a.nominals(), b.nominals()),
		cmp.Compare(a.Means.Vagueness(), b.Means.Vagueness()),
		cmp.Compare(len(b.parties), len(a.parties)),
		compareBools(a.published().IsZero(), b.published().IsZero()),
		cmp.Compare(a.ID, b.ID),
	)
}

// compareBools orders false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// nominals counts the parties that are known by a role alone.
func (a *account) nominals() int {
	count := 0
	for _, p := range a.parties {
		if p.nominal {
			count++
		}
	}
	return count
}

// published returns the day on which the report's article was published; zero where
// that is not known.
func (a *account) published() graph.Date {
	if a.Article == nil {
		return graph.Date{}
	}
	return a.Article.Published
}

// moment returns the first day of a report's time, or its day of publication where it
// has no time.
func (a *account) moment() graph.Date {
	if a.Time != nil {
		return a.Time.Earliest()
	}
	return a.published()
}
