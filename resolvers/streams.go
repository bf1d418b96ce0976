package resolvers

import (
	"cmp"
	"context"
	"net/http"
	"sync"
	"time"

	"dateline/access"
)

// StreamLimits bound what is open at once. A zero field stands for its default.
type StreamLimits struct {
	// Connections is how many websockets and event streams may be open; 20,000 if 0. One
	// client may have three quarters of them, unless it is the owner.
	Connections int
	// Operations is how many operations one websocket may run at once; 100 if 0.
	Operations int
	// InitTimeout is how long a client may take to send connection_init; 10 s if 0.
	InitTimeout time.Duration
	// WriteTimeout is how long a client may take to accept a message; 15 s if 0.
	WriteTimeout time.Duration
	// KeepAlive is how often a client is sent a sign of life; 20 s if 0. One that sends
	// none for three times as long is taken for gone.
	KeepAlive time.Duration
}

func (l StreamLimits) withDefaults() StreamLimits {
	l.Connections = cmp.Or(l.Connections, 20_000)
	l.Operations = cmp.Or(l.Operations, 100)
	l.InitTimeout = cmp.Or(l.InitTimeout, 10*time.Second)
	l.WriteTimeout = cmp.Or(l.WriteTimeout, 15*time.Second)
	l.KeepAlive = cmp.Or(l.KeepAlive, 20*time.Second)
	return l
}

// Opening a stream or an operation on one is no query that waits for its turn, so clients
// have a pace for it (judgement: a relay that has lost its connection opens thousands of
// subscriptions again in seconds, and takes a thirtieth of a processor meanwhile).
const (
	openedPerSecond = 500
	openedAtOnce    = 2_000
	// socketPrice is how many operations opening a connection counts for.
	socketPrice = 5
)

// streams counts the websockets and event streams that are open.
type streams struct {
	most int
	// pace is for opening them, and operations on them.
	pace *access.Pace

	mu   sync.Mutex
	open int
	of   map[string]int // by client
}

func newStreams(most int) *streams {
	return &streams{most: most, pace: access.NewPace(openedPerSecond, openedAtOnce), of: map[string]int{}}
}

// enter counts one more of a client, once its pace lets it. It returns what is wrong if
// there are too many, or if ctx ends first.
func (s *streams) enter(ctx context.Context, client access.Identity) *httpFault {
	if s.pace.Wait(ctx, client, socketPrice) != nil {
		return newHTTPFault(http.StatusServiceUnavailable, CodeTooMany, "You have opened too many streams in a short time.")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open >= s.most {
		return newHTTPFault(http.StatusServiceUnavailable, CodeTooMany, "The server has %d open streams, as many as it may.", s.most)
	}
	if share := max(s.most*3/4, 1); s.of[client.ID] >= share && !client.Local() {
		return newHTTPFault(http.StatusServiceUnavailable, CodeTooMany, "You have %d open streams, as many as one client may.", share)
	}
	s.open++
	s.of[client.ID]++
	return nil
}

func (s *streams) leave(client access.Identity) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
	if s.of[client.ID]--; s.of[client.ID] == 0 {
		delete(s.of, client.ID)
	}
}
