package lexicon

import (
	"io/fs"
	"slices"
	"strings"
)

// Entry is an entry of a list that contains a word.
type Entry struct {
	List    string
	Line    int
	Columns []string
	Cells   []string
}

// Find returns the entries that contain a word or name, in any case, by list and line. It
// does not look at values that the headers explain, such as classes. If the lists give a
// base form for the word, as "phone" for "phoned", Find looks for that too. The lists are
// those of a directory over the embedded ones; nil means the embedded lists.
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
			if f.contains(r, wanted) {
				entries = append(entries, Entry{name, r.line, f.columns, r.cells})
			}
		}
	}
	return entries
}

// contains reports whether a row has one of some words as a cell or as an item of one.
func (f *file) contains(r row, words []string) bool {
	for i, cell := range r.cells {
		if cell == "" || len(f.values[f.columns[i]]) > 0 {
			continue
		}
		items := slices.Concat([]string{cell}, strings.Fields(cell), splitNames(cell))
		if slices.ContainsFunc(items, func(item string) bool { return isOneOf(item, words) }) {
			return true
		}
	}
	return false
}

func isOneOf(item string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.EqualFold(item, word) })
}
