package read

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

var (
	slashedDay = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D.*)?$`)
	// namedDay matches 22-Oct-31, 22 October 2031 and Wed 22 Oct 2031, 10:30.
	namedDay  = regexp.MustCompile(`(?i)^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(` + monthName + `)\.?,?[\s./-]+(\d{4}|\d{2})(?:[,T\s].*)?$`)
	monthYear = regexp.MustCompile(`(?i)^(` + monthName + `)\.?[\s./-]+(\d{4}|\d{2})$`)
	// daysOfMonth matches 3-5 March 2031 and 3 to 5 March 2031.
	daysOfMonth = regexp.MustCompile(`(?i)^(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|—|/|to|until|and|&)\s*(\d{1,2}(?:st|nd|rd|th)?\s+(?:` + monthName + `)\.?,?\s+\d{4})$`)
	// fromTo parts the two ends of a span that are written in full.
	fromTo = regexp.MustCompile(`(?i)\s+(?:-|–|—|to|until)\s+`)
	// serialDay matches how spreadsheets keep a day: the days since the end of 1899.
	serialDay = regexp.MustCompile(`^([2-7]\d{4})(?:\.\d+)?$`)
)

// times reads a cell with a day, a month, a year or a span of these.
func (m *Mapping) times(text string) (graph.EDTF, error) {
	text = withoutNotes(text)
	if at := daysOfMonth.FindStringSubmatch(text); at != nil {
		if to, err := m.time(at[2]); err == nil {
			last := to.Earliest()
			return m.between(text, graph.EDTFDay(graph.NewDate(last.Year, last.Month, number(at[1]))), to)
		}
	}
	if ends := fromTo.Split(text, -1); len(ends) == 2 {
		from, fromErr := m.time(ends[0])
		to, toErr := m.time(ends[1])
		if fromErr == nil && toErr == nil {
			return m.between(text, from, to)
		}
	}
	return m.time(text)
}

// between returns a span whose ends are in order.
func (m *Mapping) between(text string, from, to graph.EDTF) (graph.EDTF, error) {
	if to.Latest().Compare(from.Earliest()) < 0 {
		return graph.EDTF{}, failure(BadMetadata, "", nil, "%q ends before it begins", short(text))
	}
	return graph.EDTFInterval(from, to), nil
}

// time reads a day, a month or a year.
func (m *Mapping) time(text string) (graph.EDTF, error) {
	text = withoutNotes(text)
	if at := slashedDay.FindStringSubmatch(text); at != nil && (m.DayFirst || m.MonthFirst) {
		day, month := number(at[1]), number(at[2])
		if m.MonthFirst {
			day, month = month, day
		}
		if year := fullYear(at[3]); isDay(year, month, day) {
			return graph.EDTFDay(graph.NewDate(year, time.Month(month), day)), nil
		}
	}
	if at := namedDay.FindStringSubmatch(text); at != nil {
		if year, month := fullYear(at[3]), monthOf(at[2]); isDay(year, month, number(at[1])) {
			return graph.EDTFDay(graph.NewDate(year, time.Month(month), number(at[1]))), nil
		}
	}
	if day, ok := givenDay(text); ok {
		return graph.EDTFDay(day), nil
	}
	if at := monthYear.FindStringSubmatch(text); at != nil && monthOf(at[1]) > 0 {
		return graph.EDTFMonth(fullYear(at[2]), time.Month(monthOf(at[1]))), nil
	}
	if at := serialDay.FindStringSubmatch(text); at != nil {
		days, _ := strconv.Atoi(at[1]) // five digits
		return graph.EDTFDay(graph.NewDate(1899, time.December, 30).AddDays(days)), nil
	}
	span, err := graph.ParseEDTF(text)
	if err != nil {
		return span, failure(BadMetadata, "", nil, "%q is not a day; say day_first or month_first if days are such as 03/04/2022", short(text))
	}
	return span, nil
}

// fullYear returns a year of four digits, or of two in this century.
func fullYear(digits string) int {
	if len(digits) == len("31") {
		digits = strconv.Itoa(2000 + number(digits))
	}
	return number(strings.TrimSpace(digits))
}
