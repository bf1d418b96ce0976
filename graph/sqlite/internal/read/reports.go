package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	fromReportsOfEvent   = `FROM reports r JOIN articles a ON a.row = r.article_row WHERE r.event_id = ?`
	fromReportsOfArticle = `FROM reports r WHERE r.article_id = ?`
	ofType               = ` AND r.type = ?`

	// afterAllDays sorts an unknown day last.
	afterAllDays = 99999999
)

var (
	eventReportOrder = ordering{name: "reports of an event", keys: []key{
		numberKey(fmt.Sprintf("iif(a.published = 0, %d, a.published)", afterAllDays)), textKey("r.id")}}
	articleReportOrder = ordering{name: "reports of an article", keys: []key{
		numberKey("r.start_offset"), numberKey("r.end_offset"), textKey("r.id")}}
)

// Reports returns a page for each event or article, and fills them all at once.
func (s eventReader) Reports(ctx context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	var pages []*graph.ReportPage
	err := s.read(ctx, func(r *View) error {
		lists, err := reportLists(r, q)
		if err != nil {
			return err
		}
		shared := make(map[string]*graph.Report) // since two IDs can stand for one event
		for _, l := range lists {
			page, err := pageOf(r, l, q.PageRequest, mapping.ReadResolved)
			if err != nil {
				return err
			}
			for i, report := range page.Nodes {
				if shared[report.ID] == nil {
					shared[report.ID] = report
				}
				page.Nodes[i] = shared[report.ID]
			}
			pages = append(pages, page)
		}
		return fill(r, nil, shared, 0, graph.Without{})
	})
	if err != nil {
		return nil, db.Translate(err, "reports of events %q, articles %q", q.EventIDs, q.ArticleIDs)
	}
	return pages, nil
}

// reportLists returns a list for each event or article.
func reportLists(r *View, q graph.ReportQuery) ([]list, error) {
	if err := storekit.CheckReports(q); err != nil {
		return nil, err
	}
	if _, err := storekit.WindowOf(q.PageRequest); err != nil {
		return nil, err
	}
	from, order, ids := fromReportsOfArticle, articleReportOrder, q.ArticleIDs
	if len(q.EventIDs) > 0 {
		from, order, ids = fromReportsOfEvent, eventReportOrder, make([]string, len(q.EventIDs))
		events, err := identities{r}.eventsOf(q.EventIDs)
		if err != nil {
			return nil, err
		}
		for i, id := range q.EventIDs {
			ids[i] = events[id]
		}
	}
	lists := make([]list, len(ids))
	for i, id := range ids {
		reports := part{from, []any{id}}
		if q.Type != "" {
			reports = reports.and(ofType, string(q.Type))
		}
		lists[i] = list{columns: ", " + mapping.ResolvedColumns, parts: []part{reports}, ordering: order}
	}
	return lists, nil
}
