package read

import "fmt"

// A Reason is the short, stable name of why there is no article.
type Reason string

// The reasons.
const (
	// Empty: there are no bytes, or only white space.
	Empty Reason = "EMPTY"
	// TooLarge: one article has more bytes than Options.MaxBytes.
	TooLarge Reason = "TOO_LARGE"
	// NotText: the bytes are no text, such as a PDF or a picture.
	NotText Reason = "NOT_TEXT"
	// Unreadable: the file cannot be opened, or reading it failed.
	Unreadable Reason = "UNREADABLE"
	// BadJSON: the bytes should be JSON, and are not.
	BadJSON Reason = "BAD_JSON"
	// BadMetadata: the front matter or the file of metadata cannot be parsed.
	BadMetadata Reason = "BAD_METADATA"
	// NoText: it could be read, but holds no article.
	NoText Reason = "NO_TEXT"
	// UnknownFormat: nothing here reads such a file.
	UnknownFormat Reason = "UNKNOWN_FORMAT"
	// NotFound: no file has this name or matches this pattern.
	NotFound Reason = "NOT_FOUND"
)

// Error is why a source gave no article: a Reason for programs and a sentence
// for people.
type Error struct {
	Reason  Reason
	Source  string
	Message string
	// Err is what it came from; nil where the reader itself decided.
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

func failure(reason Reason, source string, err error, format string, args ...any) *Error {
	return &Error{Reason: reason, Source: source, Message: fmt.Sprintf(format, args...), Err: err}
}
