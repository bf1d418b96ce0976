package lexicon

import (
	"fmt"
	"io/fs"
	"strings"
)

// crossFaults finds what is wrong between lists or between distant lines, each of
// which is right by itself.
func crossFaults(fsys fs.FS) Faults {
	faults := doubleClasses(fsys)
	faults = append(faults, unknownStates(fsys)...)
	faults = append(faults, doubleNames(fsys)...)
	return append(faults, headless(fsys)...)
}

// doubleClasses finds words that are in one class by two lists.
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
					faults = append(faults, Fault{list.name, f.lineOf(m.word), fmt.Sprintf("%q is of class %q in %s already", m.word, class, other), "name the class in one of the two"})
				}
				seen[key] = list.name
			}
		}
	}
	return faults
}

// lineOf returns the first line that begins with a cell, 0 for none.
func (f *file) lineOf(cell string) int {
	for _, r := range f.rows {
		if r.cells[0] == cell {
			return r.line
		}
	}
	return 0
}

// stateColumns are the columns that name a state by its code.
var stateColumns = map[string]string{seats.name: "state", organizations.name: "country", combiningForms.name: "state"}

// theUnion is a code that states.tsv lacks: the European Union is an organization
// that acts as a state does.
const theUnion = "EU"

// unknownStates finds codes of states that there are none of.
func unknownStates(fsys fs.FS) Faults {
	known := map[string]bool{"": true, theUnion: true}
	rows, _ := states.read(fsys)
	for _, s := range rows {
		known[s.Code] = true
	}
	var faults Faults
	for name, column := range stateColumns {
		f := readFile(fsys, name)
		for _, r := range f.rows {
			for i := range f.columns {
				if f.columns[i] == column && !known[r.cells[i]] {
					faults = append(faults, Fault{name, r.line, fmt.Sprintf("%s has no state %q", states.name, r.cells[i]), "use the code of a state there, or add the state"})
				}
			}
		}
	}
	return faults
}

// namesThatAct are the columns that hold names, by list, of which one list must not
// have one twice: it could stand for either.
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
					faults = append(faults, Fault{name, r.line, fmt.Sprintf("%q stands on line %d already", item, line), "leave it where it is meant more often"})
				}
				lines[item] = r.line
			}
		}
	}
	return faults
}

func (f *file) itemsOf(r row, columns []string) []string {
	var items []string
	for i, column := range f.columns {
		for _, wanted := range columns {
			if column == wanted {
				items = append(items, splitNames(r.cells[i])...)
			}
		}
	}
	return items
}

// headless finds variants of a name that has no line of its own.
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
			faults = append(faults, Fault{variants.name, r.line, fmt.Sprintf("%q has no line that says %q of itself", r.cells[1], r.cells[1]), "add that line, or name a form that has one"})
		}
	}
	return faults
}
