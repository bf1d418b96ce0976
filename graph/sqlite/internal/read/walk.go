package read

import (
	"context"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	articlesInOrder = `SELECT id FROM articles ORDER BY id`
	entitiesInOrder = `SELECT ` + mapping.EntityColumns + ` FROM entities e ORDER BY e.id`
	eventsInOrder   = `SELECT ` + mapping.EventColumns + ` FROM events e ORDER BY e.id`
	editsInOrder    = `SELECT ` + mapping.EditColumns + ` FROM edits e ORDER BY e.id`
	selectSum       = `SELECT sum FROM articles WHERE id = ?`
	selectMemberIDs = `SELECT id FROM members WHERE entity_id = ? ORDER BY id`
)

// Walk reads the graph in one transaction, one batch, entity or event at a time.
func (s walker) Walk(ctx context.Context, visit graph.Visitor) error {
	err := s.read(ctx, func(r *View) error {
		walk := walking{r}
		if err := walk.batches(visit); err != nil {
			return err
		}
		if err := walk.entities(visit.Entity); err != nil {
			return err
		}
		if err := walk.events(visit.Event); err != nil {
			return err
		}
		return walk.edits(visit.Edit)
	})
	return db.Translate(err, "walk %q", s.file)
}

// walking is a walk of the graph that a view sees.
type walking struct{ *View }

func (r walking) batches(visit graph.Visitor) error {
	if visit.Batch == nil && visit.Altered == nil {
		return nil
	}
	ids, err := r.Texts(articlesInOrder)
	if err != nil {
		return err
	}
	for _, id := range ids {
		b, err := Batch(r.View, id)
		if err != nil {
			return err
		}
		var sum string
		if visit.Altered != nil {
			if sum, err = r.sum(id); err != nil {
				return err
			}
		}
		if err := storekit.VisitBatch(visit, b, sum); err != nil {
			return err
		}
	}
	return nil
}

// sum returns the sum that is stored of an article, "" for none.
func (r walking) sum(articleID string) (string, error) {
	sums, err := r.Texts(selectSum, articleID)
	return strings.Join(sums, ""), err
}

func (r walking) entities(visit func(graph.Entity) error) error {
	if visit == nil {
		return nil
	}
	return r.Each(entitiesInOrder, nil, func(current *mapping.Row) error {
		e := mapping.ReadEntity(current)
		if current.Err != nil {
			return current.Err
		}
		var err error
		if graph.ProfileOf(e).Members, err = r.Texts(selectMemberIDs, e.NodeID()); err != nil {
			return err
		}
		if person, ok := e.(*graph.Person); ok {
			became, err := organizationIDs(r.View, []*graph.Person{person})
			if err != nil {
				return err
			}
			for i := range person.Positions {
				position := &person.Positions[i]
				position.OrganizationID = became[position.OrganizationID]
			}
		}
		if err := visit(e); err != nil {
			return fmt.Errorf("visit entity %s: %w", e.NodeID(), err)
		}
		return nil
	})
}

func (r walking) events(visit func(*graph.Event) error) error {
	if visit == nil {
		return nil
	}
	return r.Each(eventsInOrder, nil, func(r *mapping.Row) error {
		e := mapping.ReadEvent(r)
		if r.Err != nil {
			return r.Err
		}
		if err := visit(e); err != nil {
			return fmt.Errorf("visit event %s: %w", e.ID, err)
		}
		return nil
	})
}

func (r walking) edits(visit func(*graph.Edit) error) error {
	if visit == nil {
		return nil
	}
	return r.Each(editsInOrder, nil, func(r *mapping.Row) error {
		e := storekit.ReadEdit(r)
		if r.Err != nil {
			return r.Err
		}
		return visit(e)
	})
}
