package sqlite

import (
	"context"
	"fmt"
	"strings"

	"dateline/graph"
)

// An event's parties that meet the terms of who and with: different parties, of
// different participations. ?1 and ?2 are lists of entity IDs.
const bothTookPart = ` AND EXISTS (SELECT 1 FROM json_each(?) w CROSS JOIN json_each(?) v
JOIN event_parties a ON a.entity_id = w.value AND a.undated = e.undated AND a.earliest = e.earliest AND a.latest = e.latest AND a.event_id = e.id
JOIN event_parties b ON b.entity_id = v.value AND b.undated = e.undated AND b.earliest = e.earliest AND b.latest = e.latest AND b.event_id = e.id
WHERE a.entity_id <> b.entity_id AND (a.part <> b.part OR a.part < 0))`

const (
	fromEvents        = `FROM events e WHERE true`
	fromNoEvents      = fromEvents + ` AND false`
	fromEventsOfOne   = `FROM event_parties p CROSS JOIN events e ON e.id = p.event_id WHERE p.entity_id = ?`
	fromEventsOfSome  = `FROM events e WHERE e.id IN (SELECT event_id FROM event_parties WHERE entity_id IN (SELECT value FROM json_each(?)))`
	knownByDay        = ` AND EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.id = r.article_id WHERE r.event_id = e.id AND a.published BETWEEN 1 AND ?)`
	byPublisher       = ` AND EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.id = r.article_id WHERE r.event_id = e.id AND a.publisher_folded = ?)`
	inArticles        = ` AND e.article_count >= ?`
	withWordsInAQuote = ` AND e.id IN (SELECT r.event_id FROM quote_words q JOIN reports r ON r.row = q.rowid WHERE q.words MATCH ?)`
)

// scope is the events that a filter lets through, as FROM … WHERE … of an event
// e. Columns of time are read from the table times: e, or p for those of one
// party, whose index has them in order.
type scope struct {
	from  strings.Builder
	args  []any
	times string
	// none is true where nobody bears a name that the filter asks for, or a text
	// has no words: nothing passes.
	none bool
}

func (s *scope) and(condition string, args ...any) {
	s.from.WriteString(condition)
	s.args = append(s.args, args...)
}

// scopeOf makes the scope of a filter.
func (r *reader) scopeOf(f graph.EventFilter) (*scope, error) {
	if f.MinArticles < 0 {
		return nil, fmt.Errorf("%w: at least %d articles", graph.ErrInvalid, f.MinArticles)
	}
	s := &scope{times: "e"}
	if err := r.partiesIn(s, f.Who, f.With); err != nil || s.none {
		return s, err
	}
	oneOf(s, "e.type", f.Types)
	oneOf(s, "e.means", f.Means)
	oneOf(s, "e.status", f.Statuses)
	if !f.During.IsZero() {
		s.during(f.During)
	}
	if !f.KnownBy.IsZero() {
		s.and(knownByDay, dayNumber(f.KnownBy))
	}
	if f.Publisher != "" {
		s.and(byPublisher, graph.Fold(f.Publisher))
	}
	if f.MinArticles > 0 {
		s.and(inArticles, f.MinArticles)
	}
	if f.Text != "" {
		words := allWords(f.Text)
		s.none = words == ""
		s.and(withWordsInAQuote, words)
	}
	return s, nil
}

// partiesIn begins a scope with those who took part.
func (r *reader) partiesIn(s *scope, who, with *graph.EntityRef) error {
	if who == nil {
		who, with = with, nil
	}
	if who == nil {
		s.and(fromEvents)
		return nil
	}
	bearers, err := r.bearers(*who)
	if err != nil {
		return err
	}
	s.none = len(bearers) == 0
	if len(bearers) == 1 {
		s.times = "p"
		s.and(fromEventsOfOne, bearers[0])
	} else {
		s.and(fromEventsOfSome, idList(bearers))
	}
	if with == nil {
		return nil
	}
	others, err := r.bearers(*with)
	if err != nil {
		return err
	}
	s.none = s.none || len(others) == 0
	s.and(bothTookPart, idList(bearers), idList(others))
	return nil
}

func oneOf[T ~string](s *scope, column string, values []T) {
	if len(values) == 0 {
		return
	}
	s.from.WriteString(" AND " + column + " IN (" + strings.Repeat(", ?", len(values))[len(", "):] + ")")
	for _, value := range values {
		s.args = append(s.args, string(value))
	}
}

// during keeps events whose time overlaps another. The bound on reverse_earliest
// says nothing new; it lets the index of the reverse order start there.
func (s *scope) during(time graph.EDTF) {
	earliest, latest := dayNumber(time.Earliest()), dayNumber(time.Latest())
	t := s.times
	s.and(" AND "+t+".undated = 0 AND "+t+".earliest <= ? AND "+t+".latest >= ? AND "+t+".reverse_earliest >= ?", latest, earliest, -latest)
}

// orderOf gives the ordering of a scope's events.
func (s *scope) orderOf(order graph.EventOrder, dated bool) (ordering, error) {
	t := s.times
	id := "e.id"
	if t == "p" {
		id = "p.event_id"
	}
	leadsWith := ""
	if dated {
		leadsWith = "0"
	}
	switch order {
	case "", graph.OrderTimeAscending:
		return ordering{string(graph.OrderTimeAscending), []key{numberKey(t + ".undated"), numberKey(t + ".earliest"), numberKey(t + ".latest"), textKey(id)}, leadsWith}, nil
	case graph.OrderTimeDescending:
		return ordering{string(order), []key{numberKey(t + ".undated"), numberKey(t + ".reverse_earliest"), numberKey(t + ".reverse_latest"), textKey(id)}, leadsWith}, nil
	case graph.OrderReportsDescending:
		return ordering{string(order), []key{numberKey("e.reverse_reports"), textKey("e.id")}, ""}, nil
	}
	return ordering{}, fmt.Errorf("%w: order %q", graph.ErrInvalid, string(order))
}

// Events gives a page of events in one read transaction of a few statements.
func (s *Store) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	var page *graph.EventPage
	err := s.read(ctx, func(r *reader) (err error) {
		if page, err = r.eventPage(q); err != nil {
			return err
		}
		return r.fill(page.Nodes, q.Reports, nil)
	})
	return page, translate(err, "events %s", describe(q.EventFilter))
}

// ContactsOf gives a page for each of the entities, and fills them all at once.
func (s *Store) ContactsOf(ctx context.Context, entityIDs []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	pages := make([]*graph.EventPage, len(entityIDs))
	err := s.read(ctx, func(r *reader) (err error) {
		var all []*graph.Event
		for i, id := range entityIDs {
			q.Who = &graph.EntityRef{ID: id}
			if pages[i], err = r.eventPage(q); err != nil {
				return err
			}
			all = append(all, pages[i].Nodes...)
		}
		return r.fill(all, q.Reports, nil)
	})
	if err != nil {
		return nil, translate(err, "contacts of %q", entityIDs)
	}
	return pages, nil
}

// eventPage gives a page with nothing filled.
func (r *reader) eventPage(q graph.EventQuery) (*graph.EventPage, error) {
	if q.Reports < 0 {
		return nil, fmt.Errorf("%w: %d reports", graph.ErrInvalid, q.Reports)
	}
	s, err := r.scopeOf(q.EventFilter)
	if err != nil {
		return nil, err
	}
	if s.none {
		s = &scope{times: "e"}
		s.and(fromNoEvents)
	}
	order, err := s.orderOf(q.Order, !q.During.IsZero())
	if err != nil {
		return nil, err
	}
	l := list{columns: eventColumns, from: s.from.String(), args: s.args, ordering: order}
	return pageOf(r, l, q.PageRequest, scanEvent)
}

const countByDay = `SELECT %s.earliest, count(*) %s AND %[1]s.undated = 0 AND %[1]s.earliest > ? GROUP BY 1 ORDER BY 1`

// Timeline counts by day in SQL, and adds the days of a unit up.
func (s *Store) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	var buckets []graph.TimelineBucket
	err := s.read(ctx, func(r *reader) error {
		if _, err := unit.Bucket(graph.MinDate); err != nil {
			return err
		}
		scope, err := r.scopeOf(f)
		if err != nil || scope.none {
			return err
		}
		query := fmt.Sprintf(countByDay, scope.times, scope.from.String())
		return r.each(query, append(scope.args, dayNumber(graph.MinDate)), func(scan scanner) error {
			var day int64
			var count int
			if err := scan(&day, &count); err != nil {
				return err
			}
			period, err := unit.Bucket(dayOf(day))
			if last := len(buckets) - 1; last >= 0 && buckets[last].Period == period {
				buckets[last].Count += count
				return err
			}
			buckets = append(buckets, graph.TimelineBucket{Period: period, Count: count})
			return err
		})
	})
	return buckets, translate(err, "timeline by %s of %s", unit, describe(f))
}

// describe writes a filter for an error, parties by their values.
func describe(f graph.EventFilter) string {
	var who, with graph.EntityRef
	if f.Who != nil {
		who = *f.Who
	}
	if f.With != nil {
		with = *f.With
	}
	f.Who, f.With = nil, nil
	return fmt.Sprintf("who %+v with %+v filter %+v", who, with, f)
}
