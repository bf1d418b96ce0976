package db

import (
	"errors"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"dateline/graph"
	"dateline/graph/storekit"
)

// meanings translates SQLite's primary result codes. Any other is a defect.
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
	// Our statements keep all constraints, unless an index contradicts its table.
	codes.SQLITE_CONSTRAINT: graph.ErrCorrupt,
	codes.SQLITE_INTERRUPT:  graph.ErrTimeout,
	codes.SQLITE_TOOBIG:     graph.ErrInvalid,
}

var translator = storekit.Translator{Store: "sqlite", Meaning: func(err error) error { return meanings[PrimaryCode(err)] }}

// Translate wraps an error in what was tried and in the error of package graph that
// it means.
func Translate(err error, tried string, args ...any) error {
	return translator.Wrap(err, tried, args...)
}

// PrimaryCode returns SQLite's result code without its extension, or 0 for any other
// error.
func PrimaryCode(err error) int {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return 0
	}
	return failure.Code() & 0xff
}
