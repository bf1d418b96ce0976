package entity

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// Variant is what the members of a block look like that are exact duplicates in all
// that linking compares: kind, country, sector, name and aliases. They are one entity,
// whatever else is in the block. A president's block has thousands of members and a
// few variants.
type Variant struct {
	Members []*graph.Member // by ID

	kind    graph.EntityKind
	state   bool
	country string
	sector  Sector // of a person's offices
	name    string // as written
	aliases []string

	parsed  bool // given and surname are set
	given   []string
	surname string
}

// person returns what personName does of the variant's name. It keeps that, since a variant
// is compared with many.
func (v *Variant) person() (given []string, surname string) {
	if !v.parsed {
		v.given, v.surname = personName(v.name)
		v.parsed = true
	}
	return v.given, v.surname
}

// Variants groups the members of one block, given by ID, into variants, in the order of
// their first members.
func Variants(members []*graph.Member) []*Variant {
	var variants []*Variant
	byKey := map[string]*Variant{}
	var key []byte
	sectors := sectorCache{}
	for _, m := range members {
		sector := sectors.of(m.Positions)
		key = appendKey(key[:0], m, sector)
		v := byKey[string(key)]
		if v == nil {
			v = &Variant{kind: m.Kind, state: m.OrganizationKind == graph.OrganizationState, country: m.Country, sector: sector, name: m.Name, aliases: m.Aliases}
			byKey[string(key)] = v
			variants = append(variants, v)
		}
		v.Members = append(v.Members, m)
	}
	return variants
}

// appendKey appends what the members of a variant have in common, separated by zeros.
func appendKey(key []byte, m *graph.Member, sector Sector) []byte {
	key = append(append(append(append(key, m.OrganizationKind...), sector...), 0), m.Country...)
	key = append(append(key, 0), m.Name...)
	for _, alias := range m.Aliases {
		key = append(append(key, 0), alias...)
	}
	return key
}

// membersOf returns the members of variants, by ID.
func membersOf(variants []*Variant) []*graph.Member {
	if len(variants) == 1 {
		return variants[0].Members
	}
	var members []*graph.Member
	for _, v := range variants {
		members = append(members, v.Members...)
	}
	slices.SortFunc(members, func(a, b *graph.Member) int { return cmp.Compare(a.ID, b.ID) })
	return members
}
