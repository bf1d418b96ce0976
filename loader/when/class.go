package when

import (
	"strconv"
	"strings"
)

// class is a set of words that a pattern names, with a value for each member. It reads
// from word i and returns how many words it took, 0 if no member begins there.
type class func(words []word, i int) (value float64, taken int)

// classes are what patterns write in capitals.
var classes = map[string]class{
	"MONTH":    readMonth,
	"WEEKDAY":  readWeekday,
	"WEEKDAYS": readWeekdays, // Tuesdays
	"DAY":      readDay,      // 10, 10th
	"NTH":      readOrdinal,  // 10th, tenth
	"DIGITS":   readDigits,   // one or two digits
	"YEAR":     readYear,
	"DECADE":   readDecade,
	"COUNT":    readCardinal,
	"UNIT":     lookup(unitNames),
	"SEASON":   lookup(seasonNames), // the month that it begins with
	"DAYPART":  readDaypart,         // its name is its text
	"CLOCK":    readClock,           // 11:33, in minutes
	"ADVERB":   readDayAdverb,       // yesterday is -1
	"MERIDIEM": readMeridiem,        // a.m. is 0, p.m. is 12
	"HOLIDAY":  readHoliday,         // an index in holidays
	"ZONE":     readZone,
	"DOTTED":   readDotted, // 10.02.2026
}

func lookup[N ~int](table map[string]N) class {
	return func(words []word, i int) (float64, int) {
		n, ok := table[words[i].lower]
		if !ok {
			return 0, 0
		}
		return float64(n), 1
	}
}

// readMonth requires a capital, or a year after the word: "july 2025" is unambiguous.
func readMonth(words []word, i int) (float64, int) {
	n, ok := monthNames[strings.TrimSuffix(words[i].lower, ".")]
	if !ok || !words[i].isCapital() && !yearFollows(words, i) {
		return 0, 0
	}
	return float64(n), 1
}

func yearFollows(words []word, i int) bool {
	if i+1 >= len(words) {
		return false
	}
	_, taken := readYear(words, i+1)
	return taken > 0
}

func readWeekday(words []word, i int) (float64, int) {
	n, ok := weekdayNames[strings.TrimSuffix(words[i].lower, ".")]
	if !ok || !words[i].isCapital() {
		return 0, 0
	}
	return float64(n), 1
}

func readWeekdays(words []word, i int) (float64, int) {
	name, isPlural := strings.CutSuffix(words[i].lower, "s")
	n, ok := weekdayNames[name]
	if !ok || !isPlural || len(name) < len("monday") {
		return 0, 0
	}
	return float64(n), 1
}

// readDay reads the day of a month: "10", "10th".
func readDay(words []word, i int) (float64, int) {
	n, taken := readDigits(words, i)
	if taken == 0 && words[i].lower[0] >= '0' && words[i].lower[0] <= '9' {
		n, taken = readOrdinal(words, i)
	}
	if n < 1 || n > 31 {
		return 0, 0
	}
	return n, taken
}

func readDigits(words []word, i int) (float64, int) {
	text := words[i].lower
	n, err := strconv.Atoi(text)
	if err != nil || len(text) > 2 || n < 0 {
		return 0, 0
	}
	return float64(n), 1
}

func readDaypart(words []word, i int) (float64, int) {
	if _, ok := dayparts[words[i].lower]; !ok {
		return 0, 0
	}
	return 0, 1
}

// readClock reads "11:33" and "9.30" as minutes from midnight.
func readClock(words []word, i int) (float64, int) {
	text := words[i].lower
	at := strings.IndexAny(text, ":.")
	if at < 1 || at > 2 || len(text) < at+3 {
		return 0, 0
	}
	hours, errHours := strconv.Atoi(text[:at])
	minutes, errMinutes := strconv.Atoi(text[at+1 : at+3])
	seconds := text[at+3:]
	if seconds != "" && (text[at] == '.' || len(seconds) != 3 || seconds[0] != ':') {
		return 0, 0
	}
	if errHours != nil || errMinutes != nil || hours > 24 || minutes > 59 {
		return 0, 0
	}
	return float64(hours*60 + minutes), 1
}

func readDayAdverb(words []word, i int) (float64, int) { return lookup(dayAdverbs)(words, i) }

func readMeridiem(words []word, i int) (float64, int) {
	switch words[i].lower {
	case "am", "a.m.":
		return 0, 1
	case "pm", "p.m.":
		return 12, 1
	}
	return 0, 0
}

// readZone reads "GMT", "EST", "local time", "Moscow time".
func readZone(words []word, i int) (float64, int) {
	if zones[words[i].lower] && words[i].isCapital() {
		if textAt(words, i+1) == "time" {
			return 0, 2
		}
		return 0, 1
	}
	if textAt(words, i+1) == "time" && (words[i].lower == "local" || words[i].isCapital()) {
		return 0, 2
	}
	return 0, 0
}
