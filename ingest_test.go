package main

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/live"
)

// TestIngest: the store is opened for writing when the first article comes, and who reads
// it otherwise is told of what is new.
func TestIngest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	opened := 0
	hub := live.NewHub(store, live.Options{Interval: time.Hour})
	in := newIngest(func(ctx context.Context) (graph.Store, error) { opened++; return sqlite.Open(ctx, path) }, hub, &App{Now: time.Now})
	defer in.writer.Close()
	followed, err := hub.Subscribe(t.Context(), live.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer followed.Close()
	if opened != 0 {
		t.Error("the store is open before there is an article")
	}
	article := graph.Submission{Title: "A call", Publisher: "The Paper", Published: "2026-03-03", Text: "President Emmanuel Macron phoned Vladimir Putin on Tuesday."}
	for range 2 {
		if err := in.Load(t.Context(), []graph.Submission{article}, func(graph.Loaded) {}); err != nil {
			t.Fatal(err)
		}
	}
	if opened != 1 {
		t.Errorf("the store was opened %d times", opened)
	}
	if notice, err := followed.Next(t.Context()); err != nil || notice.Kind != live.Added {
		t.Errorf("told %+v, %v", notice, err)
	}
}

// TestIngestReadOnly: a store that cannot be written refuses articles, and is tried again.
func TestIngestReadOnly(t *testing.T) {
	store, err := sqlite.Open(t.Context(), sqlite.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	hub := live.NewHub(store, live.Options{})
	in := newIngest(func(context.Context) (graph.Store, error) { return nil, graph.ErrReadOnly }, hub, &App{Now: time.Now})
	defer in.writer.Close()
	for range 2 {
		err := in.Load(t.Context(), []graph.Submission{{Text: "Emmanuel Macron phoned Vladimir Putin."}}, func(graph.Loaded) {})
		if !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("loading gave %v", err)
		}
	}
}
