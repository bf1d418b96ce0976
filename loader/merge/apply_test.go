package merge_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

func TestQuarrel(t *testing.T) {
	store := mergetest.Load(t, mergetest.Quarrel(t)...)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"CONFIRMED 3 Ingrid Solheim called Einar Jonsson on 12 March 2024.",
		"ASSERTED 2 Lars Haugen (for Ingrid Solheim) visited Iceland and Reykjavik government between 18 and 24 March 2024.",
		"DISPUTED 2 It is disputed whether Ingrid Solheim and Einar Jonsson met on 4 April 2024.",
		"PLANNED 1 A meeting between Ingrid Solheim and Einar Jonsson on 18 April 2024 is planned.",
		"CONFIRMED 1 Norway and Iceland held talks between 18 and 24 March 2024.",
	)
	mergetest.Expect(t, mergetest.Entities(t, store),
		"Norway () 1",
		"Ingrid Solheim (Solheim) 7",
		"Einar Jonsson (Einar Jónsson, Jonsson) 5",
		"Lars Haugen (Haugen) 1",
		"Iceland () 2",
		"Reykjavik government () 1",
		"Solheim's senior negotiator () 1",
	)
}

// The graph is a function of the articles: any order, any number of loads.
func TestOrderDoesNotMatter(t *testing.T) {
	stories := mergetest.Quarrel(t)
	want := mergetest.Digest(t, mergetest.Load(t, stories...))
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(append(slices.Clone(stories), stories...)).Draw(rt, "order")
		store := graphtest.NewMemory()
		for i, s := range order {
			// A version that lost an earlier edition of the article must leave no trace.
			if rapid.Bool().Draw(rt, fmt.Sprintf("earlier version %d", i)) {
				mergetest.Apply(t, store, draft(s.Batch))
			}
			mergetest.Apply(t, store, s.Batch)
		}
		if got := mergetest.Digest(t, store); got != want {
			rt.Fatalf("digest %s, want %s", got, want)
		}
	})
}

// Groups change nothing: the graph and the outcomes are those of one article after
// the other, with the same article or several versions of one in a group.
func TestGroupsDoNotMatter(t *testing.T) {
	stories := mergetest.Quarrel(t)
	var versions []*graph.Batch
	for _, s := range stories {
		versions = append(versions, s.Batch, draft(s.Batch), s.Batch)
	}
	want := mergetest.Digest(t, mergetest.Load(t, stories...))
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(versions).Draw(rt, "order")
		single, grouped := graphtest.NewMemory(), graphtest.NewMemory()
		for rest := order; len(rest) > 0; {
			group := rest[:rapid.IntRange(1, len(rest)).Draw(rt, "size")]
			rest = rest[len(group):]
			var one []merge.Outcome
			for _, b := range group {
				one = append(one, mergetest.Apply(t, single, b))
			}
			if together := mergetest.ApplyGroup(t, grouped, group...); !slices.Equal(one, together) {
				rt.Fatalf("outcomes %v, one by one %v", together, one)
			}
			if a, b := mergetest.Digest(t, single), mergetest.Digest(t, grouped); a != b {
				rt.Fatalf("after a group: digest %s, one by one %s", b, a)
			}
		}
		if got := mergetest.Digest(t, grouped); got != want {
			rt.Fatalf("digest %s, want %s", got, want)
		}
	})
}

func TestGroupWithABrokenBatch(t *testing.T) {
	store := graphtest.NewMemory()
	good, broken := mergetest.Quarrel(t)[0].Batch, draft(mergetest.Quarrel(t)[1].Batch)
	broken.Members = append(slices.Clone(broken.Members), broken.Members[0])
	err := store.Update(context.Background(), func(tx graph.Tx) error {
		_, err := merge.Apply(tx, good, broken)
		return err
	})
	if !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("error %v, want ErrInvalid", err)
	}
	mergetest.Expect(t, mergetest.Entities(t, store))
}

// A newer Dateline may know more types and means: merging says so instead of guessing.
func TestUnknownKindsAreRefused(t *testing.T) {
	for name, change := range map[string]func(*graph.Report){
		"type":  func(r *graph.Report) { r.Type = "DUEL" },
		"means": func(r *graph.Report) { r.Means = "PIGEON" },
	} {
		b := *mergetest.Quarrel(t)[0].Batch
		b.Reports = slices.Clone(b.Reports)
		change(&b.Reports[0])
		err := graphtest.NewMemory().Update(context.Background(), func(tx graph.Tx) error {
			_, err := merge.Apply(tx, &b)
			return err
		})
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("an unknown %s: error %v, want ErrInvalid", name, err)
		}
	}
}

// draft returns an earlier version of an article, without its last letter and its reports.
func draft(b *graph.Batch) *graph.Batch {
	early := *b
	runes := []rune(b.Article.Text)
	early.Article.Text = string(runes[:len(runes)-1])
	early.Reports = nil
	return &early
}

func TestOutcomes(t *testing.T) {
	store := graphtest.NewMemory()
	s := mergetest.Quarrel(t)[0]
	for _, step := range []struct {
		batch *graph.Batch
		want  merge.Outcome
	}{{draft(s.Batch), merge.Added}, {s.Batch, merge.Replaced}, {s.Batch, merge.Unchanged}, {draft(s.Batch), merge.Superseded}} {
		if got := mergetest.Apply(t, store, step.batch); got != step.want {
			t.Errorf("got %s, want %s", got, step.want)
		}
	}
}

// Every ID that was ever given out resolves, in every state of the graph.
func TestIDsKeepResolving(t *testing.T) {
	store := graphtest.NewMemory()
	given := map[string]bool{}
	for _, s := range mergetest.Quarrel(t) {
		mergetest.Apply(t, store, s.Batch)
		err := store.Walk(context.Background(), graph.Visitor{
			Entity: func(e graph.Entity) error { given[e.NodeID()] = true; return nil },
			Event:  func(e *graph.Event) error { given[e.ID] = true; return nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		ids := slices.Sorted(maps.Keys(given))
		nodes, err := store.Nodes(context.Background(), ids)
		if err != nil {
			t.Fatal(err)
		}
		for i, node := range nodes {
			if node == nil {
				t.Errorf("%s is lost after the article of %s", ids[i], s.Batch.Article.Publisher)
			}
		}
	}
}
