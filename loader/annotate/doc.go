// Package annotate predicts layers of annotation for records of text, one JSON
// object per record, so that extraction can be scored against gold without a store.
//
// # Record
//
// A record is one line of a JSON lines file. Only the fields of [Record] are read,
// which a user of the loader would have too, and never a field with gold.
//
// # Layer
//
// A layer is a function from a record to a value, and one row of the list in
// layers.go.
//
// # Offsets
//
// The start and end of a span count the code points of the record's own text, even
// of what reading an article would remove; for a page, those of the text that
// reading extracts. The layer contacts reads the text as loading does, and returns
// quotes as the record has them.
package annotate
