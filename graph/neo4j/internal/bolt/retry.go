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

// Torn is true for an answer that a writer may have torn apart, and for a failure
// of a statement that met a node whose properties were not there yet, or no more.
func Torn(err error) bool {
	var failure *driver.Neo4jError
	if errors.As(err, &failure) && failure.Code == "Neo.ClientError.Statement.TypeError" {
		return true
	}
	return errors.Is(err, ErrChanged) || errors.Is(err, graph.ErrCorrupt)
}

// The pauses between attempts double from the first to the longest, each shortened
// by chance so that those who met once do not meet again.
const (
	firstPause   = 20 * time.Millisecond
	longestPause = time.Second
)

// firstPatience is how long the first attempt waits for an answer. A connection can
// be lost without a sign, and what was sent over it then has no answer before the
// deadline; so it is sent again over another, and more patience is had with that, for
// it may take long.
const firstPatience = 5 * time.Second

// errStalled tells that no answer came while there was patience.
var errStalled = fmt.Errorf("%w: no answer came", graph.ErrUnavailable)

// patiently runs work under a context that ends after so long.
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

// Retrying runs an attempt until it succeeds, fails for good, or ctx ends; then it
// gives the last error.
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
