package lexicon

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// file is one list as it is written: its header and its rows, not yet read as
// anything.
type file struct {
	name    string
	columns []string            // in order
	values  map[string][]string // by column: what its cells may say, where the header says so
	rows    []row
	faults  Faults
}

// row is a line of a list that is no comment.
type row struct {
	line  int
	text  string
	cells []string // as many as there are columns
}

// entryColumn is the one column of a plain list, which has no header row.
const entryColumn = "entry"

// readFile reads a list. What cannot be read is among the file's faults.
func readFile(fsys fs.FS, name string) *file {
	f := &file{name: name, values: map[string][]string{}}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		f.fault(0, fmt.Sprintf("cannot be read: %v", err), "put the list there")
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
			f.columns = strings.Split(text, "\t")
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
		f.fault(line, fmt.Sprintf("there are %d cells but %d columns", len(cells), len(f.columns)), "put one tab between two cells, and none within")
		return
	}
	if !isTidy(text) {
		f.fault(line, "a cell begins or ends with a space, has two in a row or letters that are no UTF-8", "write plain text with single spaces")
		return
	}
	if strings.HasPrefix(text, "#") && len(cells[0]) > 1 {
		f.fault(line, "a comment has no space after its sign", "write it as “# comment”")
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

// checkOrder holds a line to the order of its bytes, so that two editors put a
// wording at the same place and a change is one line.
func (f *file) checkOrder(line int, text string) {
	last := f.rows[len(f.rows)-1]
	switch {
	case text == last.text:
		f.fault(line, fmt.Sprintf("the line stands already on line %d", last.line), "remove one of them")
	case text < last.text:
		f.fault(line, fmt.Sprintf("%q sorts before %q on line %d", firstCell(text), firstCell(last.text), last.line), "move the line to where it sorts, as LC_ALL=C sort does")
	}
}

func firstCell(text string) string {
	first, _, _ := strings.Cut(text, "\t")
	return first
}

func isTidy(text string) bool {
	if !utf8.ValidString(text) || strings.Contains(text, "  ") || strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ") {
		return false
	}
	return !strings.Contains(text, " \t") && !strings.Contains(text, "\t ")
}

// description is what the comments at the top say of columns and of their values.
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

// describe takes over what the comments say, which must be of the columns that
// there are.
func (f *file) describe(d description) {
	if f.columns == nil {
		f.fault(0, "has no row that names the columns", "begin with such a row below the comments")
		return
	}
	if strings.HasSuffix(f.name, ".txt") {
		return
	}
	for _, column := range f.columns {
		if !slices.Contains(d.columns, column) {
			f.fault(0, fmt.Sprintf("does not say what column %q means", column), fmt.Sprintf("write a comment line “# %s  what it means”", column))
		}
	}
	for _, column := range d.columns {
		if !slices.Contains(f.columns, column) {
			f.fault(0, fmt.Sprintf("describes column %q, which it does not have", column), "remove the comment")
		}
	}
	if d.values != nil {
		f.values = d.values
	}
}
