package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// Events returns a page of events, with a few statements.
func (s eventReader) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	var page *graph.EventPage
	err := s.read(ctx, func(r *View) error {
		r.once = q.Once
		ids, err := eventIDPage(r, q)
		if err != nil {
			return err
		}
		pages, err := eventPages(r, []*graph.Page[string]{ids}, q)
		if err != nil {
			return err
		}
		page = pages[0]
		return nil
	})
	return page, db.Translate(err, "events %s", storekit.Filter(q.EventFilter))
}

// ContactsOf returns a page for each of the entities, and fills them all at once.
func (s eventReader) ContactsOf(ctx context.Context, entityIDs []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	var pages []*graph.EventPage
	err := s.read(ctx, func(r *View) (err error) {
		ids := make([]*graph.Page[string], len(entityIDs))
		for i, id := range entityIDs {
			q.Who = &graph.EntityRef{ID: id}
			if ids[i], err = eventIDPage(r, q); err != nil {
				return err
			}
		}
		pages, err = eventPages(r, ids, q)
		return err
	})
	return pages, db.Translate(err, "contacts of %q", entityIDs)
}

// eventIDPage reads a page from indexes alone.
func eventIDPage(r *View, q graph.EventQuery) (*graph.Page[string], error) {
	if err := storekit.CheckEvents(q); err != nil {
		return nil, err
	}
	s, err := scopeOf(r, q.EventFilter, false)
	if err != nil {
		return nil, err
	}
	order, err := s.ordering(q.Order)
	if err != nil {
		return nil, err
	}
	l := list{columns: ", " + s.row(), parts: s.parts(), ordering: order}
	if q.Total && s.differs {
		whole, err := scopeOf(r, q.EventFilter, true)
		if err != nil {
			return nil, err
		}
		l.counted = whole.parts()
	}
	return pageWithKeys(r, l, q.PageRequest, func(r *mapping.Row, keys []string) string {
		id := keys[len(keys)-1]
		r.Memo.NoteRow(id, r.Number())
		return id
	})
}

// eventPages turns pages of IDs into pages of events. Pages share the events that they
// have in common.
func eventPages(r *View, ids []*graph.Page[string], q graph.EventQuery) ([]*graph.EventPage, error) {
	events := make(map[string]*graph.Event)
	for _, page := range ids {
		for _, id := range page.Nodes {
			events[id] = nil
		}
	}
	if err := loadEvents(r, events, briefEvents(q.Without)); err != nil {
		return nil, err
	}
	if err := fill(r, events, nil, q.Reports, q.Without); err != nil {
		return nil, err
	}
	pages := make([]*graph.EventPage, len(ids))
	for i, from := range ids {
		var nodes []*graph.Event
		for _, id := range from.Nodes {
			e := events[id]
			if e == nil {
				return nil, fmt.Errorf("%w: event %s is missing", graph.ErrCorrupt, id)
			}
			nodes = append(nodes, e)
		}
		pages[i] = storekit.WithNodes(from, nodes)
	}
	return pages, nil
}

// Timeline counts by day in SQL, and adds up the days of a unit.
func (s eventReader) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	var buckets []graph.TimelineBucket
	err := s.read(ctx, func(r *View) error {
		if _, err := unit.Bucket(graph.MinDate); err != nil {
			return err
		}
		days, err := countByDay(r, f)
		if err != nil {
			return err
		}
		buckets, err = storekit.Buckets(days, unit)
		return err
	})
	return buckets, db.Translate(err, "timeline by %s of %s", unit, storekit.Filter(f))
}

// countByDay counts the events that begin on each day. Those without a start do not count.
func countByDay(r *View, f graph.EventFilter) (map[graph.Date]int, error) {
	s, err := scopeOf(r, f, true)
	if err != nil {
		return nil, err
	}
	days := make(map[graph.Date]int)
	for _, p := range s.parts() {
		p = p.and(" AND "+s.table+".undated = 0 AND "+s.table+".long < ? GROUP BY 1", storekit.OpenStart)
		err := r.Each("SELECT "+s.table+".earliest, count(*) "+p.from, p.args, func(r *mapping.Row) error {
			days[r.Day()] += r.Count()
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return days, nil
}
