package unit

import (
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// createArticles writes whole new articles. The parties of a report are members of the
// same article, so they are given by their place in its list.
const createArticles = `UNWIND $rows AS row CREATE (a:Article) SET a = row.article
WITH a, row
CALL (a, row) { UNWIND row.members AS member CREATE (m:Member)-[:NAMED_IN]->(a) SET m = member RETURN collect(m) AS members }
CALL (members) { UNWIND members AS m MATCH (e:Entity {id: m.entityId}) USING INDEX SEEK e:Entity(id) CREATE (m)-[:OF]->(e) }
UNWIND row.reports AS new CREATE (r:Report)-[:IN]->(a) SET r = new.report
WITH r, new, members
CALL (r) { MATCH (e:Event {id: r.eventId}) USING INDEX SEEK e:Event(id) CREATE (r)-[:OF]->(e) }
CALL (r, new, members) { UNWIND new.names AS at WITH r, members[at] AS m CREATE (r)-[:NAMES]->(m) }
CALL (r, new) { UNWIND new.sources AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) CREATE (r)-[:ATTRIBUTED_TO]->(e) }`

// newArticles are articles of which no version is stored. They wait until the transaction
// ends, or until a question needs them to be stored. Then they are written once, with the
// blocks, entities and events that they have got meanwhile. Nobody else can know the IDs
// of their members and reports, which follow from the articles' IDs.
type newArticles struct {
	rows    []batchRows
	members map[string]*newMember
	reports map[string]*newReport
}

// newMember is a member and its entity, "" for none.
type newMember struct {
	member   graph.Member
	entityID string
}

// newReport is a report with its article, and its event, "" for none.
type newReport struct {
	report  *graph.Report
	eventID string
}

func makeNewArticles() *newArticles {
	return &newArticles{members: make(map[string]*newMember), reports: make(map[string]*newReport)}
}

// add makes an article wait.
func (f *newArticles) add(rows batchRows) {
	f.rows = append(f.rows, rows)
	for _, m := range rows.plainMembers {
		f.members[m.ID] = &newMember{member: m}
	}
	for _, r := range rows.plainReports {
		f.reports[r.ID] = &newReport{report: r}
	}
}

func (f *newArticles) has(articleID string) bool {
	return slices.ContainsFunc(f.rows, func(rows batchRows) bool { return rows.articleID == articleID })
}

// hasMember reports whether one of the members belongs to such an article.
func (f *newArticles) hasMember(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return f.members[id] != nil })
}

// membersIn returns the members of blocks.
func (f *newArticles) membersIn(blocks map[string]bool) []graph.Member {
	var members []graph.Member
	for _, m := range f.members {
		if blocks[m.member.Block] {
			members = append(members, m.member)
		}
	}
	return members
}

// reportsIn returns the reports of blocks.
func (f *newArticles) reportsIn(blocks map[string]bool) []*graph.Report {
	var reports []*graph.Report
	for _, r := range f.reports {
		if blocks[r.report.Block] {
			report := *r.report
			reports = append(reports, &report)
		}
	}
	return reports
}

// entityMap returns a map that has the members.
func (f *newArticles) entityMap() *entityMap {
	model := newEntityMap()
	for id, m := range f.members {
		model.members[id] = &memberState{m.member.Block, m.entityID, m.entityID}
	}
	return model
}

// eventMap returns a map that has the reports.
func (f *newArticles) eventMap() *eventMap {
	model := newEventMap()
	for id, r := range f.reports {
		model.reports[id] = &memberState{r.report.Block, r.eventID, r.eventID}
	}
	return model
}

// flushNew writes the new articles. Later changes of their members and reports are
// resolved at the end.
func (tx *batchQueue) flushNew() error {
	for id := range tx.added.members {
		tx.touched.written[id] = true
	}
	for id := range tx.added.reports {
		tx.touched.unresolved[id] = true
	}
	return tx.write(createArticles, tx.added.take())
}

// take returns the articles as rows of createArticles, and forgets them.
func (f *newArticles) take() []any {
	rows := make([]any, len(f.rows))
	for i := range f.rows {
		rows[i] = f.created(&f.rows[i])
	}
	*f = *makeNewArticles()
	return rows
}

// created returns an article as a row of createArticles.
func (f *newArticles) created(rows *batchRows) map[string]any {
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
		row.Report["block"] = fresh.report.Block
		row.Report["parties"] = mapping.PartiesOf(row.Names, f.entityIDOf)
		if fresh.eventID != "" {
			row.Report["eventId"] = fresh.eventID
		}
		names := make([]int, len(row.Names))
		for j, id := range row.Names {
			names[j] = positions[id]
		}
		reports[i] = map[string]any{"report": row.Report, "names": names, "sources": mapping.EntitiesOf(fresh.report.AttributedToIDs, f.entityIDOf)}
	}
	return map[string]any{"article": rows.article, "members": values(rows.members), "reports": reports}
}

// entityIDOf returns the entity of a member, "" for none.
func (f *newArticles) entityIDOf(memberID string) string { return f.members[memberID].entityID }

// plainReport returns a report as it is read back, with its article.
func plainReport(r *graph.Report, article *graph.Article) *graph.Report {
	plain := storekit.CloneReport(r)
	plain.EventID, plain.Article = "", article
	return plain
}

// plainArticle returns an article as it is read back, without its text.
func plainArticle(a *graph.Article) *graph.Article {
	plain := storekit.CloneWithoutText(a)
	if !a.LoadedAt.IsZero() {
		plain.LoadedAt = a.LoadedAt.UTC().Truncate(time.Microsecond)
	}
	return plain
}
