package sqlite

import (
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

const (
	selectMembersIn = `SELECT ` + memberColumns + ` FROM members m WHERE m.block IN (SELECT value FROM json_each(?))`

	selectReportsWith = `SELECT ` + reportColumns + ` FROM reports r WHERE r.id IN (
SELECT p.report_id FROM json_each(?) w JOIN members m ON m.id = w.value JOIN report_parties p ON p.article_id = m.article_id AND p.member_id = m.id)`
	selectReportsIn = `SELECT ` + reportColumns + ` FROM reports r WHERE r.block IN (SELECT value FROM json_each(?))`
	// The columns before the text are read without the pages that hold the text.
	selectArticleHeads = `SELECT ` + articleColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`

	setReportBlock = `UPDATE reports SET block = ?2 WHERE id = ?1 AND block <> ?2`
)

// MembersIn reads the members of blocks. The one writer keeps all others out.
func (tx *transaction) MembersIn(blocks []string) ([]graph.Member, error) {
	var members []graph.Member
	err := tx.each(selectMembersIn, []any{idList(blocks)}, func(r *row) error {
		members = append(members, readMember(r))
		return nil
	})
	// Sorted here, where a block, which comes in order, costs nothing.
	slices.SortFunc(members, func(a, b graph.Member) int { return strings.Compare(a.ID, b.ID) })
	return members, translate(err, "members in %q", blocks)
}

// EntitiesOf reads the entities of members; members of one share it.
func (tx *transaction) EntitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	entities, err := tx.entitiesOf(memberIDs)
	return entities, translate(err, "entities of %d members", len(memberIDs))
}

func (tx *transaction) entitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	clusters, err := tx.pairs(selectEntityIDs, idList(memberIDs))
	if err != nil {
		return nil, err
	}
	loaded, err := tx.loadEntities(maps.Values(clusters))
	if err != nil {
		return nil, err
	}
	entities := make(map[string]graph.Entity, len(clusters))
	for memberID, entityID := range clusters {
		if e := loaded[entityID]; e != nil {
			entities[memberID] = e
		}
	}
	return entities, nil
}

// ReportsWith reads the reports that name members.
func (tx *transaction) ReportsWith(memberIDs []string) ([]*graph.Report, error) {
	reports, err := tx.reportsFor(selectReportsWith, memberIDs)
	return reports, translate(err, "reports with %d members", len(memberIDs))
}

// ReportsIn reads the reports of blocks. The one writer keeps all others out.
func (tx *transaction) ReportsIn(blocks []string) ([]*graph.Report, error) {
	reports, err := tx.reportsFor(selectReportsIn, blocks)
	return reports, translate(err, "reports in %q", blocks)
}

func (tx *transaction) reportsFor(query string, keys []string) ([]*graph.Report, error) {
	var reports []*graph.Report
	articles := make(map[string]*graph.Article)
	err := tx.each(query, []any{idList(keys)}, func(r *row) error {
		report := readReport(r)
		report.EventID = "" // merging makes the events
		reports = append(reports, report)
		articles[report.ArticleID] = nil
		return nil
	})
	if err != nil || len(reports) == 0 {
		return nil, err
	}
	err = tx.each(selectArticleHeads, []any{idList(slices.Collect(maps.Keys(articles)))}, func(r *row) error {
		a := readArticle(r)
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
func (tx *transaction) PutReportBlocks(blocks map[string]string) error {
	for _, id := range slices.Sorted(maps.Keys(blocks)) {
		if err := tx.exec(setReportBlock, id, blocks[id]); err != nil {
			return translate(err, "put block %q of report %s", blocks[id], id)
		}
	}
	return nil
}
