// Package what reads the sentences of an article for what happened: who contacted whom,
// when, by what means, in which status and on whose word (CONTACT), and who said what
// (STATEMENT). Each is a graph.Report with the exact words that it rests on.
//
// # Rule
//
// An event type is a rule: a row of the list in find.go with a function from the evidence
// of an article to findings. Rules know nothing of each other: each is a package of its
// own, contact and statement, and neither imports the other.
//
// # Evidence
//
// What rules ask of an article: its parse, its quotations, its times and its cast, and
// what follows from them, such as which parties a noun phrase names. That is package
// evidence.
//
// # Finding
//
// What a rule returns: a report in terms of tokens and members. Find turns findings into
// reports, in the order of the text.
//
// # Fixtures
//
// The files of testdata are articles with all reports that the rules together find in
// them, so they stay here rather than with one of the rules.
package what
