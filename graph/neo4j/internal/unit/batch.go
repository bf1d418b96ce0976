package unit

import (
	"errors"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

var (
	readBatches = takeLocks + `UNWIND $ids AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id) RETURN ` + mapping.BatchLists
)

const (
	readFrom = `UNWIND $sources AS source MATCH (a:Article {source: source}) USING INDEX SEEK a:Article(source) RETURN a.id ORDER BY a.id`

	readStored = takeLocks + `UNWIND $ids AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id)
RETURN a.id, [(m:Member)-[:NAMED_IN]->(a) | [m.id, m.entityId]], [(r:Report)-[:IN]->(a) | [r.id, r.eventId]]`

	putArticles = `UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a = row`
	putMembers  = `UNWIND $rows AS row MATCH (a:Article {id: row.articleId}) USING INDEX SEEK a:Article(id) MERGE (m:Member {id: row.id}) SET m += row MERGE (m)-[:NAMED_IN]->(a)`
	putReports  = `UNWIND $rows AS row MATCH (a:Article {id: row.report.articleId}) USING INDEX SEEK a:Article(id) MERGE (r:Report {id: row.report.id}) SET r += row.report MERGE (r)-[:IN]->(a)
WITH r, row UNWIND row.names AS member MATCH (m:Member {id: member}) USING INDEX SEEK m:Member(id) CREATE (r)-[:NAMES]->(m)`

	deleteArticles = `UNWIND $rows AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id) DETACH DELETE a`
	deleteMembers  = `UNWIND $rows AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) DETACH DELETE m`
	deleteReports  = `UNWIND $rows AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) DETACH DELETE r`
	deleteNaming   = `UNWIND $rows AS id MATCH (r:Report {id: id})-[n:NAMES]->() USING INDEX SEEK r:Report(id) DELETE n`
)

// articles reads and puts articles.
type articles struct{ *unitOfWork }

// ArticlesFrom finds articles by where they were loaded from.
func (tx *articles) ArticlesFrom(sources []graph.Source) ([]string, error) {
	ids, err := tx.articlesFrom(sources)
	return ids, bolt.Translate(err, "articles from %d sources", len(sources))
}

func (tx *articles) articlesFrom(sources []graph.Source) ([]string, error) {
	texts, err := storekit.SourceTexts(sources)
	if err != nil || len(texts) == 0 {
		return nil, errors.Join(err, tx.Ended())
	}
	if err := tx.flush(); err != nil {
		return nil, err
	}
	rows, err := tx.Ask(readFrom, map[string]any{"sources": texts})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, row := range rows {
		id, ok := row[0].(string)
		if !ok {
			return nil, fmt.Errorf("an article's ID is %v", row[0])
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// Batches reads articles with their members, mentions and reports.
func (tx *articles) Batches(articleIDs []string) (map[string]*graph.Batch, error) {
	batches, err := tx.readBatches(articleIDs)
	return batches, bolt.Translate(err, "batches of %q", articleIDs)
}

func (tx *articles) readBatches(articleIDs []string) (map[string]*graph.Batch, error) {
	if err := tx.flush(); err != nil {
		return nil, err
	}
	ids := storekit.Distinct(articleIDs)
	rows, err := tx.Ask(readBatches, map[string]any{"locks": locks(articleLocks, ids), "ids": ids})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		tx.stored[id] = nil
	}
	batches := make(map[string]*graph.Batch, len(rows))
	for _, row := range rows {
		b, stored, err := mapping.BatchOf(row)
		if err != nil {
			return nil, err
		}
		batches[b.Article.ID], tx.stored[b.Article.ID] = b, stored
	}
	return batches, nil
}

// batchRows is a batch as it is written.
type batchRows struct {
	articleID            string
	article              map[string]any
	members              []map[string]any
	reports              []mapping.ReportRows
	memberIDs, reportIDs []string

	// plainMembers and plainReports are the members and reports as they are read back.
	plainMembers []graph.Member
	plainReports []*graph.Report
	// closed is true if the reports name no members of other articles.
	closed bool
}

// PutBatch stores a batch, and replaces what was stored of its article.
func (tx *articles) PutBatch(b *graph.Batch) error {
	return bolt.Translate(tx.putBatch(b), "put batch of %s", b.Article.ID)
}

func (tx *articles) putBatch(b *graph.Batch) error {
	if err := tx.Ended(); err != nil {
		return err
	}
	again := slices.ContainsFunc(tx.batches.waiting, func(rows batchRows) bool { return rows.articleID == b.Article.ID })
	if again || tx.added.has(b.Article.ID) || len(tx.entityBlocks.waiting)+len(tx.eventBlocks.blocks)+len(tx.eventBlocks.waiting) > 0 {
		if err := tx.flush(); err != nil {
			return err
		}
	}
	rows := batchRows{articleID: b.Article.ID, closed: true}
	var err error
	if rows.article, err = mapping.BatchRow(b); err != nil {
		return err
	}
	own, article := make(map[string]bool, len(b.Members)), plainArticle(&b.Article)
	for i := range b.Members {
		m := &b.Members[i]
		own[m.ID] = true
		rows.memberIDs = append(rows.memberIDs, m.ID)
		rows.plainMembers = append(rows.plainMembers, storekit.CloneWithoutMentions(m))
		rows.members = append(rows.members, mapping.MemberRow(b.Article.ID, i, m))
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		row, err := mapping.ReportRow(i, r)
		if err != nil {
			return err
		}
		for _, id := range row.Names {
			rows.closed = rows.closed && own[id]
		}
		rows.reportIDs = append(rows.reportIDs, r.ID)
		rows.reports = append(rows.reports, row)
		rows.plainReports = append(rows.plainReports, plainReport(r, article))
	}
	tx.batches.waiting = append(tx.batches.waiting, rows)
	return nil
}

// batchQueue is batches that wait to be written.
type batchQueue struct {
	*known
	waiting []batchRows
	touched *touched
	log     *eventLog
}

func (tx *batchQueue) flush() error {
	if len(tx.waiting) == 0 {
		return nil
	}
	waiting := tx.waiting
	tx.waiting = nil
	if err := tx.flushNew(); err != nil { // since the maps forget their entities and events
		return err
	}
	if err := tx.readStoredOf(waiting); err != nil {
		return err
	}
	var replacing []batchRows
	for _, rows := range waiting {
		if tx.stored[rows.articleID] == nil && rows.closed {
			tx.added.add(rows)
		} else {
			replacing = append(replacing, rows)
		}
	}
	err := tx.replace(replacing)
	for _, rows := range waiting {
		delete(tx.stored, rows.articleID)
	}
	// The blocks are not as they were read any longer.
	tx.entities, tx.events = tx.added.entityMap(), tx.added.eventMap()
	return err
}

// replace writes articles that replace older versions.
func (tx *batchQueue) replace(waiting []batchRows) error {
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
			reports = append(reports, map[string]any{"report": row.Report, "names": row.Names})
		}
		for _, id := range rows.memberIDs {
			tx.touched.written[id] = true
		}
		for _, id := range rows.reportIDs {
			tx.touched.unresolved[id] = true
		}
		// The briefs that had the old version; those of the new are found by its reports.
		if stored := tx.stored[rows.articleID]; stored != nil {
			for _, eventID := range stored.Reports {
				tx.touched.changed[eventID] = true
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

// RemoveArticle deletes an article with all that is of it.
func (tx *articles) RemoveArticle(articleID string) error {
	return bolt.Translate(tx.removeArticle(articleID), "remove article %q", articleID)
}

func (tx *articles) removeArticle(articleID string) error {
	if err := tx.flush(); err != nil {
		return err
	}
	nothing := []batchRows{{articleID: articleID}}
	if err := tx.readStoredOf(nothing); err != nil {
		return err
	}
	stored := tx.stored[articleID]
	delete(tx.stored, articleID)
	if stored == nil {
		return nil
	}
	for _, eventID := range stored.Reports {
		tx.batches.touched.changed[eventID] = true
	}
	tx.batches.log.redacting = true
	tx.stored[articleID] = stored
	err := tx.batches.leave(nothing)
	delete(tx.stored, articleID)
	if err != nil {
		return err
	}
	tx.entities, tx.events = newEntityMap(), newEventMap()
	return tx.write(deleteArticles, []any{articleID})
}
