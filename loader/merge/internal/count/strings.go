// Package count counts strings, to choose the value that most members of a cluster
// agree on.
package count

import (
	"cmp"
	"maps"
	"slices"
)

// Strings holds how often each string was counted.
type Strings map[string]int

// Add counts a string once more.
func (s Strings) Add(text string) { s[text]++ }

// MostFrequent returns the strings by falling count, then in order of their bytes.
func (s Strings) MostFrequent() []string {
	return slices.SortedFunc(maps.Keys(s), func(a, b string) int {
		return cmp.Or(cmp.Compare(s[b], s[a]), cmp.Compare(a, b))
	})
}
