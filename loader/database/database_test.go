package database

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dateline/graph"
)

var (
	dateAtStart = regexp.MustCompile(`^(?:(\p{L}+) (\d{1,2}), (\d{4})|(\d{1,2}) (\p{L}+) (\d{4})|\d{4}-\d{2}-\d{2})\b`)
	dateForms   = []string{"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "2006-01-02"}
)

// day reads the dates of the fixtures.
func day(line string) (graph.Date, bool) {
	for _, form := range dateForms {
		if at, err := time.Parse(form, dateAtStart.FindString(line)); err == nil {
			return graph.DateOf(at), true
		}
	}
	return graph.Date{}, false
}

func describe(articles []Article, name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "database: %s\n", name)
	for _, a := range articles {
		b.WriteString("\n")
		for _, field := range [][2]string{{"id", a.Known.ID}, {"title", a.Known.Title}, {"publisher", a.Known.Publisher}, {"byline", a.Known.Byline}, {"url", a.Known.URL}} {
			if field[1] != "" {
				fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
			}
		}
		if !a.Known.Published.IsZero() {
			fmt.Fprintf(&b, "published: %s\n", a.Known.Published)
		}
		fmt.Fprintf(&b, "\n%s\n", a.Body)
	}
	return b.String()
}

func TestExports(t *testing.T) {
	fixtures, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(fixtures) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, name := range fixtures {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := describe(Articles(strings.Split(string(archive.Files[0].Data), "\n"), day))
		if diff := cmp.Diff(strings.TrimSpace(string(archive.Files[1].Data)), strings.TrimSpace(got)); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// A text that speaks of documents is no export.
func TestNoExport(t *testing.T) {
	for _, text := range []string{
		"", "Ida Moen met Per Aas.\n\nPage 1 of 10 documents was missing.\n\n1 of 10\n\nHe left.", "Body\n\nThe End of Document was near.",
		"350 words\n\nDocument without a number", "Full text: Ida Moen met Per Aas.",
	} {
		if articles, name := Articles(strings.Split(text, "\n"), day); name != "" {
			t.Errorf("%q is %s: %+v", text, name, articles)
		}
	}
}

func FuzzArticles(f *testing.F) {
	fixtures, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range fixtures {
		if archive, err := txtar.ParseFile(name); err == nil {
			f.Add(string(archive.Files[0].Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		for _, a := range first(Articles(strings.Split(text, "\n"), day)) {
			for word := range strings.FieldsSeq(a.Body) {
				if !strings.Contains(text, word) {
					t.Errorf("%q is not in the export", word)
				}
			}
		}
	})
}

func first(articles []Article, _ string) []Article { return articles }
