package read

import "fmt"

// A Reason is the short, stable name of the cause of an Error.
type Reason string

// The reasons.
const (
	// Empty: there are no bytes, or only white space.
	Empty Reason = "EMPTY"
	// TooLarge: one article has more bytes than Options.MaxBytes.
	TooLarge Reason = "TOO_LARGE"
	// NotText: the bytes are not text, but a PDF or a picture, for example.
	NotText Reason = "NOT_TEXT"
	// Unreadable: the file cannot be opened, or reading it failed.
	Unreadable Reason = "UNREADABLE"
	// BadJSON: the bytes should be JSON but are not.
	BadJSON Reason = "BAD_JSON"
	// BadMetadata: the front matter or the metadata file cannot be parsed.
	BadMetadata Reason = "BAD_METADATA"
	// NoText: the source could be read, but has no article.
	NoText Reason = "NO_TEXT"
	// UnknownFormat: no reader exists for such a source.
	UnknownFormat Reason = "UNKNOWN_FORMAT"
	// NotFound: no file has this name or matches this pattern.
	NotFound Reason = "NOT_FOUND"
)

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

func failure(reason Reason, source string, err error, format string, args ...any) *Error {
	return &Error{Reason: reason, Source: source, Message: fmt.Sprintf(format, args...), Err: err}
}
