package neo4j

import (
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

var (
	batchLists = wholeArticleList("a") + `,
[(m:Member)-[:NAMED_IN]->(a) | ` + memberList("m") + ` + [m.position, m.entityId] + ` + mentionsList("m") + `],
[(r:Report)-[:IN]->(a) | ` + reportList("r") + ` + [r.position]]`
	readBatches = takeLocks + `UNWIND $ids AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id) RETURN ` + batchLists
)

const (
	readStored = takeLocks + `UNWIND $ids AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id)
RETURN a.id, [(m:Member)-[:NAMED_IN]->(a) | [m.id, m.entityId]], [(r:Report)-[:IN]->(a) | [r.id, r.eventId]]`

	putArticles = `UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a = row`
	putMembers  = `UNWIND $rows AS row MATCH (a:Article {id: row.articleId}) USING INDEX SEEK a:Article(id) MERGE (m:Member {id: row.id}) SET m += row MERGE (m)-[:NAMED_IN]->(a)`
	putReports  = `UNWIND $rows AS row MATCH (a:Article {id: row.report.articleId}) USING INDEX SEEK a:Article(id) MERGE (r:Report {id: row.report.id}) SET r += row.report MERGE (r)-[:IN]->(a)
WITH r, row UNWIND row.names AS member MATCH (m:Member {id: member}) USING INDEX SEEK m:Member(id) CREATE (r)-[:NAMES]->(m)`

	deleteMembers = `UNWIND $rows AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) DETACH DELETE m`
	deleteReports = `UNWIND $rows AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) DETACH DELETE r`
	deleteNaming  = `UNWIND $rows AS id MATCH (r:Report {id: id})-[n:NAMES]->() USING INDEX SEEK r:Report(id) DELETE n`
)

// Batches reads articles with their members, mentions and reports.
func (tx *transaction) Batches(articleIDs []string) (map[string]*graph.Batch, error) {
	batches, err := tx.readBatches(articleIDs)
	return batches, translate(err, "batches of %q", articleIDs)
}

func (tx *transaction) readBatches(articleIDs []string) (map[string]*graph.Batch, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	ids := storekit.Distinct(articleIDs)
	rows, err := tx.ask(readBatches, map[string]any{"locks": locks(articleLocks, ids), "ids": ids})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		tx.stored[id] = nil
	}
	batches := make(map[string]*graph.Batch, len(rows))
	for _, row := range rows {
		b, stored, err := batchOf(row)
		if err != nil {
			return nil, err
		}
		batches[b.Article.ID], tx.stored[b.Article.ID] = b, stored
	}
	return batches, nil
}

// storedArticle is what of a stored article has to be known to replace it: the
// entities of its members and the events of its reports, by their IDs, "" for none.
type storedArticle struct{ members, reports map[string]string }

// batchOf reads a row of batchLists.
func batchOf(row []any) (*graph.Batch, *storedArticle, error) {
	f := fieldsOf(row[0])
	b := &graph.Batch{Article: *f.wholeArticle()}
	stored := &storedArticle{make(map[string]string), make(map[string]string)}
	lists := newFields(row[1:])
	members, reports := lists.List(), lists.List()
	positions := make(map[string]int, len(members)+len(reports))
	err := firstOf(f.Err, lists.Err)
	for _, value := range members {
		f := fieldsOf(value)
		m := storekit.ReadMember(f)
		positions[m.ID], stored.members[m.ID] = f.Count(), f.Text()
		m.Mentions = f.mentions()
		b.Members = append(b.Members, m)
		err = firstOf(err, f.Err)
	}
	for _, value := range reports {
		f := fieldsOf(value)
		r := storekit.ReadReport(f)
		positions[r.ID], stored.reports[r.ID] = f.Count(), r.EventID
		r.EventID = "" // nothing is filled in a batch
		b.Reports = append(b.Reports, *r)
		err = firstOf(err, f.Err)
	}
	slices.SortFunc(b.Members, func(a, b graph.Member) int { return positions[a.ID] - positions[b.ID] })
	slices.SortFunc(b.Reports, func(a, b graph.Report) int { return positions[a.ID] - positions[b.ID] })
	return b, stored, err
}

// firstOf returns the first of two errors.
func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// batchRows is a batch as it is written.
type batchRows struct {
	articleID            string
	article              map[string]any
	members              []map[string]any
	reports              []reportRows
	memberIDs, reportIDs []string

	// plainMembers and plainReports are the members and reports as they are read.
	plainMembers []graph.Member
	plainReports []*graph.Report
	// closed is true where all whom the reports name are members of the article.
	closed bool
}

// reportRows is a report as it is written, and the IDs of those whom it names.
type reportRows struct {
	report map[string]any
	names  []string
}

// PutBatch stores a batch in place of what was stored of its article.
func (tx *transaction) PutBatch(b *graph.Batch) error {
	return translate(tx.putBatch(b), "put batch of %s", b.Article.ID)
}

func (tx *transaction) putBatch(b *graph.Batch) error {
	if err := tx.ctx.Err(); err != nil {
		return err
	}
	again := slices.ContainsFunc(tx.batches, func(rows batchRows) bool { return rows.articleID == b.Article.ID })
	if again || tx.fresh.has(b.Article.ID) || len(tx.entityBlocks)+len(tx.reportBlocks)+len(tx.eventBlocks) > 0 {
		if err := tx.flush(); err != nil {
			return err
		}
	}
	rows := batchRows{articleID: b.Article.ID, article: articleRow(&b.Article), closed: true}
	own, article := make(map[string]bool, len(b.Members)), plainArticle(&b.Article)
	for i := range b.Members {
		m := &b.Members[i]
		own[m.ID] = true
		rows.memberIDs = append(rows.memberIDs, m.ID)
		rows.plainMembers = append(rows.plainMembers, storekit.CloneWithoutMentions(m))
		rows.members = append(rows.members, memberRow(b.Article.ID, i, m))
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		row, err := reportRow(i, r)
		if err != nil {
			return err
		}
		for _, id := range row.names {
			rows.closed = rows.closed && own[id]
		}
		rows.reportIDs = append(rows.reportIDs, r.ID)
		rows.reports = append(rows.reports, row)
		rows.plainReports = append(rows.plainReports, plainReport(r, article))
	}
	tx.batches = append(tx.batches, rows)
	return nil
}

func (tx *transaction) flushBatches() error {
	if len(tx.batches) == 0 {
		return nil
	}
	waiting := tx.batches
	tx.batches = nil
	if err := tx.flushFresh(); err != nil { // the models forget their entities and events
		return err
	}
	if err := tx.readStoredOf(waiting); err != nil {
		return err
	}
	var replacing []batchRows
	for _, rows := range waiting {
		if tx.stored[rows.articleID] == nil && rows.closed {
			tx.fresh.add(rows)
		} else {
			replacing = append(replacing, rows)
		}
	}
	err := tx.replace(replacing)
	for _, rows := range waiting {
		delete(tx.stored, rows.articleID)
	}
	// What was read of blocks is not what is there now.
	tx.people, tx.events = tx.fresh.entityModel(), tx.fresh.eventModel()
	return err
}

// replace writes articles in place of older versions.
func (tx *transaction) replace(waiting []batchRows) error {
	if len(waiting) == 0 {
		return nil
	}
	if err := tx.leave(waiting); err != nil {
		return err
	}
	var articles, members, reports []any
	for _, rows := range waiting {
		articles = append(articles, rows.article)
		members = append(members, values(rows.members)...)
		for _, row := range rows.reports {
			reports = append(reports, map[string]any{"report": row.report, "names": row.names})
		}
		for _, id := range rows.memberIDs {
			tx.written[id] = true
		}
		for _, id := range rows.reportIDs {
			tx.unresolved[id] = true
		}
		// What the article had was in briefs; what it has is found by its reports.
		if stored := tx.stored[rows.articleID]; stored != nil {
			for _, eventID := range stored.reports {
				tx.changed[eventID] = true
			}
		}
	}
	if err := tx.write(putArticles, articles); err != nil {
		return err
	}
	if err := tx.write(putMembers, members); err != nil {
		return err
	}
	return tx.write(putReports, reports)
}

// readStoredOf reads what is stored of the articles that are not known.
func (tx *transaction) readStoredOf(waiting []batchRows) error {
	var ids []string
	for _, rows := range waiting {
		if _, known := tx.stored[rows.articleID]; !known {
			ids = append(ids, rows.articleID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := tx.ask(readStored, map[string]any{"locks": locks(articleLocks, ids), "ids": ids})
	if err != nil {
		return err
	}
	for _, row := range rows {
		f := newFields(row)
		id, stored := f.Text(), &storedArticle{make(map[string]string), make(map[string]string)}
		for i, list := range [][]any{f.List(), f.List()} {
			into := []map[string]string{stored.members, stored.reports}[i]
			for _, value := range list {
				pair := fieldsOf(value)
				into[pair.Text()] = pair.Text()
				f.Err = firstOf(f.Err, pair.Err)
			}
		}
		if f.Err != nil {
			return f.Err
		}
		tx.stored[id] = stored
	}
	return nil
}

func articleRow(a *graph.Article) map[string]any {
	title := graph.Fold(a.Title)
	return map[string]any{
		"id": a.ID, "externalId": a.ExternalID, "url": a.URL, "title": a.Title, "titleFolded": title, "titleWords": storekit.WordCount(title),
		"publisher": a.Publisher, "publisherFolded": foldedKey(a.Publisher), "byline": a.Byline,
		"published": a.Published.String(), "publishedFrom": a.PublishedFrom, "language": a.Language, "loadedAt": instantText(a.LoadedAt),
		"text": a.Text, "key": articleKey(a.Published, a.ID),
	}
}

// memberRow has no entityId: a member that stays keeps its own.
func memberRow(articleID string, position int, m *graph.Member) map[string]any {
	starts, ends := make([]int, len(m.Mentions)), make([]int, len(m.Mentions))
	forms, texts := make([]string, len(m.Mentions)), make([]string, len(m.Mentions))
	for i, span := range m.Mentions {
		starts[i], ends[i], forms[i], texts[i] = span.Start, span.End, string(span.Form), span.Text
	}
	return map[string]any{
		"id": m.ID, "articleId": articleID, "position": position, "block": m.Block, "kind": string(m.Kind), "name": m.Name,
		"aliases": listValue(m.Aliases), "nominal": m.Nominal, "holderId": m.HolderID, "organizationKind": string(m.OrganizationKind),
		"country": m.Country, "positions": storekit.PositionTexts(m.Positions),
		"mentionStarts": starts, "mentionEnds": ends, "mentionForms": forms, "mentionTexts": texts,
	}
}

// reportRow has no eventId: a report that stays keeps its own.
func reportRow(position int, r *graph.Report) (reportRows, error) {
	claim, err := storekit.JSONText(r.Claim, r.Claim == nil)
	quote := graph.Fold(r.Quote)
	row := map[string]any{
		"id": r.ID, "articleId": r.ArticleID, "position": position, "block": r.Block, "type": string(r.Type), "means": string(r.Means),
		"status": string(r.Status), "participants": storekit.ParticipantTexts(r.Participants), "placeId": r.PlaceID,
		"attributedTo": listValue(r.AttributedToIDs), "parties": []string{},
		"quote": r.Quote, "quoteFolded": quote, "quoteWords": storekit.WordCount(quote), "start": r.Start, "end": r.End,
		"confidence": r.Confidence, "claim": claim,
	}
	addSpan(row, r.Time)
	return reportRows{row, storekit.Distinct(slices.Collect(r.PartyIDs()))}, err
}

// addSpan adds a time to a row; edtf is null for none.
func addSpan(row map[string]any, t *graph.TimeSpan) {
	row["edtf"], row["timeText"], row["timeAnchor"] = nil, "", ""
	if t != nil {
		row["edtf"], row["timeText"], row["timeAnchor"] = t.EDTF.String(), t.Text, t.Anchor.String()
	}
}

// listValue is a list that is never null.
func listValue(list []string) []string {
	if list == nil {
		return []string{}
	}
	return slices.Clone(list)
}

// instantText writes an instant, the zero one as nothing.
func instantText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Truncate(time.Microsecond).Format(time.RFC3339Nano)
}
