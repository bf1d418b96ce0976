package lexicon

import (
	"io/fs"
	"strings"
)

// Entry is a line of a list in which a word stands.
type Entry struct {
	List    string
	Line    int
	Columns []string
	Cells   []string
}

// Find returns the lines in which a word or name stands, in capitals or not, by list
// and line. Values that the headers explain, such as classes, are not looked at. A
// form with a base form of its own, "phoned", is looked up as that too. A nil
// directory stands for the lists built in.
func Find(directory fs.FS, word string) []Entry {
	var fsys fs.FS = embedded
	if directory != nil {
		fsys = overlay{directory}
	}
	wanted := []string{word}
	for _, l := range readFile(fsys, lemmas.name).rows {
		if strings.EqualFold(l.cells[0], word) {
			wanted = append(wanted, l.cells[1])
		}
	}
	var entries []Entry
	for _, name := range Names() {
		f := readFile(fsys, name)
		for _, r := range f.rows {
			if f.holds(r, wanted) {
				entries = append(entries, Entry{name, r.line, f.columns, r.cells})
			}
		}
	}
	return entries
}

func (f *file) holds(r row, wanted []string) bool {
	for i, cell := range r.cells {
		if len(f.values[f.columns[i]]) > 0 {
			continue
		}
		for _, items := range [][]string{{cell}, strings.Fields(cell), splitNames(cell)} {
			for _, item := range items {
				for _, word := range wanted {
					if item != "" && strings.EqualFold(item, word) {
						return true
					}
				}
			}
		}
	}
	return false
}
