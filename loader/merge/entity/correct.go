package entity

import (
	"slices"

	"dateline/graph"
)

// correctProfile changes an entity as people have decided, the oldest decision first. A
// name that another one replaces becomes an alias.
func correctProfile(e graph.Entity, edits []*graph.Edit) {
	profile := graph.ProfileOf(e)
	for _, edit := range edits {
		switch edit.Kind {
		case graph.EditRename:
			rename(profile, edit.Name)
		case graph.EditSetKind:
			if organization, ok := e.(*graph.Organization); ok {
				organization.Kind = edit.OrganizationKind
			}
		case graph.EditSetPositions:
			if person, ok := e.(*graph.Person); ok {
				person.Positions = slices.Clone(edit.Positions)
			}
		}
	}
}

func rename(profile *graph.Profile, name string) {
	if name == profile.Name {
		return
	}
	aliases := slices.DeleteFunc(profile.Aliases, func(alias string) bool { return alias == name })
	if !profile.Nominal {
		aliases = append([]string{profile.Name}, aliases...)
	}
	profile.Name, profile.Aliases, profile.Nominal = name, aliases, false
}
