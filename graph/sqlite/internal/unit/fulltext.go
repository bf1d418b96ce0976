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

// Full text is written all at once, at the end of a change: FTS5 collects it in memory,
// but flushes it whenever a statement changes several rows of another table.

func (tx *transaction) putWords(table string, row int64, words string) {
	at := wordRow{table, row}
	tx.words[at] = wordChange{stored: tx.words[at].stored, words: words, put: true}
}

func (tx *transaction) deleteWords(table string, row int64) {
	at := wordRow{table, row}
	old, changed := tx.words[at]
	tx.words[at] = wordChange{stored: !changed || old.stored}
}

// deleteWordsOf deletes the rows that a query returns.
func (tx *transaction) deleteWordsOf(table, query, id string) error {
	return tx.Each(query, []any{id}, func(r *mapping.Row) error {
		tx.deleteWords(table, r.Number())
		return nil
	})
}

func (tx *transaction) writeWords() error {
	inOrder := slices.SortedFunc(maps.Keys(tx.words), func(a, b wordRow) int {
		return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.row, b.row))
	})
	for _, at := range inOrder {
		change := tx.words[at]
		if change.stored {
			if err := tx.exec("DELETE FROM "+at.table+" WHERE rowid = ?", at.row); err != nil {
				return err
			}
		}
		if !change.put {
			continue
		}
		if err := tx.exec("INSERT INTO "+at.table+" (rowid, words) VALUES (?, ?)", at.row, change.words); err != nil {
			return err
		}
	}
	return nil
}
