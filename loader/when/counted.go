package when

import "time"

// origin is the anchor that a relative expression is counted from.
type origin int

const (
	fromPublication origin = iota
	fromPrevious           // the last date that the article named
)

// counted is a period some units before or after another: "last year", "two weeks
// ago", "the following month".
type counted struct {
	unit unit
	n    int
	from origin
}

func (m counted) resolve(c *context) resolution {
	if m.unit == fortnight {
		return counted{week, m.n * 2, m.from}.resolve(c)
	}
	anchor := c.published
	if m.from == fromPrevious {
		if c.previous.unit == noUnit {
			return open(m.unit)
		}
		anchor = c.previous.start
		// A week after a day is a day; a year after a day or a year is a year.
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
		return resolution{kind: Time, value: anchor.String() + "TXX:XX", edtf: days(anchor.AddDays(-1), anchor), anchor: anchor}
	}
	return relative(periodOf(m.unit, step(anchor, m.unit, m.n)), anchor)
}

// unlessAhead leaves open what would fall after the publication, except in the future
// tense: "three years later" was then counted from something else.
func (c *context) unlessAhead(r resolution) resolution {
	if c.tense != future && !c.published.IsZero() && r.period.start.After(c.published) {
		return open(r.period.unit)
	}
	return r
}

// thisDay is "today". "A week later" is not counted from it.
type thisDay struct{}

func (thisDay) resolve(c *context) resolution {
	r := counted{unit: day}.resolve(c)
	r.isAside = true
	return r
}

// thatWeekend is "the weekend", which is the next one in the future tense and else the
// last; or "this weekend", which is the last one in the past tense and else the next.
type thatWeekend struct{ isThis bool }

func (m thatWeekend) resolve(c *context) resolution {
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
