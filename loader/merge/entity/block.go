package entity

import (
	"strings"

	"dateline/graph"
)

// Block returns the key of the block in which a member is compared with others. It
// depends on the member alone: on a person's surname, a place's name, a state's country,
// an organization's acronym or name. A nominal member has a block to itself.
func Block(m *graph.Member) string {
	switch {
	case m.Nominal:
		return "nominal|" + m.ID
	case m.Kind == graph.KindPerson:
		_, surname := personName(m.Name)
		return "person|" + surname
	case m.Kind == graph.KindPlace:
		return "place|" + spellingKey(m.Name)
	case m.OrganizationKind == graph.OrganizationState && m.Country != "":
		return "state|" + m.Country
	default:
		return "organization|" + organizationKey(m)
	}
}

// organizationKey is a ministry's key, or else an acronym that the article uses, or else
// the initials of the name, or else the name.
func organizationKey(m *graph.Member) string {
	if key := ministryKey(m.Name); key != "" {
		return key
	}
	for _, form := range append([]string{m.Name}, m.Aliases...) {
		if isAcronym(form) {
			return strings.ReplaceAll(graph.Fold(form), " ", "")
		}
	}
	if key := acronym(m.Name); key != "" {
		return key
	}
	return spellingKey(m.Name)
}
