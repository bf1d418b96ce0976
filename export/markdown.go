package export

import (
	"bufio"
	"fmt"
	"net/url"
	"strings"

	"dateline/graph"
)

// markdown writes a list, each item with its footnotes behind it: a footnote's text may
// stand anywhere, and so nothing has to be kept until the end.
type markdown struct {
	w     *bufio.Writer
	title string
	notes int
	// section is the heading that the list is under.
	section string
}

func newMarkdown(w *bufio.Writer, o Options) *markdown { return &markdown{w: w, title: o.Title} }

func newMarkdownEvents(w *bufio.Writer, o Options) sink[*Event] {
	return markdownEvents{newMarkdown(w, o)}
}
func newMarkdownEntities(w *bufio.Writer, o Options) sink[*Entity] {
	return markdownEntities{newMarkdown(w, o)}
}
func newMarkdownArticles(w *bufio.Writer, o Options) sink[*Article] {
	return markdownArticles{newMarkdown(w, o)}
}

func (m *markdown) begin() error {
	if m.title == "" {
		return nil
	}
	return m.print("# %s\n", mdText(m.title))
}

func (m *markdown) end() error { return nil }

func (m *markdown) print(format string, args ...any) error {
	_, err := fmt.Fprintf(m.w, format, args...)
	return err
}

// under begins a section, unless the list is in it already.
func (m *markdown) under(section string) error {
	if m.section == section {
		return nil
	}
	m.section = section
	return m.print("\n## %s\n", section)
}

// item writes an item of the list and a footnote for each of its citations.
func (m *markdown) item(text string, citations []Citation) error {
	marks := make([]string, len(citations))
	for i := range citations {
		marks[i] = fmt.Sprintf("[^%d]", m.notes+1+i)
	}
	if err := m.print("\n- %s%s\n\n", text, strings.Join(marks, "")); err != nil {
		return err
	}
	for _, c := range citations {
		m.notes++
		if err := m.print("[^%d]: %s\n", m.notes, mdCitation(c)); err != nil {
			return err
		}
	}
	return nil
}

type markdownEvents struct{ *markdown }

func (m markdownEvents) row(e *Event) error {
	section := "Undated"
	if !e.When.Unknown() {
		from, _, _ := e.When.Days()
		section = fmt.Sprint(from.Year)
	}
	if err := m.under(section); err != nil {
		return err
	}
	when := e.When.Text
	if e.When.Note != "" && !e.When.Unknown() {
		when += " (" + e.When.Note + ")"
	}
	text := fmt.Sprintf("**%s** — %s *%s.*", mdText(when), mdText(e.Summary), strings.ToLower(string(e.Status)))
	for _, c := range e.Conflicts {
		text += " " + mdText("Conflict: "+c.Explanation)
	}
	if e.Omitted > 0 {
		text += fmt.Sprintf(" (%d further reports are left out.)", e.Omitted)
	}
	return m.item(text, e.Citations)
}

type markdownEntities struct{ *markdown }

func (m markdownEntities) row(e *Entity) error {
	p := graph.ProfileOf(e.Entity)
	text := "**" + mdText(p.Name) + "** (" + strings.ToLower(string(graph.KindOf(e.Entity))) + ")"
	if positions := positionsOf(e.Entity); len(positions) > 0 {
		text += ": " + mdText(strings.Join(positions, "; "))
	}
	var citations []Citation
	if e.Citation != nil {
		citations = append(citations, *e.Citation)
	}
	return m.item(text, citations)
}

type markdownArticles struct{ *markdown }

func (m markdownArticles) row(a *Article) error {
	title := a.Title
	if title == "" {
		title = "untitled"
	}
	return m.item("**"+mdText(title)+"**", []Citation{a.Citation})
}

// mdCitation returns a citation in Markdown, with a link to the article.
func mdCitation(c Citation) string {
	text := "“" + mdText(c.Quote) + "”"
	if len(c.SaidBy) > 0 {
		text += " (" + mdText(strings.Join(c.SaidBy, ", ")) + ")"
	}
	var parts []string
	if c.Publisher != "" {
		parts = append(parts, mdText(c.Publisher))
	}
	if c.Title != "" {
		parts = append(parts, "“"+mdText(c.Title)+"”")
	}
	parts = append(parts, c.published())
	if link := safeLink(c.URL); link != "" {
		parts = append(parts, "<"+link+">")
	} else if c.URL != "" {
		parts = append(parts, mdText(c.URL))
	}
	return text + " — " + strings.Join(parts, ", ")
}

// mdSyntax are the characters that can mean something in Markdown or HTML within a line.
var mdSyntax = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "#", `\#`,
	"|", `\|`, "~", `\~`, "!", `\!`, "$", `\$`, "^", `\^`,
)

// mdText returns a text in one line of Markdown, without any markup in it.
func mdText(text string) string { return mdSyntax.Replace(oneLine(text)) }

// safeLink returns a URL that a page may link to, escaped; "" for those that are no web
// addresses, such as javascript:.
func safeLink(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", "'", "%27", " ", "%20", "\\", "%5C").Replace(u.String())
}
