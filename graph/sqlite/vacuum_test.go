package sqlite_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// What a removed article says is nowhere in the files after Vacuum: not in a page that is
// free, not in the log, and not in an index of words, where prefixes are cut.
func TestVacuumErases(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	const secret = "zyxomorphic quuxilations of wugglebert"
	var removed string
	for i := range 200 {
		text := fmt.Sprintf("Article %d says little. %s", i, strings.Repeat(fmt.Sprintf("word%d ", i), 300))
		if i == 100 {
			text = "Wugglebert met the " + secret + ". " + strings.Repeat(secret+" ", 500)
		}
		a := graph.Article{Title: strings.Fields(text)[0] + fmt.Sprint(i), Publisher: "Post", Text: text, Language: "en"}
		a.ID = graph.ArticleID(&a)
		member := graph.Member{ID: graph.MemberID(a.ID, graph.KindPerson, "x"), Kind: graph.KindPerson, Name: strings.Fields(text)[0], Block: "b"}
		quote := string([]rune(text)[:20])
		report := graph.Report{ID: graph.ReportID(a.ID, graph.EventContact, 0, 20, ""), ArticleID: a.ID, Type: graph.EventContact, Quote: quote, End: 20}
		if i == 100 {
			removed = a.ID
		}
		if err := store.Update(t.Context(), func(tx graph.Tx) error {
			return tx.PutBatch(&graph.Batch{Article: a, Members: []graph.Member{member}, Reports: []graph.Report{report}})
		}); err != nil {
			t.Fatal(err)
		}
	}
	if n := traces(t, path); n == 0 {
		t.Fatal("the test does not find the text before it is removed")
	}
	if _, err := store.Search(t.Context(), "wugglebert", graph.PageRequest{}); err != nil { // so that a reader is open
		t.Fatal(err)
	}
	if err := store.Update(t.Context(), func(tx graph.Tx) error { return tx.RemoveArticle(removed) }); err != nil {
		t.Fatal(err)
	}
	if err := store.Vacuum(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := traces(t, path); n > 0 {
		t.Errorf("%d traces are left in the files", n)
	}
	readOnly, err := sqlite.Open(t.Context(), path, sqlite.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	defer readOnly.Close()
	if err := readOnly.Vacuum(t.Context()); graph.AdviceFor(err).Code != graph.CodeReadOnly {
		t.Errorf("Vacuum of a store for reading only returns %v", err)
	}
}

// traces counts parts of the secret's words in all files of a store.
func traces(t *testing.T, path string) int {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		content = bytes.ToLower(content)
		for _, part := range []string{"omorphic", "uxilations", "ugglebert"} {
			count += bytes.Count(content, []byte(part))
		}
	}
	return count
}
