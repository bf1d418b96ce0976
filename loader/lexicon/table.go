package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// list is any of the tables.
type list interface {
	file() string
	check(fs.FS) (entries int, faults Faults)
	forget() // so that the list is read again
}

// table is a list whose entries are values of T.
type table[T any] struct {
	name    string
	columns func(*T) []column
	// overlap says how two entries with the same first cell conflict, or returns "". A
	// table without overlap must not have two.
	overlap func(a, b *T) string
	// valid says what is wrong with an entry whose cells are each valid, or returns nil.
	valid func(*T) error

	mu   sync.Mutex
	rows []T
}

// column reads one cell into a value.
type column struct {
	name string
	// closed is true if the header explains all values that a cell can have.
	closed bool
	// required is true if no cell may be empty.
	required bool
	// items splits a cell into the words or names that it lists.
	items func(cell string) []string
	set   func(items []string) error
}

func (t *table[T]) file() string { return t.name }

// all returns the entries of the list in use. It panics if the list has faults: then an
// embedded list is broken, since [Use] accepts no other.
func (t *table[T]) all() []T {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.rows == nil {
		rows, faults := t.read(source)
		if len(faults) > 0 {
			panic(faults)
		}
		t.rows = rows
	}
	return t.rows
}

func (t *table[T]) forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows = nil
}

func (t *table[T]) check(fsys fs.FS) (int, Faults) {
	rows, faults := t.read(fsys)
	return len(rows), faults
}

// read reads the list. It skips entries with faults.
func (t *table[T]) read(fsys fs.FS) ([]T, Faults) {
	f := readFile(fsys, t.name)
	var value T
	columns := t.columns(&value)
	if f.columns == nil || !f.hasColumns(columns) {
		return nil, f.faults
	}
	rows := make([]T, 0, len(f.rows))
	lines := make([]row, 0, len(f.rows))
	for _, r := range f.rows {
		var zero T
		value = zero
		if f.readRow(r, columns) && t.isValid(f, r, &value) {
			rows, lines = append(rows, value), append(lines, r)
		}
	}
	t.checkOverlaps(f, rows, lines)
	return rows, f.faults
}

func (t *table[T]) isValid(f *file, r row, value *T) bool {
	if t.valid == nil {
		return true
	}
	err := t.valid(value)
	if err != nil {
		f.fault(r.line, err.Error(), "correct the line")
	}
	return err == nil
}

// hasColumns reports whether the list has the columns that the program expects.
func (f *file) hasColumns(columns []column) bool {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	if slices.Equal(names, f.columns) {
		return true
	}
	remedy := "name the columns " + strings.Join(names, ", ")
	for _, name := range f.columns {
		if !slices.Contains(names, name) {
			f.fault(f.header, fmt.Sprintf("column %q is unknown", name), remedy)
		}
	}
	for _, name := range names {
		if !slices.Contains(f.columns, name) {
			f.fault(f.header, fmt.Sprintf("column %q is missing", name), remedy)
		}
	}
	if len(f.faults) == 0 {
		f.fault(f.header, "the columns are in another order", remedy)
	}
	return false
}

// readRow reads an entry, and reports whether it has no faults.
func (f *file) readRow(r row, columns []column) bool {
	before := len(f.faults)
	if r.cells[0] == "" {
		f.fault(r.line, "there is no "+columns[0].name, "begin the line with it")
		return false
	}
	for i, c := range columns {
		items := c.items(r.cells[i])
		if c.required && len(items) == 0 {
			f.fault(r.line, "there is no "+c.name, "fill in the cell")
			continue
		}
		if twice := firstTwice(items); twice != "" {
			f.fault(r.line, fmt.Sprintf("%s lists %q twice", c.name, twice), "remove one of them")
		}
		if c.closed {
			f.checkValues(r, c, items)
		}
		if err := c.set(items); err != nil {
			f.fault(r.line, fmt.Sprintf("%s: %v", c.name, err), "correct the cell")
		}
	}
	return len(f.faults) == before
}

// checkValues requires that the header explains the items of a cell.
func (f *file) checkValues(r row, c column, items []string) {
	for _, item := range items {
		if !slices.Contains(f.values[c.name], item) {
			f.fault(r.line, fmt.Sprintf("%s %q is unknown", c.name, item), "use "+oneOf(f.values[c.name]))
		}
	}
}

// oneOf names the values to choose from, unless there are too many.
func oneOf(values []string) string {
	if len(values) > 12 {
		return "one of those that the header explains"
	}
	return "one of " + strings.Join(values, ", ")
}

func firstTwice(items []string) string {
	for i, item := range items {
		if slices.Contains(items[:i], item) {
			return item
		}
	}
	return ""
}

// checkOverlaps compares the entries with the same first cell, which follow each other.
func (t *table[T]) checkOverlaps(f *file, rows []T, lines []row) {
	for i := range rows {
		for j := i - 1; j >= 0 && lines[j].cells[0] == lines[i].cells[0]; j-- {
			if lines[i].text == lines[j].text {
				continue // checkOrder has said so
			}
			if t.overlap == nil {
				f.fault(lines[i].line, fmt.Sprintf("%q is already on line %d", lines[i].cells[0], lines[j].line), "merge the two lines")
				continue
			}
			if how := t.overlap(&rows[j], &rows[i]); how != "" {
				f.fault(lines[i].line, fmt.Sprintf("%q overlaps line %d: %s", lines[i].cells[0], lines[j].line, how), "merge the two lines, or make them distinct")
			}
		}
	}
}

// text is a column of free text.
func text(name string, into *string) column {
	return column{name: name, items: whole, set: func(items []string) error { *into = first(items); return nil }}
}

// words is a column of words, separated by spaces.
func words(name string, into *[]string) column {
	return column{name: name, items: strings.Fields, set: func(items []string) error { *into = items; return nil }}
}

// names is a column of names, separated by "; ".
func names(name string, into *[]string) column {
	return column{name: name, items: splitNames, set: func(items []string) error { *into = items; return nil }}
}

// one is a column of one of the values that the header explains.
func one[S ~string](name string, into *S) column {
	return column{name: name, closed: true, required: true, items: whole, set: func(items []string) error { *into = S(first(items)); return nil }}
}

// named is a column of one of the values that the header explains, which have names in Go.
func named[E any](name string, values map[string]E, into *E) column {
	return column{name: name, closed: true, required: true, items: whole, set: func(items []string) error {
		value, ok := values[first(items)]
		if !ok {
			return fmt.Errorf("no rule uses %q", first(items))
		}
		*into = value
		return nil
	}}
}

// some is a column of one or more of the values that the header explains, separated by
// spaces and sorted.
func some(name string, into *[]string) column {
	c := someOrNone(name, into)
	c.required = true
	return c
}

// someOrNone is a column like that of some, which may be empty.
func someOrNone(name string, into *[]string) column {
	return column{name: name, closed: true, items: strings.Fields, set: func(items []string) error {
		if !slices.IsSorted(items) {
			return fmt.Errorf("%q is not sorted", strings.Join(items, " "))
		}
		*into = items
		return nil
	}}
}

// flag is a column of "yes" or nothing.
func flag(name string, into *bool) column {
	return column{name: name, items: whole, set: func(items []string) error {
		if len(items) > 0 && items[0] != "yes" {
			return fmt.Errorf("%q is neither yes nor empty", items[0])
		}
		*into = len(items) > 0
		return nil
	}}
}

// number is a column of whole numbers.
func number(name string, into *int) column {
	return column{name: name, items: whole, set: func(items []string) (err error) {
		if *into, err = strconv.Atoi(first(items)); err != nil {
			return fmt.Errorf("%q is not a whole number", first(items))
		}
		return nil
	}}
}

func whole(cell string) []string {
	if cell == "" {
		return nil
	}
	return []string{cell}
}

func splitNames(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "; ")
}

func first(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return items[0]
}
