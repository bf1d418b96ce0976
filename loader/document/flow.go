package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of one document.
const (
	maxText       = 8 << 20 // bytes of text
	maxDepth      = 500     // elements or groups within each other
	maxParagraphs = 200_000
)

// flow puts a document together from the parts that all formats have: paragraphs, in each
// other where a text box stands in one, rows of tables, and notes.
type flow struct {
	doc   *Document
	open  []*opened // paragraphs, the inner one last
	cells []*cells  // rows of tables, the inner one last
	notes []Paragraph
	// inNotes is how many notes are open.
	inNotes int
	// written is how many bytes of text there are.
	written int
	// goingOn is true if the mark at the end of the last paragraph is deleted.
	goingOn bool
}

// opened is a paragraph that is being written.
type opened struct {
	text  strings.Builder
	level int
	// goesOn is true if the mark at its end is deleted, so that the next paragraph goes on.
	goesOn bool
}

// cells are those of one row.
type cells [][]Paragraph

func newFlow() *flow { return &flow{doc: &Document{}} }

func (f *flow) isFull() bool { return f.written > maxText || len(f.doc.Paragraphs) > maxParagraphs }

// begin begins a paragraph, within the one that is open, unless the mark that would have
// ended the one before is deleted.
func (f *flow) begin() {
	if f.goingOn {
		f.goingOn = false
		return
	}
	if len(f.open) < maxDepth {
		f.open = append(f.open, &opened{})
	}
}

// current returns the paragraph that is open; text outside of one begins it.
func (f *flow) current() *opened {
	if len(f.open) == 0 {
		f.begin()
	}
	return f.open[len(f.open)-1]
}

func (f *flow) write(text string) {
	if f.isFull() {
		return
	}
	f.written += len(text)
	f.current().text.WriteString(text)
}

// end ends the paragraph that is open.
func (f *flow) end() {
	if len(f.open) == 0 {
		return
	}
	last := f.current()
	if last.goesOn {
		last.goesOn, f.goingOn = false, true
		return
	}
	f.open = f.open[:len(f.open)-1]
	for _, text := range linesOf(last.text.String()) {
		f.emit(Paragraph{Text: text, Level: last.level})
	}
}

// linesOf splits a paragraph where a line ends in it, unless a sentence goes on there.
func linesOf(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.Fields(strings.ToValidUTF8(line, "\uFFFD")), " ")
		if line == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(line)
		if n := len(lines); n > 0 && unicode.IsLower(first) {
			lines[n-1] += " " + line
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// emit puts a paragraph where it belongs: into a cell, among the notes or into the text.
func (f *flow) emit(p Paragraph) {
	switch {
	case len(f.cells) > 0:
		row := f.cells[len(f.cells)-1]
		if len(*row) == 0 {
			*row = append(*row, nil)
		}
		(*row)[len(*row)-1] = append((*row)[len(*row)-1], p)
	case f.inNotes > 0:
		f.notes = append(f.notes, p)
	default:
		f.doc.Paragraphs = append(f.doc.Paragraphs, p)
	}
}

func (f *flow) beginRow() { f.cells = append(f.cells, &cells{}) }

func (f *flow) beginCell() {
	if n := len(f.cells); n > 0 {
		*f.cells[n-1] = append(*f.cells[n-1], nil)
	}
}

// longestCell is the most bytes of a cell of a table. What is longer is text, for which a
// table only gives the place.
const longestCell = 300

// endRow ends a row: one paragraph, with its cells beside each other, if it is one of a table.
func (f *flow) endRow() {
	n := len(f.cells)
	if n == 0 {
		return
	}
	row := *f.cells[n-1]
	f.cells = f.cells[:n-1]
	var line strings.Builder
	isTable, filled := true, 0
	for _, cell := range row {
		isTable = isTable && len(cell) <= 1 && (len(cell) == 0 || len(cell[0].Text) <= longestCell && cell[0].Level == 0)
		if len(cell) == 0 {
			continue
		}
		filled++
		if line.Len() > 0 {
			line.WriteString(separatorAfter(line.String()))
		}
		line.WriteString(cell[0].Text)
	}
	if isTable && filled > 1 {
		f.emit(Paragraph{Text: line.String()})
		return
	}
	for _, cell := range row {
		for _, p := range cell {
			f.emit(p)
		}
	}
}

func separatorAfter(text string) string {
	if strings.HasSuffix(text, ":") || strings.HasSuffix(text, ";") {
		return " "
	}
	return "; "
}

// close returns the document.
func (f *flow) close() *Document {
	f.goingOn = false
	for len(f.open) > 0 {
		f.current().goesOn = false
		f.end()
	}
	for len(f.cells) > 0 {
		f.endRow()
	}
	f.doc.Paragraphs = append(f.doc.Paragraphs, f.notes...)
	if f.isFull() {
		f.doc.Warnings = append(f.doc.Warnings, "only the beginning was read, the limit for one document")
	}
	return f.doc
}
