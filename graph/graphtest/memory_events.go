package graphtest

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Events scans all events.
func (m eventReader) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return s.eventPage(q)
}

// ContactsOf asks Events for each of the entities.
func (m eventReader) ContactsOf(ctx context.Context, entityIDs []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(entityIDs, func(id string) (*graph.EventPage, error) {
		q.Who = &graph.EntityRef{ID: id}
		return s.eventPage(q)
	})
}

// Timeline counts what Events returns.
func (m eventReader) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := unit.Bucket(graph.MinDate); err != nil {
		return nil, fmt.Errorf("memory: timeline: %w", err)
	}
	events, err := s.filtered(f)
	if err != nil {
		return nil, err
	}
	var buckets []graph.TimelineBucket
	for _, e := range events {
		if e.Time == nil || e.Time.Earliest() == graph.MinDate {
			continue
		}
		period, err := unit.Bucket(e.Time.Earliest())
		if err != nil {
			return nil, fmt.Errorf("memory: timeline: %w", err)
		}
		at := slices.IndexFunc(buckets, func(b graph.TimelineBucket) bool { return b.Period == period })
		if at < 0 {
			at = len(buckets)
			buckets = append(buckets, graph.TimelineBucket{Period: period})
		}
		buckets[at].Count++
	}
	slices.SortFunc(buckets, func(a, b graph.TimelineBucket) int { return a.Earliest().Compare(b.Earliest()) })
	return buckets, nil
}

// eventPage returns a page of the events that match the query.
func (s answers) eventPage(q graph.EventQuery) (*graph.EventPage, error) {
	if q.Reports < 0 {
		return nil, fmt.Errorf("memory: events: %w: %d reports", graph.ErrInvalid, q.Reports)
	}
	l, err := inOrder(q.Order)
	if err != nil {
		return nil, err
	}
	if l.nodes, err = s.filtered(q.EventFilter); err != nil {
		return nil, err
	}
	page, err := l.page(q.PageRequest)
	if err != nil {
		return nil, err
	}
	for i, e := range page.Nodes {
		if page.Nodes[i], err = s.event(e.ID, q.Reports); err != nil {
			return nil, err
		}
	}
	return page, nil
}

// inOrder returns an empty list of events in an order.
func inOrder(order graph.EventOrder) (list[*graph.Event], error) {
	l := list[*graph.Event]{order: "events " + string(order), width: 3}
	switch order {
	case "", graph.OrderTimeAscending:
		l.order = "events " + string(graph.OrderTimeAscending)
		l.keys = func(e *graph.Event) []string { return []string{dayKey(firstDay(e)), dayKey(lastDay(e)), e.ID} }
	case graph.OrderTimeDescending:
		l.keys = func(e *graph.Event) []string { return []string{lateKey(firstDay(e)), lateKey(lastDay(e)), e.ID} }
	case graph.OrderReportsDescending:
		l.width = 2
		l.keys = func(e *graph.Event) []string { return []string{manyKey(len(e.ReportIDs)), e.ID} }
	default:
		return l, fmt.Errorf("memory: events: %w: order %q", graph.ErrInvalid, order)
	}
	return l, nil
}

func firstDay(e *graph.Event) graph.Date {
	if e.Time == nil {
		return graph.Date{}
	}
	if e.Time.Earliest() == graph.MinDate {
		return e.Time.Latest() // of a time with an open start
	}
	return e.Time.Earliest()
}

func lastDay(e *graph.Event) graph.Date {
	if e.Time == nil {
		return graph.Date{}
	}
	return e.Time.Latest()
}

// filtered returns the events that match the filter, in no order, as the state has them.
func (s answers) filtered(f graph.EventFilter) ([]*graph.Event, error) {
	var who, with set
	var err error
	if f.Who != nil {
		if who, err = s.entitiesFor(*f.Who); err != nil {
			return nil, err
		}
	}
	if f.With != nil {
		if with, err = s.entitiesFor(*f.With); err != nil {
			return nil, err
		}
	}
	if err := storekit.CheckFilter(f); err != nil {
		return nil, fmt.Errorf("memory: events: %w", err)
	}
	someone, err := s.peopleOf(f)
	if err != nil {
		return nil, err
	}
	var events []*graph.Event
	for _, e := range s.events {
		if tookPart(e, who, with) && matches(e, f) && someone.match(e, f) && s.reported(e, f) {
			events = append(events, e)
		}
	}
	return events, nil
}

// people are the entities that the lists of a filter, and its place, mean.
type people struct {
	any, place set
	all        []set
}

func (s answers) peopleOf(f graph.EventFilter) (people, error) {
	p := people{any: set{}}
	for _, ref := range f.AnyOf {
		found, err := s.entitiesFor(ref)
		if err != nil {
			return p, err
		}
		maps.Copy(p.any, found)
	}
	for _, ref := range f.AllOf {
		found, err := s.entitiesFor(ref)
		if err != nil {
			return p, err
		}
		p.all = append(p.all, found)
	}
	var err error
	if f.Place != nil {
		p.place, err = s.entitiesFor(*f.Place)
	}
	return p, err
}

func (p people) match(e *graph.Event, f graph.EventFilter) bool {
	in := func(some set) bool { return tookPart(e, some, nil) }
	return (f.AnyOf == nil || in(p.any)) && !slices.ContainsFunc(p.all, func(one set) bool { return !in(one) }) &&
		(f.Place == nil || p.place[e.PlaceID])
}

// tookPart reports whether one of each set took part, as different parties. A nil set
// matches anybody.
func tookPart(e *graph.Event, who, with set) bool {
	if who == nil {
		who, with = with, nil
	}
	if who == nil {
		return true
	}
	for i, one := range e.Participants {
		for _, id := range parties(one) {
			if !who[id] {
				continue
			}
			if with == nil || slices.ContainsFunc(counterparts(e, i, id), func(other string) bool { return with[other] }) {
				return true
			}
		}
	}
	return false
}

// parties returns the one who acts and the one that it acts for.
func parties(p graph.Participation) []string {
	if p.OnBehalfOfID == "" {
		return []string{p.EntityID}
	}
	return []string{p.EntityID, p.OnBehalfOfID}
}

// counterparts returns those that a party of one participation was in contact with: the
// other parties of the other participations.
func counterparts(e *graph.Event, participation int, party string) []string {
	var others []string
	for i, other := range e.Participants {
		for _, id := range parties(other) {
			if i != participation && id != party {
				others = append(others, id)
			}
		}
	}
	return others
}

// matches checks the conditions on the event itself.
func matches(e *graph.Event, f graph.EventFilter) bool {
	return (f.Types == nil || slices.Contains(f.Types, e.Type)) &&
		(f.Means == nil || slices.Contains(f.Means, e.Means)) &&
		(f.Statuses == nil || slices.Contains(f.Statuses, e.Status)) &&
		(f.During.IsZero() || e.Time != nil && e.Time.EDTF.Overlaps(f.During)) &&
		e.ArticleCount >= f.MinArticles && wasAbout(e, f.About)
}

// wasAbout reports whether what an event was about has all words of a text; true for no
// text.
func wasAbout(e *graph.Event, text string) bool {
	asked := words(text)
	var about []string
	for _, p := range e.About {
		about = append(about, words(p.Text)...)
	}
	return text == "" || len(asked) > 0 && hasWords(about, asked)
}

// reported checks the conditions on its reports.
func (s answers) reported(e *graph.Event, f graph.EventFilter) bool {
	some := func(wanted bool, pass func(*graph.Report, *graph.Article) bool) bool {
		return !wanted || slices.ContainsFunc(e.ReportIDs, func(id string) bool {
			return pass(s.index().reports[id], s.index().articleOf[id])
		})
	}
	asked := words(f.Text)
	return some(!f.KnownBy.IsZero(), func(_ *graph.Report, a *graph.Article) bool {
		return !a.Published.IsZero() && !a.Published.After(f.KnownBy)
	}) && some(f.Publisher != "", func(_ *graph.Report, a *graph.Article) bool {
		return publishedBy(a, f.Publisher)
	}) && some(f.MinConfidence > 0, func(r *graph.Report, _ *graph.Article) bool {
		return r.Confidence >= f.MinConfidence
	}) && some(f.SourceKinds != nil, func(r *graph.Report, _ *graph.Article) bool {
		return slices.Contains(f.SourceKinds, r.SourceKind())
	}) && some(f.Text != "", func(r *graph.Report, _ *graph.Article) bool {
		return len(asked) > 0 && hasWords(words(r.Quote), asked)
	})
}

// publishedBy reports whether a text is the publisher of an article or the host of its URL.
func publishedBy(a *graph.Article, publisher string) bool {
	folded, host := graph.Fold(publisher), graph.Host(publisher)
	return folded != "" && folded == graph.Fold(a.Publisher) || host != "" && host == graph.Host(a.URL)
}
