package what

import (
	"slices"
	"strings"

	"dateline/graph"
)

// envoyContacts returns the contact of "A sent E to B", unless an infinitive tells
// what E is to do there: then that verb gives it.
func (r *reading) envoyContacts(i int, v *verb, first []int) []*contact {
	object := r.Child(i, "dobj", "nsubjpass")
	if object < 0 || r.hasErrand(i) {
		return nil
	}
	envoys := r.envoys(r.parties(object, first), object)
	hosts := r.destination(i, append(slices.Clone(first), envoys...))
	if len(envoys) == 0 || len(hosts) == 0 {
		return nil
	}
	c := &contact{trigger: i, carrier: i, means: v.means, direction: outward, first: envoys, second: hosts, sender: -1, place: -1}
	if len(first) > 0 {
		c.sender = first[0]
	}
	return []*contact{c}
}

// envoys keeps those who can speak for their sender: people with a name, and
// diplomats by their role, not troops.
func (r *reading) envoys(members []int, phrase int) []int {
	var found []int
	for _, member := range members {
		if m := r.member(member); m.Kind == graph.KindPerson && !m.Nominal || m.Nominal && speaksFor[strings.TrimSuffix(r.Lower(phrase), "s")] {
			found = append(found, member)
		}
	}
	return found
}

// speaksFor are the nouns of those who are sent to talk.
var speaksFor = set(`envoy adviser advisor aide minister diplomat ambassador delegation representative official negotiator emissary
	secretary team counsel lawyer mediator messenger mission deputy director chief son daughter brother spokesman`)

// hasErrand reports whether a verb of sending says which contact its envoy is to
// make: "sent E to meet B".
func (r *reading) hasErrand(i int) bool {
	for _, child := range r.Children(i, "advcl", "xcomp", "acl") {
		if verbsOf[r.Lemma(child)] != nil || r.Child(child, "dobj") >= 0 && nounOf[r.Lemma(r.Child(child, "dobj"))] != nil {
			return true
		}
	}
	return false
}

// dispatchContacts returns the contact of "A's dispatch of E to B".
func (r *reading) dispatchContacts(i int, n *noun) []*contact {
	senders := r.owners(i)
	envoys := r.phrase(i, senders, "of")
	if objects := r.ObjectsOf(i, "of"); len(objects) > 0 {
		envoys = r.envoys(envoys, objects[0][0])
	}
	hosts := r.destination(i, append(slices.Clone(senders), envoys...))
	if len(envoys) == 0 || len(hosts) == 0 {
		return nil
	}
	c := &contact{trigger: i, carrier: r.VerbAbove(i), noun: n, means: n.means, direction: outward, first: envoys, second: hosts, sender: -1, place: -1}
	if len(senders) > 0 {
		c.sender = senders[0]
	}
	return []*contact{c}
}

// destination returns whom "to B" is about: a party, or the state of a place.
func (r *reading) destination(i int, exclude []int) []int {
	if hosts := r.phrase(i, exclude, "to"); len(hosts) > 0 {
		return hosts
	}
	for _, objects := range r.ObjectsOf(i, "to") {
		if state, ok := r.cast.StateOf(objects[0]); ok && !slices.Contains(exclude, state) {
			return []int{state}
		}
	}
	return nil
}

// senderOf returns who sent the subject of an infinitive: A in "A sent E to meet
// B"; -1 for others.
func (r *reading) senderOf(verb int) int {
	head := r.Head(verb)
	if dep := r.Dep(verb); head == verb || dep != "advcl" && dep != "xcomp" || r.Tag(verb) != "VB" {
		return -1
	}
	if !sending[r.Lemma(head)] || r.Child(head, "dobj", "nsubjpass") < 0 {
		return -1
	}
	for _, member := range r.partiesOf(r.doers(head), nil) {
		if r.member(member).Kind != graph.KindPlace {
			return member
		}
	}
	return -1
}

// sending are verbs by which one has another act for him.
var sending = set("send dispatch instruct order direct appoint task delegate authorize authorise")
