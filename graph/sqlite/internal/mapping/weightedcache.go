package mapping

import "sync"

// WeightedCache is a cache of bounded size in bytes, by ID. It has each thing whole or in
// brief. It stores and returns copies, so that its content never changes. If it is full,
// it evicts at random: what is popular is soon back, and one long list does not evict
// everything, as it would with least recently used. The zero WeightedCache has no room.
type WeightedCache[T any] struct {
	Clone func(thing T, brief bool) T
	Size  func(T) int // in bytes

	mu         sync.Mutex
	things     map[string]sized[T]
	used, Room int // in bytes
}

// Get returns a copy of a thing, and whether it is cached. A thing that is cached in
// brief is not cached whole.
func (s *WeightedCache[T]) Get(id string, brief bool) (thing T, ok bool) {
	s.mu.Lock()
	found, ok := s.things[id]
	s.mu.Unlock()
	if !ok || found.brief && !brief {
		return thing, false
	}
	return s.Clone(found.thing, brief), true
}

// Has reports whether a thing is cached.
func (s *WeightedCache[T]) Has(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.things[id]
	return ok
}

// Keep stores a copy of a thing, unless it is too large, or is in brief and already
// cached whole.
func (s *WeightedCache[T]) Keep(id string, thing T, brief bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if there, ok := s.things[id]; s.Room == 0 || ok && brief && !there.brief {
		return
	}
	s.drop(id)
	kept := sized[T]{s.Clone(thing, brief), s.Size(thing) + perThing, brief}
	if kept.size > s.Room {
		return
	}
	for other := range s.things { // in no order
		if s.used+kept.size <= s.Room {
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

func (s *WeightedCache[T]) drop(id string) {
	s.used -= s.things[id].size
	delete(s.things, id)
}

// Close empties the cache, and leaves it without room.
func (s *WeightedCache[T]) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.things, s.used, s.Room = nil, 0, 0
}

type sized[T any] struct {
	thing T
	size  int
	brief bool
}

// SizeOfTexts estimates the size of texts in memory, in bytes.
func SizeOfTexts(texts ...string) int {
	size := perText * len(texts)
	for _, text := range texts {
		size += len(text)
	}
	return size
}

const perThing = 96

const perText = 16
