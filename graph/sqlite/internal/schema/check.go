package schema

import (
	"context"
	"database/sql/driver"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/storekit"
)

// Check returns ErrSchema if a file is not a store, or one that this Dateline cannot
// bring up to date.
func Check(ctx context.Context, c *db.Conn) error {
	steps, err := storekit.Migrations(migrationFiles, "migrations/*.sql", firstVersion)
	if err != nil {
		return err
	}
	h, err := readHeader(ctx, c)
	if err != nil {
		return err
	}
	if h.empty {
		return graph.WithHint(fmt.Errorf("%w: the file is empty", graph.ErrSchema), NotAStore)
	}
	_, _, err = pendingOf(ctx, c, steps)
	return err
}

// Differences compares the tables and indexes of a file with those that migrations make in
// an empty one, and returns a sentence for each that differs.
func Differences(ctx context.Context, c, empty *db.Conn) ([]string, error) {
	if err := Migrate(ctx, empty, false); err != nil {
		return nil, err
	}
	want, err := objects(ctx, empty)
	if err != nil {
		return nil, err
	}
	have, err := objects(ctx, c)
	if err != nil {
		return nil, err
	}
	var differences []string
	for _, name := range want.names {
		switch text, found := have.texts[name]; {
		case !found:
			differences = append(differences, "the "+name+" is missing")
		case text != want.texts[name]:
			differences = append(differences, "the "+name+" was changed")
		}
	}
	for _, name := range have.names {
		if _, known := want.texts[name]; !known && !strings.HasPrefix(name, "table sqlite_stat") { // of ANALYZE
			differences = append(differences, "the "+name+" is not Dateline's")
		}
	}
	return differences, nil
}

// schemaObjects are the texts of tables and indexes by "index articles_by_day", with the
// names in order.
type schemaObjects struct {
	names []string
	texts map[string]string
}

func objects(ctx context.Context, c *db.Conn) (schemaObjects, error) {
	found := schemaObjects{texts: map[string]string{}}
	err := c.Each(ctx, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name", nil, func(values []driver.Value) error {
		r := storekit.Columns[driver.Value]{Values: values}
		name := r.Text() + " " + r.Text()
		found.names = append(found.names, name)
		found.texts[name] = strings.Join(strings.Fields(r.Text()), " ")
		return r.Err
	})
	return found, err
}
