package when

import (
	"time"

	"dateline/graph"
)

// meaning is what the words of an expression say before the article's date and
// tense place it in the calendar.
type meaning interface {
	resolve(c *context) reading
}

// context is what the article tells about the place of an expression.
type context struct {
	published  graph.Date // zero where unknown
	tense      tense      // of the words around the expression
	isOfNoun   bool       // it tells the time of a noun, other than of a meeting
	before     string     // the word before it, in lower case
	previous   period     // what the article named last by a date
	quarter    period     // the quarter that the article named last; none where it has no place
	hasQuarter bool       // it named one
	lastDay    period     // the day that it named last
	dayFirst   order      // how it writes numeric dates
}

// reading is a meaning in its place.
type reading struct {
	kind   Type
	value  string // TIMEX3
	mod    string
	period period // none where it is not one
	edtf   graph.EDTF
	anchor graph.Date
	// unplaced is the unit of a date that has no place in the calendar.
	unplaced unit
	// isAside is true for a date that is only compared with: nothing after it is
	// counted from it.
	isAside bool
}

// placed reads a period.
func placed(p period) reading {
	if !p.inCalendar() {
		return open(p.unit)
	}
	return reading{kind: Date, value: p.value(), period: p, edtf: p.edtf()}
}

// relative reads a period that was counted from a day.
func relative(p period, anchor graph.Date) reading {
	r := placed(p)
	r.anchor = anchor
	return r
}

// open reads a period of a unit of which nothing else is known.
func open(u unit) reading { return openAs(openValue(u), u) }

// openAs reads such a period of which the value tells something: XXXX-07.
func openAs(value string, u unit) reading {
	r := reading{kind: Date, value: value, unplaced: u}
	if u < day {
		r.kind = Time
	}
	return r
}

// fixed is a period that its words name in full: "10 February 2026".
type fixed struct{ period }

func (f fixed) resolve(*context) reading { return placed(f.period) }

// origin is what a relative expression is counted from.
type origin int

const (
	fromPublication origin = iota
	fromPrevious           // the date that the article named last
)

// counted is a period some units before or after another: "last year", "two weeks
// ago", "the following month".
type counted struct {
	unit unit
	n    int
	from origin
}

func (m counted) resolve(c *context) reading {
	if m.unit == fortnight {
		return counted{week, m.n * 2, m.from}.resolve(c)
	}
	anchor := c.published
	if m.from == fromPrevious {
		if c.previous.unit == noUnit {
			return open(m.unit)
		}
		anchor = c.previous.start
		// A week after a day is a day; a year after a year, or after a day, a year.
		if m.unit == week && c.previous.unit == day && m.n != 0 {
			return c.unlessAhead(relative(c.previous.shift(m.n*daysAWeek), anchor))
		}
		if m.unit < c.previous.unit {
			return open(m.unit)
		}
		return c.unlessAhead(relative(periodOf(m.unit, step(anchor, m.unit, m.n)), anchor))
	}
	if anchor.IsZero() {
		return open(m.unit)
	}
	if m.unit == hour || m.unit == minute || m.unit == second {
		return reading{kind: Time, value: anchor.String() + "TXX:XX", edtf: days(anchor.AddDays(-1), anchor), anchor: anchor}
	}
	return relative(periodOf(m.unit, step(anchor, m.unit, m.n)), anchor)
}

// unlessAhead leaves what would come after the publication open, unless the words
// tell of the future: "three years later" was then counted from something else.
func (c *context) unlessAhead(r reading) reading {
	if c.tense != future && !c.published.IsZero() && r.period.start.After(c.published) {
		return open(r.period.unit)
	}
	return r
}

// thisDay is "today". What comes "a week later" is not counted from it.
type thisDay struct{}

func (thisDay) resolve(c *context) reading {
	r := counted{unit: day}.resolve(c)
	r.isAside = true
	return r
}

// thatWeekend is "the weekend", the last one or with the future tense the next,
// or "this weekend", which without a past tense is the next.
type thatWeekend struct{ isThis bool }

func (m thatWeekend) resolve(c *context) reading {
	if c.published.IsZero() {
		return open(weekend)
	}
	p := periodOf(weekend, c.published)
	isOver := c.tense == past || c.tense == unknownTense && (!m.isThis || c.published.Weekday() == time.Monday)
	if isOver && c.published.Before(p.start) {
		p = p.shift(-1)
	}
	return relative(p, c.published)
}

// reference is a time that no calendar holds: "recently".
type reference struct{ value string }

func (m reference) resolve(*context) reading { return reading{kind: Date, value: m.value} }

// repeated is a SET: "every Tuesday".
type repeated struct{ value string }

func (m repeated) resolve(*context) reading { return reading{kind: Set, value: m.value} }

// ignored is no time although it looks like one: "a 44-year-old".
type ignored struct{}

func (ignored) resolve(*context) reading { return reading{} }
