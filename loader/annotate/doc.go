// Package annotate predicts layers of annotation for articles, one JSON object
// an article, so that what Dateline extracts can be scored against gold with no
// store between. It reads what a user of the loader would give it (id, title,
// publisher, published, text), and never a gold field.
//
// A layer is a function from what was read and extracted to a value, and one row
// of the list in layers.go.
package annotate
