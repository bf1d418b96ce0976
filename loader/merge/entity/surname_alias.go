package entity

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// familyFirst are the countries where the family name comes first.
var familyFirst = lexicon.FamilyFirst()

// addSurnames adds the surname to each person who is alone in the block of the name.
func addSurnames(clusters []Cluster) {
	persons := map[string]int{} // clusters that have a member of a block
	for _, c := range clusters {
		seen := map[string]bool{}
		for _, v := range c.Variants {
			block := v.Members[0].Block
			if !seen[block] {
				seen[block] = true
				persons[block]++
			}
		}
	}
	for _, c := range clusters {
		profile := graph.ProfileOf(c.Entity)
		if len(persons) == 1 && len(clusters) == 1 {
			addSurname(c.Entity)
			continue
		}
		block := Block(&graph.Member{Kind: graph.KindPerson, Name: profile.Name})
		if graph.KindOf(c.Entity) == graph.KindPerson && persons[block] == 1 {
			addSurname(c.Entity)
		}
	}
}

// addSurname adds the surname to a person's aliases, so that "Haugen" finds Lars Haugen.
// It is for a person who is alone in a block: nobody else can be meant.
func addSurname(entity graph.Entity) {
	person, ok := entity.(*graph.Person)
	if !ok || person.Nominal || familyFirst[person.Country] {
		return
	}
	surname := surnameOf(person.Name)
	known := func(form string) bool { return graph.Fold(form) == graph.Fold(surname) }
	if surname != "" && !known(person.Name) && !slices.ContainsFunc(person.Aliases, known) {
		person.Aliases = append(person.Aliases, surname)
	}
}

// surnameOf returns the last word of a full name with the particles before it: "van der
// Meer" of Jan van der Meer. It returns "" where the name has no other word or its last
// word is not a name.
func surnameOf(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && suffixes[graph.Fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	from := len(words) - 1
	for from > 0 && !isName(words[from-1]) {
		from--
	}
	if from <= 0 || !isName(words[len(words)-1]) {
		return ""
	}
	return strings.Join(words[from:], " ")
}
