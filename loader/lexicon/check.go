package lexicon

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Result is the result of checking one list.
type Result struct {
	List    string
	Entries int
	Faults  Faults
}

// Check checks the lists of a directory, together with the embedded lists that it does not
// have, and returns a result for each list, by name. A nil directory means the embedded
// lists.
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
		slices.SortFunc(result.Faults, func(a, b Fault) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), strings.Compare(a.Problem, b.Problem))
		})
		results = append(results, *result)
	}
	slices.SortFunc(results, func(a, b Result) int { return strings.Compare(a.List, b.List) })
	return results
}

// changedHeader finds values that only one of an edited header and the embedded one
// explains. A new value needs a rule that uses it, so it cannot be added here.
func changedHeader(fsys fs.FS, name string) Faults {
	edited, original := readFile(fsys, name), readFile(embedded, name)
	const remedy = "restore the header; a new value needs a rule that uses it"
	var faults Faults
	for column, values := range original.values {
		for _, value := range without(values, edited.values[column]) {
			faults = append(faults, Fault{name, 0, fmt.Sprintf("the header does not explain %q, a value of column %q", value, column), remedy})
		}
	}
	for column, values := range edited.values {
		for _, value := range without(values, original.values[column]) {
			faults = append(faults, Fault{name, 0, fmt.Sprintf("no rule uses %q, a value of column %q", value, column), remedy})
		}
	}
	return faults
}

// without returns the values that are not among others.
func without(values, others []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(value string) bool { return slices.Contains(others, value) })
}

// strays finds files that look like lists but have the name of none, so that they would be
// ignored.
func strays(directory fs.FS) Faults {
	if directory == nil {
		return nil
	}
	entries, err := fs.ReadDir(directory, ".")
	if err != nil {
		return Faults{{".", 0, fmt.Sprintf("the folder cannot be read: %v", err), "name a folder of lists"}}
	}
	var faults Faults
	known := Names()
	for _, e := range entries {
		isList := strings.HasSuffix(e.Name(), ".tsv") || strings.HasSuffix(e.Name(), ".txt")
		if isList && !slices.Contains(known, e.Name()) {
			faults = append(faults, Fault{e.Name(), 0, "is not the name of a list", "rename it to one of " + strings.Join(known, ", ")})
		}
	}
	return faults
}
