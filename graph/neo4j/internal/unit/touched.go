package unit

import (
	"maps"
	"slices"

	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
)

// touched is what depends on the changes of a transaction, and is written at its end.
type touched struct {
	// written are the IDs of members that were put, unresolved those of reports whose
	// parties have changed, and moved those of other members whose entity has changed.
	written, unresolved, moved map[string]bool
	// changed are the IDs of events whose brief has changed, and renamed those of entities
	// whose name has changed, and with it the briefs of all their events.
	changed, renamed map[string]bool
}

func newTouched() *touched {
	return &touched{make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool)}
}

// briefs returns the IDs of the events whose briefs have to be written.
func (t *touched) briefs(ask bolt.Asker) ([]string, error) {
	if len(t.renamed) > 0 {
		rows, err := ask(eventsOfEntities, map[string]any{"ids": slices.Sorted(maps.Keys(t.renamed))})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			t.changed[f.Text()] = true
			if f.Err != nil {
				return nil, f.Err
			}
		}
	}
	delete(t.changed, "") // from reports that are in no event
	return slices.Sorted(maps.Keys(t.changed)), nil
}
