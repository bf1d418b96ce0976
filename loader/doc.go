// Package loader turns articles into a graph.
//
// An article passes these steps, a package each, in this order:
//
//	read      bytes → an Article: its text and metadata
//	language  text → tokens, tags, parse, names: the English pipeline
//	grammar   questions of a parse: subjects, objects, negation, tense
//	when      time expressions → EDTF spans
//	quote     quotation marks and attributions: who is said to have said what
//	who       mentions → the article's people, organizations, places
//	what      sentences → reports: contacts and statements
//	merge     across articles: the same person, the same event, conflicts
//
// The steps from language to what are a pure function of one article, which
// [Extractor] computes, in parallel with others; merge runs inside a store's
// transaction. [Loader] does both for a whole source.
package loader
