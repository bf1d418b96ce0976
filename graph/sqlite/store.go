// Package sqlite keeps a graph in one file, with SQLite inside the program
// (modernc.org/sqlite) and its full-text search (FTS5). It is Dateline's default
// store.
//
// # Safety
//
// One transaction writes at a time; readers see the graph as it was committed
// last, and neither waits for the other (write-ahead log). A commit reaches the
// disk before Update returns (synchronous FULL), so that what was acknowledged
// survives kill -9 and a cut of power. Other processes may open the same file; it
// must be on a local disk.
//
// # Files
//
// A store at news.db is news.db and, while it is open, news.db-wal and
// news.db-shm. The schema is made and brought up to date by the numbered files in
// migrations.
package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"dateline/graph"
)

// Store is a graph in an SQLite file.
type Store struct {
	path     string
	readOnly bool
	// temporary is a folder to remove on Close; empty for none.
	temporary string
	connector driver.Connector
	// writer and readers hold the connections that are not in use.
	writer, readers chan *conn
	open            int // connections of readers
	closing         context.Context
	close           context.CancelFunc
	closeOnce       sync.Once
	closeError      error
	calls           sync.WaitGroup
	mu              sync.Mutex // guards open, and calls against closing
}

var _ graph.Store = (*Store)(nil)

// Option changes how Open opens a store.
type Option func(*Store)

// ReadOnly opens a store that is never written, on a medium that may not allow
// it. The file must exist and have the newest schema. Update returns ErrReadOnly.
func ReadOnly() Option { return func(s *Store) { s.readOnly = true } }

// Memory is the path of a private store that is gone when it is closed.
const Memory = ":memory:"

const (
	// minReaders lets slow questions run beside quick ones on a small machine.
	minReaders = 4

	dataVersion = `PRAGMA data_version`
	countTables = `SELECT count(*) FROM sqlite_schema`
)

// Each connection has settings of its own. cache_size is in KiB where negative.
// No mmap_size: a file that is cut short under a map kills the program.
var settings = []string{
	"busy_timeout(5000)",
	"synchronous(FULL)",
	"cache_size(-16000)",
	"temp_store(MEMORY)",
	"trusted_schema(OFF)",
}

// Open opens the store at a path, and makes it where there is none. Path "" is
// the same as Memory: a private store in the system's temporary folder.
//
// It returns ErrUnavailable where the path is a folder, its folder is missing or
// the file may not be opened; ErrSchema for a file of another program or of a
// newer Dateline; ErrCorrupt for a damaged one; ErrReadOnly where the schema has
// to be made or changed and the file cannot be written.
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	s := &Store{path: path}
	for _, option := range options {
		option(s)
	}
	s.closing, s.close = context.WithCancel(context.Background())
	if err := s.start(ctx); err != nil {
		s.Close()
		return nil, translate(err, "open %q", path)
	}
	return s, nil
}

func (s *Store) start(ctx context.Context) error {
	steps, err := migrations()
	if err != nil {
		return err
	}
	file, err := s.locate()
	if err != nil {
		return err
	}
	c, err := s.first(ctx, file)
	if err != nil {
		return err
	}
	s.writer, s.readers = make(chan *conn, 1), make(chan *conn, max(minReaders, runtime.GOMAXPROCS(0)))
	s.writer <- c
	return notOurs(migrate(ctx, c, steps, s.readOnly))
}

// notOurs tells a file that never was a database from a damaged one.
func notOurs(err error) error {
	if primaryCode(err) == codes.SQLITE_NOTADB {
		return fmt.Errorf("%w: the file is no SQLite database: %w", graph.ErrSchema, err)
	}
	return err
}

// locate checks the path and gives the file to open.
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
		return "", fmt.Errorf("%w: it is a folder", graph.ErrUnavailable)
	case err == nil && !info.Mode().IsRegular():
		return "", fmt.Errorf("%w: it is no file", graph.ErrUnavailable)
	case errors.Is(err, fs.ErrNotExist) && s.readOnly:
		return "", fmt.Errorf("%w: there is no such file", graph.ErrUnavailable)
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(file)); err != nil {
			return "", fmt.Errorf("%w: its folder is missing: %w", graph.ErrUnavailable, err)
		}
	case err != nil:
		return "", fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	return file, nil
}

// first opens the first connection, which tells whether the file can be read.
func (s *Store) first(ctx context.Context, file string) (*conn, error) {
	query := url.Values{"_pragma": settings, "_defensive": {"1"}, "_error_rc": {"1"}}
	if s.readOnly {
		query.Set("mode", "ro")
	}
	c, err := s.connect(ctx, file, query)
	if err != nil && s.readOnly && primaryCode(err) == codes.SQLITE_CANTOPEN && !hasLog(file) {
		// A log's index cannot be made beside the file: nobody can be writing it here.
		query.Set("immutable", "1")
		return s.connect(ctx, file, query)
	}
	return c, notOurs(err)
}

func (s *Store) connect(ctx context.Context, file string, query url.Values) (*conn, error) {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	name := url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}
	var err error
	if s.connector, err = sqlite.NewConnector(name.String()); err != nil {
		return nil, err
	}
	c, err := connect(ctx, s.connector)
	if err != nil {
		return nil, err
	}
	if _, _, err := c.number(ctx, countTables); err != nil {
		return nil, errors.Join(err, c.close())
	}
	return c, nil
}

// hasLog is true where commits wait in a write-ahead log beside the file.
func hasLog(file string) bool {
	info, err := os.Stat(file + "-wal")
	return err == nil && info.Size() > 0
}

// Close ends all calls, waits for them and closes the file.
func (s *Store) Close() error {
	s.closeOnce.Do(func() {
		s.mu.Lock()
		s.close()
		s.mu.Unlock()
		s.calls.Wait()
		s.closeError = s.release()
	})
	return s.closeError
}

func (s *Store) release() error {
	var errs []error
	for _, pool := range []chan *conn{s.writer, s.readers} {
		for len(pool) > 0 {
			errs = append(errs, (<-pool).close())
		}
	}
	if s.temporary != "" {
		errs = append(errs, os.RemoveAll(s.temporary))
	}
	return translate(errors.Join(errs...), "close %q", s.path)
}

// call runs work under a context that ends with ctx and with the store.
func (s *Store) call(ctx context.Context, work func(ctx context.Context) error) error {
	s.mu.Lock()
	if s.closing.Err() != nil {
		s.mu.Unlock()
		return fmt.Errorf("%w: the store is closed", graph.ErrUnavailable)
	}
	s.calls.Add(1)
	s.mu.Unlock()
	defer s.calls.Done()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(s.closing, cancel)()
	err := work(ctx)
	if err != nil && s.closing.Err() != nil {
		return fmt.Errorf("%w: the store was closed: %w", graph.ErrUnavailable, err)
	}
	return err
}

// read runs work with a connection on which the graph stands still.
func (s *Store) read(ctx context.Context, work func(r *reader) error) error {
	return s.call(ctx, func(ctx context.Context) error {
		c, err := s.reader(ctx)
		if err != nil {
			return err
		}
		defer func() { s.readers <- c }()
		return c.transaction(ctx, beginDeferred, func() error {
			version, _, err := c.number(ctx, dataVersion) // begins the snapshot
			if err != nil {
				return err
			}
			c.cache.at(version)
			return work(&reader{c, ctx})
		})
	})
}

// reader waits for a connection, or opens one more.
func (s *Store) reader(ctx context.Context) (*conn, error) {
	select {
	case c := <-s.readers:
		return c, nil
	default:
	}
	s.mu.Lock()
	more := s.open < cap(s.readers)
	if more {
		s.open++
	}
	s.mu.Unlock()
	if !more {
		select {
		case c := <-s.readers:
			return c, nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	c, err := connect(ctx, s.connector)
	if err != nil {
		s.mu.Lock()
		s.open--
		s.mu.Unlock()
	}
	return c, err
}

// reader is a connection within a read transaction, and the call's context.
type reader struct {
	*conn
	ctx context.Context
}

func (r *reader) each(query string, args []any, visit func(r *row) error) error {
	return r.conn.each(r.ctx, query, args, visit)
}

func (r *reader) number(query string, args ...any) (n int64, found bool, err error) {
	return r.conn.number(r.ctx, query, args...)
}

func (r *reader) texts(query string, args ...any) ([]string, error) {
	return r.conn.texts(r.ctx, query, args...)
}

// Ready tells whether the file can be read now.
func (s *Store) Ready(ctx context.Context) error {
	err := s.read(ctx, func(r *reader) error {
		_, _, err := r.number(countTables)
		return err
	})
	return translate(err, "ready %q", s.path)
}
