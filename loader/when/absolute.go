package when

import (
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

// absoluteRules read dates: in full, or all but the year.
var absoluteRules = []rule{
	// The attacks are named by their date, month first.
	{"9 / 11", func(m match) meaning { return fixed{period{day, graph.NewDate(2001, time.September, 11)}} }},
	// 10 February 2026, Tuesday, 10th of February, the 4th of July
	{"[WEEKDAY [,]] [the] DAY [of] MONTH [[,|of] YEAR]", readDate},
	{"[WEEKDAY [,]] [the] DAY [of] MONTH ' yy:DIGITS", readDate},
	{"[WEEKDAY [,]] [the] DAY:NTH of MONTH [[,|of] YEAR]", readDate},
	// February 10, 2026; Tuesday, Feb. 10
	{"[WEEKDAY [,]] MONTH [the] DAY [[,|of] YEAR]", readMonthFirst},
	{"[WEEKDAY [,]] MONTH DAY:NTH [[,|of] YEAR]", readMonthFirst},
	// February 2026
	{"MONTH [,|of] [the] [year] YEAR", func(m match) meaning {
		return fixed{period{month, graph.NewDate(m.int("YEAR"), m.month(), 1)}}
	}},
	{"MONTH ' yy:DIGITS", func(m match) meaning {
		return twoDigitYear{m.int("yy"), func(y int) period { return period{month, graph.NewDate(y, m.month(), 1)} }}
	}},

	// 2026-02-10, 2026/02/10, 2026-02
	{"YEAR - month:DIGITS - day:DIGITS", readISO},
	{"YEAR / month:DIGITS / day:DIGITS", readISO},
	// 10/02/2026, 10-02-2026, 10.02.2026, 10/2
	{"first:DIGITS / second:DIGITS / YEAR", readNumeric},
	{"first:DIGITS - second:DIGITS - YEAR", readNumeric},
	{"first:DIGITS / second:DIGITS / yy:DIGITS", readNumeric},
	{"first:DIGITS / second:DIGITS", readBareNumeric},
	{"DOTTED", func(m match) meaning { return dottedDate(m.text("DOTTED")) }},

	// 2026, the year 2026, fiscal 2026, '98
	{"[the] year YEAR", func(m match) meaning { return fixed{yearPeriod(m.int("YEAR"))} }},
	{"fy YEAR", func(m match) meaning { return fixed{yearPeriod(m.int("YEAR"))} }},
	{"the fiscal|financial year YEAR", func(m match) meaning { return fixed{yearPeriod(m.int("YEAR"))} }},
	{"fiscal [year] YEAR", func(m match) meaning { return fixed{yearPeriod(m.int("YEAR"))} }},
	{"YEAR", func(m match) meaning {
		if !m.isYear() {
			return nil
		}
		return fixed{yearPeriod(m.int("YEAR"))}
	}},
	// the 1990s, the nineties, the 20th century
	{"[the] DECADE", func(m match) meaning {
		return fixed{periodOf(decade, graph.NewDate(m.int("DECADE"), time.January, 1))}
	}},
	{"NTH century", func(m match) meaning {
		if m.isBeforeChrist() {
			return nil // before this calendar
		}
		return fixed{periodOf(century, graph.NewDate((m.int("NTH")-1)*100, time.January, 1))}
	}},
	{"the turn of the century|millennium", func(match) meaning {
		return about{fixed{yearPeriod(2000)}, modApprox}
	}},
}

// fixed is a period that the words name in full: "10 February 2026".
type fixed struct{ period }

func (f fixed) resolve(*context) resolution { return placed(f.period) }

func (v values) month() time.Month { return time.Month(v.int("MONTH")) }

// readDate reads a day with its month, and its year where there is one.
func readDate(m match) meaning {
	d := m.int("DAY")
	each := dayOfYear(m.month(), d)
	switch {
	case m.has("YEAR"):
		p, ok := each.in(m.int("YEAR"))
		if !ok {
			return nil
		}
		return fixed{p}
	case m.has("yy"):
		return twoDigitYear{m.int("yy"), func(y int) period { return period{day, graph.NewDate(y, m.month(), d)} }}
	}
	const leapYear = 2000
	if _, ok := each.in(leapYear); !ok {
		return nil
	}
	r := recurring{recurrence: each}
	if m.has("WEEKDAY") {
		r.weekday = isoWeekday(m.weekday())
	}
	return r
}

// readMonthFirst reads a date with the month first. Of a day that the month does not have
// the month and the year are left: "February 30, 2019".
func readMonthFirst(m match) meaning {
	if date := readDate(m); date != nil || !m.has("YEAR") {
		return date
	}
	return fixed{period{month, graph.NewDate(m.int("YEAR"), m.month(), 1)}}
}

// readISO reads year, month and day, two digits each.
func readISO(m match) meaning {
	if len(m.text("month")) != 2 || len(m.text("day")) != 2 {
		return nil
	}
	return dateOrNil(m.int("YEAR"), m.int("month"), m.int("day"))
}

// dateOrNil returns a day, or nil where the calendar has no such day.
func dateOrNil(y, mo, d int) meaning {
	date := graph.NewDate(y, time.Month(mo), d)
	if int(date.Month) != mo || date.Day != d || date.Year != y {
		return nil
	}
	return fixed{period{day, date}}
}

// dottedDate reads 10.02.2026 and 10.02.26, which are written day first, and 2026.02.10.
func dottedDate(text string) meaning {
	parts := strings.Split(text, ".")
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	d, _ := strconv.Atoi(parts[0])
	mo, _ := strconv.Atoi(parts[1])
	y, _ := strconv.Atoi(parts[2])
	if len(parts[2]) == 2 {
		return twoDigitYear{y, func(y int) period { return period{day, graph.NewDate(y, time.Month(mo), d)} }}
	}
	return dateOrNil(y, mo, d)
}

// readDotted reads words like 10.02.2026 and 2026.02.10; after a preposition of time also
// 10.02.26, which elsewhere may be a version.
func readDotted(words []word, i int) (float64, int) {
	parts := strings.Split(words[i].lower, ".")
	if len(parts) != 3 || !isFigures(parts) {
		return 0, 0
	}
	first, second, third := len(parts[0]), len(parts[1]), len(parts[2])
	switch {
	case second > 2:
		return 0, 0
	case first <= 2 && third == 4, first == 4 && third <= 2:
		return 0, 1
	case first == 2 && second == 2 && third == 2 && beforeNumericDays[textAt(words, i-1)] && isDayAndMonth(parts[0], parts[1]):
		return 0, 1
	}
	return 0, 0
}

// isFigures reports whether all texts are figures.
func isFigures(texts []string) bool {
	for _, text := range texts {
		if text == "" || strings.Trim(text, "0123456789") != "" {
			return false
		}
	}
	return true
}

func isDayAndMonth(d, mo string) bool {
	const leapYear = 2000
	dayNumber, _ := strconv.Atoi(d)
	monthNumber, _ := strconv.Atoi(mo)
	return dateOrNil(leapYear, monthNumber, dayNumber) != nil
}

// twoDigitYear is a period whose year leaves out the century.
type twoDigitYear struct {
	year int
	in   func(year int) period
}

// resolve chooses the century that puts the year closest to the publication date.
func (m twoDigitYear) resolve(c *context) resolution {
	if c.published.IsZero() {
		return openAs(hidden(m.in(2000).value()), m.in(2000).unit)
	}
	y := c.published.Year/100*100 + m.year
	switch {
	case y > c.published.Year+50:
		y -= 100
	case y < c.published.Year-50:
		y += 100
	}
	return placed(m.in(y))
}
