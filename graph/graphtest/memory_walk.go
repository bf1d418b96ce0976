package graphtest

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Walk shows the state as of its start.
func (m *Memory) Walk(ctx context.Context, visit graph.Visitor) error {
	s, err := m.read(ctx)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(s.batches)) {
		if err := show(ctx, m, visit.Batch, storekit.CloneBatch(s.batches[id])); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		e := storekit.CloneEntity(s.entities[id].entity)
		if person, ok := e.(*graph.Person); ok {
			for i := range person.Positions {
				person.Positions[i].OrganizationID = s.entityID(person.Positions[i].OrganizationID)
			}
		}
		if err := show(ctx, m, visit.Entity, e); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.events)) {
		if err := show(ctx, m, visit.Event, storekit.CloneEvent(s.events[id])); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.edits)) {
		if err := show(ctx, m, visit.Edit, storekit.CloneEdit(s.edits[id])); err != nil {
			return err
		}
	}
	return nil
}

func show[T any](ctx context.Context, m *Memory, visit func(T) error, what T) error {
	if visit == nil {
		return nil
	}
	if err := m.usable(ctx); err != nil {
		return err
	}
	if err := visit(what); err != nil {
		return fmt.Errorf("memory: walk: %w", err)
	}
	return nil
}
