package entity

import (
	"maps"
	"slices"
)

// unionFind is a disjoint-set forest over 0 … n-1 (Galler and Fischer, 1964). The root
// of a set is its smallest element, so the result does not depend on the order of
// unions.
type unionFind struct{ parent []int }

func newUnionFind(n int) *unionFind {
	u := &unionFind{parent: make([]int, n)}
	for i := range u.parent {
		u.parent[i] = i
	}
	return u
}

// find returns the root of the set that i is in.
func (u *unionFind) find(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *unionFind) union(i, j int) {
	i, j = u.find(i), u.find(j)
	u.parent[max(i, j)] = min(i, j)
}

// sets returns the sets by their smallest element, each in order.
func (u *unionFind) sets() [][]int {
	byRoot := map[int][]int{}
	for i := range u.parent {
		root := u.find(i)
		byRoot[root] = append(byRoot[root], i)
	}
	var sets [][]int
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		sets = append(sets, byRoot[root])
	}
	return sets
}
