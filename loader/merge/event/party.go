package event

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// party is a participant as comparing sees it. IDs are those of entities.
type party struct {
	id, principal string // principal is whom the party acts for
	role          graph.Role
	country       string // the principal's, or else the party's own
	body          bool   // a state or a part of its government
	state         bool   // a state as a whole
	nominal       bool   // known by a role alone
	entity        graph.Entity
}

func newParty(p graph.Participation, entities map[string]graph.Entity) party {
	entity := entities[p.EntityID]
	profile := graph.ProfileOf(entity)
	made := party{id: profile.ID, role: p.Role, country: profile.Country, body: isBody(entity), state: isState(entity), nominal: profile.Nominal, entity: entity}
	if behalf := entities[p.OnBehalfOfID]; behalf != nil {
		made.principal = graph.ProfileOf(behalf).ID
		made.country = cmp.Or(graph.ProfileOf(behalf).Country, made.country)
	}
	return made
}

func isState(e graph.Entity) bool {
	organization, ok := e.(*graph.Organization)
	return ok && organization.Kind == graph.OrganizationState
}

func isBody(e graph.Entity) bool {
	organization, ok := e.(*graph.Organization)
	return ok && (organization.Kind == graph.OrganizationState || organization.Kind == graph.OrganizationGovernment)
}

// Affected reports whether events that name an entity may differ once it has changed
// from one state to another.
func Affected(from, to graph.Entity) bool {
	p, q := graph.ProfileOf(from), graph.ProfileOf(to)
	return p.ID != q.ID || p.Name != q.Name || p.Country != q.Country || isBody(from) != isBody(to) || isState(from) != isState(to) ||
		!slices.Equal(titles(from), titles(to))
}

// titles returns the titles of a person's positions, sorted.
func titles(e graph.Entity) []string {
	var list []string
	if person, ok := e.(*graph.Person); ok {
		for _, position := range person.Positions {
			list = append(list, position.Title)
		}
	}
	slices.Sort(list)
	return list
}

// partyMatch is how well a party of one account fits a party of another, the better the
// higher.
type partyMatch int

const (
	noMatch       partyMatch = iota
	officialMatch            // a state or its government, and one of its people
	officeMatch              // the holder of an office, and the office alone
	envoyMatch               // envoys of one principal or state, one of them not named
	sameMatch                // the same entity
)

func compareParties(p, q party) partyMatch {
	sameCountry := p.country != "" && p.country == q.country
	switch {
	case p.id == q.id:
		return sameMatch
	case p.principal != "" && p.principal == q.principal && (p.nominal || q.nominal):
		return envoyMatch
	case sameCountry && (p.nominal && q.principal != "" || q.nominal && p.principal != ""):
		return envoyMatch
	case sameCountry && sameOffice(p, q):
		return officeMatch
	case sameCountry && (p.body || q.body):
		return officialMatch
	}
	return noMatch
}
