package sqlite

import (
	"context"

	"dateline/graph"
)

// Hits are ranked by the number of words of the shortest name, title or quote that
// holds what was asked for: of texts with the same words, the shorter is more about
// them, as BM25 has it too. BM25 itself weighs words by how rare they are among all
// texts, so that cursors would not stay right while articles are loaded.
const (
	hits = `WITH hits (length, id) AS MATERIALIZED (
SELECT min(n.length), n.entity_id FROM name_words w JOIN names n ON n.row = w.rowid WHERE w.words MATCH ?1 GROUP BY n.entity_id
UNION ALL
SELECT min(r.quote_length), r.event_id FROM quote_words w JOIN reports r ON r.row = w.rowid WHERE w.words MATCH ?1 AND r.event_id IS NOT NULL GROUP BY r.event_id
UNION ALL
SELECT a.title_length, a.id FROM title_words w JOIN articles a ON a.row = w.rowid WHERE w.words MATCH ?1) `
	noHits   = `WITH hits (length, id) AS (SELECT 0, '' WHERE false) `
	fromHits = `FROM hits h WHERE true`
)

var searchOrder = ordering{name: "search", keys: []key{numberKey("h.length"), textKey("h.id")}}

// Search gives a page of IDs by length, then fills it as Nodes does.
func (s *Store) Search(ctx context.Context, text string, request graph.PageRequest) (*graph.SearchPage, error) {
	var page *graph.SearchPage
	err := s.read(ctx, func(r *reader) error {
		l := list{with: noHits, parts: []part{{from: fromHits}}, ordering: searchOrder}
		if words := allWords(text); words != "" {
			l.with, l.parts[0].args = hits, []any{words}
		}
		ids, err := idsOf(r, l, request)
		if err != nil {
			return err
		}
		page = &graph.SearchPage{Cursors: ids.Cursors, HasNext: ids.HasNext, HasPrevious: ids.HasPrevious, Total: ids.Total}
		page.Nodes, err = r.nodes(ids.Nodes)
		return err
	})
	return page, translate(err, "search for %.80q", text)
}
