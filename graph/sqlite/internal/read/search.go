package read

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// Hits are ranked by the number of words of the shortest name, title, quote or summary that has
// the words: of two texts with the same words, the shorter one is more about them, as in
// BM25. BM25 itself also weighs words by how rare they are in all texts, so that cursors
// would become wrong while articles are loaded.
const (
	// From the rows of names, articles, quotes and summaries.
	hits = `WITH hits (length, id) AS MATERIALIZED (
SELECT min(n.length), n.entity_id FROM %s w JOIN names n ON n.row = w.row GROUP BY n.entity_id
UNION ALL
SELECT a.title_length, a.id FROM %s w JOIN articles a ON a.row = w.row
UNION ALL
SELECT min(length), event_id FROM (SELECT q.event_row, q.event_id, q.length FROM %s w JOIN quotes q ON q.row = w.row
UNION ALL SELECT s.event_row, s.event_id, s.length FROM %s w JOIN event_summaries s ON s.event_row = w.row) GROUP BY event_row) `
	noHits   = `WITH hits (length, id) AS (SELECT 0, '' WHERE false) `
	fromHits = `FROM hits h WHERE true`
)

var searchOrder = ordering{name: "search", keys: []key{numberKey("h.length"), textKey("h.id")}}

// Search reads a page of IDs by length, and then the nodes.
func (s nodeReader) Search(ctx context.Context, text string, request graph.PageRequest) (*graph.SearchPage, error) {
	var page *graph.SearchPage
	err := s.read(ctx, func(r *View) error {
		ids, err := rememberedHits(r, text, request)
		if err != nil {
			return err
		}
		nodes, err := nodesOf(r, ids.Nodes)
		page = storekit.WithNodes(ids, nodes)
		return err
	})
	return page, db.Translate(err, "search for %.80q", text)
}

// rememberedHits returns a page of IDs as it was read before, in this state of the graph.
func rememberedHits(r *View, text string, request graph.PageRequest) (*graph.Page[string], error) {
	key, err := json.Marshal([]any{text, request})
	if err != nil {
		return nil, err
	}
	if ids, known := r.Cache.hits.Get(string(key), false); known {
		return ids, nil
	}
	l, err := hitsOf(text)
	if err != nil {
		return nil, err
	}
	ids, err := hitIDs(r, l, request)
	if err == nil {
		r.Cache.hits.Keep(string(key), ids, false)
	}
	return ids, err
}

// hitIDs reads a page of IDs, with the total in the same statement, so that the hits are
// collected once.
func hitIDs(r *View, l list, request graph.PageRequest) (*graph.Page[string], error) {
	if !request.Total {
		return idsOf(r, l, request)
	}
	request.Total = false
	total := 0
	l.columns = ", (SELECT count(*) FROM hits)"
	ids, err := pageWithKeys(r, l, request, func(r *mapping.Row, keys []string) string {
		total = r.Count()
		return keys[len(keys)-1]
	})
	if err == nil && len(ids.Nodes) == 0 { // perhaps of a page after the last
		total, err = l.total(r)
	}
	if err != nil {
		return nil, err
	}
	ids.Total = total
	return ids, nil
}

// hitsOf returns the list of all that have the words of a text.
func hitsOf(text string) (list, error) {
	words, err := allWords(text)
	if err != nil || len(words) == 0 {
		return list{with: noHits, parts: []part{{from: fromHits}}, ordering: searchOrder}, err
	}
	return list{
		with:     fmt.Sprintf(hits, words.rows(NameWords), words.rows(TitleWords), words.rows(QuoteWords), words.rows(EventWords)),
		parts:    []part{{fromHits, slices.Concat(words.args(), words.args(), words.args(), words.args())}},
		ordering: searchOrder,
	}, nil
}
