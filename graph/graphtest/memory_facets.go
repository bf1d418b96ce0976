package graphtest

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Facets counts what Events returns.
func (m eventReader) Facets(ctx context.Context, q graph.FacetQuery) ([]graph.FacetCount, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if err := storekit.CheckFacets(q); err != nil {
		return nil, fmt.Errorf("memory: facets: %w", err)
	}
	events, err := s.filtered(q.EventFilter)
	if err != nil {
		return nil, err
	}
	spellings := s.publishersOf(events)
	counts := map[string]int{}
	for _, e := range events {
		for value := range s.valuesOf(e, q.By, spellings) {
			counts[value]++
		}
	}
	found := storekit.FacetCounts(counts, q.First)
	if q.By == graph.FacetParty || q.By == graph.FacetPlace {
		for i := range found {
			found[i].Entity = s.entity(found[i].Value)
		}
	}
	return found, nil
}

// valuesOf returns the values that an event has of a facet.
func (s answers) valuesOf(e *graph.Event, by graph.Facet, spellings map[string]string) set {
	values := set{}
	switch by {
	case graph.FacetMeans:
		values[string(e.Means)] = true
	case graph.FacetStatus:
		values[string(e.Status)] = true
	case graph.FacetYear:
		if e.Time != nil && e.Time.Earliest() != graph.MinDate {
			values[graph.EDTFYear(e.Time.Earliest().Year).String()] = true
		}
	case graph.FacetPlace:
		values[e.PlaceID] = true
	case graph.FacetPublisher:
		for _, id := range e.ReportIDs {
			values[spellings[graph.Fold(s.index().articleOf[id].Publisher)]] = true
		}
	default:
		for _, p := range e.Participants {
			for _, id := range parties(p) {
				if by == graph.FacetParty {
					values[id] = true
				} else if in, ok := s.entities[id]; ok {
					values[graph.ProfileOf(in.entity).Country] = true
				}
			}
		}
	}
	return values
}

// publishersOf returns the smallest spelling of each publisher of events, by its folded
// name.
func (s answers) publishersOf(events []*graph.Event) map[string]string {
	spellings := map[string]string{}
	for _, e := range events {
		for _, id := range e.ReportIDs {
			name := s.index().articleOf[id].Publisher
			folded := graph.Fold(name)
			if known, ok := spellings[folded]; folded != "" && (!ok || name < known) {
				spellings[folded] = name
			}
		}
	}
	return spellings
}
