package read

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

// Days of publication are between the first newspaper (Relation, Strasbourg 1605)
// and the end of this century; other numbers are not dates. Reading is a pure
// function of the source and has no clock, so days in the future are not ruled out.
const (
	firstYear = 1605
	lastYear  = 2099
)

const monthName = `jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|` +
	`oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?`

// dayForms are the ways to write a day with its year. The groups are named y, m and
// d; group a is a number that can be either a day or a month.
var dayForms = []*regexp.Regexp{
	// 2026-02-10, 2026/2/10, 2026.02.10, also followed by T and a time.
	regexp.MustCompile(`\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:\b|T)`),
	// 10 February 2026, 10th of Feb., 2026, 10-Feb-2026.
	regexp.MustCompile(`(?i)\b(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?(?P<m>` + monthName + `),?[\s\-]+(?P<y>\d{4})\b`),
	// February 10, 2026; Feb. 10th 2026; Feb/10/2026.
	regexp.MustCompile(`(?i)\b(?P<m>` + monthName + `)[\s/]+(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*[,/\s]\s*(?P<y>\d{4})\b`),
	// 10.02.2026: with dots, the day always comes first.
	regexp.MustCompile(`\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b`),
	// 10/02/2026 or 02/10/2026: unambiguous only if one number cannot be a month.
	regexp.MustCompile(`\b(?P<a>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})\b`),
}

// dayIn returns the first day with a year in a text, and its bytes. A day that is
// ambiguous (02/10/2026) is found, but zero.
func dayIn(text string) (day graph.Date, from, to int, found bool) {
	from = len(text)
	for _, form := range dayForms {
		at := form.FindStringSubmatchIndex(text)
		if at == nil || at[0] >= from {
			continue
		}
		candidate, ok := dayOf(form, text, at)
		if !ok {
			continue
		}
		day, from, to, found = candidate, at[0], at[1], true
	}
	return day, from, to, found
}

func dayOf(form *regexp.Regexp, text string, at []int) (graph.Date, bool) {
	group := func(name string) string {
		i := form.SubexpIndex(name)
		if i < 0 || at[2*i] < 0 {
			return ""
		}
		return text[at[2*i]:at[2*i+1]]
	}
	year, month, day := number(group("y")), monthOf(group("m")), number(group("d"))
	if first := number(group("a")); first > 0 {
		switch {
		case first == month || first > 12:
			day = first
		case month > 12:
			day, month = month, first
		default:
			return graph.Date{}, isDay(year, month, first)
		}
	}
	if !isDay(year, month, day) {
		return graph.Date{}, false
	}
	return graph.NewDate(year, time.Month(month), day), true
}

// isDay reports whether this is a day of the calendar, in a year with newspapers.
func isDay(year, month, day int) bool {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 {
		return false
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() == day
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// monthOf reads a month's number, name or abbreviation.
func monthOf(text string) int {
	if n := number(text); n > 0 {
		return n
	}
	if len(text) < 3 {
		return 0
	}
	start := strings.ToLower(text[:3])
	for m := time.January; m <= time.December; m++ {
		if strings.ToLower(m.String()[:3]) == start {
			return int(m)
		}
	}
	return 0
}

// Seconds since 1970. Smaller numbers are not times, and larger ones milliseconds.
const (
	secondsFrom2001 = 978_307_200
	secondsTo2100   = 4_102_444_800
)

// givenDay reads a date from metadata: any written form, or seconds or milliseconds
// since 1970. A time of day and its zone do not change the day, which is the one
// that the source wrote.
func givenDay(text string) (graph.Date, bool) {
	text = strings.TrimSpace(text)
	if day, _, _, found := dayIn(text); found {
		return day, !day.IsZero()
	}
	if len(text) == 8 {
		if day, _, _, found := dayIn(text[:4] + "-" + text[4:6] + "-" + text[6:]); found {
			return day, true
		}
	}
	stamp, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return graph.Date{}, false
	}
	if stamp >= secondsFrom2001*1000 {
		stamp /= 1000
	}
	if !(stamp >= secondsFrom2001 && stamp < secondsTo2100) {
		return graph.Date{}, false
	}
	return graph.DateOf(time.Unix(int64(stamp), 0).UTC()), true
}
