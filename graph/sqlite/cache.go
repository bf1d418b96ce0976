package sqlite

import (
	"sync"

	"dateline/graph"
)

// cache keeps what has been read of one state of the graph and may be read again:
// what most events are about, and what the last pages showed. All readers of a
// store that see this state share it. What it gives is the caller's. A nil cache
// keeps nothing.
type cache struct {
	mu       sync.Mutex
	entities shelf[graph.Entity] // with their organizations
	events   shelf[*graph.Event]
	reports  shelf[*graph.Report]
	articles shelf[*graph.Article]
	// rows are where events, reports and articles are, as what names them tells.
	rows shelf[int64]
}

// The room of the shelves, in bytes as sizeOf… counts them: 64 MiB in all.
const (
	entityRoom  = 12 << 20
	eventRoom   = 16 << 20
	reportRoom  = 20 << 20
	articleRoom = 12 << 20
	rowRoom     = 4 << 20
)

func newCache() *cache {
	c := new(cache)
	c.entities.room = entityRoom
	c.events.room = eventRoom
	c.reports.room = reportRoom
	c.articles.room = articleRoom
	c.rows.room = rowRoom
	return c
}

// shelf keeps things by ID. Where its newer half is full, the older one is thrown
// away: what was asked for since is in the newer.
type shelf[T any] struct {
	newer, older map[string]sized[T]
	used, room   int // bytes of the newer, and of both
}

type sized[T any] struct {
	thing T
	size  int
}

func (s *shelf[T]) get(id string) (T, bool) {
	if found, ok := s.newer[id]; ok {
		return found.thing, true
	}
	found, ok := s.older[id]
	if ok {
		s.put(id, found)
	}
	return found.thing, ok
}

func (s *shelf[T]) put(id string, thing sized[T]) {
	s.used -= s.newer[id].size
	delete(s.newer, id)
	delete(s.older, id)
	if thing.size > s.room/2 {
		return
	}
	if s.used+thing.size > s.room/2 {
		s.older, s.newer, s.used = s.newer, s.older, 0
		clear(s.newer) // and keeps its room
	}
	if s.newer == nil {
		s.newer = make(map[string]sized[T])
	}
	s.newer[id] = thing
	s.used += thing.size
}

// close empties the cache for good: its state of the graph is of the past.
func (c *cache) close() {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entities = shelf[graph.Entity]{}
	c.events = shelf[*graph.Event]{}
	c.reports = shelf[*graph.Report]{}
	c.articles = shelf[*graph.Article]{}
	c.rows = shelf[int64]{}
}

// of reads a shelf of a cache; what is on it is never changed.
func of[T any](c *cache, on func(c *cache) *shelf[T], id string) (thing T, ok bool) {
	if c == nil {
		return thing, false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return on(c).get(id)
}

func keep[T any](c *cache, on func(c *cache) *shelf[T], id string, thing T, size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	on(c).put(id, sized[T]{thing, size + perThing})
}

func entityShelf(c *cache) *shelf[graph.Entity]    { return &c.entities }
func eventShelf(c *cache) *shelf[*graph.Event]     { return &c.events }
func reportShelf(c *cache) *shelf[*graph.Report]   { return &c.reports }
func articleShelf(c *cache) *shelf[*graph.Article] { return &c.articles }
func rowShelf(c *cache) *shelf[int64]              { return &c.rows }

// entity gives an entity, nil where there is none.
func (c *cache) entity(id string) graph.Entity {
	e, _ := of(c, entityShelf, id)
	return cloneEntity(e)
}

func (c *cache) hasEntity(id string) bool {
	_, ok := of(c, entityShelf, id)
	return ok
}

func (c *cache) keepEntity(e graph.Entity) {
	if c != nil {
		keep(c, entityShelf, e.NodeID(), cloneEntity(e), sizeOfEntity(e))
	}
}

// event gives an event with nothing filled, nil where there is none.
func (c *cache) event(id string) *graph.Event {
	e, _ := of(c, eventShelf, id)
	return cloneEvent(e)
}

func (c *cache) keepEvent(e *graph.Event) {
	if c != nil {
		keep(c, eventShelf, e.ID, cloneEvent(e), sizeOfEvent(e))
	}
}

// report gives a report with nothing filled, nil where there is none.
func (c *cache) report(id string) *graph.Report {
	r, _ := of(c, reportShelf, id)
	return cloneReport(r)
}

func (c *cache) keepReport(r *graph.Report) {
	if c != nil {
		keep(c, reportShelf, r.ID, cloneReport(r), sizeOfReport(r))
	}
}

// article gives an article, nil where there is none.
func (c *cache) article(id string) *graph.Article {
	a, _ := of(c, articleShelf, id)
	return cloneArticle(a)
}

func (c *cache) keepArticle(a *graph.Article) {
	if c != nil {
		keep(c, articleShelf, a.ID, cloneArticle(a), sizeOfArticle(a))
	}
}

// row tells where a thing is.
func (c *cache) row(id string) (int64, bool) { return of(c, rowShelf, id) }

func (c *cache) keepRow(id string, row int64) {
	if c != nil {
		keep(c, rowShelf, id, row, len(id))
	}
}
