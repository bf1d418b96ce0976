package unit

import (
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/storekit"
)

const (
	selectMembersIn = `SELECT ` + mapping.MemberColumns + `, m.entity_id FROM members m WHERE m.block IN (SELECT value FROM json_each(?))`

	selectReportsWith = `SELECT ` + mapping.ReportColumns + ` FROM reports r WHERE r.id IN (
SELECT p.report_id FROM json_each(?) w JOIN members m ON m.id = w.value JOIN report_parties p ON p.article_id = m.article_id AND p.member_id = m.id)`
	selectReportsIn = `SELECT ` + mapping.ReportColumns + ` FROM reports r WHERE r.block IN (SELECT value FROM json_each(?))`
	// Reading the columns before the text does not touch the pages that have the text.
	selectArticleHeads = `SELECT ` + mapping.ArticleColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`

	selectReportCounts = `SELECT m.id, m.report_count FROM json_each(?) w JOIN members m ON m.id = w.value WHERE m.report_count > 0`

	selectReportBlock = `SELECT block FROM reports WHERE id = ?`
	setReportBlock    = `UPDATE reports SET block = ?2 WHERE id = ?1 AND block <> ?2`
)

// blockReader reads blocks, and what else merging looks at.
type blockReader struct {
	*statements
	blocks *blockCache
	// unplaced are new reports that have no block yet.
	unplaced map[string]*graph.Report
}

// MembersIn reads the members of blocks.
func (tx *blockReader) MembersIn(blocks []string) ([]graph.Member, error) {
	if err := tx.blocks.faultless(tx.keepMembers(blocks)); err != nil {
		return nil, db.Translate(err, "members in %q", blocks)
	}
	var kept []*graph.Member
	for _, block := range unique(blocks) {
		kept = append(kept, tx.blocks.members[block].members...)
	}
	slices.SortFunc(kept, func(a, b *graph.Member) int { return strings.Compare(a.ID, b.ID) })
	var members []graph.Member
	if len(kept) > 0 {
		members = make([]graph.Member, 0, len(kept))
	}
	for _, m := range kept {
		members = append(members, *m)
	}
	return members, nil
}

// EntitiesOf reads the entities of members, which share those they have in common.
func (tx *blockReader) EntitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	entities, err := tx.entitiesOf(memberIDs)
	return entities, db.Translate(err, "entities of %d members", len(memberIDs))
}

func (tx *blockReader) entitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	w := tx.blocks
	var unknown []string
	for _, id := range memberIDs {
		if _, ok := w.entityOf[id]; !ok {
			unknown = append(unknown, id)
		}
	}
	clusters, err := tx.Pairs(read.SelectEntityIDs, mapping.IDList(unknown))
	if err != nil {
		return nil, err
	}
	for memberID, entityID := range clusters {
		w.setEntity(memberID, entityID)
	}
	wanted := make(map[string]bool)
	for _, id := range memberIDs {
		if entityID := w.entityOf[id]; entityID != "" {
			wanted[entityID] = true
		}
	}
	loaded, err := read.Entities(tx.View, maps.Keys(wanted))
	if err != nil {
		return nil, err
	}
	entities := make(map[string]graph.Entity, len(memberIDs))
	for _, id := range memberIDs {
		if e := loaded[w.entityOf[id]]; e != nil {
			entities[id] = e
		}
	}
	return entities, nil
}

// ReportsWith reads the reports that name members.
func (tx *blockReader) ReportsWith(memberIDs []string) ([]*graph.Report, error) {
	reports, err := tx.reportsFor(selectReportsWith, memberIDs)
	for _, r := range reports {
		r.EventID = "" // merging makes the events
	}
	return reports, db.Translate(err, "reports with %d members", len(memberIDs))
}

// ReportsIn reads the reports of blocks.
func (tx *blockReader) ReportsIn(blocks []string) ([]*graph.Report, error) {
	if err := tx.blocks.faultless(tx.keepReports(blocks)); err != nil {
		return nil, db.Translate(err, "reports in %q", blocks)
	}
	var reports []*graph.Report
	for _, block := range unique(blocks) {
		for _, r := range tx.blocks.reports[block].reports {
			reports = append(reports, r.Report)
		}
	}
	slices.SortFunc(reports, func(a, b *graph.Report) int { return strings.Compare(a.ID, b.ID) })
	return reports, nil
}

func (tx *blockReader) reportsFor(query string, keys []string) ([]*graph.Report, error) {
	var reports []*graph.Report
	articles := make(map[string]*graph.Article)
	err := tx.Each(query, []any{mapping.IDList(keys)}, func(r *mapping.Row) error {
		report := storekit.ReadReport(r)
		reports = append(reports, report)
		articles[report.ArticleID] = nil
		return nil
	})
	if err != nil || len(reports) == 0 {
		return nil, err
	}
	err = tx.Each(selectArticleHeads, []any{mapping.IDList(slices.Collect(maps.Keys(articles)))}, func(r *mapping.Row) error {
		a := mapping.ReadArticle(r)
		articles[a.ID] = a
		return nil
	})
	slices.SortFunc(reports, func(a, b *graph.Report) int { return strings.Compare(a.ID, b.ID) })
	for _, r := range reports {
		r.Article = articles[r.ArticleID]
	}
	return reports, err
}

// PutReportBlocks sets the blocks of reports.
func (tx *blockReader) PutReportBlocks(blocks map[string]string) error {
	for _, id := range slices.Sorted(maps.Keys(blocks)) {
		if err := tx.blocks.faultless(tx.putReportBlock(id, blocks[id])); err != nil {
			return db.Translate(err, "put block %q of report %s", blocks[id], id)
		}
	}
	return nil
}

func (tx *blockReader) putReportBlock(id, block string) error {
	if r := tx.unplaced[id]; r != nil {
		delete(tx.unplaced, id)
		r.Block = block
		if b := tx.blocks.reports[block]; b != nil {
			b.add(tx.blocks, r)
		}
		return tx.exec(setReportBlock, id, block)
	}
	old, err := tx.Texts(selectReportBlock, id)
	if err != nil || len(old) == 0 || old[0] == block {
		return err
	}
	delete(tx.blocks.reports, old[0])
	delete(tx.blocks.reports, block)
	return tx.exec(setReportBlock, id, block)
}

// unique returns the texts of a list, sorted, each once.
func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// Locate finds members and reports.
func (tx *blockReader) Locate(ids []string) (map[string]graph.Located, error) {
	found, err := read.Locate(tx.View, ids)
	return found, db.Translate(err, "locate %d IDs", len(ids))
}

// ReportCounts counts the reports that name members.
func (tx *blockReader) ReportCounts(memberIDs []string) (map[string]int, error) {
	counts := make(map[string]int)
	err := tx.Each(selectReportCounts, []any{mapping.IDList(memberIDs)}, func(r *mapping.Row) error {
		id := r.Text()
		counts[id] = r.Count()
		return nil
	})
	return counts, db.Translate(err, "count the reports with %d members", len(memberIDs))
}
