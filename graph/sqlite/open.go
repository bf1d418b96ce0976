package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"modernc.org/sqlite"

	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/sqlite/internal/schema"
	"dateline/graph/sqlite/internal/unit"

	codes "modernc.org/sqlite/lib"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Option changes how Open opens a store.
type Option func(*Store)

// ReadOnly opens a store for reading only, even on a medium that cannot be written. The
// file must exist and have the newest schema. Update returns ErrReadOnly.
func ReadOnly() Option { return func(s *Store) { s.readOnly = true } }

// Memory is the path of a private store that is deleted on Close.
const Memory = ":memory:"

// settings are those of each connection. A negative cache_size is in KiB.
var settings = []string{
	"cache_size(-32000)",
	"temp_store(MEMORY)",
	"trusted_schema(OFF)",
	"wal_autocheckpoint(4000)", // pages
	"journal_size_limit(67108864)",
}

const (
	// durable writes each commit to the disk before it is acknowledged.
	durable = "synchronous(FULL)"
	// volatile is for a store that is deleted on Close anyway.
	volatile = "synchronous(OFF)"
)

// Open opens the store at a path, and creates it if it does not exist. The path ""
// means Memory: a private store in the system's temporary folder.
//
// It returns ErrUnavailable if the path is a folder, if its folder does not exist or
// if the file may not be opened; ErrSchema for a file of another program, of a newer
// Dateline or of one so old that its articles must be loaded again; ErrCorrupt for a damaged file; ErrReadOnly if the schema must be created or
// changed and the file cannot be written. If another process is writing at that time,
// Open waits as Update does.
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	life := storekit.NewLifecycle()
	s := &Store{path: path, busyTimeout: busyTimeout, life: life, Reader: read.NewReader(life, path)}
	for _, option := range options {
		option(s)
	}
	if err := s.start(ctx); err != nil {
		_ = s.Close()
		if db.PrimaryCode(err) == codes.SQLITE_CANTOPEN {
			err = graph.WithHint(err, notPermitted)
		}
		return nil, db.Translate(err, "open %q", path)
	}
	return s, nil
}

func (s *Store) start(ctx context.Context) error {
	file, err := s.locate()
	if err != nil {
		return err
	}
	c, err := s.first(ctx, file)
	if err != nil {
		return err
	}
	s.Open(s.connector)
	s.writer = make(chan *unit.Writer, 1)
	s.writer <- unit.NewWriter(c)
	return notOurs(s.whenFree(ctx, func() error { return schema.Migrate(ctx, c, s.readOnly) }))
}

// notPermitted is the hint for a file that may not be opened.
const notPermitted = "Check that you may read and write the file and its folder."

// notOurs turns the error for a file that is not a database, which SQLite calls
// damaged, into one about its schema.
func notOurs(err error) error {
	if db.PrimaryCode(err) == codes.SQLITE_NOTADB {
		return graph.WithHint(fmt.Errorf("%w: the file is not an SQLite database: %w", graph.ErrSchema, err), schema.NotAStore)
	}
	return err
}

// locate checks the path and returns the file to open.
func (s *Store) locate() (string, error) {
	if s.path == "" || s.path == Memory {
		folder, err := os.MkdirTemp("", "dateline-")
		s.temporary = folder
		return filepath.Join(folder, "graph.db"), err
	}
	file, err := filepath.Abs(s.path)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return "", graph.WithHint(fmt.Errorf("%w: it is a folder", graph.ErrUnavailable), "Name a file, such as sqlite:"+filepath.Join(s.path, "news.db")+".")
	case err == nil && !info.Mode().IsRegular():
		return "", graph.WithHint(fmt.Errorf("%w: it is not a regular file", graph.ErrUnavailable), schema.NotAStore)
	case errors.Is(err, fs.ErrNotExist) && s.readOnly:
		return "", graph.WithHint(fmt.Errorf("%w: there is no such file", graph.ErrUnavailable),
			"Check the path, or load articles first: dateline load ARTICLES --store sqlite:"+s.path)
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(file)); err != nil {
			return "", graph.WithHint(fmt.Errorf("%w: its folder does not exist: %w", graph.ErrUnavailable, err),
				"Make the folder "+filepath.Dir(s.path)+", or name another file.")
		}
	case err != nil:
		return "", graph.WithHint(fmt.Errorf("%w: %w", graph.ErrUnavailable, err), notPermitted)
	}
	return file, nil
}

// first opens the first connection, and thereby checks that the file can be read.
func (s *Store) first(ctx context.Context, file string) (*db.Conn, error) {
	query := url.Values{"_pragma": slices.Clone(settings), "_defensive": {"1"}, "_error_rc": {"1"}}
	query.Add("_pragma", fmt.Sprintf("busy_timeout(%d)", s.busyTimeout.Milliseconds()))
	if s.temporary == "" {
		query.Add("_pragma", durable)
	} else {
		query.Add("_pragma", volatile)
	}
	if s.readOnly {
		query.Set("mode", "ro")
	}
	c, err := s.connect(ctx, file, query)
	noIndex := db.PrimaryCode(err) == codes.SQLITE_CANTOPEN || db.PrimaryCode(err) == codes.SQLITE_READONLY
	if s.readOnly && noIndex && !hasLog(file) {
		// The index of the log cannot be created beside the file, so nobody can write.
		query.Set("immutable", "1")
		return s.connect(ctx, file, query)
	}
	return c, notOurs(err)
}

func (s *Store) connect(ctx context.Context, file string, query url.Values) (*db.Conn, error) {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	name := url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}
	var err error
	if s.connector, err = sqlite.NewConnector(name.String()); err != nil {
		return nil, err
	}
	c, err := db.Connect(ctx, s.connector)
	if err != nil {
		return nil, err
	}
	if _, _, err := c.Number(ctx, read.CountTables); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// hasLog reports whether there are commits in a write-ahead log beside the file.
func hasLog(file string) bool {
	info, err := os.Stat(file + "-wal")
	return err == nil && info.Size() > 0
}
