package live

import (
	"context"
	"fmt"
	"sync"
	"time"

	"dateline/graph"
)

// EditNotice is what a subscriber to edits is told. Kind is ADDED, CHANGED, GAP or
// CHECKPOINT.
type EditNotice struct {
	Kind   Kind
	Cursor string
	// Change is nil for a GAP and a CHECKPOINT.
	Change *graph.EditChange
}

// EditSettings of a subscription.
type EditSettings struct {
	// Since is where to begin; "" for now.
	Since string
	// Checkpoints asks for a CHECKPOINT at the start, and after a while without a notice.
	Checkpoints bool
}

// editWatch wakes those who follow the log of edits. People make few edits, so each
// subscriber reads the log by itself when it has grown; one goroutine looks whether it has.
type editWatch struct {
	mu          sync.Mutex
	subscribers map[*EditSubscription]bool
	stop        context.CancelFunc // ends the goroutine; nil if there is none
	stopped     chan struct{}
	nudge       chan struct{}
}

// EditSubscription gets all edits, each once and in order. It is for one goroutine.
type EditSubscription struct {
	feed[EditNotice]
	hub    *Hub
	cursor string
	more   bool // the log goes on
}

// SubscribeToEdits begins a subscription. Close it after use. It returns ErrBadCursor for a
// Since that is no cursor of the log of edits.
func (h *Hub) SubscribeToEdits(ctx context.Context, settings EditSettings) (*EditSubscription, error) {
	s := &EditSubscription{feed: newFeed[EditNotice](settings.Checkpoints), hub: h, cursor: settings.Since, more: settings.Since != ""}
	var err error
	if s.more {
		_, err = h.store.EditChanges(ctx, graph.ChangeQuery{Since: settings.Since, First: 1})
	} else {
		s.cursor, err = h.store.LatestEditChange(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("subscribe to edits: %w", err)
	}
	if s.checkpoints {
		s.ready = append(s.ready, EditNotice{Kind: Checkpoint, Cursor: s.cursor})
	}
	h.edits.join(h, s)
	return s, nil
}

// Close ends the subscription.
func (s *EditSubscription) Close() { s.hub.edits.leave(s) }

// Next waits for the next notice. It returns the context's error when that ends, and the
// store's if the log cannot be read.
func (s *EditSubscription) Next(ctx context.Context) (EditNotice, error) { return s.next(ctx, s) }

func (s *EditSubscription) fill(ctx context.Context) (again bool, err error) {
	if !s.more {
		return false, nil
	}
	return true, s.read(ctx)
}

func (s *EditSubscription) woken() { s.more = true }

func (s *EditSubscription) rest() { s.ready = []EditNotice{{Kind: Checkpoint, Cursor: s.cursor}} }

// read reads the next page of the log into ready.
func (s *EditSubscription) read(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	page, err := s.hub.store.EditChanges(ctx, graph.ChangeQuery{Since: s.cursor, First: readAtOnce})
	if err != nil {
		return err
	}
	if page.Gap {
		s.ready = append(s.ready, EditNotice{Kind: Gap, Cursor: page.End})
	}
	for i := range page.Changes {
		c := &page.Changes[i]
		s.ready = append(s.ready, EditNotice{Kind(c.Kind), c.Cursor, c})
	}
	s.cursor, s.more = page.End, page.HasNext
	return nil
}

// join adds a subscriber. The first one starts the goroutine.
func (w *editWatch) join(h *Hub, s *EditSubscription) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.subscribers[s] = true
	s.wake <- struct{}{} // what came between is read at once
	if w.stop == nil {
		following, stop := context.WithCancel(context.Background())
		w.stop, w.stopped = stop, make(chan struct{})
		go w.follow(following, h, w.stopped)
	}
}

// leave removes a subscriber. The last one ends the goroutine, and waits for it.
func (w *editWatch) leave(s *EditSubscription) {
	w.mu.Lock()
	delete(w.subscribers, s)
	stop, stopped := w.stop, w.stopped
	last := len(w.subscribers) == 0 && stop != nil
	if last {
		w.stop = nil
	}
	w.mu.Unlock()
	if last {
		stop()
		<-stopped
	}
}

// follow wakes the subscribers whenever the log has grown, until there are none.
func (w *editWatch) follow(ctx context.Context, h *Hub, stopped chan struct{}) {
	defer close(stopped)
	tick := time.NewTicker(h.options.Interval)
	defer tick.Stop()
	latest, failing := "", false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-w.nudge:
		}
		asking, cancel := context.WithTimeout(ctx, readTimeout)
		cursor, err := h.store.LatestEditChange(asking)
		cancel()
		if err != nil && ctx.Err() == nil && !failing {
			h.options.Logger.Error("the log of edits cannot be read; trying again", "error", graph.Discreet(err))
		}
		if failing = err != nil; failing || cursor == latest {
			continue
		}
		latest = cursor
		w.mu.Lock()
		for s := range w.subscribers {
			select {
			case s.wake <- struct{}{}:
			default: // it has a token already
			}
		}
		w.mu.Unlock()
	}
}
