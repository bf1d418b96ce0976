package edit

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// changes returns the clusters that are not as they were, those together that have
// members in common. A cluster that is there only once, and has none of the records that
// are concerned, was not looked at both times, and is left out.
func changes(before, after []graph.Cluster, concerned []string) []graph.ClusterChange {
	all := slices.Concat(before, after)
	first := map[string]int{} // cluster that has a member, by member
	parent := make([]int, len(all))
	find := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for i, c := range all {
		parent[i] = i
		for _, id := range c.Members {
			if at, known := first[id]; known {
				parent[find(i)] = find(at)
			} else {
				first[id] = i
			}
		}
	}
	byRoot := map[int]*graph.ClusterChange{}
	for i, c := range all {
		root := find(i)
		if byRoot[root] == nil {
			byRoot[root] = &graph.ClusterChange{}
		}
		if i < len(before) {
			byRoot[root].Before = append(byRoot[root].Before, c)
		} else {
			byRoot[root].After = append(byRoot[root].After, c)
		}
	}
	var list []graph.ClusterChange
	for _, change := range byRoot {
		once := len(change.Before) == 0 || len(change.After) == 0
		if same(change) || once && !hasAny(slices.Concat(change.Before, change.After), concerned) {
			continue
		}
		list = append(list, *change)
	}
	slices.SortFunc(list, func(a, b graph.ClusterChange) int { return cmp.Compare(firstID(a), firstID(b)) })
	return list
}

func same(c *graph.ClusterChange) bool {
	return slices.EqualFunc(c.Before, c.After, func(a, b graph.Cluster) bool {
		return a.ID == b.ID && a.Name == b.Name && a.Detail == b.Detail && slices.Equal(a.Members, b.Members)
	})
}

func hasAny(clusters []graph.Cluster, ids []string) bool {
	return slices.ContainsFunc(clusters, func(c graph.Cluster) bool {
		return slices.ContainsFunc(c.Members, func(id string) bool { return slices.Contains(ids, id) })
	})
}

func firstID(c graph.ClusterChange) string { return slices.Concat(c.Before, c.After)[0].ID }
