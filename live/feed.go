package live

import (
	"context"
	"time"
)

// checkpointInterval is how long it can be without a notice before a CHECKPOINT.
const checkpointInterval = time.Minute

// feed has the notices that a subscriber has not taken yet.
type feed[N any] struct {
	checkpoints bool
	ready       []N
	wake        chan struct{} // has a token if there may be more
}

func newFeed[N any](checkpoints bool) feed[N] {
	return feed[N]{checkpoints: checkpoints, wake: make(chan struct{}, 1)}
}

// filler fills a feed.
type filler interface {
	// fill looks once whether there is more, and reports whether it makes sense to look
	// again at once, be it for what is ready now.
	fill(ctx context.Context) (again bool, err error)
	// woken is called for a token of wake.
	woken()
	// rest is called if nothing happened for a while.
	rest()
}

// next waits for the next notice. It returns the context's error when that ends, and the
// filler's.
func (f *feed[N]) next(ctx context.Context, from filler) (notice N, err error) {
	var quiet <-chan time.Time // never, unless there are checkpoints
	if f.checkpoints {
		timer := time.NewTicker(checkpointInterval)
		defer timer.Stop()
		quiet = timer.C
	}
	for {
		if len(f.ready) > 0 {
			notice, f.ready = f.ready[0], f.ready[1:]
			return notice, nil
		}
		again, err := from.fill(ctx)
		switch {
		case err != nil:
			return notice, err
		case again:
			continue
		}
		select {
		case <-f.wake:
			from.woken()
		case <-ctx.Done():
			return notice, ctx.Err()
		case <-quiet:
			from.rest()
		}
	}
}
