package unit

import (
	"cmp"
	"maps"
	"slices"

	"dateline/graph/sqlite/internal/mapping"
)

type wordRow struct {
	table string
	row   int64
}

// wordChange is a change of a row of full text.
type wordChange struct {
	// stored is true if the row may exist already.
	stored bool
	// words is the folded text if put is true.
	words string
	put   bool
}

// fullText is the changes of full text by a transaction. They are written all at once,
// at its end: FTS5 collects them in memory, but flushes whenever a statement changes
// several rows of another table.
type fullText map[wordRow]wordChange

func (f fullText) put(table string, row int64, words string) {
	at := wordRow{table, row}
	f[at] = wordChange{stored: f[at].stored, words: words, put: true}
}

func (f fullText) delete(table string, row int64) {
	at := wordRow{table, row}
	old, changed := f[at]
	f[at] = wordChange{stored: !changed || old.stored}
}

// write writes the changes, in order.
func (f fullText) write(exec func(query string, args ...any) error) error {
	inOrder := slices.SortedFunc(maps.Keys(f), func(a, b wordRow) int {
		return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.row, b.row))
	})
	for _, at := range inOrder {
		change := f[at]
		if change.stored {
			if err := exec("DELETE FROM "+at.table+" WHERE rowid = ?", at.row); err != nil {
				return err
			}
		}
		if !change.put {
			continue
		}
		if err := exec("INSERT INTO "+at.table+" (rowid, words) VALUES (?, ?)", at.row, change.words); err != nil {
			return err
		}
	}
	return nil
}

// deleteOf deletes the rows of full text that a query returns.
func (f fullText) deleteOf(s *statements, table, query, id string) error {
	return s.Each(query, []any{id}, func(r *mapping.Row) error {
		f.delete(table, r.Number())
		return nil
	})
}
