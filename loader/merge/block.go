package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

// MemberBlock tells where to look for a member's like. It follows from the member
// alone. A member without a name has a block of its own.
func MemberBlock(m *graph.Member) string {
	switch {
	case m.Nominal:
		return "nominal|" + m.ID
	case m.Kind == graph.KindPerson:
		_, surname := personName(m.Name)
		return "person|" + surname
	case m.Kind == graph.KindPlace:
		return "place|" + Skeleton(m.Name)
	case m.OrganizationKind == graph.OrganizationState && m.Country != "":
		return "state|" + m.Country
	default:
		return "organization|" + organizationKey(m)
	}
}

// organizationKey is a ministry's name, else an acronym that the article uses, else
// the one that the name's initials make, else the name.
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
	return Skeleton(m.Name)
}

// ReportBlock tells where to look for reports of the same event: among those of
// its type between the same sides. A side is the state that a party belongs to,
// or the party itself where no state is known or all belong to one. Of types whose
// events are told as long as they are news, it is among those that were published
// in the same month. Entities are those of the members that the report names.
func ReportBlock(r *graph.Report, published graph.Date, entities map[string]graph.Entity) string {
	rules := rulesByType[r.Type]
	states, selves := map[string]bool{}, map[string]bool{}
	for _, p := range r.Participants {
		if !rules.isSide(p) {
			continue
		}
		principal := entities[p.EntityID]
		if p.OnBehalfOfID != "" {
			principal = entities[p.OnBehalfOfID]
		}
		if principal == nil {
			continue
		}
		profile := graph.ProfileOf(principal)
		selves[profile.ID] = true
		states[cmp.Or(profile.Country, profile.ID)] = true
	}
	sides := sortedKeys(states)
	if len(sides) < 2 {
		sides = sortedKeys(selves)
	}
	key := slices.Insert(sides, 0, string(r.Type))
	if rules.byMonth {
		key = append(key, fmt.Sprintf("%04d-%02d", published.Year, published.Month))
	}
	return strings.Join(key, "|")
}
