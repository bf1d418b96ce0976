package graphtest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
)

// entitiesFor returns the entities that a reference matches.
func (s answers) entitiesFor(ref graph.EntityRef) (set, error) {
	if err := storekit.CheckRef(ref); err != nil {
		return nil, fmt.Errorf("memory: %w", err)
	}
	found := set{}
	if ref.Country != "" {
		for id, in := range s.entities {
			if graph.ProfileOf(in.entity).Country == ref.Country {
				found[id] = true
			}
		}
		return found, nil
	}
	if ref.ID != "" {
		if id := s.entityID(ref.ID); id != "" {
			found[id] = true
		}
		return found, nil
	}
	folded := graph.Fold(ref.Name)
	for id, in := range s.entities {
		if folded != "" && slices.Contains(foldedNames(in.entity), folded) {
			found[id] = true
		}
	}
	return found, nil
}

func foldedNames(e graph.Entity) []string {
	folded := []string{graph.Fold(graph.ProfileOf(e).Name)}
	for _, alias := range graph.ProfileOf(e).Aliases {
		folded = append(folded, graph.Fold(alias))
	}
	return folded
}

// one returns the most reported of the entities that a reference matches, "" for none.
func (s answers) one(ref graph.EntityRef) (string, error) {
	found, err := s.entitiesFor(ref)
	if err != nil || len(found) == 0 {
		return "", err
	}
	if ref.Country != "" {
		found = s.statesAmong(found)
	}
	return slices.MinFunc(slices.Collect(maps.Keys(found)), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.reportsNaming(b), s.reportsNaming(a)), strings.Compare(a, b))
	}), nil
}

// statesAmong returns those of a country that are the state itself, or all if none is.
func (s answers) statesAmong(country set) set {
	states := set{}
	for id := range country {
		if o, ok := s.entities[id].entity.(*graph.Organization); ok && o.Kind == graph.OrganizationState {
			states[id] = true
		}
	}
	if len(states) == 0 {
		return country
	}
	return states
}

func (s answers) reportsNaming(entityID string) int {
	count := 0
	for _, r := range s.index().reports {
		for id := range r.PartyIDs() {
			if s.entityID(id) == entityID {
				count++
				break
			}
		}
	}
	return count
}

func (s answers) oneOrNotFound(ref graph.EntityRef) (string, error) {
	id, err := s.one(ref)
	if err == nil && id == "" {
		err = fmt.Errorf("memory: entity %+v: %w", ref, graph.ErrNotFound)
	}
	return id, err
}
