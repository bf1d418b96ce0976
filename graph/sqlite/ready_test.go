package sqlite_test

import (
	"context"
	"testing"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// TestReadyWhileAllReadersAreBusy: a store that has no reader left still says that it is
// ready.
func TestReadyWhileAllReadersAreBusy(t *testing.T) {
	path, _ := filled(t)
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	busy, done := make(chan struct{}), make(chan struct{})
	ended := make(chan error)
	for range sqlite.MaxReaders() {
		go func() {
			first := true
			ended <- store.Walk(context.WithoutCancel(t.Context()), graph.Visitor{Batch: func(*graph.Batch) error {
				if first {
					first = false
					busy <- struct{}{}
					<-done
				}
				return nil
			}})
		}()
	}
	for range sqlite.MaxReaders() {
		<-busy
	}
	if err := store.Ready(t.Context()); err != nil {
		t.Errorf("not ready: %v", err)
	}
	close(done)
	for range sqlite.MaxReaders() {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}
