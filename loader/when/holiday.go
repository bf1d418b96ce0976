package when

import (
	"time"

	"dateline/graph"
)

// holiday is a named day of each year.
type holiday struct {
	names []string
	day   func(year int) graph.Date
}

// holidays have a fixed date or one that a rule computes. The American ones follow
// 5 U.S.C. § 6103; Easter is the western one.
var holidays = []holiday{
	{[]string{"new year's day"}, onDay(time.January, 1)},
	{[]string{"new year's eve"}, onDay(time.December, 31)},
	{[]string{"christmas", "christmas day", "xmas"}, onDay(time.December, 25)},
	{[]string{"christmas eve"}, onDay(time.December, 24)},
	{[]string{"boxing day", "st stephen's day"}, onDay(time.December, 26)},
	{[]string{"orthodox christmas"}, onDay(time.January, 7)},
	{[]string{"epiphany", "twelfth night"}, onDay(time.January, 6)},
	{[]string{"valentine's day", "saint valentine's day", "st valentine's day"}, onDay(time.February, 14)},
	{[]string{"st patrick's day", "saint patrick's day"}, onDay(time.March, 17)},
	{[]string{"april fools' day", "april fool's day", "april fools day"}, onDay(time.April, 1)},
	{[]string{"earth day"}, onDay(time.April, 22)},
	{[]string{"may day", "labour day"}, onDay(time.May, 1)},
	{[]string{"bastille day"}, onDay(time.July, 14)},
	{[]string{"independence day", "fourth of july"}, onDay(time.July, 4)},
	{[]string{"juneteenth"}, onDay(time.June, 19)},
	{[]string{"halloween"}, onDay(time.October, 31)},
	{[]string{"all saints' day", "all saints day"}, onDay(time.November, 1)},
	{[]string{"veterans day", "armistice day", "remembrance day"}, onDay(time.November, 11)},
	{[]string{"martin luther king day", "mlk day", "martin luther king jr day"}, onWeekday(time.January, time.Monday, 3)},
	{[]string{"presidents day", "presidents' day"}, onWeekday(time.February, time.Monday, 3)},
	{[]string{"memorial day"}, onWeekday(time.May, time.Monday, -1)},
	{[]string{"labor day"}, onWeekday(time.September, time.Monday, 1)},
	{[]string{"columbus day"}, onWeekday(time.October, time.Monday, 2)},
	{[]string{"thanksgiving", "thanksgiving day"}, onWeekday(time.November, time.Thursday, 4)},
	{[]string{"black friday"}, func(y int) graph.Date { return onWeekday(time.November, time.Thursday, 4)(y).AddDays(1) }},
	{[]string{"election day"}, func(y int) graph.Date { return onWeekday(time.November, time.Monday, 1)(y).AddDays(1) }},
	{[]string{"shrove tuesday", "mardi gras"}, afterEaster(-47)},
	{[]string{"ash wednesday"}, afterEaster(-46)},
	{[]string{"palm sunday"}, afterEaster(-7)},
	{[]string{"maundy thursday"}, afterEaster(-3)},
	{[]string{"good friday"}, afterEaster(-2)},
	{[]string{"easter", "easter sunday", "easter day"}, afterEaster(0)},
	{[]string{"easter monday"}, afterEaster(1)},
	{[]string{"ascension day"}, afterEaster(39)},
	{[]string{"pentecost", "whit sunday"}, afterEaster(49)},
}

func onDay(m time.Month, d int) func(int) graph.Date {
	return func(y int) graph.Date { return graph.NewDate(y, m, d) }
}

// onWeekday returns the nth such weekday of a month, or the last where n is -1.
func onWeekday(m time.Month, w time.Weekday, n int) func(int) graph.Date {
	return func(y int) graph.Date {
		if n < 0 {
			return weekly{w}.upTo(graph.NewDate(y, m+1, 1).AddDays(-1)).start
		}
		return weekly{w}.from(graph.NewDate(y, m, 1)).start.AddDays((n - 1) * daysAWeek)
	}
}

func afterEaster(n int) func(int) graph.Date {
	return func(y int) graph.Date { return easter(y).AddDays(n) }
}

// easter returns Easter Sunday of a year, by the anonymous Gregorian algorithm (Meeus,
// Astronomical Algorithms, 1991, chapter 8).
func easter(y int) graph.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	n := (a + 11*h + 22*l) / 451
	month := (h + l - 7*n + 114) / 31
	return graph.NewDate(y, time.Month(month), (h+l-7*n+114)%31+1)
}

var holidayNames = indexHolidays()

// indexHolidays lists the names, split into words, by their first word.
func indexHolidays() map[string][]holidayName {
	index := map[string][]holidayName{}
	for i, h := range holidays {
		for _, name := range h.names {
			words := holidayWords(name)
			index[words[0]] = append(index[words[0]], holidayName{words, i})
		}
	}
	return index
}

type holidayName struct {
	words []string
	index int
}

// holidayWords splits a name as split does a text: apostrophes stand alone.
func holidayWords(name string) []string {
	var words []string
	runes := []rune(name)
	for i := 0; i < len(runes); {
		if runes[i] == ' ' {
			i++
			continue
		}
		end := wordEnd(runes, i)
		words = append(words, string(runes[i:end]))
		i = end
	}
	return words
}

// readHoliday reads the longest holiday name that begins at word i.
func readHoliday(words []word, i int) (value float64, taken int) {
	if !words[i].isCapital() {
		return 0, 0
	}
	for _, name := range holidayNames[words[i].lower] {
		if len(name.words) > taken && name.matches(words, i) {
			value, taken = float64(name.index), len(name.words)
		}
	}
	return value, taken
}

func (n holidayName) matches(words []word, i int) bool {
	for k, text := range n.words {
		if textAt(words, i+k) != text {
			return false
		}
	}
	return true
}

// each returns the holiday as a yearly recurrence.
func (h holiday) each() yearly {
	return yearly{day, func(y int) (period, bool) {
		// The rules assume the Gregorian calendar, which dates from 1582.
		return period{day, h.day(y)}, y > 1582
	}}
}

// holidayRules read "Christmas", "last Easter", "Good Friday 2024".
var holidayRules = []rule{
	{"HOLIDAY", readHolidayDate},
	{"which:last|past|previous|this|next|coming HOLIDAY", readHolidayDate},
	{"HOLIDAY [,|of] YEAR", func(m match) meaning {
		return recurring{recurrence: m.holiday().each()}.inYear(m.int("YEAR"))
	}},
}

// isNamedAfterPerson reports whether the day is named after a person: "Martin Luther
// King Day".
func (m match) isNamedAfterPerson() bool {
	return m.end-m.start > 2 && m.words[m.end-1].lower == "day" && m.words[m.start].nameLabel == "PERSON"
}

func (m match) holiday() holiday { return holidays[m.int("HOLIDAY")] }

func readHolidayDate(m match) meaning {
	w := bare
	if m.has("which") {
		w = whichWords[m.text("which")]
	}
	if m.isOtherName() && !m.isNamedAfterPerson() {
		return nil
	}
	return recurring{recurrence: m.holiday().each(), which: w}
}
