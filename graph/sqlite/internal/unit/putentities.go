package unit

import (
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/storekit"
)

const (
	storedEntityColumns   = `id, block, kind, name, aliases, nominal, country, organization_kind, positions`
	selectEntitiesOfBlock = `SELECT ` + storedEntityColumns + ` FROM entities WHERE block = ?`
	selectStoredEntities  = `SELECT ` + storedEntityColumns + ` FROM entities WHERE id IN (SELECT value FROM json_each(?))`

	putEntity = `INSERT OR REPLACE INTO entities (id, block, kind, name, name_folded, aliases, nominal, country, organization_kind, positions)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	deleteEntity = `DELETE FROM entities WHERE id = ?`

	putName        = `INSERT INTO names (folded, length, entity_id) VALUES (?, ?, ?)`
	selectNameRows = `SELECT row FROM names WHERE entity_id = ?`
	deleteNames    = `DELETE FROM names WHERE entity_id = ?`

	setEntity = `UPDATE members SET entity_id = ?2 WHERE id = ?1`
)

// entityRow is a row of the table entities. Rows are comparable with ==.
type entityRow struct {
	id, block, kind, name, aliases string
	nominal                        bool
	country, organizationKind      string
	positions                      string
}

func rowOfEntity(block string, e graph.Entity) entityRow {
	n := graph.ProfileOf(e)
	row := entityRow{
		id: n.ID, block: block, kind: string(graph.KindOf(e)), name: n.Name, aliases: mapping.ListText(n.Aliases), nominal: n.Nominal, country: n.Country,
	}
	switch e := e.(type) {
	case *graph.Person:
		row.positions = mapping.ListText(storekit.PositionTexts(e.Positions))
	case *graph.Organization:
		row.organizationKind = string(e.Kind)
	}
	return row
}

// sameNames reports whether two rows are found by the same names.
func (row entityRow) sameNames(other entityRow) bool {
	return row.name == other.name && row.aliases == other.aliases
}

// entities writes entities.
type entities struct {
	*blockReader
	parties *reportParties
	words   fullText
}

// PutEntities stores the entities of blocks. Most of a block is unchanged, so only the
// differences are written. All are of the first block from then on.
func (tx *entities) PutEntities(blocks []string, entities []graph.Entity) error {
	return db.Translate(tx.blocks.faultless(tx.putEntities(distinctBlocks(blocks), entities)), "put entities of blocks %q", blocks)
}

func (tx *entities) putEntities(blocks []string, entities []graph.Entity) error {
	if err := tx.keepMembers(blocks); err != nil {
		return err
	}
	for _, block := range blocks {
		if err := tx.keepEntities(block, tx.blocks.members[block]); err != nil {
			return err
		}
	}
	first := tx.blocks.members[blocks[0]]
	if err := tx.takeEntities(first, entities); err != nil {
		return err
	}
	for _, e := range entities {
		row := rowOfEntity(blocks[0], e)
		old, exists := first.entities[row.id]
		first.entities[row.id] = row
		if err := tx.putEntity(e, row, old, exists); err != nil {
			return err
		}
	}
	var members []*graph.Member
	for i, block := range blocks {
		b := tx.blocks.members[block]
		members = append(members, b.members...)
		put := entities
		if i > 0 {
			put = nil // all are of the first block
		}
		for _, id := range gone(b.entities, put) {
			delete(b.entities, id)
			if err := tx.deleteEntity(id); err != nil {
				return err
			}
		}
	}
	return tx.assign(members, entities)
}

// takeEntities moves entities here that another block has under the same IDs. That
// block is put in the same change, before or after this one.
func (tx *entities) takeEntities(b *memberBlock, entities []graph.Entity) error {
	var unknown []string
	for _, e := range entities {
		if _, ok := b.entities[e.NodeID()]; !ok {
			unknown = append(unknown, e.NodeID())
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	taken, err := tx.storedEntities(selectStoredEntities, mapping.IDList(unknown))
	for id, row := range taken {
		b.entities[id] = row
		if other := tx.blocks.members[row.block]; other != nil {
			delete(other.entities, id)
		}
	}
	return err
}

// gone returns the IDs that are stored but not put.
func gone[R any, N graph.Node](stored map[string]R, put []N) []string {
	if len(stored) == len(put) {
		return nil // since all that are put are stored by now
	}
	stays := make(map[string]bool, len(put))
	for _, n := range put {
		stays[n.NodeID()] = true
	}
	var list []string
	for id := range stored {
		if !stays[id] {
			list = append(list, id)
		}
	}
	return list
}

func (tx *blockReader) storedEntities(query string, args ...any) (map[string]entityRow, error) {
	stored := make(map[string]entityRow)
	err := tx.Each(query, args, func(r *mapping.Row) error {
		row := entityRow{r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Bool(), r.Text(), r.Text(), r.Text()}
		stored[row.id] = row
		return nil
	})
	return stored, err
}

func (tx *entities) putEntity(e graph.Entity, row, old entityRow, exists bool) error {
	if exists && row == old {
		return nil
	}
	err := tx.exec(putEntity, row.id, row.block, row.kind, row.name, graph.Fold(row.name), row.aliases, row.nominal,
		row.country, row.organizationKind, row.positions)
	if err != nil {
		return err
	}
	if exists && row.sameNames(old) {
		return nil
	}
	return tx.putNames(graph.ProfileOf(e), exists)
}

func (tx *entities) putNames(n *graph.Profile, replace bool) error {
	if replace {
		if err := tx.deleteNames(n.ID); err != nil {
			return err
		}
	}
	seen := map[string]bool{"": true} // a name of punctuation alone matches nothing
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		folded := graph.Fold(name)
		if seen[folded] {
			continue
		}
		seen[folded] = true
		row, err := tx.insert(putName, folded, storekit.WordCount(folded), n.ID)
		if err != nil {
			return err
		}
		tx.words.put(read.NameWords, row, folded)
	}
	return nil
}

func (tx *entities) deleteNames(entityID string) error {
	if err := tx.words.deleteOf(tx.statements, read.NameWords, selectNameRows, entityID); err != nil {
		return err
	}
	return tx.exec(deleteNames, entityID)
}

func (tx *entities) deleteEntity(id string) error {
	if err := tx.deleteNames(id); err != nil {
		return err
	}
	return tx.exec(deleteEntity, id)
}

// assign sets the entity of each member, and clears that of the blocks' other members.
func (tx *entities) assign(members []*graph.Member, entities []graph.Entity) error {
	assigned := 0
	for _, e := range entities {
		n := graph.ProfileOf(e)
		assigned += len(n.Members)
		for _, memberID := range n.Members {
			if tx.blocks.entityOf[memberID] == n.ID {
				continue
			}
			if err := tx.setEntity(memberID, n.ID); err != nil {
				return err
			}
		}
	}
	if assigned == len(members) {
		return nil
	}
	taken := make(map[string]bool)
	for _, e := range entities {
		for _, memberID := range graph.ProfileOf(e).Members {
			taken[memberID] = true
		}
	}
	for _, m := range members {
		if taken[m.ID] || tx.blocks.entityOf[m.ID] == "" {
			continue
		}
		if err := tx.setEntity(m.ID, ""); err != nil {
			return err
		}
	}
	return nil
}

// setEntity sets the entity of a member.
//
// The ID of an entity is the smallest of its members'. So a new member with a smaller ID
// than all others gives the entity another ID, and every report, event and link that has
// the entity is written again, in one transaction: 0.4 to 0.6 ms of CPU for a member, or
// 9 s for 15,000 (measured in November 2026). That is linear, and rare: IDs are hashes,
// so the nth member has the smallest with probability 1/n; this happens about ln n times
// while n members are loaded, ten times for 15,000, and costs each of them the same half
// millisecond on average. Readers do not wait meanwhile, and other loaders wait and lose
// nothing.
//
// Only a number for each entity that never changes would bound the transaction. Reports,
// events and links would have that number, so every page would look IDs up for sorting
// and for cursors, the file would need a new schema, and merging, which compares events
// by the IDs of their parties, would still read and cluster all of these reports again,
// which is a third of the time.
func (tx *entities) setEntity(memberID, entityID string) error {
	tx.blocks.setEntity(memberID, entityID)
	if err := tx.exec(setEntity, memberID, db.Nullable(entityID)); err != nil {
		return err
	}
	return tx.parties.moved(memberID)
}

// distinctBlocks returns blocks, each once, the first one first.
func distinctBlocks(blocks []string) []string {
	list := blocks[:1:1]
	for _, block := range blocks[1:] {
		if !slices.Contains(list, block) {
			list = append(list, block)
		}
	}
	return list
}
