package when

import "dateline/graph"

// which is the instance of a recurring period that a word such as "last" selects.
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

// recurring is one instance of a period that recurs under one name: "Tuesday", "July",
// "last summer", "3 March". TIMEX3 taggers call such an expression underspecified:
// the tense and the publication date select the instance.
type recurring struct {
	recurrence
	which   which
	weekday int // named beside a date, as in "Friday, 3 March"; ISO's 1 to 7, 0 for none
}

func (r recurring) resolve(c *context) resolution {
	if c.published.IsZero() {
		return openAs(r.openValue(), r.unit())
	}
	return relative(r.choose(c), c.published)
}

func (r recurring) choose(c *context) period {
	if p, ok := r.onWeekday(c); ok {
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
	case isYearly && y.isDay() && c.told.goesOn(c):
		return closer(r.upTo(c.told.day.start), r.from(c.told.day.start), c.told.day.start)
	case isYearly && y.isDay():
		return chooseDay(before, after, c)
	case c.tense == future && (isYearly || !c.isOfNoun):
		return after
	case c.isAwaited && !isYearly:
		return closer(before, after, c.published)
	}
	return before
}

// chooseDay chooses a day of the year by the tense. It chooses the nearer one without
// a tense, and where the past tense would lead a year back but the next one is near.
func chooseDay(before, after period, c *context) period {
	const near = 31 // days; a judgement
	switch {
	case c.tense == future:
		return after
	case c.tense == unknownTense || after.start.DaysSince(c.published) <= near:
		return closer(before, after, c.published)
	}
	return before
}

// story is a day that an article wrote with its year, and the sentence that did. The days of
// what is told right after it are of that time: "On 3 April 2020 she wrote to him. He
// answered on 9 April."
type story struct {
	day      period
	sentence int
}

// goesOn reports whether an expression is of the time of a story that is long past.
func (s story) goesOn(c *context) bool {
	const longPast = 366 // days
	if s.day.unit == noUnit || c.tense == future || c.sentence-s.sentence > maxStory {
		return false
	}
	return c.published.DaysSince(s.day.start) > longPast
}

// maxStory is how many sentences a story goes on. Judgement: no date of TempEval-3's texts
// changes with it.
const maxStory = 6

// onWeekday returns the nearest instance that falls on the weekday named beside the
// date. It returns false where none is named or none fits.
func (r recurring) onWeekday(c *context) (period, bool) {
	if r.weekday == 0 {
		return period{}, false
	}
	each, ok := r.recurrence.(yearly)
	if !ok {
		return r.onWeekdayOfMonth(c)
	}
	published := c.published
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

// maxMonths is how many months away a day of the month with a weekday is looked for:
// Friday the 13th comes at least once in 14.
const maxMonths = 14

// onWeekdayOfMonth returns the last day of this number that falls on the weekday, or the
// next one in the future tense.
func (r recurring) onWeekdayOfMonth(c *context) (period, bool) {
	direction, find := -1, r.upTo
	if c.tense == future {
		direction, find = 1, r.from
	}
	from := c.published
	for range maxMonths {
		p := find(from)
		if isoWeekday(p.start.Weekday()) == r.weekday {
			return p, true
		}
		from = p.start.AddDays(direction)
	}
	return period{}, false
}

// reported chooses a quarter: the last to begin, which is the one that a company reports
// on even where the report is still to come.
func (y yearly) reported(c *context) period {
	p := y.upTo(c.published)
	if c.tense == future && p.shift(2).start.Before(c.published) {
		return y.from(c.published)
	}
	return p
}

// nearest chooses "this Friday" and "this summer": the one of the current week or year,
// unless the tense says that it is over or still ahead.
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

// closer returns whichever of two periods is closer to a day.
func closer(before, after period, d graph.Date) period {
	if d.DaysSince(before.start) <= after.start.DaysSince(d) {
		return before
	}
	return after
}
