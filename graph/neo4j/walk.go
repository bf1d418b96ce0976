package neo4j

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/neo4j/internal/unit"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/storekit"
)

// How many things Walk reads at once.
const (
	batchesAtOnce  = 50
	entitiesAtOnce = 1000
	eventsAtOnce   = 1000
)

var (
	walkBatches = `MATCH (a:Article) WHERE a.id > $after WITH a ORDER BY a.id LIMIT $limit
RETURN ` + mapping.BatchLists + `, a.sum ORDER BY a.id`
	walkEntities = `MATCH (e:Entity) WHERE e.id > $after WITH e ORDER BY e.id LIMIT $limit
RETURN ` + mapping.EntityList("e") + `, [(m:Member)-[:OF]->(e) | m.id] ORDER BY e.id`
	walkEvents = `MATCH (e:Event) WHERE e.id > $after WITH e ORDER BY e.id LIMIT $limit
RETURN ` + mapping.EventList("e") + ` ORDER BY e.id`
	walkEdits = `MATCH (e:Edit) WHERE e.id > $after WITH e ORDER BY e.id LIMIT $limit
RETURN ` + mapping.EditList("e") + ` ORDER BY e.id`
)

// Walk keeps all Updates from committing until it ends, so that it shows one moment. With
// ReadOnly it cannot, and shows what is committed meanwhile. After a fault it starts
// again only if it has shown nothing yet. It gives up if it cannot start within the
// longest time that an Update may take.
func (s *Store) Walk(ctx context.Context, visit graph.Visitor) error {
	err := s.db.Call(ctx, 0, func(ctx context.Context) error {
		began, shown := time.Now(), false
		var visited error
		err := bolt.Retrying(ctx, func(patience time.Duration) error {
			err := s.walk(ctx, patience, func(w *walker) error {
				shown = true
				visited = w.all(visit)
				return nil
			})
			if err != nil && time.Since(began) > bolt.UpdateTimeout {
				return fmt.Errorf("%w: could not start within %v: %s", graph.ErrUnavailable, bolt.UpdateTimeout, err.Error())
			}
			return err
		})
		if shown && visited != nil {
			return visited
		}
		return err
	})
	return bolt.Translate(err, "walk %v", s.db.Address)
}

// walk runs work in a transaction during which nobody else commits.
func (s *Store) walk(ctx context.Context, patience time.Duration, work func(w *walker) error) error {
	mode := driver.AccessModeWrite
	if s.readOnly {
		mode = driver.AccessModeRead
	}
	tx, err := s.db.Begin(ctx, mode, patience)
	if err != nil {
		return err
	}
	defer tx.End()
	if !s.readOnly {
		if _, err := tx.Ask(unit.TakeAllGates, nil); err != nil {
			return err
		}
	}
	tx.WaitAtLeast(bolt.ReadTimeout) // what was shown cannot be shown again
	return work(&walker{tx})
}

// walker reads the graph chunk by chunk.
type walker struct{ tx *bolt.Tx }

func (w *walker) all(visit graph.Visitor) error {
	if visit.Batch != nil || visit.Altered != nil {
		err := w.each(walkBatches, batchesAtOnce, func(row []any) (string, error) {
			b, _, err := mapping.BatchOf(row)
			if err != nil {
				return "", err
			}
			sum := mapping.NewFields(row[len(row)-1:])
			stored := sum.Text()
			if sum.Err != nil {
				return "", sum.Err
			}
			return b.Article.ID, storekit.VisitBatch(visit, b, stored)
		})
		if err != nil {
			return err
		}
	}
	if visit.Entity != nil {
		if err := w.entities(visit.Entity); err != nil {
			return err
		}
	}
	if visit.Event != nil {
		if err := w.events(visit.Event); err != nil {
			return err
		}
	}
	if visit.Edit == nil {
		return nil
	}
	return w.each(walkEdits, eventsAtOnce, func(row []any) (string, error) {
		f := mapping.FieldsOf(row[0])
		e := storekit.ReadEdit(f)
		if f.Err != nil {
			return "", f.Err
		}
		if err := visit.Edit(e); err != nil {
			return "", fmt.Errorf("visit edit %s: %w", e.ID, err)
		}
		return e.ID, nil
	})
}

func (w *walker) events(visit func(*graph.Event) error) error {
	return w.each(walkEvents, eventsAtOnce, func(row []any) (string, error) {
		f := mapping.FieldsOf(row[0])
		e := f.Event()
		if f.Err != nil {
			return "", f.Err
		}
		if err := visit(e); err != nil {
			return "", fmt.Errorf("visit event %s: %w", e.ID, err)
		}
		return e.ID, nil
	})
}

// each reads all things of a kind. Visit returns the ID of the thing in a row.
func (w *walker) each(text string, limit int, visit func(row []any) (string, error)) error {
	return w.chunks(text, limit, func(rows [][]any) (last string, err error) {
		for _, row := range rows {
			if err := w.tx.Ended(); err != nil {
				return "", err
			}
			if last, err = visit(row); err != nil {
				return "", err
			}
		}
		return last, nil
	})
}

func (w *walker) chunks(text string, limit int, visit func(rows [][]any) (last string, err error)) error {
	after := ""
	for {
		rows, err := w.tx.Ask(text, map[string]any{"after": after, "limit": limit})
		if err != nil || len(rows) == 0 {
			return err
		}
		if after, err = visit(rows); err != nil || len(rows) < limit {
			return err
		}
	}
}

func (w *walker) entities(visit func(graph.Entity) error) error {
	return w.chunks(walkEntities, entitiesAtOnce, func(rows [][]any) (string, error) {
		entities := make([]graph.Entity, len(rows))
		for i, row := range rows {
			f := mapping.FieldsOf(row[0])
			e := f.Entity()
			of := mapping.NewFields(row[1:])
			members := of.Texts()
			if err := mapping.FirstOf(f.Err, of.Err); err != nil {
				return "", err
			}
			slices.Sort(members)
			graph.ProfileOf(e).Members = members
			entities[i] = e
		}
		if err := read.PlaceOrganizations(w.tx.Ask, entities, func(string) (string, bool) { return "", false }); err != nil {
			return "", err
		}
		for _, e := range entities {
			if err := w.tx.Ended(); err != nil {
				return "", err
			}
			if err := visit(e); err != nil {
				return "", fmt.Errorf("visit entity %s: %w", e.NodeID(), err)
			}
		}
		return entities[len(entities)-1].NodeID(), nil
	})
}
