package neo4j

import (
	"maps"
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// createArticles writes new articles whole. A report's parties are in the article,
// so they are named by their place in its list.
const createArticles = `UNWIND $rows AS row CREATE (a:Article) SET a = row.article
WITH a, row
CALL (a, row) { UNWIND row.members AS member CREATE (m:Member)-[:NAMED_IN]->(a) SET m = member RETURN collect(m) AS members }
CALL (members) { UNWIND members AS m MATCH (e:Entity {id: m.entityId}) USING INDEX SEEK e:Entity(id) CREATE (m)-[:OF]->(e) }
UNWIND row.reports AS new CREATE (r:Report)-[:IN]->(a) SET r = new.report
WITH r, new, members
CALL (r) { MATCH (e:Event {id: r.eventId}) USING INDEX SEEK e:Event(id) CREATE (r)-[:OF]->(e) }
CALL (r, new, members) { UNWIND new.names AS at WITH r, members[at] AS m CREATE (r)-[:NAMES]->(m) }
CALL (r, new) { UNWIND new.sources AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) CREATE (r)-[:ATTRIBUTED_TO]->(e) }`

// freshArticles are articles of which no version is stored. They wait until a
// transaction ends, or something is asked that takes them to be stored, and are
// then written once, with the blocks, entities and events that they got by then.
// The IDs of their members and reports follow from theirs: nobody has them yet.
type freshArticles struct {
	rows    []batchRows
	members map[string]*freshMember
	reports map[string]*freshReport
}

// freshMember is a member and its entity, "" for none.
type freshMember struct {
	member   graph.Member
	entityID string
}

// freshReport is a report with its article, and its event, "" for none.
type freshReport struct {
	report  *graph.Report
	eventID string
}

func newFreshArticles() *freshArticles {
	return &freshArticles{members: make(map[string]*freshMember), reports: make(map[string]*freshReport)}
}

// add has an article wait.
func (f *freshArticles) add(rows batchRows) {
	f.rows = append(f.rows, rows)
	for _, m := range rows.plainMembers {
		f.members[m.ID] = &freshMember{member: m}
	}
	for _, r := range rows.plainReports {
		f.reports[r.ID] = &freshReport{report: r}
	}
}

func (f *freshArticles) has(articleID string) bool {
	return slices.ContainsFunc(f.rows, func(rows batchRows) bool { return rows.articleID == articleID })
}

// hasMember is true where one of the members is of such an article.
func (f *freshArticles) hasMember(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return f.members[id] != nil })
}

// membersIn returns the members of blocks.
func (f *freshArticles) membersIn(blocks map[string]bool) []graph.Member {
	var members []graph.Member
	for _, m := range f.members {
		if blocks[m.member.Block] {
			members = append(members, m.member)
		}
	}
	return members
}

// reportsIn returns the reports of blocks.
func (f *freshArticles) reportsIn(blocks map[string]bool) []*graph.Report {
	var reports []*graph.Report
	for _, r := range f.reports {
		if blocks[r.report.Block] {
			report := *r.report
			reports = append(reports, &report)
		}
	}
	return reports
}

// entityModel is a model that has the members.
func (f *freshArticles) entityModel() *entityModel {
	model := newEntityModel()
	for id, m := range f.members {
		model.members[id] = &memberState{m.member.Block, m.entityID, m.entityID}
	}
	return model
}

// eventModel is a model that has the reports.
func (f *freshArticles) eventModel() *eventModel {
	model := newEventModel()
	for id, r := range f.reports {
		model.reports[id] = &memberState{r.report.Block, r.eventID, r.eventID}
	}
	return model
}

// flushFresh writes the new articles. What is put of their members and reports after
// that is resolved at the end.
func (tx *transaction) flushFresh() error {
	for id := range tx.fresh.members {
		tx.written[id] = true
	}
	for id := range tx.fresh.reports {
		tx.unresolved[id] = true
	}
	return tx.write(createArticles, tx.fresh.take())
}

// take returns the articles as createArticles has them, with what became of them, and
// forgets them.
func (f *freshArticles) take() []any {
	rows := make([]any, len(f.rows))
	for i := range f.rows {
		rows[i] = f.created(&f.rows[i])
	}
	*f = *newFreshArticles()
	return rows
}

// created is an article as createArticles takes it.
func (f *freshArticles) created(rows *batchRows) map[string]any {
	positions := make(map[string]int, len(rows.memberIDs))
	for i, id := range rows.memberIDs {
		positions[id] = i
		if entityID := f.members[id].entityID; entityID != "" {
			rows.members[i]["entityId"] = entityID
		}
	}
	reports := make([]any, len(rows.reports))
	for i, row := range rows.reports {
		fresh := f.reports[rows.reportIDs[i]]
		row.report["block"] = fresh.report.Block
		row.report["parties"] = f.parties(row.names)
		if fresh.eventID != "" {
			row.report["eventId"] = fresh.eventID
		}
		names := make([]int, len(row.names))
		for j, id := range row.names {
			names[j] = positions[id]
		}
		reports[i] = map[string]any{"report": row.report, "names": names, "sources": f.entitiesOf(fresh.report.AttributedToIDs)}
	}
	return map[string]any{"article": rows.article, "members": values(rows.members), "reports": reports}
}

// parties returns pairs of members and their entities, by member, as resolveReports
// does.
func (f *freshArticles) parties(names []string) []string {
	parties := make([]string, 0, 2*len(names))
	for _, id := range slices.Sorted(slices.Values(names)) {
		parties = append(parties, id, f.members[id].entityID)
	}
	return parties
}

// entitiesOf returns the entities of members, each once.
func (f *freshArticles) entitiesOf(memberIDs []string) []string {
	entities := make(map[string]bool, len(memberIDs))
	for _, id := range memberIDs {
		entities[f.members[id].entityID] = true
	}
	delete(entities, "")
	return listValue(slices.Sorted(maps.Keys(entities)))
}

// plainReport is a report as it is read, with its article.
func plainReport(r *graph.Report, article *graph.Article) *graph.Report {
	plain := storekit.CloneReport(r)
	plain.EventID, plain.Article = "", article
	return plain
}

// plainArticle is an article as it is read, without its text.
func plainArticle(a *graph.Article) *graph.Article {
	plain := storekit.CloneWithoutText(a)
	if !a.LoadedAt.IsZero() {
		plain.LoadedAt = a.LoadedAt.UTC().Truncate(time.Microsecond)
	}
	return plain
}
