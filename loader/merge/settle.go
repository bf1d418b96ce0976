package merge

import (
	"maps"
	"slices"
)

// clearMajority is the share of the members of all groups that could be meant
// that one of them must have, for what is not told apart to mean it: what one
// article in many got wrong must not part a name from its bearer.
const clearMajority = 0.9

// settle joins groups that tell less than others, each given by one of its looks,
// with the one other group that each can mean, or with the one that a clear
// majority of members are of. Homes has, for each, a look of each group that it
// can mean.
func settle(block []*look, groups *partition, homes map[int]map[int]bool) {
	sizes := map[int]int{} // by group, before any is settled
	for i, l := range block {
		sizes[groups.find(i)] += len(l.members)
	}
	var joins [][2]int
	for _, group := range sortedInts(homes) {
		best, all := -1, 0
		for _, home := range sortedInts(homes[group]) {
			all += sizes[home]
			if best < 0 || sizes[home] > sizes[best] {
				best = home
			}
		}
		if best >= 0 && float64(sizes[best]) >= clearMajority*float64(all) {
			joins = append(joins, [2]int{best, group})
		}
	}
	for _, join := range joins {
		groups.join(join[0], join[1])
	}
}

func sortedInts[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
