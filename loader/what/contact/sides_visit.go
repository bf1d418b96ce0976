package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// isOfficialVisit reports whether a visit to a state is one that the state receives: the
// visitor holds an office of another.
func isOfficialVisit(a *evidence.Article, verb, object int) bool {
	hosts := a.Party(object, nil)
	return len(hosts) == 1 && a.ReceivesOfficially(hosts[0], a.PartiesOf(a.Subjects(verb), nil))
}

// isReceiver reports whether a phrase is of people or a body of a state, who receive
// visitors.
func isReceiver(a *evidence.Article, token int) bool {
	if token > 0 && a.Lower(token-1) == "the" && a.Tag(token) == "NNP" && a.PersonAt(token) >= 0 {
		return false // "visited the Louvre", taken for a person
	}
	for _, member := range a.Party(token, nil) {
		m := a.Member(member)
		if m.Kind == graph.KindPerson || m.OrganizationKind == graph.OrganizationGovernment {
			return true
		}
		if m.Nominal && evidence.Delegations[a.Lemma(token)] {
			return true
		}
		if m.Kind == graph.KindOrganization && grammar.BodyNouns[evidence.LastWord(m.Name)] {
			return true
		}
	}
	return a.Tag(token) == "NNS" && a.IsPersonal(token)
}

// isReceived reports whether a visit that a noun tells of is to somebody, not to a
// country as a traveller sees it.
func isReceived(a *evidence.Article, c *draft) bool {
	return slices.ContainsFunc(c.second, func(host int) bool {
		return a.Member(host).OrganizationKind != graph.OrganizationState || a.ReceivesOfficially(host, c.first) || slices.ContainsFunc(c.first, func(m int) bool {
			return a.Member(m).Kind == graph.KindOrganization
		})
	})
}

// placeVisit makes a seat of government the place of a visit if a person of that country
// is visited too: in "visited Lim and the Kremlin" Lim is the party and the Kremlin the
// place.
func placeVisit(a *evidence.Article, c *draft, group []int) {
	for _, phrase := range group {
		for _, token := range a.Conjuncts(phrase) {
			m, ok := a.MentionAt(token)
			if !ok || a.Member(m.Member).OrganizationKind != graph.OrganizationGovernment || !a.IsWithCompatriot(m.Member, c.second) {
				continue
			}
			if place, ok := a.Location(token); ok {
				c.second, c.place = evidence.Without(c.second, []int{m.Member}), place
			}
		}
	}
}
