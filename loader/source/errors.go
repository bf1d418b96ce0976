package source

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// A Reason is the short, stable name of the cause of an Error.
type Reason string

// The reasons.
const (
	// Empty: there are no bytes, or only white space.
	Empty Reason = "EMPTY"
	// TooLarge: one article, or what an archive unpacks to, is over its limit.
	TooLarge Reason = "TOO_LARGE"
	// NotText: the bytes are not text, but a picture, for example.
	NotText Reason = "NOT_TEXT"
	// Unreadable: the file cannot be opened, or reading it failed.
	Unreadable Reason = "UNREADABLE"
	// BadJSON: the bytes should be JSON but are not.
	BadJSON Reason = "BAD_JSON"
	// BadMetadata: the front matter or the metadata file cannot be parsed.
	BadMetadata Reason = "BAD_METADATA"
	// Damaged: the bytes have a known format, but do not follow it.
	Damaged Reason = "DAMAGED"
	// Locked: the file is encrypted.
	Locked Reason = "LOCKED"
	// NoText: the source could be read, but has no article.
	NoText Reason = "NO_TEXT"
	// UnknownFormat: no reader exists for such a source.
	UnknownFormat Reason = "UNKNOWN_FORMAT"
	// NotFound: there is no such file, or no page at this address.
	NotFound Reason = "NOT_FOUND"
	// Unreachable: the server does not answer, or not in time. Trying later may help.
	Unreachable Reason = "UNREACHABLE"
	// Refused: the server, its robots.txt or our own rules do not allow it.
	Refused Reason = "REFUSED"
)

// advice is what to do about a failure, by its reason.
var advice = map[Reason]string{
	Empty:         "see whether it was saved whole",
	TooLarge:      "split it, or raise --max-bytes if one article is as large as that",
	NotText:       "save the article as text, HTML or JSON",
	Unreadable:    "check the file's permissions and its disk",
	BadJSON:       "mend the JSON at the place that the line names",
	BadMetadata:   "mend the front matter, the file beside it or the mapping",
	Damaged:       "get the file again, or save it anew with the program that made it",
	Locked:        "unpack or save it with its password first",
	NoText:        "nothing to do if there is no article in it; else save the text by itself",
	UnknownFormat: "dateline formats lists what is read; save it as one of these",
	NotFound:      "check the path or the address",
	Unreachable:   "load it again later",
	Refused:       "ask the site, or save the page by hand",
}

// Reasons lists every reason, in the order of names.
func Reasons() []Reason { return slices.Sorted(maps.Keys(advice)) }

// Advice says in words what to do about a failure.
func Advice(reason Reason) string { return advice[reason] }

// Error says why a source has no article: a Reason for programs and a sentence for
// people.
type Error struct {
	Reason  Reason
	Source  string
	Message string
	// Err is the underlying error; nil if there is none.
	Err error
}

func (e *Error) Error() string {
	text := e.Message
	if e.Source != "" {
		text = e.Source + ": " + text
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// Failure returns an Error whose message is formatted.
func Failure(reason Reason, source string, err error, format string, args ...any) *Error {
	return &Error{Reason: reason, Source: source, Message: fmt.Sprintf(format, args...), Err: err}
}

// failureOf returns err as an Error of this source, which it may already be.
func failureOf(source string, err error, reason Reason, format string, args ...any) *Error {
	var own *Error
	if errors.As(err, &own) {
		return &Error{Reason: own.Reason, Source: source, Message: own.Message, Err: own.Err}
	}
	return Failure(reason, source, err, format, args...)
}

// Size returns a number of bytes for a message.
func Size(n int64) string {
	const mebibyte = 1 << 20
	if n >= mebibyte {
		return fmt.Sprintf("%g MiB", math.Round(float64(n)/mebibyte*10)/10)
	}
	return fmt.Sprintf("%d bytes", n)
}
