package read

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Four paragraphs of an article made for these tests.
var ferry = []string{
	"Harbour Minister Anna Lindahl received the ferry owner Piet Brek in Kellby on Monday to talk about the night boats, her office said in a short note.",
	"The two had not spoken since the strike of last winter, and each of them blamed the other for the weeks in which no boat left the harbour at all.",
	"Union leader Carl Moss will travel to Kellby on Thursday, where he will meet the harbour committee before its members vote on the new timetable.",
	"Sailors on the quay said that they would wait for the outcome of the meeting before they signed on again for the long season of the summer boats.",
}

const ferryHead = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry talks</title>`

func paragraphs() string { return "<p>" + strings.Join(ferry, "</p><p>") + "</p>" }

// Paragraphs are read once and in order, however a page parts them.
func TestPartedParagraphs(t *testing.T) {
	want := strings.Join(ferry, "\n\n")
	for name, body := range map[string]string{
		"br in a div":       "<article><h1>Ferry talks</h1><div class=story>" + strings.Join(ferry, "<br>") + "</div></article>",
		"br in a section":   "<article><section>" + strings.Join(ferry, "<br>") + "</section></article>",
		"br in an article":  "<article>" + strings.Join(ferry, "<br/><br/>") + "</article>",
		"br and paragraphs": "<article><div>" + ferry[0] + "<br><p>" + ferry[1] + "</p>" + ferry[2] + "<br>" + ferry[3] + "</div></article>",
		"a blog": "<div class=post><h3 class=post-title>Ferry talks</h3><div class=post-body>" + strings.Join(ferry, "<br /><br />") +
			"</div><div class=post-footer>Posted by B</div></div>",
		"paragraphs": "<article><h1>Ferry talks</h1>" + paragraphs() + "</article>",
	} {
		item := readHTML(name, []byte(ferryHead+"</head><body>"+body+"</body></html>"), metadata{}, "")
		if item.Err != nil || item.Article.Text != want {
			t.Errorf("%s: %v\n%s", name, item.Err, item.Article.Text)
		}
	}
}

// Short pages without white space between their tags.
func TestShortPages(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs": {"<p>Anna Lindahl met Piet Brek in Kellby</p><p>Carl Moss wrote to Eva Sand on 4 May 2023</p>", "Anna Lindahl met Piet Brek in Kellby\n\nCarl Moss wrote to Eva Sand on 4 May 2023"},
		"a list":     {"<ul><li>Anna Lindahl met Piet Brek in Kellby</li><li>Carl Moss wrote to Eva Sand</li></ul>", "Anna Lindahl met Piet Brek in Kellby\n\nCarl Moss wrote to Eva Sand"},
		"br":         {"<p>Anna Lindahl met Piet Brek in Kellby.<br>Carl Moss wrote to Eva Sand on Monday.</p>", "Anna Lindahl met Piet Brek in Kellby.\n\nCarl Moss wrote to Eva Sand on Monday."},
	} {
		page := `<html lang="en"><head><meta charset="utf-8"><title>Boats</title></head><body><article>` + c.body + "</article></body></html>"
		item := readHTML(name, []byte(page), metadata{}, "")
		if item.Err != nil || item.Article.Text != c.want || !item.Article.Published.IsZero() {
			t.Errorf("%s: %v, published %s\n%s", name, item.Err, item.Article.Published, item.Article.Text)
		}
	}
}

// A page's charset is seen wherever a browser sees it, and that of its server if the page
// has none.
func TestCharsets(t *testing.T) {
	story := "<body><article><p>President Пётр Смирнов telephoned Harbour Minister Anna Lindahl on Monday, the office of the president said in a note.</p>" +
		"<p>The two leaders spoke of boats for an hour, and they agreed to speak again in a month or so.</p></article>"
	bytes, err := charmap.Windows1251.NewEncoder().String(story)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ page, server string }{
		"in the title":    {`<html><head><title><meta charset="windows-1251">Boats</title></head>` + bytes, ""},
		"late":            {`<html><head><title>Boats</title><!--` + strings.Repeat("x", 3000) + `--><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>` + bytes, ""},
		"XML declaration": {`<?xml version="1.0" encoding="windows-1251"?><html><head><title>Boats</title></head>` + bytes, ""},
		"server":          {`<html><head><title>Boats</title></head>` + bytes, "windows-1251"},
		"the server lies": {`<html><head><meta charset="windows-1251"><title>Boats</title></head>` + bytes, "utf-8"},
	} {
		item := readHTML(name, []byte(c.page), metadata{}, c.server)
		if item.Err != nil || !strings.Contains(item.Article.Text, "Пётр Смирнов") {
			t.Errorf("%s: %v\n%s", name, item.Err, item.Article.Text)
		}
	}
}

// Names are the same with any kind of space and with letters composed or not; the
// original keeps its form, and the origin leads to it.
func TestFormsOfNames(t *testing.T) {
	want := "President Émile Håkansson met Mr. Ødegård in Köln on Monday."
	for name, text := range map[string]string{
		"no-break spaces": strings.ReplaceAll(want, " ", "\u00a0"),
		"narrow spaces":   strings.ReplaceAll(want, "Mr. ", "Mr.\u202f"),
		"decomposed":      norm.NFD.String(want),
	} {
		item := readText(name, []byte(text), metadata{})
		if item.Err != nil || item.Article.Text != want {
			t.Errorf("%s: %v, %q", name, item.Err, item.Article.Text)
			continue
		}
		at := strings.Index(want, "Håkansson")
		start := len([]rune(want[:at]))
		from, to := item.Origin.Source(start, start+len([]rune("Håkansson")))
		if got := string([]rune(item.Original)[from:to]); norm.NFC.String(got) != "Håkansson" {
			t.Errorf("%s: the origin leads to %q", name, got)
		}
	}
}

// Only an article's own labelled day, its date line or its URL dates it.
func TestDaysOfPages(t *testing.T) {
	for name, c := range map[string]struct{ head, above, below, want string }{
		"a year in the text":    {"", "", "<p>They have met since 2018.</p>", ""},
		"a day in the text":     {"", "", "<p>They have met since 3 April 2020.</p>", ""},
		"a copyright":           {"", "", "<footer>© 2023 Kellby Post</footer>", ""},
		"page generated":        {"", "", "<footer>Page generated 11 April 2023 10:22</footer>", ""},
		"a related story":       {"", "", `<aside><h3>Read more</h3><a href="/b">Old boats</a> <time datetime="2023-01-01">1 Jan</time></aside>`, ""},
		"a comment":             {"", "", `<div class="comments"><time datetime="2023-01-01T10:00:00Z">1 Jan</time> Nice.</div>`, ""},
		"a month only":          {"", `<p class="date">July 2018</p>`, "", ""},
		"Portuguese":            {"", `<div class="date">Publicado em 17 de março de 2023</div>`, "", "2023-03-17"},
		"French":                {"", `<p class="date">Publié le 1er mars 2023</p>`, "", "2023-03-01"},
		"German":                {"", `<p>17. März 2023</p>`, "", "2023-03-17"},
		"received and accepted": {"", "<ul><li>Received: 10 July 2021</li><li>Accepted: 15 December 2021</li><li>Published: 3 January 2022</li></ul>", "", "2022-01-03"},
		"updated first":         {"", "<p>Updated 19 March 2023, 09:12. First published 17 March 2023, 07:00.</p>", "", "2023-03-17"},
		"classes":               {"", `<span class="updated">19 March 2023</span> <span class="published">17 March 2023</span>`, "", "2023-03-17"},
		"only an update":        {"", "", "<p>Last updated: 19 March 2023</p>", "2023-03-19"},
		"another node":          {`{"@graph":[{"@type":"WebSite","datePublished":"2011-01-01"},{"@type":"NewsArticle","headline":"Ferry talks","datePublished":"2023-03-17T10:00:00Z"}]}`, "", "", "2023-03-17"},
		"a book":                {`{"@type":"NewsArticle","isBasedOn":{"@type":"Book","datePublished":"1998-05-01"},"datePublished":"2023-03-17T10:00:00Z"}`, "", "", "2023-03-17"},
		"a comment's node":      {`{"@type":"NewsArticle","comment":[{"@type":"Comment","datePublished":"2023-03-19"}],"datePublished":"2023-03-17T10:00:00Z"}`, "", "", "2023-03-17"},
		"another story's node":  {`[{"@type":"NewsArticle","headline":"Old boats","datePublished":"2022-02-02"},{"@type":"NewsArticle","headline":"Ferry talks","datePublished":"2023-03-17"}]`, "", "", "2023-03-17"},
		"broken linked data":    {`{"@type":"NewsArticle","datePublished":"2023-03-17"`, "", "", ""},
		"only the site's node":  {`{"@type":"WebSite","datePublished":"2011-01-01"}`, "", "", ""},
		"local over UTC": {`{"@type":"NewsArticle","datePublished":"2023-03-18T02:30:15Z"}`, "",
			`<p>PUBLISHED: <time class="published" datetime="2023-03-17 18:30:15">March 17, 2023</time></p>`, "2023-03-17"},
		"over its URL": {`{"@type":"NewsArticle","datePublished":"2023-03-17"}</script><link rel="canonical" href="https://kellby.example/2023/05/18/x.html"><script>`, "", "", "2023-03-17"},
		"its URL":      {`{}</script><link rel="canonical" href="https://kellby.example/2023/05/18/x.html"><script>`, "", "", "2023-05-18"},
	} {
		head := ""
		if c.head != "" {
			head = `<script type="application/ld+json">` + c.head + `</script>`
		}
		page := ferryHead + head + "</head><body><article><h1>Ferry talks</h1>" + c.above + paragraphs() + c.below + "</article></body></html>"
		item := readHTML(name, []byte(page), metadata{}, "")
		got := item.Article.Published.String()
		if item.Article.Published.IsZero() {
			got = ""
		}
		if item.Err != nil || got != c.want {
			t.Errorf("%s: published %q from %q, want %q (%v)", name, got, item.Article.PublishedFrom, c.want, item.Err)
		}
	}
}

// The number of a post on X has its time.
func TestDayOfPost(t *testing.T) {
	if day, ok := dayInURL("https://x.com/someone/status/1281836879789404160/photo/1"); !ok || day.String() != "2020-07-11" {
		t.Error(day, ok)
	}
	if day, ok := dayInURL("https://x.com/someone/status/12"); ok {
		t.Error(day)
	}
}
