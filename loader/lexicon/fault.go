package lexicon

import (
	"fmt"
	"strings"
)

// Fault is something wrong in a list: where it is, what it is, and what to do about it.
// Line is 0 for a fault of the whole file.
type Fault struct {
	File    string
	Line    int
	Problem string
	Remedy  string
}

func (f Fault) Error() string {
	place := f.File
	if f.Line > 0 {
		place = fmt.Sprintf("%s:%d", f.File, f.Line)
	}
	return fmt.Sprintf("%s: %s: %s", place, f.Problem, f.Remedy)
}

// Faults are the faults of some lists. As an error they are one per line.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}
