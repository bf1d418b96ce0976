package merge

import (
	"slices"
	"strings"
)

// person is what the looks of one full name, country and sphere have in common.
type person struct {
	given           []string
	country, sphere string
	suffix          string // that tells a son from his father, or a king from others
	looks           []int
	rivals          bool // it can be either of two who are not the same
}

// joinPersons joins persons of one surname whose given names agree and whose
// countries and spheres do not differ. One who could be either of two, such as
// "J. Ford" where John and James are known, or a bare surname, goes to the one
// that it can mean, or by far most likely means, and stays apart otherwise.
func joinPersons(block []*look, groups *partition) {
	named, bare := personsByName(block)
	for _, p := range append(slices.Clone(named), bare...) {
		for _, i := range p.looks[1:] {
			groups.join(p.looks[0], i)
		}
	}
	joinSame(block, named, sameNames(named), groups)
	apart := joinBare(bare, named, groups)
	joinSame(block, apart, sameBare(apart), groups)
}

// joinSame joins persons with those who may be the same, given by index.
func joinSame(block []*look, all []*person, same [][]int, groups *partition) {
	for i, p := range all {
		p.rivals = slices.ContainsFunc(same[i], func(j int) bool {
			return slices.ContainsFunc(same[i], func(k int) bool { return j < k && !slices.Contains(same[j], k) })
		})
	}
	for i, p := range all {
		for _, j := range same[i] {
			if !p.rivals && !all[j].rivals {
				groups.join(p.looks[0], all[j].looks[0])
			}
		}
	}
	homes := map[int]map[int]bool{}
	for i, p := range all {
		if !p.rivals {
			continue
		}
		group := groups.find(p.looks[0])
		homes[group] = map[int]bool{}
		for _, j := range same[i] {
			if !all[j].rivals {
				homes[group][groups.find(all[j].looks[0])] = true
			}
		}
	}
	settle(block, groups, homes)
}

// joinBare joins bare surnames with the one that each can mean, unless another
// that means the same speaks against it. It gives those who stay apart.
func joinBare(bare, named []*person, groups *partition) (apart []*person) {
	byHome := map[int][]*person{}
	for _, b := range bare {
		if home, only := onlyHome(b, named, groups); only {
			byHome[home] = append(byHome[home], b)
		} else {
			apart = append(apart, b)
		}
	}
	for _, home := range sortedInts(byHome) {
		list := byHome[home]
		for _, b := range list {
			if slices.ContainsFunc(list, func(other *person) bool { return !mayBe(b, other) }) {
				apart = append(apart, b)
				continue
			}
			groups.join(home, b.looks[0])
		}
	}
	return apart
}

// sameBare gives, for each bare surname, those who may be the same, in order.
func sameBare(bare []*person) [][]int {
	same := make([][]int, len(bare))
	for i, p := range bare {
		for j, q := range bare {
			if i != j && mayBe(p, q) {
				same[i] = append(same[i], j)
			}
		}
	}
	return same
}

// personsByName gathers looks with the same full name, country and sphere; those
// with a surname alone come second.
func personsByName(block []*look) (named, bare []*person) {
	names := make([][]string, len(block)) // given names
	changed := map[string]bool{}          // names of those who are said to have left a sphere for another
	for i, l := range block {
		names[i], _ = personName(l.name)
		if l.sphere == sphereSeveral {
			changed[strings.Join(names[i], " ")] = true
		}
	}
	byKey := map[string]*person{}
	for i, l := range block {
		given, sphere := names[i], l.sphere
		if changed[strings.Join(given, " ")] {
			sphere = sphereSeveral
		}
		suffix := suffixOf(l.name)
		key := strings.Join(given, " ") + "|" + l.country + "|" + sphere + "|" + suffix
		p := byKey[key]
		if p == nil {
			p = &person{given: given, country: l.country, sphere: sphere, suffix: suffix}
			byKey[key] = p
			if len(given) > 0 {
				named = append(named, p)
			} else {
				bare = append(bare, p)
			}
		}
		p.looks = append(p.looks, i)
	}
	return named, bare
}

// sameNames gives, for each person, those who may be the same, in order.
func sameNames(named []*person) [][]int {
	byKey := map[string][]int{}
	for i, p := range named {
		for _, key := range givenNameKeys(p.given[0]) {
			byKey[key] = append(byKey[key], i)
		}
	}
	same := make([][]int, len(named))
	for i, p := range named {
		for _, key := range givenNameKeys(p.given[0]) {
			for _, j := range byKey[key] {
				if i != j && mayBe(p, named[j]) && sameGivenNames(p.given, named[j].given) {
					same[i] = append(same[i], j)
				}
			}
		}
		slices.Sort(same[i])
		same[i] = slices.Compact(same[i])
	}
	return same
}

// mayBe reports whether nothing but the name speaks against one person.
func mayBe(p, q *person) bool {
	return sameSuffix(p, q) && (p.country == "" || q.country == "" || p.country == q.country) && sameSphere(p.sphere, q.sphere)
}

// sameSuffix reports whether the suffixes, or that of one, part two persons: it may
// be left out where a middle name tells as much.
func sameSuffix(p, q *person) bool {
	if p.suffix == "" {
		p, q = q, p
	}
	return p.suffix == q.suffix || q.suffix == "" && len(p.given) > 1
}

// sameGivenNames compares the first given names; further ones must not contradict.
// Where names are written in one, "Jean-Pierre" is "Jeanpierre".
func sameGivenNames(a, b []string) bool {
	if strings.Join(a, "") == strings.Join(b, "") {
		return true
	}
	for i := 0; i < min(len(a), len(b)); i++ {
		if !sameGivenName(a[i], b[i]) {
			return false
		}
	}
	return true
}

// onlyHome finds the one cluster of full names that a bare surname can mean: none
// of its names may speak against it.
func onlyHome(b *person, named []*person, groups *partition) (look int, only bool) {
	possible := map[int]bool{}
	for _, p := range named {
		root := groups.find(p.looks[0])
		was, known := possible[root]
		possible[root] = mayBe(b, p) && (was || !known)
	}
	home, count := -1, 0
	for root, can := range possible {
		if can {
			home = root
			count++
		}
	}
	return home, count == 1
}
