package event

import (
	"slices"

	"dateline/graph"
)

// explanation is why a report is of one event with another: what the two were compared by,
// in words. It is filled by what compares accounts, so it cannot disagree with that.
// Reports with the same explanation share one.
type explanation struct {
	comparedWith *account
	parties      string // "Emmanuel Bonne and Russia"
	first, other view   // how each describes the contact, the one compared with first
	place        string // of both: "in Porto"
	published    string // of both where neither has a time: "articles of 10 and 14 May 2024"
	words        string // how many words two quotes share
	// alsoFirst and alsoOther are the parties that only one of the two names.
	alsoFirst, alsoOther string
	misdated             bool
}

// merges explains why each report but the leader's belongs to the cluster. Entities are
// by their own IDs.
func (c *cluster) merges(entities map[string]graph.Entity) []graph.Merge {
	var merges []graph.Merge
	var explanations []explanation
	indices := map[explanation]int{}
	for _, a := range c.accounts {
		if a.comparedWith == nil {
			continue
		}
		why := explain(a, entities)
		at, known := indices[why]
		if !known {
			at = len(merges)
			indices[why] = at
			explanations = append(explanations, why)
			merges = append(merges, graph.Merge{ReportIDs: []string{a.comparedWith.ID}})
		}
		merges[at].ReportIDs = append(merges[at].ReportIDs, a.ID)
	}
	for i := range merges {
		all := subjects{all: "both", none: "neither", other: "the other"}
		if len(merges[i].ReportIDs) > 2 {
			all = subjects{all: "all", none: "none", other: "the others", plural: true}
		}
		merges[i].Explanation = explanations[i].sentences(c.accounts[0].rules, all)
	}
	return merges
}

// explain returns why an account is of one event with the one that it was compared with.
func explain(a *account, entities map[string]graph.Entity) explanation {
	why := explanation{comparedWith: a.comparedWith, misdated: a.misdated}
	var sides []string
	var matched []*party
	matchParties(a.comparedWith, a, func(p, q *party, how partyMatch) {
		matched = append(matched, p, q)
		if a.rules.isSide(graph.Participation{Role: p.role}) {
			sides = append(sides, pairPhrase(p, q, how, entities))
		}
	})
	why.parties = join(sides)
	why.alsoFirst, why.alsoOther = unmatched(a.comparedWith, matched), unmatched(a, matched)
	a.rules.compare(&why, a.comparedWith, a, entities)
	return why
}

// subjects are what sentences call the reports that they are about.
type subjects struct {
	all, none, other string // "both", "neither", "the other"
	plural           bool   // there are several others
}

// verb returns the form of a verb that agrees with the others.
func (s subjects) verb(singular, plural string) string {
	if s.plural {
		return plural
	}
	return singular
}

func (e *explanation) sentences(rules *rules, of subjects) string {
	text := fullStop(capital(rules.explain(e, of)))
	if e.alsoFirst != "" {
		text += fullStop(" The first also names " + e.alsoFirst)
	}
	if e.alsoOther != "" {
		text += fullStop(" " + capital(of.other) + " also " + of.verb("names", "name") + " " + e.alsoOther)
	}
	if e.misdated {
		text += " The days are consecutive, and neither report fits another event."
	}
	return text
}

// pairPhrase names two parties that match: a person rather than a role or a state, with
// what the other account has instead and why they match.
func pairPhrase(p, q *party, how partyMatch, entities map[string]graph.Entity) string {
	if p.nominal && !q.nominal || p.body && !q.body {
		p, q = q, p
	}
	var why string
	switch how {
	case sameMatch:
		return nameOf(p)
	case envoyMatch:
		why = "an envoy of the same state"
		if principal := entities[p.principal]; principal != nil && p.principal == q.principal {
			why = "also acting for " + graph.ProfileOf(principal).Name
		}
	case officeMatch:
		why = "the same office"
	default:
		why = "of the same state"
		if q.state {
			why = "the same state"
		}
	}
	return nameOf(p) + " (elsewhere " + nameOf(q) + ", " + why + ")"
}

// nameOf returns a party's name, or its role in quotation marks where it has no name.
func nameOf(p *party) string {
	if p.nominal {
		return "“" + graph.ProfileOf(p.entity).Name + "”"
	}
	return graph.ProfileOf(p.entity).Name
}

// mostNamed is how many of the parties that only one account has are named.
const mostNamed = 3

// unmatched names the parties that only one account has.
func unmatched(a *account, matched []*party) string {
	var others []string
	for i := range a.parties {
		if !slices.Contains(matched, &a.parties[i]) {
			others = append(others, nameOf(&a.parties[i]))
		}
	}
	switch {
	case len(others) == 0:
		return ""
	case len(others) > mostNamed:
		others = append(others[:mostNamed], "others")
	}
	return join(others)
}
