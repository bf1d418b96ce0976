package entity

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// Doubt is a review in the making: what it asks, and the IDs of the members that the answer
// can move.
type Doubt struct {
	Review *graph.Review
	Moving []string
}

// The bounds of what one clustering asks, so that a common surname costs no more than a rare
// one. They are judgements: of more, people look at none.
const (
	mostCompared = 40 // clusters of a block, the largest ones, and variants of a cluster
	mostDoubts   = 20 // reviews of a block
	mostParts    = 10 // of a review
	mostMoving   = 500
)

// Doubts returns what is worth a person's look in clusters that were linked together: what
// little joined, and what little keeps apart. What a person has judged is not asked.
func Doubts(clusters []Cluster, judged *judge.Judgements) []Doubt {
	named := slices.DeleteFunc(slices.Clone(clusters), func(c Cluster) bool { return graph.ProfileOf(c.Entity).Nominal })
	if len(named) == 0 || len(named) == 1 && len(named[0].Variants) == 1 {
		return nil
	}
	slices.SortStableFunc(named, func(a, b Cluster) int { return cmp.Compare(b.size(), a.size()) })
	named = named[:min(len(named), mostCompared)]
	bearers := fullNamesOf(named)
	var doubts []Doubt
	for _, c := range named {
		if d, found := c.doubtfulMerge(bearers <= 1, judged); found {
			doubts = append(doubts, d)
		}
	}
	doubts = append(doubts, nearMisses(named, judged)...)
	slices.SortStableFunc(doubts, func(a, b Doubt) int { return cmp.Compare(len(b.Moving), len(a.Moving)) })
	return doubts[:min(len(doubts), mostDoubts)]
}

// fullNamesOf counts the clusters of people who are named in full.
func fullNamesOf(clusters []Cluster) int {
	count := 0
	for _, c := range clusters {
		if given, _ := personName(graph.ProfileOf(c.Entity).Name); len(given) > 0 {
			count++
		}
	}
	return count
}

func (c Cluster) size() int { return len(graph.ProfileOf(c.Entity).Members) }

// core returns the variant that says most of whom a cluster means: the one with the
// entity's name that most members have, or else the largest.
func (c Cluster) core() *Variant {
	name := graph.ProfileOf(c.Entity).Name
	return slices.MaxFunc(c.Variants, func(a, b *Variant) int {
		return cmp.Or(compareBool(a.name == name, b.name == name), cmp.Compare(len(a.Members), len(b.Members)), cmp.Compare(b.Members[0].ID, a.Members[0].ID))
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// doubtfulMerge asks about the variants that too little joins with the core of a cluster.
// Those with one name are asked about once.
func (c Cluster) doubtfulMerge(alone bool, judged *judge.Judgements) (Doubt, bool) {
	if len(c.Variants) < 2 {
		return Doubt{}, false
	}
	core := c.core()
	var comparisons []*graph.Comparison
	var moving []string
	largest := slices.Clone(c.Variants)
	slices.SortStableFunc(largest, func(a, b *Variant) int { return cmp.Compare(len(b.Members), len(a.Members)) })
	seen := map[string]bool{}
	for _, v := range largest[:min(len(largest), mostCompared)] {
		if v == core {
			continue
		}
		if score, against := scoreOf(core, v, alone); score >= sureScore && !against || judged.Any() && isSettled(core.ids(), v.ids(), judged) {
			continue
		}
		compared := Compare(core, v, alone)
		moving = append(moving, v.ids()...)
		if !seen[v.name] && len(comparisons) < mostParts-1 {
			seen[v.name] = true
			comparisons = append(comparisons, compared)
		}
	}
	if len(comparisons) == 0 {
		return Doubt{}, false
	}
	parts := []*graph.Compared{core.Compared()}
	about := []string{core.Members[0].Block, core.name, core.country}
	least := 1.0
	for _, compared := range comparisons {
		parts = append(parts, compared.B)
		about = append(about, "joined "+compared.B.Name)
		least = min(least, compared.Score)
	}
	text := fmt.Sprintf("Were these rightly taken for one %s: %s?", nounOf(core.kind), listOf(parts))
	review := graph.NewReview(graph.Review{Kind: graph.ReviewDoubtfulMerge, Text: text, Doubt: 1 - least, Parts: parts, Comparisons: comparisons}, about...)
	return Doubt{review, moving[:min(len(moving), mostMoving)]}, true
}

// isSettled reports whether a person has judged members of two lists against each other.
func isSettled(some, others []string, judged *judge.Judgements) bool {
	if !judged.Any() {
		return false
	}
	known := func(ids []string) []string {
		var named []string
		for _, id := range ids {
			if judged.Named(id) || judged.Left(id) {
				named = append(named, id)
			}
		}
		return named
	}
	return judged.Settled(known(some), known(others))
}

// ids returns the IDs of a variant's members.
func (v *Variant) ids() []string {
	ids := make([]string, len(v.Members))
	for i, m := range v.Members {
		ids[i] = m.ID
	}
	return ids
}

// nearMisses asks about clusters that are nearly alike, those together that are connected.
func nearMisses(clusters []Cluster, judged *judge.Judgements) []Doubt {
	groups := newUnionFind(len(clusters))
	byRoot := map[int][]*graph.Comparison{}
	var near []struct {
		at       int
		compared *graph.Comparison
	}
	cores := make([]*Variant, len(clusters))
	for i, c := range clusters {
		cores[i] = c.core()
	}
	for i, c := range clusters {
		for j := i + 1; j < len(clusters); j++ {
			a, b := cores[i], cores[j]
			if a.Members[0].Block != b.Members[0].Block {
				continue
			}
			if score, _ := scoreOf(a, b, false); score < nearScore || isSettled(graph.ProfileOf(c.Entity).Members, graph.ProfileOf(clusters[j].Entity).Members, judged) {
				continue
			}
			compared := Compare(a, b, false)
			groups.union(i, j)
			near = append(near, struct {
				at       int
				compared *graph.Comparison
			}{i, compared})
		}
	}
	for _, n := range near {
		root := groups.find(n.at)
		byRoot[root] = append(byRoot[root], n.compared)
	}
	var doubts []Doubt
	for _, set := range groups.sets() {
		if len(set) > 1 {
			doubts = append(doubts, nearMiss(clusters, set, byRoot[groups.find(set[0])]))
		}
	}
	return doubts
}

// nearMiss asks about the clusters of a set, given by number, the largest first.
func nearMiss(clusters []Cluster, set []int, comparisons []*graph.Comparison) Doubt {
	var parts []*graph.Compared
	var moving []string
	var about []string
	for n, i := range set {
		if n == mostParts {
			break
		}
		core := clusters[i].core()
		part := core.Compared()
		part.Size = clusters[i].size()
		parts = append(parts, part)
		about = append(about, core.Members[0].Block+" "+core.name+" "+core.country+" "+string(core.sector))
		if n > 0 {
			moving = append(moving, graph.ProfileOf(clusters[i].Entity).Members...)
		}
	}
	slices.SortStableFunc(comparisons, func(a, b *graph.Comparison) int { return cmp.Compare(b.Score, a.Score) })
	comparisons = comparisons[:min(len(comparisons), mostParts)]
	text := fmt.Sprintf("Are these one %s: %s?", nounOf(clusters[set[0]].core().kind), listOf(parts))
	review := graph.NewReview(graph.Review{Kind: graph.ReviewNearMiss, Text: text, Doubt: comparisons[0].Score, Parts: parts, Comparisons: comparisons}, about...)
	return Doubt{review, moving[:min(len(moving), mostMoving)]}
}

func nounOf(kind graph.EntityKind) string {
	switch kind {
	case graph.KindPerson:
		return "person"
	case graph.KindOrganization:
		return "organization"
	}
	return "place"
}

// listOf names the parts of a review.
func listOf(parts []*graph.Compared) string {
	text := ""
	for i, part := range parts {
		switch {
		case i == 0:
		case i == len(parts)-1:
			text += " and "
		default:
			text += ", "
		}
		text += "“" + part.Name + "”"
	}
	return text
}
