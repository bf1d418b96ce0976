package read

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// A filled answer is one statement. Its first lines find what was asked for, as the
// variables meta (returned as it is), events and reports (lists of nodes), articles (a
// list of nodes, returned with their text) and ids (of entities). The lines below then
// find everything that these refer to, and return it in one row, each thing once.

// fillEvents finds the first $reports reports of events, the reports of their conflicts,
// and the events of the latter. It follows meta, events and ids.
const fillEvents = `CALL (events) {
UNWIND events AS e
UNWIND e.reportIds[..$reports] + e.conflictReportIds AS id
WITH DISTINCT id
MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id)
RETURN collect(r) AS reports
}
CALL (events) {
UNWIND events AS e
UNWIND e.conflictReportIds AS id
WITH DISTINCT id
MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id)
WITH r
MATCH (r)-[:OF]->(o:Event)
RETURN collect(DISTINCT o) AS others
}
WITH meta, events, others, reports, [] AS articles, ids
`

// fillReports is fillEvents for an answer that also has reports and articles of its own.
// It follows meta, events, reports, articles and ids.
const fillReports = `CALL (events, reports) {
UNWIND events AS e
UNWIND e.conflictReportIds AS id
WITH DISTINCT id, reports
MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id)
RETURN collect(r) AS conflicting
}
WITH meta, events, articles, ids, reports + conflicting AS reports
CALL (reports) {
UNWIND reports AS r
MATCH (r)-[:OF]->(o:Event)
RETURN collect(DISTINCT o) AS others
}
`

// fillRest follows fillEvents or fillReports.
var fillRest = `CALL (reports, articles) {
CALL (reports, articles) {
UNWIND reports AS r
MATCH (r)-[:IN]->(a:Article)
RETURN a
UNION
UNWIND articles AS a
RETURN a
}
RETURN collect(a) AS allArticles
}
WITH meta, events, others, reports, articles, allArticles, ids
	+ [e IN events + others | [i IN range(0, size(e.participants) - 1) WHERE i % 3 <> 1 | e.participants[i]] + e.placeId]
	+ [r IN reports | [i IN range(1, size(r.parties) - 1, 2) | r.parties[i]]] AS ids
` + fillEntities("meta, events, others, reports, articles, allArticles") +
	`RETURN meta, [e IN events + others | ` + mapping.EventList("e") + `], [r IN reports | ` + mapping.ResolvedReportList("r") + `], [a IN allArticles | ` + mapping.ArticleList("a") + ` + CASE WHEN a IN articles THEN a.text ELSE '' END], [n IN entities | ` + mapping.EntityList("n") + `], organizations`

// fillEntities finds the entities of ids, a list of lists, and the organizations of their
// positions, which are given as members.
func fillEntities(carried string) string {
	return `CALL (ids) {
UNWIND ids AS some
UNWIND some AS id
WITH DISTINCT id
MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id)
RETURN collect(n) AS entities
}
CALL (entities) {
UNWIND entities AS n
UNWIND [i IN range(1, size(n.positions) - 1, 2) | n.positions[i]] AS id
WITH DISTINCT id
MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id)
WITH id, m
MATCH (m)-[:OF]->(o:Organization)
RETURN collect([id, ` + mapping.EntityList("o") + `]) AS organizations
}
WITH ` + carried + `, entities, organizations
`
}

// entitiesAlone ends a statement that has only meta and ids.
var entitiesAlone = fillEntities("meta") + `RETURN meta, [] AS events, [] AS reports, [] AS articles, [n IN entities | ` + mapping.EntityList("n") + `], organizations`

// filling is the things of an answer, by ID. Those that several others refer to are
// shared.
type filling struct {
	events        map[string]*graph.Event
	reports       map[string]*graph.Report
	articles      map[string]*graph.Article
	entities      map[string]graph.Entity
	organizations map[string]*graph.Organization // by the IDs that positions have
	// missing are the IDs that something refers to and that were not found.
	missing map[string]bool
}

// readFilling reads the row of a filled statement, or of one in brief, except for meta.
func readFilling(row []any) (*filling, error) {
	if len(row) == 2 {
		return readBriefs(row[1])
	}
	f := &filling{organizations: make(map[string]*graph.Organization), missing: make(map[string]bool)}
	if len(row) != 6 {
		return nil, fmt.Errorf("%w: an answer with %d columns", graph.ErrCorrupt, len(row))
	}
	var err error
	if f.events, err = byID(row[1], (*mapping.Fields).Event); err != nil {
		return nil, err
	}
	if f.reports, err = byID(row[2], func(f *mapping.Fields) *graph.Report { return storekit.ReadResolvedReport(f) }); err != nil {
		return nil, err
	}
	if f.articles, err = byID(row[3], (*mapping.Fields).WholeArticle); err != nil {
		return nil, err
	}
	if f.entities, err = byID(row[4], (*mapping.Fields).Entity); err != nil {
		return nil, err
	}
	organizations, _ := row[5].([]any)
	for _, value := range organizations {
		pair := mapping.FieldsOf(value)
		memberID, list := pair.Text(), pair.List()
		if pair.Err != nil {
			return nil, pair.Err
		}
		one := mapping.NewFields(list)
		if one.Null() {
			return nil, bolt.ErrChanged
		}
		organization, ok := one.Entity().(*graph.Organization)
		if one.Err != nil {
			return nil, one.Err
		}
		if ok {
			f.organizations[memberID] = organization
		}
	}
	return f, nil
}

// bareArticle returns an article without its text, which it has if it was asked for
// itself. It returns nil if the article is missing.
func (f *filling) bareArticle(id string) *graph.Article {
	article := f.articles[id]
	if article == nil || article.Text == "" {
		return article
	}
	bare := *article
	bare.Text = ""
	return &bare
}

// byID reads a list of rows. A row without an ID belongs to a node that was deleted after
// it had been found.
func byID[T graph.Node](value any, read func(*mapping.Fields) T) (map[string]T, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, fmt.Errorf("%w: %T is not a list of rows", graph.ErrCorrupt, value)
	}
	things := make(map[string]T, len(list))
	for _, one := range list {
		f := mapping.FieldsOf(one)
		if f.Null() {
			return nil, bolt.ErrChanged
		}
		thing := read(f)
		if f.Err != nil {
			return nil, f.Err
		}
		things[thing.NodeID()] = thing
	}
	return things, nil
}

// positionsWithout returns the IDs of positions' organizations that the statement did not
// find, because the member is gone.
func (f *filling) positionsWithout() []string {
	unknown := make(map[string]bool)
	for _, e := range f.entities {
		person, ok := e.(*graph.Person)
		if !ok {
			continue
		}
		for _, position := range person.Positions {
			if id := position.OrganizationID; id != "" && f.organizations[id] == nil {
				unknown[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(unknown))
}

// fillPositions points positions to what their organizations have become since merging
// wrote them.
func (f *filling) fillPositions() {
	for _, e := range f.entities {
		person, ok := e.(*graph.Person)
		if !ok {
			continue
		}
		for i := range person.Positions {
			position := &person.Positions[i]
			organization := f.organizations[position.OrganizationID]
			position.OrganizationID = ""
			if organization != nil {
				position.OrganizationID, position.Organization = organization.ID, organization
			}
		}
	}
}

// fill fills all references, and notes what is missing.
func (f *filling) fill() {
	f.fillPositions()
	for _, e := range f.events {
		f.fillParties(e.Participants)
		e.Place, _ = f.entity(e.PlaceID).(*graph.Place)
	}
	for _, report := range f.reports {
		f.fillReport(report)
	}
}

func (f *filling) fillReport(report *graph.Report) {
	f.fillParties(report.Participants)
	for _, id := range report.AttributedToIDs {
		report.AttributedTo = append(report.AttributedTo, f.entity(id))
	}
	report.Place, _ = f.entity(report.PlaceID).(*graph.Place)
	if report.Article = f.bareArticle(report.ArticleID); report.Article == nil {
		f.missing[report.ArticleID] = true
	}
	if report.EventID == "" {
		return
	}
	e := f.events[report.EventID]
	if e == nil {
		f.missing[report.EventID] = true
		return
	}
	if len(e.Conflicts) == 0 {
		report.Event = e
		return
	}
	bare := *e
	bare.Conflicts = slices.Clone(e.Conflicts)
	for i := range bare.Conflicts {
		bare.Conflicts[i].Reports = nil
	}
	bare.Reports = nil
	report.Event = &bare
}

func (f *filling) fillParties(participants []graph.Participation) {
	for i := range participants {
		p := &participants[i]
		p.Entity, p.OnBehalfOf = f.entity(p.EntityID), f.entity(p.OnBehalfOfID)
	}
}

// entity returns an entity that something refers to, or nil.
func (f *filling) entity(id string) graph.Entity {
	if id == "" {
		return nil
	}
	e := f.entities[id]
	if e == nil {
		f.missing[id] = true
		return nil // and not an interface with a nil pointer
	}
	return e
}

// event returns an event with its first reports and those of its conflicts, or nil if it
// is missing. Call it after fill.
func (f *filling) event(id string, first int) *graph.Event {
	bare := f.events[id]
	if bare == nil {
		f.missing[id] = true
		return nil
	}
	e := *bare
	e.Conflicts = slices.Clone(bare.Conflicts)
	for i := range e.Conflicts {
		c := &e.Conflicts[i]
		for _, reportID := range c.ReportIDs {
			if report := f.reports[reportID]; report != nil {
				c.Reports = append(c.Reports, report)
			}
		}
	}
	if first == 0 {
		return &e
	}
	ids := e.ReportIDs[:min(first, len(e.ReportIDs))]
	e.Reports = &graph.ReportPage{HasNext: len(ids) < len(e.ReportIDs)}
	for _, reportID := range ids {
		report := f.reports[reportID]
		if report == nil || report.Article == nil {
			f.missing[reportID] = true
			continue
		}
		e.Reports.Nodes = append(e.Reports.Nodes, report)
		e.Reports.Cursors = append(e.Reports.Cursors, eventReportCursor(report))
	}
	return &e
}

// lack returns everything that is missing as one text, "" for nothing.
func (f *filling) lack() string {
	return strings.Join(slices.Sorted(maps.Keys(f.missing)), " ")
}
