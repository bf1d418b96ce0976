package sqlite

import (
	"slices"

	"dateline/graph"
)

// cache keeps what a connection has read and may read again: what most events are
// about, and what the last pages showed. It is the connection's own, and emptied
// as soon as anything is committed, so that it shows what the connection's
// snapshot does. What it gives is the caller's.
type cache struct {
	// version is PRAGMA data_version, which changes as others commit; 0 on the
	// connection that writes, whose own commits it does not count: nothing is kept.
	version  int64
	entities shelf[graph.Entity] // with their organizations
	events   shelf[*graph.Event]
	reports  shelf[*graph.Report]
	articles shelf[*graph.Article]
	times    shelf[graph.EDTF]
	// rows are where events, reports and articles are, as what names them tells.
	rows shelf[int64]
}

// The room of the shelves, in numbers of things.
const (
	entityRoom  = 4096
	eventRoom   = 4096
	reportRoom  = 8192
	articleRoom = 8192
	timeRoom    = 4096
	rowRoom     = 16384
)

// shelf keeps things by ID. One that is full is emptied: what is popular is soon
// back.
type shelf[T any] struct {
	things map[string]T
	used   int
}

func (s *shelf[T]) keep(id string, thing T, size, room int) {
	if s.used+size > room {
		s.empty()
	}
	if s.things == nil {
		s.things = make(map[string]T)
	}
	s.things[id] = thing
	s.used += size
}

func (s *shelf[T]) empty() {
	clear(s.things)
	s.used = 0
}

// at empties the cache where it is of another version.
func (c *cache) at(version int64) {
	if c.version == version {
		return
	}
	c.version = version
	c.entities.empty()
	c.events.empty()
	c.reports.empty()
	c.articles.empty()
	c.rows.empty()
}

func (c *cache) keepRow(id string, row int64) {
	if c.version != 0 {
		c.rows.keep(id, row, 1, rowRoom)
	}
}

// entity gives an entity, nil where there is none.
func (c *cache) entity(id string) graph.Entity { return cloneEntity(c.entities.things[id]) }

func (c *cache) keepEntity(e graph.Entity) {
	if c.version != 0 {
		c.entities.keep(e.NodeID(), cloneEntity(e), 1, entityRoom)
	}
}

// event gives an event with nothing filled, nil where there is none.
func (c *cache) event(id string) *graph.Event { return cloneEvent(c.events.things[id]) }

func (c *cache) keepEvent(e *graph.Event) {
	if c.version != 0 {
		c.events.keep(e.ID, cloneEvent(e), 1, eventRoom)
	}
}

// report gives a report with nothing filled, nil where there is none.
func (c *cache) report(id string) *graph.Report { return cloneReport(c.reports.things[id]) }

func (c *cache) keepReport(r *graph.Report) {
	if c.version != 0 {
		c.reports.keep(r.ID, cloneReport(r), 1, reportRoom)
	}
}

// article gives an article, nil where there is none.
func (c *cache) article(id string) *graph.Article { return cloneArticle(c.articles.things[id]) }

func (c *cache) keepArticle(a *graph.Article) {
	if c.version != 0 {
		c.articles.keep(a.ID, cloneArticle(a), 1, articleRoom)
	}
}

// time reads an EDTF, which no commit changes.
func (c *cache) time(text string) (graph.EDTF, error) {
	if time, ok := c.times.things[text]; ok {
		return time, nil
	}
	var time graph.EDTF
	if err := time.UnmarshalText([]byte(text)); err != nil {
		return time, err
	}
	c.times.keep(text, time, 1, timeRoom)
	return time, nil
}

func cloneEntity(e graph.Entity) graph.Entity {
	switch e := e.(type) {
	case *graph.Person:
		person := *e
		person.Aliases = slices.Clone(e.Aliases)
		person.Positions = slices.Clone(e.Positions)
		for i, position := range person.Positions {
			if position.Organization != nil {
				person.Positions[i].Organization = cloneOrganization(position.Organization)
			}
		}
		return &person
	case *graph.Organization:
		return cloneOrganization(e)
	case *graph.Place:
		place := *e
		place.Aliases = slices.Clone(e.Aliases)
		return &place
	}
	return nil
}

func cloneOrganization(o *graph.Organization) *graph.Organization {
	organization := *o
	organization.Aliases = slices.Clone(o.Aliases)
	return &organization
}

func cloneEvent(e *graph.Event) *graph.Event {
	if e == nil {
		return nil
	}
	event := *e
	event.Participants = slices.Clone(e.Participants)
	event.ReportIDs = slices.Clone(e.ReportIDs)
	event.Conflicts = slices.Clone(e.Conflicts)
	for i := range event.Conflicts {
		event.Conflicts[i].ReportIDs = slices.Clone(e.Conflicts[i].ReportIDs)
	}
	if e.Time != nil {
		time := *e.Time
		event.Time = &time
	}
	return &event
}

func cloneReport(r *graph.Report) *graph.Report {
	if r == nil {
		return nil
	}
	report := *r
	report.Participants = append([]graph.Participation(nil), r.Participants...)
	report.AttributedToIDs = append([]string(nil), r.AttributedToIDs...)
	if r.Time != nil {
		time := *r.Time
		report.Time = &time
	}
	if r.Claim != nil {
		claim := *r.Claim
		report.Claim = &claim
	}
	return &report
}

func cloneArticle(a *graph.Article) *graph.Article {
	if a == nil {
		return nil
	}
	article := *a
	return &article
}
