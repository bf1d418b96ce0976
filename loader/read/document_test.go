package read

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/document/pdf/pdftest"
)

// itemsOf reads the items of one file.
func itemsOf(t *testing.T, name string, content []byte) []Item {
	t.Helper()
	var items []Item
	for item := range Sources(context.Background(), []string{write(t, t.TempDir(), name, string(content))}, Options{}) {
		checkItem(t, item)
		items = append(items, item)
	}
	return items
}

// onlyItem reads the one article of a file.
func onlyItem(t *testing.T, name string, content []byte) Item {
	t.Helper()
	items := itemsOf(t, name, content)
	if len(items) != 1 || items[0].Err != nil {
		t.Fatalf("%d items: %+v", len(items), items)
	}
	return items[0]
}

func TestPDF(t *testing.T) {
	const before = "Ida Moen met Per Aas in Kellby on Monday. They spoke of the ferry, which has not run since the spring, and agreed to meet"
	const after = "again in the autumn. Moen telephoned Kari Lund on Wednesday, and the call was short."
	data := pdftest.File{
		Properties: map[string]string{"Title": "harbour_final2.indd", "Author": "desk7", "CreationDate": "D:20260101120000Z"},
		Pages: []pdftest.Page{
			pdftest.Join(pdftest.Page{{X: 50, Y: 780, Size: 24, Text: "Moen and Aas meet about the ferry"}, {X: 50, Y: 750, Size: 9, Text: "By Anna Brandt"}, {X: 50, Y: 735, Size: 9, Text: "Published: 3 March 2026"}}, pdftest.Set(50, 700, 11, 300, before)),
			pdftest.Set(50, 780, 11, 300, after),
		},
	}.Bytes()
	item := onlyItem(t, "a.pdf", data)
	a := item.Article
	if a.Title != "Moen and Aas meet about the ferry" || a.Byline != "Anna Brandt" || a.Published.String() != "2026-03-03" || a.Text != before+" "+after {
		t.Errorf("%+v", a)
	}
	if a.Source.Page != 1 || a.Source.Stated != graph.SourceDocument {
		t.Errorf("%+v", a.Source)
	}
	for quote, want := range map[string]int{"Ida Moen met": 1, "agreed to meet": 1, "again in": 2, "Moen telephoned": 2} {
		at := strings.Index(a.Text, quote)
		if got := item.PageOf(a.Text, at, at+len(quote)); got != want {
			t.Errorf("%q is on page %d, want %d", quote, got, want)
		}
	}
}

// When a file was made dates nothing.
func TestPDFWithoutDay(t *testing.T) {
	data := pdftest.File{
		Properties: map[string]string{"CreationDate": "D:20260101120000Z", "ModDate": "D:20260101120000Z"},
		Pages:      []pdftest.Page{pdftest.Set(50, 700, 11, 300, "Ida Moen met Per Aas in Kellby on Monday, and they spoke of the ferry.")},
	}.Bytes()
	if a := onlyItem(t, "a.pdf", data).Article; !a.Published.IsZero() {
		t.Errorf("published %s from %s", a.Published, a.PublishedFrom)
	}
}

// A long document is several articles, each of which knows its first page.
func TestLongPDF(t *testing.T) {
	var pages []pdftest.Page
	for i := range 60 {
		var text strings.Builder
		for j := range 40 {
			fmt.Fprintf(&text, "Visitor %d%d met Per Aas in Kellby, and stayed for %d minutes and no more. ", i, j, i+j)
		}
		pages = append(pages, pdftest.Set(50, 780, 10, 480, text.String()))
	}
	items := itemsOf(t, "a.pdf", pdftest.File{Pages: pages}.Bytes())
	letters := 0
	for i, item := range items {
		letters += len(item.Article.Text)
		if i > 0 && (item.Article.Source.Page <= items[i-1].Article.Source.Page || item.Article.ID == items[i-1].Article.ID) {
			t.Errorf("%s begins on page %d", item.Source, item.Article.Source.Page)
		}
	}
	if len(items) != 3 || letters < 160_000 {
		t.Errorf("%d items of %d bytes", len(items), letters)
	}
}

// wordFile returns a document of Word with these paragraphs, the first of which is a heading.
func wordFile(t *testing.T, paragraphs ...string) []byte {
	t.Helper()
	var body, file bytes.Buffer
	for i, p := range paragraphs {
		style := ""
		if i == 0 {
			style = `<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`
		}
		fmt.Fprintf(&body, `<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>`, style, p)
	}
	archive := zip.NewWriter(&file)
	part, err := archive.Create("word/document.xml")
	if err == nil {
		_, err = fmt.Fprintf(part, `<w:document xmlns:w="w"><w:body>%s</w:body></w:document>`, body.String())
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestDocuments(t *testing.T) {
	const text = "Ida Moen met Per Aas in Kellby on Monday, and they spoke of the ferry.\n\nAas called it a good talk."
	word := wordFile(t, "Moen and Aas meet", "By Anna Brandt", "3 March 2026", "Ida Moen met Per Aas in Kellby on Monday, and they spoke of the ferry.", "Aas called it a good talk.")
	rich := []byte(`{\rtf1\outlinelevel0 Moen and Aas meet\par\pard By Anna Brandt\par 3 March 2026\par Ida Moen met Per Aas in Kellby on Monday, and they spoke of the ferry.\par Aas called it a good talk.\par}`)
	for name, content := range map[string][]byte{"a.docx": word, "b.rtf": rich, "without-extension": rich, "lies.txt": rich, "lies.html": word} {
		a := onlyItem(t, name, content).Article
		if a.Title != "Moen and Aas meet" || a.Byline != "Anna Brandt" || a.Published.String() != "2026-03-03" || a.Text != text || a.Source.Stated != graph.SourceDocument {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

// An export of a database is one in a document too.
func TestDatabaseInDocument(t *testing.T) {
	items := itemsOf(t, "a.docx", wordFile(t, "Search Terms: ferry", "Moen meets Aas", "The Harbour Post", "March 3, 2026 Tuesday", "Copyright 2026 Harbour Post Limited", "Length: 20 words", "Body",
		"Ida Moen met Per Aas in Kellby on Monday.", "Load-Date: March 9, 2026", "End of Document",
		"Aas writes", "The Harbour Post", "March 4, 2026 Wednesday", "Length: 20 words", "Body", "Per Aas wrote to Ida Moen.", "Load-Date: March 9, 2026", "End of Document"))
	if len(items) != 2 {
		t.Fatalf("%d items", len(items))
	}
	a, b := items[0].Article, items[1].Article
	if a.Title != "Moen meets Aas" || a.Publisher != "The Harbour Post" || a.Published.String() != "2026-03-03" || a.Text != "Ida Moen met Per Aas in Kellby on Monday." || b.Title != "Aas writes" || b.Published.String() != "2026-03-04" {
		t.Errorf("%+v\n%+v", a, b)
	}
	if !strings.HasSuffix(a.Source.Location, "a.docx#1") || a.Source.Kind() != graph.SourceNews {
		t.Errorf("%+v", a.Source)
	}
}

// The pages of a web archive have their own addresses, and the day of capture dates none.
func TestWebArchive(t *testing.T) {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<html><head><title>Moen meets Aas</title></head><body><h1>Moen meets Aas</h1>" +
		"<p>Ida Moen met J\xf8rgen Aas in Kellby on Monday, and they spoke of the ferry for an hour.</p><p>They agreed to meet again when the spring comes, his office said.</p></body></html>"
	warc := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/moen\r\nWARC-Date: 2026-03-09T10:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
	a := onlyItem(t, "a.warc", []byte(warc)).Article
	if a.URL != "https://post.example/moen" || a.Title != "Moen meets Aas" || !a.Published.IsZero() || !strings.HasPrefix(a.Text, "Ida Moen met Jørgen Aas in Kellby") {
		t.Errorf("%+v", a)
	}
	if !strings.HasSuffix(a.Source.Location, "a.warc!https://post.example/moen") || a.Source.Kind() != graph.SourceNews {
		t.Errorf("%+v", a.Source)
	}
}
