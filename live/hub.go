package live

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"dateline/graph"
)

// Store is what a Hub reads.
type Store interface {
	graph.ChangeReader
	graph.NodeReader
	graph.EventReader
	graph.EditReader
}

// Options of a Hub. The zero value suits a server.
type Options struct {
	// Interval is how often the log is asked for changes of other processes; 500 ms if 0.
	Interval time.Duration
	// Logger receives what keeps the log from being read; slog.Default() if nil.
	Logger *slog.Logger
}

const (
	// readAtOnce is how many entries of the log one call reads.
	readAtOnce = 200
	// queueLimit is how many changes wait for a subscriber before it reads them from the
	// log instead.
	queueLimit = 256
	// readTimeout bounds one look at the log.
	readTimeout = 10 * time.Second
)

// Hub follows the log of one store for many subscribers.
type Hub struct {
	store   Store
	options Options
	nudge   chan struct{}

	// reading is held while the log is read for all, so that position stands still.
	reading sync.Mutex
	// position is where the log was read to, while there are subscribers.
	position position

	mu          sync.Mutex // guards what follows; never held while the store is asked
	subscribers map[*Subscription]bool
	stop        context.CancelFunc // ends the goroutine; nil if there is none
	stopped     chan struct{}

	edits editWatch
}

// position is a place in the log.
type position struct {
	cursor   string
	sequence int64
}

// NewHub returns a Hub on a store. It needs no closing: its goroutine ends with the last
// subscription.
func NewHub(store Store, options Options) *Hub {
	if options.Interval == 0 {
		options.Interval = 500 * time.Millisecond
	}
	if options.Logger == nil {
		options.Logger = slog.Default()
	}
	return &Hub{store: store, options: options, nudge: make(chan struct{}, 1), subscribers: map[*Subscription]bool{},
		edits: editWatch{subscribers: map[*EditSubscription]bool{}, nudge: make(chan struct{}, 1)}}
}

// Nudge makes the Hub look at the logs at once. It never waits.
func (h *Hub) Nudge() {
	for _, nudge := range []chan struct{}{h.nudge, h.edits.nudge} {
		select {
		case nudge <- struct{}{}:
		default: // it will look anyway
		}
	}
}

// Subscribers returns how many subscriptions are open.
func (h *Hub) Subscribers() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.subscribers)
}

// join adds a subscriber at the place where the log ends now. The first one starts the
// goroutine.
func (h *Hub) join(ctx context.Context, s *Subscription) (position, error) {
	h.reading.Lock()
	defer h.reading.Unlock()
	if h.Subscribers() == 0 {
		latest, err := h.store.LatestChange(ctx)
		if err != nil {
			return position{}, err
		}
		page, err := h.store.Changes(ctx, graph.ChangeQuery{Since: latest, First: 1})
		if err != nil {
			return position{}, err
		}
		h.position = position{page.End, page.Last}
	} else if err := h.advance(ctx); err != nil {
		return position{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.subscribers[s] = true
	if h.stop == nil {
		following, stop := context.WithCancel(context.Background())
		h.stop, h.stopped = stop, make(chan struct{})
		go h.follow(following, h.stopped)
	}
	return h.position, nil
}

// leave removes a subscriber. The last one ends the goroutine, and waits for it.
func (h *Hub) leave(s *Subscription) {
	h.mu.Lock()
	delete(h.subscribers, s)
	stop, stopped := h.stop, h.stopped
	last := len(h.subscribers) == 0 && stop != nil
	if last {
		h.stop = nil
	}
	h.mu.Unlock()
	if last {
		stop()
		<-stopped
	}
}

// follow looks at the log until there are no subscribers.
func (h *Hub) follow(ctx context.Context, stopped chan struct{}) {
	defer close(stopped)
	tick := time.NewTicker(h.options.Interval)
	defer tick.Stop()
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-h.nudge:
		}
		h.reading.Lock()
		err := h.advance(ctx)
		h.reading.Unlock()
		if err != nil && ctx.Err() == nil && !failing {
			h.options.Logger.Error("the log of changes cannot be read; trying again", "error", graph.Discreet(err))
		}
		failing = err != nil
	}
}

// advance reads the log to its end, and hands the changes to the subscribers.
func (h *Hub) advance(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	for {
		page, err := h.store.Changes(ctx, graph.ChangeQuery{Since: h.position.cursor, First: readAtOnce})
		if err != nil {
			return err
		}
		if len(page.Changes) == 0 && !page.Gap {
			return nil
		}
		changes, err := Fill(ctx, h.store, page.Changes)
		if err != nil {
			return err
		}
		subscribers := h.open()
		now, err := currentOf(ctx, h.store, subscribers)
		if err != nil {
			return err
		}
		for _, s := range subscribers {
			s.offer(page, changes, now)
		}
		h.position = position{page.End, page.Last}
		if !page.HasNext {
			return nil
		}
	}
}

func (h *Hub) open() []*Subscription {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Collect(maps.Keys(h.subscribers))
}

// currentOf finds out what the IDs in the filters of subscribers stand for now.
func currentOf(ctx context.Context, store Store, subscribers []*Subscription) (current, error) {
	asked := make(map[string]bool)
	for _, s := range subscribers {
		for _, id := range s.filter.ids() {
			asked[id] = true
		}
	}
	nodes, err := nodesOf(ctx, store, slices.Sorted(maps.Keys(asked)))
	now := make(current, len(nodes))
	for id, node := range nodes {
		if node != nil {
			now[id] = node.NodeID()
		}
	}
	return now, err
}
