package access

import (
	"context"
	"net/http"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// CodeBusy is the code of a request that had to wait too long for its turn.
const CodeBusy = "TOO_BUSY"

// Turn says who wants to run what.
type Turn struct {
	// Client is whom the turn counts for.
	Client string
	// Shape is what requests that take about the same time have in common.
	Shape string
}

const (
	// slow is how long a request takes that counts as slow (judgement: well above what
	// any ordinary question takes, even on a busy machine).
	slow = 100 * time.Millisecond
	// maxWaiting is how many requests of a client may wait; further ones are refused.
	maxWaiting = 100
	// maxShapes is how many shapes are remembered with the time that they take.
	maxShapes = 4096
	// busyWait is after how long a client should try again.
	busyWait = time.Second
	// around is for how long after its last request a client counts as around.
	around = 5 * time.Second
)

// Gate shares out the turns to run: how many requests run at once, and whose comes next.
//
//   - A client runs at most three quarters of what can run at once, so that others always
//     find a place; and while others are around, no more than Crowded, so that they find a
//     processor as well.
//   - Requests that are known to be slow take at most half of the places, and those of one
//     client three quarters of that half, so that quick ones find a place even beside slow
//     ones of the same client.
//   - Of those that wait, the client with the fewest running goes first, and of one
//     client's the request that has been quickest until now. One that has waited gains on
//     the others, so that each has its turn.
//
// A nil Gate lets everybody run at once.
type Gate struct {
	places int
	// Crowded is the most that one client runs while others are around; 0 sets no further
	// bound. Set it before use.
	Crowded int

	mu sync.Mutex
	// latest has the client that came last, and the one that came last before it.
	latest  [2]visit
	running int
	slow    int
	clients map[string]*client
	waiting []*waiter
	paces   *lru.Cache[Turn, time.Duration]
	now     func() time.Time
}

// visit is when a client came last.
type visit struct {
	client string
	at     time.Time
}

// client is one that runs or waits.
type client struct{ running, slow, waiting int }

// waiter is a request that waits for its turn.
type waiter struct {
	turn  Turn
	pace  time.Duration
	since time.Time
	start chan struct{} // closed when it may run
}

// NewGate returns a gate for a number of places. With fewer than four, nobody's share
// would be less than all.
func NewGate(places int) *Gate {
	paces, _ := lru.New[Turn, time.Duration](maxShapes) // fails only for a size below 1
	return &Gate{places: max(places, 1), clients: map[string]*client{}, paces: paces, now: time.Now}
}

// Enter waits for a turn. Who has it calls leave when done, once. The error is a *Refusal
// if too many wait already or ctx ends first.
func (g *Gate) Enter(ctx context.Context, turn Turn) (leave func(), err error) {
	if g == nil {
		return func() {}, nil
	}
	w, refusal := g.queue(turn)
	if refusal != nil {
		return nil, refusal
	}
	select {
	case <-w.start:
	case <-ctx.Done():
		if g.giveUp(w) {
			return nil, busy("The server was too busy to begin with your request in time.")
		}
	}
	began := g.now()
	return func() { g.leave(w, g.now().Sub(began)) }, nil
}

func busy(message string) *Refusal {
	return &Refusal{
		Status: http.StatusServiceUnavailable, Code: CodeBusy, Message: message,
		Hint: "Try again in a moment, with fewer requests at once.", Wait: busyWait,
	}
}

// queue puts a request among those that wait, and begins with it if there is a place.
func (g *Gate) queue(turn Turn) (*waiter, *Refusal) {
	g.mu.Lock()
	defer g.mu.Unlock()
	c := g.clients[turn.Client]
	if c == nil {
		c = &client{}
		g.clients[turn.Client] = c
	}
	if c.waiting >= maxWaiting {
		return nil, busy("Too many of your requests are waiting already.")
	}
	now := g.now()
	if g.latest[0].client != turn.Client {
		g.latest[1] = g.latest[0]
	}
	g.latest[0] = visit{turn.Client, now}
	pace, _ := g.paces.Get(turn)
	w := &waiter{turn: turn, pace: pace, since: now, start: make(chan struct{})}
	c.waiting++
	g.waiting = append(g.waiting, w)
	g.begin()
	return w, nil
}

// begin lets those run for whom there is a place.
func (g *Gate) begin() {
	for g.running < g.places {
		next := g.next()
		if next < 0 {
			return
		}
		w := g.waiting[next]
		g.waiting = append(g.waiting[:next], g.waiting[next+1:]...)
		c := g.clients[w.turn.Client]
		c.waiting--
		c.running++
		g.running++
		if w.slow() {
			g.slow++
			c.slow++
		}
		close(w.start)
	}
}

// next returns which of those that wait is to run next, -1 if none may.
func (g *Gate) next() int {
	now, best := g.now(), -1
	for i, w := range g.waiting {
		c := g.clients[w.turn.Client]
		if c.running >= g.most(w.turn.Client, now) || w.slow() && (g.slow >= half(g.places) || c.slow >= share(half(g.places))) {
			continue
		}
		if best < 0 || g.before(w, g.waiting[best], now) {
			best = i
		}
	}
	return best
}

// most is how many requests a client may run at once.
func (g *Gate) most(client string, now time.Time) int {
	for _, other := range g.latest {
		if g.Crowded > 0 && other.client != client && now.Sub(other.at) < around {
			return min(g.Crowded, share(g.places))
		}
	}
	return share(g.places)
}

// share is how many of some places one client may have.
func share(places int) int { return max(places*3/4, 1) }

func half(places int) int { return max(places/2, 1) }

func (g *Gate) before(a, b *waiter, now time.Time) bool {
	if of, than := g.clients[a.turn.Client].running, g.clients[b.turn.Client].running; of != than {
		return of < than
	}
	return a.pace-now.Sub(a.since) < b.pace-now.Sub(b.since)
}

func (w *waiter) slow() bool { return w.pace > slow }

// giveUp takes a request out of those that wait. It returns false if it has its turn.
func (g *Gate) giveUp(w *waiter) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, other := range g.waiting {
		if other == w {
			g.waiting = append(g.waiting[:i], g.waiting[i+1:]...)
			g.clients[w.turn.Client].waiting--
			g.forget(w.turn.Client)
			return true
		}
	}
	return false
}

// leave ends a turn, and remembers how long it took: half of it the last time, half what
// it was before.
func (g *Gate) leave(w *waiter, took time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if before, known := g.paces.Get(w.turn); known {
		took = (took + before) / 2
	}
	g.paces.Add(w.turn, took)
	g.running--
	if w.slow() {
		g.slow--
		g.clients[w.turn.Client].slow--
	}
	g.clients[w.turn.Client].running--
	g.forget(w.turn.Client)
	g.begin()
}

// forget drops a client that neither runs nor waits.
func (g *Gate) forget(name string) {
	if c := g.clients[name]; c.running == 0 && c.waiting == 0 {
		delete(g.clients, name)
	}
}
