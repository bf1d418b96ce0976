package graphtest

import (
	"errors"
	"testing"

	"dateline/graph"
)

// noneAltered walks a store: what was put is not altered, with empty lists or again.
func noneAltered(t *testing.T, open Open) {
	for _, g := range []*Graph{Canal().Graph, Collect(Sample(5, Small))} {
		store := openWith(t, open, g)
		again := *g.Batches[0]
		again.Article.Title += " (corrected)"
		empty := &graph.Batch{Article: graph.Article{ID: "art_empty", Text: "Nothing."}, Members: []graph.Member{}, Reports: []graph.Report{}}
		err := store.Update(t.Context(), func(tx graph.Tx) error { return errors.Join(tx.PutBatch(empty), tx.PutBatch(&again)) })
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		err = store.Walk(t.Context(), graph.Visitor{
			Batch:   func(*graph.Batch) error { seen++; return nil },
			Altered: func(id string) error { return errors.New(id + " is told to be altered") },
		})
		if err != nil || seen != len(g.Batches)+1 {
			t.Errorf("%d articles, %v", seen, err)
		}
	}
}
