package storekit

import (
	"fmt"

	"dateline/graph"
)

// VisitBatch calls what a visitor has for a batch, of which the sum is stored; "" for none.
func VisitBatch(visit graph.Visitor, b *graph.Batch, sum string) error {
	if visit.Altered != nil && sum != "" && sum != b.Sum() {
		if err := visit.Altered(b.Article.ID); err != nil {
			return fmt.Errorf("visit altered %s: %w", b.Article.ID, err)
		}
	}
	if visit.Batch == nil {
		return nil
	}
	if err := visit.Batch(b); err != nil {
		return fmt.Errorf("visit batch of %s: %w", b.Article.ID, err)
	}
	return nil
}
