package neo4j

import (
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
)

const (
	putEntities = `UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e = row`
	putNames    = `UNWIND $rows AS row MATCH (e:Entity {id: row.id}) USING INDEX SEEK e:Entity(id)
CALL { WITH e, row MATCH (e)-[c:CALLED]->(n) WHERE NOT n.folded IN [name IN row.names | name[0]] DELETE c }
WITH e, row UNWIND row.names AS name MERGE (n:Name {folded: name[0]}) ON CREATE SET n.words = name[1] MERGE (e)-[:CALLED]->(n)`
	setEntities = `UNWIND $rows AS row MATCH (m:Member {id: row[0]}) USING INDEX SEEK m:Member(id)
CALL { WITH m MATCH (m)-[o:OF]->() DELETE o }
SET m.entityId = row[1] WITH m, row MATCH (e:Entity {id: row[1]}) USING INDEX SEEK e:Entity(id) CREATE (m)-[:OF]->(e)`
	deleteEntities = `UNWIND $rows AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) OPTIONAL MATCH (m:Member)-[:OF]->(e) REMOVE m.entityId
WITH e, collect(m.id) AS members DETACH DELETE e RETURN members`
)

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
		waiting.members = append(waiting.members, slices.Clone(e.Profile().Members))
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
	for _, put := range waiting {
		tx.people.put(put)
	}
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
			if tx.people.entities[e.NodeID()] == nil && tx.people.members[e.NodeID()] == nil {
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

// put has the model hold these as all the entities of a block.
func (m *entityModel) put(put entityBlock) {
	ids := make(map[string]bool, len(put.entities))
	clustered := make(map[string]bool)
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
	for id, state := range m.entities {
		if state.now.block == put.block && !ids[id] {
			state.now = blockEntity{}
		}
	}
	for id, state := range m.members {
		if state.block == put.block && !clustered[id] {
			state.entityID = ""
		}
	}
}

// writeEntities writes what the model has otherwise than it is stored.
func (tx *transaction) writeEntities() error {
	put := map[graph.EntityKind][]any{}
	var names, members, gone []any
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
		kind := graph.KindOf(now.entity)
		put[kind] = append(put[kind], entityRow(now))
		if stored.entity == nil || !sameNames(now.entity.Profile(), stored.entity.Profile()) {
			names = append(names, namesRow(now.entity.Profile()))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(tx.people.members)) {
		state := tx.people.members[id]
		if state.entityID != "" && deleted[state.entityID] {
			state.entityID = "" // of another block, whose entity this block took
		}
		if state.entityID == state.stored {
			continue
		}
		state.stored = state.entityID
		if m := tx.fresh.members[id]; m != nil {
			m.entityID = state.entityID
			continue
		}
		members = append(members, []any{id, nullable(state.entityID)})
		if !tx.written[id] {
			tx.moved[id] = true
		}
	}
	for _, kind := range graph.EntityKinds() {
		if err := tx.write(putEntities+", e:"+entityLabels[kind], put[kind]); err != nil {
			return err
		}
	}
	for _, step := range []struct {
		text string
		rows []any
	}{{putNames, names}, {setEntities, members}} {
		if err := tx.write(step.text, step.rows); err != nil {
			return err
		}
	}
	return tx.deleteEntities(gone)
}

// deleteEntities leaves the members that an entity still has without one.
func (tx *transaction) deleteEntities(ids []any) error {
	if len(ids) == 0 {
		return nil
	}
	tx.wrote = true
	rows, err := tx.ask(deleteEntities, map[string]any{"rows": ids})
	for _, row := range rows {
		f := &fields{values: row}
		for _, memberID := range f.texts() {
			tx.moved[memberID] = true
		}
		err = firstOf(err, f.err)
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
	n := in.entity.Profile()
	folded := foldedKey(n.Name)
	row := map[string]any{
		"id": n.ID, "block": in.block, "name": n.Name, "nameFolded": folded, "key": entityKey(folded, n.ID), "aliases": listValue(n.Aliases),
		"nominal": n.Nominal, "country": n.Country, "kind": "", "positions": []string{},
	}
	switch e := in.entity.(type) {
	case *graph.Person:
		row["positions"] = positionsValue(e.Positions)
	case *graph.Organization:
		row["kind"] = string(e.Kind)
	}
	return row
}

// namesRow has every name and alias, folded, each once, with its number of words.
func namesRow(n *graph.Named) map[string]any {
	names := []any{}
	seen := map[string]bool{"": true} // a name of signs alone is nothing to compare
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		folded := foldedKey(name)
		if seen[folded] {
			continue
		}
		seen[folded] = true
		names = append(names, []any{folded, wordCount(folded)})
	}
	return map[string]any{"id": n.ID, "names": names}
}
