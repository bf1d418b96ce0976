package when

import "time"

// recurringRules read what recurs each week, month or year.
var recurringRules = []rule{
	// Tuesday, last Tuesday, this coming Tuesday
	{"WEEKDAY", func(m match) meaning { return m.recurring(weekly{m.weekday()}, bare) }},
	{"which:last|past|previous|this|next|coming|upcoming WEEKDAY", func(m match) meaning {
		return recurring{recurrence: weekly{m.weekday()}, which: whichWords[m.text("which")]}
	}},
	{"this which:past|coming|last|next WEEKDAY", func(m match) meaning {
		return recurring{recurrence: weekly{m.weekday()}, which: whichWords[m.text("which")]}
	}},
	{"WEEKDAY week", func(m match) meaning { return offset{week, 1, recurring{recurrence: weekly{m.weekday()}, which: next}} }},

	// July, last July
	{"MONTH", func(m match) meaning { return m.recurring(monthOfYear(month, m.month()), bare) }},
	{"which:last|past|previous|this|next|coming|upcoming MONTH", func(m match) meaning {
		return recurring{recurrence: monthOfYear(month, m.month()), which: whichWords[m.text("which")]}
	}},
	{"this which:past|coming|last|next MONTH", func(m match) meaning {
		return recurring{recurrence: monthOfYear(month, m.month()), which: whichWords[m.text("which")]}
	}},
	// the last Friday of October, the second weekend in May 2022
	{"the NTH WEEKDAY of|in MONTH [[,|of] YEAR]", func(m match) meaning { return m.inMonth(m.int("NTH")) }},
	{"the last|final WEEKDAY of|in MONTH [[,|of] YEAR]", func(m match) meaning { return m.inMonth(-1) }},
	{"the NTH weekend of|in MONTH [[,|of] YEAR]", func(m match) meaning { return m.inMonth(m.int("NTH")) }},
	{"the last|final weekend of|in MONTH [[,|of] YEAR]", func(m match) meaning { return m.inMonth(-1) }},

	// the 10th, on the 10th
	{"the DAY:NTH", func(m match) meaning {
		if !m.isDayOfMonth() {
			return nil
		}
		return recurring{recurrence: monthly{m.int("DAY")}}
	}},

	{"WEEKDAY [,] the DAY:NTH", func(m match) meaning {
		if !m.isInFigures("DAY") {
			return nil // "on Sunday, the first to do so"
		}
		return recurring{recurrence: monthly{m.int("DAY")}, weekday: isoWeekday(m.weekday())}
	}},

	// last summer, the summer
	{"the SEASON", readSeason},
	{"SEASON", readSeason},
	{"[the] which:last|past|previous|this|next|coming|upcoming SEASON", readSeason},
	{"this which:past|coming|last|next SEASON", readSeason},
	{"[the] SEASON [of] YEAR", func(m match) meaning {
		return recurring{recurrence: m.season()}.inYear(m.int("YEAR"))
	}},
	{"winter YEAR - DIGITS", func(m match) meaning {
		return recurring{recurrence: monthOfYear(season, time.December)}.inYear(m.int("YEAR"))
	}},

	// the third quarter, Q3, the first half
	{"[the] [fiscal] NTH [fiscal] quarter", readQuarter},
	{"[the] [fiscal] NTH quarter [of] [fiscal|financial] [year] YEAR", func(m match) meaning {
		return inYearOrNil(readQuarter(m), m.int("YEAR"))
	}},
	{"the YEAR quarter|period", func(m match) meaning { return sameQuarter{m.int("YEAR")} }},
	{"q DIGITS", func(m match) meaning { return m.quarterOrNil("DIGITS") }},
	{"q DIGITS [of] [,] YEAR", func(m match) meaning { return inYearOrNil(m.quarterOrNil("DIGITS"), m.int("YEAR")) }},
	{"DIGITS q [of] [,] YEAR", func(m match) meaning { return inYearOrNil(m.quarterOrNil("DIGITS"), m.int("YEAR")) }},
	{"YEAR q DIGITS", func(m match) meaning { return inYearOrNil(m.quarterOrNil("DIGITS"), m.int("YEAR")) }},
	{"h DIGITS [of] [,] YEAR", func(m match) meaning { return inYearOrNil(m.halfInFigures(), m.int("YEAR")) }},
	{"the half:first|second|latter half of [the] [year] YEAR", func(m match) meaning {
		return inYearOrNil(m.half(), m.int("YEAR"))
	}},
	{"the half:first|second half of the|this year", func(m match) meaning { return m.half() }},
	{"the half:first|second half of last year", func(m match) meaning {
		return withinYear{m.half().(recurring), counted{unit: year, n: -1}}
	}},
}

func (v values) weekday() time.Weekday { return time.Weekday(v.int("WEEKDAY")) }

// recurring reads a bare name, unless the words around it show that it is another name.
func (m match) recurring(r recurrence, w which) meaning {
	if m.isOtherName() {
		return nil
	}
	return recurring{recurrence: r, which: w}
}

// inMonth reads the nth weekday or weekend of a month; the last one where n is -1.
func (m match) inMonth(n int) meaning {
	weekday, length := time.Saturday, weekend
	if m.has("WEEKDAY") {
		weekday, length = m.weekday(), day
	}
	if n == 0 || n > 5 {
		return nil
	}
	each := recurring{recurrence: nthOfMonth(length, m.month(), weekday, n)}
	if m.has("YEAR") {
		return each.inYear(m.int("YEAR"))
	}
	return each
}

func (v values) season() yearly { return monthOfYear(season, time.Month(v.int("SEASON"))) }

func readSeason(m match) meaning {
	w := bare
	if m.has("which") {
		w = whichWords[m.text("which")]
	}
	if w == bare && !m.isSeason() {
		return nil
	}
	return recurring{recurrence: m.season(), which: w}
}

// readQuarter reads "the third quarter". In "the third-quarter loss" the article belongs
// to the noun.
func readQuarter(m match) meaning {
	if m.isModifier() && m.words[m.start].lower == "the" {
		return nil
	}
	return m.quarterOrNil("NTH")
}

func (v values) quarterOrNil(name string) meaning {
	n := v.int(name)
	if n < 1 || n > 4 {
		return nil
	}
	return recurring{recurrence: monthOfYear(quarter, time.Month(n*3-2))}
}

// halfInFigures reads the number of "H1".
func (v values) halfInFigures() meaning {
	switch v.int("DIGITS") {
	case 1:
		return recurring{recurrence: monthOfYear(half, time.January), which: this}
	case 2:
		return recurring{recurrence: monthOfYear(half, time.July), which: this}
	}
	return nil
}

func (v values) half() meaning {
	first := time.January
	if v.text("half") != "first" {
		first = time.July
	}
	return recurring{recurrence: monthOfYear(half, first), which: this}
}

// inYear places a recurring period in a year that the words name.
func (r recurring) inYear(y int) meaning {
	p, ok := r.recurrence.(yearly).in(y)
	if !ok {
		return nil
	}
	return fixed{p}
}

func inYearOrNil(m meaning, y int) meaning {
	r, ok := m.(recurring)
	if !ok {
		return nil
	}
	return r.inYear(y)
}

// withinYear is a recurring period within a relative year: "June last year".
type withinYear struct {
	each recurring
	year meaning
}

func (m withinYear) resolve(c *context) resolution {
	r := m.year.resolve(c)
	each := m.each.recurrence.(yearly)
	if r.period.unit != year {
		return openAs(each.openValue(), each.length)
	}
	p, ok := each.in(r.period.start.Year)
	if !ok {
		return open(each.length)
	}
	return relative(p, r.anchor)
}
