package contact

import (
	"slices"
	"strings"

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

// isVisitNoun reports whether a token is a noun of visits: "visit", "trip".
func isVisitNoun(a *evidence.Article, i int) bool {
	n := nounOf[a.Lemma(i)]
	return n != nil && a.IsNoun(i) && n.Means == graph.MeansVisit
}

// hostsAt returns the states, bodies and people that a phrase for the end of a journey
// stands for: "Oslo and Lima", "the country", "Okoro's house". Nobody receives
// compatriots.
func hostsAt(a *evidence.Article, phrase int, travellers []int) []int {
	var found []int
	for _, token := range a.Conjuncts(phrase) {
		hosts := a.Party(token, travellers)
		if len(hosts) == 0 {
			hosts = stateAt(a, token, travellers)
		}
		if owner := ownerOf(a, token); owner >= 0 {
			hosts = a.Parties(owner, travellers)
		}
		if len(hosts) != 1 || !a.ReceivesVisitors(hosts[0]) || slices.Contains(found, hosts[0]) {
			continue
		}
		if a.Member(hosts[0]).Kind == graph.KindPerson || !isHome(a, hosts[0], travellers) {
			found = append(found, hosts[0])
		}
	}
	return found
}

// stateAt returns the state that a place stands for: "Oslo", "the Omani capital", or
// "the country" for the state that was named last.
func stateAt(a *evidence.Article, token int, travellers []int) []int {
	if state, ok := a.StateOf(token); ok {
		return evidence.Without([]int{state}, travellers)
	}
	if !territories[a.Lemma(token)] || !a.HasChild(token, "the", "this", "that") {
		return nil
	}
	for _, child := range a.Children(token, "amod", "compound", "nmod") {
		if state, ok := a.StateOf(child); ok {
			return evidence.Without([]int{state}, travellers)
		}
	}
	return territoryBefore(a, token, travellers)
}

// territoryBefore returns the state that "the country" takes up: the last one before it
// that somebody visits, or else the last one at all, which is not the travellers' own.
func territoryBefore(a *evidence.Article, token int, travellers []int) []int {
	var last []int
	for t := token - 1; t >= max(0, token-maxTerritory) && a.Tokens[token].Sentence-a.Tokens[t].Sentence <= maxReach; t-- {
		state, ok := a.StateOf(t)
		if !ok || isHome(a, state, travellers) {
			continue
		}
		if isDestination(a, t) {
			return []int{state}
		}
		if last == nil {
			last = []int{state}
		}
	}
	return last
}

// isDestination reports whether a token is where a journey or visit leads.
func isDestination(a *evidence.Article, token int) bool {
	preposition := a.Head(token)
	if a.Dep(token) != "pobj" {
		return false
	}
	above := a.Head(preposition)
	return isVisitNoun(a, above) || slices.Contains(journeyVerbs[a.Lemma(above)], a.Lower(preposition))
}

// maxTerritory is how many tokens back "the country" may refer. A judgement.
const maxTerritory = 120

// isHome reports whether a state or body is the travellers' own.
func isHome(a *evidence.Article, host int, travellers []int) bool {
	country := a.Member(host).Country
	return slices.ContainsFunc(travellers, func(m int) bool {
		return m == host || country != "" && a.Member(m).Country == country || a.HoldsOfficeOf(m, host)
	})
}

// receives reports whether a state receives travellers who name no errand: they hold an
// office elsewhere, or come as a delegation.
func receives(a *evidence.Article, host int, travellers []int) bool {
	if a.Member(host).OrganizationKind != graph.OrganizationState {
		return false
	}
	return a.ReceivesOfficially(host, travellers) || slices.ContainsFunc(travellers, func(m int) bool { return isDelegation(a, m) })
}

// isDelegation reports whether a member is people who come for a body that is named: "a
// delegation from Chad".
func isDelegation(a *evidence.Article, member int) bool {
	m := a.Member(member)
	return m.Nominal && a.IsNamed(member) && slices.ContainsFunc(strings.Fields(strings.ToLower(m.Name)), func(word string) bool { return evidence.Delegations[word] })
}

// ownerOf returns whose premises a phrase names, -1 for others: Okoro of "Okoro's house".
func ownerOf(a *evidence.Article, token int) int {
	if !premises[a.Lemma(token)] {
		return -1
	}
	return a.Child(token, "poss")
}
