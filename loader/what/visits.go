package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// isOfficialVisit reports whether a visit to a state is one that the state receives:
// its visitor holds an office of another.
func (r *reading) isOfficialVisit(verb, object int) bool {
	hosts := r.party(object, nil)
	return len(hosts) == 1 && r.receivesOfficially(hosts[0], r.partiesOf(r.doers(verb), nil))
}

// receivesOfficially reports whether a host is a state, and one of its visitors holds
// an office of another, or a high office of none that is told.
func (r *reading) receivesOfficially(host int, visitors []int) bool {
	h := r.member(host)
	if h.OrganizationKind != graph.OrganizationState {
		return false
	}
	return slices.ContainsFunc(visitors, func(visitor int) bool {
		m := r.member(visitor)
		if m.Kind != graph.KindPerson || m.Country == h.Country && h.Country != "" {
			return m.Nominal && m.Country != "" && m.Country != h.Country
		}
		return (len(m.Positions) > 0 || m.Nominal) && m.Country != "" || r.isHigh(visitor)
	})
}

// isHigh reports whether a member holds an office in which one is received by states.
func (r *reading) isHigh(member int) bool {
	m := r.member(member)
	titles := []string{}
	for _, position := range m.Positions {
		titles = append(titles, position.Title)
	}
	if m.Nominal {
		titles = append(titles, m.Name)
	}
	for _, title := range titles {
		for _, word := range words(strings.ToLower(title)) {
			if highOffices[word] {
				return true
			}
		}
	}
	return false
}

// highOffices are nouns of those whom states receive.
var highOffices = set(`president minister premier chancellor king queen prince princess pope leader ambassador envoy senator
	congressman lawmaker governor emir sultan emperor diplomat delegation negotiator secretary commissioner`)

// isReceiver reports whether a visit to whom a phrase names is one to people or to a
// body of a state.
func (r *reading) isReceiver(token int) bool {
	if token > 0 && r.Lower(token-1) == "the" && r.Tag(token) == "NNP" && r.personAt(token) >= 0 {
		return false // "visited the Louvre", taken for a person
	}
	for _, member := range r.party(token, nil) {
		m := r.member(member)
		if m.Kind == graph.KindPerson || m.OrganizationKind == graph.OrganizationGovernment {
			return true
		}
		if m.Nominal && delegations[r.Lemma(token)] {
			return true
		}
		if m.Kind == graph.KindOrganization && grammar.BodyNouns[lastWord(m.Name)] {
			return true
		}
	}
	return r.Tag(token) == "NNS" && r.isPersonal(token)
}

// placeVisit takes a seat of government that stands beside a person as what was
// visited for the place of the visit: "visited A and the Kremlin". The person is who
// received, the seat is where; that of another country is a party of its own.
func (r *reading) placeVisit(c *contact, group []int) {
	for _, phrase := range group {
		for _, token := range r.Conjuncts(phrase) {
			m, ok := r.cast.At(token)
			if !ok || r.member(m.Member).OrganizationKind != graph.OrganizationGovernment || !r.isWithCompatriot(m.Member, c.second) {
				continue
			}
			if place, ok := r.cast.Location(token); ok {
				c.second, c.place = without(c.second, []int{m.Member}), place
			}
		}
	}
}

// isWithCompatriot reports whether a person is among parties who is of no other country
// than a body.
func (r *reading) isWithCompatriot(body int, parties []int) bool {
	return slices.Contains(parties, body) && slices.ContainsFunc(parties, func(member int) bool {
		m := r.member(member)
		return m.Kind == graph.KindPerson && (m.Country == "" || m.Country == r.member(body).Country)
	})
}
