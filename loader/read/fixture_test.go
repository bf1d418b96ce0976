package read

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the articles into the fixtures; then review them")

// A fixture has a folder of sources (in/) and the articles that are read from it
// (want), in order.
func TestFixtures(t *testing.T) {
	fixtures, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(fixtures) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range fixtures {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { testFixture(t, name) })
	}
}

func testFixture(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var want *txtar.File
	for i, file := range archive.Files {
		if file.Name == "want" {
			want = &archive.Files[i]
			continue
		}
		path := filepath.Join(folder, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want == nil {
		t.Fatal("the fixture has no file named want")
	}
	in := filepath.Join(folder, "in")
	var got strings.Builder
	for item := range Sources(context.Background(), []string{in}, Options{MaxBytes: 100_000}) {
		if got.Len() > 0 {
			got.WriteString("\n")
		}
		got.WriteString(strings.ReplaceAll(describe(item), in+"/", ""))
		checkItem(t, item)
	}
	if *update {
		want.Data = []byte(got.String())
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(strings.TrimSpace(string(want.Data)), "\n"), strings.Split(strings.TrimSpace(got.String()), "\n")); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// describe writes an item as the fixtures have it.
func describe(item Item) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	b.WriteString(item.Source + "\n")
	var failed *Error
	if errors.As(item.Err, &failed) {
		line("error", string(failed.Reason)+": "+failed.Error())
	} else if item.Err != nil {
		line("error without a reason", item.Err.Error())
	}
	a := item.Article
	line("id", a.ExternalID)
	line("title", a.Title)
	line("publisher", a.Publisher)
	line("byline", a.Byline)
	if !a.Published.IsZero() {
		line("published", a.Published.String()+" ("+a.PublishedFrom+")")
	}
	line("url", a.URL)
	line("language", a.Language)
	for _, warning := range item.Warnings {
		line("warning", warning)
	}
	if a.Text != "" {
		b.WriteString("\n" + a.Text + "\n")
	}
	return b.String()
}
