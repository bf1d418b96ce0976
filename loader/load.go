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

// Loader loads articles into a store, several at once. Each is stored whole or not
// at all.
type Loader struct {
	Store     graph.Writer
	Extractor *Extractor
	// Workers is the number of articles to extract at once, at least 1.
	Workers int
	// Now returns the time for Article.LoadedAt.
	Now func() time.Time
	// Rule says which version of an article is kept; the zero value goes by the text alone.
	Rule merge.Rule
}

// Result says what became of one item of a source.
type Result struct {
	Source    string
	ArticleID string
	// File and Hash are those of the item.
	File, Hash string
	// Outcome is empty if Err is set.
	Outcome merge.Outcome
	// Language of the article, as a BCP 47 tag. Articles in others than English have no
	// reports.
	Language string
	// Publisher and Published are those of the article.
	Publisher string
	Published graph.Date
	// Reports is how many reports the article has, Contacts how many of them tell of
	// contacts.
	Reports, Contacts int
	// People and Organizations are the names of those whom the article names, folded.
	People, Organizations []string
	Warnings              []string
	Err                   error
}

const (
	// groupSize is the most articles that one transaction stores. Names that the
	// articles of a group share are read once.
	groupSize = 128
	// textAtOnce is the most text, in bytes, of all articles that are being
	// extracted or wait to be stored. A longer article is loaded alone.
	textAtOnce = 8 << 20
)

// Load extracts and stores every item. It calls report with each result, one at a
// time, after the article is stored: an article that was reported without an error
// survives a crash. The results are not in the order of the items. Load returns an
// error only if it had to stop, because the context ended or the store takes no more
// articles.
//
// Articles are stored in groups. While one group is being stored, others are
// extracted, and those that are ready when it is done are the next group. An article
// that cannot be stored does not affect the rest of its group.
func (l *Loader) Load(ctx context.Context, items iter.Seq[read.Item], report func(Result)) error {
	group, ctx := errgroup.WithContext(ctx)
	run := &run{Loader: l, report: report, memory: semaphore.NewWeighted(textAtOnce), ready: make(chan *pending, groupSize)}
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
	ready  chan *pending
	memory *semaphore.Weighted // bytes of text

	reporting sync.Mutex
	report    func(Result)
}

// pending is an article on its way into the store.
type pending struct {
	result Result
	batch  *graph.Batch
	weight int64 // bytes of run.memory
}

func (r *run) done(result Result) {
	r.reporting.Lock()
	defer r.reporting.Unlock()
	r.report(result)
}

// extract turns items into batches until there are no more.
func (r *run) extract(ctx context.Context, queue <-chan read.Item) error {
	for item := range queue {
		a := &pending{
			result: Result{Source: item.Source, File: item.File, Hash: item.Hash, ArticleID: item.Article.ID, Language: item.Article.Language, Warnings: item.Warnings, Err: item.Err},
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
		a.result.describe(a.batch)
		if err := send(ctx, r.ready, a); err != nil {
			return err
		}
	}
	return nil
}

// describe notes what an article is and tells of.
func (r *Result) describe(b *graph.Batch) {
	r.Publisher, r.Published, r.Reports = b.Article.Publisher, b.Article.Published, len(b.Reports)
	for i := range b.Reports {
		if b.Reports[i].Type == graph.EventContact {
			r.Contacts++
		}
	}
	for i := range b.Members {
		switch m := &b.Members[i]; {
		case m.Nominal:
		case m.Kind == graph.KindPerson:
			r.People = append(r.People, graph.Fold(m.Name))
		case m.Kind == graph.KindOrganization:
			r.Organizations = append(r.Organizations, graph.Fold(m.Name))
		}
	}
}

// store stores the batches that are ready, in groups, until there are no more.
func (r *run) store(ctx context.Context) error {
	for first := range r.ready {
		group := []*pending{first}
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

// take returns an article that is ready now, if there is one.
func take(ready <-chan *pending) (*pending, bool) {
	select {
	case a, ok := <-ready:
		return a, ok
	default:
		return nil, false
	}
}

// storeGroup stores a group in one transaction or, if an article makes that fail,
// each article in its own. It returns an error if no other article could be stored
// either.
func (r *run) storeGroup(ctx context.Context, group []*pending) error {
	err := r.apply(ctx, group)
	if len(group) > 1 && ofOneArticle(err) {
		for _, a := range group {
			if err := r.storeGroup(ctx, []*pending{a}); err != nil {
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

func (r *run) apply(ctx context.Context, group []*pending) error {
	batches := make([]*graph.Batch, len(group))
	for i, a := range group {
		batches[i] = a.batch
	}
	var outcomes []merge.Outcome
	err := r.Store.Update(ctx, func(tx graph.Tx) (err error) {
		outcomes, err = merge.ApplyVersions(tx, r.Rule, batches...)
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

// ofOneArticle reports whether one article of a group can be the cause of an error.
// If the store cannot be reached or is too slow, trying each article would only take
// longer.
func ofOneArticle(err error) bool {
	return err != nil && !errors.Is(err, graph.ErrUnavailable) && !errors.Is(err, graph.ErrTimeout) && !cannotWrite(err)
}

// stops reports whether no other article could be stored either.
func stops(ctx context.Context, err error) bool {
	return err != nil && (ctx.Err() != nil || cannotWrite(err))
}

func cannotWrite(err error) bool {
	return errors.Is(err, graph.ErrReadOnly) || errors.Is(err, graph.ErrSchema) || errors.Is(err, graph.ErrCorrupt)
}
