package entity

import (
	"maps"
	"slices"
)

// linkBareSurnames links each bare surname with the only person whom it can mean, unless
// another bare surname that means the same person contradicts it. It returns those that
// stay unlinked.
func linkBareSurnames(bare, named []*person, groups *unionFind) (unlinked []*person) {
	byCandidate := map[int][]*person{}
	for _, b := range bare {
		if candidate, only := onlyCandidate(b, named, groups); only {
			byCandidate[candidate] = append(byCandidate[candidate], b)
		} else {
			unlinked = append(unlinked, b)
		}
	}
	for _, candidate := range slices.Sorted(maps.Keys(byCandidate)) {
		list := byCandidate[candidate]
		for _, b := range list {
			if slices.ContainsFunc(list, func(other *person) bool { return !b.compatible(other) }) {
				unlinked = append(unlinked, b)
				continue
			}
			groups.union(candidate, b.variants[0])
		}
	}
	return unlinked
}

// onlyCandidate returns the root of the only group of named persons that a bare surname
// can mean: it must be compatible with each person of the group.
func onlyCandidate(b *person, named []*person, groups *unionFind) (candidate int, only bool) {
	possible := map[int]bool{}
	for _, p := range named {
		root := groups.find(p.variants[0])
		was, known := possible[root]
		possible[root] = b.compatible(p) && (was || !known)
	}
	candidate, count := -1, 0
	for root, can := range possible {
		if can {
			candidate = root
			count++
		}
	}
	return candidate, count == 1
}

// compatibleSurnames returns, for each bare surname, those that may be the same person,
// in order.
func compatibleSurnames(bare []*person) [][]int {
	found := make([][]int, len(bare))
	for i, p := range bare {
		for j, q := range bare {
			if i != j && p.compatible(q) {
				found[i] = append(found[i], j)
			}
		}
	}
	return found
}
