package read

import (
	"context"
	"database/sql/driver"
	"sync"

	"dateline/graph/sqlite/internal/db"
)

// DataVersion returns a number that changes when other connections commit.
const DataVersion = `PRAGMA data_version`

// versions finds out which version of the graph a reader sees, whoever committed it, so
// that readers of the same version can share a cache.
//
// PRAGMA data_version changes for a connection when others commit, but its numbers
// cannot be compared between connections. Therefore another connection, the watcher,
// which never writes and holds no transaction, reads its own number before and after a
// reader begins a snapshot: if it is the same, the snapshot is of that version. From
// then on the reader's own number shows whether the version is still the same.
type versions struct {
	mu      sync.Mutex
	watcher *db.Conn
	newest  int64 // the watcher's number
	cache   *Cache
}

// now returns the watcher's number of the last committed version.
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

// cacheOf returns the cache of a version, or noCache if it is out of date.
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

// Snapshot runs work in a read transaction, in which the connection sees one version of
// the graph and uses the cache of that version.
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
		defer c.forgetSets()
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
