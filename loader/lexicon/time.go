package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
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
