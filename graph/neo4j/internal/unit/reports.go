package unit

import (
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

var (
	// The reports are locked before they are read, so that they are as others have
	// committed them.
	readReportsWith = `UNWIND $ids AS id MATCH (m:Member {id: id})<-[:NAMES]-(r:Report) USING INDEX SEEK m:Member(id)
WITH DISTINCT r ORDER BY r.id REMOVE r:Held WITH collect(r) AS held UNWIND held AS r
MATCH (r)-[:IN]->(a:Article) RETURN ` + mapping.ReportList("r") + `, ` + mapping.ArticleList("a")

	readReportBlocks = takeLocks + `CALL {
UNWIND $blocks AS block MATCH (r:Report {block: block})-[:IN]->(a:Article) USING INDEX SEEK r:Report(block) RETURN [2] + ` + mapping.ReportList("r") + ` AS row, ` + mapping.ArticleList("a") + ` AS article
UNION ALL UNWIND $reports AS id MATCH (r:Report {id: id})-[:IN]->(a:Article) USING INDEX SEEK r:Report(id) RETURN [2] + ` + mapping.ReportList("r") + ` AS row, ` + mapping.ArticleList("a") + ` AS article
UNION ALL UNWIND $blocks AS block MATCH (e:Event {block: block}) USING INDEX SEEK e:Event(block) RETURN [3, COUNT { (e)<-[:PARTICIPATED_IN]-() }] + ` + mapping.EventList("e") + ` AS row, null AS article
UNION ALL UNWIND $events AS id MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) RETURN [3, COUNT { (e)<-[:PARTICIPATED_IN]-() }] + ` + mapping.EventList("e") + ` AS row, null AS article
UNION ALL ` + readIfEdited + `, null AS article
} RETURN row, article`
)

const setReportBlocks = `UNWIND $rows AS row MATCH (r:Report {id: row[0]}) USING INDEX SEEK r:Report(id) SET r.block = row[1]`

// reportBlocks reads and puts the reports and events of blocks.
type reportBlocks struct{ *unitOfWork }

// ReportsWith reads the reports that name members, and locks them.
func (tx *reportBlocks) ReportsWith(memberIDs []string) ([]*graph.Report, error) {
	reports, err := tx.reportsWith(storekit.Distinct(memberIDs))
	return reports, bolt.Translate(err, "reports with %d members", len(memberIDs))
}

func (tx *reportBlocks) reportsWith(memberIDs []string) ([]*graph.Report, error) {
	// Waiting entities make no difference.
	if err := tx.batches.flush(); err != nil {
		return nil, err
	}
	if err := tx.eventBlocks.flushBlocks(); err != nil || len(memberIDs) == 0 {
		return nil, err
	}
	if tx.added.hasMember(memberIDs) {
		if err := tx.flush(); err != nil {
			return nil, err
		}
	}
	rows, err := tx.Ask(readReportsWith, map[string]any{"ids": memberIDs})
	if err != nil {
		return nil, err
	}
	var reports []*graph.Report
	for _, row := range rows {
		report, err := reportWithArticle(row[0], row[1])
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	sortReports(reports)
	return reports, nil
}

// reportWithArticle reads a report without its event, and its article without the text.
func reportWithArticle(report, article any) (*graph.Report, error) {
	f, of := mapping.FieldsOf(report), mapping.FieldsOf(article)
	r := storekit.ReadReport(f)
	r.EventID = "" // merging makes the events
	r.Article = storekit.ReadArticle(of)
	return r, mapping.FirstOf(f.Err, of.Err)
}

func sortReports(reports []*graph.Report) {
	slices.SortFunc(reports, func(a, b *graph.Report) int { return strings.Compare(a.ID, b.ID) })
}

// ReportsIn reads the reports of blocks, and locks the blocks.
func (tx *reportBlocks) ReportsIn(blocks []string) ([]*graph.Report, error) {
	reports, err := tx.reportsIn(blocks)
	return reports, bolt.Translate(err, "reports in %d blocks", len(blocks))
}

func (tx *reportBlocks) reportsIn(blocks []string) ([]*graph.Report, error) {
	if err := tx.settle(); err != nil {
		return nil, err
	}
	reports, err := tx.readReports(storekit.Distinct(blocks), nil, nil)
	sortReports(reports)
	return reports, err
}

// PutReportBlocks sets the blocks of reports.
func (tx *reportBlocks) PutReportBlocks(blocks map[string]string) error {
	if err := tx.Ended(); err != nil {
		return bolt.Translate(err, "put blocks of %d reports", len(blocks))
	}
	if len(tx.eventBlocks.waiting) > 0 {
		if err := tx.flush(); err != nil {
			return bolt.Translate(err, "put blocks of %d reports", len(blocks))
		}
	}
	maps.Copy(tx.eventBlocks.blocks, blocks)
	return nil
}

func (tx *eventQueue) flushBlocks() error {
	if len(tx.blocks) == 0 {
		return nil
	}
	var rows []any
	for _, id := range slices.Sorted(maps.Keys(tx.blocks)) {
		if r := tx.added.reports[id]; r != nil {
			r.report.Block = tx.blocks[id]
			continue
		}
		rows = append(rows, []any{id, tx.blocks[id]})
	}
	clear(tx.blocks)
	tx.events = tx.added.eventMap() // the blocks are not as they were read any longer
	return tx.write(setReportBlocks, rows)
}
