package read

import "dateline/loader/source"

// A Reason is the short, stable name of the cause of an Error.
type Reason = source.Reason

// The reasons; package source explains them.
const (
	Empty         = source.Empty
	TooLarge      = source.TooLarge
	NotText       = source.NotText
	Unreadable    = source.Unreadable
	BadJSON       = source.BadJSON
	BadMetadata   = source.BadMetadata
	Damaged       = source.Damaged
	Locked        = source.Locked
	NoText        = source.NoText
	UnknownFormat = source.UnknownFormat
	NotFound      = source.NotFound
)

// Error says why a source has no article.
type Error = source.Error

func failure(reason Reason, name string, err error, format string, args ...any) *Error {
	return source.Failure(reason, name, err, format, args...)
}
