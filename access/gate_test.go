package access

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
)

// enter takes a turn that must be free.
func enter(t *testing.T, g *Gate, client, shape string) (leave func()) {
	t.Helper()
	leave, err := g.Enter(t.Context(), Turn{client, shape})
	if err != nil {
		t.Fatal(err)
	}
	return leave
}

// full reports whether a client would have to wait.
func full(t *testing.T, g *Gate, client, shape string) bool {
	t.Helper()
	w, refusal := g.queue(Turn{client, shape})
	if refusal != nil {
		t.Fatal(refusal)
	}
	select {
	case <-w.start:
		g.leave(w, 0)
		return false
	default:
		g.giveUp(w)
		return true
	}
}

// TestOneClientLeavesAPlace: whatever one client sends, another finds a place.
func TestOneClientLeavesAPlace(t *testing.T) {
	g := NewGate(4)
	for range 3 {
		defer enter(t, g, "greedy", "q")()
	}
	if !full(t, g, "greedy", "q") {
		t.Error("a client has every place")
	}
	if full(t, g, "modest", "q") {
		t.Error("another client has to wait")
	}
}

// TestCrowdedGate: a client has less while others are around, and more again once they have
// been away for a while.
func TestCrowdedGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := NewGate(4)
		g.Crowded = 1
		first := enter(t, g, "greedy", "q")
		second := enter(t, g, "greedy", "q") // nobody else is there yet
		enter(t, g, "modest", "q")()
		first()
		if !full(t, g, "greedy", "q") {
			t.Error("a client has more than its share beside another")
		}
		second()
		defer enter(t, g, "greedy", "q")()
		if full(t, g, "modest", "q") {
			t.Error("another client has to wait")
		}
		time.Sleep(around)
		if full(t, g, "greedy", "q") {
			t.Error("a client has no more than its share long after others have gone")
		}
	})
}

// TestSlowRequestsLeaveAPlace: a quick request finds a place beside slow ones, even those
// of the same client.
func TestSlowRequestsLeaveAPlace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := NewGate(4)
		leave := enter(t, g, "client", "slow")
		time.Sleep(time.Second)
		leave()
		enter(t, g, "other", "slow")() // whose slow request takes no time yet
		defer enter(t, g, "client", "slow")()
		if !full(t, g, "client", "slow") {
			t.Error("slow requests of a client have more than their share")
		}
		if full(t, g, "client", "quick") {
			t.Error("a quick request has to wait for slow ones")
		}
	})
}

// TestSlowRequestsHaveHalf: slow requests of all clients leave half of the places.
func TestSlowRequestsHaveHalf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := NewGate(4)
		for _, client := range []string{"a", "b", "c"} {
			leave := enter(t, g, client, "slow")
			time.Sleep(time.Second)
			leave()
		}
		defer enter(t, g, "a", "slow")()
		defer enter(t, g, "b", "slow")()
		if !full(t, g, "c", "slow") {
			t.Error("slow requests have more than half of the places")
		}
	})
}

// TestQuickGoFirst: of those that wait, the quickest goes first, until another has waited
// for as long as it is slower.
func TestQuickGoFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := NewGate(1)
		for shape, takes := range map[string]time.Duration{"a": 30 * time.Millisecond, "b": 10 * time.Millisecond} {
			leave := enter(t, g, "client", shape)
			time.Sleep(takes)
			leave()
		}
		var order []string
		var mu sync.Mutex
		var all sync.WaitGroup
		running := enter(t, g, "client", "first")
		wait := func(shape string) {
			all.Go(func() {
				leave := enter(t, g, "client", shape)
				mu.Lock()
				order = append(order, shape)
				mu.Unlock()
				leave()
			})
			synctest.Wait()
		}
		wait("a")
		time.Sleep(10 * time.Millisecond)
		wait("b") // quicker by 20 ms, has waited 10 ms less
		time.Sleep(time.Minute)
		running()
		all.Wait()
		if got := fmt.Sprint(order); got != "[b a]" {
			t.Errorf("order %s", got)
		}
		order = nil
		running = enter(t, g, "client", "first")
		wait("a")
		time.Sleep(time.Second)
		wait("b")
		running()
		all.Wait()
		if got := fmt.Sprint(order); got != "[a b]" {
			t.Errorf("who waited for a second is not first: %s", got)
		}
	})
}

func TestWaitEndsWithItsContext(t *testing.T) {
	g := NewGate(1)
	leave := enter(t, g, "client", "q")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := g.Enter(ctx, Turn{"client", "q"})
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Code != CodeBusy || refusal.Wait == 0 {
		t.Errorf("got %v", err)
	}
	leave()
	if full(t, g, "client", "q") || len(g.clients) != 0 || g.running != 0 {
		t.Errorf("the gate is left with %+v", g)
	}
}

func TestTooManyWait(t *testing.T) {
	g := NewGate(1)
	defer enter(t, g, "client", "q")()
	for range maxWaiting {
		if _, refusal := g.queue(Turn{"client", "q"}); refusal != nil {
			t.Fatal(refusal)
		}
	}
	if _, err := g.Enter(t.Context(), Turn{"client", "q"}); err == nil {
		t.Error("no end of waiting requests")
	}
}

func TestNoGate(t *testing.T) {
	var none *Gate
	enter(t, none, "client", "q")()
}

// TestGateBounds: whatever comes, no bound is exceeded, and in the end nothing is left.
func TestGateBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := NewGate(rapid.IntRange(1, 8).Draw(t, "places"))
		requests := rapid.SliceOfN(rapid.IntRange(0, 3), 1, 40).Draw(t, "clients")
		var running atomic.Int32
		var of [4]atomic.Int32
		var all sync.WaitGroup
		for i, client := range requests {
			all.Go(func() {
				ctx, cancel := context.WithCancel(context.Background())
				defer cancel()
				if i%7 == 3 {
					cancel()
				}
				leave, err := g.Enter(ctx, Turn{fmt.Sprint(client), fmt.Sprint(i % 3)})
				if err != nil {
					return
				}
				if n := running.Add(1); int(n) > g.places {
					t.Errorf("%d run at once", n)
				}
				if n := of[client].Add(1); int(n) > share(g.places) {
					t.Errorf("%d of one client run at once", n)
				}
				running.Add(-1)
				of[client].Add(-1)
				leave()
			})
		}
		all.Wait()
		if g.running != 0 || g.slow != 0 || len(g.waiting) != 0 || len(g.clients) != 0 {
			t.Errorf("left: %+v", g)
		}
	})
}
