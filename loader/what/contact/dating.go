package contact

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/dating"
	"dateline/loader/what/evidence"
)

// dateByContext chooses a time for each contact that rules leave without one, by the times
// that rules give to the others. What it places wholly after publication is planned.
func dateByContext(a *evidence.Article, drafts []*draft) {
	var chronicle *dating.Chronicle
	chosen, probabilities := make([]*graph.TimeSpan, len(drafts)), make([]float64, len(drafts))
	for i, c := range drafts {
		if c.time != nil || c.unplaced || c.noPlan || c.inferred && c.another || isRestored(a, c) {
			continue
		}
		if chronicle == nil {
			chronicle = dating.Read(a)
		}
		chosen[i], probabilities[i] = chronicle.Choose(occasionAt(drafts, i))
	}
	for i, c := range drafts {
		if chosen[i] == nil || !c.told.IsZero() && chosen[i].EDTF == graph.EDTFDay(c.told) || isPastPlan(a, c, chosen[i]) {
			continue
		}
		c.time, c.dated = chosen[i], probabilities[i]
		if modeOf(c.status) == graph.StatusAsserted && isFuture(a, c.time) && !grammar.IsPast(a.Parse, c.carrier) {
			c.status = graph.StatusPlanned
		}
	}
}

// isRestored reports whether a contact is said to have begun anew by now, which tells no day:
// "have resumed talks".
func isRestored(a *evidence.Article, c *draft) bool {
	isPerfect := func(verb int) bool {
		return verb >= 0 && restoring[a.Lemma(verb)] && a.Tag(verb) == "VBN" && a.HasChild(verb, "have", "has", "'ve", "’ve")
	}
	return isPerfect(c.carrier) || isPerfect(a.VerbAbove(c.trigger))
}

// isPastPlan reports whether a time would date a plan on a day that is over: it is rather
// the day on which the plan was told.
func isPastPlan(a *evidence.Article, c *draft, t *graph.TimeSpan) bool {
	return modeOf(c.status) == graph.StatusPlanned && !a.Published.IsZero() && t.Latest().Before(a.Published)
}

// occasionAt returns what the time of a contact is chosen by.
func occasionAt(drafts []*draft, i int) dating.Occasion {
	c := drafts[i]
	o := dating.Occasion{Trigger: c.asTrigger(), Means: c.means, Status: c.status}
	parties := c.all()
	for j := max(0, i-maxTwins); j < min(len(drafts), i+maxTwins); j++ {
		if j != i && drafts[j].time != nil && modeOf(drafts[j].status) == modeOf(c.status) && len(evidence.Without(parties, drafts[j].all())) <= len(parties)-2 {
			o.Others = append(o.Others, drafts[j].time)
		}
	}
	return o
}

// Undated is a contact as its time is chosen: for bench/times, which learns how.
type Undated struct {
	dating.Occasion
	Parties []int           // members
	Time    *graph.TimeSpan // what rules say, nil for nothing
	IsOpen  bool            // its time is named, but cannot be placed
}

// Occasions returns the contacts of an article before times are chosen for them.
func Occasions(a *evidence.Article) []Undated {
	drafts := found(a)
	all := make([]Undated, len(drafts))
	for i, c := range drafts {
		all[i] = Undated{occasionAt(drafts, i), c.all(), c.time, c.unplaced}
	}
	return all
}
