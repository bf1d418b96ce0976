package sqlite

import (
	"context"
	"database/sql/driver"
	"sync"
)

const dataVersion = `PRAGMA data_version`

// states tells readers which state of the graph they see, whoever committed it, so
// that they can share what they read of it.
//
// PRAGMA data_version changes for a connection as others commit, and means nothing
// to another one. So that connections can be compared, one that never writes and
// holds no transaction, the watcher, is asked before a reader's snapshot begins and
// after: where it gives the same number, the snapshot is of that state. From then
// on it is the reader's own number that reports whether it still is.
type states struct {
	mu      sync.Mutex
	watcher *conn
	newest  int64 // as the watcher numbers them
	cache   *cache
}

// now returns the number of the state that was committed last.
func (s *states) now(ctx context.Context, connector driver.Connector) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.watcher == nil {
		watcher, err := connect(ctx, connector)
		if err != nil {
			return 0, err
		}
		s.watcher = watcher
	}
	version, _, err := s.watcher.number(context.WithoutCancel(ctx), dataVersion)
	return version, err
}

// cacheOf returns the cache of a state, noCache where it is of the past.
func (s *states) cacheOf(state int64) *cache {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cache == noCache || state > s.newest {
		s.cache.close()
		s.newest, s.cache = state, newCache()
	}
	if state < s.newest {
		return noCache
	}
	return s.cache
}

func (s *states) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.watcher == nil {
		return nil
	}
	return s.watcher.close()
}

// snapshot begins to read in a transaction: from then on the connection sees one
// state of the graph, and has the cache that is of it.
func (s *Store) snapshot(ctx context.Context, c *conn, work func() error) error {
	var before int64
	if c.cache == noCache {
		var err error
		if before, err = s.states.now(ctx, s.connector); err != nil {
			return err
		}
	}
	begin := func() error { return c.begin(ctx, beginDeferred) }
	return c.transaction(ctx, begin, func() error {
		version, _, err := c.number(context.WithoutCancel(ctx), dataVersion)
		if err != nil {
			return err
		}
		c.rows = make(map[string]int64)
		defer func() { c.rows = nil }()
		if c.version != version {
			c.version, c.cache = version, noCache
		}
		if before != 0 && c.cache == noCache {
			after, err := s.states.now(ctx, s.connector)
			if err != nil {
				return err
			}
			if after == before {
				c.cache = s.states.cacheOf(after)
			}
		}
		return work()
	})
}
