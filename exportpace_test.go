package main

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/access"
	"dateline/graph"
	"dateline/graph/graphtest"
)

// TestPagesOfExportsTakeTurns: a page waits until the gate lets its client through.
func TestPagesOfExportsTakeTurns(t *testing.T) {
	gate := access.NewGate(1)
	exporter := access.With(t.Context(), access.Identity{ID: "exporter"})
	leave, err := gate.Enter(t.Context(), access.Turn{Client: "reader"})
	if err != nil {
		t.Fatal(err)
	}
	store := inTurns{graphtest.NewMemory(), gate}
	waiting, cancel := context.WithTimeout(exporter, 20*time.Millisecond)
	defer cancel()
	if _, err := store.Events(waiting, graph.EventQuery{}); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("a page is read while another client has the only place: %v", err)
	}
	leave()
	if _, err := store.Events(exporter, graph.EventQuery{}); err != nil {
		t.Error(err)
	}
}
