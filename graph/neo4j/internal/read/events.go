package read

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// Events returns a page of events, filled, in one statement.
func (r eventReader) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	pages, err := r.eventPages(ctx, nil, q)
	if err != nil {
		return nil, bolt.Translate(err, "events %s", storekit.Filter(q.EventFilter))
	}
	return pages[0], nil
}

// ContactsOf returns a page for each of the entities, in one statement.
func (r eventReader) ContactsOf(ctx context.Context, entityIDs []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	if len(entityIDs) == 0 {
		return nil, nil
	}
	for _, id := range entityIDs {
		if err := storekit.CheckRef(graph.EntityRef{ID: id}); err != nil {
			return nil, bolt.Translate(err, "contacts of %.200q", entityIDs)
		}
	}
	q.Who = &graph.EntityRef{ID: entityIDs[0]}
	pages, err := r.eventPages(ctx, entityIDs, q)
	return pages, bolt.Translate(err, "contacts of %.200q", entityIDs)
}

// eventPages returns a page for each of the IDs, or one page for a query whose party is
// given by name, or that has no party.
func (r eventReader) eventPages(ctx context.Context, who []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	if err := storekit.CheckEvents(q); err != nil {
		return nil, err
	}
	sc, err := scopeOf(q.EventFilter, q.Order)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(q.PageRequest, sc.order.name)
	if err != nil {
		return nil, err
	}
	a := newEventAsk(sc, w, who, q.Reports)
	a.text = a.page(inBrief(q.Without))
	var pages []*graph.EventPage
	err = r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		if err := sc.resolve(ask); err != nil {
			return nil, err
		}
		if sc.none() {
			pages = make([]*graph.EventPage, a.slots)
			for i := range pages {
				pages[i] = new(graph.EventPage)
			}
			return nil, nil
		}
		f, err := askPages(ask, a.text, a.params, func(meta []any, f *filling) (again bool, err error) {
			pages, again, err = a.read(meta, f, q.Reports)
			return again, err
		})
		if errors.Is(err, graph.ErrCorrupt) || err == nil && len(f.missing) > 0 && !f.missing[missingParty] {
			a.text = a.page(false) // which does not depend on relationships alone
		}
		return f, err
	})
	return pages, err
}

// eventAsk is the statement for pages of events.
type eventAsk struct {
	scope  *scope
	window window
	slots  int
	text   string
	params map[string]any
}

func newEventAsk(sc *scope, w window, who []string, reports int) *eventAsk {
	a := &eventAsk{scope: sc, window: w, slots: max(1, len(who)), params: sc.params}
	sc.putParties(who)
	all := sc.bounds()
	page, past := all, all
	switch {
	case w.Cursor == "":
	case w.Backward:
		page, past = all.before(w.Cursor), all.since(w.Cursor)
	default:
		page, past = all.after(w.Cursor), all.upTo(w.Cursor)
	}
	ranges := sc.ranges(0, page)
	if w.Cursor != "" {
		ranges = append(ranges, sc.ranges(1, past)...)
	}
	a.params["ranges"], a.params["all"] = ranges, sc.ranges(0, all)
	a.params["reports"], a.params["limit"], a.params["fetch"] = min(reports, noLimit), w.limit, w.limit+1
	return a
}

// page composes the statement. Whether there is anything on the other side of a cursor is
// read together with the page, as a second job.
func (a *eventAsk) page(brief bool) string {
	s, w := a.scope, a.window
	direction, total := "", "0"
	if w.Backward {
		direction = " DESC"
	}
	text := s.head() + "CALL " + s.imports() + " {\nCALL " + s.imports() + " {\n" + s.rows("ranges", s.order.key(s.v), "$fetch", w.Backward) + `}
WITH DISTINCT job, key, e ORDER BY job, key` + direction + `
WITH collect([job, key, e]) AS found
WITH [one IN found WHERE one[0] = 0][..$fetch] AS page, size([one IN found WHERE one[0] = 1]) > 0 AS past
RETURN past, [one IN page | one[1]] AS keys, [one IN page[..$limit] | one[2]] AS found
}
`
	if w.Total {
		text += "CALL " + s.imports() + " {\nCALL " + s.imports() + " {\n" + s.rows("all", "null", "", false) + "}\nRETURN count(DISTINCT e) AS total\n}\n"
		total = "total"
	}
	text += "WITH collect([slot, heir, otherHeir, " + s.unknown() + ", keys, past, " + total + "]) AS meta, collect(found) AS lists\n"
	if brief {
		return text + eventsInBrief
	}
	return text + `CALL (lists) { UNWIND lists AS some UNWIND some AS e RETURN collect(DISTINCT e) AS events }
WITH meta, events, [] AS ids
` + fillEvents + fillRest
}

// read makes the pages. Again reports whether a party has to be asked for by its
// successor.
func (a *eventAsk) read(meta []any, f *filling, reports int) (pages []*graph.EventPage, again bool, err error) {
	pages = make([]*graph.EventPage, a.slots)
	for _, value := range meta {
		row := mapping.FieldsOf(value)
		slot, heir, otherHeir, unknown, keys := row.Count(), row.Text(), row.Text(), row.Bool(), row.Texts()
		past, total := row.Bool(), row.Count()
		if row.Err != nil {
			return nil, false, row.Err
		}
		if slot < 0 || slot >= len(pages) {
			return nil, false, fmt.Errorf("%w: page %d of %d", graph.ErrCorrupt, slot, len(pages))
		}
		again = a.scope.inherit(slot, heir, otherHeir) || again
		if unknown {
			f.missing[missingParty] = true
		}
		ids := pageFrom(a.window, keys, past, total)
		var events []*graph.Event
		for _, key := range ids.Nodes {
			events = append(events, f.event(a.scope.order.idOf(key), reports))
		}
		pages[slot] = storekit.WithNodes(ids, events)
	}
	if len(meta) != len(pages) {
		return nil, false, fmt.Errorf("%w: %d pages for %d", graph.ErrCorrupt, len(meta), len(pages))
	}
	return pages, again, nil
}

// idOf returns the ID at the end of a key.
func (o eventOrder) idOf(key string) string { return key[min(o.prefix, len(key)):] }
