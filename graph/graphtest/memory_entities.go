package graphtest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Suggestions compares the name with all entities.
func (m entityReader) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if err := storekit.CheckSuggestions(first); err != nil {
		return nil, fmt.Errorf("memory: suggestions: %w", err)
	}
	asked := storekit.NameWords(name)
	if len(asked) == 0 {
		return nil, nil
	}
	var found []graph.Suggestion
	for id := range s.entities {
		if suggestion, near := storekit.Suggest(asked, s.entity(id)); near {
			found = append(found, suggestion)
		}
	}
	slices.SortFunc(found, func(a, b graph.Suggestion) int {
		one, other := a.Entity.NodeID(), b.Entity.NodeID()
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(s.reportsNaming(other), s.reportsNaming(one)), strings.Compare(one, other))
	})
	if first > 0 {
		found = found[:min(first, len(found))]
	}
	return found, nil
}

// Entity finds one entity.
func (m entityReader) Entity(ctx context.Context, ref graph.EntityRef) (graph.Entity, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	id, err := s.oneOrNotFound(ref)
	if err != nil {
		return nil, err
	}
	return s.entity(id), nil
}

// Entities scans all entities.
func (m entityReader) Entities(ctx context.Context, q graph.EntityQuery) (*graph.EntityPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	l := list[graph.Entity]{order: "entities", width: 2, keys: func(e graph.Entity) []string {
		return []string{graph.Fold(graph.ProfileOf(e).Name), e.NodeID()}
	}}
	asked := words(q.Name)
	for id, in := range s.entities {
		if q.Named && graph.ProfileOf(in.entity).Nominal {
			continue
		}
		if q.Name == "" || len(asked) > 0 && nameHasWords(in.entity, asked) {
			l.nodes = append(l.nodes, s.entity(id))
		}
	}
	return l.page(q.PageRequest)
}

// nameHasWords reports whether the words are in one name, the last one as a prefix.
func nameHasWords(e graph.Entity, asked []string) bool {
	last := len(asked) - 1
	return slices.ContainsFunc(foldedNames(e), func(name string) bool {
		return hasWords(words(name), asked[:last]) && slices.ContainsFunc(words(name), func(word string) bool {
			return strings.HasPrefix(word, asked[last])
		})
	})
}

// EntitiesIn scans the members of each article.
func (m entityReader) EntitiesIn(ctx context.Context, articleIDs []string) ([][]graph.Entity, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(articleIDs, func(id string) ([]graph.Entity, error) {
		const nowhere = 1_000_000_000
		first := map[string]int{}
		if b := s.batches[id]; b != nil {
			for i := range b.Members {
				entity := s.entityID(b.Members[i].ID)
				if _, ok := first[entity]; !ok {
					first[entity] = nowhere
				}
				for _, mention := range b.Members[i].Mentions {
					first[entity] = min(first[entity], mention.Start)
				}
			}
		}
		ids := slices.SortedFunc(maps.Keys(first), func(a, b string) int {
			return cmp.Or(cmp.Compare(first[a], first[b]), strings.Compare(a, b))
		})
		return each(ids, func(id string) (graph.Entity, error) { return s.entity(id), nil })
	})
}
