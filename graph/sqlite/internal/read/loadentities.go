package read

import (
	"iter"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
)

// Entities reads entities by ID, with the organizations of positions. It leaves out
// those that do not exist.
func Entities(r *View, ids iter.Seq[string]) (map[string]graph.Entity, error) {
	entities := wanted[graph.Entity](ids)
	return entities, loadEntities(r, entities, false)
}

// loadEntities reads those that are nil.
func loadEntities(r *View, entities map[string]graph.Entity, brief bool) error {
	fresh, err := read(r, entities, &entityKind, &r.Cache.entities, brief)
	if err != nil {
		return err
	}
	var people []*graph.Person
	for _, e := range fresh {
		if person, ok := e.(*graph.Person); ok && len(person.Positions) > 0 {
			people = append(people, person)
		}
	}
	if err := fillPositions(r, people); err != nil {
		return err
	}
	for _, e := range fresh {
		r.Cache.entities.Keep(e.NodeID(), e, brief)
	}
	return nil
}

// fillPositions points positions to what their organizations have become since merging
// wrote them.
func fillPositions(r *View, people []*graph.Person) error {
	became, err := organizationIDs(r, people)
	if err != nil {
		return err
	}
	organizations := make(map[string]*graph.Organization)
	query := "SELECT " + entityKind.whole.columns + entityKind.from + byID
	err = r.eachOf(query, slices.Collect(maps.Values(became)), func(r *mapping.Row) error {
		if organization, ok := mapping.ReadEntity(r).(*graph.Organization); ok {
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

// organizationIDs returns what the organizations of positions have become, by the IDs
// that the positions have.
func organizationIDs(r *View, people []*graph.Person) (map[string]string, error) {
	var ids []string
	for _, person := range people {
		for _, position := range person.Positions {
			if position.OrganizationID != "" {
				ids = append(ids, position.OrganizationID)
			}
		}
	}
	return identities{r}.entityIDs(ids)
}
