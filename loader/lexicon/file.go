package lexicon

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"
)

// file is a list as it is written: its header and its rows, not yet interpreted.
type file struct {
	name    string
	columns []string            // in order
	header  int                 // the line that names them
	values  map[string][]string // the values of the columns that have a fixed set
	rows    []row
	faults  Faults
}

// row is an entry of a list.
type row struct {
	line  int
	text  string
	cells []string // as many as there are columns
}

// entryColumn is the only column of a plain list, which has no header.
const entryColumn = "entry"

// readFile reads a list. If it cannot be read, that is among its faults.
func readFile(fsys fs.FS, name string) *file {
	f := &file{name: name, values: map[string][]string{}}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		f.fault(0, fmt.Sprintf("cannot be read: %v", err), "restore the list")
		return f
	}
	if strings.HasSuffix(name, ".txt") {
		f.columns = []string{entryColumn}
	}
	described := description{}
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimRight(text, "\r\n\t")
		switch {
		case text == "#" || strings.HasPrefix(text, "# "):
			described.read(text)
		case text == "":
		case f.columns == nil:
			f.columns, f.header = strings.Split(text, "\t"), line
		default:
			f.addRow(line, text)
		}
	}
	f.describe(described)
	return f
}

func (f *file) fault(line int, problem, remedy string) {
	f.faults = append(f.faults, Fault{File: f.name, Line: line, Problem: problem, Remedy: remedy})
}

func (f *file) addRow(line int, text string) {
	cells := strings.Split(text, "\t")
	if len(cells) > len(f.columns) {
		f.fault(line, fmt.Sprintf("there are %d cells for %d columns", len(cells), len(f.columns)), "use tabs between cells only")
		return
	}
	if !isTidy(text) {
		f.fault(line, "there is a space at the start or end of a cell, a double space, or invalid UTF-8", "use single spaces between words only")
		return
	}
	if strings.HasPrefix(text, "#") && len(cells[0]) > 1 {
		f.fault(line, "the comment does not begin with “# ”", "add the space")
		return
	}
	if len(f.rows) > 0 {
		f.checkOrder(line, text)
	}
	for len(cells) < len(f.columns) { // empty cells at the end need no tabs
		cells = append(cells, "")
	}
	f.rows = append(f.rows, row{line, text, cells})
}

// checkOrder requires that lines are in byte order, so that a wording has only one place
// and a change is one line.
func (f *file) checkOrder(line int, text string) {
	last := f.rows[len(f.rows)-1]
	switch {
	case text == last.text:
		f.fault(line, fmt.Sprintf("the line repeats line %d", last.line), "remove one of them")
	case text < last.text:
		problem := fmt.Sprintf("%q sorts before %q on line %d", firstCell(text), firstCell(last.text), last.line)
		f.fault(line, problem, "move the line to where LC_ALL=C sort would put it")
	}
}

func firstCell(text string) string {
	first, _, _ := strings.Cut(text, "\t")
	return first
}

// isTidy reports whether a line has no stray spaces, which nobody would see.
func isTidy(text string) bool {
	if !utf8.ValidString(text) || strings.Contains(text, "  ") || strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ") {
		return false
	}
	return !strings.Contains(text, " \t") && !strings.Contains(text, "\t ")
}

// description is what the comments say of columns and their values.
type description struct {
	columns []string
	values  map[string][]string
}

var (
	// describedColumn is "# lemma  the verb in its base form".
	describedColumn = regexp.MustCompile(`^# (\S+) {2,}\S`)
	// describedValue is "#   outward  the subject contacts the other side", below its column.
	describedValue = regexp.MustCompile(`^#   (\S+(?: \S+)*) {2,}\S`)
)

func (d *description) read(comment string) {
	if at := describedColumn.FindStringSubmatch(comment); at != nil {
		d.columns = append(d.columns, at[1])
		return
	}
	if at := describedValue.FindStringSubmatch(comment); at != nil && len(d.columns) > 0 {
		if d.values == nil {
			d.values = map[string][]string{}
		}
		column := d.columns[len(d.columns)-1]
		d.values[column] = append(d.values[column], at[1])
	}
}

// describe takes the values of columns from the comments, and requires that these explain
// each column, and no other.
func (f *file) describe(d description) {
	if f.columns == nil {
		f.fault(0, "no row names the columns", "add it below the comments")
		return
	}
	if f.header == 0 { // a plain list
		return
	}
	for _, column := range without(f.columns, d.columns) {
		f.fault(f.header, fmt.Sprintf("no comment explains column %q", column), fmt.Sprintf("add one: “# %s  what it means”", column))
	}
	for _, column := range without(d.columns, f.columns) {
		f.fault(f.header, fmt.Sprintf("a comment explains column %q, which does not exist", column), "remove the comment")
	}
	if d.values != nil {
		f.values = d.values
	}
}
