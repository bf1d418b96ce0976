// Package when finds the time expressions of an article and says which days
// they mean: "last week", published on 10 February 2026, is Monday 2 to Sunday 8
// February 2026.
//
// # Expression
//
// An expression is a run of words that tells a time. It is typed and valued as
// TIMEX3 of ISO-TimeML does it: a DATE (a day or anything longer), a TIME (finer
// than a day), a DURATION or a SET (a repetition). Its value is TIMEX3's
// (2026-W06, P3D, XXXX-WXX-2), and where it can be placed in the calendar, its
// EDTF gives the days that it can mean: as many as the words leave, never one
// picked among them.
//
// # Rule
//
// A rule is a pattern of words with a function that reads what they mean; see
// pattern for the notation. The rules stand in tables, a file for a kind, all of
// them listed in rule.go. At each word the rule that takes the most words wins,
// and among equals the first. Neighbours are then joined where they are one
// expression, as "3 p.m." and "on Tuesday" are.
//
// To add an expression, add a rule to the table of its kind and a line to
// testdata/expressions.txt.
//
// # Meaning
//
// What a rule reads is a meaning: still without a place in the calendar where the
// words name none. "Tuesday" is each Tuesday; its sentence's tense and the
// article's publication date choose one. So finding is apart from resolving, and
// without a publication date whatever is counted from it stays open.
//
// # Period
//
// A period is a stretch of the calendar with a name: a day, a week, a month, a
// quarter, a season, a year. Values and EDTFs are two ways to write one.
package when
