package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/storekit"
)

const (
	eventReportOrder   = "reports of an event"
	articleReportOrder = "reports of an article"

	// unknownDay sorts after all days.
	unknownDay = "~~~~~~~~~~"

	// One row for each ID: the list of its reports by key.
	reportsOfEvents = `UNWIND range(0, size($ids) - 1) AS slot
OPTIONAL MATCH (named:Report {id: $ids[slot]}) USING INDEX SEEK named:Report(id)
OPTIONAL MATCH (gone:Gone {id: CASE WHEN named.eventId IS NULL THEN $ids[slot] END}) USING INDEX SEEK gone:Gone(id)
CALL (named) {
MATCH (named)-[:OF]->(e:Event)
MATCH (e)<-[:OF]-(r:Report)%s
MATCH (r)-[:IN]->(a:Article)
WITH r, CASE a.published WHEN '' THEN '` + unknownDay + `' ELSE a.published END + r.id AS key ORDER BY key
RETURN collect([key, r]) AS list
}
WITH slot, gone.heir AS heir, list
`
	// Offsets have ten digits at most.
	reportsOfArticles = `UNWIND range(0, size($ids) - 1) AS slot
CALL (slot) {
MATCH (a:Article {id: $ids[slot]})<-[:IN]-(r:Report) USING INDEX SEEK a:Article(id)%s
WITH r, ` + tenDigits + `(r.start)` + tenDigitsEnd + ` + ` + tenDigits + `(r.end)` + tenDigitsEnd + ` + r.id AS key ORDER BY key
RETURN collect([key, r]) AS list
}
WITH slot, null AS heir, list
`
	tenDigits    = `right('0000000000' + toString`
	tenDigitsEnd = `, 10)`

	ofType = " WHERE r.type = $type"
)

// Reports returns a page for each event or article, in one statement.
func (r eventReader) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	pages, err := r.reports(ctx, q)
	return pages, bolt.Translate(err, "reports of events %.200q, articles %.200q", q.EventIDs, q.ArticleIDs)
}

func (r eventReader) reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	if err := storekit.CheckReports(q); err != nil {
		return nil, err
	}
	order, lists, ids := articleReportOrder, reportsOfArticles, anyList(q.ArticleIDs)
	if len(q.EventIDs) > 0 {
		order, lists, ids = eventReportOrder, reportsOfEvents, reportIDsOf(q.EventIDs)
	}
	w, err := windowOf(q.PageRequest, order)
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, r.db.Read(ctx, func(bolt.Asker) error { return nil })
	}
	params, narrow := w.params(), ""
	if q.Type != "" {
		params["type"], narrow = string(q.Type), ofType
	}
	params["ids"] = ids
	text := fmt.Sprintf(lists, narrow) + "WITH slot, heir, " + w.cut("list") + ` AS page
WITH collect([slot, heir, [[k IN page[0] | [k[0], k[1].id]], page[1], page[2], page[3]]]) AS meta, collect([k IN page[0] | k[1]]) AS lists
CALL (lists) { UNWIND lists AS some UNWIND some AS r RETURN collect(DISTINCT r) AS reports }
WITH meta, [] AS events, reports, [] AS articles, [] AS ids
` + fillReports + fillRest
	var pages []*graph.ReportPage
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		return askPages(ask, text, params, func(meta []any, f *filling) (again bool, err error) {
			pages, again, err = readCutPages(w, meta, ids, func(row []any) (*graph.Report, string, error) {
				key, _ := row[0].(string)
				id, _ := row[1].(string)
				if f.reports[id] == nil {
					return nil, "", bolt.ErrChanged
				}
				return f.reports[id], key, nil
			})
			return again, err
		})
	})
	return pages, err
}

// reportIDsOf returns the reports whose IDs are those of events. Other IDs become nil,
// which matches nothing.
func reportIDsOf(eventIDs []string) []any {
	ids := make([]any, len(eventIDs))
	for i, id := range anyList(eventIDs) {
		if graph.PrefixOf(id.(string)) == graph.PrefixEvent {
			ids[i] = graph.ReportIDOf(id.(string))
		}
	}
	return ids
}

// eventReportCursor returns the cursor that Reports has for a report of an event.
func eventReportCursor(report *graph.Report) string {
	day := report.Article.Published.String()
	if day == "" {
		day = unknownDay
	}
	return window{order: eventReportOrder}.encode(day + report.ID)
}
