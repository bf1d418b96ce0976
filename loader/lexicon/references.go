package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// crossFaults finds faults between lists, or between lines far apart.
func crossFaults(fsys fs.FS) Faults {
	faults := doubleClasses(fsys)
	faults = append(faults, unknownStates(fsys)...)
	faults = append(faults, doubleNames(fsys)...)
	return append(faults, headless(fsys)...)
}

// doubleClasses finds words that two lists put into one class.
func doubleClasses(fsys fs.FS) Faults {
	var faults Faults
	seen := map[[2]string]string{}
	for _, list := range classLists {
		f := readFile(fsys, list.name)
		rows, _ := list.read(fsys)
		for _, m := range rows {
			for _, class := range m.classes {
				key := [2]string{class, m.word}
				if other, ok := seen[key]; ok {
					problem := fmt.Sprintf("%q already has class %q in %s", m.word, class, other)
					faults = append(faults, Fault{list.name, f.lineOf(m.word), problem, "remove the class from one of them"})
				}
				seen[key] = list.name
			}
		}
	}
	return faults
}

// lineOf returns the first line that begins with a cell, or 0.
func (f *file) lineOf(cell string) int {
	for _, r := range f.rows {
		if r.cells[0] == cell {
			return r.line
		}
	}
	return 0
}

// stateColumns are the columns that have codes of states.
var stateColumns = map[string]string{
	seats.name: "state", organizations.name: "country", combiningForms.name: "state", states.name: "neighbours",
}

// theUnion is a code that is not in states.tsv: the European Union is an organization that
// acts like a state.
const theUnion = "EU"

// unknownStates finds codes that no state has.
func unknownStates(fsys fs.FS) Faults {
	known := map[string]bool{theUnion: true}
	rows, _ := states.read(fsys)
	for _, s := range rows {
		known[s.Code] = true
	}
	var faults Faults
	for name, column := range stateColumns {
		f := readFile(fsys, name)
		for _, r := range f.rows {
			for _, code := range strings.Fields(f.cell(r, column)) {
				if !known[code] {
					problem := fmt.Sprintf("%s has no state %q", states.name, code)
					faults = append(faults, Fault{name, r.line, problem, "use the code of a state in that list, or add the state"})
				}
			}
		}
	}
	return faults
}

// cell returns the cell of a column, "" if the list does not have it.
func (f *file) cell(r row, column string) string {
	i := slices.Index(f.columns, column)
	if i < 0 {
		return ""
	}
	return r.cells[i]
}

// namesThatAct are the columns of names, by list. A list must not have a name on two lines,
// since it could mean either.
var namesThatAct = map[string][]string{
	states.name:        {"name", "others", "capitals"},
	seats.name:         {"name", "others"},
	organizations.name: {"name", "others"},
	media.name:         {"name", "others"},
	offices.name:       {"title", "others"},
}

func doubleNames(fsys fs.FS) Faults {
	var faults Faults
	for name, columns := range namesThatAct {
		f := readFile(fsys, name)
		lines := map[string]int{}
		for _, r := range f.rows {
			for _, item := range f.itemsOf(r, columns) {
				if name == offices.name { // titles are read in any case
					item = strings.ToLower(item)
				}
				if line, ok := lines[item]; ok && line != r.line {
					faults = append(faults, Fault{name, r.line, fmt.Sprintf("%q is already on line %d", item, line), "keep it where it is meant more often"})
				}
				lines[item] = r.line
			}
		}
	}
	return faults
}

// itemsOf returns the names in some columns of a row.
func (f *file) itemsOf(r row, columns []string) []string {
	var items []string
	for _, column := range columns {
		items = append(items, splitNames(f.cell(r, column))...)
	}
	return items
}

// headless finds variants of names that are not variants of themselves.
func headless(fsys fs.FS) Faults {
	f := readFile(fsys, variants.name)
	own := map[string]bool{}
	for _, r := range f.rows {
		if len(r.cells) > 1 && r.cells[0] == r.cells[1] {
			own[r.cells[0]] = true
		}
	}
	var faults Faults
	for _, r := range f.rows {
		if len(r.cells) > 1 && !own[r.cells[1]] {
			problem := fmt.Sprintf("there is no line for %q itself", r.cells[1])
			faults = append(faults, Fault{variants.name, r.line, problem, "add one, or use a name that has one"})
		}
	}
	return faults
}
