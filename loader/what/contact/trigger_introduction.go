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
