package read

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

func webPage(t testing.TB) []byte {
	archive, err := txtar.ParseFile("testdata/webpage.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return archive.Files[0].Data
}

// A date without a year says nothing, since reading has no clock.
func TestPageWithoutYear(t *testing.T) {
	for _, date := range []string{"2 hours ago", "March 3", "yesterday", "Tuesday"} {
		page := fmt.Sprintf(`<html><head><title>Falk calls Moss</title></head><body><h1>Falk calls Moss</h1><time class="date published">%s</time><p>%s</p><p>%s</p></body></html>`, date, sentence, sentence)
		item := readHTML("page", []byte(page), metadata{}, "")
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		if a := item.Article; !a.Published.IsZero() {
			t.Errorf("%q gave %s from %s", date, a.Published, a.PublishedFrom)
		}
	}
}

func TestPageInItsEncoding(t *testing.T) {
	page := "<html><head><meta charset=\"iso-8859-2\"><title>Most</title></head><body><p>Minister \xb3owi\xb3 i spotka\xb3 si\xea z Falk w poniedzia\xb3ek w Kellby, jak podano.</p></body></html>"
	item := readHTML("page", []byte(page), metadata{}, "")
	if item.Err != nil || strings.Count(item.Article.Text, "poniedziałek") != 1 || len(item.Warnings) == 0 {
		t.Errorf("%q, %v, %v", item.Article.Text, item.Warnings, item.Err)
	}
}

// Pages can be read concurrently.
func TestPagesSideBySide(t *testing.T) {
	page := webPage(t)
	want := readHTML("page", page, metadata{}, "")
	if want.Err != nil {
		t.Fatal(want.Err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := readHTML("page", page, metadata{}, ""); got.Err != nil || got.Article != want.Article {
				t.Errorf("%+v, %v", got.Article, got.Err)
			}
		})
	}
	group.Wait()
}

func TestHostilePages(t *testing.T) {
	for name, page := range map[string]string{
		"deep":       strings.Repeat("<div>", 100_000) + "x",
		"deep spans": strings.Repeat("<b><i>", 50_000) + "x",
		"wide":       strings.Repeat("<p>x</p>", 100_000),
		"too wide":   strings.Repeat("<p>x</p>", 300_000),
		"unclosed":   strings.Repeat("<table><tr><td>", 2_000),
		"attributes": "<p " + strings.Repeat("a=b ", 100_000) + ">x</p>",
		"entities":   "<p>" + strings.Repeat("&#x1F600;&bogus;", 50_000),
	} {
		checkItem(t, guarded(name, func() Item { return readHTML(name, []byte(page), metadata{}, "") }))
	}
}

func BenchmarkHTML(b *testing.B) {
	page := webPage(b)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if item := readHTML("page", page, metadata{}, ""); item.Err != nil {
			b.Fatal(item.Err)
		}
	}
}
