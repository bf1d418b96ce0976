package export

import (
	"bufio"
	"strconv"
	"strings"

	"dateline/graph"
)

// csvTable writes RFC 4180 for spreadsheets: with a byte order mark, since Excel takes
// UTF-8 for an older encoding without one, and with all texts in quotes and safe.
type csvTable[T any] struct {
	w       *bufio.Writer
	columns []string
	lines   func(row T, write func(cells ...string) error) error
}

func (c *csvTable[T]) begin() error {
	if _, err := c.w.WriteString("\ufeff"); err != nil {
		return err
	}
	return c.line(c.columns...)
}

func (c *csvTable[T]) row(value T) error { return c.lines(value, c.line) }
func (c *csvTable[T]) end() error        { return nil }

func (c *csvTable[T]) line(cells ...string) error {
	for i, cell := range cells {
		if i > 0 {
			_ = c.w.WriteByte(',') // a bufio.Writer keeps its first error
		}
		_ = c.w.WriteByte('"')
		_, _ = c.w.WriteString(strings.ReplaceAll(inert(cell), `"`, `""`))
		_ = c.w.WriteByte('"')
	}
	_, err := c.w.WriteString("\r\n")
	return err
}

// starters make a spreadsheet take a cell for a formula, at its beginning and, where the
// file is split at another separator than ours, after that. The full-width forms count in
// East Asian versions.
const starters = "=+-@\t\r\n＝＋－＠"

// inert puts an apostrophe before what a spreadsheet could take for a formula, as OWASP
// advises. Numbers are left alone.
func inert(cell string) string {
	cell = strings.Map(printable, cell)
	if startsFormula(cell) {
		if _, err := strconv.ParseFloat(cell, 64); err == nil {
			return cell
		}
		cell = "'" + cell
	}
	if !strings.ContainsAny(cell, ";\t\r\n|") {
		return cell
	}
	var out strings.Builder
	for i, r := range cell {
		out.WriteRune(r)
		if strings.ContainsRune(";\t\r\n|", r) && startsFormula(cell[i+len(string(r)):]) {
			out.WriteByte('\'')
		}
	}
	return out.String()
}

// printable replaces the control characters that no worksheet can hold.
func printable(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
		return '\ufffd'
	}
	return r
}

func startsFormula(text string) bool {
	for _, r := range text {
		if r != ' ' && r != '"' && r != '\u00a0' {
			return strings.ContainsRune(starters, r)
		}
	}
	return false
}

// sheetEDTF returns a time in a form of EDTF that spreadsheets don't take for a day: they
// read 2025-07 as 1 July.
func sheetEDTF(e graph.EDTF) string {
	text := e.String()
	if e.Precision() == graph.PrecisionMonth && len(text) == len("2025-07") {
		return text + "-XX"
	}
	return text
}

var eventColumns = []string{
	"event_id", "type", "means", "status", "summary", "date", "date_in_words", "date_note", "earliest", "latest",
	"place", "participants", "about", "articles", "publishers", "conflicts",
	"report_id", "report_status", "quote", "said_by", "publisher", "title", "published", "url", "article_id",
	"quote_start", "quote_end", "confidence", "source_kind",
}

func newCSVEvents(w *bufio.Writer, _ Options) sink[*Event] {
	return &csvTable[*Event]{w, eventColumns, csvEvent}
}

// csvEvent writes a line for each report, since each has a quote of its own.
func csvEvent(e *Event, write func(...string) error) error {
	var conflicts []string
	for _, c := range e.Conflicts {
		conflicts = append(conflicts, c.Explanation)
	}
	cells := []string{
		e.ID, string(e.Type), string(e.Means), string(e.Status), e.Summary, sheetEDTF(e.When.EDTF), e.When.Text, e.When.Note,
		e.When.From.String(), e.When.To.String(), e.placeName(), strings.Join(e.parties(), "; "), strings.Join(e.topics(), "; "),
		strconv.Itoa(e.ArticleCount), strconv.Itoa(e.PublisherCount), strings.Join(conflicts, " "),
	}
	for _, c := range e.Citations {
		if err := write(append(cells[:len(cells):len(cells)], csvCitation(c)...)...); err != nil {
			return err
		}
	}
	return nil
}

func csvCitation(c Citation) []string {
	return []string{
		c.ReportID, string(c.Status), c.Quote, strings.Join(c.SaidBy, "; "), c.Publisher, c.Title, c.Published.String(),
		c.URL, c.ArticleID, strconv.Itoa(c.Start), strconv.Itoa(c.End), strconv.FormatFloat(c.Confidence, 'g', 4, 64), string(c.SourceKind),
	}
}

func newCSVEntities(w *bufio.Writer, _ Options) sink[*Entity] {
	columns := []string{
		"entity_id", "kind", "organization_kind", "name", "aliases", "country", "positions",
		"quote", "publisher", "title", "published", "url", "article_id", "quote_start", "quote_end",
	}
	return &csvTable[*Entity]{w, columns, csvEntity}
}

func csvEntity(e *Entity, write func(...string) error) error {
	p := graph.ProfileOf(e.Entity)
	var c Citation
	if e.Citation != nil {
		c = *e.Citation
	}
	return write(p.ID, string(graph.KindOf(e.Entity)), string(organizationKind(e.Entity)), p.Name, strings.Join(p.Aliases, "; "),
		p.Country, strings.Join(positionsOf(e.Entity), "; "), c.Quote, c.Publisher, c.Title, c.Published.String(), c.URL,
		c.ArticleID, strconv.Itoa(c.Start), strconv.Itoa(c.End))
}

func newCSVArticles(w *bufio.Writer, _ Options) sink[*Article] {
	columns := []string{
		"article_id", "title", "publisher", "byline", "published", "published_from", "url", "language", "external_id", "quote",
	}
	return &csvTable[*Article]{w, columns, func(a *Article, write func(...string) error) error {
		return write(a.ID, a.Title, a.Publisher, a.Byline, a.Published.String(), a.PublishedFrom, a.URL, a.Language, a.ExternalID, a.Citation.Quote)
	}}
}
