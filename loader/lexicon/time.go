package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

type timeWord struct {
	word  string
	kind  string
	value string
}

var timeWords = &table[timeWord]{
	name: "time_words.tsv",
	columns: func(w *timeWord) []column {
		return []column{text("word", &w.word), one("kind", &w.kind), text("value", &w.value)}
	},
	overlap: func(a, b *timeWord) string {
		if a.kind != b.kind {
			return ""
		}
		return "both are of kind " + a.kind
	},
	valid: (*timeWord).valid,
}

// unitsOfTime are the values of kind "unit".
var unitsOfTime = []string{
	"second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century", "millennium",
}

// dayparts are the values of kind "daypart" in TIMEX3.
var dayparts = regexp.MustCompile(`^T(MO|MI|AF|EV|NI|\d\d:\d\d)$`)

func (w *timeWord) valid() error {
	n, err := strconv.Atoi(w.value)
	isNumber := err == nil
	ok := map[string]bool{
		"month":   isNumber && n >= 1 && n <= 12,
		"season":  isNumber && n >= 1 && n <= 12,
		"weekday": isNumber && n >= 0 && n <= 6,
		"day":     isNumber,
		"unit":    slices.Contains(unitsOfTime, w.value),
		"daypart": dayparts.MatchString(w.value),
		"zone":    w.value == "",
		"stop":    w.value == "",
	}
	if !ok[w.kind] {
		return fmt.Errorf("a %s cannot have the value %q", w.kind, w.value)
	}
	return nil
}

// TimeWords returns the words of a kind, such as "month", in lower case, each with
// what read makes of its value.
func TimeWords[V any](kind string, read func(value string) V) map[string]V {
	return Map(func() map[string]V {
		found := map[string]V{}
		for _, w := range timeWords.all() {
			if w.kind == kind {
				found[w.word] = read(w.value)
			}
		}
		return found
	})
}

// Holiday is a named day of each year: a day of a month, the nth weekday of one, or
// Easter; and some days later.
type Holiday struct {
	Name    string
	Day     int // of the month; 0 for a weekday or Easter
	Month   time.Month
	Nth     int // which of the month's weekdays; -1 for the last
	Weekday time.Weekday
	Easter  bool
	Later   int // days
}

var (
	dayOfMonth = regexp.MustCompile(`^(\d{1,2}) (\w+)$`)
	nthWeekday = regexp.MustCompile(`^(first|second|third|fourth|last) (\w+) of (\w+)( [+-]\d+)?$`)
	easterDay  = regexp.MustCompile(`^Easter( [+-]\d+)?$`)
)

var holidays = &table[Holiday]{name: "holidays.tsv", columns: func(h *Holiday) []column {
	return []column{text("name", &h.Name), {name: "day", required: true, items: whole, set: h.readDay}}
}}

// Holidays returns the named days of each year, their names in lower case.
func Holidays() []Holiday { return holidays.all() }

// readDay reads "25 December", "third Monday of January" and "Easter -2".
func (h *Holiday) readDay(items []string) error {
	day := first(items)
	if at := dayOfMonth.FindStringSubmatch(day); at != nil {
		h.Day, _ = strconv.Atoi(at[1])
		h.Month = monthOf(at[2])
		if date := time.Date(2000, h.Month, h.Day, 0, 0, 0, 0, time.UTC); h.Month == 0 || date.Month() != h.Month || h.Day == 0 {
			return fmt.Errorf("there is no day %q", day)
		}
		return nil
	}
	if at := nthWeekday.FindStringSubmatch(day); at != nil {
		h.Nth = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}[at[1]]
		h.Month, h.Later = monthOf(at[3]), daysLater(at[4])
		weekday := slices.IndexFunc(weekdays, func(w time.Weekday) bool { return w.String() == at[2] })
		if h.Month == 0 || weekday < 0 {
			return fmt.Errorf("there is no day %q", day)
		}
		h.Weekday = weekdays[weekday]
		return nil
	}
	at := easterDay.FindStringSubmatch(day)
	if at == nil {
		return fmt.Errorf("%q is neither a day, a weekday of a month nor Easter", day)
	}
	h.Easter, h.Later = true, daysLater(at[1])
	return nil
}

var weekdays = []time.Weekday{time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday}

// monthOf returns the month of a name, 0 for none.
func monthOf(name string) time.Month {
	for month := time.January; month <= time.December; month++ {
		if month.String() == name {
			return month
		}
	}
	return 0
}

// daysLater reads " +1"; 0 for "".
func daysLater(text string) int {
	n, _ := strconv.Atoi(strings.TrimSpace(text))
	return n
}

type numberWord struct {
	word  string
	kind  string
	value int
	users []string
}

var numberWords = &table[numberWord]{name: "number_words.tsv", columns: func(w *numberWord) []column {
	return []column{text("word", &w.word), one("kind", &w.kind), number("value", &w.value), some("users", &w.users)}
}}

// Numbers returns the number words of some kinds that a step uses.
func Numbers(user string, kinds ...string) map[string]int {
	return Map(func() map[string]int {
		found := map[string]int{}
		for _, w := range numberWords.all() {
			if slices.Contains(w.users, user) && slices.Contains(kinds, w.kind) {
				found[w.word] = w.value
			}
		}
		return found
	})
}
