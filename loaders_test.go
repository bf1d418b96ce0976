package main

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/graph/sqlite"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// TestEightLoaders has eight loaders apply the same articles and edits at once, each in a
// different order and, like a process, with a store of its own. The graph is that of one
// loader.
// It runs 2 rounds of 60 articles, or DATELINE_ROUNDS of DATELINE_ARTICLES.
func TestEightLoaders(t *testing.T) {
	rounds, articles := fromEnvironment(t, "DATELINE_ROUNDS", 2), fromEnvironment(t, "DATELINE_ARTICLES", 60)
	batches := newsBatches(t, articles)
	desk := mergetest.Desk{Batches: batches, Intn: rand.New(rand.NewPCG(3, 1)).IntN}
	edits := desk.Edits(30)
	alone := openStore(t, filepath.Join(t.TempDir(), "alone.db"))
	for group := range slices.Chunk(batches, 32) {
		if err := applyGroup(t.Context(), alone, group); err != nil {
			t.Fatal(err)
		}
	}
	if err := applyEdits(t.Context(), alone, edits); err != nil {
		t.Fatal(err)
	}
	want := graphtest.Digest(t, alone)

	race := func(t *testing.T, open func(ctx context.Context) (graph.Store, error), round int) {
		t.Helper()
		group, ctx := errgroup.WithContext(t.Context())
		for loader := range 8 {
			group.Go(func() error {
				store, err := open(ctx)
				if err != nil {
					return err
				}
				defer store.Close()
				return applyShuffled(ctx, store, batches, edits, rand.New(rand.NewPCG(uint64(round), uint64(loader))))
			})
		}
		if err := group.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("sqlite", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "raced.db")
		race(t, func(ctx context.Context) (graph.Store, error) { return sqlite.Open(ctx, path) }, 0)
		if got := fileDigest(t, path); got != want {
			t.Errorf("digest of eight loaders %s, of one %s", got, want)
		}
	})
	t.Run("neo4j", func(t *testing.T) {
		server := neo4jtest.Shared(t)
		for round := range rounds {
			store, began := openNeo4j(t), time.Now()
			race(t, func(ctx context.Context) (graph.Store, error) {
				return neo4j.Open(ctx, server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(patience))
			}, round)
			if got := graphtest.Digest(t, store); got != want {
				t.Fatalf("round %d: digest of eight loaders %s, of one %s", round, got, want)
			}
			store.Close()
			t.Logf("round %d: %d articles by eight loaders in %v", round, articles, time.Since(began).Round(time.Second))
		}
	})
}

// applyShuffled applies articles in random order and, like a loader, in groups, with edits
// in random order between them.
func applyShuffled(ctx context.Context, store graph.Writer, batches []*graph.Batch, edits []*graph.Edit, random *rand.Rand) error {
	edits = slices.Clone(edits)
	random.Shuffle(len(edits), func(i, j int) { edits[i], edits[j] = edits[j], edits[i] })
	mine := slices.Clone(batches)
	random.Shuffle(len(mine), func(i, j int) { mine[i], mine[j] = mine[j], mine[i] })
	for len(mine) > 0 {
		size := min(1+random.IntN(32), len(mine))
		if err := applyGroup(ctx, store, mine[:size]); err != nil {
			return err
		}
		mine = mine[size:]
		now := edits[:min(1+random.IntN(6), len(edits))]
		if err := applyEdits(ctx, store, now); err != nil {
			return err
		}
		edits = edits[len(now):]
	}
	return applyEdits(ctx, store, edits)
}

func applyEdits(ctx context.Context, store graph.Writer, edits []*graph.Edit) error {
	return store.Update(ctx, func(tx graph.Tx) error { return merge.ApplyEdits(tx, edits...) })
}

func applyGroup(ctx context.Context, store graph.Writer, group []*graph.Batch) error {
	return store.Update(ctx, func(tx graph.Tx) error {
		_, err := merge.Apply(tx, group...)
		return err
	})
}
