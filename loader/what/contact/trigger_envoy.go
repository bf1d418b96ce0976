package contact

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/what/evidence"
)

// envoyContacts returns the contact of "Lim sent Silva to Okoro", unless an infinitive
// says what Silva is to do there: then that verb is a trigger itself.
func envoyContacts(a *evidence.Article, i int, v *verb, first []int) []*draft {
	object := a.Child(i, "dobj", "nsubjpass")
	if object < 0 || errandOf(a, i) == errandNamed {
		return nil
	}
	envoys := representatives(a, a.Parties(object, first), object)
	hosts := destination(a, i, append(slices.Clone(first), envoys...))
	if len(envoys) == 0 || len(hosts) == 0 {
		return nil
	}
	c := &draft{trigger: i, carrier: i, means: v.Means, direction: outward, first: envoys, second: hosts, sender: -1, place: -1}
	switch {
	case len(first) > 0 && a.Member(first[0]).Kind != graph.KindPerson && !slices.ContainsFunc(envoys, a.IsNamed):
		c.first = first[:1] // "Chad sent a delegation": it is Chad that comes; one who sends an aide stays at home
	case len(first) > 0:
		c.sender = first[0]
	}
	return []*draft{c}
}

// representatives returns the members who can speak for their sender: people with a name
// and diplomats by their role, not troops.
func representatives(a *evidence.Article, members []int, phrase int) []int {
	var found []int
	for _, member := range members {
		if m := a.Member(member); m.Kind == graph.KindPerson && !m.Nominal || m.Nominal && evidence.Representatives[strings.TrimSuffix(a.Lower(phrase), "s")] {
			found = append(found, member)
		}
	}
	return found
}

// dispatchContacts returns the contact of "Lim's dispatch of Silva to Okoro".
func dispatchContacts(a *evidence.Article, i int, n *noun) []*draft {
	senders := possessorParties(a, a.Proposition(i))
	envoys := a.PartiesAfter(i, senders, "of")
	if objects := a.ObjectsOf(i, "of"); len(objects) > 0 {
		envoys = representatives(a, envoys, objects[0][0])
	}
	hosts := destination(a, i, append(slices.Clone(senders), envoys...))
	if len(envoys) == 0 || len(hosts) == 0 {
		return nil
	}
	c := &draft{trigger: i, carrier: a.VerbAbove(i), noun: n, means: n.Means, direction: outward, first: envoys, second: hosts, sender: -1, place: -1}
	if len(senders) > 0 {
		c.sender = senders[0]
	}
	return []*draft{c}
}

// envoysOn returns who is sent on an errand that a noun names, and who sends them: Silva
// and Lim for "talks" in "Lim sent Silva to Oslo for talks with Okoro".
func envoysOn(a *evidence.Article, errand, verb int) (envoys []int, sender int) {
	preposition := a.Head(errand)
	if !sending[a.Lemma(verb)] || a.Dep(errand) != "pobj" || !ofErrand[a.Lower(preposition)] {
		return nil, -1
	}
	object := a.Child(verb, "dobj", "nsubjpass")
	if object < 0 {
		return nil, -1
	}
	sender = -1
	if senders := a.PartiesOf(a.Subjects(verb), nil); len(senders) > 0 {
		sender = senders[0]
	}
	return evidence.Without(representatives(a, a.Parties(object, nil), object), []int{sender}), sender
}

// destination returns the party of "to Okoro", or the state of a place.
func destination(a *evidence.Article, i int, exclude []int) []int {
	if hosts := a.PartiesAfter(i, exclude, "to"); len(hosts) > 0 {
		return hosts
	}
	for _, objects := range a.ObjectsOf(i, "to") {
		if state, ok := a.StateOf(objects[0]); ok && !slices.Contains(exclude, state) {
			return []int{state}
		}
	}
	return nil
}

// senderOf returns who sent the subject of an infinitive, -1 for none: Lim for "meet" in
// "Lim sent Silva to meet Okoro".
func senderOf(a *evidence.Article, verb int) int {
	head := a.Head(verb)
	if dep := a.Dep(verb); head == verb || dep != "advcl" && dep != "xcomp" || a.Tag(verb) != "VB" {
		return -1
	}
	if !sending[a.Lemma(head)] || a.Child(head, "dobj", "nsubjpass") < 0 {
		return -1
	}
	for _, member := range a.PartiesOf(a.Subjects(head), nil) {
		if a.Member(member).Kind != graph.KindPlace {
			return member
		}
	}
	return -1
}
