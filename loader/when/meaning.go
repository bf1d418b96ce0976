package when

import "dateline/graph"

// meaning is what the words of an expression say before the article's date and
// tense place it in the calendar.
type meaning interface {
	resolve(c *context) reading
}

// context is what the article tells about the place of an expression.
type context struct {
	published graph.Date // zero where unknown
	tense     tense      // of the words around the expression
	isOfNoun  bool       // it tells the time of a noun, other than of a meeting
	before    string     // the word before it, in lower case
	previous  period     // what the article named last by a date
	quarter   period     // the quarter that the article named last
	lastDay   period     // the day that it named last
	dayFirst  order      // how it writes numeric dates
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

// which tells which of several periods words such as "last" mean.
type which int

const (
	bare which = iota
	last
	this
	next
)

var whichWords = map[string]which{
	"last": last, "past": last, "previous": last, "this": this, "current": this, "next": next, "coming": next,
	"upcoming": next,
}

// recurring is one of the periods that come again and again under one name:
// "Tuesday", "July", "last summer", "3 March".
type recurring struct {
	recurrence
	which   which
	weekday int // that the words name beside a date; ISO's 1 to 7, 0 for none
}

func (r recurring) resolve(c *context) reading {
	if c.published.IsZero() {
		return openAs(r.openValue(), r.unit())
	}
	return relative(r.choose(c), c.published)
}

func (r recurring) choose(c *context) period {
	if p, ok := r.onWeekday(c.published); ok {
		return p
	}
	switch r.which {
	case last:
		p := r.upTo(c.published)
		if p.contains(c.published) {
			p = r.upTo(p.start.AddDays(-1))
		}
		return p
	case next:
		p := r.from(c.published)
		if p.contains(c.published) {
			p = r.from(p.end().AddDays(1))
		}
		return p
	case this:
		return r.nearest(c)
	}
	if y, ok := r.recurrence.(yearly); ok && y.length == quarter {
		return y.reported(c)
	}
	before, after := r.upTo(c.published), r.from(c.published)
	switch y, isYearly := r.recurrence.(yearly); {
	case isYearly && y.isDay():
		return chooseDay(before, after, c)
	case c.tense == future && (isYearly || !c.isOfNoun):
		return after
	}
	return before
}

// chooseDay chooses a day of the year by the tense; where there is none, or the
// past tense leads a year back and the next is near, the nearer.
func chooseDay(before, after period, c *context) period {
	const near = 31
	switch {
	case c.tense == future:
		return after
	case c.tense == unknownTense || after.start.DaysSince(c.published) <= near:
		return closer(before, after, c.published)
	}
	return before
}

// onWeekday gives the nearest day of the year that is the weekday which the words
// name beside it; false where they name none or are wrong.
func (r recurring) onWeekday(published graph.Date) (period, bool) {
	each, ok := r.recurrence.(yearly)
	if !ok || r.weekday == 0 {
		return period{}, false
	}
	var best period
	for y := published.Year - 1; y <= published.Year+1; y++ {
		p, ok := each.in(y)
		if !ok || isoWeekday(p.start.Weekday()) != r.weekday {
			continue
		}
		if best.unit == noUnit || abs(p.start.DaysSince(published)) < abs(best.start.DaysSince(published)) {
			best = p
		}
	}
	return best, best.unit != noUnit
}

// reported chooses a quarter: the one that lasts or was over last is reported on,
// even where the report is still to come.
func (y yearly) reported(c *context) period {
	p := y.upTo(c.published)
	if c.tense == future && p.shift(2).start.Before(c.published) {
		return y.from(c.published)
	}
	return p
}

// nearest chooses "this Friday" and "this summer": the one of the present week or
// year, unless the tense tells that it is over or to come.
func (r recurring) nearest(c *context) period {
	before, after := r.upTo(c.published), r.from(c.published)
	around := periodOf(r.cycle(), c.published)
	switch {
	case before.contains(c.published):
		return before
	case c.tense == past && around.contains(before.start):
		return before
	case c.tense == future || around.contains(after.start):
		return after
	case around.contains(before.start):
		return before
	}
	return after
}

// closer gives the one of two periods that is nearer to a day.
func closer(before, after period, d graph.Date) period {
	if d.DaysSince(before.start) <= after.start.DaysSince(d) {
		return before
	}
	return after
}

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
			return relative(c.previous.shift(m.n*daysAWeek), anchor)
		}
		if m.unit < c.previous.unit {
			return open(m.unit)
		}
	}
	if anchor.IsZero() {
		return open(m.unit)
	}
	if m.unit == hour || m.unit == minute || m.unit == second {
		return reading{kind: Time, value: anchor.String() + "TXX:XX", edtf: days(anchor.AddDays(-1), anchor), anchor: anchor}
	}
	return relative(periodOf(m.unit, step(anchor, m.unit, m.n)), anchor)
}

// thisDay is "today". What comes "a week later" is not counted from it.
type thisDay struct{}

func (thisDay) resolve(c *context) reading {
	r := counted{unit: day}.resolve(c)
	r.isAside = true
	return r
}

// yearBefore is "a year ago" and "a year earlier": in a report on a quarter the
// same quarter of the year before.
type yearBefore struct{ otherwise meaning }

func (m yearBefore) resolve(c *context) reading {
	if c.quarter.unit == noUnit {
		return m.otherwise.resolve(c)
	}
	r := relative(c.quarter.shift(-4), c.quarter.start)
	r.isAside = true
	return r
}

// sameQuarter is "the 2019 quarter": the one that the article speaks of, in
// another year.
type sameQuarter struct{ year int }

func (m sameQuarter) resolve(c *context) reading {
	if c.quarter.unit == noUnit {
		return placed(yearPeriod(m.year))
	}
	r := placed(periodOf(quarter, graph.NewDate(m.year, c.quarter.start.Month, 1)))
	r.isAside = true
	return r
}

// thatQuarter is "the quarter" and "the latest quarter": the one that the article
// speaks of, or the last that was over.
type thatQuarter struct{}

func (thatQuarter) resolve(c *context) reading {
	if c.quarter.unit != noUnit {
		return placed(c.quarter)
	}
	if c.published.IsZero() {
		return open(quarter)
	}
	return relative(periodOf(quarter, c.published).shift(-1), c.published)
}

// thatWeekend is "the weekend", the last one or with the future tense the next,
// or "this weekend", which without a past tense is the next.
type thatWeekend struct{ isThis bool }

func (m thatWeekend) resolve(c *context) reading {
	if c.published.IsZero() {
		return open(weekend)
	}
	p := periodOf(weekend, c.published)
	isOver := c.tense == past || c.tense == unknownTense && !m.isThis
	if isOver && c.published.Before(p.start) {
		p = p.shift(-1)
	}
	return relative(p, c.published)
}

// part is a third of a period: "early 2022", "the end of March".
type part struct {
	mod string
	of  meaning
}

func (m part) resolve(c *context) reading {
	r := m.of.resolve(c)
	r.mod = m.mod
	if r.period.unit != noUnit {
		r.edtf = r.period.part(m.mod)
	}
	return r
}

// sofar is "earlier this year" and "later this month": what of a period lies
// before or after the publication.
type sofar struct {
	isLater bool
	of      meaning
}

func (m sofar) resolve(c *context) reading {
	r := m.of.resolve(c)
	r.mod = modStart
	if m.isLater {
		r.mod = modEnd
	}
	if r.period.unit <= day || !r.period.contains(c.published) {
		return r
	}
	r.edtf = days(r.period.start, c.published)
	if m.isLater {
		r.edtf = days(c.published, r.period.end())
	}
	return r
}

// about is an approximate time: "around 3 March", "circa 1900".
type about struct {
	of  meaning
	mod string
}

func (m about) resolve(c *context) reading {
	r := m.of.resolve(c)
	r.mod = m.mod
	if !r.edtf.IsZero() {
		r.edtf = r.edtf.AsApproximate()
	}
	return r
}

// around is the period of a unit that holds another: "the week of 3 March".
type around struct {
	unit unit
	of   meaning
}

func (m around) resolve(c *context) reading {
	r := m.of.resolve(c)
	if r.period.unit == noUnit {
		return open(m.unit)
	}
	return relative(periodOf(m.unit, r.period.start), r.anchor)
}

// nthWeek is "the second week of May": the days from the 8th to the 14th. The last,
// with n -1, is the last seven days.
type nthWeek struct {
	n  int
	of meaning
}

func (m nthWeek) resolve(c *context) reading {
	r := m.of.resolve(c)
	if r.period.unit != month || m.n > 5 {
		return r
	}
	first := r.period.start.AddDays((m.n - 1) * daysAWeek)
	if m.n < 0 {
		first = r.period.end().AddDays(1 - daysAWeek)
	}
	last := first.AddDays(daysAWeek - 1)
	if last.After(r.period.end()) {
		last = r.period.end()
	}
	r.edtf = days(first, last)
	return r
}

// offset is a period some units before or after one that the words name: "two
// days before Christmas".
type offset struct {
	unit unit
	n    int
	of   meaning
}

func (m offset) resolve(c *context) reading {
	r := m.of.resolve(c)
	if r.period.unit == noUnit || m.unit < r.period.unit {
		return open(m.unit)
	}
	from := r.period.start
	return relative(periodOf(min(m.unit, max(r.period.unit, day)), step(from, m.unit, m.n)), from)
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
