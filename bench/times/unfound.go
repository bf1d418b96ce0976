package main

import (
	"encoding/json"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/contact"
	"dateline/loader/what/dating"
	"dateline/loader/what/evidence"
)

// oneOrMore is a value, or several of which each is right; the first one counts.
type oneOrMore string

func (o *oneOrMore) UnmarshalJSON(data []byte) error {
	var several []string
	if err := json.Unmarshal(data, &several); err == nil && len(several) > 0 {
		*o = oneOrMore(several[0])
		return nil
	}
	return json.Unmarshal(data, (*string)(o))
}

// unfound returns the contacts of the gold that were not found, as they would have been
// if the word of the quote that most likely tells of each had been a trigger.
func (m *matcher) unfound(isFound map[*goldContact]bool) (all []contact.Undated, of []*goldContact) {
	for i := range m.gold {
		g := &m.gold[i]
		if isFound[g] || len(m.places[i]) == 0 {
			continue
		}
		if trigger, ok := triggerIn(m.article, m.places[i][0], graph.Means(g.Means)); ok {
			o := dating.Occasion{Trigger: trigger, Means: graph.Means(g.Means), Status: graph.Status(g.Status)}
			all, of = append(all, contact.Undated{Occasion: o, IsOpen: true}), append(of, g)
		}
	}
	return all, of
}

var (
	contactVerbs = lexicon.ContactVerbs()
	contactNouns = lexicon.ContactNouns()
)

// triggerIn returns the first word in a place that can tell of a contact of this means,
// else of any.
func triggerIn(a *evidence.Article, place [2]int, means graph.Means) (evidence.Trigger, bool) {
	best := evidence.Trigger{Token: -1}
	for i, t := range a.Tokens {
		if t.Start < place[0] || t.Start >= place[1] {
			continue
		}
		trigger := evidence.Trigger{Token: i, Carrier: i}
		var fits bool
		lemma := strings.ToLower(a.Lemma(i))
		switch {
		case a.IsVerb(i) && len(contactVerbs[lemma]) > 0:
			fits = contactVerbs[lemma][0].Means == means
		case a.IsNoun(i) && contactNouns[lemma] != nil:
			trigger.IsNoun, trigger.Carrier = true, grammar.CarrierOf(a.Parse, i)
			fits = contactNouns[lemma].Means == means
		default:
			continue
		}
		if fits {
			return trigger, true
		}
		if best.Token < 0 {
			best = trigger
		}
	}
	return best, best.Token >= 0
}
