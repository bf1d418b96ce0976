package export

import (
	"bufio"
	"fmt"
	"strings"

	"dateline/graph"
)

// bibTeX writes each article once, however many events cite it.
type bibTeX struct {
	w    *bufio.Writer
	seen seen
}

func newBibTeXEvents(w *bufio.Writer, _ Options) sink[*Event] {
	return bibTeXEvents{&bibTeX{w, seen{}}}
}

func newBibTeXArticles(w *bufio.Writer, _ Options) sink[*Article] {
	return bibTeXArticles{&bibTeX{w, seen{}}}
}

func (b *bibTeX) begin() error { return nil }
func (b *bibTeX) end() error   { return nil }

type bibTeXEvents struct{ *bibTeX }

func (b bibTeXEvents) row(e *Event) error {
	for _, c := range e.Citations {
		if err := b.entry(c); err != nil {
			return err
		}
	}
	return nil
}

type bibTeXArticles struct{ *bibTeX }

func (b bibTeXArticles) row(a *Article) error { return b.entry(a.Citation) }

// entry writes an article as @online, with the quote that the export cites first.
func (b *bibTeX) entry(c Citation) error {
	if !b.seen.add(c.ArticleID) {
		return nil
	}
	fields := [][2]string{
		{"title", c.Title}, {"author", c.Byline}, {"journal", c.Publisher}, {"date", c.Published.String()},
		{"year", yearOf(c.Published)}, {"url", c.URL}, {"annote", c.Quote},
	}
	var out strings.Builder
	fmt.Fprintf(&out, "@online{%s", c.ArticleID)
	for _, field := range fields {
		if field[1] != "" {
			fmt.Fprintf(&out, ",\n  %s = {%s}", field[0], texText(field[0], field[1]))
		}
	}
	out.WriteString("\n}\n\n")
	_, err := b.w.WriteString(out.String())
	return err
}

func yearOf(d graph.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprint(d.Year)
}

// texSyntax has words for braces, since to BibTeX those count after a backslash too.
var texSyntax = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
)

// texText returns a text for a BibTeX field. A URL may hold no braces, and TeX reads it
// verbatim.
func texText(field, text string) string {
	text = oneLine(text)
	if field == "url" {
		return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(text)
	}
	return texSyntax.Replace(text)
}
