package loader

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/document/pdf/pdftest"
	"dateline/loader/read"
)

// A report of a PDF knows the page of its quote, which is the article's exact text.
func TestPageOfQuote(t *testing.T) {
	data := pdftest.File{Pages: []pdftest.Page{
		pdftest.Set(50, 780, 11, 400, "Officials on both sides spoke of a difficult spring, and nobody expected an agreement before the summer, when the"),
		pdftest.Set(50, 780, 11, 400, "corridor is to open. Emmanuel Macron telephoned Friedrich Merz on Monday about the corridor."),
	}}.Bytes()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	extractor, err := NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	contacts := 0
	for item := range read.Sources(context.Background(), []string{path}, read.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		batch, err := extractor.Extract(item)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range batch.Reports {
			if r.Type != graph.EventContact {
				continue
			}
			contacts++
			if r.Page != 2 || !strings.Contains(batch.Article.Text, r.Quote) || r.Stated != graph.SourceDocument {
				t.Errorf("page %d, kind %s: %q", r.Page, r.Stated, r.Quote)
			}
		}
	}
	if contacts != 1 {
		t.Errorf("%d contacts", contacts)
	}
}
