package read

import (
	"strings"
	"testing"
)

// What leads to other stories is not read, wherever it stands, and links within the
// article are.
func TestTeasers(t *testing.T) {
	link := func(text string) string {
		return `<a href="/news/` + strings.ReplaceAll(text, " ", "-") + `">` + text + `</a>`
	}
	card := func(title, line string) string {
		return `<li><a href="/s/` + title[:5] + `"><img src="a.jpg"></a><h3><a href="/s/` + title[:5] + `">` + title + `</a></h3><h4>` + line + `</h4></li>`
	}
	p := func(i int) string { return "<p>" + ferry[i] + "</p>" }
	whole := strings.Join(ferry, "\n\n")
	for name, body := range map[string]string{
		"a list of links":           p(0) + p(1) + "<ul><li>" + link("Night boats stay in harbour again") + "</li><li>" + link("Who owns the quay of Kellby") + "</li></ul>" + p(2) + p(3),
		"links in paragraphs":       p(0) + p(1) + p(2) + p(3) + "<p>" + link("Night boats stay in harbour again") + "</p><p>" + link("Who owns the quay of Kellby") + "</p>",
		"a link between paragraphs": p(0) + p(1) + "<p><strong>" + link("NIGHT BOATS STAY IN HARBOUR AGAIN") + "</strong></p>" + p(2) + p(3),
		"cards":                     p(0) + p(1) + p(2) + p(3) + "<ul>" + card("Sails up in Arlen", "The wind has turned at last") + card("Market day moves", "Traders ask for a roof") + card("Choir sings at sea", "Three hundred came to hear") + "</ul>",
	} {
		t.Run(name, func(t *testing.T) {
			item := readHTML(name, []byte(ferryHead+"</head><body><article><h1>Ferry talks</h1>"+body+"</article></body></html>"), metadata{}, "")
			if item.Err != nil || item.Article.Text != whole {
				t.Errorf("%v\n%s", item.Err, item.Article.Text)
			}
		})
	}
}

// Of several articles on a page, the one with the page's headline is read.
func TestArticlesBesideEachOther(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>Night boats in Kellby - The Quay</title></head><body><div>` +
		`<article><h1>Night boats in Kellby</h1><p>` + ferry[0] + `</p><p>` + ferry[1] + `</p></article>` +
		`<article><h1><a href="/b">Timetables are printed</a></h1><p>` + ferry[2] + `</p><p>` + ferry[3] + `…</p></article></div></body></html>`
	item := readHTML("page", []byte(page), metadata{}, "")
	if item.Err != nil || item.Article.Text != ferry[0]+"\n\n"+ferry[1] {
		t.Errorf("%v\n%s", item.Err, item.Article.Text)
	}
}

// A box that opens over a name is not part of the sentence.
func TestPopUp(t *testing.T) {
	box := `<span class=box><span><img src="a.jpg"><a href="/p/lindahl">Anna B. Lindahl</a><a href="/1">Harbour closes early</a><a href="/2">Boats sold</a></span></span>`
	body := strings.Replace(paragraphs(), "Anna Lindahl", `<span><a href="/p/lindahl">Anna Lindahl</a>`+box+`</span>`, 1)
	item := readHTML("page", []byte(ferryHead+"</head><body><article><h1>Ferry talks</h1>"+body+"</article></body></html>"), metadata{}, "")
	if item.Err != nil || item.Article.Text != strings.Join(ferry, "\n\n") {
		t.Errorf("%v\n%s", item.Err, item.Article.Text)
	}
}
