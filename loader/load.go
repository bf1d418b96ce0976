package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"dateline/graph"
	"dateline/loader/merge"
	"dateline/loader/read"
)

// Loader loads articles into a store, several at once. Each is stored whole, or
// not at all.
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

const (
	// groupSize is how many articles one transaction stores at most. A group reads
	// the names that its articles share once.
	groupSize = 128
	// textAtOnce bounds the text, in bytes, of all articles that are being extracted
	// or wait to be stored. A longer article goes alone.
	textAtOnce = 8 << 20
)

// Load extracts and stores every item, and calls report with each result, one at
// a time, after it is stored: what was reported without an error stays through a
// crash. The order of results is not that of the items. Load returns an error
// only if it had to stop: the context ended, or the store can take no more.
//
// Articles are stored in groups: while one group is stored, others are extracted,
// and all that are ready when it is done are the next. An article that cannot be
// stored costs none of its group.
func (l *Loader) Load(ctx context.Context, items iter.Seq[read.Item], report func(Result)) error {
	group, ctx := errgroup.WithContext(ctx)
	run := &run{Loader: l, report: report, memory: semaphore.NewWeighted(textAtOnce), ready: make(chan *loading, groupSize)}
	queue := make(chan read.Item)
	group.Go(func() error {
		defer close(queue)
		for item := range items {
			if err := send(ctx, queue, item); err != nil {
				return err
			}
		}
		return nil
	})
	var extracting sync.WaitGroup
	for range max(1, l.Workers) {
		extracting.Add(1)
		group.Go(func() error {
			defer extracting.Done()
			return run.extract(ctx, queue)
		})
	}
	group.Go(func() error {
		extracting.Wait()
		close(run.ready)
		return nil
	})
	group.Go(func() error { return run.store(ctx) })
	return group.Wait()
}

func send[T any](ctx context.Context, to chan<- T, thing T) error {
	select {
	case to <- thing:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// run is one call of Load.
type run struct {
	*Loader
	ready  chan *loading
	memory *semaphore.Weighted // of bytes of text

	reporting sync.Mutex
	report    func(Result)
}

// loading is an article on its way into the store.
type loading struct {
	result Result
	batch  *graph.Batch
	weight int64 // in bytes, of run.memory
}

func (r *run) done(result Result) {
	r.reporting.Lock()
	defer r.reporting.Unlock()
	r.report(result)
}

// extract makes batches of items until there are no more.
func (r *run) extract(ctx context.Context, queue <-chan read.Item) error {
	for item := range queue {
		a := &loading{
			result: Result{Source: item.Source, ArticleID: item.Article.ID, Warnings: item.Warnings, Err: item.Err},
			weight: min(int64(len(item.Article.Text)), textAtOnce),
		}
		if err := r.memory.Acquire(ctx, a.weight); err != nil {
			return err
		}
		if a.result.Err == nil {
			item.Article.LoadedAt = r.Now().UTC()
			a.batch, a.result.Err = r.Extractor.Extract(item)
		}
		if a.result.Err != nil {
			r.memory.Release(a.weight)
			r.done(a.result)
			continue
		}
		a.result.Reports = len(a.batch.Reports)
		if err := send(ctx, r.ready, a); err != nil {
			return err
		}
	}
	return nil
}

// store stores what is ready, group by group, until there is no more.
func (r *run) store(ctx context.Context) error {
	for first := range r.ready {
		group := []*loading{first}
		for len(group) < groupSize {
			next, ok := take(r.ready)
			if !ok {
				break
			}
			group = append(group, next)
		}
		if err := r.storeGroup(ctx, group); err != nil {
			return err
		}
		for _, a := range group {
			r.memory.Release(a.weight)
		}
	}
	return nil
}

// take returns what is ready now, if anything is.
func take(ready <-chan *loading) (*loading, bool) {
	select {
	case a, ok := <-ready:
		return a, ok
	default:
		return nil, false
	}
}

// storeGroup stores a group in one transaction; where that fails on account of an
// article, each in its own. It returns an error where no further article can fare
// better.
func (r *run) storeGroup(ctx context.Context, group []*loading) error {
	err := r.apply(ctx, group)
	if len(group) > 1 && ofOneArticle(err) {
		for _, a := range group {
			if err := r.storeGroup(ctx, []*loading{a}); err != nil {
				return err
			}
		}
		return nil
	}
	if stops(ctx, err) {
		return err
	}
	for _, a := range group {
		if err != nil {
			a.result.Err = fmt.Errorf("store %s: %w", a.result.Source, err)
		}
		r.done(a.result)
	}
	return nil
}

func (r *run) apply(ctx context.Context, group []*loading) error {
	batches := make([]*graph.Batch, len(group))
	for i, a := range group {
		batches[i] = a.batch
	}
	var outcomes []merge.Outcome
	err := r.Store.Update(ctx, func(tx graph.Tx) (err error) {
		outcomes, err = merge.Apply(tx, batches...)
		return err
	})
	if err != nil {
		return err
	}
	for i, a := range group {
		a.result.Outcome = outcomes[i]
	}
	return nil
}

// ofOneArticle reports whether an error can be that of one article of a group: not
// where the store cannot be reached or is too slow, which trying again article by
// article would draw out.
func ofOneArticle(err error) bool {
	return err != nil && !errors.Is(err, graph.ErrUnavailable) && !errors.Is(err, graph.ErrTimeout) && !cannotWrite(err)
}

// stops reports whether no further article can fare better.
func stops(ctx context.Context, err error) bool {
	return err != nil && (ctx.Err() != nil || cannotWrite(err))
}

func cannotWrite(err error) bool {
	return errors.Is(err, graph.ErrReadOnly) || errors.Is(err, graph.ErrSchema) || errors.Is(err, graph.ErrCorrupt)
}
