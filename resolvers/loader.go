package resolvers

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"sync"
	"time"

	"dateline/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// quiet is how long a level of a query must ask for nothing new before its IDs are
// fetched. The executor asks for a whole level at once, so this only has to cover the
// start of goroutines.
const quiet = 500 * time.Microsecond

// A loader answers a field for many parents with one store call. While one level of the
// query is executed it collects the parents' IDs, for each set of arguments A, then fetches
// their values V together. gqlgen's own batch resolvers only see the parents in one list,
// those in nodes{…}; a loader sees the whole level, also in edges{node{…}} and across
// pages. Libraries such as dataloadgen collect for one set of arguments only.
type loader[A, V any] struct {
	fetch func(ctx context.Context, ids []string, arguments A) ([]V, error)

	mu     sync.Mutex
	levels map[string]*level[V] // those that still collect, by arguments
}

// level is what one level of a query asks for, and its values once done is closed.
type level[V any] struct {
	ids    []string
	asked  int            // how often it was asked, for any ID
	index  map[string]int // the index of each ID in ids
	timer  *time.Timer
	done   chan struct{}
	values []V
	err    error
}

func newLoader[A, V any](fetch func(ctx context.Context, ids []string, arguments A) ([]V, error)) *loader[A, V] {
	return &loader[A, V]{fetch: fetch, levels: map[string]*level[V]{}}
}

// load returns the value of one ID. Its errors are those of fetch, and ErrTimeout if the
// context ends first.
func (l *loader[A, V]) load(ctx context.Context, id string, arguments A) (V, error) {
	values, err := l.loadAll(ctx, []string{id}, arguments)
	if err != nil {
		var none V
		return none, err
	}
	return values[0], nil
}

// loadAll is load for several IDs of one parent.
func (l *loader[A, V]) loadAll(ctx context.Context, ids []string, arguments A) ([]V, error) {
	if alone(ctx) {
		return l.call(ctx, ids, arguments)
	}
	lv, places := l.join(ctx, ids, arguments)
	select {
	case <-lv.done:
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for a level of the query: %w: %w", graph.ErrTimeout, ctx.Err())
	}
	if lv.err != nil {
		return nil, lv.err
	}
	values := make([]V, len(ids))
	for i, place := range places {
		values[i] = lv.values[place]
	}
	return values, nil
}

// join adds IDs to the level that collects for the same arguments, and returns their
// indexes in it.
func (l *loader[A, V]) join(ctx context.Context, ids []string, arguments A) (*level[V], []int) {
	encoded, err := json.Marshal(arguments)
	if err != nil {
		panic(fmt.Sprintf("loader: encode arguments %+v: %v", arguments, err)) // plain values: cannot fail
	}
	key := string(encoded)
	l.mu.Lock()
	defer l.mu.Unlock()
	lv := l.levels[key]
	if lv == nil {
		lv = &level[V]{index: map[string]int{}, done: make(chan struct{})}
		lv.timer = time.AfterFunc(quiet, func() { l.run(ctx, key, lv, arguments) })
		l.levels[key] = lv
	} else {
		lv.timer.Reset(quiet)
	}
	lv.asked++
	places := make([]int, len(ids))
	for i, id := range ids {
		places[i] = lv.add(id)
	}
	return lv, places
}

// add returns the place of an ID among those of the level.
func (lv *level[V]) add(id string) int {
	place, known := lv.index[id]
	if !known {
		place = len(lv.ids)
		lv.index[id] = place
		lv.ids = append(lv.ids, id)
	}
	return place
}

// run fetches a level once it is complete.
func (l *loader[A, V]) run(ctx context.Context, key string, lv *level[V], arguments A) {
	if !l.complete(key, lv) {
		return
	}
	defer close(lv.done)
	lv.values, lv.err = l.call(ctx, lv.ids, arguments)
}

// complete ends the collecting of a level, and reports false if it has ended before or if
// more was just asked for. On a busy machine the timer may fire before goroutines that are
// ready to ask, so it lets them run first.
func (l *loader[A, V]) complete(key string, lv *level[V]) bool {
	l.mu.Lock()
	asked := lv.asked
	l.mu.Unlock()
	for range 3 {
		runtime.Gosched()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.levels[key] != lv {
		return false // the timer was reset too late
	}
	if lv.asked != asked {
		lv.timer.Reset(quiet)
		return false
	}
	delete(l.levels, key)
	return true
}

// call fetches, and turns what a store must not do into errors: a panic, or another number
// of values than IDs.
func (l *loader[A, V]) call(ctx context.Context, ids []string, arguments A) (values []V, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			values, err = nil, recovered(ctx, cause)
		}
	}()
	values, err = l.fetch(ctx, ids, arguments)
	if err == nil && len(values) != len(ids) {
		return nil, fmt.Errorf("store returned %d values for %d IDs with %+v", len(values), len(ids), arguments)
	}
	return values, err
}

// alone reports whether no list leads to this field, so that no other parent can ask for
// the same.
func alone(ctx context.Context) bool {
	for _, element := range graphql.GetPath(ctx) {
		if _, listed := element.(ast.PathIndex); listed {
			return false
		}
	}
	return true
}
