package read

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"dateline/graph/sqlite/internal/db"

	codes "modernc.org/sqlite/lib"

	"dateline/graph"
)

// pool has the reading connections.
type pool struct {
	connector driver.Connector
	// idle holds those that are not in use; nil stands for one that has to be opened.
	idle chan *Session
	mu   sync.Mutex // guards open
	open int        // how many there are, in use or not
	// probe has the connection that only ready uses, nil while it is not open.
	probe chan *Session
	// unmapped is true after a page of a mapped file could not be read.
	unmapped atomic.Bool
	versions versions
}

// minReaders lets quick questions run beside slow ones on a small machine.
const minReaders = 8

// MaxReaders is how many reads a pool runs at once; others wait.
func MaxReaders() int { return max(minReaders, 2*runtime.GOMAXPROCS(0)) }

func newPool(connector driver.Connector) *pool {
	p := &pool{connector: connector, idle: make(chan *Session, MaxReaders()), probe: make(chan *Session, 1), versions: versions{cache: noCache}}
	p.probe <- nil
	return p
}

func (p *pool) close() error {
	var errs []error
	for _, unused := range []chan *Session{p.idle, p.probe} {
		for len(unused) > 0 {
			if s := <-unused; s != nil {
				errs = append(errs, s.Close())
			}
		}
	}
	return errors.Join(append(errs, p.versions.close())...)
}

// read runs work with a connection that sees one snapshot of the graph.
func (p *pool) read(ctx context.Context, work func(r *View) error) error {
	s, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer func() { p.giveBack(s) }()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	err = p.Snapshot(ctx, s, func() error { return work(&View{Session: s, ctx: ctx, watched: ctx}) })
	if db.PrimaryCode(err) == codes.SQLITE_TOOBIG { // no argument is that long, so the length of a stored value is damaged
		return fmt.Errorf("%w: %w", graph.ErrCorrupt, err)
	}
	return err
}

// giveBack returns a connection to the pool. A broken one is abandoned as it is, and
// new ones then have no map that could break.
func (p *pool) giveBack(s *Session) {
	if s.Broken != nil {
		p.unmapped.Store(true)
		s = nil
	}
	p.idle <- s
}

// take waits for a connection, or opens one more.
func (p *pool) take(ctx context.Context) (*Session, error) {
	s, err := p.waitIdle(ctx)
	if s != nil || err != nil {
		return s, err
	}
	if s, err = p.connect(ctx); err != nil {
		p.idle <- nil
		return nil, err
	}
	return s, nil
}

func (p *pool) connect(ctx context.Context) (*Session, error) {
	s, err := NewSession(ctx, p.connector)
	if err == nil && db.MayMap && !p.unmapped.Load() {
		if err = s.Script(ctx, db.MapFile); err != nil {
			err = errors.Join(err, s.Close())
		}
	}
	return s, err
}

// ready reads the file with a connection of its own: a store whose readers are all busy is
// ready nevertheless.
func (p *pool) ready(ctx context.Context) (err error) {
	var s *Session
	select {
	case s = <-p.probe:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() {
		if s != nil && s.Broken != nil {
			p.unmapped.Store(true)
			s = nil
		}
		p.probe <- s
	}()
	if s == nil {
		if s, err = p.connect(ctx); err != nil {
			s = nil
			return err
		}
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	return p.Snapshot(ctx, s, func() error {
		_, _, err := s.Number(ctx, CountTables)
		return err
	})
}

// waitIdle returns a connection that is not in use, or nil if one may be opened.
func (p *pool) waitIdle(ctx context.Context) (*Session, error) {
	select {
	case s := <-p.idle:
		return s, nil
	default:
	}
	p.mu.Lock()
	more := p.open < cap(p.idle)
	if more {
		p.open++
	}
	p.mu.Unlock()
	if more {
		return nil, nil
	}
	select {
	case s := <-p.idle:
		return s, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
