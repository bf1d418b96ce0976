package read

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A text within the limits stays as it is; a longer one is cut to a beginning within
// them, and never silently.
func TestBoundedText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"Lindahl met Brek. ", "a", "(", "é\n\n", "10km ", "word\n", "日本 "}).Draw(t, "unit")
		text := strings.Repeat(unit, rapid.IntRange(1, 2*maxText).Draw(t, "length")/utf8.RuneCountInString(unit)+1)
		n := utf8.RuneCountInString(text)
		kept, origin, warnings := boundedText(text, Origin{{0, n, 7, 7 + n}})
		if !strings.HasPrefix(text, kept) || kept == "" {
			t.Fatalf("keeps %d bytes, which are no beginning of the text", len(kept))
		}
		if (kept == text) != (warnings == nil) {
			t.Fatalf("%d of %d bytes kept, warnings %q", len(kept), len(text), warnings)
		}
		if boundOf(kept) != len(kept) {
			t.Fatalf("what is kept is beyond the bounds")
		}
		runes := utf8.RuneCountInString(kept)
		if want := (Segment{0, runes, 7, 7 + runes}); len(origin) != 1 || origin[0] != want {
			t.Fatalf("origin %v, want %v", origin, want)
		}
	})
}

func TestBoundedSource(t *testing.T) {
	for name, source := range map[string]string{
		"short lines": strings.Repeat("Lindahl met Brek in Kellby.\n", 3*maxSource/28),
		"one line":    strings.Repeat("é", maxSource),
	} {
		kept, warnings := boundedSource(source)
		if len(kept) > maxSource || len(kept) < maxSource-30 || !utf8.ValidString(kept) || len(warnings) != 1 {
			t.Errorf("%s: keeps %d of %d bytes, warnings %q", name, len(kept), len(source), warnings)
		}
	}
	if kept, warnings := boundedSource("Lindahl met Brek."); kept != "Lindahl met Brek." || warnings != nil {
		t.Errorf("a short text becomes %q, warnings %q", kept, warnings)
	}
}

func TestBoundedField(t *testing.T) {
	m, warnings := metadata{Title: strings.Repeat("é", 2*maxField), Byline: "Ann Lind"}.bounded()
	if n := utf8.RuneCountInString(m.Title); n != maxField || m.Byline != "Ann Lind" || len(warnings) != 1 {
		t.Errorf("a title of %d code points and the byline %q, warnings %q", n, m.Byline, warnings)
	}
}

const (
	pageHead      = `<html><head><title>Ministers meet in Kellby</title><meta property="article:published_time" content="2026-03-03T10:00:00Z"></head><body><article><h1>Ministers meet in Kellby</h1>`
	pageParagraph = "<p>Lindahl said on Monday that Brek had called her from Port Sorrel, and that they would meet again in the spring if the strait is free of ice.</p>\n"
)

// pageShapes are units that a page repeats after an article.
var pageShapes = map[string]string{
	"paragraphs":           pageParagraph,
	"short paragraphs":     "<p>4 March 2026</p>",
	"headings":             "<h2>Lindahl in Kellby.</h2>",
	"text":                 "Lindahl said on Monday that Brek had called her. ",
	"brackets":             "(",
	"less-than signs":      "<",
	"entities":             "&amp;&lt;&eacute; ",
	"links":                `<a href="/2026/03/04/some-story.html">Some story</a> `,
	"list of links":        `<ul><li><a href="/2026/03/04/some-story.html">Some story</a></li></ul>`,
	"tables":               "<table><tr><td>Lindahl</td><td>12</td><td>1 March 2026</td></tr></table>",
	"spans":                "<span>word</span> ",
	"line breaks":          "word<br>",
	"pictures":             `<figure><img src="a.jpg"><figcaption>Lindahl in Kellby.</figcaption></figure>`,
	"nests":                strings.Repeat("<div>", 200) + "word" + strings.Repeat("</div>", 200),
	"blocks in blocks":     "<div>",
	"cells in cells":       "<table><tr><td>",
	"unclosed":             "<p><b class=a><i class=b>word",
	"unclosed, not alike":  "<b id=a><b id=b><b id=c><b id=d><i id=a><i id=b><i id=c><u id=a><u id=b><s id=c>word<p>",
	"comments":             "<!-- 4 March 2026 -->",
	"scripts":              `<script>var day = "2026-03-04";</script>`,
	"linked data":          `<script type="application/ld+json">{"@type":"NewsArticle","a":[{"b":"c"}]}</script>`,
	"readers' comments":    `<div class="comment">I think that Lindahl in Kellby is right about it.</div>`,
	"dates in attributes":  `<time datetime="2026-03-04">x</time>`,
	"metadata in the body": `<meta name="date" content="2026-03-04">`,
}

func shapedPage(unit string, bytes int) []byte {
	return []byte(pageHead + strings.Repeat(pageParagraph, 10) + strings.Repeat(unit, bytes/len(unit)))
}

// Whatever a large page consists of, it gives an article within the limits or an
// error that says why not.
func TestLargePages(t *testing.T) {
	for name, unit := range pageShapes {
		t.Run(name, func(t *testing.T) {
			item := guarded(name, func() Item { return readHTML(name, shapedPage(unit, 2<<20), metadata{}, "") })
			checkItem(t, item)
			var failed *Error
			if errors.As(item.Err, &failed) && failed.Reason != TooLarge {
				t.Errorf("%v", item.Err)
			}
			if boundOf(item.Article.Text) != len(item.Article.Text) {
				t.Errorf("a text of %d bytes", len(item.Article.Text))
			}
			if item.Err == nil && !strings.HasPrefix(item.Article.Text, "Lindahl said on Monday") {
				t.Errorf("the article begins %.60q", item.Article.Text)
			}
		})
	}
}

// A page within the limits is not changed.
func TestBoundedPageLeavesPagesAlone(t *testing.T) {
	for name, unit := range pageShapes {
		source := string(shapedPage(unit, 2000))
		if got, warnings := boundedPage(source); name != "unclosed" && name != "unclosed, not alike" && (got != source || warnings != nil) {
			t.Errorf("%s: the page was changed, warnings %q", name, warnings)
		}
	}
}

func BenchmarkLargePage(b *testing.B) {
	for name, unit := range pageShapes {
		for _, megabytes := range []int{1, 10} {
			page := shapedPage(unit, megabytes<<20)
			b.Run(fmt.Sprintf("%s/%dMB", strings.ReplaceAll(name, " ", "_"), megabytes), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					guarded(name, func() Item { return readHTML(name, page, metadata{}, "") })
				}
			})
		}
	}
}
