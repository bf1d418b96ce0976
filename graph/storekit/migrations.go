package storekit

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"dateline/graph"
)

// Migration is one step of a store's schema: a file NNNN_name.
type Migration struct {
	Version int
	Name    string
	Script  string
}

// LoadAnew begins the hint for a store of a schema that cannot be brought up to date.
const LoadAnew = "Load its articles again"

// Migrations reads the files of a pattern, which are numbered from first without a
// gap. A file that was released is never changed; a later one changes what it made.
func Migrations(files fs.FS, pattern string, first int) ([]Migration, error) {
	names, err := fs.Glob(files, pattern) // sorted
	if err != nil {
		return nil, err
	}
	steps := make([]Migration, 0, len(names))
	for i, name := range names {
		number, _, _ := strings.Cut(path.Base(name), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != first+i {
			return nil, fmt.Errorf("migration %s: want number %d", name, first+i)
		}
		script, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		steps = append(steps, Migration{version, name, string(script)})
	}
	return steps, nil
}

// Pending returns the migrations that a store of this version lacks. It returns
// ErrSchema for a store that a newer Dateline wrote.
func Pending(steps []Migration, version int) ([]Migration, error) {
	for i, step := range steps {
		if step.Version > version {
			return steps[i:], nil
		}
	}
	if newest := steps[len(steps)-1].Version; version > newest {
		return nil, fmt.Errorf("%w: it is schema %d, and this Dateline knows up to %d", graph.ErrSchema, version, newest)
	}
	return nil, nil
}
