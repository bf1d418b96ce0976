package bolt

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Torn reports whether a writer may have interfered with an answer: something is missing
// or looks damaged, or a statement failed on a node whose properties were not written
// yet, or were deleted.
func Torn(err error) bool {
	var failure *driver.Neo4jError
	if errors.As(err, &failure) && failure.Code == "Neo.ClientError.Statement.TypeError" {
		return true
	}
	return errors.Is(err, ErrChanged) || errors.Is(err, graph.ErrCorrupt)
}

// The pauses between attempts: exponential backoff with jitter, so that transactions that
// collided once do not do so again.
const (
	firstPause   = 20 * time.Millisecond
	longestPause = time.Second
)

// firstPatience is how long the first attempt waits for an answer. A connection can be
// lost silently, and then no answer comes before the deadline. So the statement is sent
// again over another connection, and each time waits twice as long, since it may just be
// slow.
const firstPatience = 5 * time.Second

// errStalled means that no answer came in time.
var errStalled = fmt.Errorf("%w: no answer came", graph.ErrUnavailable)

// patiently runs work under a context that ends after patience.
func patiently(ctx context.Context, patience time.Duration, work func(ctx context.Context) error) error {
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := work(limited)
	switch {
	case err == nil || limited.Err() == nil:
		return err
	case ctx.Err() != nil: // the driver calls it a lost connection
		return fmt.Errorf("%w: %s", ctx.Err(), err.Error())
	}
	return fmt.Errorf("%w in %v: %s", errStalled, patience, err.Error())
}

// Retrying runs an attempt again and again until it succeeds or fails for good, or until
// ctx ends. It returns the last error.
func Retrying(ctx context.Context, attempt func(patience time.Duration) error) error {
	pause, patience := firstPause, firstPatience
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := attempt(patience)
		if err == nil || !retryable(err) || ctx.Err() != nil {
			return err
		}
		if errors.Is(err, errStalled) {
			patience *= 2
			continue
		}
		if storekit.Sleep(ctx, pause/2+rand.N(pause/2)) != nil {
			return err
		}
		pause = min(2*pause, longestPause)
	}
}
