package entity

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
	"dateline/loader/merge/internal/spelling"
)

// linkAcronyms links acronyms with the only full name that has those initials, where
// the countries of both agree.
func linkAcronyms(block []*Variant, groups *unionFind) {
	countries := countriesOf(block, groups)
	expansions := groupsByInitials(block, groups)
	acronyms := map[int][]int{} // groups of acronyms, by the group of the full name
	for i, v := range block {
		if !isAcronym(v.name) {
			continue
		}
		group := groups.find(i)
		if full, only := onlyFullName(group, expansions[nameKey(v.name)], countries); only && full != group {
			acronyms[full] = append(acronyms[full], group)
		}
	}
	for full, list := range acronyms {
		agree := agreeOnCountry(full, list, countries)
		for _, group := range list {
			if agree || countries[group] == countries[full] {
				groups.union(full, group)
			}
		}
	}
}

// countriesOf returns the country of each group that has one.
func countriesOf(block []*Variant, groups *unionFind) map[int]string {
	countries := map[int]string{}
	for i, v := range block {
		if v.country != "" {
			countries[groups.find(i)] = v.country
		}
	}
	return countries
}

// groupsByInitials returns the groups that have a full name, by its initials.
func groupsByInitials(block []*Variant, groups *unionFind) map[string]map[int]bool {
	byInitials := map[string]map[int]bool{}
	for i, v := range block {
		initials := acronym(v.name)
		if isAcronym(v.name) || initials == "" {
			continue
		}
		if byInitials[initials] == nil {
			byInitials[initials] = map[int]bool{}
		}
		byInitials[initials][groups.find(i)] = true
	}
	return byInitials
}

// onlyFullName returns the only group of a full name whose country does not contradict
// that of the acronym's group.
func onlyFullName(group int, expansions map[int]bool, countries map[int]string) (full int, only bool) {
	full, count := -1, 0
	for candidate := range expansions {
		if countries[candidate] == "" || countries[group] == "" || countries[candidate] == countries[group] {
			full = candidate
			count++
		}
	}
	return full, count == 1
}

// agreeOnCountry reports whether a full name and its acronyms have at most one country.
func agreeOnCountry(full int, acronyms []int, countries map[int]string) bool {
	distinct := map[string]bool{countries[full]: true}
	for _, group := range acronyms {
		distinct[countries[group]] = true
	}
	delete(distinct, "")
	return len(distinct) < 2
}

// smallWords are left out of acronyms.
var smallWords = lexicon.SmallWords(lexicon.Across)

// acronym returns the folded initials of a name of several words, "eu" for European Union,
// or "" for other names.
func acronym(name string) string {
	words := slices.DeleteFunc(strings.Fields(graph.Fold(name)), func(word string) bool { return smallWords[word] })
	if len(words) < 2 {
		return ""
	}
	return spelling.Initials(words)
}

// isAcronym reports whether a name is written as an acronym: EU, U.N., NATO.
func isAcronym(name string) bool {
	letters := strings.ReplaceAll(name, ".", "")
	return len(letters) >= 2 && len(letters) <= 6 && strings.ToUpper(letters) == letters && strings.ToLower(letters) != letters && !strings.Contains(letters, " ")
}
