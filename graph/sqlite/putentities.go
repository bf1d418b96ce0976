package sqlite

import "dateline/graph"

const (
	// An entity can come from another block, which is put before or after this one.
	selectStoredEntities = `SELECT id, block, kind, name, aliases, nominal, country, organization_kind, positions FROM entities WHERE block = ?1
UNION ALL SELECT id, block, kind, name, aliases, nominal, country, organization_kind, positions FROM entities WHERE id IN (SELECT value FROM json_each(?2))`
	selectClustered = `SELECT id, entity_id FROM members WHERE block = ?`

	putEntity = `INSERT OR REPLACE INTO entities (id, block, kind, name, name_folded, aliases, nominal, country, organization_kind, positions)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	deleteEntity = `DELETE FROM entities WHERE id = ?`

	putName        = `INSERT INTO names (folded, length, entity_id) VALUES (?, ?, ?)`
	selectNameRows = `SELECT row FROM names WHERE entity_id = ?`
	deleteNames    = `DELETE FROM names WHERE entity_id = ?`

	selectReportsNaming = `SELECT p.report_id FROM members m JOIN report_parties p ON p.article_id = m.article_id AND p.member_id = m.id WHERE m.id = ?`

	setEntity = `UPDATE members SET entity_id = ?2 WHERE id = ?1`
)

// entityRow is an entity as the table has it; rows compare with ==.
type entityRow struct {
	id, block, kind, name, aliases string
	nominal                        bool
	country, organizationKind      string
	positions                      string
}

func rowOfEntity(block string, e graph.Entity) entityRow {
	n := e.Profile()
	row := entityRow{id: n.ID, block: block, kind: string(graph.KindOf(e)), name: n.Name, aliases: listText(n.Aliases), nominal: n.Nominal, country: n.Country}
	switch e := e.(type) {
	case *graph.Person:
		row.positions = positionsText(e.Positions)
	case *graph.Organization:
		row.organizationKind = string(e.Kind)
	}
	return row
}

// sameNames is true where two rows have the same names to find them by.
func (row entityRow) sameNames(other entityRow) bool {
	return row.name == other.name && row.aliases == other.aliases
}

// PutEntities stores the entities of a block. Most of a block is as it was, so
// only what differs is written.
func (tx *transaction) PutEntities(block string, entities []graph.Entity) error {
	return translate(tx.putEntities(block, entities), "put entities of block %q", block)
}

func (tx *transaction) putEntities(block string, entities []graph.Entity) error {
	ids := make([]string, len(entities))
	for i, e := range entities {
		ids[i] = e.NodeID()
	}
	stored, err := tx.storedEntities(block, ids)
	if err != nil {
		return err
	}
	for _, e := range entities {
		row := rowOfEntity(block, e)
		old, exists := stored[row.id]
		delete(stored, row.id)
		if err := tx.putEntity(e, row, old, exists); err != nil {
			return err
		}
	}
	for id := range stored { // what the block has no more
		if err := tx.deleteEntity(id); err != nil {
			return err
		}
	}
	return tx.assign(block, entities)
}

func (tx *transaction) storedEntities(block string, ids []string) (map[string]entityRow, error) {
	stored := make(map[string]entityRow)
	err := tx.each(selectStoredEntities, []any{block, idList(ids)}, func(r *row) error {
		row := entityRow{r.text(), r.text(), r.text(), r.text(), r.text(), r.truth(), r.text(), r.text(), r.text()}
		stored[row.id] = row
		return nil
	})
	return stored, err
}

func (tx *transaction) putEntity(e graph.Entity, row, old entityRow, exists bool) error {
	if exists && row == old {
		return nil
	}
	if err := tx.exec(putEntity, row.id, row.block, row.kind, row.name, graph.Fold(row.name), row.aliases, row.nominal, row.country, row.organizationKind, row.positions); err != nil {
		return err
	}
	if exists && row.sameNames(old) {
		return nil
	}
	return tx.putNames(e.Profile(), exists)
}

func (tx *transaction) putNames(n *graph.Named, replace bool) error {
	if replace {
		if err := tx.deleteNames(n.ID); err != nil {
			return err
		}
	}
	seen := map[string]bool{"": true} // a name of signs alone is nothing to compare
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		folded := graph.Fold(name)
		if seen[folded] {
			continue
		}
		seen[folded] = true
		row, err := tx.insert(putName, folded, wordCount(folded), n.ID)
		if err != nil {
			return err
		}
		tx.putWords(nameWords, row, folded)
	}
	return nil
}

func (tx *transaction) deleteNames(entityID string) error {
	if err := tx.deleteWordsOf(nameWords, selectNameRows, entityID); err != nil {
		return err
	}
	return tx.exec(deleteNames, entityID)
}

func (tx *transaction) deleteEntity(id string) error {
	if err := tx.deleteNames(id); err != nil {
		return err
	}
	return tx.exec(deleteEntity, id)
}

// assign points members to their entities, and those of the block that none of
// them has to none.
func (tx *transaction) assign(block string, entities []graph.Entity) error {
	stored, err := tx.pairs(selectClustered, block)
	if err != nil {
		return err
	}
	for _, e := range entities {
		n := e.Profile()
		for _, memberID := range n.Members {
			old := stored[memberID]
			delete(stored, memberID)
			if old == n.ID {
				continue
			}
			if err := tx.setEntity(memberID, n.ID); err != nil {
				return err
			}
		}
	}
	for memberID, old := range stored {
		if old == "" {
			continue
		}
		if err := tx.setEntity(memberID, ""); err != nil {
			return err
		}
	}
	return nil
}

func (tx *transaction) setEntity(memberID, entityID string) error {
	if err := tx.exec(setEntity, memberID, nullable(entityID)); err != nil {
		return err
	}
	if tx.fresh[memberID] {
		return nil
	}
	reports, err := tx.texts(selectReportsNaming, memberID)
	for _, id := range reports {
		tx.unresolved[id] = true
	}
	return err
}
