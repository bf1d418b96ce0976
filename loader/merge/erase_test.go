package merge_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader/merge/mergetest"
)

// What an article said is in none of a store's files once it is taken down and the store is
// vacuumed, although edits, reviews and the log of changes had it as well.
func TestTakenDownTextIsNowhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	secret := mergetest.Article(t, "Zyxomorph", "2024-04-09").Person("Ingrid Solheim", "NO").Person("Wugglebert Quuxil", "IS").
		Report("MEETING", "ASSERTED", "2024-04-06", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Wugglebert Quuxil").
		Claim(graph.Claim{Kind: graph.ClaimFirst, Since: graph.EDTFYear(2020), Text: "first quuxing"}).
		Report("CALL", "DENIED", "2024-04-07", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Wugglebert Quuxil").
		Report("CALL", "ASSERTED", "2024-04-01", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Wugglebert Quuxil").About("the zyxomorphic treaty")
	for i := range secret.Batch.Reports {
		secret.Batch.Reports[i].Confidence = 0.2 // so that there is a review of each
	}
	namesake := mergetest.Article(t, "Post", "2024-04-09").Person("Wigglebert Quuxil", "NO").Person("Ingrid Solheim", "NO").
		Report("CALL", "ASSERTED", "2024-04-07", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Wigglebert Quuxil")
	for _, s := range append(mergetest.Quarrel(t), secret, namesake) {
		mergetest.Apply(t, store, s.Batch)
	}
	at := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	article := secret.Batch.Article.ID
	mergetest.ApplyEdits(t, store,
		graph.NewEdit(graph.Edit{Kind: graph.EditCorrectReport, Author: "Ada", Reason: "r", Time: at, Subjects: []graph.Subject{{ID: secret.Batch.Reports[0].ID, ArticleID: article}},
			Correction: &graph.Correction{Fields: []graph.ReportField{graph.FieldStatus}, Status: graph.StatusConfirmed}}),
		graph.NewEdit(graph.Edit{Kind: graph.EditRejectReport, Author: "Ada", Reason: "r", Time: at, Subjects: []graph.Subject{{ID: secret.Batch.Reports[2].ID, ArticleID: article}}}),
	)
	traces := func() map[string]int {
		found := map[string]int{}
		files, err := filepath.Glob(path + "*")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range []string{"wugglebert", "yxomorph", "first quux"} {
				if n := bytes.Count(bytes.ToLower(content), []byte(part)); n > 0 {
					found[part+" in "+filepath.Base(file)] += n
				}
			}
		}
		return found
	}
	if len(traces()) < 3 {
		t.Fatalf("before it is taken down, the files have only %v", traces())
	}
	if found := reviews(t, store); len(found) < 4 {
		t.Fatalf("the reviews are %q", found)
	}
	mergetest.ApplyEdits(t, store, graph.NewEdit(graph.Edit{Kind: graph.EditRemoveArticle, Author: "Ada", Reason: "an order", Time: at, Subjects: []graph.Subject{{ID: article, ArticleID: article}}}))
	if err := store.Vacuum(t.Context()); err != nil {
		t.Fatal(err)
	}
	if found := traces(); len(found) > 0 {
		t.Errorf("the files still have %v", found)
	}
}
