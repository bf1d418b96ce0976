package lexicon

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Result is what checking one list came to.
type Result struct {
	List    string
	Entries int
	Faults  Faults
}

// Check reads the lists of a directory and says what is wrong with them; nil stands
// for the lists built in. Lists that the directory lacks are those built in, and are
// held against the edited ones.
func Check(directory fs.FS) []Result {
	var fsys fs.FS = embedded
	if directory != nil {
		fsys = overlay{directory}
	}
	found := map[string]*Result{}
	for _, l := range lists {
		entries, faults := l.check(fsys)
		found[l.file()] = &Result{l.file(), entries, faults}
		if directory != nil {
			found[l.file()].Faults = append(found[l.file()].Faults, changedHeader(fsys, l.file())...)
		}
	}
	for _, fault := range append(crossFaults(fsys), strays(directory)...) {
		if found[fault.File] == nil {
			found[fault.File] = &Result{List: fault.File}
		}
		found[fault.File].Faults = append(found[fault.File].Faults, fault)
	}
	results := make([]Result, 0, len(found))
	for _, result := range found {
		slices.SortStableFunc(result.Faults, func(a, b Fault) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Problem, b.Problem)) })
		results = append(results, *result)
	}
	slices.SortFunc(results, func(a, b Result) int { return strings.Compare(a.List, b.List) })
	return results
}

// changedHeader finds columns' values that an edited header has and the one built in
// has not, or the other way round: a class comes with the rule that asks for it.
func changedHeader(fsys fs.FS, name string) Faults {
	edited, builtIn := readFile(fsys, name), readFile(embedded, name)
	var faults Faults
	for column, values := range builtIn.values {
		for _, value := range values {
			if !slices.Contains(edited.values[column], value) {
				faults = append(faults, Fault{name, 0, fmt.Sprintf("the header lacks %q, a value of column %q", value, column), "keep the header as it is built in"})
			}
		}
	}
	for column, values := range edited.values {
		for _, value := range values {
			if !slices.Contains(builtIn.values[column], value) {
				faults = append(faults, Fault{name, 0, fmt.Sprintf("no rule asks for %s %q", column, value), "keep the header as it is built in; a new value comes with a new rule"})
			}
		}
	}
	return faults
}

// strays finds files of a directory that are no lists, which nothing would read.
func strays(directory fs.FS) Faults {
	if directory == nil {
		return nil
	}
	entries, err := fs.ReadDir(directory, ".")
	if err != nil {
		return Faults{{".", 0, fmt.Sprintf("the directory cannot be read: %v", err), "name a directory of lists"}}
	}
	var faults Faults
	known := Names()
	for _, e := range entries {
		isList := strings.HasSuffix(e.Name(), ".tsv") || strings.HasSuffix(e.Name(), ".txt")
		if isList && !slices.Contains(known, e.Name()) {
			faults = append(faults, Fault{e.Name(), 0, "is no list that Dateline reads", "name it as one of " + strings.Join(known, ", ")})
		}
	}
	return faults
}
