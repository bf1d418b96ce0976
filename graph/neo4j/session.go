package neo4j

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/storekit"
)

// statement is a Cypher text with its parameters. The text is one of few, so that
// the server keeps its plan; what users give is a parameter.
type statement struct {
	text   string
	params map[string]any
}

// keepPlan has the server keep the plan of a statement though the graph has grown:
// all statements begin at an index, and to plan them anew, every few seconds while
// articles are loaded, takes longer than to run them.
const keepPlan = "CYPHER replan=skip "

// newStatement has the server make one plan for a text, and keep it. Parameters
// are put into one, a map: the server makes a plan for each combination of their
// types and sizes, empty or of one item or of ten, but does not look into a map.
func newStatement(text string, params map[string]any) statement {
	return statement{keepPlan + strings.ReplaceAll(text, "$", "$p."), map[string]any{"p": params}}
}

func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{
		AccessMode: mode, DatabaseName: s.address.database, BookmarkManager: s.bookmarks, FetchSize: driver.FetchAll,
	})
}

// read runs work, which asks by its argument, as one call of a Reader: within a
// deadline, and again where a writer came in between: errChanged tells so, and so
// does what looks damaged, since the server shows nodes that are half written.
func (s *Store) read(ctx context.Context, work func(ask asker) error) error {
	return s.call(ctx, readTimeout, func(ctx context.Context) error {
		ask := func(text string, params map[string]any) ([][]any, error) {
			st := newStatement(text, params)
			if s.watch != nil {
				s.watch(st.text, st.params)
			}
			return s.ask(ctx, st)
		}
		var err error
		for range maxRereads {
			if err = work(ask); !torn(err) || ctx.Err() != nil {
				return err
			}
		}
		return err
	})
}

// torn is true for an answer that a writer may have torn apart, and for a failure
// of a statement that met a node whose properties were not there yet, or no more.
func torn(err error) bool {
	var failure *driver.Neo4jError
	if errors.As(err, &failure) && failure.Code == "Neo.ClientError.Statement.TypeError" {
		return true
	}
	return errors.Is(err, errChanged) || errors.Is(err, graph.ErrCorrupt)
}

// asker runs one statement and gives its rows.
type asker func(text string, params map[string]any) ([][]any, error)

// maxRereads bounds how often an answer is read that writers tear apart.
const maxRereads = 10

// ask runs one statement that only reads, in one round trip, until it succeeds, it
// fails for good, or ctx ends.
func (s *Store) ask(ctx context.Context, st statement) ([][]any, error) {
	var rows [][]any
	err := retrying(ctx, func(patience time.Duration) error {
		return patiently(ctx, patience, func(ctx context.Context) error {
			session := s.session(ctx, driver.AccessModeRead)
			defer release(ctx, session)
			result, err := session.Run(ctx, st.text, st.params)
			if err != nil {
				return err
			}
			rows, err = rowsOf(ctx, result)
			return err
		})
	})
	return rows, err
}

// rowsOf reads a result to its end.
func rowsOf(ctx context.Context, result driver.ResultWithContext) ([][]any, error) {
	var rows [][]any
	for result.Next(ctx) {
		rows = append(rows, result.Record().Values)
	}
	return rows, result.Err()
}

// release gives a session's connection back. A context that has ended would keep
// the driver from tidying up.
func release(ctx context.Context, session interface{ Close(context.Context) error }) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), releaseTimeout)
	defer cancel()
	_ = session.Close(ctx) // what it could tell, the call before told
}

// releaseTimeout bounds what a call takes after its deadline.
const releaseTimeout = 250 * time.Millisecond

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

// retrying runs an attempt until it succeeds, fails for good, or ctx ends; then it
// gives the last error.
func retrying(ctx context.Context, attempt func(patience time.Duration) error) error {
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
