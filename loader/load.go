package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/graph"
	"dateline/loader/merge"
	"dateline/loader/read"
)

// Loader loads articles into a store, several at once. Each is stored in one
// transaction, or not at all.
type Loader struct {
	Store     graph.Writer
	Extractor *Extractor
	// Workers is how many articles to extract at once; at least 1.
	Workers int
	// Now gives the time that articles are marked as loaded at.
	Now func() time.Time
}

// Result is what became of one item of a source.
type Result struct {
	Source    string
	ArticleID string
	// Outcome is empty where Err is set.
	Outcome  merge.Outcome
	Reports  int
	Warnings []string
	Err      error
}

// Load extracts and stores every item, and calls report with each result, one at
// a time, after it is stored: what was reported without an error stays through a
// crash. The order of results is not that of the items. Load returns an error
// only if it had to stop: the context ended, or the store can take no more.
func (l *Loader) Load(ctx context.Context, items iter.Seq[read.Item], report func(Result)) error {
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan read.Item)
	group.Go(func() error {
		defer close(queue)
		for item := range items {
			select {
			case queue <- item:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	var reporting sync.Mutex
	for range max(1, l.Workers) {
		group.Go(func() error {
			for item := range queue {
				result := l.loadOne(ctx, item)
				if stops(ctx, result.Err) {
					return result.Err
				}
				reporting.Lock()
				report(result)
				reporting.Unlock()
			}
			return nil
		})
	}
	return group.Wait()
}

// stops tells whether no further article can fare better.
func stops(ctx context.Context, err error) bool {
	return err != nil && ctx.Err() != nil ||
		errors.Is(err, graph.ErrReadOnly) || errors.Is(err, graph.ErrSchema) || errors.Is(err, graph.ErrCorrupt)
}

func (l *Loader) loadOne(ctx context.Context, item read.Item) Result {
	result := Result{Source: item.Source, ArticleID: item.Article.ID, Warnings: item.Warnings, Err: item.Err}
	if item.Err != nil {
		return result
	}
	item.Article.LoadedAt = l.Now().UTC()
	batch, err := l.Extractor.Extract(item)
	if err != nil {
		result.Err = err
		return result
	}
	result.Reports = len(batch.Reports)
	result.Err = l.Store.Update(ctx, func(tx graph.Tx) error {
		result.Outcome, err = merge.Apply(tx, batch)
		return err
	})
	if result.Err != nil {
		result.Outcome = ""
		result.Err = fmt.Errorf("store %s: %w", item.Source, result.Err)
	}
	return result
}
