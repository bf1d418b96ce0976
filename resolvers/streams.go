package resolvers

import (
	"cmp"
	"sync/atomic"
	"time"
)

// StreamLimits bound what is open at once. A zero field stands for its default.
type StreamLimits struct {
	// Connections is how many websockets and event streams may be open; 20,000 if 0.
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

// streams counts the websockets and event streams that are open.
type streams struct {
	open atomic.Int64
	most int
}

// enter counts one more, and reports whether it may be opened.
func (s *streams) enter() bool {
	if s.open.Add(1) > int64(s.most) {
		s.open.Add(-1)
		return false
	}
	return true
}

func (s *streams) leave() { s.open.Add(-1) }
