package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// introductions returns the meeting of "Lim introduced Silva to Okoro", with Lim as
// mediator; of "Lim introduced himself to Okoro" that of Lim and Okoro.
func introductions(a *evidence.Article, verb int) []*draft {
	objects := a.Children(verb, "dobj")
	if grammar.IsPassive(a.Parse, verb) {
		objects = a.Children(verb, "nsubjpass")
	}
	to := slices.Concat(a.ObjectsOf(verb, "to")...)
	if len(objects) != 1 || len(to) == 0 || !a.IsPersonal(objects[0]) || !a.IsPersonal(to[0]) {
		return nil
	}
	introducers := a.PartiesOf(a.Subjects(verb), nil)
	first := a.PartiesOf(objects, nil)
	second := slices.DeleteFunc(a.PartiesOf(to, first), a.IsGeneric)
	if len(first) == 0 || len(second) == 0 {
		return nil
	}
	c := &draft{trigger: verb, carrier: verb, means: graph.MeansMeeting, direction: mutual, first: first, second: second, sender: -1, place: -1}
	c.mediators = evidence.Without(introducers, c.all())
	return []*draft{c}
}

// broughtTogether returns the contact of those whom somebody brings together or mediates
// between: "Lim brought Silva and Okoro together", "Lim mediated between Silva and Okoro".
// Nil if there is none.
func broughtTogether(a *evidence.Article, verb int) *draft {
	var parties []int
	means := graph.MeansMeeting
	switch {
	case comprising[a.Lemma(verb)] && (a.HasChild(verb, "together") || isTogetherAfter(a, verb)):
		parties = a.PartiesOf(a.Children(verb, "dobj", "nsubjpass"), nil)
	case mediating[a.Lemma(verb)] && a.Child(verb, "dobj", "nsubjpass") < 0:
		parties, means = a.PartiesAfter(verb, nil, "between"), graph.MeansTalks
	}
	if len(parties) < 2 {
		return nil
	}
	subjects := a.Subjects(verb)
	if grammar.IsPassive(a.Parse, verb) {
		subjects = grammar.Agents(a.Parse, verb)
	}
	mediators := evidence.Without(a.PartiesOf(subjects, parties), parties)
	if len(mediators) == 0 {
		return nil // an event brought them together, and is a trigger itself
	}
	return &draft{trigger: verb, carrier: verb, means: means, direction: mutual, first: parties, mediators: mediators, sender: -1, place: -1}
}

// isTogetherAfter reports whether "together" follows the objects of a verb, though the parser
// hung it on what comes next: "brought Silva and Okoro together in Oslo".
func isTogetherAfter(a *evidence.Article, verb int) bool {
	object := a.Child(verb, "dobj")
	if object < 0 {
		return false
	}
	_, end := a.Subtree(object)
	return end < len(a.Tokens) && a.Lower(end) == "together"
}
