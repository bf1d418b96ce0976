package entity

import (
	"slices"
	"strings"

	"dateline/graph"
)

// linkByName links organizations or places that share a full name and a country. One
// without a country is linked where its name can mean only one. An acronym is linked
// with the only full name in the block that has those initials. A state is its country.
func linkByName(block []*Variant, groups *unionFind) {
	if block[0].state && block[0].country != "" {
		for i := range block {
			groups.union(0, i)
		}
		return
	}
	bearers := linkSameNames(block, groups)
	linkAmbiguous(block, groups, candidatesByName(block, bearers, groups))
	linkAcronyms(block, groups)
}

// linkSameNames links variants of the same name and country, and returns for each name a
// variant of every country that has it.
func linkSameNames(block []*Variant, groups *unionFind) (bearers map[string][]int) {
	type place struct{ name, country string }
	first := map[place]int{}
	bearers = map[string][]int{}
	for i, v := range block {
		for _, name := range fullNames(v) {
			if at, ok := first[place{name, v.country}]; ok {
				groups.union(at, i)
				continue
			}
			first[place{name, v.country}] = i
			if v.country != "" {
				bearers[name] = append(bearers[name], i)
			}
		}
	}
	return bearers
}

// candidatesByName returns, for each group that has variants without a country, the
// groups that have one of their names and a country.
func candidatesByName(block []*Variant, bearers map[string][]int, groups *unionFind) map[int]map[int]bool {
	candidates := map[int]map[int]bool{}
	for i, v := range block {
		if v.country != "" {
			continue
		}
		group := groups.find(i)
		if candidates[group] == nil {
			candidates[group] = map[int]bool{}
		}
		for _, name := range fullNames(v) {
			for _, bearer := range bearers[name] {
				candidates[group][groups.find(bearer)] = true
			}
		}
	}
	return candidates
}

// fullNames returns the keys of a variant's names, without acronyms and single words
// among the aliases, which many share.
func fullNames(v *Variant) []string {
	names := []string{nameKey(v.name)}
	for _, alias := range v.aliases {
		if isAcronym(alias) || !strings.Contains(alias, " ") {
			continue
		}
		if key := nameKey(alias); !slices.Contains(names, key) {
			names = append(names, key)
		}
	}
	return names
}

func nameKey(name string) string {
	if isAcronym(name) {
		return strings.ReplaceAll(graph.Fold(name), " ", "")
	}
	if key := ministryKey(name); key != "" {
		return key
	}
	return strings.TrimPrefix(spellingKey(name), "the ")
}
