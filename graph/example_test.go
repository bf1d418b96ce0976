package graph_test

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/graph/graphtest"
)

// An EDTF is as exact as its source: a month stays a month.
func ExampleParseEDTF() {
	month, err := graph.ParseEDTF("2025-07~")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(month.Precision(), "from", month.Earliest(), "to", month.Latest(), "approximate:", month.Approximate())

	_, err = graph.ParseEDTF("last week")
	fmt.Println(errors.Is(err, graph.ErrInvalid), err)
	// Output:
	// MONTH from 2025-07-01 to 2025-07-31 approximate: true
	// true invalid: EDTF "last week": not a date or interval of EDTF level 0 or 1
}

// Spellings of one name fold to the same text.
func ExampleFold() {
	for _, name := range []string{"Łukasz D’Été-Öz", "lukasz d'ete oz", "Владимир  ПУТИН"} {
		fmt.Println(graph.Fold(name))
	}
	// Output:
	// lukasz d ete oz
	// lukasz d ete oz
	// владимир путин
}

// Two stores that were filled with the same articles have the same digest, in whatever
// order the articles came.
func ExampleDigest() {
	ctx := context.Background()
	monday := batch("https://example.org/monday", "Ilse Varga called Tom Reyes on Monday.")
	friday := batch("https://example.org/friday", "Tom Reyes met Ilse Varga on Friday.")

	one, other := graphtest.NewMemory(), graphtest.NewMemory()
	for _, put := range []struct {
		store graph.Store
		batch *graph.Batch
	}{{one, monday}, {one, friday}, {other, friday}, {other, monday}} {
		err := put.store.Update(ctx, func(tx graph.Tx) error { return tx.PutBatch(put.batch) })
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	digest, err := graph.Digest(ctx, one)
	if err != nil {
		fmt.Println(err)
		return
	}
	otherDigest, err := graph.Digest(ctx, other)
	fmt.Println(len(digest), digest == otherDigest, err)
	// Output: 64 true <nil>
}

// batch returns an article without members and reports.
func batch(url, text string) *graph.Batch {
	article := graph.Article{URL: url, Text: text, Language: "en"}
	article.ID = graph.ArticleID(&article)
	return &graph.Batch{Article: article}
}
