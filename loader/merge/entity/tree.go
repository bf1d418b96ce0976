package entity

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// With returns the variant of a cluster that has a member; nil if none does.
func (c *Cluster) With(memberID string) *Variant {
	for _, v := range c.Variants {
		if slices.ContainsFunc(v.Members, func(m *graph.Member) bool { return m.ID == memberID }) {
			return v
		}
	}
	return nil
}

// Core returns the variant that says most of whom a cluster means.
func (c *Cluster) Core() *Variant { return c.core() }

// Parts returns the variants of a cluster, the largest first.
func (c *Cluster) Parts() []*graph.Compared {
	var parts []*graph.Compared
	for _, v := range c.largestFirst() {
		parts = append(parts, v.Compared())
	}
	return parts
}

func (c *Cluster) largestFirst() []*Variant {
	variants := slices.Clone(c.Variants)
	slices.SortStableFunc(variants, func(a, b *Variant) int {
		return cmp.Or(cmp.Compare(len(b.Members), len(a.Members)), cmp.Compare(a.Members[0].ID, b.Members[0].ID))
	})
	return variants
}

// Tree returns the comparisons that connect all variants of a cluster: each with the one of
// those before it, from its core on, that it is most like, what people have judged the same
// before anything else.
func (c *Cluster) Tree(judged *judge.Judgements) []*graph.Comparison {
	core := c.core()
	placed := []*Variant{core}
	var tree []*graph.Comparison
	for _, v := range c.largestFirst() {
		if v == core {
			continue
		}
		var best *graph.Comparison
		highest := -1.0
		for _, other := range placed[:min(len(placed), mostCompared)] {
			compared := Compare(other, v, false)
			score := compared.Score
			if isSame(other, v, judged) {
				score += 2
			}
			if score > highest {
				best, highest = compared, score
			}
		}
		tree = append(tree, best)
		placed = append(placed, v)
	}
	return tree
}

func isSame(a, b *Variant, judged *judge.Judgements) bool {
	if !judged.Any() {
		return false
	}
	groups := map[string]bool{}
	for _, m := range a.Members {
		if judged.Named(m.ID) {
			groups[judged.Group(m.ID)] = true
		}
	}
	return slices.ContainsFunc(b.Members, func(m *graph.Member) bool { return judged.Named(m.ID) && groups[judged.Group(m.ID)] })
}

// MostAlike returns the comparison of those variants of two clusters, of the largest ones,
// that are most alike.
func (c *Cluster) MostAlike(other *Cluster, most int) *graph.Comparison {
	var best *graph.Comparison
	ones, others := c.largestFirst(), other.largestFirst()
	for _, a := range ones[:min(len(ones), most)] {
		for _, b := range others[:min(len(others), most)] {
			if compared := Compare(a, b, false); best == nil || compared.Score > best.Score {
				best = compared
			}
		}
	}
	return best
}
