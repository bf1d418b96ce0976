package entity

import (
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// PlacesApart reports whether nobody can be in both of two places at once: they are in
// different countries, or they are two towns. A building may be in any town of its
// country, and a town in any area.
func PlacesApart(a, b graph.Entity) bool {
	p, q := graph.ProfileOf(a), graph.ProfileOf(b)
	if p.ID == q.ID || sharesWords(p.Name, q.Name) {
		return false
	}
	if p.Country != "" && q.Country != "" && p.Country != q.Country {
		return true
	}
	return isTown(p.Name) && isTown(q.Name)
}

// sharesWords reports whether all words of one name are in the other: "New York" and "New
// York City".
func sharesWords(one, other string) bool {
	short, long := graph.Fold(one), graph.Fold(other)
	if len(short) > len(long) {
		short, long = long, short
	}
	return strings.Contains(" "+long+" ", " "+short+" ")
}

// isTown reports whether a name is a town's: a capital, a listed place that is no area, or
// a single word that names nothing else that is listed.
func isTown(name string) bool {
	folded := graph.Fold(name)
	if town, listed := listedPlaces[folded]; listed {
		return town
	}
	_, hyphenated, _ := strings.Cut(name, "-")
	return folded != "" && hyphenated == "" && !strings.Contains(folded, " ")
}

// listedPlaces has the folded names of the lists that a place can have, true for towns.
var listedPlaces = lexicon.Map(func() map[string]bool {
	listed := map[string]bool{}
	for _, s := range lexicon.Seats() {
		for _, name := range append([]string{s.Name.Name}, s.Others...) {
			listed[graph.Fold(name)] = false
		}
	}
	for _, s := range lexicon.States() {
		for _, name := range append([]string{s.Name}, s.Others...) {
			listed[graph.Fold(name)] = false
		}
	}
	for _, p := range lexicon.Places() {
		listed[graph.Fold(p.Name)] = !p.IsArea()
	}
	for _, s := range lexicon.States() {
		for _, name := range s.Capitals {
			listed[graph.Fold(name)] = true
		}
	}
	return listed
})
