package graph

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// The errors of a Store, and of everything that uses one. Adapters translate the
// errors of their driver into one of these, once, at their edge, and wrap it with
// the arguments tried:
//
//	fmt.Errorf("sqlite: events of %q: %w: %w", id, graph.ErrUnavailable, err)
var (
	// ErrNotFound: nothing has this ID or name.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: an argument is invalid, such as a malformed date or a negative
	// page size.
	ErrInvalid = errors.New("invalid")
	// ErrBadCursor: the cursor does not belong to this list and order.
	ErrBadCursor = errors.New("bad cursor")
	// ErrUnavailable: the store cannot be reached or is too busy. A retry can succeed.
	ErrUnavailable = errors.New("store unavailable")
	// ErrTimeout: the call's context ended. A retry, or a smaller request, can succeed.
	ErrTimeout = errors.New("deadline passed")
	// ErrReadOnly: the store accepts no writes.
	ErrReadOnly = errors.New("store is read-only")
	// ErrSchema: the store was written by another version of Dateline, or by another program.
	ErrSchema = errors.New("store has another schema")
	// ErrCorrupt: the store holds something that Dateline did not write.
	ErrCorrupt = errors.New("store is damaged")
)

// Code is the short and stable name of an error, for users and scripts.
type Code string

// The codes, as in extensions.code of the API's errors.
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

// Advice tells a user what to do about an error.
type Advice struct {
	Code      Code
	Retryable bool
	// Hint is one sentence, for a person.
	Hint string
}

// advice is in order of precedence, for an error that wraps several of these. Damage
// comes first: parsing a damaged value fails as parsing a user's argument does.
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

// AdviceFor returns the code of an error and what to do about it. An error that
// does not wrap one of this package's has CodeInternal.
func AdviceFor(err error) Advice {
	for _, row := range advice {
		if errors.Is(err, row.err) {
			return row.withHintOf(err)
		}
	}
	return Advice{Code: CodeInternal, Hint: "This is a bug in Dateline; the log has the details."}
}

// Discreet returns an error for a log that may hold nothing of what was asked for or
// stored: its text up to the first argument in quotes or brackets, and the errors at its
// ends, such as ErrTimeout, which are cut in the same way.
func Discreet(err error) string {
	parts := []string{beforeArguments(err.Error())}
	if parts[0] == err.Error() {
		return parts[0]
	}
	for end := range endsOf(err) {
		if text := beforeArguments(end.Error()); !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ": ")
}

func beforeArguments(text string) string {
	if at := strings.IndexAny(text, "\"'`{["); at >= 0 {
		return text[:at] + "…"
	}
	return text
}

// endsOf yields the errors that wrap no other.
func endsOf(err error) iter.Seq[error] {
	return func(yield func(error) bool) { eachEnd(err, yield) }
}

func eachEnd(err error, yield func(error) bool) bool {
	var wrapped []error
	switch wrapper := err.(type) { //nolint:errorlint // this is what walks the tree
	case interface{ Unwrap() error }:
		wrapped = []error{wrapper.Unwrap()}
	case interface{ Unwrap() []error }:
		wrapped = wrapper.Unwrap()
	}
	for _, inner := range wrapped {
		if inner != nil && !eachEnd(inner, yield) {
			return false
		}
	}
	return len(wrapped) > 0 || yield(err)
}
