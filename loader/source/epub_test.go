package source

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

var chapterText = strings.Repeat("Ida Moen met Per Aas in Kellby on Monday. ", 6)

// bookOf returns a book with these parts besides two chapters.
func bookOf(t *testing.T, more ...entry) []byte {
	t.Helper()
	page := func(text string) []byte {
		return fmt.Appendf(nil, `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><p>%s</p></body></html>`, text)
	}
	entries := []entry{
		{"mimetype", []byte("application/epub+zip")},
		{"META-INF/container.xml", []byte(`<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`)},
		{"OPS/book.opf", []byte(`<package xmlns:dc="dc"><metadata><dc:title>The Week</dc:title><dc:publisher>The Harbour Post</dc:publisher><dc:language>en-GB</dc:language><dc:date>2026-01-01</dc:date></metadata>` +
			`<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="text/one.xhtml"/><item id="b" href="text/two%20b.xhtml"/><item id="c" href="cover.xhtml"/><item id="d" href="gone.xhtml"/></manifest>` +
			`<spine><itemref idref="c"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="d"/></spine></package>`)},
		{"OPS/nav.xhtml", []byte(`<html><nav><ol><li><a href="text/one.xhtml">Moen meets   Aas</a></li><li><a href="text/two%20b.xhtml#x">Aas &amp; Moen</a></li></ol></nav></html>`)},
		{"OPS/text/one.xhtml", page(chapterText)},
		{"OPS/text/two b.xhtml", page(chapterText)},
		{"OPS/cover.xhtml", page("The Week")},
	}
	return zipOf(t, append(entries, more...)...)
}

func TestEPUB(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.epub", bookOf(t))
	write(t, folder, "b.epub", zipOf(t, entry{"x", []byte("y")}))
	write(t, folder, "c.epub", bookOf(t)[:300])
	items, passed := opened(t, folder, Options{})
	for i, item := range items {
		items[i] = strings.TrimSuffix(item, fmt.Sprintf(": %d bytes", len(chapterText)+144))
	}
	expect(t, "items", items, []string{"a.epub!OPS/text/one.xhtml", "a.epub!OPS/text/two b.xhtml", "a.epub!OPS/gone.xhtml: DAMAGED", "b.epub: DAMAGED", "c.epub: DAMAGED"})
	expect(t, "passed over", passed, []string{"a.epub!OPS/cover.xhtml: has only 2 words"})
	var known []string
	for item := range Items(context.Background(), []string{filepath.Join(folder, "a.epub")}, Options{}) {
		known = append(known, item.Known.Title+" | "+item.Known.Publisher+" | "+item.Known.Language+" | "+item.Known.Published.String())
	}
	expect(t, "known", known[:2], []string{"Moen meets Aas | The Harbour Post | en-GB | ", "Aas & Moen | The Harbour Post | en-GB | "})
}
