package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"dateline/loader/document/pdf/pdftest"
	"dateline/loader/source"
)

// textOf returns the paragraphs of a file, headings after their level.
func textOf(t *testing.T, data []byte) string {
	t.Helper()
	doc, err := Read("a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range doc.Paragraphs {
		lines = append(lines, strings.Repeat("#", p.Level)+p.Text)
	}
	return strings.Join(lines, "\n")
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != strings.TrimSpace(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

const (
	leftColumn = `
Ida Moen received the harbour
master of Kellby on Tuesday, and
they spoke for an hour about the
ferry that the town has been with-
out since the spring. Both called
the talks useful, and a well-
known pilot joined them later.`
	rightColumn = `
On Thursday the minister tele-
phoned Per Aas, who was in Oslo,
and asked him to come back soon.
The call lasted ten minutes. Aas
said afterwards that he would be
in Kellby on Monday, as the well-
known pilot had proposed there.`
)

func TestColumns(t *testing.T) {
	headline := pdftest.Line{X: 50, Y: 780, Size: 24, Text: "Minister sees the harbour master"}
	want := `
#Minister sees the harbour master
Ida Moen received the harbour master of Kellby on Tuesday, and they spoke for an hour about the ferry that the town has been without since the spring. Both called the talks useful, and a well-known pilot joined them later.
On Thursday the minister telephoned Per Aas, who was in Oslo, and asked him to come back soon. The call lasted ten minutes. Aas said afterwards that he would be in Kellby on Monday, as the well-known pilot had proposed there.`
	left, right := pdftest.Lines(50, 740, 10, leftColumn), pdftest.Lines(220, 740, 10, rightColumn)
	oneByOne := pdftest.Join(pdftest.Page{headline}, left, right)
	expect(t, textOf(t, pdftest.File{Pages: []pdftest.Page{oneByOne}}.Bytes()), want)

	acrossLines := pdftest.Page{headline}
	for i := range left {
		acrossLines = append(acrossLines, left[i], right[i])
	}
	expect(t, textOf(t, pdftest.File{Pages: []pdftest.Page{acrossLines}}.Bytes()), want)

	shifted := pdftest.Join(pdftest.Page{headline}, left, pdftest.Lines(220, 734, 10, rightColumn))
	expect(t, textOf(t, pdftest.File{Pages: []pdftest.Page{shifted}}.Bytes()), want)
}

// A paragraph goes on from column to column and from page to page, and what stands on every
// page is no part of it.
func TestPages(t *testing.T) {
	first := `
Ida Moen received the harbour master of Kellby on Tuesday, and they
spoke for an hour about the ferry. Both called the talks useful when
they came out of the town hall, where some thirty people of the town`
	second := `
were waiting in the rain. Moen then left for Oslo by train.

On Thursday she telephoned Per Aas. The call lasted ten minutes, and
Aas said afterwards that he would be in Kellby on Monday morning.`
	page := func(number int, text string) pdftest.Page {
		return pdftest.Join(pdftest.Page{{X: 50, Y: 800, Size: 9, Text: "THE HARBOUR REPORT"}}, pdftest.Lines(50, 760, 11, text),
			pdftest.Page{{X: 290, Y: 40, Size: 9, Text: fmt.Sprintf("Page %d of 2", number)}})
	}
	data := pdftest.File{Pages: []pdftest.Page{page(1, first), page(2, second)}}.Bytes()
	doc, err := Read("a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Paragraphs) != 2 || doc.Pages != 2 {
		t.Fatalf("%+v", doc)
	}
	p := doc.Paragraphs[0]
	if p.Page != 1 || len(p.Turns) != 1 || !strings.HasPrefix(p.Text[p.Turns[0]:], " were waiting in the rain") && !strings.HasPrefix(p.Text[p.Turns[0]:], "were waiting in the rain") {
		t.Errorf("%+v", p)
	}
	if p := doc.Paragraphs[1]; p.Page != 2 || !strings.HasPrefix(p.Text, "On Thursday she telephoned Per Aas.") {
		t.Errorf("%+v", p)
	}
	if strings.Contains(textOf(t, data), "HARBOUR REPORT") || strings.Contains(textOf(t, data), "of 2") {
		t.Error(textOf(t, data))
	}
}

func TestPrintedPage(t *testing.T) {
	page := pdftest.Join(
		pdftest.Page{{X: 30, Y: 820, Size: 8, Text: "3/5/26, 9:14 AM"}, {X: 250, Y: 820, Size: 8, Text: "Moen calls Aas - The Harbour Post"}},
		pdftest.Page{{X: 50, Y: 780, Size: 22, Text: "Moen calls Aas about the ferry"}},
		pdftest.Set(50, 740, 11, 480, "Ida Moen telephoned Per Aas on Tuesday and asked him to come to Kellby, where the ferry has not run since the spring."),
		pdftest.Page{{X: 30, Y: 20, Size: 8, Text: "https://post.example/2026/03/04/moen-calls-aas"}, {X: 540, Y: 20, Size: 8, Text: "1/1"}},
	)
	data := pdftest.File{Pages: []pdftest.Page{page}}.Bytes()
	doc, err := Read("a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if doc.URL != "https://post.example/2026/03/04/moen-calls-aas" || len(doc.Paragraphs) != 2 || doc.Paragraphs[0].Level != 1 {
		t.Errorf("%+v", doc)
	}
}

// The cells of a table are read row by row.
func TestTable(t *testing.T) {
	var page pdftest.Page
	for i, row := range [][3]string{{"Date", "Minister", "Guest"}, {"2 March", "Ida Moen", "Per Aas"}, {"4 March", "Ida Moen", "Kari Lund"}, {"9 March", "Jon Vik", "Per Aas"}} {
		for j, cell := range row {
			page = append(page, pdftest.Line{X: 50 + 150*float64(j), Y: 700 - 20*float64(i), Size: 10, Text: cell})
		}
	}
	expect(t, textOf(t, pdftest.File{Pages: []pdftest.Page{page}}.Bytes()), "Date Minister Guest\n2 March Ida Moen Per Aas\n4 March Ida Moen Kari Lund\n9 March Jon Vik Per Aas")
}

func reasonOf(err error) source.Reason {
	var own *source.Error
	if errors.As(err, &own) {
		return own.Reason
	}
	return ""
}

var contentStream = regexp.MustCompile(`(?s)<< /Length \d+ >>\nstream\n.*\nendstream`)

// withContent returns a file whose only page has this content, packed.
func withContent(t *testing.T, file, content []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	stream := fmt.Appendf(nil, "<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", packed.Len(), packed.Bytes())
	return contentStream.ReplaceAllLiteral(file, stream)
}

// Pages that are all alike are text, and not what is repeated beside it.
func TestAlikePages(t *testing.T) {
	page := pdftest.Lines(50, 700, 11, "Moen met Aas.")
	expect(t, textOf(t, pdftest.File{Pages: []pdftest.Page{page, page}}.Bytes()), "Moen met Aas.\nMoen met Aas.")
}

func TestBadFiles(t *testing.T) {
	whole := pdftest.File{Pages: []pdftest.Page{pdftest.Lines(50, 700, 11, "Moen met Aas.")}}.Bytes()
	bomb := withContent(t, whole, bytes.Repeat([]byte("q "), 40<<20))
	loop := bytes.Replace(whole, []byte("/Kids [5 0 R]"), []byte("/Kids [2 0 R]"), 1)
	for name, c := range map[string]struct {
		data []byte
		want source.Reason
	}{
		"empty page": {pdftest.File{Pages: []pdftest.Page{nil}}.Bytes(), source.NoText},
		"cut off":    {whole[:60], source.Damaged},
		"no PDF":     {[]byte("%PDF-1.7 and nothing else"), source.Damaged},
		"loop":       {loop, ""},
		"bomb":       {bomb, source.TooLarge},
		"whole":      {whole, ""},
	} {
		_, err := Read(name, c.data)
		if got := reasonOf(err); got != c.want && c.want != "" || err != nil && got == "" {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// prose returns words in an order of its own for each seed.
func prose(seed, words int) string {
	vocabulary := strings.Fields("harbour ferry minister Moen Aas Kellby talks letter spring Monday town council pilot quay report with of the and in for before after")
	random := rand.New(rand.NewPCG(uint64(seed), 1))
	var b strings.Builder
	for i := range words {
		b.WriteString(vocabulary[random.IntN(len(vocabulary))])
		if i%15 == 14 {
			b.WriteByte('.')
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func TestManyPages(t *testing.T) {
	var pages []pdftest.Page
	for i := range 40 {
		pages = append(pages, pdftest.Set(50, 780, 11, 480, prose(i, 450)))
	}
	doc, err := Read("a.pdf", pdftest.File{Pages: pages}.Bytes())
	if err != nil || doc.Pages != 40 || doc.Paragraphs[len(doc.Paragraphs)-1].Page < 39 {
		t.Fatal(err, doc.Pages)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(pdftest.File{Pages: []pdftest.Page{pdftest.Lines(50, 700, 11, leftColumn)}}.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Read("fuzz", data); err != nil && reasonOf(err) == "" {
			t.Errorf("the error has no reason: %v", err)
		}
	})
}
