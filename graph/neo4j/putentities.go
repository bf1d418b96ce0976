package neo4j

import (
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

// changeEntities writes entities, takes names from some and gives them others, moves
// members and deletes entities, and the briefs of events that name these. It gives the
// members that the last had left, which have no entity then.
const changeEntities = `CALL () { UNWIND $put AS row MERGE (e:Entity {id: row.entity.id}) SET e = row.entity
FOREACH (is IN row.Person | SET e:Person) FOREACH (is IN row.Organization | SET e:Organization) FOREACH (is IN row.Place | SET e:Place) }
CALL () { UNWIND $unnamed AS row MATCH (e:Entity {id: row[0]}) USING INDEX SEEK e:Entity(id) MATCH (e)-[c:CALLED]->(n) WHERE n.folded = row[1] DELETE c }
CALL () { UNWIND $named AS row MATCH (e:Entity {id: row[0]}) USING INDEX SEEK e:Entity(id)
MERGE (n:Name {folded: row[1]}) ON CREATE SET n.words = row[2] MERGE (e)-[:CALLED]->(n) }
CALL () { UNWIND $moved AS row MATCH (m:Member {id: row[0]}) USING INDEX SEEK m:Member(id)
CALL (m) { MATCH (m)-[o:OF]->() DELETE o }
SET m.entityId = row[1] WITH m, row MATCH (e:Entity {id: row[1]}) USING INDEX SEEK e:Entity(id) CREATE (m)-[:OF]->(e) }
CALL () { UNWIND $gone AS id MATCH (n:Entity {id: id})-[:PARTICIPATED_IN|AT]-(e:Event) USING INDEX SEEK n:Entity(id) REMOVE e.brief }
UNWIND $gone AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) OPTIONAL MATCH (m:Member)-[:OF]->(e) REMOVE m.entityId
WITH e, collect(m.id) AS members DETACH DELETE e RETURN members`

// labels are what entities of a kind have besides Entity.
var entityLabels = map[graph.EntityKind]string{graph.KindPerson: "Person", graph.KindOrganization: "Organization", graph.KindPlace: "Place"}

// entityPrefixes are what the IDs of entities of a kind begin with.
var entityPrefixes = map[graph.EntityKind]string{graph.KindPerson: graph.PrefixPerson, graph.KindOrganization: graph.PrefixOrganization, graph.KindPlace: graph.PrefixPlace}

// entityBlock is a call of PutEntities that waits.
type entityBlock struct {
	block    string
	entities []graph.Entity
	// members are those of each of the entities.
	members [][]string
}

// PutEntities stores the entities of a block. Most of a block is as it was, so only
// what differs is written.
func (tx *transaction) PutEntities(block string, entities []graph.Entity) error {
	return translate(tx.putEntities(block, entities), "put entities of block %q", block)
}

func (tx *transaction) putEntities(block string, entities []graph.Entity) error {
	if err := tx.ctx.Err(); err != nil {
		return err
	}
	if len(tx.reportBlocks)+len(tx.eventBlocks) > 0 {
		if err := tx.flush(); err != nil {
			return err
		}
	}
	waiting := entityBlock{block: block}
	for _, e := range entities {
		if graph.PrefixOf(e.NodeID()) != entityPrefixes[graph.KindOf(e)] {
			return fmt.Errorf("%w: entity %q is %s", graph.ErrInvalid, e.NodeID(), graph.KindOf(e))
		}
		waiting.entities = append(waiting.entities, cloneEntity(e))
		waiting.members = append(waiting.members, slices.Clone(graph.ProfileOf(e).Members))
	}
	tx.entityBlocks = append(tx.entityBlocks, waiting)
	return nil
}

func (tx *transaction) flushEntities() error {
	if len(tx.entityBlocks) == 0 {
		return nil
	}
	waiting := tx.entityBlocks
	tx.entityBlocks = nil
	if err := tx.readUnknownMembers(waiting); err != nil {
		return err
	}
	tx.people.put(waiting)
	clear(tx.stored) // it tells the entities of members
	return tx.writeEntities()
}

// readUnknownMembers reads what the model does not have of the blocks and of what
// moves into them.
func (tx *transaction) readUnknownMembers(waiting []entityBlock) error {
	blocks, members, entities := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, put := range waiting {
		if !tx.people.blocks[put.block] {
			blocks[put.block] = true
		}
		for i, e := range put.entities {
			for _, id := range put.members[i] {
				if tx.people.members[id] == nil {
					members[id] = true
				}
			}
			if tx.people.entities[e.NodeID()] == nil && tx.fresh.members[e.NodeID()] == nil {
				entities[e.NodeID()] = true
			}
		}
	}
	if len(blocks)+len(members)+len(entities) == 0 {
		return nil
	}
	_, err := tx.readMembers(slices.Sorted(maps.Keys(blocks)), slices.Sorted(maps.Keys(members)), slices.Sorted(maps.Keys(entities)))
	return err
}

// put has the model hold these as all the entities of their blocks.
func (m *entityModel) put(waiting []entityBlock) {
	entities, members := make(map[string][]string), make(map[string][]string) // by block
	for id, state := range m.entities {
		entities[state.now.block] = append(entities[state.now.block], id)
	}
	for id, state := range m.members {
		members[state.block] = append(members[state.block], id)
	}
	for _, put := range waiting {
		ids, clustered := m.putBlock(put)
		for _, id := range entities[put.block] {
			if state := m.entities[id]; state.now.block == put.block && !ids[id] {
				state.now = blockEntity{}
			}
		}
		entities[put.block] = slices.Collect(maps.Keys(ids))
		for _, id := range members[put.block] {
			if !clustered[id] {
				m.members[id].entityID = ""
			}
		}
	}
}

// putBlock adds the entities of a block, and gives their IDs and their members'.
func (m *entityModel) putBlock(put entityBlock) (ids, clustered map[string]bool) {
	ids, clustered = make(map[string]bool, len(put.entities)), make(map[string]bool)
	for i, e := range put.entities {
		id := e.NodeID()
		ids[id] = true
		if m.entities[id] == nil {
			m.entities[id] = new(entityState)
		}
		m.entities[id].now = blockEntity{put.block, e}
		for _, memberID := range put.members[i] {
			clustered[memberID] = true
			if state := m.members[memberID]; state != nil {
				state.entityID = id
			}
		}
	}
	return ids, clustered
}

// writeEntities writes what the model has otherwise than it is stored.
func (tx *transaction) writeEntities() error {
	var put, unnamed, members, gone []any
	bearers := make(map[string][]string) // who are to have a name
	deleted := make(map[string]bool)
	for _, id := range slices.Sorted(maps.Keys(tx.people.entities)) {
		state := tx.people.entities[id]
		now, stored := state.now, state.stored
		state.stored = now
		switch {
		case now.entity == nil:
			if stored.entity != nil {
				gone, deleted[id] = append(gone, id), true
			}
			delete(tx.people.entities, id)
			continue
		case stored.entity != nil && now.block == stored.block && sameEntity(now.entity, stored.entity):
			continue
		}
		put = append(put, map[string]any{"entity": entityRow(now), entityLabels[graph.KindOf(now.entity)]: []bool{true}})
		if stored.entity != nil && graph.ProfileOf(stored.entity).Name != graph.ProfileOf(now.entity).Name {
			tx.renamed[id] = true
		}
		had, has := namesOf(stored.entity), namesOf(now.entity)
		for name := range has {
			if !had[name] {
				bearers[name] = append(bearers[name], id)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(had)) {
			if !has[name] {
				unnamed = append(unnamed, []any{id, name})
			}
		}
	}
	for _, id := range settled(tx.people.members, deleted) {
		entityID := tx.people.members[id].stored
		if m := tx.fresh.members[id]; m != nil {
			m.entityID = entityID
			continue
		}
		members = append(members, []any{id, nullable(entityID)})
		if !tx.written[id] {
			tx.moved[id] = true
		}
	}
	var named []any // by name, so that those who make the same names wait for each other
	for _, name := range slices.Sorted(maps.Keys(bearers)) {
		for _, id := range bearers[name] {
			named = append(named, []any{id, name, storekit.WordCount(name)})
		}
	}
	left, err := tx.change(changeEntities, map[string][]any{"put": put, "named": named, "unnamed": unnamed, "moved": members, "gone": gone})
	for _, row := range left {
		f := newFields(row)
		for _, memberID := range f.Texts() {
			tx.moved[memberID] = true
		}
		err = firstOf(err, f.Err)
	}
	return err
}

// nullable is null for an empty text.
func nullable(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func entityRow(in blockEntity) map[string]any {
	n := graph.ProfileOf(in.entity)
	folded := foldedKey(n.Name)
	row := map[string]any{
		"id": n.ID, "block": in.block, "name": n.Name, "nameFolded": folded, "key": entityKey(folded, n.ID), "aliases": listValue(n.Aliases),
		"nominal": n.Nominal, "country": n.Country, "kind": "", "positions": []string{},
	}
	switch e := in.entity.(type) {
	case *graph.Person:
		row["positions"] = storekit.PositionTexts(e.Positions)
	case *graph.Organization:
		row["kind"] = string(e.Kind)
	}
	return row
}

// namesOf returns every name and alias of an entity, folded; none for no entity.
func namesOf(e graph.Entity) map[string]bool {
	names := make(map[string]bool)
	if e == nil {
		return names
	}
	n := graph.ProfileOf(e)
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		if folded := foldedKey(name); folded != "" { // a name of signs alone is nothing to compare
			names[folded] = true
		}
	}
	return names
}
