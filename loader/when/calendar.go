package when

import (
	"time"

	"dateline/graph"
)

// unit is the length of a period, a duration or a step.
type unit int

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	week
	weekend
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
	millennium
)

// period is a named stretch of the calendar: the unit that contains the day start.
// Periods made by periodOf begin on that day.
type period struct {
	unit  unit
	start graph.Date
}

const daysAWeek = 7

// periodOf returns the period of a unit that contains a day. For a weekend that is the
// one of the day's week, and for a season the one of its month, winter from December.
func periodOf(u unit, d graph.Date) period {
	switch u {
	case week, fortnight:
		return period{u, monday(d)}
	case weekend:
		return period{u, monday(d).AddDays(5)}
	case month:
		return period{u, graph.NewDate(d.Year, d.Month, 1)}
	case quarter:
		return period{u, graph.NewDate(d.Year, (d.Month-1)/3*3+1, 1)}
	case season:
		return period{u, graph.NewDate(d.Year, d.Month/3*3, 1)}
	case half:
		return period{u, graph.NewDate(d.Year, (d.Month-1)/6*6+1, 1)}
	case year:
		return yearPeriod(d.Year)
	case decade:
		return period{u, graph.NewDate(d.Year/10*10, time.January, 1)}
	case century:
		return period{u, graph.NewDate(d.Year/100*100, time.January, 1)}
	}
	return period{day, d}
}

func yearPeriod(y int) period { return period{year, graph.NewDate(y, time.January, 1)} }

// monday returns the Monday of a day's week.
func monday(d graph.Date) graph.Date {
	return d.AddDays(-(int(d.Weekday()) + daysAWeek - 1) % daysAWeek)
}

// shift returns the period n units later, or earlier where n is negative.
func (p period) shift(n int) period { return period{p.unit, step(p.start, p.unit, n)} }

// step counts n units forward from a day.
func step(d graph.Date, u unit, n int) graph.Date {
	switch u {
	case day:
		return d.AddDays(n)
	case week, weekend:
		return d.AddDays(n * daysAWeek)
	case fortnight:
		return d.AddDays(n * 2 * daysAWeek)
	case month:
		return d.AddMonths(n)
	case quarter, season:
		return d.AddMonths(n * 3)
	case half:
		return d.AddMonths(n * 6)
	case year:
		return d.AddMonths(n * 12)
	case decade:
		return d.AddMonths(n * 120)
	case century:
		return d.AddMonths(n * 1200)
	}
	return d
}

// end returns the last day of the period.
func (p period) end() graph.Date {
	if p.unit == weekend {
		return p.start.AddDays(1)
	}
	return p.shift(1).start.AddDays(-1)
}

func (p period) contains(d graph.Date) bool { return !d.Before(p.start) && !d.After(p.end()) }

// inCalendar reports whether graph can represent every day of the period.
func (p period) inCalendar() bool {
	return p.unit != noUnit && !p.start.Before(graph.MinDate) && !p.end().After(graph.MaxDate)
}

// edtf returns the days of the period.
func (p period) edtf() graph.EDTF {
	if !p.inCalendar() {
		return graph.EDTF{}
	}
	switch p.unit {
	case day:
		return graph.EDTFDay(p.start)
	case week:
		return graph.EDTFWeek(p.start)
	case month:
		return graph.EDTFMonth(p.start.Year, p.start.Month)
	case season:
		return graph.EDTFSeason(p.start.Year, seasonOf(p.start.Month))
	case quarter, half:
		return months(p.start, p.end())
	case year:
		return graph.EDTFYear(p.start.Year)
	case decade:
		return graph.EDTFDecade(p.start.Year)
	case century:
		return graph.EDTFCentury(p.start.Year)
	}
	return days(p.start, p.end())
}

// part returns the third of the period that a TIMEX3 mod names. Years are cut after
// April and August, months after the 10th and the 20th, decades after the fourth and
// seventh year, and centuries after a third and two thirds. Other periods are too
// short to cut, and returned whole.
func (p period) part(mod string) graph.EDTF {
	first, last, ok := thirds(p.unit, mod)
	if !ok || !p.inCalendar() {
		return p.edtf()
	}
	switch p.unit {
	case month:
		from := p.start.AddDays(first)
		to := p.start.AddDays(last)
		if mod == modEnd {
			to = p.end()
		}
		return days(from, to)
	case year:
		return months(p.start.AddMonths(first), p.start.AddMonths(last))
	}
	return graph.EDTFInterval(graph.EDTFYear(p.start.Year+first), graph.EDTFYear(p.start.Year+last))
}

// thirds returns the first and last step of a third, counted from 0 in the unit by
// which the period is cut: days, months or years.
func thirds(u unit, mod string) (first, last int, ok bool) {
	cuts, known := map[unit][4]int{
		month:   {0, 10, 20, 31},
		year:    {0, 4, 8, 12},
		decade:  {0, 4, 7, 10},
		century: {0, 33, 67, 100},
	}[u]
	third, isPart := map[string]int{modStart: 0, modMid: 1, modEnd: 2}[mod]
	if !known || !isPart {
		return 0, 0, false
	}
	return cuts[third], cuts[third+1] - 1, true
}

// days returns the interval from one day to another.
func days(from, to graph.Date) graph.EDTF {
	return graph.EDTFInterval(graph.EDTFDay(from), graph.EDTFDay(to))
}

// months returns the interval from one day's month to another's.
func months(from, to graph.Date) graph.EDTF {
	return graph.EDTFInterval(graph.EDTFMonth(from.Year, from.Month), graph.EDTFMonth(to.Year, to.Month))
}

func seasonOf(m time.Month) graph.Season {
	return graph.Spring + graph.Season((int(m)+9)%12/3)
}
