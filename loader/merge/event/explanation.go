package event

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

// explanation is why a report is of one event with another, in words: the parties, means
// and times by which the two were compared. It is made by what compares accounts, so it
// cannot disagree with that. Reports with the same explanation share one.
type explanation struct {
	comparedWith *account
	parties      string // "Emmanuel Bonne and Russia"
	// both is what the two accounts say alike; first and other are what they say
	// differently, first the one compared with. All begin with a preposition or are empty.
	both, first, other string
	remark             string // what follows all that
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
		merges[i].Explanation = explanations[i].sentence(c.accounts[0].rules.verb, len(merges[i].ReportIDs))
	}
	return merges
}

// sentence returns the explanation as a sentence about so many reports.
func (e *explanation) sentence(verb string, reports int) string {
	all, other := "Both ", "the other "
	if reports > 2 {
		all, other = "All ", "the others "
	}
	facts := []string{all + verb + " " + e.parties}
	if e.both != "" {
		facts = append(facts, e.both)
	}
	if e.first != "" {
		facts = append(facts, "the first "+e.first)
	}
	if e.other != "" {
		facts = append(facts, other+e.other)
	}
	return strings.Join(facts, ", ") + e.remark + "."
}

// explain returns why an account is of one event with the one that it was compared with.
func explain(a *account, entities map[string]graph.Entity) explanation {
	why := explanation{comparedWith: a.comparedWith}
	var sides []string
	var matched []*party
	matchParties(a.comparedWith, a, func(p, q *party, how partyMatch) {
		matched = append(matched, p, q)
		if a.rules.isSide(graph.Participation{Role: p.role}) {
			sides = append(sides, pairPhrase(p, q, how, entities))
		}
	})
	why.parties = join(sides)
	a.rules.explain(&why, a.comparedWith, a, entities)
	addWord(&why.first, unmatchedPhrase(a.comparedWith, matched))
	addWord(&why.other, unmatchedPhrase(a, matched))
	if a.misdated {
		why.remark = ": days next to each other, which nothing else fits as well"
	}
	return why
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
			why = "for " + graph.ProfileOf(principal).Name + " as well"
		}
	case officeMatch:
		why = "the same office"
	default:
		why = "of the same state"
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

// unmatchedPhrase names the parties that only one account has.
func unmatchedPhrase(a *account, matched []*party) string {
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
	return "with " + join(others) + " as well"
}

// explainContact adds how, when and where two accounts say that a contact was.
func explainContact(e *explanation, a, b *account, entities map[string]graph.Entity) {
	e.add(meansPhrase(a), meansPhrase(b))
	if a.Time == nil && b.Time == nil {
		e.add(undatedPhrase(a, b), undatedPhrase(a, b))
	} else {
		e.add(datePhrase(a), datePhrase(b))
	}
	if place := entities[a.place]; place != nil && a.place == b.place {
		where := strings.TrimSpace(placePhrase(graph.ProfileOf(place), a.Quote))
		e.add(where, where)
	}
}

// explainStatement adds when both accounts say that a statement was made, and how many of
// its words they share.
func explainStatement(e *explanation, a, b *account, _ map[string]graph.Entity) {
	if a.Time != nil && b.Time != nil {
		e.add(datePhrase(a), datePhrase(b))
	}
	same, of := sharedWords(a, b)
	if same == of {
		e.remark = fmt.Sprintf(", and all %d different words of the shorter quote are in the longer one", of)
		return
	}
	e.remark = fmt.Sprintf(", and %d of the %d different words of the shorter quote are in the longer one", same, of)
}

// add adds what two accounts say about one thing.
func (e *explanation) add(first, other string) {
	if first != other {
		addWord(&e.first, first)
		addWord(&e.other, other)
		return
	}
	if e.both != "" {
		e.both += ", "
	}
	e.both += first
}

func addWord(text *string, word string) {
	if *text != "" && word != "" {
		*text += " "
	}
	*text += word
}

// meansPhrase says by what means an account puts a contact, and its status unless it took
// place.
func meansPhrase(a *account) string {
	noun := phrasings[a.Means].noun
	article, bare, found := strings.Cut(noun, " ")
	if !found {
		article, bare = "", noun
	}
	text := "in"
	addWord(&text, article)
	if !tookPlace(a.Status) {
		addWord(&text, strings.ToLower(string(a.Status)))
	}
	addWord(&text, bare)
	if a.Means == graph.MeansUnspecified {
		text += " by means not told"
	}
	return text
}

// datePhrase says when an account puts an event, or when its article was published.
func datePhrase(a *account) string {
	switch {
	case a.Time != nil:
		return timePhrase(a.Time.EDTF)
	case a.published().IsZero():
		return "not dated"
	}
	return "not dated (article of " + day(a.published()) + ")"
}

// undatedPhrase says when the articles of two accounts without a time were published.
func undatedPhrase(a, b *account) string {
	x, y := a.published(), b.published()
	if x.Compare(y) > 0 {
		x, y = y, x
	}
	switch {
	case x.IsZero():
		return "not dated"
	case x == y:
		return "not dated (articles of " + day(x) + ")"
	}
	return "not dated (articles of " + daysPhrase(x, y) + ")"
}
