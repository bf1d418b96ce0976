package entity

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// Cluster is an entity and the variants that mean it.
type Cluster struct {
	Entity   graph.Entity
	Variants []*Variant
}

// Link clusters the variants of one block. Each is in one of the clusters, which come
// by their entity's ID.
func Link(block []*Variant) []Cluster {
	if len(block) == 0 {
		return nil
	}
	groups := newUnionFind(len(block))
	if block[0].kind == graph.KindPerson {
		linkPersons(block, groups)
	} else {
		linkByName(block, groups)
	}
	var clusters []Cluster
	for _, group := range groups.sets() {
		variants := make([]*Variant, len(group))
		for i, index := range group {
			variants[i] = block[index]
		}
		clusters = append(clusters, Cluster{fuse(variants), variants})
	}
	slices.SortFunc(clusters, func(a, b Cluster) int { return cmp.Compare(a.Entity.NodeID(), b.Entity.NodeID()) })
	if len(clusters) == 1 {
		addSurname(clusters[0].Entity)
	}
	return clusters
}
