package sqlite

import (
	"context"
	"embed"
	"fmt"

	"dateline/graph"
	"dateline/graph/storekit"
)

// migrationFiles are numbered from firstVersion. The PRAGMA user_version of a store is
// the number of the last one that it has had.
//
//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID marks a file as Dateline's, in PRAGMA application_id: "Dtln".
const applicationID = 0x44746c6e

// firstVersion is the oldest schema that can be brought to the newest. Those before
// it were never released.
const firstVersion = 2

func migrations() ([]storekit.Migration, error) {
	return storekit.Migrations(migrationFiles, "migrations/*.sql", firstVersion)
}

// header is what a database file says of itself.
type header struct {
	application, version int
	empty                bool
}

func readHeader(ctx context.Context, c *conn) (header, error) {
	var h header
	const query = `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`
	err := c.each(ctx, query, nil, func(r *row) error {
		h.application, h.version = r.Count(), r.Count()
		h.empty = r.Count() == 0 && h.application == 0 && h.version == 0
		return nil
	})
	return h, err
}

// check refuses a file of another program or of a newer Dateline.
func (h header) check() error {
	switch {
	case h.empty:
		return nil
	case h.application != applicationID:
		return graph.WithHint(fmt.Errorf("%w: the file is a database of another program (application_id %#x)", graph.ErrSchema, h.application), notAStore)
	case h.version < firstVersion:
		return graph.WithHint(fmt.Errorf("%w: the file has schema %d, from before the first release of Dateline", graph.ErrSchema, h.version),
			"Load its articles again, into another file.")
	}
	return nil
}

// migrate brings the file to the newest schema in one transaction, or leaves it
// as it was. A store that cannot be written must have the newest one already.
func migrate(ctx context.Context, c *conn, steps []storekit.Migration, readOnly bool) error {
	version, pending, err := pendingOf(ctx, c, steps)
	if err != nil || len(pending) == 0 {
		return err
	}
	newest := steps[len(steps)-1].Version
	if readOnly {
		return graph.WithHint(fmt.Errorf("%w: the file has schema %d, and this Dateline needs %d", graph.ErrSchema, version, newest),
			"Bring it up to date with a command that writes: dateline load ARTICLES, with any article.")
	}
	// The log is part of the file for good; it cannot be turned on in a transaction.
	if err := c.script(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	begin := func() error { return c.begin(ctx, beginImmediate) }
	return c.transaction(ctx, begin, func() error {
		// Another process may have migrated it while this one waited for the lock.
		_, pending, err := pendingOf(ctx, c, steps)
		if err != nil {
			return err
		}
		for _, step := range pending {
			if err := c.script(ctx, step.Script); err != nil {
				return fmt.Errorf("migration %s: %w", step.Name, err)
			}
		}
		// PRAGMA takes no parameters.
		return c.script(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, newest))
	})
}

// pendingOf returns the file's version and the migrations that it lacks.
func pendingOf(ctx context.Context, c *conn, steps []storekit.Migration) (version int, pending []storekit.Migration, err error) {
	h, err := readHeader(ctx, c)
	if err == nil {
		err = h.check()
	}
	if err == nil {
		pending, err = storekit.Pending(steps, h.version)
	}
	return h.version, pending, err
}
