package access

import (
	"context"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

const (
	// slipsPerSecond is how many requests of a client may be refused a second, on average,
	// and slipsAtOnce how many at once, before it is slowed down (judgement: more than
	// anybody makes who types, or a page that somebody is writing).
	slipsPerSecond = 10
	slipsAtOnce    = 100
	// slipPause is how long a client then waits for each further refusal.
	slipPause = 500 * time.Millisecond
)

// Slips slows down clients that send much that is refused: to read a request costs too, and
// no budget covers what is not answered. The Owner may slip as often as it likes.
type Slips struct {
	clients *lru.Cache[string, *rate.Limiter]
}

// NewSlips returns Slips in which nobody has slipped.
func NewSlips() *Slips {
	clients, _ := lru.New[string, *rate.Limiter](maxClients) // fails only for a size below 1
	return &Slips{clients}
}

// Pause notes that a request of a client is refused. It returns at once, or after a pause
// if that has happened too often, or when ctx ends.
func (s *Slips) Pause(ctx context.Context, client Identity) {
	if client.Local() || s.mayGoOn(client.ID) {
		return
	}
	select {
	case <-time.After(slipPause):
	case <-ctx.Done():
	}
}

func (s *Slips) mayGoOn(client string) bool {
	limiter, known := s.clients.Get(client)
	if !known {
		limiter = rate.NewLimiter(slipsPerSecond, slipsAtOnce)
		s.clients.Add(client, limiter)
	}
	return limiter.Allow()
}
