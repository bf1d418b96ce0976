package read

import (
	"context"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/storekit"
)

const searchOrder = "search"

// searchHits ranks by the number of words of the shortest name, title, quote or summary that has
// the words, then by ID.
const searchHits = `CALL () {
CALL () {
CALL db.index.fulltext.queryNodes('name_words', $query) YIELD node
WITH node WHERE all(word IN $words WHERE ' ' + node.folded + ' ' CONTAINS word)
MATCH (node)<-[:CALLED]-(n:Entity)
RETURN n.id AS id, min(node.words) AS words
UNION ALL
CALL db.index.fulltext.queryNodes('title_words', $query) YIELD node
WITH node WHERE all(word IN $words WHERE ' ' + node.titleFolded + ' ' CONTAINS word)
RETURN node.id AS id, node.titleWords AS words
UNION ALL
CALL () {
CALL db.index.fulltext.queryNodes('quote_words', $query) YIELD node
WITH node WHERE node.eventId IS NOT NULL AND all(word IN $words WHERE ' ' + node.quoteFolded + ' ' CONTAINS word)
RETURN node.eventId AS id, node.quoteWords AS words
UNION ALL
CALL db.index.fulltext.queryNodes('event_words', $query) YIELD node
WITH node WHERE all(word IN $words WHERE ' ' + node.words + ' ' CONTAINS word)
RETURN node.id AS id, node.wordCount AS words
}
RETURN id, min(words) AS words
}
WITH id, ` + tenDigits + `(words)` + tenDigitsEnd + ` + id AS key ORDER BY key
RETURN collect([key, id]) AS list
}
`

// Search returns a page of all that have the words, in one statement.
func (r nodeReader) Search(ctx context.Context, text string, request graph.PageRequest) (*graph.SearchPage, error) {
	page, err := r.search(ctx, text, request)
	return page, bolt.Translate(err, "search for %.80q", text)
}

func (r nodeReader) search(ctx context.Context, text string, request graph.PageRequest) (*graph.SearchPage, error) {
	w, err := windowOf(request, searchOrder)
	if err != nil {
		return nil, err
	}
	words := storekit.WordsOf(text)
	if len(words) == 0 {
		return new(graph.SearchPage), r.db.Read(ctx, func(bolt.Asker) error { return nil })
	}
	params := w.params()
	params["words"], params["query"] = padded(words), luceneQuery(words, false)
	query := searchHits + "WITH " + w.cut("list") + ` AS meta
WITH meta, [k IN meta[0] | k[1]] AS found
CALL (found) { UNWIND found AS id WITH id WHERE id STARTS WITH 'evt_' MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) RETURN collect(e) AS events }
CALL (found) { UNWIND found AS id WITH id WHERE id STARTS WITH 'art_' MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id) RETURN collect(a) AS articles }
WITH meta, events, [] AS reports, articles, [[id IN found WHERE NOT id STARTS WITH 'evt_' AND NOT id STARTS WITH 'art_']] AS ids
` + fillReports + fillRest
	var page *graph.SearchPage
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		meta, f, err := askFilled(ask, query, params)
		if err != nil {
			return nil, err
		}
		cut, err := w.readCut(meta)
		if err != nil {
			return nil, err
		}
		page = &graph.SearchPage{HasNext: cut.hasNext, HasPrevious: cut.hasPrevious, Total: cut.total}
		for _, row := range cut.rows {
			key, _ := row[0].(string)
			id, _ := row[1].(string)
			node := f.node(id, id, map[string]string{id: id})
			if node == nil {
				return nil, bolt.ErrChanged
			}
			page.Nodes, page.Cursors = append(page.Nodes, node), append(page.Cursors, w.encode(key))
		}
		return f, nil
	})
	return page, err
}
