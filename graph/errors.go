package graph

import (
	"errors"
	"fmt"
	"strings"
)

// The errors that a Store, and all that stands on one, can meet. Adapters
// translate what their driver says into one of these, once, at their edge, and
// wrap it with the arguments tried:
//
//	fmt.Errorf("sqlite: events of %q: %w: %w", id, graph.ErrUnavailable, err)
var (
	// ErrNotFound: nothing has this ID or name.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: an argument cannot be meant: a date that is none, a page of -1.
	ErrInvalid = errors.New("invalid")
	// ErrBadCursor: a cursor that this service did not give out for this order.
	ErrBadCursor = errors.New("bad cursor")
	// ErrUnavailable: the store cannot be reached, or is too busy, now. Retrying later can help.
	ErrUnavailable = errors.New("store unavailable")
	// ErrTimeout: the call's deadline passed. Retrying, or asking for less, can help.
	ErrTimeout = errors.New("deadline passed")
	// ErrReadOnly: the store takes no writes.
	ErrReadOnly = errors.New("store is read-only")
	// ErrSchema: the store was written by a newer Dateline, or is not Dateline's.
	ErrSchema = errors.New("store has another schema")
	// ErrCorrupt: the store holds what Dateline did not write.
	ErrCorrupt = errors.New("store is damaged")
)

// Code is the short, stable name of an error that users and scripts see.
type Code string

// The codes, as the API's extensions.code carries them.
const (
	CodeNotFound    Code = "NOT_FOUND"
	CodeInvalid     Code = "BAD_USER_INPUT"
	CodeBadCursor   Code = "BAD_CURSOR"
	CodeUnavailable Code = "STORE_UNAVAILABLE"
	CodeTimeout     Code = "TIMEOUT"
	CodeReadOnly    Code = "STORE_READ_ONLY"
	CodeSchema      Code = "STORE_SCHEMA"
	CodeCorrupt     Code = "STORE_CORRUPT"
	CodeInternal    Code = "INTERNAL"
)

// Advice is what a user can do about an error of one kind.
type Advice struct {
	Code      Code
	Retryable bool
	// Hint is one sentence, for a person.
	Hint string
}

// advice is in order of precedence, for an error that wraps several. What is damaged
// comes first: to parse a damaged value fails with the error that a user's would have.
var advice = []struct {
	err error
	Advice
}{
	{ErrCorrupt, Advice{CodeCorrupt, false, "Restore a backup, or load the articles into a new store."}},
	{ErrNotFound, Advice{CodeNotFound, false, "Check the ID or the name; search(text:) finds names."}},
	{ErrBadCursor, Advice{CodeBadCursor, false, "Pass a cursor that the same query returned in the same order."}},
	{ErrInvalid, Advice{CodeInvalid, false, "Correct the argument that the message names."}},
	{ErrTimeout, Advice{CodeTimeout, true, "Ask for less at once, or try again."}},
	{ErrUnavailable, Advice{CodeUnavailable, true, "Try again in a few seconds."}},
	{ErrReadOnly, Advice{CodeReadOnly, false, "Use a store that you may write, or make this one writable."}},
	{ErrSchema, Advice{CodeSchema, false, "Use the version of Dateline that wrote the store, or load the articles into a new one."}},
}

// maxDescription is the length at which Describe cuts, in bytes.
const maxDescription = 1000

// Describe formats the arguments of a call for an error, and cuts them short where there
// are thousands of IDs.
func Describe(format string, args ...any) string {
	text := fmt.Sprintf(format, args...)
	if len(text) <= maxDescription {
		return text
	}
	return strings.ToValidUTF8(text[:maxDescription], "") + " …"
}

// WithHint returns err with a hint of its own, for a cause that the hint of its
// kind does not fit. Such a cause does not go away by itself: it is not retryable.
func WithHint(err error, hint string) error { return &hinted{err, hint} }

type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

func (a Advice) withHintOf(err error) Advice {
	var own *hinted
	if errors.As(err, &own) {
		a.Hint, a.Retryable = own.hint, false
	}
	return a
}

// AdviceFor tells the code of an error and what to do about it. An error that
// is none of this package's has CodeInternal.
func AdviceFor(err error) Advice {
	for _, row := range advice {
		if errors.Is(err, row.err) {
			return row.withHintOf(err)
		}
	}
	return Advice{Code: CodeInternal, Hint: "This is a bug in Dateline; the log has the details."}
}
