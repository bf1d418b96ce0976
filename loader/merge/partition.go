package merge

import (
	"cmp"
	"maps"
	"slices"
)

// partition is a disjoint-set forest over 0 … n-1 (Galler and Fischer, 1964). The
// root of a set is its smallest member, so that the result does not depend on
// the order of joins.
type partition struct{ parent []int }

func newPartition(n int) *partition {
	p := &partition{parent: make([]int, n)}
	for i := range p.parent {
		p.parent[i] = i
	}
	return p
}

func (p *partition) find(i int) int {
	for p.parent[i] != i {
		p.parent[i] = p.parent[p.parent[i]]
		i = p.parent[i]
	}
	return i
}

func (p *partition) join(i, j int) {
	i, j = p.find(i), p.find(j)
	p.parent[max(i, j)] = min(i, j)
}

// sets returns the sets by their smallest member, each in order.
func (p *partition) sets() [][]int {
	byRoot := map[int][]int{}
	for i := range p.parent {
		root := p.find(i)
		byRoot[root] = append(byRoot[root], i)
	}
	var sets [][]int
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		sets = append(sets, byRoot[root])
	}
	return sets
}

// tally counts strings.
type tally map[string]int

func (t tally) add(s string) { t[s]++ }

// mostFrequent returns the strings by falling count, then by letters.
func (t tally) mostFrequent() []string {
	return slices.SortedFunc(maps.Keys(t), func(a, b string) int {
		return cmp.Or(cmp.Compare(t[b], t[a]), cmp.Compare(a, b))
	})
}
