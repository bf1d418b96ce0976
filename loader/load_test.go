package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/merge"
	"dateline/loader/read"
)

// news returns items about two people, each on a different day.
func news(count int) []read.Item {
	items := make([]read.Item, count)
	for i := range items {
		a := graph.Article{Title: fmt.Sprintf("Piece %d", i), Publisher: "Fjord Post", Published: graph.NewDate(2024, 3, 1).AddDays(i), Language: "en"}
		a.Text = fmt.Sprintf("Ingrid Solheim called Einar Jonsson on Monday, for the %dth time.", i)
		a.ID = graph.ArticleID(&a)
		items[i] = read.Item{Source: fmt.Sprint(i), Article: a}
	}
	return items
}

// faulty is a writer that counts its updates and fails those that store certain
// articles.
type faulty struct {
	graph.Writer
	updates int
	fault   error
	at      map[string]bool
}

func (f *faulty) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	f.updates++
	return f.Writer.Update(ctx, func(tx graph.Tx) error { return change(faultyTx{tx, f}) })
}

type faultyTx struct {
	graph.Tx
	*faulty
}

func (tx faultyTx) PutBatch(b *graph.Batch) error {
	if tx.at[b.Article.ID] {
		return tx.fault
	}
	return tx.Tx.PutBatch(b)
}

// loadNews loads items into the writer and returns the results by source.
func loadNews(t *testing.T, writer graph.Writer, items []read.Item) (map[string]Result, error) {
	t.Helper()
	extractor, err := NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	results := map[string]Result{}
	load := Loader{Store: writer, Extractor: extractor, Workers: 2, Now: time.Now}
	err = load.Load(t.Context(), slices.Values(items), func(r Result) { results[r.Source] = r })
	return results, err
}

func TestAnArticleThatCannotBeStoredCostsNoOther(t *testing.T) {
	store, items := graphtest.NewMemory(), news(40)
	items[11].Err = &read.Error{Reason: read.NoText, Source: "11", Message: "is empty"}
	writer := &faulty{Writer: store, fault: fmt.Errorf("made up: %w", graph.ErrInvalid), at: map[string]bool{items[7].Article.ID: true, items[30].Article.ID: true}}
	results, err := loadNews(t, writer, items)
	if err != nil {
		t.Fatal(err)
	}
	for i, item := range items {
		result, reported := results[item.Source]
		bad := i == 7 || i == 11 || i == 30
		if !reported || bad != (result.Err != nil) || bad == (result.Outcome == merge.Added) {
			t.Errorf("item %d: reported %t: %+v", i, reported, result)
		}
		nodes, err := store.Nodes(t.Context(), []string{item.Article.ID})
		if err != nil || bad != (nodes[0] == nil) {
			t.Errorf("item %d is %v in the store: %v", i, nodes, err)
		}
	}
}

func TestArticlesAreStoredInGroups(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		writer := &faulty{Writer: slow{graphtest.NewMemory()}}
		items := news(60)
		results, err := loadNews(t, writer, items)
		if err != nil || len(results) != len(items) {
			t.Fatalf("%d results, error %v", len(results), err)
		}
		if writer.updates > 3 { // the first article, and all that were ready after it
			t.Errorf("%d transactions for %d articles", writer.updates, len(items))
		}
	})
}

// slow is a writer whose transactions end when all other articles are ready: in
// synctest's time, sleep ends when there is nothing else to do.
type slow struct{ graph.Writer }

func (s slow) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	time.Sleep(time.Millisecond)
	return s.Writer.Update(ctx, change)
}

func TestAStoreThatTakesNoMoreEndsTheLoad(t *testing.T) {
	items := news(40)
	writer := &faulty{Writer: graphtest.NewMemory(), fault: graph.ErrReadOnly, at: map[string]bool{items[20].Article.ID: true}}
	results, err := loadNews(t, writer, items)
	if !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("error %v, want ErrReadOnly", err)
	}
	if _, reported := results["20"]; reported {
		t.Error("the article that ended the load was reported")
	}
}
