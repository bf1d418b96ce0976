package entity

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// Cluster is an entity and the variants that mean it.
type Cluster struct {
	Entity   graph.Entity
	Variants []*Variant
}

// Link clusters the variants of one block. Each is in one of the clusters, which come
// by their entity's ID.
func Link(block []*Variant) []Cluster { return LinkUnder([][]*Variant{block}, nil) }

// LinkUnder clusters the variants of blocks, each block by itself, and then under
// judgements, which can join variants of several blocks and split a variant.
func LinkUnder(blocks [][]*Variant, judged *judge.Judgements) []Cluster {
	var groups [][]*Variant
	for _, block := range blocks {
		groups = append(groups, linkBlock(block)...)
	}
	if judged.Any() {
		groups = constrain(groups, judged)
	}
	clusters := make([]Cluster, len(groups))
	for i, group := range groups {
		clusters[i] = Cluster{fuse(group), group}
		correctProfile(clusters[i].Entity, judged.Profile(membersOf(group)))
	}
	slices.SortFunc(clusters, func(a, b Cluster) int { return cmp.Compare(a.Entity.NodeID(), b.Entity.NodeID()) })
	addSurnames(clusters)
	return clusters
}

// linkBlock returns the variants of one block, grouped by what they mean.
func linkBlock(block []*Variant) [][]*Variant {
	if len(block) == 0 {
		return nil
	}
	groups := newUnionFind(len(block))
	if block[0].kind == graph.KindPerson {
		linkPersons(block, groups)
	} else {
		linkByName(block, groups)
	}
	var clusters [][]*Variant
	for _, group := range groups.sets() {
		variants := make([]*Variant, len(group))
		for i, index := range group {
			variants[i] = block[index]
		}
		clusters = append(clusters, variants)
	}
	return clusters
}
