package main

import (
	"context"
	"runtime"
	"sync"

	"dateline/graph"
	"dateline/live"
	"dateline/loader"
)

// ingest takes the articles that clients of a server hand in. It opens the store for
// writing, and loads the language model, when the first article comes: a server that gets
// none starts and runs as if there were none to come.
type ingest struct {
	*loader.Intake
	writer *lazyWriter
}

// newIngest returns an ingest into the store that open opens. The hub is told of each
// change.
func newIngest(open func(context.Context) (graph.Store, error), hub *live.Hub, app *App) *ingest {
	writer := &lazyWriter{open: open}
	return &ingest{&loader.Intake{Store: hub.Watch(writer), Workers: runtime.GOMAXPROCS(0), Now: app.Now}, writer}
}

// lazyWriter opens its store when it is first used.
type lazyWriter struct {
	open func(context.Context) (graph.Store, error)

	mu    sync.Mutex
	store graph.Store // nil if it is not open
}

// Update opens the store if need be, and runs change in one transaction.
func (l *lazyWriter) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	store, err := l.opened(ctx)
	if err != nil {
		return err
	}
	return store.Update(ctx, change)
}

func (l *lazyWriter) opened(ctx context.Context) (graph.Store, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store != nil {
		return l.store, nil
	}
	store, err := l.open(ctx)
	if err == nil {
		l.store = store
	}
	return l.store, err
}

// Close closes the store if it was opened.
func (l *lazyWriter) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store == nil {
		return nil
	}
	return l.store.Close()
}
