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

var sourceKinds = []SourceKind{SourceNews, SourceRegister, SourceDocument, SourceMessage, SourceHand}

// SourceKinds lists every kind, in the schema's order.
func SourceKinds() []SourceKind { return slices.Clone(sourceKinds) }
