package what

import (
	"slices"

	"dateline/graph"
)

// journeys are verbs of going to a place, with the prepositions before it; none
// where the place is the object.
var journeys = map[string][]string{
	"fly": {"to", "into"}, "travel": {"to"}, "go": {"to"}, "come": {"to"}, "head": {"to"}, "journey": {"to"},
	"arrive": {"in", "at"}, "land": {"in"}, "visit": nil,
}

// journeyContacts returns the visit of "A flew to B for talks": a state receives
// somebody who comes for a contact that names no other side. Where it names one,
// that contact says it all.
func (r *reading) journeyContacts(i int) []*contact {
	if c := r.invitedVisit(i); c != nil {
		return []*contact{c}
	}
	prepositions, ok := journeys[r.Lemma(i)]
	if !ok || !r.isForContact(i) {
		return nil
	}
	travellers := r.partiesOf(r.doers(i), nil)
	if len(travellers) == 0 {
		return nil
	}
	destinations := r.ObjectsOf(i, prepositions...)
	if prepositions == nil {
		destinations = [][]int{r.Children(i, "dobj")}
	}
	for _, destination := range destinations {
		host, ok := r.hostAt(destination, travellers)
		if !ok {
			continue
		}
		return []*contact{{
			trigger: i, carrier: i, means: graph.MeansVisit, direction: outward,
			first: travellers, second: []int{host}, sender: r.senderOf(i), place: -1,
		}}
	}
	return nil
}

// invitedVisit returns the visit of "A will visit B at the invitation of C" or "at C's
// invitation": C receives A. Nil for others.
func (r *reading) invitedVisit(journey int) *contact {
	if _, ok := journeys[r.Lemma(journey)]; !ok {
		return nil
	}
	for _, objects := range r.ObjectsOf(journey, "at", "on") {
		if r.Lemma(objects[0]) != "invitation" {
			continue
		}
		first := r.partiesOf(r.doers(journey), nil)
		hosts := without(append(r.phrase(objects[0], first, "of", "from"), r.owners(objects[0])...), first)
		slices.Sort(hosts)
		if hosts = slices.Compact(hosts); len(first) > 0 && len(hosts) > 0 {
			return &contact{
				trigger: journey, carrier: journey, means: graph.MeansVisit, direction: outward,
				first: first, second: hosts, sender: -1, place: -1,
			}
		}
	}
	return nil
}

// isForContact reports whether the purpose of a journey is a contact that does not
// itself name who is met: "for talks on fish", "to meet officials".
func (r *reading) isForContact(journey int) bool {
	for _, objects := range r.ObjectsOf(journey, "for") {
		if n := nounOf[r.Lemma(objects[0])]; n != nil && r.IsNoun(objects[0]) && !r.isOtherSense(objects[0]) {
			return len(r.nounContacts(objects[0])) == 0
		}
	}
	for _, purpose := range r.Children(journey, "advcl", "xcomp") {
		if r.Tag(purpose) != "VB" || !r.HasChild(purpose, "to") {
			continue
		}
		for _, sense := range verbsOf[r.Lemma(purpose)] {
			if sense.direction == mutual && r.hasSense(purpose, sense) {
				return len(r.verbContacts(purpose)) == 0
			}
		}
	}
	return false
}

// hostAt returns the state or body that a destination stands for, unless a
// traveller is of it.
func (r *reading) hostAt(destination, travellers []int) (int, bool) {
	for _, token := range destination {
		hosts := r.party(token, travellers)
		if state, ok := r.cast.StateOf(token); ok && len(hosts) == 0 {
			hosts = []int{state}
		}
		if len(hosts) != 1 || !r.receivesVisitors(hosts[0]) || slices.Contains(travellers, hosts[0]) {
			continue
		}
		country := r.member(hosts[0]).Country
		atHome := func(m int) bool { return country != "" && r.member(m).Country == country }
		return hosts[0], !slices.ContainsFunc(travellers, atHome)
	}
	return -1, false
}
