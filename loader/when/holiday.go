package when

import (
	"time"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// holiday is a named day of each year.
type holiday struct {
	name string
	day  func(year int) graph.Date
}

var holidays = lexicon.Value(func() []holiday {
	var found []holiday
	for _, h := range lexicon.Holidays() {
		found = append(found, holiday{h.Name, dayOf(h)})
	}
	return found
})

// dayOf returns the day of a holiday in a year.
func dayOf(h lexicon.Holiday) func(int) graph.Date {
	day := onWeekday(h.Month, h.Weekday, h.Nth)
	switch {
	case h.Easter:
		day = easter
	case h.Nth == 0:
		day = onDay(h.Month, h.Day)
	}
	return func(y int) graph.Date { return day(y).AddDays(h.Later) }
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

var holidayNames = lexicon.Map(indexHolidays)

// indexHolidays lists the names, split into words, by their first word.
func indexHolidays() map[string][]holidayName {
	index := map[string][]holidayName{}
	for i, h := range holidays() {
		words := holidayWords(h.name)
		index[words[0]] = append(index[words[0]], holidayName{words, i})
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
	return yearly{length: day, in: func(y int) (period, bool) {
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
func (p phrase) isNamedAfterPerson() bool {
	return p.end-p.start > 2 && p.words[p.end-1].lower == "day" && p.words[p.start].nameLabel == "PERSON"
}

func (v values) holiday() holiday { return holidays()[v.int("HOLIDAY")] }

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
