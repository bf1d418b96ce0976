package loader

import (
	"errors"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/merge"
)

// loaded returns a store with so many articles.
func loaded(t *testing.T, articles int) graph.Store {
	t.Helper()
	store := graphtest.NewMemory()
	if _, err := loadNews(t, store, news(articles)); err != nil {
		t.Fatal(err)
	}
	return store
}

// A copy has the digest of its source. If it is interrupted, it continues when it is
// run again.
func TestCopy(t *testing.T) {
	const articles = 2*copyGroup + 6
	from, to := loaded(t, articles), graphtest.NewMemory()
	broken := &faulty{Writer: to, fault: graph.ErrUnavailable, at: map[string]bool{lastArticle(t, from): true}}
	outcomes := map[merge.Outcome]int{}
	report := func(of []merge.Outcome) {
		for _, outcome := range of {
			outcomes[outcome]++
		}
	}
	if err := Copy(t.Context(), from, broken, report); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("a store that fails gives %v", err)
	}
	if outcomes[merge.Added] != 2*copyGroup {
		t.Errorf("%v were stored before the last group failed", outcomes)
	}
	if err := Copy(t.Context(), from, to, report); err != nil {
		t.Fatal(err)
	}
	if outcomes[merge.Added] != articles || outcomes[merge.Unchanged] != 2*copyGroup {
		t.Errorf("after the second copy: %v", outcomes)
	}
	if got, want := graphtest.Digest(t, to), graphtest.Digest(t, from); got != want {
		t.Errorf("the copy has digest %s, want %s", got, want)
	}
}

func lastArticle(t *testing.T, store graph.Reader) (id string) {
	t.Helper()
	err := store.Walk(t.Context(), graph.Visitor{Batch: func(b *graph.Batch) error {
		id = b.Article.ID
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestOnlyIn(t *testing.T) {
	few, many := loaded(t, 2), loaded(t, 3)
	for name, test := range map[string]struct {
		store, other graph.Reader
		has          bool
	}{
		"the same":      {few, few, false},
		"fewer":         {few, many, false},
		"more":          {many, few, true},
		"an empty one":  {graphtest.NewMemory(), few, false},
		"one by itself": {few, graphtest.NewMemory(), true},
	} {
		article, err := OnlyIn(t.Context(), test.store, test.other)
		if err != nil || (article != nil) != test.has {
			t.Errorf("%s: %v, error %v", name, article, err)
		}
	}
}
