package merge_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// reviews lists what is worth a person's look as "KIND effect text".
func reviews(t *testing.T, store graph.Reader) []string {
	t.Helper()
	page, err := store.Reviews(context.Background(), graph.ReviewQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range page.Nodes {
		lines = append(lines, fmt.Sprintf("%s %d %s", r.Kind, r.Effect, r.Text))
	}
	return lines
}

// fords are namesakes: two of one surname, and one whom an initial leaves open.
func fords(t *testing.T) []*mergetest.Story {
	visit := func(paper, name, country string) *mergetest.Story {
		return mergetest.Article(t, paper, "2024-03-13").Person(name, country).Organization("Chad", "TD", graph.OrganizationState).
			Report("VISIT", "ASSERTED", "2024-03-12", "INITIATOR "+name, "RECIPIENT Chad")
	}
	return []*mergetest.Story{visit("Dawn", "John Ford", "US"), visit("Dusk", "James Ford", "GB"), visit("Noon", "J. Ford", "")}
}

func TestNearMisses(t *testing.T) {
	stories := fords(t)
	store := mergetest.Load(t, stories...)
	got := reviews(t, store)
	if len(got) != 1 || !strings.HasPrefix(got[0], "NEAR_MISS 2 Are these one person: ") || !strings.Contains(got[0], "“J. Ford”") {
		t.Fatalf("the reviews are %q", got)
	}
	page, err := store.Reviews(t.Context(), graph.ReviewQuery{})
	if err != nil {
		t.Fatal(err)
	}
	if parts := page.Nodes[0].Parts; len(parts) != 3 {
		t.Errorf("the parts are %v", parts)
	}
	// What a person has judged is not asked again, and is once that is withdrawn.
	id := func(i int, name string) graph.Subject {
		return graph.Subject{ID: stories[i].ID(name), ArticleID: stories[i].Batch.Article.ID, Part: i}
	}
	e := graph.NewEdit(graph.Edit{Kind: graph.EditDifferent, Author: "Ada", Reason: "another", Time: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC),
		Subjects: []graph.Subject{id(0, "John Ford"), id(1, "James Ford"), id(2, "J. Ford")}})
	mergetest.ApplyEdits(t, store, e)
	if now := reviews(t, store); len(now) != 0 {
		t.Errorf("after the decision the reviews are %q", now)
	}
	mergetest.ApplyEdits(t, store, mergetest.Withdrawal(e))
	if now := reviews(t, store); !slices.Equal(now, got) {
		t.Errorf("after its withdrawal the reviews are %q", now)
	}
}

// Events that several things keep apart are no question, though they are related.
func TestFarEventsAreNoQuestion(t *testing.T) {
	store := mergetest.Load(t,
		mergetest.Article(t, "Dawn", "2026-02-10").Organization("Norway", "NO", graph.OrganizationState).Organization("Chad", "TD", graph.OrganizationState).
			Report("TALKS", "CONFIRMED", "2026-02-10", "PARTICIPANT Norway", "PARTICIPANT Chad"),
		mergetest.Article(t, "Dusk", "2026-02-10").Minister("Ada Lim", "NO", "Foreign Minister").Organization("Chad", "TD", graph.OrganizationState).
			Report("UNSPECIFIED", "HYPOTHETICAL", "", "PARTICIPANT Ada Lim", "PARTICIPANT Chad"))
	if got := reviews(t, store); len(got) != 0 {
		t.Errorf("the reviews are %q", got)
	}
}

func TestDoubtfulMergeOfAnInitial(t *testing.T) {
	store := graphtest.NewMemory()
	for i, name := range []string{"John Ford", "John Ford", "John Ford", "John Ford", "John Ford", "John Ford", "John Ford", "John Ford", "John Ford", "James Ford", "J. Ford"} {
		s := mergetest.Article(t, fmt.Sprint("Paper ", i), "2024-03-13").Person(name, "").Organization("Chad", "TD", graph.OrganizationState).
			Report("VISIT", "ASSERTED", fmt.Sprintf("2024-03-%02d", i+1), "INITIATOR "+name, "RECIPIENT Chad")
		mergetest.Apply(t, store, s.Batch)
	}
	got := reviews(t, store)
	if !slices.Contains(got, "DOUBTFUL_MERGE 1 Were these rightly taken for one person: “John Ford” and “J. Ford”?") {
		t.Errorf("the reviews are %q", got)
	}
}

func TestReviewsOfReports(t *testing.T) {
	weak := mergetest.Article(t, "Dawn", "2024-05-02").Person("Ana Lim", "PH").Person("Omar Haddad", "JO").
		Report("CALL", "ASSERTED", "2024-05-01", "PARTICIPANT Ana Lim", "PARTICIPANT Omar Haddad")
	weak.Batch.Reports[0].Confidence = 0.35
	stories := append(mergetest.Quarrel(t), weak)
	store := mergetest.Load(t, stories...)
	mergetest.Expect(t, reviews(t, store),
		"CONFLICT 2 It is disputed whether Ingrid Solheim and Einar Jonsson met on 4 April 2024. 1 article says that it took place, 1 that it did not.",
		"WEAK_REPORT 1 Is this what the article says: Ana Lim and Omar Haddad spoke by phone on 1 May 2024.",
		"NEAR_MISS 1 Are these one event? Lars Haugen (for Ingrid Solheim) visited Iceland and Reykjavik government between 18 and 24 March 2024. Norway and Iceland held talks between 18 and 24 March 2024.",
		"DOUBTFUL_MERGE 1 Were these rightly taken for one event: Lars Haugen (for Ingrid Solheim) visited Iceland and Reykjavik government between 18 and 24 March 2024.",
	)
}

func TestWhy(t *testing.T) {
	stories := append(mergetest.Quarrel(t), fords(t)...)
	store := mergetest.Load(t, stories...)
	explainer := merge.Explainer{Store: store}
	why := func(a, b string) *graph.Explanation {
		t.Helper()
		e, err := explainer.Why(t.Context(), a, b)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	says := func(e *graph.Explanation, same bool, texts ...string) {
		t.Helper()
		for _, text := range texts {
			if !strings.Contains(e.Text, text) {
				t.Errorf("the explanation is %q, and lacks %q", e.Text, text)
			}
		}
		if e.Same != same || len(e.Parts) != 2 {
			t.Errorf("same is %t of %v in %q", e.Same, e.Parts, e.Text)
		}
	}
	says(why(stories[1].ID("Einar Jonsson"), stories[2].ID("Jonsson")), true, "They are one.", "is the family name of")
	says(why(stories[0].ID("Einar Jónsson"), stories[1].ID("Einar Jonsson")), true, "spellings of one name")
	says(why(stories[8].ID("John Ford"), stories[9].ID("James Ford")), false, "kept apart", "different given names", "One is of US, the other of GB.")
	says(why(stories[3].ID("Lars Haugen"), stories[8].ID("John Ford")), false, "family names differ")
	says(why(stories[10].ID("J. Ford"), stories[9].ID("James Ford")), false, "there are others that they may be")
	call, meeting := stories[0].Batch.Reports[0].ID, stories[6].Batch.Reports[0].ID
	says(why(call, stories[1].Batch.Reports[0].ID), true, "Both are about Ingrid Solheim and Einar Jonsson.", "Both put it on 12 March 2024.")
	says(why(graph.EventIDOf(call), graph.EventIDOf(meeting)), false, "kept apart", "One puts it in March 2024, the other on 4 April 2024.")

	// What people have judged comes first, and says what it does.
	subject := func(i int, name string) graph.Subject {
		return graph.Subject{ID: stories[i].ID(name), ArticleID: stories[i].Batch.Article.ID, Part: i}
	}
	at := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	same := graph.NewEdit(graph.Edit{Kind: graph.EditSame, Author: "Ada", Reason: "his pen name", Time: at, Subjects: []graph.Subject{subject(3, "Lars Haugen"), subject(8, "John Ford")}})
	mergetest.ApplyEdits(t, store, same)
	e := why(stories[3].ID("Lars Haugen"), stories[8].ID("John Ford"))
	says(e, true, "Ada judged it so: his pen name")
	if len(e.Edits) != 1 || e.Edits[0].Effect != graph.EffectJoins || len(e.Comparisons) != 1 {
		t.Errorf("the edits are %v", e.Edits)
	}
	apart := graph.NewEdit(graph.Edit{Kind: graph.EditDifferent, Author: "Grace", Reason: "met both", Time: at.Add(time.Hour), Subjects: same.Subjects})
	mergetest.ApplyEdits(t, store, apart)
	e = why(stories[3].ID("Lars Haugen"), stories[8].ID("John Ford"))
	says(e, false, "Grace judged it so: met both")
	if len(e.Edits) != 2 || e.Edits[0].Effect != graph.EffectParts || e.Edits[1].Effect != graph.EffectNone {
		t.Errorf("the edits are %v and %v", e.Edits[0], e.Edits[1])
	}
	page, err := store.Edits(t.Context(), graph.EditQuery{Kinds: []graph.EditKind{graph.EditSame}})
	if err != nil || !page.Nodes[0].Overruled {
		t.Errorf("a judgement that a later one contradicts is not marked as overruled: %v", err)
	}
	mergetest.ApplyEdits(t, store, mergetest.Withdrawal(apart))
	if page, err = store.Edits(t.Context(), graph.EditQuery{Kinds: []graph.EditKind{graph.EditSame}}); err != nil || page.Nodes[0].Overruled {
		t.Errorf("a judgement that nothing contradicts any longer is marked as overruled: %v", err)
	}
}

func TestHow(t *testing.T) {
	stories := mergetest.Quarrel(t)
	store := mergetest.Load(t, stories...)
	explainer := merge.Explainer{Store: store}
	e, err := explainer.How(t.Context(), stories[2].ID("Solheim"))
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Parts) != 3 || len(e.Comparisons) != 2 || e.Text != "7 articles name it, in 3 ways." {
		t.Errorf("%q of %v by %v", e.Text, e.Parts, e.Comparisons)
	}
	e, err = explainer.How(t.Context(), graph.EventIDOf(stories[0].Batch.Reports[0].ID))
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Parts) != 3 || len(e.Comparisons) != 2 || !strings.Contains(e.Text, "3 reports are taken for one event. ") {
		t.Errorf("%q of %v by %v", e.Text, e.Parts, e.Comparisons)
	}
	for _, id := range []string{"per_none", "art_none", ""} {
		if _, err := explainer.How(t.Context(), id); err == nil {
			t.Errorf("%q is explained", id)
		}
	}
	if _, err := explainer.Why(t.Context(), stories[2].ID("Solheim"), stories[3].ID("Iceland")); err == nil {
		t.Error("a person and a state are compared")
	}
}
