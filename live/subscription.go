package live

import (
	"context"
	"fmt"
	"sync"

	"dateline/graph"
)

// Change is an entry of the log, filled.
type Change struct {
	graph.Change
	// Event is what the event's ID stands for now: the event, what it was merged into, or
	// nil.
	Event *graph.Event
}

// Kind is what a Notice tells.
type Kind string

// ADDED: the event matches now and did not before. CHANGED: it did, and still does.
// REMOVED: it does no longer, since it changed, was merged into another or is gone. GAP:
// changes were lost. CHECKPOINT: nothing happened that matches.
const (
	Added      Kind = "ADDED"
	Changed    Kind = "CHANGED"
	Removed    Kind = "REMOVED"
	Gap        Kind = "GAP"
	Checkpoint Kind = "CHECKPOINT"
)

// Kinds lists the kinds of notice, in the schema's order.
func Kinds() []Kind { return []Kind{Added, Changed, Removed, Gap, Checkpoint} }

// EditKinds lists the kinds of notice about edits, in the schema's order.
func EditKinds() []Kind { return []Kind{Added, Changed, Gap, Checkpoint} }

// Notice is what a subscriber is told.
type Notice struct {
	Kind Kind
	// Cursor is the place in the log after the notice: who begins there misses nothing.
	Cursor string
	// Change is nil for a GAP and a CHECKPOINT.
	Change *Change
}

// Settings of a subscription.
type Settings struct {
	Filter Filter
	// Since is where to begin; "" for now.
	Since string
	// Checkpoints asks for a CHECKPOINT at the start, and after a while without a notice.
	Checkpoints bool
}

// Subscription gets the changes that match, each once and in order. It is for one
// goroutine, apart from what its Hub does.
type Subscription struct {
	feed[Notice] // its wake has a token if queue or overflow has changed
	hub          *Hub
	filter       filter

	// at is the place up to which everything that matches is in ready, or was returned.
	// While the subscriber is behind, it reads the log by itself.
	at     position
	behind bool

	mu       sync.Mutex
	joined   bool
	after    int64 // what the Hub offers up to here is known already
	queue    []Notice
	passed   position // where the Hub stands
	overflow bool     // the queue was too short
}

// Subscribe begins a subscription. Close it after use. It returns ErrBadCursor for a Since
// that is no cursor of a log.
func (h *Hub) Subscribe(ctx context.Context, settings Settings) (*Subscription, error) {
	s := &Subscription{feed: newFeed[Notice](settings.Checkpoints), hub: h, filter: newFilter(settings.Filter)}
	if settings.Since != "" {
		if _, err := h.store.Changes(ctx, graph.ChangeQuery{Since: settings.Since, First: 1}); err != nil {
			return nil, fmt.Errorf("subscribe: %w", err)
		}
		s.at, s.behind = position{cursor: settings.Since}, true
	}
	at, err := h.join(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("subscribe: %w", err)
	}
	if !s.behind {
		s.catchUp(at)
	}
	if s.checkpoints {
		s.ready = append(s.ready, Notice{Kind: Checkpoint, Cursor: s.at.cursor})
	}
	return s, nil
}

// Close ends the subscription.
func (s *Subscription) Close() { s.hub.leave(s) }

// catchUp makes the subscriber take what the Hub offers after a place.
func (s *Subscription) catchUp(at position) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.joined, s.after, s.at, s.behind = true, at.sequence, at, false
	s.passed = at
	s.queue, s.overflow = nil, false
}

// offer gives the subscriber a page of the log, from the Hub.
func (s *Subscription) offer(page *graph.ChangePage, changes []*Change, now current) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.joined {
		return
	}
	before := len(s.queue)
	if page.Gap {
		s.queue, s.after = append(s.queue, Notice{Kind: Gap, Cursor: page.End}), 0
	}
	for _, c := range changes {
		if kind, matched := s.filter.kindOf(c, now); matched && c.Sequence > s.after {
			s.queue = append(s.queue, Notice{kind, c.Cursor, c})
		}
	}
	if page.Gap || page.Last > s.passed.sequence {
		s.passed = position{page.End, page.Last}
	}
	if len(s.queue) > queueLimit {
		s.queue, s.overflow, s.joined = nil, true, false
	}
	if len(s.queue) > before || s.overflow {
		select {
		case s.wake <- struct{}{}:
		default: // it has a token already
		}
	}
}

// kindOf returns what a change is for a subscriber, and whether it is anything.
func (f *filter) kindOf(c *Change, now current) (kind Kind, matched bool) {
	e := c.Event
	if c.Kind == graph.ChangeRemoved || e != nil && e.ID != c.EventID {
		e = nil
	}
	is, was := f.matches(e, now), f.matches(c.Before, now)
	switch {
	case is && was:
		return Changed, true
	case is:
		return Added, true
	case was:
		return Removed, true
	}
	return "", false
}

// Next waits for the next notice. It returns the context's error when that ends, and the
// store's if the log cannot be read.
func (s *Subscription) Next(ctx context.Context) (Notice, error) { return s.next(ctx, s) }

func (s *Subscription) fill(ctx context.Context) (again bool, err error) {
	if s.behind {
		return true, s.read(ctx)
	}
	s.take()
	return len(s.ready) > 0 || s.behind, nil
}

// woken does nothing: fill takes what there is.
func (s *Subscription) woken() {}

// take takes what the Hub has queued. If it was too much, the subscriber reads it from the
// log instead, from where it stands.
func (s *Subscription) take() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.overflow {
		s.behind = true
		return
	}
	s.ready, s.queue, s.at = s.queue, nil, s.passed
}

// rest notes that there was nothing for a while.
func (s *Subscription) rest() {
	if s.take(); len(s.ready) == 0 && !s.behind {
		s.ready = []Notice{{Kind: Checkpoint, Cursor: s.at.cursor}}
	}
}

// read reads the next page of the log, and catches up with the Hub at the end.
func (s *Subscription) read(ctx context.Context) error {
	page, err := s.page(ctx)
	if err != nil {
		return err
	}
	s.at = position{page.End, page.Last}
	if page.HasNext {
		return nil
	}
	// Where the Hub stands now, it goes on from; what lies between is read while it waits.
	s.hub.reading.Lock()
	defer s.hub.reading.Unlock()
	for s.at.sequence < s.hub.position.sequence {
		page, err := s.page(ctx)
		if err != nil {
			return err
		}
		if page.Last == s.at.sequence {
			break // the store shows less than before; the Hub will find the gap
		}
		s.at = position{page.End, page.Last}
	}
	s.catchUp(s.at)
	return nil
}

// page reads a page of the log from where the subscriber stands, into ready.
func (s *Subscription) page(ctx context.Context) (*graph.ChangePage, error) {
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	page, err := s.hub.store.Changes(ctx, graph.ChangeQuery{Since: s.at.cursor, First: readAtOnce})
	if err != nil {
		return nil, err
	}
	changes, err := Fill(ctx, s.hub.store, page.Changes)
	if err != nil {
		return nil, err
	}
	now, err := currentOf(ctx, s.hub.store, []*Subscription{s})
	if err != nil {
		return nil, err
	}
	if page.Gap {
		s.ready = append(s.ready, Notice{Kind: Gap, Cursor: page.End})
	}
	for _, c := range changes {
		if kind, matched := s.filter.kindOf(c, now); matched {
			s.ready = append(s.ready, Notice{kind, c.Cursor, c})
		}
	}
	return page, nil
}
