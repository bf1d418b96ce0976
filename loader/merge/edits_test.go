package merge_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// newsroom is articles and decisions about them.
func newsroom(t *testing.T, rt *rapid.T) ([]*graph.Batch, []*graph.Edit) {
	var batches []*graph.Batch
	for _, s := range mergetest.Quarrel(t) {
		batches = append(batches, s.Batch)
	}
	press := mergetest.NewPress()
	for range 6 {
		batches = append(batches, press.Article())
	}
	desk := mergetest.Desk{Batches: batches, Intn: func(n int) int { return rapid.IntRange(0, n-1).Draw(rt, "n") }}
	return batches, desk.Edits(rapid.IntRange(1, 14).Draw(rt, "edits"))
}

// dump returns all that merging makes: the graph, what is worth a person's look, and which
// edits are overruled.
func dump(t *testing.T, store graph.Reader) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.Dump(context.Background(), store, &b); err != nil {
		t.Fatal(err)
	}
	reviews, err := store.Reviews(context.Background(), graph.ReviewQuery{})
	if err != nil {
		t.Fatal(err)
	}
	lines := json.NewEncoder(&b)
	for _, r := range reviews.Nodes {
		_ = lines.Encode([]any{r.ID, r.Kind, r})
	}
	edits, err := store.Edits(context.Background(), graph.EditQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits.Nodes {
		if !e.Withdrawn && e.Kind != graph.EditWithdraw { // the record of what was undone stays
			fmt.Fprintln(&b, e.ID, e.Overruled)
		}
	}
	return b.String()
}

// differ fails if two graphs differ, and shows the first line that does.
func differ(rt *rapid.T, what, got, want string) {
	if got == want {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			rt.Fatalf("%s: line %d of the dump is\n%s\nwant\n%s", what, i, a[i], b[i])
		}
	}
	rt.Fatalf("%s: the dump has %d lines, want %d", what, len(a), len(b))
}

// The graph is a function of the articles and the edits: in any order, in groups or one
// by one, given once or again, on a store that caches and on one that does not.
func TestOrderOfEditsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		batches, edits := newsroom(t, rt)
		canonical := graphtest.NewMemory()
		mergetest.ApplyGroup(t, canonical, batches...)
		mergetest.ApplyEdits(t, canonical, edits...)
		want := dump(t, canonical)

		file, err := sqlite.Open(t.Context(), sqlite.Memory)
		if err != nil {
			rt.Fatal(err)
		}
		defer file.Close()
		memory := graphtest.NewMemory()
		var steps []any
		for _, b := range batches {
			steps = append(steps, b, b)
		}
		for _, e := range edits {
			steps = append(steps, e, e)
		}
		for i, step := range rapid.Permutation(steps).Draw(rt, "order") {
			for _, store := range []graph.Store{memory, file} {
				switch step := step.(type) {
				case *graph.Batch:
					if i%3 == 0 {
						mergetest.Apply(t, store, draft(step))
					}
					mergetest.Apply(t, store, step)
				case *graph.Edit:
					mergetest.ApplyEdits(t, store, step)
				}
			}
			if i%8 == 0 {
				differ(rt, fmt.Sprintf("SQLite after step %d, with memory's as wanted", i), dump(t, file), dump(t, memory))
			}
		}
		differ(rt, "in memory", dump(t, memory), want)
		differ(rt, "in SQLite", dump(t, file), want)
	})
}

// Every edit followed by its withdrawal leaves the graph as it was.
func TestWithdrawalsUndo(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		batches, edits := newsroom(t, rt)
		file, err := sqlite.Open(t.Context(), sqlite.Memory)
		if err != nil {
			rt.Fatal(err)
		}
		defer file.Close()
		mergetest.ApplyGroup(t, file, batches...)
		before := []string{dump(t, file)}
		var made []*graph.Edit
		for _, e := range edits {
			if e.Kind == graph.EditWithdraw {
				continue
			}
			mergetest.ApplyEdits(t, file, e)
			made, before = append(made, e), append(before, dump(t, file))
		}
		for i, e := range slices.Backward(made) {
			mergetest.ApplyEdits(t, file, mergetest.Withdrawal(e))
			differ(rt, fmt.Sprintf("after withdrawing %v", e), dump(t, file), before[i])
		}
		// What was withdrawn twice over is in effect again.
		for i, e := range made {
			mergetest.ApplyEdits(t, file, mergetest.Withdrawal(mergetest.Withdrawal(e)))
			differ(rt, fmt.Sprintf("after bringing %v back", e), dump(t, file), before[i+1])
		}
	})
}

// subject returns the first member of an article with this name, as the subject of edits.
func subject(t *testing.T, b *graph.Batch, name string) graph.Subject {
	t.Helper()
	for _, m := range b.Members {
		if m.Name == name {
			return graph.Subject{ID: m.ID, ArticleID: b.Article.ID}
		}
	}
	t.Fatalf("the article has no %s", name)
	return graph.Subject{}
}

func judge(second int, kind graph.EditKind, subjects ...graph.Subject) *graph.Edit {
	e := graph.Edit{Kind: kind, Author: "Ada", Reason: "I know them", Time: time.Date(2026, 5, 1, 0, 0, second, 0, time.UTC)}
	for i, s := range subjects {
		s.Part = i
		e.Subjects = append(e.Subjects, s)
	}
	return graph.NewEdit(e)
}

// Members of two blocks are joined by SAME, with all that merging had joined with them.
func TestSameJoinsBlocks(t *testing.T) {
	one := mergetest.Article(t, "Post", "2024-03-13").Person("Ingrid Solheim", "NO").Person("Einar Jonsson", "IS").
		Report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Solheim", "RECIPIENT Einar Jonsson")
	other := mergetest.Article(t, "Wire", "2024-03-13").Person("Ingrid Berg", "NO").Person("Einar Jonsson", "IS").
		Report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Berg", "RECIPIENT Einar Jonsson")
	third := mergetest.Article(t, "Echo", "2024-03-13").Person("Ingrid Berg", "NO")
	store := mergetest.Load(t, one, other, third)
	married := judge(1, graph.EditSame, subject(t, one.Batch, "Ingrid Solheim"), subject(t, other.Batch, "Ingrid Berg"))
	mergetest.ApplyEdits(t, store, married)
	mergetest.Expect(t, mergetest.Entities(t, store), "Ingrid Berg (Ingrid Solheim, Berg) 3", "Einar Jonsson (Jonsson) 2")
	mergetest.Expect(t, mergetest.Summaries(t, store), "ASSERTED 2 Ingrid Berg called Einar Jonsson on 12 March 2024.")

	mergetest.ApplyEdits(t, store, mergetest.Withdrawal(married))
	mergetest.Expect(t, mergetest.Entities(t, store), "Ingrid Solheim (Solheim) 1", "Ingrid Berg (Berg) 2", "Einar Jonsson (Jonsson) 2")
}

// DIFFERENT splits what merging has joined, and members that it does not name stay with
// one of the two.
func TestDifferentSplits(t *testing.T) {
	var stories []*mergetest.Story
	for _, publisher := range []string{"Post", "Wire", "Echo"} {
		stories = append(stories, mergetest.Article(t, publisher, "2024-03-13").Person("Ivan Petrov", "RU"))
	}
	store := mergetest.Load(t, stories...)
	mergetest.Expect(t, mergetest.Entities(t, store), "Ivan Petrov (Petrov) 3")
	split := judge(1, graph.EditDifferent, subject(t, stories[0].Batch, "Ivan Petrov"), subject(t, stories[1].Batch, "Ivan Petrov"))
	mergetest.ApplyEdits(t, store, split)
	mergetest.Expect(t, mergetest.Entities(t, store), "Ivan Petrov () 1", "Ivan Petrov () 2")
	mergetest.ApplyEdits(t, store, judge(2, graph.EditSame, split.Subjects...))
	mergetest.Expect(t, mergetest.Entities(t, store), "Ivan Petrov (Petrov) 3")
}

// An edit about a member that a newer version of its article lacks stays, and has its
// effect again when the article names the member again.
func TestEditsDangle(t *testing.T) {
	one := mergetest.Article(t, "Post", "2024-03-13").Person("Ingrid Solheim", "NO").Report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Solheim")
	other := mergetest.Article(t, "Wire", "2024-03-13").Person("Ingrid Berg", "NO")
	store := mergetest.Load(t, one, other)
	mergetest.ApplyEdits(t, store, judge(1, graph.EditSame, subject(t, one.Batch, "Ingrid Solheim"), subject(t, other.Batch, "Ingrid Berg")))
	mergetest.Expect(t, mergetest.Entities(t, store), "Ingrid Berg (Ingrid Solheim, Berg) 2")

	lacking := *one.Batch
	lacking.Members, lacking.Reports = nil, nil
	mergetest.Apply(t, store, &lacking)
	mergetest.Expect(t, mergetest.Entities(t, store), "Ingrid Berg (Berg) 1")
	page, err := store.Edits(t.Context(), graph.EditQuery{})
	if err != nil || len(page.Nodes) != 1 || !page.Nodes[0].Subjects[0].Missing || page.Nodes[0].Subjects[1].Missing {
		t.Errorf("the edits are %+v, %v; want one with its first subject missing", page, err)
	}
	mergetest.Apply(t, store, one.Batch)
	mergetest.Expect(t, mergetest.Entities(t, store), "Ingrid Berg (Ingrid Solheim, Berg) 2")
}

// Reports of two blocks are one event by SAME; DIFFERENT parts two that merging joins.
func TestEventsAreJudged(t *testing.T) {
	stories := mergetest.Quarrel(t)
	store := mergetest.Load(t, stories...)
	report := func(i int) graph.Subject {
		return graph.Subject{ID: stories[i].Batch.Reports[0].ID, ArticleID: stories[i].Batch.Article.ID}
	}
	visit, talks := report(3), report(7)
	mergetest.ApplyEdits(t, store, judge(1, graph.EditSame, visit, talks), judge(2, graph.EditDifferent, report(0), report(1)))
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Ingrid Solheim called Einar Jonsson on 12 March 2024.",
		"CONFIRMED 1 Ingrid Solheim and Einar Jonsson spoke by phone on 12 March 2024.",
		"ASSERTED 1 Ingrid Solheim and Einar Jonsson were in contact in March 2024.",
		"CONFIRMED 3 Lars Haugen (for Ingrid Solheim) visited Iceland, Reykjavik government and Norway between 18 and 24 March 2024.",
		"DISPUTED 2 It is disputed whether Ingrid Solheim and Einar Jonsson met on 4 April 2024.",
		"PLANNED 1 A meeting between Ingrid Solheim and Einar Jonsson on 18 April 2024 is planned.",
	)
}

// An article that is taken down stays out until the edit is withdrawn, and is loaded again
// then.
func TestRemovedArticlesStayOut(t *testing.T) {
	s := mergetest.Quarrel(t)[0]
	path := filepath.Join(t.TempDir(), "news.db")
	file, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, store := range []graph.Store{graphtest.NewMemory(), file} {
		mergetest.Apply(t, store, s.Batch)
		full := dump(t, store)
		id := s.Batch.Article.ID
		removal := graph.NewEdit(graph.Edit{Kind: graph.EditRemoveArticle, Author: "Ada", Reason: "court order 7", Time: time.Unix(1, 0), Subjects: []graph.Subject{{ID: id, ArticleID: id}}})
		mergetest.ApplyEdits(t, store, removal)
		mergetest.Expect(t, mergetest.Entities(t, store))
		if left := dump(t, store); strings.Contains(left, "Solheim") || strings.Contains(left, "CALL") {
			t.Errorf("of the article is left: %s", left)
		}
		if got := mergetest.Apply(t, store, s.Batch); got != merge.Removed {
			t.Errorf("loading it again: %s", got)
		}
		mergetest.Expect(t, mergetest.Entities(t, store))
		mergetest.ApplyEdits(t, store, mergetest.Withdrawal(removal))
		if got := mergetest.Apply(t, store, s.Batch); got != merge.Added {
			t.Errorf("loading it after the withdrawal: %s", got)
		}
		if dump(t, store) != full {
			t.Error("the article that was loaded again is not as before")
		}
	}
}
