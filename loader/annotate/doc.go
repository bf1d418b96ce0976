// Package annotate predicts layers of annotation for records of text, one JSON
// object a record, so that what Dateline extracts can be scored against gold
// with no store between.
//
// # Record
//
// One line of a JSON lines file, as far as it is read: the fields of Record,
// which are what a user of the loader would give, and never a field that holds
// gold.
//
// # Layer
//
// A function from a record to a value, and one row of the list in layers.go.
//
// # Offsets
//
// Start and end of a span are code points of the record's own text, whatever
// reading an article would have taken out of it; of a page, those of the text
// that reading gives. The layer contacts reads the text as loading does, and
// gives its quotes as the record has them.
package annotate
