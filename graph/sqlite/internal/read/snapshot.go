package read

import (
	"context"
	"database/sql/driver"
	"sync"

	"dateline/graph/sqlite/internal/db"
)

const DataVersion = `PRAGMA data_version`

// versions tells readers which version of the graph they see, whoever committed it, so
// that they can share what they read of it.
//
// PRAGMA data_version changes for a connection as others commit, and means nothing
// to another one. So that connections can be compared, one that never writes and
// holds no transaction, the watcher, is asked before a reader's snapshot begins and
// after: if it gives the same number, the snapshot is of that version. From then on
// the reader's own number shows whether it still is.
type versions struct {
	mu      sync.Mutex
	watcher *db.Conn
	newest  int64 // as the watcher numbers them
	cache   *Cache
}

// now returns the number of the version that was committed last.
func (s *versions) now(ctx context.Context, connector driver.Connector) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.watcher == nil {
		watcher, err := db.Connect(ctx, connector)
		if err != nil {
			return 0, err
		}
		s.watcher = watcher
	}
	version, _, err := s.watcher.Number(context.WithoutCancel(ctx), DataVersion)
	return version, err
}

// cacheOf returns the cache of a version, noCache if it is of the past.
func (s *versions) cacheOf(version int64) *Cache {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cache == noCache || version > s.newest {
		s.cache.close()
		s.newest, s.cache = version, newCache()
	}
	if version < s.newest {
		return noCache
	}
	return s.cache
}

func (s *versions) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.watcher == nil {
		return nil
	}
	return s.watcher.Close()
}

// Snapshot begins to read in a transaction: from then on the connection sees one
// version of the graph, and has the cache that is of it.
func (p *pool) Snapshot(ctx context.Context, c *Session, work func() error) error {
	var before int64
	if c.Cache == noCache {
		var err error
		if before, err = p.versions.now(ctx, p.connector); err != nil {
			return err
		}
	}
	begin := func() error { return c.Begin(ctx, db.BeginDeferred) }
	return c.Transaction(ctx, begin, func() error {
		version, _, err := c.Number(context.WithoutCancel(ctx), DataVersion)
		if err != nil {
			return err
		}
		c.Rows = make(map[string]int64)
		defer func() { c.Rows = nil }()
		if c.version != version {
			c.version, c.Cache = version, noCache
		}
		if before != 0 && c.Cache == noCache {
			after, err := p.versions.now(ctx, p.connector)
			if err != nil {
				return err
			}
			if after == before {
				c.Cache = p.versions.cacheOf(after)
			}
		}
		return work()
	})
}
