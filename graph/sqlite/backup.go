package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/schema"
)

// Backup writes the graph, as it is at one moment, into a new file, while others go on
// reading and writing. The file appears once it is complete and on the disk. It returns
// ErrInvalid if there is such a file already.
func (s *Store) Backup(ctx context.Context, path string) error {
	err := s.life.Call(ctx, func(ctx context.Context) error {
		c, err := db.Connect(ctx, s.connector)
		if err != nil {
			return err
		}
		defer func() { _ = c.Close() }() // it only reads
		return newCopy(ctx, c, path)
	})
	return db.Translate(err, "back up %q to %q", s.path, path)
}

// newCopy copies a file to a path where there is none yet.
func newCopy(ctx context.Context, c *db.Conn, path string) (err error) {
	if _, err := os.Stat(path); err == nil {
		return graph.WithHint(fmt.Errorf("%w: %q exists", graph.ErrInvalid, path), "Name a file that does not exist yet, or move that one away.")
	}
	part, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-")
	if err != nil {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	defer func() {
		_ = part.Close()
		if err != nil {
			_ = os.Remove(part.Name())
		}
	}()
	// A crash leaves a part that nobody takes for the backup, so it needs no journal.
	query := url.Values{"_pragma": {"journal_mode(OFF)", "synchronous(FULL)"}}
	uri, err := fileURI(part.Name(), query)
	if err != nil {
		return err
	}
	if err := c.CopyTo(ctx, uri); err != nil {
		return err
	}
	if err := part.Sync(); err != nil {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes a rename survive a power failure, on systems where folders can be
// synchronized.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	_ = folder.Sync() // Windows can't
	return folder.Close()
}

// fileURI returns the URI of a file for SQLite.
func fileURI(file string, query url.Values) (string, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	name := url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}
	return name.String(), nil
}

// Restore makes the store at a path what a backup holds. If there is a store already, its
// content is replaced in one transaction: those who have it open see the old graph until
// then, and after a crash it is still there. The backup is checked before, and not changed.
// It returns ErrCorrupt for a damaged backup and ErrSchema for a file that is none.
func Restore(ctx context.Context, backup, path string) error {
	return db.Translate(restore(ctx, backup, path), "restore %q from %q", path, backup)
}

func restore(ctx context.Context, backup, path string) error {
	source, uri, err := openBackup(ctx, backup)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }() // it only reads
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return newCopy(ctx, source, path)
	}
	target, err := fileURI(path, url.Values{"_pragma": {durable, fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds())}, "_error_rc": {"1"}})
	if err != nil {
		return err
	}
	c, err := connectTo(ctx, target)
	if err != nil {
		return notOurs(err)
	}
	err = c.ReplaceBy(ctx, uri)
	return errors.Join(err, c.Close())
}

// openBackup opens a backup for reading, and checks that it is a whole store.
func openBackup(ctx context.Context, path string) (c *db.Conn, uri string, err error) {
	query := url.Values{"mode": {"ro"}, "_error_rc": {"1"}}
	if !hasLog(path) {
		query.Set("immutable", "1") // also on a medium that cannot be written
	}
	if _, err := os.Stat(path); err != nil {
		return nil, "", graph.WithHint(fmt.Errorf("%w: %w", graph.ErrUnavailable, err), "Check the path of the backup.")
	}
	if uri, err = fileURI(path, query); err != nil {
		return nil, "", err
	}
	if c, err = connectTo(ctx, uri); err != nil {
		return nil, "", notOurs(err)
	}
	if err := schema.Check(ctx, c); err != nil {
		return nil, "", errors.Join(notOurs(err), c.Close())
	}
	faults, err := c.Texts(ctx, "PRAGMA quick_check(1)")
	if err == nil && (len(faults) != 1 || faults[0] != "ok") {
		err = fmt.Errorf("%w: the backup: %s", graph.ErrCorrupt, strings.Join(faults, "; "))
	}
	if err != nil {
		return nil, "", errors.Join(err, c.Close())
	}
	return c, uri, nil
}

func connectTo(ctx context.Context, uri string) (*db.Conn, error) {
	connector, err := sqlite.NewConnector(uri)
	if err != nil {
		return nil, err
	}
	return db.Connect(ctx, connector)
}
