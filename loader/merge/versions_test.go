package merge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// page is an article with one person, at a place.
func page(at, text string) *graph.Batch {
	b := &graph.Batch{Article: graph.Article{Title: "Ports", Language: "en", Text: text, Source: graph.Source{Location: at}}}
	b.Article.ID = graph.ArticleID(&b.Article)
	name, _, _ := strings.Cut(text, " spoke")
	b.Members = []graph.Member{{
		ID: graph.MemberID(b.Article.ID, graph.KindPerson, graph.Fold(name)), Kind: graph.KindPerson, Name: name,
		Mentions: []graph.MentionSpan{{Text: name, Form: graph.MentionName, End: len([]rune(name))}},
	}}
	return b
}

// story is a text about somebody. Its versions share most words, and no two stories do.
func story(who, version int) string {
	return fmt.Sprintf([]string{
		"Ana Lim spoke in the harbour office about tolls and the winter ferry for an hour before the lamps went out in edition %s.",
		"Jo Falk spoke to nobody at first, then told three clerks that the herring quota was a ruse of the islands, says edition %s.",
		"Sara Berg spoke twice: once of rails across the sound, and once, late, of nothing but her mother's garden, by edition %s.",
		"Otto Weiss spoke while dockers slept; night shifts, he said, are what keeps dry docks dry and ministers awake, edition %s.",
	}[who], strings.Repeat("i", version+1))
}

func applyBy(t *testing.T, store graph.Store, rule merge.Rule, b ...*graph.Batch) []merge.Outcome {
	t.Helper()
	var outcomes []merge.Outcome
	err := store.Update(t.Context(), func(tx graph.Tx) (err error) {
		outcomes, err = merge.ApplyVersions(tx, rule, b...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

// What stands at a place replaces what stood there, shorter or longer, and going back is
// possible; another place needs the rule Now for a shorter text.
func TestRules(t *testing.T) {
	addressed := func(at, text string) *graph.Batch {
		b := page(at, text)
		b.Article.URL = "https://post.example/ports"
		b.Article.ID = graph.ArticleID(&b.Article)
		b.Members = nil
		return b
	}
	const long, short = "Ana Lim spoke for an hour about tolls.", "Ana Lim spoke for an hour."
	excerpt := addressed("a", "Ana Lim spoke.")
	excerpt.Article.Source.Excerpt = true
	store := graphtest.NewMemory()
	for _, step := range []struct {
		name  string
		rule  merge.Rule
		batch *graph.Batch
		want  merge.Outcome
	}{
		{"new", merge.ByPlace, addressed("a", long), merge.Added},
		{"shorter from elsewhere", merge.ByPlace, addressed("b", short), merge.Superseded},
		{"shorter at its place", merge.ByPlace, addressed("a", short), merge.Replaced},
		{"again", merge.ByPlace, addressed("a", short), merge.Unchanged},
		{"longer from elsewhere", merge.ByPlace, addressed("b", long), merge.Replaced},
		{"a summary of it", merge.ByPlace, excerpt, merge.Superseded},
		{"back to the shorter", merge.Now, addressed("c", short), merge.Replaced},
		{"by text alone", merge.ByText, addressed("c", short[:20]), merge.Superseded},
	} {
		if got := applyBy(t, store, step.rule, step.batch)[0]; got != step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
	}
}

// A file that has another story is not taken for a correction.
func TestAnotherStoryAtItsPlace(t *testing.T) {
	store := graphtest.NewMemory()
	dated := page("a", story(2, 0))
	dated.Article.Published = graph.NewDate(2026, 3, 1)
	later := page("a", story(2, 1))
	later.Article.Published = graph.NewDate(2026, 3, 2)
	want := []merge.Outcome{merge.Added, merge.Added, merge.Replaced, merge.Added, merge.Added}
	var got []merge.Outcome
	for _, b := range []*graph.Batch{page("a", story(0, 0)), page("a", story(1, 0)), page("a", story(1, 1)), dated, later} {
		got = append(got, applyBy(t, store, merge.ByPlace, b)...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// After any changes, copies and renames, loading the files in any order gives the graph of
// the files as they are now, as if nothing had been before.
func TestFilesMakeTheGraph(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		files := map[string]string{}
		for i := range 4 {
			files[fmt.Sprint("file", i)] = story(i, 0)
		}
		store := graphtest.NewMemory()
		load := func(into graph.Store, order []string) {
			for group := range slices.Chunk(order, rapid.IntRange(1, 3).Draw(rt, "group")) {
				var batches []*graph.Batch
				for _, name := range group {
					batches = append(batches, page(name, files[name]))
				}
				applyBy(t, into, merge.ByPlace, batches...)
			}
		}
		order := func(label string) []string {
			var names []string
			for name := range files {
				names = append(names, name)
			}
			slices.Sort(names)
			return rapid.Permutation(names).Draw(rt, label)
		}
		load(store, order("first"))
		for i := range rapid.IntRange(1, 4).Draw(rt, "rounds") {
			touched := map[string]bool{} // a file that is edited and renamed at once is another file
			for range rapid.IntRange(0, 3).Draw(rt, "changes") {
				name := order("which")[0]
				if touched[name] {
					continue
				}
				touched[name], touched[name+"r"], touched[name+"c"] = true, true, true
				switch rapid.SampledFrom([]string{"edit", "rename", "copy"}).Draw(rt, "what") {
				case "edit":
					// No story comes back to an earlier edition of its own.
					files[name] = strings.Replace(files[name], " edition ", " edition "+strings.Repeat("v", i+1)+" ", 1)
				case "rename":
					files[name+"r"] = files[name]
					delete(files, name)
				case "copy":
					files[name+"c"] = files[name]
				}
			}
			load(store, order("again"))
		}
		load(store, order("repeated"))
		fresh := graphtest.NewMemory()
		load(fresh, order("fresh"))
		if got, want := mergetest.Digest(t, store), mergetest.Digest(t, fresh); got != want {
			rt.Fatalf("the graph is not that of the files %v", files)
		}
	})
}
