package read

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	// ReadEntityIDs returns the entities that members are in now, and FollowSuccessors the
	// successors of members and reports that are gone.
	ReadEntityIDs    = `UNWIND $ids AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) WHERE m.entityId IS NOT NULL RETURN id, m.entityId`
	FollowSuccessors = `UNWIND $ids AS id MATCH (g:Gone {id: id}) USING INDEX SEEK g:Gone(id) RETURN id, g.heir`

	// maxSuccessors bounds a chain of successors.
	maxSuccessors = 1000
)

// successorsOf returns the entities that IDs of members stand for now, by these IDs: of
// members present or past. It leaves out unknown IDs.
func successorsOf(ask bolt.Asker, ids []string) (map[string]string, error) {
	became := make(map[string]string)
	waiting := make(map[string][]string) // IDs, by the successor that is asked for next
	for _, id := range storekit.Distinct(ids) {
		waiting[id] = []string{id}
	}
	for range maxSuccessors {
		if len(waiting) == 0 {
			break
		}
		asked := slices.Sorted(maps.Keys(waiting))
		rows, err := ask(ReadEntityIDs, map[string]any{"ids": asked})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			id, entityID := f.Text(), f.Text()
			if f.Err != nil {
				return nil, f.Err
			}
			for _, one := range waiting[id] {
				became[one] = entityID
			}
			delete(waiting, id)
		}
		if len(waiting) == 0 {
			break
		}
		if rows, err = ask(FollowSuccessors, map[string]any{"ids": slices.Sorted(maps.Keys(waiting))}); err != nil {
			return nil, err
		}
		next := make(map[string][]string)
		for _, row := range rows {
			f := mapping.NewFields(row)
			id, heir := f.Text(), f.Text()
			if f.Err != nil {
				return nil, f.Err
			}
			next[heir] = append(next[heir], waiting[id]...)
		}
		waiting = next
	}
	return became, nil
}

// PlaceOrganizations points the positions of people to what their organizations have
// become since merging wrote them. Known returns the entity of a member if that can be
// known without asking.
func PlaceOrganizations(ask bolt.Asker, entities []graph.Entity, known func(memberID string) (entityID string, ok bool)) error {
	positions := positionsOf(entities)
	became := make(map[string]string)
	var unknown []string
	for _, p := range positions {
		if id, ok := known(p.OrganizationID); ok {
			became[p.OrganizationID] = id
		} else {
			unknown = append(unknown, p.OrganizationID)
		}
	}
	if len(unknown) > 0 {
		found, err := successorsOf(ask, unknown)
		if err != nil {
			return err
		}
		maps.Copy(became, found)
	}
	for _, p := range positions {
		p.OrganizationID = became[p.OrganizationID]
	}
	return nil
}

// positionsOf returns the positions of people that have an organization.
func positionsOf(entities []graph.Entity) []*graph.Position {
	var positions []*graph.Position
	for _, e := range entities {
		person, ok := e.(*graph.Person)
		if !ok {
			continue
		}
		for i := range person.Positions {
			if person.Positions[i].OrganizationID != "" {
				positions = append(positions, &person.Positions[i])
			}
		}
	}
	return positions
}
