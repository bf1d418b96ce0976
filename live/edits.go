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
	hub         *Hub
	checkpoints bool
	cursor      string
	ready       []EditNotice
	more        bool          // the log goes on
	wake        chan struct{} // has a token if the log may have grown
}

// SubscribeToEdits begins a subscription. Close it after use. It returns ErrBadCursor for a
// Since that is no cursor of the log of edits.
func (h *Hub) SubscribeToEdits(ctx context.Context, settings EditSettings) (*EditSubscription, error) {
	s := &EditSubscription{hub: h, checkpoints: settings.Checkpoints, cursor: settings.Since, more: settings.Since != "", wake: make(chan struct{}, 1)}
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
func (s *EditSubscription) Next(ctx context.Context) (EditNotice, error) {
	var quiet <-chan time.Time // never, unless there are checkpoints
	if s.checkpoints {
		timer := time.NewTicker(checkpointInterval)
		defer timer.Stop()
		quiet = timer.C
	}
	for {
		if len(s.ready) > 0 {
			notice := s.ready[0]
			s.ready = s.ready[1:]
			return notice, nil
		}
		if s.more {
			if err := s.read(ctx); err != nil {
				return EditNotice{}, err
			}
			continue
		}
		select {
		case <-s.wake:
			s.more = true
		case <-ctx.Done():
			return EditNotice{}, ctx.Err()
		case <-quiet:
			s.ready = []EditNotice{{Kind: Checkpoint, Cursor: s.cursor}}
		}
	}
}

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
