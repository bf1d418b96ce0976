package access

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// Pace is how often each client may do something: so often a second, on average, and so
// often at once. The Owner may do it as often as it likes.
type Pace struct {
	perSecond rate.Limit
	atOnce    int
	clients   *lru.Cache[string, *rate.Limiter]
}

// NewPace returns a pace at which nobody has done anything yet.
func NewPace(perSecond float64, atOnce int) *Pace {
	clients, _ := lru.New[string, *rate.Limiter](maxClients) // fails only for a size below 1
	return &Pace{rate.Limit(perSecond), atOnce, clients}
}

// Wait waits until a client may do it some times more. It returns an error if ctx ends
// first.
func (p *Pace) Wait(ctx context.Context, client Identity, times int) error {
	if client.Local() {
		return ctx.Err()
	}
	return p.of(client).WaitN(ctx, times)
}

func (p *Pace) of(client Identity) *rate.Limiter {
	if known, _ := p.clients.Get(client.ID); known != nil {
		return known
	}
	fresh := rate.NewLimiter(p.perSecond, p.atOnce)
	if known, found, _ := p.clients.PeekOrAdd(client.ID, fresh); found {
		return known
	}
	return fresh
}
