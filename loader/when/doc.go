// Package when finds the time expressions of an article and says which days
// they mean: "last week", published on 10 February 2026, is Monday 2 to Sunday 8
// February 2026.
//
// # Expression
//
// An expression is a run of words that denotes a time. It has the type and value of
// TIMEX3 in ISO-TimeML: a DATE (a day or anything longer), a TIME (finer than a day),
// a DURATION or a SET (a repetition), with a value such as 2026-W06, P3D or
// XXXX-WXX-2. Where it can be placed in the calendar, its EDTF holds every day that
// the words allow, and never one picked among them.
//
// # Rule
//
// A rule is a pattern of words with a function that reads their meaning; see pattern
// for the notation. Each kind of expression has a table of rules in a file of its
// own, and rule.go lists the tables. At each word the rule that matches the most
// words wins, and the first among equals. Neighbours are then joined where they are
// one expression, such as "3 p.m." and "on Tuesday".
//
// To add an expression, add a rule to the table of its kind and a line to
// testdata/expressions.txt.
//
// # Meaning
//
// A rule returns a meaning, which need not have a place in the calendar: "Tuesday" is
// every Tuesday. Resolving it chooses one by the sentence's tense and the article's
// publication date. Without a publication date, whatever is counted from it stays
// open.
//
// # Period
//
// A period is a named stretch of the calendar: a day, a week, a month, a quarter, a
// season, a year. TIMEX3 values and EDTFs are two ways to write one.
package when
