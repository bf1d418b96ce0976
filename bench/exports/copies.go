package main

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	_ "modernc.org/sqlite"
)

// copied are the tables that an export of all events reads, without those of the parties,
// which the copies have in common. A column's expression is what a copy has in its place:
// IDs end in capitals, which no other ID has, and rows follow those of the copy before.
var copied = []struct {
	table   string
	columns map[string]string
}{
	{"articles", map[string]string{
		"row": "row + :n * :articles", "id": idOfCopy("id"), "url": "url || '?copy=' || :n",
	}},
	{"reports", map[string]string{
		"row": "row + :n * :reports", "id": idOfCopy("id"),
		"article_id": idOfCopy("article_id"), "article_row": "article_row + :n * :articles", "event_id": idOfCopy("event_id"),
	}},
	{"events", map[string]string{
		"row": "row + :n * :events", "id": idOfCopy("id"),
		"report_ids":  "(SELECT json_group_array(" + idOfCopy("value") + ") FROM json_each(report_ids))",
		"report_rows": "(SELECT json_group_array(value + :n * :reports) FROM json_each(report_rows))",
		"conflicts":   "''",
	}},
}

func idOfCopy(column string) string { return "substr(" + column + ", 1, 22) || :letters" }

// multiply adds copies of all events, with their reports and articles, to a file. Loading
// as many articles would take hours; an export reads both in the same way.
func multiply(ctx context.Context, file string, copies int) error {
	db, err := sql.Open("sqlite", "file:"+file+"?_pragma=journal_mode(off)&_pragma=synchronous(off)")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	triggers, err := texts(ctx, db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
	if err != nil {
		return err
	}
	for _, name := range triggers { // they keep what filters use
		if _, err := db.ExecContext(ctx, "DROP TRIGGER "+name); err != nil {
			return err
		}
	}
	sizes := []any{}
	for _, c := range copied {
		var size int
		if err := db.QueryRowContext(ctx, "SELECT max(row) FROM "+c.table).Scan(&size); err != nil {
			return err
		}
		sizes = append(sizes, sql.Named(c.table, size))
	}
	for _, c := range copied {
		names, err := texts(ctx, db, "SELECT name FROM pragma_table_xinfo('"+c.table+"') WHERE hidden = 0")
		if err != nil {
			return err
		}
		values := make([]string, len(names))
		for i, name := range names {
			values[i] = name
			if value := c.columns[name]; value != "" {
				values[i] = value
			}
		}
		statement := fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s WHERE row <= :%s",
			c.table, strings.Join(names, ", "), strings.Join(values, ", "), c.table, c.table)
		for n := 1; n < copies; n++ {
			const letters = 26
			arguments := append([]any{sql.Named("n", n), sql.Named("letters", string([]byte{byte('A' + n/letters), byte('A' + n%letters)}))}, sizes...)
			if _, err := db.ExecContext(ctx, statement, arguments...); err != nil {
				return fmt.Errorf("copy %d of %s: %w", n, c.table, err)
			}
		}
	}
	return nil
}

// texts reads one column.
func texts(ctx context.Context, db *sql.DB, query string) ([]string, error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		found = append(found, text)
	}
	return found, rows.Err()
}
