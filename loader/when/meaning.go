package when

import "dateline/graph"

// meaning is what the words of an expression say, before the article's date and the
// tense place it in the calendar.
type meaning interface {
	resolve(c *context) resolution
}

// context is what resolving takes from the article.
type context struct {
	published  graph.Date // zero where unknown
	tense      tense      // of the words around the expression
	isOfNoun   bool       // the expression dates a noun other than a meeting
	isAwaited  bool       // another event is told of as before it: "ahead of talks on Friday"
	before     string     // the word before it, in lower case
	previous   period     // the last date that the article named
	quarter    period     // the last quarter that the article named; zero where it has no place
	hasQuarter bool       // the article named a quarter
	lastDay    period     // the last day that the article named
	sentence   int        // of the expression
	told       story      // the last day that the article wrote with its year
	dayFirst   order      // how the article writes numeric dates
}

// ignored is not a time although it looks like one: "a 44-year-old".
type ignored struct{}

func (ignored) resolve(*context) resolution { return resolution{} }
