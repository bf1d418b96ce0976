package graph

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// longestEDTF is the length of an interval of two years of 18 digits, both qualified.
// Anything longer is refused without being parsed.
const longestEDTF = 2*len("Y-123456789012345678~") + len("/")

// longestYear is the largest number of digits that a year may have: 18 always fit an int64.
const longestYear = 18

func parseEDTF(s string) (EDTF, error) {
	if len(s) > longestEDTF {
		return EDTF{}, errors.New("too long")
	}
	if strings.ContainsAny(s, "T:") {
		return EDTF{}, errors.New("times of day are not supported")
	}
	from, to, isInterval := strings.Cut(s, "/")
	if isInterval {
		return parseInterval(s, from, to)
	}
	return parsePoint(s)
}

func parseInterval(s, from, to string) (EDTF, error) {
	start, err := parseEnd(from)
	if err != nil {
		return EDTF{}, fmt.Errorf("start: %w", err)
	}
	end, err := parseEnd(to)
	if err != nil {
		return EDTF{}, fmt.Errorf("end: %w", err)
	}
	if start.first == openStart && end.last == openEnd {
		return EDTF{}, errors.New("an interval needs at least one date")
	}
	if start.first.After(end.last) {
		return EDTF{}, errors.New("start is after end")
	}
	e := EDTF{s, start.first, end.last, PrecisionInterval}
	if start.precision == PrecisionDay && end.precision == PrecisionDay &&
		e.first.Weekday() == time.Monday && e.first.AddDays(6) == e.last {
		e.precision = PrecisionWeek
	}
	return e, nil
}

// parseEnd parses one end of an interval. An open or unknown end spans openStart to
// openEnd.
func parseEnd(s string) (EDTF, error) {
	if s == "" || s == ".." {
		return EDTF{s, openStart, openEnd, PrecisionInterval}, nil
	}
	end, err := parsePoint(s)
	if err != nil {
		return EDTF{}, err
	}
	if end.precision == PrecisionSeason || strings.Contains(s, "X") {
		return EDTF{}, errors.New("want a year, month or day")
	}
	return end, nil
}

var errForm = errors.New("not a date or interval of EDTF level 0 or 1")

// parsePoint parses an EDTF that is not an interval.
func parsePoint(s string) (EDTF, error) {
	base, _ := cutQualifier(s)
	if year, isLong := strings.CutPrefix(base, "Y"); isLong {
		return parseLongYear(s, year)
	}
	unsigned, negative := strings.CutPrefix(base, "-")
	parts := strings.Split(unsigned, "-")
	if len(parts[0]) != 4 || len(parts) > 3 {
		return EDTF{}, errForm
	}
	if len(parts) == 1 && strings.HasSuffix(base, "X") {
		return parseUnspecifiedYear(s, base)
	}
	year, ok := digits(parts[0])
	if !ok {
		return EDTF{}, errForm
	}
	if negative {
		if year == 0 {
			return EDTF{}, errors.New("the year 0 has no sign")
		}
		year = -year
	}
	switch len(parts) {
	case 1:
		return wholeYear(s, year), nil
	case 2:
		return parseMonth(s, year, parts[1])
	}
	return parseDay(s, year, parts[1], parts[2])
}

// parseLongYear parses what follows Y, which only years of more than four digits may have.
func parseLongYear(s, year string) (EDTF, error) {
	unsigned, negative := strings.CutPrefix(year, "-")
	number, ok := digits(unsigned)
	if !ok || len(unsigned) < 5 || len(unsigned) > longestYear || unsigned[0] == '0' {
		return EDTF{}, fmt.Errorf("a year after Y has 5 to %d digits", longestYear)
	}
	if negative {
		number = -number
	}
	return wholeYear(s, number), nil
}

// parseUnspecifiedYear parses a decade or a century.
func parseUnspecifiedYear(s, base string) (EDTF, error) {
	width := 10
	known := base[:3]
	if known[2] == 'X' {
		width, known = 100, base[:2]
	}
	number, ok := digits(known)
	if !ok || len(base) != 4 {
		return EDTF{}, errForm
	}
	first := number * width
	return EDTF{s, Date{first, time.January, 1}, Date{first + width - 1, time.December, 31}, PrecisionInterval}, nil
}

func wholeYear(s string, year int) EDTF {
	return EDTF{s, Date{year, time.January, 1}, Date{year, time.December, 31}, PrecisionYear}
}

// parseMonth parses what follows the year of YYYY-MM: a month, a season or XX.
func parseMonth(s string, year int, month string) (EDTF, error) {
	if month == "XX" {
		return wholeYear(s, year), nil
	}
	number, ok := digits(month)
	if !ok || len(month) != 2 {
		return EDTF{}, errForm
	}
	if number >= int(Spring) && number <= int(Winter) {
		return wholeSeason(s, year, Season(number)), nil
	}
	if number < 1 || number > 12 {
		return EDTF{}, fmt.Errorf("no month or season %s", month)
	}
	return wholeMonth(s, year, time.Month(number)), nil
}

func wholeMonth(s string, year int, month time.Month) EDTF {
	return EDTF{s, Date{year, month, 1}, Date{year, month, daysIn(year, month)}, PrecisionMonth}
}

// wholeSeason ends the winter of 9999 with the year, since days of the next year cannot
// be written.
func wholeSeason(s string, year int, season Season) EDTF {
	first := Date{year, time.March + 3*time.Month(season-Spring), 1}
	last := first.AddMonths(3).AddDays(-1)
	if year == MaxDate.Year && last.Year > year {
		last = MaxDate
	}
	return EDTF{s, first, last, PrecisionSeason}
}

// parseDay parses what follows the year of YYYY-MM-DD: MM-DD, MM-XX or XX-XX.
func parseDay(s string, year int, month, day string) (EDTF, error) {
	if month == "XX" && day == "XX" {
		return wholeYear(s, year), nil
	}
	monthNumber, ok := digits(month)
	if !ok || len(month) != 2 || len(day) != 2 {
		return EDTF{}, errForm
	}
	if monthNumber < 1 || monthNumber > 12 {
		return EDTF{}, fmt.Errorf("no month %s", month)
	}
	if day == "XX" {
		return wholeMonth(s, year, time.Month(monthNumber)), nil
	}
	dayNumber, ok := digits(day)
	if !ok {
		return EDTF{}, errForm
	}
	d := Date{year, time.Month(monthNumber), dayNumber}
	if !d.exists() {
		return EDTF{}, errors.New("no such day")
	}
	return EDTF{s, d, d, PrecisionDay}, nil
}

// cutQualifier separates a date from its ?, ~ or %.
func cutQualifier(s string) (base, qualifier string) {
	if s == "" || !strings.Contains("?~%", s[len(s)-1:]) {
		return s, ""
	}
	return s[:len(s)-1], s[len(s)-1:]
}

// bothQualifiers combines two qualifiers: ? and ~ make %.
func bothQualifiers(a, b string) string {
	switch {
	case a == b || b == "":
		return a
	case a == "":
		return b
	}
	return "%"
}
