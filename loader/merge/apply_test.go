package merge

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/graph/graphtest"
)

// quarrel is a story in several articles that agree and disagree in the ways that
// merging has to cope with.
func quarrel(t *testing.T) []*story {
	return []*story{
		article(t, "Post", "2024-03-13").person("Ingrid Solheim", "NO", "Solheim").person("Einar Jónsson", "IS").
			report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Solheim", "RECIPIENT Einar Jónsson"),
		article(t, "Wire", "2024-03-12").person("Ingrid Solheim", "NO").person("Einar Jonsson", "IS", "Jonsson").
			report("CALL", "CONFIRMED", "2024-03-12", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jonsson"),
		article(t, "Echo", "2024-03-14").person("Solheim", "").person("Jonsson", "").
			report("UNSPECIFIED", "ASSERTED", "2024-03", "PARTICIPANT Solheim", "PARTICIPANT Jonsson"),
		article(t, "Times", "2024-03-25").person("Ingrid Solheim", "NO").person("Lars Haugen", "NO").body("Iceland", "IS", "STATE").
			report("VISIT", "ASSERTED", "2024-03-18/2024-03-24", "INITIATOR Lars Haugen for Ingrid Solheim", "RECIPIENT Iceland"),
		article(t, "Weekly", "").person("Ingrid Solheim", "NO").body("Reykjavik government", "IS", "GOVERNMENT").
			member(graph.Member{Kind: graph.KindPerson, Name: "Solheim's senior negotiator", Nominal: true, Country: "NO"}).
			report("VISIT", "ASSERTED", "", "INITIATOR Solheim's senior negotiator for Ingrid Solheim", "RECIPIENT Reykjavik government"),
		article(t, "Herald", "2024-04-08").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").
			report("MEETING", "DENIED", "2024-04-04", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson").
			report("MEETING", "PLANNED", "2024-04-18", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson"),
		article(t, "Quay", "2024-04-05").person("Ingrid Solheim", "NO").person("Einar Jonsson", "IS").
			report("MEETING", "ASSERTED", "2024-04-04", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jonsson"),
		article(t, "Gazette", "2024-03-26").body("Norway", "NO", "STATE").body("Iceland", "IS", "STATE").
			report("TALKS", "CONFIRMED", "2024-03-18/2024-03-24", "PARTICIPANT Norway", "PARTICIPANT Iceland"),
	}
}

func TestQuarrel(t *testing.T) {
	store := load(t, quarrel(t)...)
	expect(t, summaries(t, store),
		"CONFIRMED 3 Ingrid Solheim called Einar Jonsson on 12 March 2024.",
		"ASSERTED 2 Lars Haugen (for Ingrid Solheim) visited Iceland and Reykjavik government between 18 and 24 March 2024.",
		"DISPUTED 2 It is disputed whether Ingrid Solheim and Einar Jonsson met on 4 April 2024.",
		"PLANNED 1 Ingrid Solheim and Einar Jonsson are to meet on 18 April 2024.",
		"CONFIRMED 1 Norway and Iceland held talks between 18 and 24 March 2024.",
	)
	expect(t, entities(t, store),
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
	stories := quarrel(t)
	want := digest(t, load(t, stories...))
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(append(slices.Clone(stories), stories...)).Draw(rt, "order")
		store := graphtest.NewMemory()
		for i, s := range order {
			// A version that lost an earlier edition of the article must leave no trace.
			if rapid.Bool().Draw(rt, fmt.Sprintf("earlier version %d", i)) {
				apply(t, store, draft(s.batch))
			}
			apply(t, store, s.batch)
		}
		if got := digest(t, store); got != want {
			rt.Fatalf("digest %s, want %s", got, want)
		}
	})
}

// Groups change nothing: the graph and the outcomes are those of one article after
// the other, with the same article or several versions of one in a group.
func TestGroupsDoNotMatter(t *testing.T) {
	stories := quarrel(t)
	var versions []*graph.Batch
	for _, s := range stories {
		versions = append(versions, s.batch, draft(s.batch), s.batch)
	}
	want := digest(t, load(t, stories...))
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(versions).Draw(rt, "order")
		single, grouped := graphtest.NewMemory(), graphtest.NewMemory()
		for rest := order; len(rest) > 0; {
			group := rest[:rapid.IntRange(1, len(rest)).Draw(rt, "size")]
			rest = rest[len(group):]
			var one []Outcome
			for _, b := range group {
				one = append(one, apply(t, single, b))
			}
			if together := applyGroup(t, grouped, group...); !slices.Equal(one, together) {
				rt.Fatalf("outcomes %v, one by one %v", together, one)
			}
			if a, b := digest(t, single), digest(t, grouped); a != b {
				rt.Fatalf("after a group: digest %s, one by one %s", b, a)
			}
		}
		if got := digest(t, grouped); got != want {
			rt.Fatalf("digest %s, want %s", got, want)
		}
	})
}

func TestGroupWithABrokenBatch(t *testing.T) {
	store := graphtest.NewMemory()
	good, broken := quarrel(t)[0].batch, draft(quarrel(t)[1].batch)
	broken.Members = append(slices.Clone(broken.Members), broken.Members[0])
	err := store.Update(context.Background(), func(tx graph.Tx) error {
		_, err := Apply(tx, good, broken)
		return err
	})
	if !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("error %v, want ErrInvalid", err)
	}
	expect(t, entities(t, store))
}

// A newer Dateline may know more types and means: merging says so instead of guessing.
func TestUnknownKindsAreRefused(t *testing.T) {
	for name, change := range map[string]func(*graph.Report){
		"type":  func(r *graph.Report) { r.Type = "DUEL" },
		"means": func(r *graph.Report) { r.Means = "PIGEON" },
	} {
		b := *quarrel(t)[0].batch
		b.Reports = slices.Clone(b.Reports)
		change(&b.Reports[0])
		err := graphtest.NewMemory().Update(context.Background(), func(tx graph.Tx) error {
			_, err := Apply(tx, &b)
			return err
		})
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("an unknown %s: error %v, want ErrInvalid", name, err)
		}
	}
}

// draft is an earlier, shorter version of an article, before its last letter was
// written and without its reports.
func draft(b *graph.Batch) *graph.Batch {
	early := *b
	runes := []rune(b.Article.Text)
	early.Article.Text = string(runes[:len(runes)-1])
	early.Reports = nil
	return &early
}

func TestOutcomes(t *testing.T) {
	store := graphtest.NewMemory()
	s := quarrel(t)[0]
	for _, step := range []struct {
		batch *graph.Batch
		want  Outcome
	}{{draft(s.batch), Added}, {s.batch, Replaced}, {s.batch, Unchanged}, {draft(s.batch), Superseded}} {
		if got := apply(t, store, step.batch); got != step.want {
			t.Errorf("got %s, want %s", got, step.want)
		}
	}
}

// An ID that was given out finds what became of it, in every state of the graph.
func TestIDsKeepResolving(t *testing.T) {
	store := graphtest.NewMemory()
	given := map[string]bool{}
	for _, s := range quarrel(t) {
		apply(t, store, s.batch)
		err := store.Walk(context.Background(), graph.Visitor{
			Entity: func(e graph.Entity) error { given[e.NodeID()] = true; return nil },
			Event:  func(e *graph.Event) error { given[e.ID] = true; return nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		ids := sortedKeys(given)
		nodes, err := store.Nodes(context.Background(), ids)
		if err != nil {
			t.Fatal(err)
		}
		for i, node := range nodes {
			if node == nil {
				t.Errorf("%s is lost after the article of %s", ids[i], s.batch.Article.Publisher)
			}
		}
	}
}
