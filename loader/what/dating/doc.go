// Package dating says when an event happened whose own clause does not tell. The day is
// somewhere in the text, or that of publication, or nowhere: candidates are gathered from
// the sentences around and the opening, each is described by features, and weights that
// bench/times has learned choose one of them. "None" is a candidate too, so that what
// cannot be dated stays without a date.
package dating
