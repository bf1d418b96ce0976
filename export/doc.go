// Package export writes events, entities and articles in the formats of other
// programs, each row with the words that it rests on.
//
// # Rows and citations
//
// A row is an event, an entity or an article. A [Citation] says where it comes from:
// the exact quote, the publisher, the day of publication and the URL. An event has one
// for each of its reports, an entity the first place where an article names it, an
// article the beginning of its text.
//
// # Dates
//
// A date stays as exact as its source. Formats that know only days say, in the row, how
// the date was narrowed (see [When]). Events without a date are never left out.
//
// # Claims
//
// A planned or denied event is told as such in every format; see Event.Status.
//
// # Formats
//
// [Formats] lists them; each has a file of its own. To add one, see "an export format"
// in docs/adding.md. [Run] streams pages of the store's answers to a format, in the same
// memory whatever their number.
package export
