package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// sameOffice reports whether a party known by a role alone, "the Norwegian foreign
// minister", has the same role as another party of its state: one also known by it
// alone, or a person who is said to hold that office.
func sameOffice(p, q party) bool {
	if p.nominal && q.nominal {
		return !p.body && !q.body && graph.Fold(graph.ProfileOf(p.entity).Name) == graph.Fold(graph.ProfileOf(q.entity).Name)
	}
	if q.nominal {
		p, q = q, p
	}
	holder, ok := q.entity.(*graph.Person)
	if !ok || !p.nominal || graph.KindOf(p.entity) != graph.KindPerson {
		return false
	}
	role := graph.ProfileOf(p.entity).Name
	for _, position := range holder.Positions {
		title := position.Title
		if position.OrganizationID != "" { // "president of Iceland"
			title, _, _ = strings.Cut(title, " of ")
		}
		if isOffice(role, title) {
			return true
		}
	}
	return false
}

// isOffice reports whether a role phrase is a title with nothing but capitalized words
// before it ("Norwegian foreign minister") or after its "of" ("foreign minister of
// Norway"). So a deputy foreign minister is not a foreign minister.
func isOffice(role, title string) bool {
	head, of, _ := strings.Cut(role, " of ")
	words, wanted := strings.Fields(head), len(strings.Fields(title))
	if wanted == 0 || wanted > len(words) || graph.Fold(strings.Join(words[len(words)-wanted:], " ")) != graph.Fold(title) {
		return false
	}
	for _, word := range append(words[:len(words)-wanted], strings.Fields(of)...) {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return false
		}
	}
	return true
}
