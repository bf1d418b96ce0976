package read

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// checkItem fails unless an item has what every item must have.
func checkItem(t testing.TB, item Item) {
	t.Helper()
	var failed *Error
	switch {
	case item.Err != nil && !errors.As(item.Err, &failed):
		t.Errorf("%s: the error has no reason: %v", item.Source, item.Err)
	case item.Err != nil && (item.Article.Text != "" || item.Article.ID != ""):
		t.Errorf("%s: both an error and an article", item.Source)
	case item.Err == nil && (item.Article.Text == "" || item.Article.ID == "" || item.Article.Language == ""):
		t.Errorf("%s: an article without text, ID or language: %+v", item.Source, item.Article)
	}
	a := item.Article
	for _, field := range []string{a.Title, a.Publisher, a.Byline, a.URL, a.Text, a.ExternalID, a.Language} {
		if !utf8.ValidString(field) {
			t.Errorf("%s: invalid UTF-8 in %q", item.Source, field)
		}
	}
	if item.Original != "" {
		checkOrigin(t, item.Original, a.Text, item.Origin)
	}
}

// checkOrigin fails unless a text consists of pieces of its source, in the same
// order: each segment that maps code point by code point equals its source, except
// for white space.
func checkOrigin(t testing.TB, source, text string, origin Origin) {
	t.Helper()
	from, to := []rune(source), []rune(text)
	covered, last := 0, 0
	for _, s := range origin {
		if s.Start < covered || s.End > len(to) || s.SourceEnd > len(from) || s.SourceStart < last || s.Start >= s.End {
			t.Fatalf("segment %+v does not fit a text of %d and a source of %d code points", s, len(to), len(from))
		}
		if gap := string(to[covered:s.Start]); strings.TrimSpace(gap) != "" {
			t.Fatalf("%q stands nowhere in the source", gap)
		}
		if s.End-s.Start == s.SourceEnd-s.SourceStart && s.End-s.Start > 1 {
			if got, want := string(to[s.Start:s.End]), string(from[s.SourceStart:s.SourceEnd]); got != want {
				t.Fatalf("segment %+v: text %q, source %q", s, got, want)
			}
		}
		covered, last = s.End, s.SourceEnd
	}
	if gap := string(to[min(covered, len(to)):]); strings.TrimSpace(gap) != "" {
		t.Fatalf("%q stands nowhere in the source", gap)
	}
}

// sourceLines are lines of all kinds that saved pages have, to be combined at
// random.
var sourceLines = []string{
	"", "", "", "By Ann Lind (AFP)", "March 3, 2026 · 4 min read", "Tuesday, May 26, 2026", "Today's Edition", "The Kellby Times",
	"Related", "Latest", "World", "Share", "![](x.png)", "| a | b |", "https://dagen.example/2026/03/03/x",
	"Ministers meet in Kellby after a long silence", "# Ministers meet in Kellby after a long silence",
	"Lindahl and Brek met in Kellby on Monday, and they agreed to meet again in the spring.",
	"“We talked,” said [Lindahl](https://a.example/b). It was R&amp;D&nbsp;all day.[12]", "Photo: AFP",
	"Lindahl speaks to reporters outside the ministry in Kellby. Photo: Jan Brandt / EPA",
	"The harbour\u00ad master wrote\u200b to **both** of them. pic.twitter.com/a1 — Desk (@desk) March 4, 2026",
	"> quoted words stand here", "---", "title: x", "Original url:", "<https://dagen.example/x>", "Пётр Линдал", "10.02.2026 11:33", "\r", "\u2028",
	"this line was wrapped at a fixed width as old programs did it and",
	"goes on here with more words until the width has been used up,",
}

func sources(t *rapid.T) string {
	lines := rapid.SliceOfN(rapid.SampledFrom(sourceLines), 0, 30).Draw(t, "lines")
	ends := rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "line end")
	return strings.Join(lines, ends)
}

func TestTextIsMadeOfTheSource(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		source := sources(rt)
		checkItem(t, readText("x.txt", []byte(source), metadata{}))
		c := clean(source, metadata{})
		checkOrigin(t, source, c.text, c.origin)
	})
}

func TestReadingTwiceGivesTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		source := []byte(sources(rt))
		a, _, errA := Text("a.txt", source)
		b, _, errB := Text("b.txt", source)
		if a != b || (errA == nil) != (errB == nil) {
			rt.Fatalf("%+v and %+v", a, b)
		}
	})
}

func TestOriginFindsWords(t *testing.T) {
	source := "Kellby [confirmed](https://a.example) on Tuesday that R&amp;D was discussed with its neighbours."
	c := clean(source, metadata{})
	text, origin := c.text, c.origin
	for words, want := range map[string]string{
		"confirmed on": "confirmed](https://a.example) on",
		"R&D was":      "R&amp;D was",
		"Kellby":       "Kellby",
	} {
		before, _, _ := strings.Cut(text, words)
		at := utf8.RuneCountInString(before)
		from, to := origin.Source(at, at+utf8.RuneCountInString(words))
		if got := string([]rune(source)[from:to]); got != want {
			t.Errorf("%q is %q in the source, want %q", words, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte(strings.Join(sourceLines, "\n")))
	f.Add([]byte("---\ntitle: a\n---\nSome words of an article."))
	f.Add([]byte("\xff\xfea\x00b\x00"))
	f.Add([]byte("caf\xe9 in Paris"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkItem(t, readText("fuzz", data, metadata{}))
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"title": "a", "text": "Lindahl met Brek.", "date": 1770800000, "source": {"name": "x"}}`))
	f.Add([]byte(`{"html": "<p>Lindahl met Brek.</p>"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkItem(t, guarded("fuzz", func() Item { return readObject("fuzz", data, metadata{}) }))
	})
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<html><head><title>A b c</title></head><body><h1>A b c</h1><p>Lindahl met Brek in Kellby on Monday, and they agreed.</p></body></html>`))
	for _, unit := range pageShapes {
		f.Add(shapedPage(unit, 500))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		checkItem(t, guarded("fuzz", func() Item { return readHTML("fuzz", data, metadata{}, "") }))
	})
}
