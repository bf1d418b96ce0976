package export

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"dateline/graph"
)

// source is what a row must lead back to.
type source struct{ quote, publisher, day, url string }

// row is one row of a store. Its number stands in its label, as "No. 7", which every format
// shows.
type row struct {
	number  int
	sources []source
}

// The citations of every row, read back from every format by its own grammar, are those of
// the reports in the store, whatever their texts are.
func TestEveryRowLeadsBackToItsSources(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		store := someStore().Draw(t, "store")
		for _, kind := range kinds {
			want := store.rows(t, kind)
			for _, format := range formats {
				if !format.Takes(kind) {
					continue
				}
				read := readers[format.Name]
				if read == nil {
					t.Fatalf("nothing reads %s back", format.Name)
				}
				wanted := want
				if format.Name == "bibtex" && kind == KindEvents {
					wanted = store.articlesCited()
				}
				text := exported(t, store, kind, format.Name)
				compareCitations(t, format.Name+" of "+string(kind), text, wanted, read(t, text))
			}
		}
	})
}

// citation is one that was read back. Where a format has running text, that is all of it.
type citation struct {
	source
	running string
	// disarm takes away what a format puts into texts; nil for those that put nothing.
	disarm func(text string) string
}

// citations are those of an export, by the numbers of the rows.
type citations map[int][]citation

// tester is a test or one try of a property.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
	Context() context.Context
}

func compareCitations(t tester, what, text string, want []row, got citations) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s has %d rows, want %d in\n%s", what, len(got), len(want), text)
	}
	for _, row := range want {
		found := got[row.number]
		if len(found) != len(row.sources) {
			t.Fatalf("%s: row %d has %d citations, want %d in\n%s", what, row.number, len(found), len(row.sources), text)
		}
		for i, source := range row.sources {
			if !found[i].tells(source) {
				t.Fatalf("%s: row %d, citation %d:\n got %q %q\nwant %q", what, row.number, i, found[i].source, found[i].running, source)
			}
		}
	}
}

// tells reports whether a citation has all of a source.
func (c citation) tells(of source) bool {
	if c.disarm != nil {
		of = source{c.disarm(of.quote), c.disarm(of.publisher), of.day, c.disarm(of.url)}
	}
	if c.running == "" {
		return same(c.quote, of.quote) && same(c.publisher, of.publisher) && c.day == of.day && sameLink(c.url, of.url)
	}
	text := squeezed(c.running)
	for _, part := range []string{of.quote, of.publisher, dayWords(of.day)} {
		if !strings.Contains(text, squeezed(part)) {
			return false
		}
	}
	return strings.Contains(text, squeezed(of.url)) || strings.Contains(text, squeezed(safeLink(of.url)))
}

func same(a, b string) bool { return squeezed(a) == squeezed(b) }

// sameLink takes links that differ in what is written as %20 for the same.
func sameLink(a, b string) bool { return same(unescaped(a), unescaped(b)) }

func unescaped(link string) string {
	if plain, err := url.PathUnescape(link); err == nil {
		return plain
	}
	return link
}

// squeezed leaves out what one grammar or another cannot hold: control characters,
// directions and what is no character; and white space, which running text has otherwise.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufffd', r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, text)
}

// dayWords returns 2026-02-11 as "11 February 2026", as running texts have it.
func dayWords(day string) string {
	if day == "" {
		return "no date"
	}
	return dayInWords(graph.MustEDTF(day).Earliest())
}

var numbered = regexp.MustCompile(`No\. (\d+):`)

// numberIn returns the number of the row that a label is of.
func numberIn(t tester, label string) int {
	t.Helper()
	match := numbered.FindStringSubmatch(label)
	if match == nil {
		t.Fatalf("no row has the label %q", label)
	}
	number, _ := strconv.Atoi(match[1])
	return number
}

// someStore draws a store of articles, what they report, and whom they name.
func someStore() *rapid.Generator[*randomStore] {
	return rapid.Custom(func(t *rapid.T) *randomStore {
		s := &randomStore{fake: &fake{}}
		label := func(i int) string { return fmt.Sprintf("No. %d: %s", i, hostileText(t, "label")) }
		for i := range rapid.IntRange(1, 4).Draw(t, "articles") {
			s.articles = append(s.articles, someArticle(t, i, label(i)))
		}
		for i := range rapid.IntRange(1, 6).Draw(t, "events") {
			s.made = append(s.made, s.someEvent(t, i, label(i)))
		}
		s.fake.events, s.count = func(i int) *graph.Event { return s.made[i] }, len(s.made)
		for i := range rapid.IntRange(1, 3).Draw(t, "entities") {
			name := label(i)
			s.entities = append(s.entities, &graph.Person{Profile: graph.Profile{ID: graph.NewID(graph.PrefixPerson, name), Name: name}})
			s.articles[0].Text += "\nHere is " + name + "."
		}
		return s
	})
}

type randomStore struct {
	*fake
	made []*graph.Event
}

// hostileText draws a text that may mean something to a program, or is of any characters.
func hostileText(t *rapid.T, label string) string {
	piece := rapid.OneOf(
		rapid.SampledFrom(hostile),
		rapid.SampledFrom([]string{"“", "”", " — ", "\r\n", "\n\n", "\u2028", "[^1]: ", "]]>", "\\n", "\\,", "%0A", "&#10;", "\"", "}", "{", "- ", "1. ", "# ", "    ", "<b>No. 0: </b>"}),
		rapid.StringN(0, 20, -1),
	)
	return strings.Join(rapid.SliceOfN(piece, 0, 3).Draw(t, label), "")
}

func someArticle(t *rapid.T, i int, title string) *graph.Article {
	a := &graph.Article{
		ID: graph.NewID(graph.PrefixArticle, strconv.Itoa(i)), Title: title, Byline: hostileText(t, "byline"), Language: "en",
		Text: "Begins " + hostileText(t, "text") + "\nand goes on.",
	}
	if rapid.Bool().Draw(t, "with publisher") {
		a.Publisher = "Publisher " + hostileText(t, "publisher")
	}
	if rapid.Bool().Draw(t, "dated") {
		a.Published = graph.NewDate(2026, 1, 1).AddDays(rapid.IntRange(0, 300).Draw(t, "day"))
	}
	a.URL = rapid.SampledFrom([]string{
		"", "https://news.example/" + strconv.Itoa(i), "https://news.example/a?b=<c>&d='e'#f", "https://user@news.example/(x)_[y]",
		"javascript:alert(1)", "=cmd|' /C calc'!A0", "no address at all",
	}).Draw(t, "URL")
	return a
}

func (s *randomStore) someEvent(t *rapid.T, i int, summary string) *graph.Event {
	span := rapid.SampledFrom(times).Draw(t, "time")
	e := madeUpEvent(i, hostileText(t, "party"), rapid.SampledFrom(graph.Statuses()).Draw(t, "status"), span)
	e.Summary, e.ReportIDs, e.Reports = summary, nil, &graph.ReportPage{}
	reports := rapid.OneOf(rapid.IntRange(1, 3), rapid.Just(reportsAhead+2)).Draw(t, "reports")
	for j := range reports {
		article := rapid.SampledFrom(s.articles).Draw(t, "article")
		report := &graph.Report{
			ID: graph.NewID(graph.PrefixReport, summary, strconv.Itoa(j)), ArticleID: article.ID, Article: article, EventID: e.ID,
			Status: e.Status, Quote: "Quoted " + hostileText(t, "quote"), Confidence: 0.5,
		}
		if rapid.Bool().Draw(t, "somebody said it") {
			report.AttributedTo = []graph.Entity{&graph.Person{Profile: graph.Profile{ID: "per_1", Name: hostileText(t, "who said it")}}}
		}
		e.ReportIDs = append(e.ReportIDs, report.ID)
		e.Reports.Nodes = append(e.Reports.Nodes, report)
		e.Reports.Cursors = append(e.Reports.Cursors, strconv.Itoa(j+1))
	}
	return e
}

// rows returns what an export of the store must lead back to. Of entities and articles, the
// quote is the one in JSON lines, if it stands in the article where that says.
func (s *randomStore) rows(t tester, kind Kind) []row {
	var rows []row
	if kind == KindEvents {
		for i, e := range s.made {
			of := row{number: i}
			for _, r := range e.Reports.Nodes {
				of.sources = append(of.sources, sourceOf(r.Article, r.Quote))
			}
			rows = append(rows, of)
		}
		return rows
	}
	for line := range strings.Lines(exported(t, s, kind, "jsonl")) {
		var got struct{ Citation Citation }
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		at := slices.IndexFunc(s.articles, func(a *graph.Article) bool { return a.ID == got.Citation.ArticleID })
		if at < 0 {
			t.Fatalf("no article has the ID of %q", line)
		}
		article, c := s.articles[at], got.Citation
		if text := []rune(article.Text); c.Start >= c.End || string(text[c.Start:c.End]) != c.Quote {
			t.Fatalf("the quote %q is not at %d to %d of %q", c.Quote, c.Start, c.End, article.Text)
		}
		rows = append(rows, row{len(rows), []source{sourceOf(article, c.Quote)}})
	}
	return rows
}

// articlesCited returns the articles that events cite, each with the first quote.
func (s *randomStore) articlesCited() []row {
	var rows []row
	seen := map[string]bool{}
	for _, e := range s.made {
		for _, r := range e.Reports.Nodes {
			if seen[r.ArticleID] {
				continue
			}
			seen[r.ArticleID] = true
			number := slices.Index(s.articles, r.Article)
			rows = append(rows, row{number, []source{sourceOf(r.Article, r.Quote)}})
		}
	}
	return rows
}

func sourceOf(a *graph.Article, quote string) source {
	return source{quote, a.Publisher, a.Published.String(), a.URL}
}
