package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/what/evidence"
)

// journeyContacts returns the visit of "Lim flew to Chad": whoever holds an office
// elsewhere is received by a state, and so is anybody who comes for a contact that names
// no other side, or on invitation. If the journey is for a contact that names one, that
// says it all.
func journeyContacts(a *evidence.Article, i int) []*draft {
	if _, ok := journeyVerbs[a.Lemma(i)]; !ok {
		return nil
	}
	travellers := a.PartiesOf(a.Subjects(i), nil)
	if len(travellers) == 0 {
		return nil
	}
	errand := errandOf(a, i)
	hosts := invitersTo(a, i, travellers)
	if len(hosts) == 0 && errand != errandNamed && errand != errandPrivate {
		hosts = hostsOf(a, i, travellers, errand == errandOpen)
	}
	if len(hosts) == 0 {
		return nil
	}
	return []*draft{{
		trigger: i, carrier: i, means: graph.MeansVisit, direction: outward,
		first: travellers, second: hosts, sender: senderOf(a, i), place: -1,
	}}
}

// hostsOf returns who receives the travellers at the end of a journey: states, and with
// an errand bodies of theirs too.
func hostsOf(a *evidence.Article, journey int, travellers []int, onErrand bool) []int {
	if staying[a.Lemma(journey)] && !onErrand || a.HasChild(journey, "home") {
		return nil
	}
	prepositions := journeyVerbs[a.Lemma(journey)]
	destinations := a.ObjectsOf(journey, prepositions...)
	if len(prepositions) == 0 {
		destinations = [][]int{a.Children(journey, "dobj")}
	}
	var found []int
	for _, destination := range destinations {
		for _, token := range destination {
			for _, host := range hostsAt(a, token, travellers) {
				if !slices.Contains(found, host) && (onErrand || ownerOf(a, token) >= 0 || receives(a, host, travellers)) {
					found = append(found, host)
				}
			}
		}
	}
	return found
}

// invitersTo returns on whose invitation a journey is: Okoro for "visit" in "Lim will
// visit Chad at the invitation of Okoro".
func invitersTo(a *evidence.Article, journey int, travellers []int) []int {
	groups := a.ObjectsOf(journey, "at", "on")
	for _, objects := range a.ObjectsOf(journey, "on", "for") {
		if isVisitNoun(a, objects[0]) {
			groups = append(groups, a.ObjectsOf(objects[0], "at", "on")...)
		}
	}
	for _, objects := range groups {
		if !atInvitation[a.Lemma(objects[0])] {
			continue
		}
		hosts := evidence.Without(append(a.PartiesAfter(objects[0], travellers, "of", "from"), possessorParties(a, a.Proposition(objects[0]))...), travellers)
		slices.Sort(hosts)
		if hosts = slices.Compact(hosts); len(hosts) > 0 {
			return hosts
		}
	}
	return nil
}

// errand is what a journey is for.
type errand int

const (
	errandNone    errand = iota
	errandOpen           // a contact that does not name the other side: "for talks on fish"
	errandNamed          // one that does: "for talks with Okoro"
	errandPrivate        // none that anybody receives one for: "for a holiday"
)

// errandOf returns what a journey, or a visit that a noun names, is for.
func errandOf(a *evidence.Article, journey int) errand {
	for _, objects := range a.ObjectsOf(journey, "for", "on") {
		if privateErrands[a.Lemma(objects[0])] {
			return errandPrivate
		}
		n := nounOf[a.Lemma(objects[0])]
		if n == nil || !a.IsNoun(objects[0]) || isOtherSense(a, objects[0]) {
			continue
		}
		if len(nounContacts(a, objects[0])) > 0 {
			return errandNamed
		}
		if n.Means == graph.MeansVisit && errandOf(a, objects[0]) == errandNamed {
			return errandNamed // "on a visit for talks with Okoro"
		}
		if a.Lower(a.Head(objects[0])) == "for" || n.Means == graph.MeansVisit {
			return errandOpen
		}
	}
	for _, purpose := range a.Children(journey, "advcl", "xcomp") {
		if a.Tag(purpose) != "VB" || !a.HasChild(purpose, "to") {
			continue
		}
		if errand := errandOfPurpose(a, purpose); errand != errandNone {
			return errand
		}
	}
	return errandNone
}

// errandOfPurpose returns what an infinitive of purpose makes of a journey: "to meet
// officials", "to hold talks".
func errandOfPurpose(a *evidence.Article, purpose int) errand {
	if len(verbContacts(a, purpose)) > 0 {
		return errandNamed
	}
	for _, object := range a.Children(purpose, "dobj") {
		if len(nounContacts(a, object)) > 0 {
			return errandNamed
		}
	}
	for _, sense := range verbsOf[a.Lemma(purpose)] {
		if sense.Direction == mutual && hasSense(a, purpose, sense) {
			return errandOpen
		}
	}
	return errandNone
}
