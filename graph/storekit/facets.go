package storekit

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
)

// FacetCounts returns counts by value in the order of graph.FacetQuery, at most first of
// them; 0 for all.
func FacetCounts(counts map[string]int, first int) []graph.FacetCount {
	var sorted []graph.FacetCount
	for value, count := range counts {
		if value != "" {
			sorted = append(sorted, graph.FacetCount{Value: value, Count: count})
		}
	}
	slices.SortFunc(sorted, func(a, b graph.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	if first > 0 && len(sorted) > first {
		sorted = sorted[:first]
	}
	return sorted
}
