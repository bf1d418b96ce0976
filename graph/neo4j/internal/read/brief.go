package read

import (
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// A page without details is read in brief: each event with the names of its parties and
// with its first reports. An event has all that in one text, its brief (see
// brief_text.go), which is a denormalized copy, so that such a page is read from the
// events alone. For an event that has no brief, or one with too few reports,
// relationships are followed.

// inBrief reports whether briefs have all that is needed.
func inBrief(w graph.Without) bool { return w == graph.WithoutDetails() }

// fewReports is the most reports that a brief has. If an event has no more than that,
// all of them are read along relationships, and Go selects.
const fewReports = 5

// eventsInBrief follows meta and lists, a list of lists of events. A party is its ID and
// its name in one text, since each value that is sent costs time.
var eventsInBrief = fmt.Sprintf(`CALL (lists) {
UNWIND lists AS some
UNWIND some AS e
WITH DISTINCT e
RETURN collect(coalesce(CASE WHEN $reports <= %[1]d OR e.reportCount <= %[1]d THEN e.brief END, [%[2]s, %[3]s, CASE $reports WHEN 0 THEN [] ELSE %[4]s END])) AS events
}
RETURN meta, events`, fewReports, mapping.TermsOf("e", mapping.BriefEventProperties...), partiesInBrief,
	reportsInBrief("$reports", mapping.TermsOf("r", mapping.BriefReportProperties...)+", "+mapping.TermsOf("a", mapping.BriefArticleProperties...)))

const partiesInBrief = `[(e)-[:PARTICIPATED_IN|AT]-(n) | n.id + ' ' + n.name]`

// reportsInBrief returns Cypher for the first reports of e, or all if they are few. Each
// is a list of terms of r and its article a.
func reportsInBrief(first, terms string) string {
	return fmt.Sprintf(`CASE WHEN e.reportCount <= %d THEN [(e)<-[:OF]-(r)-[:IN]->(a) | [%[3]s]]
ELSE COLLECT { UNWIND e.reportIds[..%[2]s] AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) MATCH (r)-[:IN]->(a) RETURN [%[3]s] } END`, fewReports, first, terms)
}

// readBriefs reads the events that eventsInBrief returns.
func readBriefs(value any) (*filling, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, fmt.Errorf("%w: %T is not a list of events", graph.ErrCorrupt, value)
	}
	f := newBriefs(len(list))
	for _, one := range list {
		var err error
		if brief, ok := one.(string); ok {
			err = f.readText(brief)
		} else {
			err = f.readLists(one)
		}
		if err != nil {
			return nil, err
		}
	}
	return f, nil
}

// newBriefs returns an empty filling with room for so many events.
func newBriefs(events int) *filling {
	return &filling{
		events: make(map[string]*graph.Event, events), reports: make(map[string]*graph.Report, 2*events),
		articles: make(map[string]*graph.Article, 2*events), entities: make(map[string]graph.Entity, 3*events),
		missing: make(map[string]bool),
	}
}

// readLists reads an event with its parties and reports. What has no ID was deleted
// after it had been found.
func (f *filling) readLists(value any) error {
	row := mapping.FieldsOf(value)
	if row.Null() {
		return bolt.ErrChanged
	}
	e := storekit.ReadBriefEvent(row)
	parties, reports := row.List(), row.List()
	if row.Err != nil {
		return row.Err
	}
	f.events[e.ID] = e
	for _, one := range parties {
		party, ok := one.(string)
		if !ok {
			return bolt.ErrChanged
		}
		if err := f.addParty(party); err != nil {
			return err
		}
	}
	for _, one := range reports {
		row := mapping.FieldsOf(one)
		if row.Null() {
			return bolt.ErrChanged
		}
		f.addReport(e, row.BriefReport(), storekit.ReadBriefArticle(row))
		if row.Err != nil {
			return row.Err
		}
	}
	return nil
}

// addParty adds an entity from its ID and its name.
func (f *filling) addParty(party string) error {
	id, name, _ := strings.Cut(party, " ")
	if f.entities[id] != nil {
		return nil
	}
	entity, ok := mapping.EntityOf(graph.Profile{ID: id, Name: name}, "", nil)
	if !ok {
		return fmt.Errorf("%w: %.80q is not the ID of an entity", graph.ErrCorrupt, id)
	}
	f.entities[id] = entity
	return nil
}

func (f *filling) addReport(of *graph.Event, report *graph.Report, article *graph.Article) {
	report.EventID, report.ArticleID = of.ID, article.ID
	f.reports[report.ID], f.articles[article.ID] = report, article
}
