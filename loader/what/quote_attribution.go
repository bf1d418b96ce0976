package what

import "dateline/loader/language"

// Attribution is what somebody is said to have said, written, thought or felt:
// whose it is, the words that attribute it, and the content, each in pieces where
// others stand between them.
type Attribution struct {
	Source, Cue, Content []language.Span
}

// Attributions gives the attributions of a document.
func Attributions(doc *language.Document) []Attribution { return nil }
