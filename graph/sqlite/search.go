package sqlite

import (
	"context"

	"dateline/graph"
)

// Hits are ranked by BM25 as FTS5 has it, lower is better, each in its best name
// or quote. Ties are broken by ID. The rank moves a little as articles are
// loaded, and a cursor's place with it.
const (
	hits = `WITH hits (rank, id) AS MATERIALIZED (
SELECT min(rank), id FROM (SELECT w.rank AS rank, n.entity_id AS id FROM name_words w JOIN names n ON n.row = w.rowid WHERE w.words MATCH ?1) GROUP BY id
UNION ALL
SELECT min(rank), id FROM (SELECT w.rank AS rank, r.event_id AS id FROM quote_words w JOIN reports r ON r.row = w.rowid WHERE w.words MATCH ?1 AND r.event_id IS NOT NULL) GROUP BY id
UNION ALL
SELECT w.rank, a.id FROM title_words w JOIN articles a ON a.row = w.rowid WHERE w.words MATCH ?1) `
	fromHits = `FROM hits h WHERE true`
)

var searchOrder = ordering{name: "search", keys: []key{scoreKey("h.rank"), textKey("h.id")}}

// Search gives a page of IDs by rank, then fills it as Nodes does.
func (s *Store) Search(ctx context.Context, text string, request graph.PageRequest) (*graph.SearchPage, error) {
	var page *graph.SearchPage
	err := s.read(ctx, func(r *reader) error {
		l := list{with: hits, columns: "1", from: fromHits, args: []any{allWords(text)}, ordering: searchOrder}
		if l.args[0] == "" {
			l.from += " AND false"
		}
		ids, err := pageOf(r, l, request, scanLastKey)
		if err != nil {
			return err
		}
		page = &graph.SearchPage{Cursors: ids.Cursors, HasNext: ids.HasNext, HasPrevious: ids.HasPrevious, Total: ids.Total}
		page.Nodes, err = r.nodes(ids.Nodes)
		return err
	})
	return page, translate(err, "search for %.80q", text)
}
