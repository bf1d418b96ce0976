package sqlite

import (
	"sync"

	"dateline/graph"
)

// cache keeps what has been read of one state of the graph and may be read again:
// what most events are about, and what the last pages showed. All readers of a
// store that see this state share it.
type cache struct {
	entities shelf[graph.Entity]   // with their organizations
	events   shelf[*graph.Event]   // with nothing filled, as the others
	reports  shelf[*graph.Report]  // of whose parties the IDs are entities'
	articles shelf[*graph.Article] // without their text
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
		entities: shelf[graph.Entity]{room: entityRoom, clone: cloneEntity, size: sizeOfEntity},
		events:   shelf[*graph.Event]{room: eventRoom, clone: cloneEvent, size: sizeOfEvent},
		reports:  shelf[*graph.Report]{room: reportRoom, clone: cloneReport, size: sizeOfReport},
		articles: shelf[*graph.Article]{room: articleRoom, clone: cloneArticle, size: sizeOfArticle},
	}
}

// noCache keeps nothing.
var noCache = new(cache)

// close empties the cache for good: its state of the graph is of the past.
func (c *cache) close() {
	c.entities.close()
	c.events.close()
	c.reports.close()
	c.articles.close()
}

// shelf keeps things by ID, each whole or in brief. What it takes and gives are
// copies, so that what is on it never changes. Where it is full, others make room by
// chance: what is asked for often is soon back, and one long list does not sweep all
// off, as it would off a shelf that kept what was used last. The zero shelf has no
// room.
type shelf[T any] struct {
	clone func(thing T, brief bool) T
	size  func(T) int // bytes

	mu         sync.Mutex
	things     map[string]sized[T]
	used, room int // bytes
}

type sized[T any] struct {
	thing T
	size  int
	brief bool
}

// get returns a copy of a thing, and whether it is there. What is there in brief alone
// is not there whole.
func (s *shelf[T]) get(id string, brief bool) (thing T, ok bool) {
	s.mu.Lock()
	found, ok := s.things[id]
	s.mu.Unlock()
	if !ok || found.brief && !brief {
		return thing, false
	}
	return s.clone(found.thing, brief), true
}

// has reports whether a thing is there.
func (s *shelf[T]) has(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.things[id]
	return ok
}

// keep takes a copy of a thing, if there can be room for it, and if it is not there
// whole when it comes in brief.
func (s *shelf[T]) keep(id string, thing T, brief bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if there, ok := s.things[id]; s.room == 0 || ok && brief && !there.brief {
		return
	}
	s.drop(id)
	kept := sized[T]{s.clone(thing, brief), s.size(thing) + perThing, brief}
	if kept.size > s.room {
		return
	}
	for other := range s.things { // in no order
		if s.used+kept.size <= s.room {
			break
		}
		s.drop(other)
	}
	if s.things == nil {
		s.things = make(map[string]sized[T])
	}
	s.things[id] = kept
	s.used += kept.size
}

func (s *shelf[T]) drop(id string) {
	s.used -= s.things[id].size
	delete(s.things, id)
}

func (s *shelf[T]) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.things, s.used, s.room = nil, 0, 0
}
