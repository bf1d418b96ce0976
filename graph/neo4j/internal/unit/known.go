package unit

import (
	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// known is what a transaction knows of the graph.
type known struct {
	*statements
	// added are new articles, which are written last of all.
	added *newArticles
	// stored is what was read of articles, by ID, nil for an article that is not stored.
	stored map[string]*mapping.StoredArticle
	// unedited is true if there was no edit when blocks were last read and locked.
	unedited bool
	// entities and events are what was read of blocks of members and of reports, which
	// are locked.
	entities *entityMap
	events   *eventMap
}

// readStoredOf reads what is stored of the articles that are not known yet.
func (tx *known) readStoredOf(waiting []batchRows) error {
	var ids []string
	for _, rows := range waiting {
		if _, known := tx.stored[rows.articleID]; !known {
			ids = append(ids, rows.articleID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := tx.Ask(readStored, map[string]any{"locks": locks(articleLocks, ids), "ids": ids})
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := mapping.NewFields(row)
		id, stored := f.Text(), &mapping.StoredArticle{Members: make(map[string]string), Reports: make(map[string]string)}
		for i, list := range [][]any{f.List(), f.List()} {
			into := []map[string]string{stored.Members, stored.Reports}[i]
			for _, value := range list {
				pair := mapping.FieldsOf(value)
				into[pair.Text()] = pair.Text()
				f.Err = mapping.FirstOf(f.Err, pair.Err)
			}
		}
		if f.Err != nil {
			return f.Err
		}
		tx.stored[id] = stored
	}
	return nil
}

// readMembers reads whole blocks, and some other members and entities, into the map. It
// returns the members of the blocks.
func (tx *known) readMembers(blocks, memberIDs, entityIDs []string) ([]graph.Member, error) {
	rows, err := tx.Ask(readMemberBlocks, map[string]any{
		"locks": locks(memberLocks, blocks), "blocks": blocks, "members": mapping.ListValue(memberIDs), "entities": mapping.ListValue(entityIDs),
	})
	if err != nil {
		return nil, err
	}
	asked := make(map[string]bool, len(blocks))
	for _, block := range blocks {
		asked[block], tx.entities.blocks[block] = true, true
	}
	members := tx.added.membersIn(asked)
	for _, row := range rows {
		f := mapping.FieldsOf(row[0])
		switch kind := f.Count(); kind {
		case isMember:
			entityID, m := f.Text(), storekit.ReadMember(f)
			tx.entities.members[m.ID] = &memberState{m.Block, entityID, entityID}
			if asked[m.Block] {
				members = append(members, m)
			}
		case isIfEdited:
			tx.unedited = !f.Bool()
		case isEntity:
			block, e := f.Text(), f.Entity()
			if f.Err == nil {
				in := blockEntity{block, e}
				tx.entities.entities[e.NodeID()] = &entityState{in, in}
			}
		}
		if f.Err != nil {
			return nil, f.Err
		}
	}
	return members, nil
}

// readReports reads whole blocks, and some other reports and events, into the map. It
// returns the reports of the blocks.
func (tx *known) readReports(blocks, reportIDs, eventIDs []string) ([]*graph.Report, error) {
	rows, err := tx.Ask(readReportBlocks, map[string]any{
		"locks": locks(reportLocks, blocks), "blocks": blocks, "reports": mapping.ListValue(reportIDs), "events": mapping.ListValue(eventIDs),
	})
	if err != nil {
		return nil, err
	}
	asked := make(map[string]bool, len(blocks))
	for _, block := range blocks {
		asked[block], tx.events.blocks[block] = true, true
	}
	reports := tx.added.reportsIn(asked)
	for _, row := range rows {
		f := mapping.FieldsOf(row[0])
		switch kind := f.Count(); kind {
		case isReport:
			r, of := storekit.ReadReport(f), mapping.FieldsOf(row[1])
			r.Article = storekit.ReadArticle(of)
			f.Err = mapping.FirstOf(f.Err, of.Err)
			tx.events.reports[r.ID] = &memberState{r.Block, r.EventID, r.EventID}
			r.EventID = "" // merging makes the events
			if asked[r.Block] {
				reports = append(reports, r)
			}
		case isIfEdited:
			tx.unedited = !f.Bool()
		case isEvent:
			parties, e := f.Count(), f.Event()
			tx.events.events[e.ID] = &eventState{now: e, stored: storekit.CloneEvent(e), parties: parties}
		}
		if f.Err != nil {
			return nil, f.Err
		}
	}
	return reports, nil
}
