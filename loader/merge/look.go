package merge

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// look is what members of one block are told apart by: those that have it in
// common are one entity, whatever else is in the block. A president's block has
// thousands of members and a few looks.
type look struct {
	kind    graph.EntityKind
	state   bool
	country string
	sphere  string // of a person's offices
	name    string // as written
	aliases []string
	members []*graph.Member // by ID
}

// looksOf gathers the members of one block, given by ID, that look the same, in
// order of their first.
func looksOf(members []*graph.Member) []*look {
	var looks []*look
	byKey := map[string]*look{}
	var key []byte
	offices := spheres{}
	for _, m := range members {
		sphere := offices.of(m.Positions)
		key = append(append(append(append(key[:0], m.OrganizationKind...), sphere...), 0), m.Country...)
		key = append(append(key, 0), m.Name...)
		for _, alias := range m.Aliases {
			key = append(append(key, 0), alias...)
		}
		l := byKey[string(key)]
		if l == nil {
			l = &look{kind: m.Kind, state: m.OrganizationKind == graph.OrganizationState, country: m.Country, sphere: sphere, name: m.Name, aliases: m.Aliases}
			byKey[string(key)] = l
			looks = append(looks, l)
		}
		l.members = append(l.members, m)
	}
	return looks
}

// membersOf returns the members of looks, by ID.
func membersOf(cluster []*look) []*graph.Member {
	if len(cluster) == 1 {
		return cluster[0].members
	}
	var members []*graph.Member
	for _, l := range cluster {
		members = append(members, l.members...)
	}
	slices.SortFunc(members, func(a, b *graph.Member) int { return cmp.Compare(a.ID, b.ID) })
	return members
}
