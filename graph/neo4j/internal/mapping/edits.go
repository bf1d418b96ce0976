package mapping

import (
	"encoding/json"
	"fmt"

	"dateline/graph"
)

// latestKey is later than any edit, in microseconds since 1970.
const latestKey = 1 << 62

// EditRow returns the properties of an (:Edit) and the subjects that it is about. Its key
// has the order of graph.Reader's Edits.
func EditRow(e *graph.Edit) (row map[string]any, subjects []any, err error) {
	content, err := json.Marshal(e)
	if err != nil {
		return nil, nil, err
	}
	subjects = []any{}
	for _, s := range e.Names() {
		subjects = append(subjects, map[string]any{"id": s.ID, "articleId": s.ArticleID})
	}
	return map[string]any{
		"id": e.ID, "key": fmt.Sprintf("%020d", latestKey-e.Time.UnixMicro()) + e.ID, "kind": string(e.Kind), "author": e.Author,
		"reason": e.Reason, "withdrawn": e.Withdrawn, "overruled": e.Overruled, "content": string(content),
	}, subjects, nil
}

// EditList is for storekit.ReadEdit.
func EditList(v string) string { return listOf(v, "content", "withdrawn", "overruled") }
