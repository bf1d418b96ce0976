package main

import (
	"strings"

	"dateline/bench/contactgold"
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/contact"
	"dateline/loader/what/dating"
	"dateline/loader/what/evidence"
)

// unfound returns a contact that was not found as it would have been if the word of its
// quote that most likely tells of it had been a trigger; false if there is none.
func unfound(a *contactgold.Article, m *contactgold.Matcher, i int) (contact.Undated, bool) {
	g, places := &a.Contacts[i], m.Places(i)
	if len(places) == 0 {
		return contact.Undated{}, false
	}
	trigger, ok := triggerIn(a.Evidence, places[0], graph.Means(g.Means))
	o := dating.Occasion{Trigger: trigger, Means: graph.Means(g.Means), Status: graph.Status(g.Status)}
	return contact.Undated{Occasion: o, IsOpen: true}, ok
}

var (
	contactVerbs = lexicon.ContactVerbs()
	contactNouns = lexicon.ContactNouns()
)

// triggerIn returns the first word in a place that can tell of a contact of this means,
// else of any.
func triggerIn(a *evidence.Article, place contactgold.Place, means graph.Means) (evidence.Trigger, bool) {
	best := evidence.Trigger{Token: -1}
	for i, t := range a.Tokens {
		if t.Start < place.Start || t.Start >= place.End {
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
