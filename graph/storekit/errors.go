package storekit

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
)

// Translator wraps the errors of a driver in those of package graph.
type Translator struct {
	// Store is the name of the adapter, with which messages begin.
	Store string
	// Meaning returns the error of package graph that one of the driver means, or nil
	// for a defect.
	Meaning func(error) error
}

// Wrap adds what was tried to an error, and what the error means if it does not wrap
// an error of package graph already. It returns nil for nil.
func (t Translator) Wrap(err error, tried string, args ...any) error {
	if err == nil {
		return nil
	}
	what := graph.Describe(tried, args...)
	if meaning := t.meaningOf(err); meaning != nil {
		return fmt.Errorf("%s: %s: %w: %w", t.Store, what, meaning, err)
	}
	return fmt.Errorf("%s: %s: %w", t.Store, what, err)
}

func (t Translator) meaningOf(err error) error {
	if graph.AdviceFor(err).Code != graph.CodeInternal {
		return nil
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return graph.ErrTimeout
	}
	return t.Meaning(err)
}
