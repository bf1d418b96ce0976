package neo4j

import (
	"fmt"
	"strings"

	"dateline/graph"
)

// A page of which nobody looks at details comes in brief: each event with the names
// of its parties and with its first reports, found along relationships.

// inBrief tells whether briefs are enough.
func inBrief(w graph.Without) bool {
	return w == graph.Without{Conflicts: true, ReportParties: true, ReportDetails: true, ArticleDetails: true, EntityDetails: true}
}

// fewReports is up to how many reports an event's first ones are not looked up by ID
// for: all are read then, and Go picks.
const fewReports = 5

// eventsInBrief follows meta and lists, which are of events. A party is its ID and
// its name in one text: what travels is read value by value.
var eventsInBrief = `CALL (lists) {
UNWIND lists AS some
UNWIND some AS e
WITH DISTINCT e
RETURN collect([` + termsOf("e", briefEventProperties...) + `, [(e)-[:PARTICIPATED_IN|AT]-(n) | n.id + ' ' + n.name], ` + reportsInBrief + `]) AS events
}
RETURN meta, events`

var reportsInBrief = fmt.Sprintf(`CASE
WHEN $reports = 0 THEN []
WHEN e.reportCount <= %[1]d THEN [(e)<-[:OF]-(r)-[:IN]->(a) | %[2]s]
ELSE COLLECT { UNWIND e.reportIds[..$reports] AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) MATCH (r)-[:IN]->(a) RETURN %[2]s }
END`, fewReports, "["+termsOf("r", briefReportProperties...)+", "+termsOf("a", briefArticleProperties...)+"]")

// readBriefs reads the events that eventsInBrief gives.
func readBriefs(value any) (*filling, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, fmt.Errorf("%w: %T is no list of events", graph.ErrCorrupt, value)
	}
	f := &filling{
		events: make(map[string]*graph.Event, len(list)), reports: make(map[string]*graph.Report, 2*len(list)),
		articles: make(map[string]*graph.Article, 2*len(list)), entities: make(map[string]graph.Entity, 3*len(list)),
		missing: make(map[string]bool),
	}
	for _, one := range list {
		if err := f.readBrief(one); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// readBrief reads an event with its parties and reports. What lacks an ID was
// deleted after it had been found.
func (f *filling) readBrief(value any) error {
	row := fieldsOf(value)
	if row.null() {
		return errChanged
	}
	e := row.briefEvent()
	parties, reports := row.list(), row.list()
	if row.err != nil {
		return row.err
	}
	f.events[e.ID] = e
	for _, one := range parties {
		if err := f.readParty(one); err != nil {
			return err
		}
	}
	for _, one := range reports {
		if err := f.readReport(e, one); err != nil {
			return err
		}
	}
	return nil
}

func (f *filling) readParty(value any) error {
	party, ok := value.(string)
	if !ok {
		return errChanged
	}
	id, name, _ := strings.Cut(party, " ")
	if f.entities[id] != nil {
		return nil
	}
	entity, ok := entityOf(graph.Named{ID: id, Name: name}, "", nil)
	if !ok {
		return fmt.Errorf("%w: entity %.80q is of no kind", graph.ErrCorrupt, id)
	}
	f.entities[id] = entity
	return nil
}

func (f *filling) readReport(of *graph.Event, value any) error {
	row := fieldsOf(value)
	if row.null() {
		return errChanged
	}
	report, article := row.briefReport(), row.briefArticle()
	report.EventID, report.ArticleID = of.ID, article.ID
	f.reports[report.ID], f.articles[article.ID] = report, article
	return row.err
}
