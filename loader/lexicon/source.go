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

// source is where the lists in use are read from.
var source fs.FS = embedded

// fillers fill what was handed out, in the order in which it was.
var fillers []func()

// follow fills something now and after each [Use].
func follow(fill func()) {
	fill()
	fillers = append(fillers, fill)
}

// Map returns the map that build makes of the lists. After [Use] it holds, in place,
// what build makes of the new ones.
func Map[K comparable, V any](build func() map[K]V) map[K]V {
	m := map[K]V{}
	follow(func() {
		clear(m)
		maps.Copy(m, build())
	})
	return m
}

// Value returns what gives the value that build makes of the lists; after [Use] that is
// the one made of the new lists.
func Value[T any](build func() T) func() T {
	var value T
	follow(func() { value = build() })
	return func() T { return value }
}

// Use puts the lists of a directory in the place of those built in; a list that the
// directory lacks stays the one built in. All that was handed out changes with it,
// so Use comes before the first article and never beside one. If the lists do not
// hold, Use changes nothing and returns their [Faults].
//
// A store's graph is a function of the articles, so what loads into a store never
// calls Use: it is for trying out an edited list.
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

// overlay is a directory of edited lists over those built in.
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

// Read returns a list as it is built in, with its header.
func Read(name string) ([]byte, error) {
	data, err := embedded.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("there is no list %q; there is %s", name, strings.Join(Names(), ", "))
	}
	return data, nil
}
