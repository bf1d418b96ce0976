package sqlite

import (
	"iter"
	"maps"

	"dateline/graph"
)

// loadEntities reads entities by their IDs, with the organizations of positions.
// Those that do not exist are left out.
func (r *reader) loadEntities(ids iter.Seq[string]) (map[string]graph.Entity, error) {
	entities := make(map[string]graph.Entity)
	unknown := make(map[string]bool)
	for id := range ids {
		if e, ok := r.cache.entities.get(id); ok {
			entities[id] = e
			continue
		}
		unknown[id] = true
	}
	var people []*graph.Person
	var fresh []graph.Entity
	err := r.eachOf(selectEntities, maps.Keys(unknown), func(r *row) error {
		e := readEntity(r)
		if r.err != nil {
			return r.err
		}
		entities[e.NodeID()] = e
		fresh = append(fresh, e)
		if person, ok := e.(*graph.Person); ok && len(person.Positions) > 0 {
			people = append(people, person)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := r.fillPositions(people); err != nil {
		return nil, err
	}
	for _, e := range fresh {
		r.cache.entities.keep(e.NodeID(), e)
	}
	return entities, nil
}

// fillPositions points positions to what became of their organizations since
// merging wrote them.
func (r *reader) fillPositions(people []*graph.Person) error {
	became, err := r.organizationIDs(people)
	if err != nil {
		return err
	}
	organizations := make(map[string]*graph.Organization)
	err = r.eachOf(selectEntities, maps.Values(became), func(r *row) error {
		if organization, ok := readEntity(r).(*graph.Organization); ok {
			organizations[organization.ID] = organization
		}
		return nil
	})
	for _, person := range people {
		for i := range person.Positions {
			position := &person.Positions[i]
			position.OrganizationID = became[position.OrganizationID]
			if organization := organizations[position.OrganizationID]; organization != nil {
				position.Organization = cloneOrganization(organization)
			}
		}
	}
	return err
}

// organizationIDs gives what became of the organizations of positions, by the IDs
// that the positions have.
func (r *reader) organizationIDs(people []*graph.Person) (map[string]string, error) {
	var ids []string
	for _, person := range people {
		for _, position := range person.Positions {
			if position.OrganizationID != "" {
				ids = append(ids, position.OrganizationID)
			}
		}
	}
	return r.entityIDs(ids)
}
