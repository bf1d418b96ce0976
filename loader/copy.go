package loader

import (
	"context"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/loader/merge"
)

const (
	// copyGroup is how many articles one transaction copies.
	copyGroup = 32
	// articlesAtOnce is how many articles are looked up in one call.
	articlesAtOnce = 500
)

// Copy copies the articles of one store into another, each with what was extracted
// from it, in the order of their IDs and 32 per transaction, and then the edits.
// Entities and events are not copied: the target merges them again, so that after each
// transaction it is a complete graph of the articles and edits that it has. To continue an interrupted copy, call
// Copy again; articles that are already there change nothing.
//
// report is called with the outcome for each article after it is stored.
func Copy(ctx context.Context, from graph.Walker, to graph.Writer, report func([]merge.Outcome)) error {
	var group []*graph.Batch
	apply := func() error {
		if len(group) == 0 {
			return nil
		}
		var outcomes []merge.Outcome
		err := to.Update(ctx, func(tx graph.Tx) (err error) {
			outcomes, err = merge.Apply(tx, group...)
			return err
		})
		if err != nil {
			return fmt.Errorf("copy %d articles from %s on: %w", len(group), group[0].Article.ID, err)
		}
		group = nil
		report(outcomes)
		return nil
	}
	var edits []*graph.Edit
	err := from.Walk(ctx, graph.Visitor{
		Batch: func(b *graph.Batch) error {
			if group = append(group, b); len(group) < copyGroup {
				return nil
			}
			return apply()
		},
		Edit: func(e *graph.Edit) error {
			edits = append(edits, e)
			return nil
		},
	})
	if err != nil {
		return err
	}
	if err := apply(); err != nil {
		return err
	}
	return copyEdits(ctx, edits, to)
}

// copyEdits applies edits in the order of their time, some in each transaction.
func copyEdits(ctx context.Context, edits []*graph.Edit, to graph.Writer) error {
	slices.SortFunc(edits, graph.CompareEdits)
	for some := range slices.Chunk(edits, copyGroup) {
		err := to.Update(ctx, func(tx graph.Tx) error { return merge.ApplyEdits(tx, some...) })
		if err != nil {
			return fmt.Errorf("copy %d edits from %s on: %w", len(some), some[0].ID, err)
		}
	}
	return nil
}

// OnlyIn returns an article that store has and other does not, or nil if there is
// none.
func OnlyIn(ctx context.Context, store graph.ArticleReader, other graph.NodeReader) (*graph.Article, error) {
	page := graph.PageRequest{First: articlesAtOnce}
	for {
		articles, err := store.Articles(ctx, graph.ArticleQuery{PageRequest: page})
		if err != nil {
			return nil, err
		}
		ids := make([]string, len(articles.Nodes))
		for i, article := range articles.Nodes {
			ids[i] = article.ID
		}
		nodes, err := other.Nodes(ctx, ids)
		if err != nil {
			return nil, err
		}
		for i, node := range nodes {
			if node == nil {
				return articles.Nodes[i], nil
			}
		}
		if !articles.HasNext {
			return nil, nil
		}
		page.After = articles.Cursors[len(articles.Cursors)-1]
	}
}
