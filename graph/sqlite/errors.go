package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"dateline/graph"
)

// meanings translates SQLite's primary result codes; the others are defects.
var meanings = map[int]error{
	codes.SQLITE_BUSY:     graph.ErrUnavailable,
	codes.SQLITE_LOCKED:   graph.ErrUnavailable,
	codes.SQLITE_CANTOPEN: graph.ErrUnavailable,
	codes.SQLITE_IOERR:    graph.ErrUnavailable,
	codes.SQLITE_FULL:     graph.ErrUnavailable,
	codes.SQLITE_PERM:     graph.ErrUnavailable,
	codes.SQLITE_PROTOCOL: graph.ErrUnavailable,
	codes.SQLITE_NOMEM:    graph.ErrUnavailable,
	codes.SQLITE_READONLY: graph.ErrReadOnly,
	codes.SQLITE_CORRUPT:  graph.ErrCorrupt,
	codes.SQLITE_NOTADB:   graph.ErrCorrupt,
	// Statements keep all constraints, unless what they read is not what is there.
	codes.SQLITE_CONSTRAINT: graph.ErrCorrupt,
	codes.SQLITE_INTERRUPT:  graph.ErrTimeout,
	codes.SQLITE_TOOBIG:     graph.ErrInvalid,
}

// translate wraps what the driver says in the error of package graph that it
// means, and in what was tried. Errors of package graph pass as they are.
func translate(err error, tried string, args ...any) error {
	if err == nil {
		return nil
	}
	what := graph.Describe(tried, args...)
	if meaning := meaningOf(err); meaning != nil {
		return fmt.Errorf("sqlite: %s: %w: %w", what, meaning, err)
	}
	return fmt.Errorf("sqlite: %s: %w", what, err)
}

// meaningOf returns nil where err already tells, and for a defect.
func meaningOf(err error) error {
	if graph.AdviceFor(err).Code != graph.CodeInternal {
		return nil
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return graph.ErrTimeout
	}
	return meanings[primaryCode(err)]
}

// primaryCode returns SQLite's result code without its extension, 0 for another's error.
func primaryCode(err error) int {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return 0
	}
	return failure.Code() & 0xff
}
