package entity

import (
	"maps"
	"slices"
)

// clearMajority is the share of the members of all candidates that one candidate must
// have for an ambiguous group to be linked with it. It is a judgement: an error in one
// article of ten must not part a name from its bearer.
const clearMajority = 0.9

// linkAmbiguous links each ambiguous group with its only candidate, or with the one
// that has a clear majority of all its candidates' members. Candidates holds, for the
// root of each ambiguous group, the roots of the groups that it may belong to.
func linkAmbiguous(block []*Variant, groups *unionFind, candidates map[int]map[int]bool) {
	sizes := map[int]int{} // by root, before any group is linked
	for i, v := range block {
		sizes[groups.find(i)] += len(v.Members)
	}
	var links [][2]int
	for _, group := range slices.Sorted(maps.Keys(candidates)) {
		if best, found := majority(candidates[group], sizes); found {
			links = append(links, [2]int{best, group})
		}
	}
	for _, link := range links {
		groups.union(link[0], link[1])
	}
}

// majority returns the largest of the candidates, the first among equals, and whether
// it has a clear majority.
func majority(candidates map[int]bool, sizes map[int]int) (best int, found bool) {
	best, all := -1, 0
	for _, candidate := range slices.Sorted(maps.Keys(candidates)) {
		all += sizes[candidate]
		if best < 0 || sizes[candidate] > sizes[best] {
			best = candidate
		}
	}
	return best, best >= 0 && float64(sizes[best]) >= clearMajority*float64(all)
}
