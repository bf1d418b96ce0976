// Package schema has the numbered migrations of the file, and applies them.
package schema

import (
	"context"
	"database/sql/driver"
	"embed"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/storekit"

	"modernc.org/sqlite"
)

// migrationFiles are numbered from firstVersion. PRAGMA user_version is the number of
// the last one that was applied to a file.
//
//go:embed migrations/*.sql
var migrationFiles embed.FS

// Migrations fold texts, as the program does when it stores them.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("dateline_fold", 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		text, _ := args[0].(string)
		return graph.Fold(text), nil
	})
}

// applicationID, "Dtln", marks a file as Dateline's, in PRAGMA application_id.
const applicationID = 0x44746c6e

// firstVersion is the oldest schema that can be brought up to date. In a file of an
// earlier one, articles were read and merged by other rules, so it is made anew.
const firstVersion = 3

// header is what a database file says about itself.
type header struct {
	application, version int
	empty                bool
}

func readHeader(ctx context.Context, c *db.Conn) (header, error) {
	var h header
	const query = `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`
	err := c.Each(ctx, query, nil, func(values []driver.Value) error {
		r := storekit.Columns[driver.Value]{Values: values}
		h.application, h.version = r.Count(), r.Count()
		h.empty = r.Count() == 0 && h.application == 0 && h.version == 0
		return r.Err
	})
	return h, err
}

// NotAStore is the hint for a file that is not a store.
const NotAStore = "Name another file: this one is not a store of Dateline's."

// check refuses a file of another program, and one that an earlier Dateline made.
func (h header) check() error {
	switch {
	case h.empty:
		return nil
	case h.application != applicationID:
		return graph.WithHint(fmt.Errorf("%w: the file is a database of another program (application_id %#x)", graph.ErrSchema, h.application), NotAStore)
	case h.version < firstVersion:
		return graph.WithHint(fmt.Errorf("%w: the file has schema %d of an earlier Dateline, and this one needs %d or later", graph.ErrSchema, h.version, firstVersion),
			storekit.LoadAnew+" into a new file: dateline load ARTICLES --store sqlite:NEW.db.")
	}
	return nil
}

// Migrate brings the file to the newest schema in one transaction, or leaves it as it
// is. A read-only file must have the newest schema already.
func Migrate(ctx context.Context, c *db.Conn, readOnly bool) error {
	steps, err := storekit.Migrations(migrationFiles, "migrations/*.sql", firstVersion)
	if err != nil {
		return err
	}
	version, pending, err := pendingOf(ctx, c, steps)
	if err != nil || len(pending) == 0 {
		return err
	}
	newest := steps[len(steps)-1].Version
	if readOnly {
		return graph.WithHint(fmt.Errorf("%w: the file has schema %d, and this Dateline needs %d", graph.ErrSchema, version, newest),
			"Bring it up to date with a command that writes: dateline load ARTICLES, with any article.")
	}
	// The mode stays with the file. It cannot be set within a transaction.
	if err := c.Script(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	begin := func() error { return c.Begin(ctx, db.BeginImmediate) }
	return c.Transaction(ctx, begin, func() error {
		// Another process may have migrated the file while this one waited for the lock.
		_, pending, err := pendingOf(ctx, c, steps)
		if err != nil {
			return err
		}
		for _, step := range pending {
			if err := c.Script(ctx, step.Script); err != nil {
				return fmt.Errorf("migration %s: %w", step.Name, err)
			}
		}
		// PRAGMA takes no parameters.
		return c.Script(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, newest))
	})
}

// pendingOf returns the file's version and the migrations that it lacks.
func pendingOf(ctx context.Context, c *db.Conn, steps []storekit.Migration) (version int, pending []storekit.Migration, err error) {
	h, err := readHeader(ctx, c)
	if err == nil {
		err = h.check()
	}
	if err == nil {
		pending, err = storekit.Pending(steps, h.version)
	}
	return h.version, pending, err
}
