package entity

import (
	"slices"
	"strings"
)

// person is the variants of a block that have their given names, country, sector and
// suffix in common.
type person struct {
	given     []string // keys; none for a bare surname
	country   string
	sector    Sector
	suffix    string // "jr", "iii": distinguishes sons and kings
	variants  []int
	ambiguous bool // compatible with two persons who are not compatible with each other
}

// linkPersons links persons of one surname whose given names, countries, sectors and
// suffixes are compatible. An ambiguous one, such as "J. Ford" beside John and James, or
// a bare surname, is linked only with its single candidate or with one that has a clear
// majority.
func linkPersons(block []*Variant, groups *unionFind) {
	named, bare := personsByName(block)
	for _, p := range slices.Concat(named, bare) {
		for _, i := range p.variants[1:] {
			groups.union(p.variants[0], i)
		}
	}
	linkCompatible(block, named, compatibleNames(named), groups)
	unlinked := linkBareSurnames(bare, named, groups)
	linkCompatible(block, unlinked, compatibleSurnames(unlinked), groups)
}

// personsByName groups variants by what a person has in common; those with only a
// surname are bare.
func personsByName(block []*Variant) (named, bare []*person) {
	givenNames := make([][]string, len(block))
	changedSector := map[string]bool{} // by given names: an article says that they were in several
	for i, v := range block {
		givenNames[i], _ = personName(v.name)
		if v.sector == SectorSeveral {
			changedSector[strings.Join(givenNames[i], " ")] = true
		}
	}
	byKey := map[string]*person{}
	for i, v := range block {
		given, sector := strings.Join(givenNames[i], " "), v.sector
		if changedSector[given] {
			sector = SectorSeveral
		}
		suffix := suffixOf(v.name)
		key := strings.Join([]string{given, v.country, string(sector), suffix}, "|")
		p := byKey[key]
		if p == nil {
			p = &person{given: givenNames[i], country: v.country, sector: sector, suffix: suffix}
			byKey[key] = p
			if len(p.given) > 0 {
				named = append(named, p)
			} else {
				bare = append(bare, p)
			}
		}
		p.variants = append(p.variants, i)
	}
	return named, bare
}

// linkCompatible links persons with those that they are compatible with, given by
// index.
func linkCompatible(block []*Variant, all []*person, compatible [][]int, groups *unionFind) {
	for i, p := range all {
		p.ambiguous = hasConflict(compatible[i], compatible)
	}
	for i, p := range all {
		for _, j := range compatible[i] {
			if !p.ambiguous && !all[j].ambiguous {
				groups.union(p.variants[0], all[j].variants[0])
			}
		}
	}
	linkAmbiguous(block, groups, candidatesOf(all, compatible, groups))
}

// hasConflict reports whether two of the persons given by index are not compatible.
func hasConflict(persons []int, compatible [][]int) bool {
	for _, i := range persons {
		for _, j := range persons {
			if i < j && !slices.Contains(compatible[i], j) {
				return true
			}
		}
	}
	return false
}

// candidatesOf returns, for the group of each ambiguous person, the groups of the
// unambiguous persons that it is compatible with.
func candidatesOf(all []*person, compatible [][]int, groups *unionFind) map[int]map[int]bool {
	candidates := map[int]map[int]bool{}
	for i, p := range all {
		if !p.ambiguous {
			continue
		}
		group := groups.find(p.variants[0])
		candidates[group] = map[int]bool{}
		for _, j := range compatible[i] {
			if !all[j].ambiguous {
				candidates[group][groups.find(all[j].variants[0])] = true
			}
		}
	}
	return candidates
}

// compatibleNames returns, for each person, those who may be the same, in order. Only
// those that share a key of their first given names are compared.
func compatibleNames(named []*person) [][]int {
	byKey := map[string][]int{}
	for i, p := range named {
		for _, key := range givenNameKeys(p.given[0]) {
			byKey[key] = append(byKey[key], i)
		}
	}
	found := make([][]int, len(named))
	for i, p := range named {
		for _, key := range givenNameKeys(p.given[0]) {
			for _, j := range byKey[key] {
				if i != j && p.compatible(named[j]) && sameGivenNames(p.given, named[j].given) {
					found[i] = append(found[i], j)
				}
			}
		}
		slices.Sort(found[i])
		found[i] = slices.Compact(found[i])
	}
	return found
}

// compatible reports whether nothing but the given names can keep two persons apart:
// another country, sector or suffix does.
func (p *person) compatible(q *person) bool {
	return sameSuffix(p, q) && (p.country == "" || q.country == "" || p.country == q.country) && p.sector.compatible(q.sector)
}

// sameSuffix reports whether two suffixes may be of one person. A suffix may be left out
// where a middle name says as much.
func sameSuffix(p, q *person) bool {
	if p.suffix == "" {
		p, q = q, p
	}
	return p.suffix == q.suffix || q.suffix == "" && len(p.given) > 1
}

// sameGivenNames reports whether no given name contradicts the one in its place. Names
// may also be written as one: "Jean-Pierre" is "Jeanpierre".
func sameGivenNames(a, b []string) bool {
	if strings.Join(a, "") == strings.Join(b, "") {
		return true
	}
	for i := range min(len(a), len(b)) {
		if !sameGivenName(a[i], b[i]) {
			return false
		}
	}
	return true
}
