// Package match tells whether two names can be of one bearer, by their letters
// alone.
package match

import (
	"slices"
	"strings"

	"dateline/graph"
)

// Names tells whether two names, as two sources write them, can be of one person,
// organization or place.
func Names(kind graph.EntityKind, a, b string) bool {
	x, y := strings.Fields(graph.Fold(a)), strings.Fields(graph.Fold(b))
	slices.Sort(x)
	slices.Sort(y)
	return len(x) > 0 && slices.Equal(x, y)
}
