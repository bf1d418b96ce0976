package when

import (
	"fmt"
	"time"

	"dateline/graph"
)

// recurrence is a series of periods with one name.
type recurrence interface {
	// upTo returns the latest that begins on or before a day.
	upTo(d graph.Date) period
	// from returns the earliest that ends on or after a day.
	from(d graph.Date) period
	// unit returns the unit of the periods.
	unit() unit
	// cycle returns the unit in which each comes once.
	cycle() unit
	// openValue returns the TIMEX3 value of no instance in particular.
	openValue() string
}

// weekly is a day of each week.
type weekly struct{ weekday time.Weekday }

func (w weekly) upTo(d graph.Date) period {
	return period{day, d.AddDays(-(int(d.Weekday()-w.weekday) + daysAWeek) % daysAWeek)}
}

func (w weekly) from(d graph.Date) period {
	return period{day, d.AddDays((int(w.weekday-d.Weekday()) + daysAWeek) % daysAWeek)}
}

func (weekly) unit() unit { return day }

func (weekly) cycle() unit { return week }

func (w weekly) openValue() string { return fmt.Sprintf("XXXX-WXX-%d", isoWeekday(w.weekday)) }

// isoWeekday counts from Monday, 1, to Sunday, 7.
func isoWeekday(w time.Weekday) int { return (int(w)+6)%daysAWeek + 1 }

// monthly is a day of each month that has it.
type monthly struct{ day int }

func (m monthly) upTo(d graph.Date) period { return m.search(d, -1) }

func (m monthly) from(d graph.Date) period { return m.search(d, 1) }

// search goes forward or back from a day's month to the first that has the day.
func (m monthly) search(d graph.Date, direction int) period {
	first := graph.NewDate(d.Year, d.Month, 1)
	for range 4 {
		found := first.AddDays(m.day - 1)
		isBeyond := found.Compare(d)*direction >= 0
		if found.Month == first.Month && isBeyond {
			return period{day, found}
		}
		first = first.AddMonths(direction)
	}
	return period{day, d}
}

func (monthly) unit() unit { return day }

func (monthly) cycle() unit { return month }

func (m monthly) openValue() string { return fmt.Sprintf("XXXX-XX-%02d", m.day) }

// yearly is a period of each year that has it; not every year has 29 February.
type yearly struct {
	length unit
	in     func(year int) (period, bool)
	// isMoving says that it has another day of the month each year.
	isMoving bool
}

// searchedYears is enough for 29 February: the longest gap is from 1896 to 1904.
const searchedYears = 9

func (y yearly) upTo(d graph.Date) period {
	for back := range searchedYears {
		if p, ok := y.in(d.Year - back); ok && !p.start.After(d) {
			return p
		}
	}
	return period{day, d}
}

func (y yearly) from(d graph.Date) period {
	// The winter that began last year may not be over.
	for ahead := range searchedYears + 1 {
		if p, ok := y.in(d.Year - 1 + ahead); ok && !p.end().Before(d) {
			return p
		}
	}
	return period{day, d}
}

func (y yearly) unit() unit { return y.length }

func (yearly) cycle() unit { return year }

func (y yearly) isDay() bool { return y.length == day }

func (y yearly) openValue() string {
	const leapYear = 2000
	p, ok := y.in(leapYear)
	if ok && y.isMoving {
		return hidden(period{month, p.start}.value())
	}
	if !ok {
		return openValue(y.length)
	}
	return hidden(p.value())
}

// dayOfYear is a day of a month, in each year that has it.
func dayOfYear(m time.Month, d int) yearly {
	return yearly{length: day, in: func(y int) (period, bool) {
		found := graph.NewDate(y, m, d)
		return period{day, found}, found.Month == m
	}}
}

// monthOfYear is a month of each year, or with other units the quarter, season or half
// that begins with it.
func monthOfYear(u unit, m time.Month) yearly {
	return yearly{length: u, in: func(y int) (period, bool) { return period{u, graph.NewDate(y, m, 1)}, true }}
}

// nthOfMonth is the day, or what else begins with it, that is the nth such weekday of a
// month; the last one where n is -1.
func nthOfMonth(u unit, m time.Month, w time.Weekday, n int) yearly {
	return yearly{length: u, isMoving: true, in: func(y int) (period, bool) {
		first := graph.NewDate(y, m, 1)
		if n < 0 {
			return period{u, weekly{w}.upTo(first.AddMonths(1).AddDays(-1)).start}, true
		}
		found := weekly{w}.from(first).start.AddDays((n - 1) * daysAWeek)
		return period{u, found}, found.Month == m
	}}
}
