package neo4j

import (
	"context"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/storekit"
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

	life *storekit.Lifecycle
}

func newStore(to address, readOnly bool) *Store {
	bookmarks := driver.NewBookmarkManager(driver.BookmarkManagerConfig{})
	return &Store{address: to, readOnly: readOnly, bookmarks: bookmarks, life: storekit.NewLifecycle()}
}

// The deadlines of calls whose context has none.
const (
	readTimeout   = 30 * time.Second
	updateTimeout = 5 * time.Minute
	closeTimeout  = 5 * time.Second
)

// Close ends all calls, waits for them and closes all connections.
func (s *Store) Close() error {
	return s.life.Close(func() error {
		if s.driver == nil {
			return nil
		}
		ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		return translate(s.driver.Close(ctx), "close %v", s.address)
	})
}

// call runs work under a context that ends with ctx, with the store, and after so
// long where ctx has no deadline; 0 for no end.
func (s *Store) call(ctx context.Context, limit time.Duration, work func(ctx context.Context) error) error {
	return s.life.Call(ctx, func(ctx context.Context) error {
		if _, ok := ctx.Deadline(); !ok && limit > 0 {
			limited, cancel := context.WithTimeout(ctx, max(limit, s.patience))
			defer cancel()
			ctx = limited
		}
		err := work(ctx)
		if err != nil && ctx.Err() != nil && graph.AdviceFor(err).Code != graph.CodeTimeout {
			return fmt.Errorf("%w: %w: %s", graph.ErrTimeout, ctx.Err(), err.Error())
		}
		return err
	})
}
