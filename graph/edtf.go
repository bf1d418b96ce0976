package graph

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// EDTF is a date or an interval as exact as its source, in the Extended Date/Time Format:
// levels 0 and 1 of ISO 8601-2:2019, without times of day. The zero EDTF is no time at
// all. EDTFs can be compared with ==, which compares their text.
//
//	2026-02-10  2025-07  2022  -0044  Y170000002   a day, a month, years
//	2025-21                                         a season, see Season
//	201X  20XX  2004-XX  1985-04-XX  1985-XX-XX     unspecified digits
//	2022-09?  2022-09~  2022-09%                    uncertain, approximate, both
//	2026-02-02/2026-02-08  1964/2008~               intervals, ends included
//	../2025-12-21  2025-12-21/..                    open start, open end
//	/2025-12-21  2025-12-21/                        unknown start, unknown end
//
// The ends of an interval are years, months and days: unspecified digits there belong to
// level 2, and seasons there to no level.
type EDTF struct {
	text string
	// first and last may lie outside MinDate and MaxDate, so that -0044 and -0043 stay
	// different; open ends lie beyond every year.
	first, last Date
	precision   Precision
}

// Precision is how exact a time is.
type Precision string

// WEEK is an interval of seven days from a Monday to a Sunday. A date with unspecified
// digits is as exact as the digits that are left: 1985-04-XX is a MONTH, 1985-XX a YEAR.
// Other intervals, decades and centuries are INTERVAL.
const (
	PrecisionDay      Precision = "DAY"
	PrecisionWeek     Precision = "WEEK"
	PrecisionMonth    Precision = "MONTH"
	PrecisionSeason   Precision = "SEASON"
	PrecisionYear     Precision = "YEAR"
	PrecisionInterval Precision = "INTERVAL"
)

var precisions = []Precision{PrecisionDay, PrecisionWeek, PrecisionMonth, PrecisionSeason, PrecisionYear, PrecisionInterval}

// Precisions lists every precision, in the schema's order.
func Precisions() []Precision { return slices.Clone(precisions) }

// Season is one of the four seasons of EDTF level 1. They are the meteorological seasons of
// the northern hemisphere: spring is March to May, summer June to August, autumn September
// to November, and the winter of a year is its December and the next January and February.
type Season int

// The seasons by their codes in ISO 8601-2.
const (
	Spring Season = 21
	Summer Season = 22
	Autumn Season = 23
	Winter Season = 24
)

var (
	openStart = Date{math.MinInt, time.January, 1}
	openEnd   = Date{math.MaxInt, time.December, 31}
)

// ParseEDTF parses an EDTF. String returns exactly what it accepted. Its errors wrap
// ErrInvalid and say what is wrong.
func ParseEDTF(s string) (EDTF, error) {
	e, err := parseEDTF(s)
	if err != nil {
		return EDTF{}, fmt.Errorf("%w: EDTF %.60q: %w", ErrInvalid, s, err)
	}
	return e, nil
}

// MustEDTF is ParseEDTF for constants: it panics if s is not an EDTF.
func MustEDTF(s string) EDTF {
	e, err := ParseEDTF(s)
	if err != nil {
		panic(err)
	}
	return e
}

// String returns the EDTF as it was written, and "" for the zero EDTF.
func (e EDTF) String() string { return e.text }

// IsZero reports whether e is no time at all.
func (e EDTF) IsZero() bool { return e.text == "" }

// Earliest returns the first day that e can mean: MinDate if its start is open, unknown or
// before MinDate. For the zero EDTF it is the zero Date.
func (e EDTF) Earliest() Date { return clamp(e.first) }

// Latest returns the last day that e can mean: MaxDate if its end is open, unknown or after
// MaxDate. For the zero EDTF it is the zero Date.
func (e EDTF) Latest() Date { return clamp(e.last) }

// clamp returns the nearest day from MinDate to MaxDate.
func clamp(d Date) Date {
	switch {
	case d.IsZero():
		return d
	case d.Before(MinDate):
		return MinDate
	case d.After(MaxDate):
		return MaxDate
	}
	return d
}

// Precision returns how exact e is; it is empty for the zero EDTF.
func (e EDTF) Precision() Precision { return e.precision }

// Approximate reports whether e, or an end of it, has ~ or %: about then.
func (e EDTF) Approximate() bool { return strings.ContainsAny(e.text, "~%") }

// Uncertain reports whether e, or an end of it, has ? or %: perhaps then.
func (e EDTF) Uncertain() bool { return strings.ContainsAny(e.text, "?%") }

// Days returns the number of days from Earliest to Latest, both included; 0 for the zero
// EDTF.
func (e EDTF) Days() int {
	if e.IsZero() {
		return 0
	}
	return e.Latest().DaysSince(e.Earliest()) + 1
}

// Overlaps reports whether e and f share at least one day. The zero EDTF has no days.
func (e EDTF) Overlaps(f EDTF) bool {
	return !e.IsZero() && !f.IsZero() && !e.first.After(f.last) && !f.first.After(e.last)
}

// Contains reports whether every day of f is a day of e. The zero EDTF contains nothing and
// nothing contains it.
func (e EDTF) Contains(f EDTF) bool {
	return !e.IsZero() && !f.IsZero() && !f.first.Before(e.first) && !f.last.After(e.last)
}

// Intersect returns the days that e and f share, and false if there are none. If one
// contains the other, it is the narrower one as it was written, else an interval of days.
// The order of the two makes no difference.
func (e EDTF) Intersect(f EDTF) (EDTF, bool) {
	switch {
	case !e.Overlaps(f):
		return EDTF{}, false
	case e.first == f.first && e.last == f.last:
		return plainer(e, f), true
	case e.Contains(f):
		return f, true
	case f.Contains(e):
		return e, true
	}
	if e.first.Before(f.first) {
		e, f = f, e
	}
	// Now the intersection starts with e and ends with f, and neither of the two is open.
	_, startQualifier := cutQualifier(e.startText())
	_, endQualifier := cutQualifier(f.endText())
	return EDTFInterval(
		builtEDTF(EDTFDay(e.first).text+startQualifier),
		builtEDTF(EDTFDay(f.last).text+endQualifier)), true
}

// plainer returns one of two ways to write the same days: the one with fewer qualifiers,
// then the shorter, then the one that sorts first.
func plainer(e, f EDTF) EDTF {
	order := cmp.Or(
		cmp.Compare(e.qualifiers(), f.qualifiers()),
		cmp.Compare(len(e.text), len(f.text)),
		cmp.Compare(e.text, f.text),
	)
	if order <= 0 {
		return e
	}
	return f
}

// qualifiers counts the characters ?, ~ and %.
func (e EDTF) qualifiers() int {
	return strings.Count(e.text, "?") + strings.Count(e.text, "~") + strings.Count(e.text, "%")
}

// AsApproximate returns e with ~ added, to each end that is a date if e is an interval; a
// ? becomes %.
func (e EDTF) AsApproximate() EDTF {
	from, to, isInterval := strings.Cut(e.text, "/")
	if isInterval {
		return builtEDTF(approximate(from) + "/" + approximate(to))
	}
	return builtEDTF(approximate(e.text))
}

func approximate(text string) string {
	if text == "" || text == ".." {
		return text
	}
	base, qualifier := cutQualifier(text)
	return base + bothQualifiers(qualifier, "~")
}

// builtEDTF parses what this file wrote; the zero EDTF if EDTF cannot express it.
func builtEDTF(text string) EDTF {
	e, err := parseEDTF(text)
	if err != nil {
		return EDTF{}
	}
	return e
}

// EDTFDay returns a day, and the zero EDTF for the zero Date. EDTF has no days in years of
// more than four digits; for those it returns the year.
func EDTFDay(d Date) EDTF {
	switch {
	case d.IsZero():
		return EDTF{}
	case isLongYear(d.Year):
		return EDTFYear(d.Year)
	}
	return builtEDTF(NewDate(d.Year, d.Month, d.Day).String())
}

// EDTFMonth returns a month, normalized as NewDate does: month 13 is the next January. In
// years of more than four digits it returns the year.
func EDTFMonth(year int, m time.Month) EDTF {
	first := NewDate(year, m, 1)
	if isLongYear(first.Year) {
		return EDTFYear(first.Year)
	}
	return builtEDTF(monthText(first))
}

func monthText(d Date) string { return d.String()[:len(d.String())-len("-01")] }

// EDTFYear returns a year, and the zero EDTF for one of more than 18 digits.
func EDTFYear(year int) EDTF {
	if isLongYear(year) {
		return builtEDTF("Y" + strconv.Itoa(year))
	}
	return builtEDTF(fourDigits(year))
}

func isLongYear(year int) bool { return year < -9999 || year > 9999 }

// EDTFSeason returns a season, and the zero EDTF if s is not one of the four. In years of
// more than four digits it returns the year.
func EDTFSeason(year int, s Season) EDTF {
	switch {
	case s < Spring || s > Winter:
		return EDTF{}
	case isLongYear(year):
		return EDTFYear(year)
	}
	return builtEDTF(fourDigits(year) + "-" + strconv.Itoa(int(s)))
}

// EDTFDecade returns the decade that a year is in, 2020 to 2029 for 2026. Only decades of
// the years 0 to 9999 have a form of their own; others are intervals.
func EDTFDecade(year int) EDTF { return yearsAround(year, 10, "X") }

// EDTFCentury returns the hundred years with the same leading digits, 2000 to 2099 for
// 2026, as EDTF counts them. Only those of the years 0 to 9999 have a form of their own;
// others are intervals.
func EDTFCentury(year int) EDTF { return yearsAround(year, 100, "XX") }

func yearsAround(year, width int, unspecified string) EDTF {
	first := year - (year%width+width)%width
	if first < 0 || isLongYear(year) {
		return EDTFInterval(EDTFYear(first), EDTFYear(first+width-1))
	}
	return builtEDTF(fourDigits(year)[:4-len(unspecified)] + unspecified)
}

// EDTFWeek returns the week from Monday to Sunday that a day is in, and the zero EDTF for
// the zero Date.
func EDTFWeek(d Date) EDTF {
	if d.IsZero() {
		return EDTF{}
	}
	const weekdays = 7
	monday := d.AddDays(-(int(d.Weekday()-time.Monday) + weekdays) % weekdays)
	return EDTFInterval(EDTFDay(monday), EDTFDay(monday.AddDays(weekdays-1)))
}

// EDTFInterval returns the interval from the start of one time to the end of another. A
// zero from leaves the start open, a zero to the end. It returns the zero EDTF if both are
// zero, or if from starts after to ends. Seasons, decades and other unspecified digits are
// written as the months and years that bound them. If from and to are the same, that is
// the result.
func EDTFInterval(from, to EDTF) EDTF {
	if from == to {
		return from
	}
	start, startQualifier := cutQualifier(from.startText())
	end, endQualifier := cutQualifier(to.endText())
	if start == end {
		return builtEDTF(start + bothQualifiers(startQualifier, endQualifier))
	}
	return builtEDTF(start + startQualifier + "/" + end + endQualifier)
}

// startText returns e's start as an interval has it.
func (e EDTF) startText() string {
	start, _, isInterval := strings.Cut(e.text, "/")
	if isInterval {
		return start
	}
	return e.bound(e.first)
}

// endText returns e's end as an interval has it.
func (e EDTF) endText() string {
	_, end, isInterval := strings.Cut(e.text, "/")
	if isInterval {
		return end
	}
	return e.bound(e.last)
}

// bound returns e, which is not an interval, as an end of one; day is e's first or last.
func (e EDTF) bound(day Date) string {
	if e.IsZero() {
		return ".."
	}
	base, qualifier := cutQualifier(e.text)
	switch e.precision {
	case PrecisionSeason:
		return monthText(day) + qualifier
	case PrecisionInterval:
		return fourDigits(day.Year) + qualifier
	}
	return strings.ReplaceAll(base, "-XX", "") + qualifier
}

// MarshalText returns the text, and nothing for the zero EDTF.
func (e EDTF) MarshalText() ([]byte, error) { return []byte(e.text), nil }

// UnmarshalText parses what MarshalText returns. Its errors wrap ErrInvalid.
func (e *EDTF) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*e = EDTF{}
		return nil
	}
	read, err := ParseEDTF(string(text))
	if err != nil {
		return err
	}
	*e = read
	return nil
}

// MarshalJSON returns a string, and null for the zero EDTF.
func (e EDTF) MarshalJSON() ([]byte, error) { return textToJSON(e.text), nil }

// UnmarshalJSON parses what MarshalJSON returns. Its errors wrap ErrInvalid.
func (e *EDTF) UnmarshalJSON(data []byte) error {
	text, err := jsonToText(data)
	if err != nil {
		return fmt.Errorf("%w: EDTF %.60q: %w", ErrInvalid, data, err)
	}
	return e.UnmarshalText([]byte(text))
}
