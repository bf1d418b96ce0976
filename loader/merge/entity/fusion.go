package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/merge/internal/count"
)

// fuse makes one entity of the variants of a cluster (data fusion: Bleiholder and
// Naumann, 2008). Members vote, and the smallest ID is the entity's.
func fuse(variants []*Variant) graph.Entity {
	members := membersOf(variants)
	profile := fuseProfiles(variants, members)
	switch members[0].Kind {
	case graph.KindPerson:
		return &graph.Person{Profile: profile, Positions: positions(members)}
	case graph.KindOrganization:
		return &graph.Organization{Profile: profile, Kind: organizationKind(members)}
	default:
		return &graph.Place{Profile: profile}
	}
}

func fuseProfiles(variants []*Variant, members []*graph.Member) graph.Profile {
	profile := graph.Profile{
		ID:      members[0].ID,
		Nominal: !slices.ContainsFunc(members, func(m *graph.Member) bool { return !m.Nominal }),
		Members: make([]string, len(members)),
	}
	for i, m := range members {
		profile.Members[i] = m.ID
	}
	names, aliases, countries := count.Strings{}, count.Strings{}, count.Strings{}
	for _, v := range variants {
		if v.country != "" {
			countries[v.country] += len(v.Members)
		}
		if v.Members[0].Nominal && !profile.Nominal {
			continue // a role phrase that a person has judged to mean somebody with a name
		}
		names[v.name] += len(v.Members)
		for _, alias := range v.aliases {
			aliases[alias] += len(v.Members)
		}
	}
	profile.Name = fullest(names)
	for alias, times := range aliases {
		if profile.Nominal || isName(alias) {
			names[alias] += times
		}
	}
	delete(names, profile.Name)
	profile.Aliases = names.MostFrequent()
	if ranked := countries.MostFrequent(); len(ranked) > 0 {
		profile.Country = ranked[0]
	}
	return profile
}

// isName distinguishes names ("President Silva") from role phrases ("her counterpart"),
// which mean somebody else in the next article: the last word of a name has a capital,
// or its script has none.
func isName(form string) bool {
	fields := strings.Fields(form)
	if len(fields) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(fields[len(fields)-1])
	return !unicode.IsLower(first)
}

// fullest returns the name with the most words, then the most frequent, then the first
// in order of bytes.
func fullest(names count.Strings) string {
	return slices.MaxFunc(names.MostFrequent(), func(a, b string) int {
		return cmp.Or(cmp.Compare(wordCount(a), wordCount(b)), cmp.Compare(names[a], names[b]), cmp.Compare(b, a))
	})
}

func wordCount(name string) int { return len(strings.Fields(name)) }

// positions returns each title once, the most frequent first, with the smallest ID of
// an organization that has it.
func positions(members []*graph.Member) []graph.Position {
	titles, organizations := count.Strings{}, map[string]string{}
	for _, m := range members {
		for _, p := range m.Positions {
			titles.Add(p.Title)
			if was := organizations[p.Title]; was == "" || p.OrganizationID != "" && p.OrganizationID < was {
				organizations[p.Title] = p.OrganizationID
			}
		}
	}
	var list []graph.Position
	for _, title := range titles.MostFrequent() {
		list = append(list, graph.Position{Title: title, OrganizationID: organizations[title]})
	}
	return list
}

// organizationKind returns the most frequent kind other than OTHER.
func organizationKind(members []*graph.Member) graph.OrganizationKind {
	kinds := count.Strings{}
	for _, m := range members {
		if m.OrganizationKind != "" && m.OrganizationKind != graph.OrganizationOther {
			kinds.Add(string(m.OrganizationKind))
		}
	}
	if ranked := kinds.MostFrequent(); len(ranked) > 0 {
		return graph.OrganizationKind(ranked[0])
	}
	return graph.OrganizationOther
}
