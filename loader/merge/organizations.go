package merge

import (
	"slices"
	"strings"

	"dateline/graph"
)

// joinNamed joins organizations or places that share a full name and a country.
// One whose article tells no country goes where its name can mean only one; so
// does an acronym, to a full name in the block that has those initials.
func joinNamed(block []*look, groups *partition) {
	if block[0].state && block[0].country != "" {
		for i := range block {
			groups.join(0, i)
		}
		return
	}
	type named struct{ name, country string }
	first := map[named]int{}
	bearers := map[string][]int{} // of a full name and any country
	var anywhere []int            // looks without a country
	for i, l := range block {
		if l.country == "" {
			anywhere = append(anywhere, i)
		}
		for _, name := range fullNames(l) {
			if at, ok := first[named{name, l.country}]; ok {
				groups.join(at, i)
				continue
			}
			first[named{name, l.country}] = i
			if l.country != "" {
				bearers[name] = append(bearers[name], i)
			}
		}
	}
	homes := map[int]map[int]bool{} // by the smallest look of a group without a country
	for _, i := range anywhere {
		group := groups.find(i)
		if homes[group] == nil {
			homes[group] = map[int]bool{}
		}
		for _, name := range fullNames(block[i]) {
			for _, bearer := range bearers[name] {
				homes[group][groups.find(bearer)] = true
			}
		}
	}
	settle(block, groups, homes)
	joinAcronyms(block, groups)
}

// fullNames returns the skeletons of a look's names but for acronyms, which many
// share, unless it has nothing else.
func fullNames(l *look) []string {
	names := []string{nameKey(l.name)}
	for _, alias := range l.aliases {
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
	return strings.TrimPrefix(Skeleton(name), "the ")
}

// ministryKey brings the two ways to name a ministry together, "Ministry of
// Defence" and "Defense Ministry"; "" for what is none, or none in particular.
func ministryKey(name string) string {
	words := strings.Fields(graph.Fold(name))
	kind := slices.IndexFunc(words, func(word string) bool { return word == "ministry" || word == "department" })
	if kind < 0 || kind > 0 && kind < len(words)-1 || kind == 0 && (len(words) < 3 || words[1] != "of") {
		return ""
	}
	var of []string
	for i, word := range words {
		switch {
		case i == kind || smallWords[word] || word == "affairs":
		case word == "defence":
			of = append(of, "defense")
		default:
			of = append(of, word)
		}
	}
	if len(of) == 0 {
		return ""
	}
	slices.Sort(of)
	return words[kind] + " " + strings.Join(of, " ")
}

// joinAcronyms joins acronyms with the one full name that has those initials, of
// the same country where both tell one.
func joinAcronyms(block []*look, groups *partition) {
	country := map[int]string{} // of a group
	for i, l := range block {
		if l.country != "" {
			country[groups.find(i)] = l.country
		}
	}
	meanings := map[string]map[int]bool{} // groups with a full name, by its initials
	for i, l := range block {
		if initials := acronym(l.name); !isAcronym(l.name) && initials != "" {
			if meanings[initials] == nil {
				meanings[initials] = map[int]bool{}
			}
			meanings[initials][groups.find(i)] = true
		}
	}
	short := map[int][]int{} // groups of acronyms, by the group that each means
	for i, l := range block {
		if !isAcronym(l.name) {
			continue
		}
		group := groups.find(i)
		var homes []int
		for home := range meanings[nameKey(l.name)] {
			if country[home] == "" || country[group] == "" || country[home] == country[group] {
				homes = append(homes, home)
			}
		}
		if len(homes) == 1 && homes[0] != group { // of several, none is meant for sure
			short[homes[0]] = append(short[homes[0]], group)
		}
	}
	for home, list := range short {
		countries := map[string]bool{country[home]: true}
		for _, group := range list {
			countries[country[group]] = true
		}
		delete(countries, "")
		for _, group := range list {
			if len(countries) < 2 || country[group] == country[home] {
				groups.join(home, group)
			}
		}
	}
}
