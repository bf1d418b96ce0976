package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"hash/fnv"

	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
)

// Derived sums up a table whose rows follow from the graph, so that questions are answered
// quickly: two stores of the same articles and edits have the same sums, whatever they were
// loaded in, while graph.Digest, which reads the graph itself, does not look at them.
type Derived struct {
	Table string
	Rows  int
	Sum   uint64
}

// derived are those tables, each with a query for what its rows say without row numbers,
// which depend on the order of loading.
var derived = []struct{ table, query string }{
	{"articles", `SELECT id, publisher_folded, host, title_length FROM articles`},
	{"title_words", `SELECT a.id, hex(w.sz) FROM title_words_docsize w LEFT JOIN articles a ON a.row = w.id`},
	{"reports", `SELECT r.id, a.id, r.block, r.event_id, r.parties, r.quote_length FROM reports r LEFT JOIN articles a ON a.row = r.article_row`},
	{"report_parties", `SELECT article_id, member_id, report_id FROM report_parties`},
	{"quotes", `SELECT r.id, e.id, q.event_id, q.length FROM quotes q LEFT JOIN reports r ON r.row = q.row LEFT JOIN events e ON e.row = q.event_row`},
	{"quote_words", `SELECT r.id, hex(w.sz) FROM quote_words_docsize w LEFT JOIN reports r ON r.row = w.id`},
	{"names", `SELECT folded, length, entity_id FROM names`},
	{"name_words", `SELECT n.folded, n.entity_id, hex(w.sz) FROM name_words_docsize w LEFT JOIN names n ON n.row = w.id`},
	{"entities", `SELECT id, block, name_folded FROM entities`},
	{"events", `SELECT id, block, undated, earliest, latest, long, reverse_earliest, reverse_latest, article_count, publisher_count, report_count, about_words FROM events`},
	{"event_words", `SELECT e.id, hex(w.sz) FROM event_words_docsize w LEFT JOIN events e ON e.row = w.id`},
	{"event_summaries", `SELECT e.id, s.event_id, s.length FROM event_summaries s LEFT JOIN events e ON e.row = s.event_row`},
	{"event_sources", `SELECT e.id, s.first_published, s.confidence FROM event_sources s LEFT JOIN events e ON e.row = s.event_row`},
	{"event_publishers", `SELECT e.id, p.is_host, p.folded, p.name FROM event_publishers p LEFT JOIN events e ON e.row = p.event_row`},
	{"event_parties", `SELECT p.entity_id, p.event_id, e.id, p.undated, p.earliest, p.latest, p.long, p.reverse_earliest, p.reverse_latest, p.type, p.means, p.status, p.part
FROM event_parties p LEFT JOIN events e ON e.row = p.event_row`},
	{"links", `SELECT entity_id, other_id, event_id, undated, earliest, latest, means, acting FROM links`},
	{"pairs", `SELECT entity_id, other_id, contacts, earliest, latest, length(means) FROM pairs`}, // the means are in no order
}

// Derived returns the sums of all derived tables, in a fixed order.
func (s *Store) Derived(ctx context.Context) ([]Derived, error) {
	var sums []Derived
	err := s.Within(ctx, func(r *read.View) error {
		for _, d := range derived {
			sum := Derived{Table: d.table}
			err := r.Each(d.query, nil, func(row *mapping.Row) error {
				sum.Rows++
				sum.Sum += hashOf(row.Values) // the rows are in no order
				return nil
			})
			if err != nil {
				return fmt.Errorf("table %s: %w", d.table, err)
			}
			sums = append(sums, sum)
		}
		return nil
	})
	return sums, db.Translate(err, "sum up %q", s.path)
}

// hashOf returns a hash of a row.
func hashOf(values []driver.Value) uint64 {
	hash := fnv.New64a()
	for _, value := range values {
		fmt.Fprintf(hash, "%v\x00", value) // a hash does not fail
	}
	return hash.Sum64()
}
