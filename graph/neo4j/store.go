package neo4j

import (
	"context"
	"fmt"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// Store is a graph in a Neo4j database.
type Store struct {
	address  address
	readOnly bool
	patience time.Duration // of Patience
	driver   driver.DriverWithContext
	// bookmarks let each session see what the others of this store have committed,
	// wherever in a cluster it reads.
	bookmarks driver.BookmarkManager

	// watch sees what a Reader asks, in tests; nil otherwise.
	watch func(text string, params map[string]any)

	closing    context.Context
	close      context.CancelFunc
	closeOnce  sync.Once
	closeError error
	calls      sync.WaitGroup
	mu         sync.Mutex // guards calls against closing
}

func newStore(to address, readOnly bool) *Store {
	s := &Store{address: to, readOnly: readOnly, bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	s.closing, s.close = context.WithCancel(context.Background())
	return s
}

// The deadlines of calls whose context has none.
const (
	readTimeout   = 30 * time.Second
	updateTimeout = 5 * time.Minute
	closeTimeout  = 5 * time.Second
)

// Close ends all calls, waits for them and closes all connections.
func (s *Store) Close() error {
	s.closeOnce.Do(func() {
		s.mu.Lock()
		s.close()
		s.mu.Unlock()
		s.calls.Wait()
		if s.driver == nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		s.closeError = translate(s.driver.Close(ctx), "close %v", s.address)
	})
	return s.closeError
}

// call runs work under a context that ends with ctx, with the store, and after so
// long where ctx has no deadline; 0 for no end.
func (s *Store) call(ctx context.Context, limit time.Duration, work func(ctx context.Context) error) error {
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
	if _, ok := ctx.Deadline(); !ok && limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, max(limit, s.patience))
		defer cancel()
	}
	defer context.AfterFunc(s.closing, cancel)()
	err := work(ctx)
	switch {
	case err != nil && s.closing.Err() != nil:
		return fmt.Errorf("%w: the store was closed: %s", graph.ErrUnavailable, err.Error())
	case err != nil && ctx.Err() != nil && graph.AdviceFor(err).Code != graph.CodeTimeout:
		return fmt.Errorf("%w: %w: %s", graph.ErrTimeout, ctx.Err(), err.Error())
	}
	return err
}
