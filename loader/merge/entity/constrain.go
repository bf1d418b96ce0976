package entity

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// atom is what judgements cannot split: a member that one names, or all members of a
// variant that none does.
type atom struct {
	variant *Variant
	named   string // the member's group of judgements; "" for none
}

// constraining joins atoms under judgements. A set of atoms has the groups of judgements
// that its named atoms are of.
type constraining struct {
	judged *judge.Judgements
	atoms  []atom
	sets   *unionFind
	groups map[int]map[string]bool // by root
}

// constrain clusters anew what linking has clustered. What is judged the same comes
// first; then linked variants are joined again, as far as nothing between them is judged
// different. A member that no judgement names stays with those of its own variant, and a
// variant with the largest part of its cluster.
func constrain(linked [][]*Variant, judged *judge.Judgements) [][]*Variant {
	c := &constraining{judged: judged, groups: map[int]map[string]bool{}}
	byVariant := make([][][]int, len(linked)) // the atoms of each variant of each cluster
	for i, variants := range linked {
		for _, v := range variants {
			byVariant[i] = append(byVariant[i], c.split(v))
		}
	}
	c.sets = newUnionFind(len(c.atoms))
	c.joinSame()
	for _, variants := range byVariant {
		var cluster []int
		for _, atoms := range variants {
			c.joinLinked(atoms)
			cluster = append(cluster, atoms...)
		}
		c.joinLinked(c.largestFirst(cluster))
	}
	var clusters [][]*Variant
	for _, set := range c.sets.sets() {
		var variants []*Variant
		for _, i := range set {
			variants = append(variants, c.atoms[i].variant)
		}
		clusters = append(clusters, variants)
	}
	return clusters
}

// split adds the atoms of a variant, the members that no judgement names first, and
// returns their numbers.
func (c *constraining) split(v *Variant) []int {
	first := len(c.atoms)
	rest := *v
	rest.Members = slices.DeleteFunc(slices.Clone(v.Members), func(m *graph.Member) bool { return c.judged.Named(m.ID) })
	switch len(rest.Members) {
	case len(v.Members):
		c.atoms = append(c.atoms, atom{variant: v})
		return []int{first}
	case 0:
	default:
		c.atoms = append(c.atoms, atom{variant: &rest})
	}
	for _, m := range v.Members {
		if c.judged.Named(m.ID) {
			one := *v
			one.Members = []*graph.Member{m}
			c.atoms = append(c.atoms, atom{&one, c.judged.Group(m.ID)})
		}
	}
	numbers := make([]int, 0, len(c.atoms)-first)
	for i := first; i < len(c.atoms); i++ {
		numbers = append(numbers, i)
	}
	return numbers
}

// joinSame joins the atoms that are judged the same.
func (c *constraining) joinSame() {
	first := map[string]int{}
	for i, a := range c.atoms {
		if a.named == "" {
			continue
		}
		if at, known := first[a.named]; known {
			c.sets.union(at, i)
			continue
		}
		first[a.named] = i
		c.groups[i] = map[string]bool{a.named: true}
	}
}

// joinLinked joins each of the atoms with the first one before it that it may be with.
func (c *constraining) joinLinked(atoms []int) {
	var roots []int
	for _, i := range atoms {
		joined := slices.ContainsFunc(roots, func(root int) bool { return c.join(root, i) })
		if !joined {
			roots = append(roots, i)
		}
	}
}

// join joins the sets of two atoms, unless something between them is judged different.
func (c *constraining) join(i, j int) bool {
	x, y := c.sets.find(i), c.sets.find(j)
	if x == y {
		return true
	}
	if c.judged.AnyApart(c.groups[x], c.groups[y]) {
		return false
	}
	c.sets.union(x, y)
	groups := map[string]bool{}
	for _, of := range []map[string]bool{c.groups[x], c.groups[y]} {
		for group := range of {
			groups[group] = true
		}
	}
	if len(groups) > 0 {
		c.groups[c.sets.find(x)] = groups
	}
	return true
}

// largestFirst sorts the atoms of a cluster by the number of its members that their sets
// have, then by the smallest ID.
func (c *constraining) largestFirst(cluster []int) []int {
	sizes, smallest := map[int]int{}, map[int]string{}
	for _, i := range cluster {
		root, members := c.sets.find(i), c.atoms[i].variant.Members
		sizes[root] += len(members)
		if was := smallest[root]; was == "" || members[0].ID < was {
			smallest[root] = members[0].ID
		}
	}
	sorted := slices.Clone(cluster)
	slices.SortStableFunc(sorted, func(i, j int) int {
		x, y := c.sets.find(i), c.sets.find(j)
		return cmp.Or(cmp.Compare(sizes[y], sizes[x]), cmp.Compare(smallest[x], smallest[y]))
	})
	return sorted
}
