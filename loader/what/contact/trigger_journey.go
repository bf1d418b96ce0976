package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/what/evidence"
)

// journeyContacts returns the visit of "Lim flew to Chad for talks": a state receives
// somebody who comes for a contact that names no other side. If it names one, that
// contact says it all.
func journeyContacts(a *evidence.Article, i int) []*draft {
	if c := invitedVisit(a, i); c != nil {
		return []*draft{c}
	}
	prepositions, ok := journeyVerbs[a.Lemma(i)]
	if !ok || !isForContact(a, i) {
		return nil
	}
	travellers := a.PartiesOf(a.Subjects(i), nil)
	if len(travellers) == 0 {
		return nil
	}
	destinations := a.ObjectsOf(i, prepositions...)
	if len(prepositions) == 0 {
		destinations = [][]int{a.Children(i, "dobj")}
	}
	for _, destination := range destinations {
		host, ok := hostAt(a, destination, travellers)
		if !ok {
			continue
		}
		return []*draft{{
			trigger: i, carrier: i, means: graph.MeansVisit, direction: outward,
			first: travellers, second: []int{host}, sender: senderOf(a, i), place: -1,
		}}
	}
	return nil
}

// invitedVisit returns the visit of "Lim will visit Chad at the invitation of Okoro":
// Okoro receives Lim. Nil for other journeys.
func invitedVisit(a *evidence.Article, journey int) *draft {
	if _, ok := journeyVerbs[a.Lemma(journey)]; !ok {
		return nil
	}
	for _, objects := range a.ObjectsOf(journey, "at", "on") {
		if !atInvitation[a.Lemma(objects[0])] {
			continue
		}
		first := a.PartiesOf(a.Subjects(journey), nil)
		hosts := evidence.Without(append(a.PartiesAfter(objects[0], first, "of", "from"), possessorParties(a, a.Proposition(objects[0]))...), first)
		slices.Sort(hosts)
		if hosts = slices.Compact(hosts); len(first) > 0 && len(hosts) > 0 {
			return &draft{
				trigger: journey, carrier: journey, means: graph.MeansVisit, direction: outward,
				first: first, second: hosts, sender: -1, place: -1,
			}
		}
	}
	return nil
}

// isForContact reports whether the purpose of a journey is a contact that does not name
// the other side itself: "for talks on fish", "to meet officials".
func isForContact(a *evidence.Article, journey int) bool {
	for _, objects := range a.ObjectsOf(journey, "for") {
		if n := nounOf[a.Lemma(objects[0])]; n != nil && a.IsNoun(objects[0]) && !isOtherSense(a, objects[0]) {
			return len(nounContacts(a, objects[0])) == 0
		}
	}
	for _, purpose := range a.Children(journey, "advcl", "xcomp") {
		if a.Tag(purpose) != "VB" || !a.HasChild(purpose, "to") {
			continue
		}
		for _, sense := range verbsOf[a.Lemma(purpose)] {
			if sense.Direction == mutual && hasSense(a, purpose, sense) {
				return len(verbContacts(a, purpose)) == 0
			}
		}
	}
	return false
}

// hostAt returns the state or body that a destination stands for, unless a traveller is
// of that country.
func hostAt(a *evidence.Article, destination, travellers []int) (int, bool) {
	for _, token := range destination {
		hosts := a.Party(token, travellers)
		if state, ok := a.StateOf(token); ok && len(hosts) == 0 {
			hosts = []int{state}
		}
		if len(hosts) != 1 || !a.ReceivesVisitors(hosts[0]) || slices.Contains(travellers, hosts[0]) {
			continue
		}
		country := a.Member(hosts[0]).Country
		atHome := func(m int) bool { return country != "" && a.Member(m).Country == country }
		return hosts[0], !slices.ContainsFunc(travellers, atHome)
	}
	return -1, false
}
