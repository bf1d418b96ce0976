package unit

import (
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/storekit"
)

// The first value of each row that is read of blocks says what it is.
const (
	isMember = iota
	isEntity
	isReport
	isEvent
	isIfEdited
)

// readMemberBlocks reads the members and entities of blocks, and others by ID.
var readMemberBlocks = takeLocks + `CALL {
UNWIND $blocks AS block MATCH (m:Member {block: block}) USING INDEX SEEK m:Member(block) RETURN [0, m.entityId] + ` + mapping.MemberList("m") + ` AS row
UNION ALL UNWIND $blocks AS block MATCH (e:Entity {block: block}) USING INDEX SEEK e:Entity(block) RETURN [1, e.block] + ` + mapping.EntityList("e") + ` AS row
UNION ALL UNWIND $members AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) RETURN [0, m.entityId] + ` + mapping.MemberList("m") + ` AS row
UNION ALL UNWIND $entities AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) RETURN [1, e.block] + ` + mapping.EntityList("e") + ` AS row
UNION ALL ` + readIfEdited + `
} RETURN row`

const (
	countReportsWith = `UNWIND $ids AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) RETURN id, COUNT { (m)<-[:NAMES]-() }`

	readEntitiesOf = `UNWIND $ids AS id MATCH (m:Member {id: id})-[:OF]->(e:Entity) USING INDEX SEEK m:Member(id) WITH e, collect(id) AS ids
RETURN ids, `
)

// entityMap is an identity map of the blocks that a transaction has locked: their
// members, and the entities that are stored and those that will be.
type entityMap struct {
	// blocks are those that were read whole.
	blocks   map[string]bool
	members  map[string]*memberState
	entities map[string]*entityState
}

// memberState is a member's block, and its entity as it will be and as it is stored, ""
// for none.
type memberState struct{ block, entityID, stored string }

// settled returns the members (or reports) whose entity (or event) differs from the
// stored one, in order, and from then on takes it for stored. A member whose entity is
// deleted has none: this happens if its block took the entity of another block.
func settled(states map[string]*memberState, deleted map[string]bool) []string {
	var changed []string
	for _, id := range slices.Sorted(maps.Keys(states)) {
		state := states[id]
		if deleted[state.entityID] {
			state.entityID = ""
		}
		if state.entityID != state.stored {
			state.stored = state.entityID
			changed = append(changed, id)
		}
	}
	return changed
}

// entityState is an entity with its block, as it will be and as it is stored. The entity
// is nil if there is none.
type entityState struct{ now, stored blockEntity }

type blockEntity struct {
	block  string
	entity graph.Entity
}

func newEntityMap() *entityMap {
	return &entityMap{make(map[string]bool), make(map[string]*memberState), make(map[string]*entityState)}
}

// entityIDOf returns the stored entity of a member, if its block was read.
func (m *entityMap) entityIDOf(memberID string) (string, bool) {
	state := m.members[memberID]
	if state == nil {
		return "", false
	}
	return state.stored, true
}

// memberBlocks reads and puts the members and entities of blocks.
type memberBlocks struct{ *unitOfWork }

// MembersIn reads the members of blocks, and locks the blocks.
func (tx *memberBlocks) MembersIn(blocks []string) ([]graph.Member, error) {
	members, err := tx.membersIn(blocks)
	return members, bolt.Translate(err, "members in %d blocks", len(blocks))
}

func (tx *memberBlocks) membersIn(blocks []string) ([]graph.Member, error) {
	if err := tx.settle(); err != nil {
		return nil, err
	}
	members, err := tx.readMembers(storekit.Distinct(blocks), nil, nil)
	slices.SortFunc(members, func(a, b graph.Member) int { return strings.Compare(a.ID, b.ID) })
	return members, err
}

// EntitiesOf reads the entities of members, which share those they have in common.
func (tx *memberBlocks) EntitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	entities, err := tx.entitiesOf(storekit.Distinct(memberIDs))
	return entities, bolt.Translate(err, "entities of %d members", len(memberIDs))
}

func (tx *memberBlocks) entitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	if err := tx.settle(); err != nil {
		return nil, err
	}
	found := make(map[string]graph.Entity, len(memberIDs))
	clones := make(map[string]graph.Entity) // by entity ID
	var unknown []string
	for _, id := range memberIDs {
		entityID, known := tx.entities.entityIDOf(id)
		if known && entityID == "" {
			continue
		}
		state := tx.entities.entities[entityID]
		if !known || state == nil || state.stored.entity == nil {
			unknown = append(unknown, id)
			continue
		}
		if clones[entityID] == nil {
			clones[entityID] = cloneEntity(state.stored.entity)
		}
		found[id] = clones[entityID]
	}
	if len(unknown) > 0 {
		rows, err := tx.Ask(readEntitiesOf+mapping.EntityList("e"), map[string]any{"ids": unknown})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			ids, f := mapping.NewFields(row[:1]).Texts(), mapping.FieldsOf(row[1])
			e := f.Entity()
			if f.Err != nil {
				return nil, f.Err
			}
			clones[e.NodeID()] = e
			for _, id := range ids {
				found[id] = e
			}
		}
	}
	return found, read.PlaceOrganizations(tx.Ask, slices.Collect(maps.Values(clones)), tx.entities.entityIDOf)
}

// cloneEntity copies what is stored of an entity.
func cloneEntity(e graph.Entity) graph.Entity {
	clone := storekit.CloneEntity(e)
	graph.ProfileOf(clone).Members = nil
	return clone
}

// sameEntity compares what is stored of two entities.
func sameEntity(a, b graph.Entity) bool {
	p, q := graph.ProfileOf(a), graph.ProfileOf(b)
	if !sameNames(p, q) || p.Nominal != q.Nominal || p.Country != q.Country {
		return false
	}
	switch a := a.(type) {
	case *graph.Person:
		b, ok := b.(*graph.Person)
		return ok && slices.EqualFunc(a.Positions, b.Positions, func(x, y graph.Position) bool {
			return x.Title == y.Title && x.OrganizationID == y.OrganizationID
		})
	case *graph.Organization:
		b, ok := b.(*graph.Organization)
		return ok && a.Kind == b.Kind
	}
	return true
}

// sameNames reports whether two entities are found by the same names.
func sameNames(p, q *graph.Profile) bool {
	return p.Name == q.Name && slices.Equal(p.Aliases, q.Aliases)
}

// Locate finds members and reports.
func (tx *memberBlocks) Locate(ids []string) (map[string]graph.Located, error) {
	if err := tx.flush(); err != nil {
		return nil, bolt.Translate(err, "locate %d IDs", len(ids))
	}
	found, err := read.Locate(tx.Ask, ids)
	return found, bolt.Translate(err, "locate %d IDs", len(ids))
}

// ReportCounts counts the reports that name members: those of new articles here, which
// nobody else can name.
func (tx *memberBlocks) ReportCounts(memberIDs []string) (map[string]int, error) {
	counts, stored := make(map[string]int), []string{}
	for _, id := range storekit.Distinct(memberIDs) {
		if tx.added.members[id] == nil {
			stored = append(stored, id)
		}
	}
	for _, r := range tx.added.reports {
		for id := range distinctParties(r.report) {
			if tx.added.members[id] != nil && slices.Contains(memberIDs, id) {
				counts[id]++
			}
		}
	}
	if len(stored) == 0 {
		return counts, bolt.Translate(tx.Ended(), "count the reports with %d members", len(memberIDs))
	}
	if err := tx.batches.flush(); err != nil {
		return nil, bolt.Translate(err, "count the reports with %d members", len(memberIDs))
	}
	rows, err := tx.Ask(countReportsWith, map[string]any{"ids": stored})
	if err != nil {
		return nil, bolt.Translate(err, "count the reports with %d members", len(memberIDs))
	}
	for _, row := range rows {
		f := mapping.NewFields(row)
		id, count := f.Text(), f.Count()
		if f.Err != nil {
			return nil, bolt.Translate(f.Err, "count the reports with %d members", len(memberIDs))
		}
		if count > 0 {
			counts[id] = count
		}
	}
	return counts, nil
}

// distinctParties returns the members that a report names.
func distinctParties(r *graph.Report) map[string]bool {
	named := make(map[string]bool)
	for id := range r.PartyIDs() {
		named[id] = true
	}
	return named
}
