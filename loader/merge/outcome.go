package merge

import (
	"bytes"
	"encoding/json"
	"slices"

	"dateline/graph"
)

// Outcome is what Apply did with an article.
type Outcome string

// ADDED: it was new. REPLACED: it replaced an earlier version or extraction. UNCHANGED:
// the same was stored. SUPERSEDED: a version that is kept instead was stored (see
// graph.Article.Supersedes). REMOVED: a person has taken it down, and it stays out.
const (
	Added      Outcome = "ADDED"
	Replaced   Outcome = "REPLACED"
	Unchanged  Outcome = "UNCHANGED"
	Superseded Outcome = "SUPERSEDED"
	Removed    Outcome = "REMOVED"
)

// outcomeOf returns the outcome for a batch where old is stored, nil for none.
func outcomeOf(rule Rule, old, fresh *graph.Batch) Outcome {
	switch {
	case old == nil:
		return Added
	case sameExtraction(old, fresh):
		return Unchanged
	case old.Article.Supersedes(&fresh.Article) && !rule.prefers(&fresh.Article, &old.Article):
		return Superseded
	}
	return Replaced
}

// sameExtraction compares all but the blocks of reports, which are set later.
func sameExtraction(a, b *graph.Batch) bool {
	return bytes.Equal(extraction(a), extraction(b))
}

func extraction(b *graph.Batch) []byte {
	plain := *b
	plain.Reports = slices.Clone(b.Reports)
	for i := range plain.Reports {
		plain.Reports[i].Block = ""
	}
	data, _ := json.Marshal(&plain) // a plain value: cannot fail
	return data
}
