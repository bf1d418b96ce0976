package unit

import (
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// changeEntities writes entities, removes and adds names, moves members, and deletes
// entities with the briefs of events that name these. It returns the members that deleted
// entities still had, which are in no entity then.
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

// entityBlock is a waiting call of PutEntities.
type entityBlock struct {
	blocks   []string
	entities []graph.Entity
	// members are the members of each of the entities.
	members [][]string
}

// PutEntities stores the entities of blocks. Most of a block is unchanged, so only the
// differences are written.
func (tx *memberBlocks) PutEntities(blocks []string, entities []graph.Entity) error {
	return bolt.Translate(tx.putEntities(blocks, entities), "put entities of blocks %q", blocks)
}

func (tx *memberBlocks) putEntities(blocks []string, entities []graph.Entity) error {
	if err := tx.Ended(); err != nil {
		return err
	}
	if len(tx.eventBlocks.blocks)+len(tx.eventBlocks.waiting) > 0 {
		if err := tx.flush(); err != nil {
			return err
		}
	}
	waiting := entityBlock{blocks: slices.Clone(blocks)}
	for _, e := range entities {
		if graph.PrefixOf(e.NodeID()) != mapping.EntityPrefixes[graph.KindOf(e)] {
			return fmt.Errorf("%w: entity %q is %s", graph.ErrInvalid, e.NodeID(), graph.KindOf(e))
		}
		waiting.entities = append(waiting.entities, cloneEntity(e))
		waiting.members = append(waiting.members, slices.Clone(graph.ProfileOf(e).Members))
	}
	tx.entityBlocks.waiting = append(tx.entityBlocks.waiting, waiting)
	return nil
}

// entityQueue is entities that wait to be written.
type entityQueue struct {
	*known
	waiting []entityBlock
	touched *touched
}

func (tx *entityQueue) flush() error {
	if len(tx.waiting) == 0 {
		return nil
	}
	waiting := tx.waiting
	tx.waiting = nil
	if err := tx.readUnknown(waiting); err != nil {
		return err
	}
	tx.entities.put(waiting)
	clear(tx.stored) // which has the entities of members
	return tx.writeChanges()
}

// readUnknown reads what the map lacks of the blocks, and of what moves into them.
func (tx *entityQueue) readUnknown(waiting []entityBlock) error {
	blocks, members, entities := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, put := range waiting {
		for _, block := range put.blocks {
			if !tx.entities.blocks[block] {
				blocks[block] = true
			}
		}
		for i, e := range put.entities {
			for _, id := range put.members[i] {
				if tx.entities.members[id] == nil {
					members[id] = true
				}
			}
			if tx.entities.entities[e.NodeID()] == nil && tx.added.members[e.NodeID()] == nil {
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

// put makes these the only entities of their blocks.
func (m *entityMap) put(waiting []entityBlock) {
	entities, members := make(map[string][]string), make(map[string][]string) // by block
	for id, state := range m.entities {
		entities[state.now.block] = append(entities[state.now.block], id)
	}
	for id, state := range m.members {
		members[state.block] = append(members[state.block], id)
	}
	for _, put := range waiting {
		ids, clustered := m.putBlock(put)
		for _, block := range put.blocks {
			for _, id := range entities[block] {
				if state := m.entities[id]; state.now.block == block && !ids[id] {
					state.now = blockEntity{}
				}
			}
			entities[block] = nil
			for _, id := range members[block] {
				if !clustered[id] {
					m.members[id].entityID = ""
				}
			}
		}
		entities[put.blocks[0]] = slices.Collect(maps.Keys(ids))
	}
}

// putBlock adds the entities to the first of their blocks, and returns their IDs and those of their
// members.
func (m *entityMap) putBlock(put entityBlock) (ids, clustered map[string]bool) {
	ids, clustered = make(map[string]bool, len(put.entities)), make(map[string]bool)
	for i, e := range put.entities {
		id := e.NodeID()
		ids[id] = true
		if m.entities[id] == nil {
			m.entities[id] = new(entityState)
		}
		m.entities[id].now = blockEntity{put.blocks[0], e}
		for _, memberID := range put.members[i] {
			clustered[memberID] = true
			if state := m.members[memberID]; state != nil {
				state.entityID = id
			}
		}
	}
	return ids, clustered
}

// entityChanges are the differences between the entities of the map and the stored ones,
// as rows of changeEntities.
type entityChanges struct {
	put, unnamed, moved, gone []any
	// bearers are the IDs of the entities that get a name, by name.
	bearers map[string][]string
	deleted map[string]bool
}

// writeChanges writes the differences to what is stored.
func (tx *entityQueue) writeChanges() error {
	c := &entityChanges{bearers: make(map[string][]string), deleted: make(map[string]bool)}
	for _, id := range slices.Sorted(maps.Keys(tx.entities.entities)) {
		tx.compare(c, id)
	}
	for _, id := range settled(tx.entities.members, c.deleted) {
		tx.moveMember(c, id)
	}
	left, err := tx.change(changeEntities, map[string][]any{"put": c.put, "named": c.named(), "unnamed": c.unnamed, "moved": c.moved, "gone": c.gone})
	for _, row := range left {
		f := mapping.NewFields(row)
		for _, memberID := range f.Texts() {
			tx.touched.moved[memberID] = true
		}
		err = mapping.FirstOf(err, f.Err)
	}
	return err
}

// compare adds the differences of one entity, and from then on takes it for stored.
func (tx *entityQueue) compare(c *entityChanges, id string) {
	state := tx.entities.entities[id]
	now, stored := state.now, state.stored
	state.stored = now
	if now.entity == nil {
		if stored.entity != nil {
			c.gone, c.deleted[id] = append(c.gone, id), true
		}
		delete(tx.entities.entities, id)
		return
	}
	if stored.entity != nil && now.block == stored.block && sameEntity(now.entity, stored.entity) {
		return
	}
	c.put = append(c.put, map[string]any{"entity": mapping.EntityRow(now.block, now.entity), mapping.EntityLabels[graph.KindOf(now.entity)]: []bool{true}})
	if stored.entity != nil && graph.ProfileOf(stored.entity).Name != graph.ProfileOf(now.entity).Name {
		tx.touched.renamed[id] = true
	}
	c.rename(id, mapping.NamesOf(stored.entity), mapping.NamesOf(now.entity))
}

// rename adds the names that an entity gets and loses.
func (c *entityChanges) rename(id string, had, has map[string]bool) {
	for name := range has {
		if !had[name] {
			c.bearers[name] = append(c.bearers[name], id)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(had)) {
		if !has[name] {
			c.unnamed = append(c.unnamed, []any{id, name})
		}
	}
}

// named returns the names that entities get, in order, so that transactions that create
// the same names wait for each other and do not end in a deadlock.
func (c *entityChanges) named() []any {
	var named []any
	for _, name := range slices.Sorted(maps.Keys(c.bearers)) {
		for _, id := range c.bearers[name] {
			named = append(named, []any{id, name, storekit.WordCount(name)})
		}
	}
	return named
}

// moveMember adds a member whose entity differs from the stored one.
func (tx *entityQueue) moveMember(c *entityChanges, id string) {
	entityID := tx.entities.members[id].stored
	if m := tx.added.members[id]; m != nil {
		m.entityID = entityID
		return
	}
	c.moved = append(c.moved, []any{id, mapping.Nullable(entityID)})
	if !tx.touched.written[id] {
		tx.touched.moved[id] = true
	}
}
