package mapping

import "sync"

// WeightedCache keeps things by ID, each whole or in brief. What it takes and gives are
// copies, so that what is on it never changes. Where it is full, others make room by
// chance: what is asked for often is soon back, and one long list does not sweep all
// off, as it would off a shelf that kept what was used last. The zero shelf has no
// room.
type WeightedCache[T any] struct {
	Clone func(thing T, brief bool) T
	Size  func(T) int // bytes

	mu         sync.Mutex
	things     map[string]sized[T]
	used, Room int // bytes
}

// Get returns a copy of a thing, and whether it is there. What is there in brief alone
// is not there whole.
func (s *WeightedCache[T]) Get(id string, brief bool) (thing T, ok bool) {
	s.mu.Lock()
	found, ok := s.things[id]
	s.mu.Unlock()
	if !ok || found.brief && !brief {
		return thing, false
	}
	return s.Clone(found.thing, brief), true
}

// Has reports whether a thing is there.
func (s *WeightedCache[T]) Has(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.things[id]
	return ok
}

// Keep takes a copy of a thing, if there can be room for it, and if it is not there
// whole when it comes in brief.
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

func SizeOfTexts(texts ...string) int {
	size := perText * len(texts)
	for _, text := range texts {
		size += len(text)
	}
	return size
}

const perThing = 96

const perText = 16
