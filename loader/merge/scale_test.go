package merge_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// BenchmarkPresident loads articles that all name one president, two states and a capital,
// and measures the time of an article when the store holds some already: it should hardly
// grow.
func BenchmarkPresident(b *testing.B) {
	for _, held := range []int{1_000, 4_000, 16_000} {
		b.Run(fmt.Sprintf("held=%d", held), func(b *testing.B) {
			store, err := sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "news.db"))
			if err != nil {
				b.Fatal(err)
			}
			defer store.Close()
			press := mergetest.NewPress()
			for range held / articlesInGroup {
				publish(b, press, store)
			}
			for b.ResetTimer(); b.Loop(); {
				publish(b, press, store)
			}
			b.ReportMetric(float64(b.N*articlesInGroup)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

const articlesInGroup = 32

func publish(b *testing.B, press *mergetest.Press, store graph.Store) {
	var batches []*graph.Batch
	for range articlesInGroup {
		batches = append(batches, press.Article())
	}
	err := store.Update(context.Background(), func(tx graph.Tx) error {
		_, err := merge.Apply(tx, batches...)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}
