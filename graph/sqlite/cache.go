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
}

// The room of the shelves, in bytes as sizeOf… counts them: 96 MiB in all.
const (
	entityRoom  = 12 << 20
	eventRoom   = 28 << 20
	reportRoom  = 40 << 20
	articleRoom = 16 << 20
)

func newCache() *cache {
	return &cache{
		entities: shelf[graph.Entity]{room: entityRoom},
		events:   shelf[*graph.Event]{room: eventRoom},
		reports:  shelf[*graph.Report]{room: reportRoom},
		articles: shelf[*graph.Article]{room: articleRoom},
	}
}

// shelf keeps things by ID. Where it is full, others make room by chance: what is
// asked for often is soon back, and one long list does not sweep all off, as it
// would off a shelf that kept what was used last.
type shelf[T any] struct {
	things     map[string]sized[T]
	used, room int // bytes
}

type sized[T any] struct {
	thing T
	size  int
}

func (s *shelf[T]) get(id string) (T, bool) {
	found, ok := s.things[id]
	return found.thing, ok
}

func (s *shelf[T]) put(id string, thing sized[T]) {
	s.drop(id)
	if thing.size > s.room {
		return
	}
	for other := range s.things { // in no order
		if s.used+thing.size <= s.room {
			break
		}
		s.drop(other)
	}
	if s.things == nil {
		s.things = make(map[string]sized[T])
	}
	s.things[id] = thing
	s.used += thing.size
}

func (s *shelf[T]) drop(id string) {
	s.used -= s.things[id].size
	delete(s.things, id)
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
