package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

//go:embed *.tsv *.txt
var embedded embed.FS

// source holds the lists in use.
var source fs.FS = embedded

// fillers rebuild what callers hold after the lists change. They run in the order in which
// they were registered, so that one can depend on earlier ones.
var fillers []func()

// follow calls fill now and after each [Use].
func follow(fill func()) {
	fill()
	fillers = append(fillers, fill)
}

// Map returns what build returns. After [Use] the same map holds what build then returns.
// Call it for package variables only: every call is remembered.
func Map[K comparable, V any](build func() map[K]V) map[K]V {
	m := map[K]V{}
	follow(func() {
		clear(m)
		maps.Copy(m, build())
	})
	return m
}

// Value returns a function that returns what build returned when the lists last changed.
// Call it for package variables only: every call is remembered.
func Value[T any](build func() T) func() T {
	var value T
	follow(func() { value = build() })
	return func() T { return value }
}

// Use replaces the embedded lists by those in a directory; lists that the directory does
// not have stay as they are embedded. The maps and functions that this package has
// returned change too, so call Use before the first article is read, and not
// concurrently. If a list has faults, Use changes nothing and returns them as [Faults].
//
// Use is for trying an edited list. Nothing that loads into a store may call it: a graph
// must depend on its articles only.
func Use(directory fs.FS) error {
	edited := overlay{directory}
	var faults Faults
	for _, result := range Check(directory) {
		faults = append(faults, result.Faults...)
	}
	if len(faults) > 0 {
		return faults
	}
	source = edited
	for _, l := range lists {
		l.forget()
	}
	for _, fill := range fillers {
		fill()
	}
	return nil
}

// overlay reads a list from the edited ones, or else from the embedded ones.
type overlay struct{ edited fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	if _, err := fs.Stat(o.edited, name); err == nil {
		return o.edited.Open(name)
	}
	return embedded.Open(name)
}

// Names returns the names of all lists, sorted.
func Names() []string {
	var all []string
	for _, l := range lists {
		all = append(all, l.file())
	}
	slices.Sort(all)
	return all
}

// Read returns an embedded list as it is written.
func Read(name string) ([]byte, error) {
	data, err := embedded.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("there is no list %q; the lists are %s", name, strings.Join(Names(), ", "))
	}
	return data, nil
}
