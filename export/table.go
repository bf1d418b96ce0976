package export

import (
	"bufio"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/terminal"
)

// table writes rows for people to read: what happened beside when, and below it each quote
// with its source. On a narrow screen the time stands above.
type table struct {
	w      *bufio.Writer
	screen terminal.Screen
	rows   int
}

func newTableEvents(w *bufio.Writer, o Options) sink[*Event] {
	return &table{w: w, screen: o.Screen}
}

const (
	// timeColumn is the width of the column of times; longer times stand above.
	timeColumn = 22
	// narrowScreen is the width from which the times have a column of their own.
	narrowScreen = 70
	// narrowIndent is the indent below a time that stands above.
	narrowIndent = 2
)

func (t *table) begin() error { return nil }
func (t *table) end() error   { return nil }

func (t *table) row(e *Event) error {
	if t.rows++; t.rows > 1 {
		t.print("\n")
	}
	indent := t.time(e.When.Text)
	t.print("%s\n", t.screen.Lines(terminal.Plain(e.Summary)+" ["+statusInWords(e.Status)+"]", indent, styleOf(e.Status)))
	note := e.When.Note
	if e.When.Unknown() {
		note = "" // the time says it
	}
	t.below(indent, note, terminal.Dim)
	for _, topic := range e.topics() {
		t.below(indent, "about: "+topic, terminal.Usual)
	}
	for _, c := range e.Conflicts {
		t.below(indent, "conflict: "+c.Explanation, terminal.Warning)
	}
	for _, c := range e.Citations {
		t.citation(indent, c)
	}
	if e.Omitted > 0 {
		t.below(indent, fmt.Sprintf("%d further reports are left out", e.Omitted), terminal.Dim)
	}
	return failureOf(t.w)
}

// time writes when an event was, and returns the indent of what follows.
func (t *table) time(when string) (indent int) {
	when = terminal.Plain(when)
	if t.screen.Width > 0 && t.screen.Width < narrowScreen {
		t.print("%s\n%s", t.screen.Styled(when, terminal.Bold), strings.Repeat(" ", narrowIndent))
		return narrowIndent
	}
	if terminal.Width(when) > timeColumn {
		t.print("%s\n%s", t.screen.Styled(when, terminal.Bold), strings.Repeat(" ", timeColumn+2))
	} else {
		t.print("%s", t.screen.Padded(when, timeColumn+2, terminal.Bold))
	}
	return timeColumn + 2
}

// below writes a further line of a row, if there is something to say.
func (t *table) below(indent int, text string, style terminal.Style) {
	if text = terminal.Plain(text); text != "" {
		t.print("%s%s\n", strings.Repeat(" ", indent), t.screen.Lines(text, indent, style))
	}
}

// citation writes a quote and its source, on one line where lines have no bound.
func (t *table) citation(indent int, c Citation) {
	quote := "“" + c.Quote + "”"
	if len(c.SaidBy) > 0 {
		quote += " (" + strings.Join(c.SaidBy, ", ") + ")"
	}
	source := "— " + c.brief()
	if t.screen.Width == 0 {
		t.below(indent, quote+" "+source, terminal.Usual)
		return
	}
	t.below(indent, quote, terminal.Usual)
	t.below(indent+2, source, terminal.Dim)
}

// brief returns the publisher, day and URL of a citation, or its title where one of them is
// missing, and what kind of source it is where that is not the news.
func (c Citation) brief() string {
	var parts []string
	if c.Publisher != "" {
		parts = append(parts, c.Publisher)
	}
	if c.Title != "" && (c.Publisher == "" || c.URL == "") {
		parts = append(parts, "“"+c.Title+"”")
	}
	parts = append(parts, c.published())
	if c.URL != "" {
		parts = append(parts, c.URL)
	}
	text := strings.Join(parts, ", ")
	if c.SourceKind != "" && c.SourceKind != graph.SourceNews {
		text += " [" + strings.ToLower(string(c.SourceKind)) + "]"
	}
	return text
}

func statusInWords(status graph.Status) string { return strings.ToLower(string(status)) }

// styleOf marks what cannot be taken for a fact.
func styleOf(status graph.Status) terminal.Style {
	if claimed[status] != "" {
		return terminal.Warning
	}
	return terminal.Usual
}

// print leaves errors to the writer, which keeps its first one.
func (t *table) print(format string, args ...any) { fmt.Fprintf(t.w, format, args...) }
