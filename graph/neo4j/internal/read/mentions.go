package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
)

const (
	mentionOrder        = "mentions"
	articleMentionOrder = "mentions in an article"

	mentionsOfEntities = `UNWIND range(0, size($ids) - 1) AS slot
OPTIONAL MATCH (named:Member {id: $ids[slot]}) USING INDEX SEEK named:Member(id)
OPTIONAL MATCH (gone:Gone {id: CASE WHEN named.entityId IS NULL THEN $ids[slot] END}) USING INDEX SEEK gone:Gone(id)
CALL (named) {
MATCH (one:Entity {id: named.entityId})<-[:OF]-(m:Member) USING INDEX SEEK one:Entity(id)
UNWIND range(0, size(m.mentionStarts) - 1) AS i
WITH m, i, m.articleId + '\u0000' + ` + tenDigits + `(m.mentionStarts[i])` + tenDigitsEnd + ` + ` + tenDigits + `(m.mentionEnds[i])` + tenDigitsEnd + ` + m.id AS key ORDER BY key
RETURN collect([key, m, i]) AS list
}
WITH slot, gone.heir AS heir, list
`
	// Members that are not clustered yet have no entity to name.
	mentionsInArticles = `UNWIND range(0, size($ids) - 1) AS slot
CALL (slot) {
MATCH (a:Article {id: $ids[slot]})<-[:NAMED_IN]-(m:Member) USING INDEX SEEK a:Article(id) WHERE m.entityId IS NOT NULL
UNWIND range(0, size(m.mentionStarts) - 1) AS i
WITH m, i, ` + tenDigits + `(m.mentionStarts[i])` + tenDigitsEnd + ` + ` + tenDigits + `(m.mentionEnds[i])` + tenDigitsEnd + ` + m.id AS key ORDER BY key
RETURN collect([key, m, i]) AS list
}
WITH slot, null AS heir, list
`
	mentionRow = `[k[0], k[1].id, k[1].articleId, k[1].entityId, k[1].mentionStarts[k[2]], k[1].mentionEnds[k[2]], k[1].mentionForms[k[2]], k[1].mentionTexts[k[2]]]`
)

// MentionsOf returns a page for each of the entities, in one statement.
func (r entityReader) MentionsOf(ctx context.Context, entityIDs []string, request graph.PageRequest) ([]*graph.MentionPage, error) {
	pages, err := r.mentions(ctx, mentionsOfEntities, mentionOrder, entityIDs, request)
	return pages, bolt.Translate(err, "mentions of %.200q", entityIDs)
}

// MentionsIn returns a page for each of the articles, in one statement.
func (r entityReader) MentionsIn(ctx context.Context, articleIDs []string, request graph.PageRequest) ([]*graph.MentionPage, error) {
	pages, err := r.mentions(ctx, mentionsInArticles, articleMentionOrder, articleIDs, request)
	return pages, bolt.Translate(err, "mentions in %.200q", articleIDs)
}

// mentions cuts pages out of lists, which are Cypher that finds a list for each ID.
func (r entityReader) mentions(ctx context.Context, lists, order string, asked []string, request graph.PageRequest) ([]*graph.MentionPage, error) {
	w, err := windowOf(request, order)
	if err != nil {
		return nil, err
	}
	if len(asked) == 0 {
		return nil, r.db.Read(ctx, func(bolt.Asker) error { return nil })
	}
	text := lists + "WITH slot, heir, " + w.cut("list") + ` AS page
WITH collect([slot, heir, [[k IN page[0] | ` + mentionRow + `], page[1], page[2], page[3]]]) AS meta, collect([k IN page[0] | k[1]]) AS lists
CALL (lists) { UNWIND lists AS some UNWIND some AS m MATCH (m)-[:NAMED_IN]->(a:Article) RETURN collect(DISTINCT a) AS articles, collect(DISTINCT m.entityId) AS named }
WITH meta, [] AS events, [] AS others, [] AS reports, articles, [named] AS ids
` + fillRest
	params, ids := w.params(), anyList(asked)
	params["ids"] = ids
	var pages []*graph.MentionPage
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		return askPages(ask, text, params, func(meta []any, f *filling) (again bool, err error) {
			pages, again, err = readCutPages(w, meta, ids, func(row []any) (*graph.Mention, string, error) { return readMention(row, f) })
			return again, err
		})
	})
	return pages, err
}

// readMention reads a row of mentionRow, and its key.
func readMention(row []any, f *filling) (mention *graph.Mention, key string, err error) {
	r := mapping.NewFields(row)
	key, memberID, articleID, entityID := r.Text(), r.Text(), r.Text(), r.Text()
	span := graph.MentionSpan{Start: r.Count(), End: r.Count(), Form: graph.MentionForm(r.Text()), Text: r.Text()}
	if r.Err != nil {
		return nil, "", r.Err
	}
	mention = &graph.Mention{Entity: f.entity(entityID), Article: f.bareArticle(articleID), MemberID: memberID, MentionSpan: span}
	if mention.Article == nil {
		f.missing[articleID] = true
	}
	return mention, key, nil
}
