package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// Sum returns a hash of all that Dump has of a batch but its blocks, which merging sets
// later. Stores keep it, so that Walk can tell whether something else has changed an
// article, its members, mentions or reports since.
func (b *Batch) Sum() string {
	lasting := Batch{b.Article, slices.Clone(b.Members), slices.Clone(b.Reports), b.Original}
	for i := range lasting.Members {
		lasting.Members[i].Block = ""
	}
	for i := range lasting.Reports {
		lasting.Reports[i].Block = ""
	}
	text, _ := json.Marshal(lasting) // plain values: cannot fail
	// A store returns nil for a list that was put empty.
	sum := sha256.Sum256(bytes.ReplaceAll(text, []byte(":[]"), []byte(":null")))
	const length = 16 // bytes: it guards against accidents
	return hex.EncodeToString(sum[:length])
}
