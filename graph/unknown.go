package graph

import (
	"context"
	"errors"
	"fmt"
)

// NearestNames is how many names are suggested for an unknown one.
const NearestNames = 5

// NamedParty is a party or place that an argument names.
type NamedParty struct {
	Argument string
	Ref      EntityRef
}

// UnknownName is a name in an argument that no entity has, and the nearest names.
type UnknownName struct {
	Argument, Name string
	Suggestions    []Suggestion
}

// Named returns the parties and places of a filter that are given by name.
func (f *EventFilter) Named() []NamedParty {
	var named []NamedParty
	add := func(argument string, ref *EntityRef) {
		if ref != nil && ref.Name != "" {
			named = append(named, NamedParty{argument, *ref})
		}
	}
	add("who", f.Who)
	add("with", f.With)
	for i := range f.AnyOf {
		add(fmt.Sprintf("anyOf[%d]", i), &f.AnyOf[i])
	}
	for i := range f.AllOf {
		add(fmt.Sprintf("allOf[%d]", i), &f.AllOf[i])
	}
	add("place", f.Place)
	return named
}

// UnknownNames returns those of the names that no entity has. Since such a name matches
// nothing, an answer without results should tell of them: it does not show whether somebody
// had no contacts or was misspelled.
func UnknownNames(ctx context.Context, store EntityReader, named []NamedParty) ([]*UnknownName, error) {
	unknown := []*UnknownName{}
	for _, one := range named {
		if one.Ref.Name == "" {
			continue
		}
		_, err := store.Entity(ctx, one.Ref)
		if err == nil {
			continue
		}
		if !errors.Is(err, ErrNotFound) {
			return nil, err
		}
		nearest, err := store.Suggestions(ctx, one.Ref.Name, NearestNames)
		if err != nil {
			return nil, err
		}
		unknown = append(unknown, &UnknownName{Argument: one.Argument, Name: one.Ref.Name, Suggestions: nearest})
	}
	return unknown, nil
}
