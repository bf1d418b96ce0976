package mapping

import (
	"encoding/json"
	"fmt"

	"dateline/graph"
	"dateline/graph/storekit"
)

// ReviewRow returns the properties of a (:Review) that merging sets. Its key has the order
// of graph.Reader's Reviews.
func ReviewRow(block string, r *graph.Review) (map[string]any, error) {
	content, err := json.Marshal(r)
	return map[string]any{
		"id": r.ID, "block": block, "kind": string(r.Kind), "key": fmt.Sprintf("%010d", storekit.ReverseWeight(r)) + r.ID, "text": r.Text,
		"content": string(content),
	}, err
}

// ReviewList is for Fields.Review.
func ReviewList(v string) string {
	return "[" + v + ".id, " + v + ".kind, coalesce(" + v + ".lockedBy, ''), coalesce(" + v + ".lockedUntil, 0), " + v + ".skippedBy, " + v + ".content]"
}

// Review reads ReviewList.
func (f *Fields) Review() *graph.Review {
	r := &graph.Review{ID: f.Text(), Kind: graph.ReviewKind(f.Text()), LockedBy: f.Text(), LockedUntil: storekit.FromMicros(f.Number()), SkippedBy: f.Texts()}
	f.JSON(r)
	return r
}
