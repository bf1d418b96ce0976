// Package quote finds who is said to have said, written or thought which words of a
// text. It needs the parse alone: whether "he" or "the minister" has a name is for later
// steps to find out.
//
// # Quotation
//
// Words between quotation marks. Find is the only place that reads the marks; At says
// which quotation a token stands in (marks.go).
//
// # Attribution
//
// A source, a content and the cue that ties them: "Lim said that she left". The content
// may be quoted or not. Every construction that can attribute yields a Candidate, each
// with its frame (frame.go).
//
// # Score
//
// A candidate is described by features (feature.go) and scored by logistic regression
// with learned weights (scorer.go, weights.tsv). To learn them again:
//
//	go run ./bench/attributions dev.jsonl
package quote
