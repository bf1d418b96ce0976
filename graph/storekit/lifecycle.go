package storekit

import (
	"context"
	"fmt"
	"sync"

	"dateline/graph"
)

// Lifecycle ends the calls of a store when it closes. The zero Lifecycle is not
// usable; see NewLifecycle.
type Lifecycle struct {
	closing context.Context
	cancel  context.CancelFunc
	once    sync.Once
	err     error
	mu      sync.Mutex // guards calls against closing
	calls   sync.WaitGroup
}

// NewLifecycle returns that of an open store.
func NewLifecycle() *Lifecycle {
	l := new(Lifecycle)
	l.closing, l.cancel = context.WithCancel(context.Background())
	return l
}

// Call runs work under a context that ends with ctx and with the store. It returns
// ErrUnavailable once the store is closed.
func (l *Lifecycle) Call(ctx context.Context, work func(ctx context.Context) error) error {
	l.mu.Lock()
	if l.closing.Err() != nil {
		l.mu.Unlock()
		return fmt.Errorf("%w: the store is closed", graph.ErrUnavailable)
	}
	l.calls.Add(1)
	l.mu.Unlock()
	defer l.calls.Done()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(l.closing, cancel)()
	err := work(ctx)
	if err != nil && l.closing.Err() != nil {
		// Only the text: err has the code of the context that ended.
		return fmt.Errorf("%w: the store was closed: %s", graph.ErrUnavailable, err.Error())
	}
	return err
}

// Close ends all calls, waits for them and then runs release, once. Every call of
// Close returns the error of release.
func (l *Lifecycle) Close(release func() error) error {
	l.once.Do(func() {
		l.mu.Lock()
		l.cancel()
		l.mu.Unlock()
		l.calls.Wait()
		l.err = release()
	})
	return l.err
}
