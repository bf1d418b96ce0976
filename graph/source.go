package graph

import "slices"

// SourceKind is what kind of thing an article was read from.
type SourceKind string

// NEWS is what a publisher published; REGISTER a row of a table that is kept as a record,
// such as one of ministers' meetings; DOCUMENT a file with no publisher, such as a PDF;
// MESSAGE a mail; HAND what a person added.
const (
	SourceNews     SourceKind = "NEWS"
	SourceRegister SourceKind = "REGISTER"
	SourceDocument SourceKind = "DOCUMENT"
	SourceMessage  SourceKind = "MESSAGE"
	SourceHand     SourceKind = "HAND"
)

// Source is where an article was loaded from.
type Source struct {
	// Stated is the kind, if something states it; empty means NEWS.
	Stated SourceKind `json:"kind,omitempty"`
	// Location is a path, a web address, a member of an archive or a row of a table, as
	// the command that loaded it shows it.
	Location string `json:"location,omitempty"`
	// Excerpt is true if only a summary of the article was to be had, which does not replace
	// a longer text from the same place.
	Excerpt bool `json:"excerpt,omitempty"`
	// Page is the first page of a document that the article is from; 0 for none.
	Page int `json:"page,omitempty"`
}

// Kind returns what kind of thing it is.
func (s *Source) Kind() SourceKind { return orNews(s.Stated) }

// FirstPage returns Page, nil for none.
func (s *Source) FirstPage() *int { return pageOrNil(s.Page) }

func pageOrNil(page int) *int {
	if page == 0 {
		return nil
	}
	return &page
}

func orNews(kind SourceKind) SourceKind {
	if kind == "" {
		return SourceNews
	}
	return kind
}

var sourceKinds = []SourceKind{SourceNews, SourceRegister, SourceDocument, SourceMessage, SourceHand}

// SourceKinds lists every kind, in the schema's order.
func SourceKinds() []SourceKind { return slices.Clone(sourceKinds) }
