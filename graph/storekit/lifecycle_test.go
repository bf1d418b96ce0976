package storekit_test

import (
	"context"
	"errors"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestCloseEndsCallsThenReleases(t *testing.T) {
	life := storekit.NewLifecycle()
	began, ended, released := make(chan bool), make(chan error), 0
	go func() {
		ended <- life.Call(t.Context(), func(ctx context.Context) error {
			began <- true
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-began
	broken := errors.New("broken")
	go func() {
		for range 2 {
			err := life.Close(func() error {
				released++
				return broken
			})
			if err != broken {
				t.Errorf("Close: error %v, want that of its release", err)
			}
		}
		close(began)
	}()
	if err := <-ended; graph.AdviceFor(err).Code != graph.CodeUnavailable {
		t.Errorf("a call that was ended: %v", err)
	}
	<-began
	if released != 1 {
		t.Errorf("released %d times", released)
	}
	err := life.Call(t.Context(), func(context.Context) error { t.Error("a closed store was called"); return nil })
	if graph.AdviceFor(err).Code != graph.CodeUnavailable {
		t.Errorf("a call after Close: %v", err)
	}
}

func TestCallReturnsTheErrorOfItsWork(t *testing.T) {
	life := storekit.NewLifecycle()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := life.Call(ctx, func(ctx context.Context) error { return ctx.Err() })
	if !errors.Is(err, context.Canceled) || errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}
