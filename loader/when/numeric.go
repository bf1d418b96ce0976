package when

import (
	"time"

	"dateline/graph"
)

// order is whether the day or the month comes first in numeric dates.
type order int

const (
	unknownOrder order = iota
	dayFirst
	monthFirst
)

// numeric is a date in figures whose order is ambiguous: 6/2, 06/02/2026.
type numeric struct {
	first, second int
	year          int // 0 where it is left out
}

// readNumeric reads two numbers and a year.
func readNumeric(m match) meaning {
	n := numeric{m.int("first"), m.int("second"), m.int("YEAR")}
	if m.has("yy") {
		if len(m.text("yy")) != 2 {
			return nil
		}
		return twoDigitNumeric(m, n)
	}
	return n.orNil()
}

// twoDigitNumeric reads 10/02/26, always of this century.
func twoDigitNumeric(m match, n numeric) meaning {
	const century = 2000
	n.year = century + m.int("yy")
	return n.orNil()
}

// readBareNumeric reads 6/2 after a weekday or a preposition of time. Elsewhere it may
// be a score, a fraction or a fiscal year.
func readBareNumeric(m match) meaning {
	if !beforeNumericDays[textAt(m.words, m.start-1)] &&
		!m.has("WEEKDAY") {
		return nil
	}
	if textAt(m.words, m.end) == "/" || textAt(m.words, m.end) == "of" {
		return nil
	}
	return numeric{first: m.int("first"), second: m.int("second")}.orNil()
}

func (n numeric) orNil() meaning {
	if len(n.orders()) == 0 {
		return nil
	}
	return n
}

// orders returns the orders in which n is a date.
func (n numeric) orders() []order {
	var possible []order
	if n.second >= 1 && n.second <= 12 && n.first >= 1 && n.first <= 31 {
		possible = append(possible, dayFirst)
	}
	if n.first >= 1 && n.first <= 12 && n.second >= 1 && n.second <= 31 {
		possible = append(possible, monthFirst)
	}
	return possible
}

// as returns the date read in an order.
func (n numeric) as(o order) recurring {
	d, mo := n.first, n.second
	if o == monthFirst {
		d, mo = mo, d
	}
	return recurring{recurrence: dayOfYear(time.Month(mo), d)}
}

// resolve uses the order of the article's other dates, or else the one that puts the
// date closest before the publication. Without a publication date it decides nothing.
func (n numeric) resolve(c *context) resolution {
	possible := n.orders()
	switch {
	case len(possible) == 1:
		return n.read(c, possible[0])
	case n.first == n.second:
		return n.read(c, dayFirst)
	case c.dayFirst != unknownOrder:
		return n.read(c, c.dayFirst)
	case c.published.IsZero():
		return n.undecided()
	}
	one, other := n.read(c, dayFirst), n.read(c, monthFirst)
	if other.isNearerBefore(one, c.published) {
		return other
	}
	return one
}

func (n numeric) read(c *context, o order) resolution {
	r := n.as(o)
	if n.year == 0 {
		return r.resolve(c)
	}
	p, ok := r.recurrence.(yearly).in(n.year)
	if !ok {
		return n.undecided()
	}
	return placed(p)
}

// undecided leaves day and month open.
func (n numeric) undecided() resolution {
	if n.year == 0 {
		return open(day)
	}
	return openAs(yearPeriod(n.year).value()+"-XX-XX", day)
}

// isNearerBefore reports whether r is closer before a day than other: r is not after
// the day, and other is after it or further away.
func (r resolution) isNearerBefore(other resolution, d graph.Date) bool {
	if r.period.start.After(d) != other.period.start.After(d) {
		return other.period.start.After(d)
	}
	return abs(d.DaysSince(r.period.start)) < abs(d.DaysSince(other.period.start))
}

func abs(n int) int { return max(n, -n) }

// orderOf returns the order of the article's unambiguous numeric dates, or unknownOrder
// if there are none or they disagree.
func orderOf(found []candidate) order {
	seen := unknownOrder
	for _, c := range found {
		n, ok := c.meaning.(numeric)
		if !ok || len(n.orders()) != 1 {
			continue
		}
		o := n.orders()[0]
		if seen != unknownOrder && seen != o {
			return unknownOrder
		}
		seen = o
	}
	return seen
}
