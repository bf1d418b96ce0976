package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"dateline/graph"
)

// migrations are files NNNN_name.sql, numbered from firstVersion without a gap. A
// store's PRAGMA user_version is the number of the last one that it has had. A file
// that was released is never changed; a later one changes what it made.
//
//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID marks a file as Dateline's, in PRAGMA application_id: "Dtln".
const applicationID = 0x44746c6e

// firstVersion is the oldest schema that can be brought to the newest. Those before
// it were never released.
const firstVersion = 2

type migration struct {
	version int
	name    string
	script  string
}

// migrations reads the embedded files, in order.
func migrations() ([]migration, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql") // sorted
	if err != nil {
		return nil, err
	}
	steps := make([]migration, 0, len(names))
	for i, name := range names {
		number, _, _ := strings.Cut(strings.TrimPrefix(name, "migrations/"), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != firstVersion+i {
			return nil, fmt.Errorf("migration %s: want number %d", name, firstVersion+i)
		}
		script, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		steps = append(steps, migration{version, name, string(script)})
	}
	return steps, nil
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
		h.application, h.version = r.count(), r.count()
		h.empty = r.count() == 0 && h.application == 0 && h.version == 0
		return nil
	})
	return h, err
}

// check refuses a file of another program or of a newer Dateline.
func (h header) check(newest int) error {
	switch {
	case h.empty:
		return nil
	case h.application != applicationID:
		return graph.WithHint(fmt.Errorf("%w: the file is a database of another program (application_id %#x)", graph.ErrSchema, h.application), notAStore)
	case h.version < firstVersion:
		return graph.WithHint(fmt.Errorf("%w: the file has schema %d, from before the first release of Dateline", graph.ErrSchema, h.version),
			"Load its articles again, into another file.")
	case h.version > newest:
		return fmt.Errorf("%w: the file has schema %d, this Dateline knows up to %d", graph.ErrSchema, h.version, newest)
	}
	return nil
}

// migrate brings the file to the newest schema in one transaction, or leaves it
// as it was. A store that cannot be written must have the newest one already.
func migrate(ctx context.Context, c *conn, steps []migration, readOnly bool) error {
	newest := firstVersion + len(steps) - 1
	h, err := readHeader(ctx, c)
	if err == nil {
		err = h.check(newest)
	}
	if err != nil || h.version == newest {
		return err
	}
	if readOnly {
		return graph.WithHint(fmt.Errorf("%w: the file has schema %d, and this Dateline needs %d", graph.ErrSchema, h.version, newest),
			"Bring it up to date with a command that writes: dateline load ARTICLES, with any article.")
	}
	// The log is part of the file for good; it cannot be turned on in a transaction.
	if err := c.script(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	begin := func() error { return c.begin(ctx, beginImmediate) }
	return c.transaction(ctx, begin, func() error {
		// Another process may have migrated it while this one waited for the lock.
		h, err := readHeader(ctx, c)
		if err == nil {
			err = h.check(newest)
		}
		if err != nil {
			return err
		}
		for _, step := range steps[max(0, h.version-firstVersion+1):] {
			if err := c.script(ctx, step.script); err != nil {
				return fmt.Errorf("migration %s: %w", step.name, err)
			}
		}
		// PRAGMA takes no parameters.
		return c.script(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, newest))
	})
}
