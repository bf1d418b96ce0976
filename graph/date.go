package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day of the proleptic Gregorian calendar, without a zone.
// The zero Date means that the day is unknown; it sorts before MinDate. Dates
// compare with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// MinDate and MaxDate are the first and the last day that Dateline tells apart,
// and what an open start or end counts as.
var (
	MinDate = Date{1, time.January, 1}
	MaxDate = Date{9999, time.December, 31}
)

// NewDate returns the day, normalised as time.Date does it: 31 April is 1 May.
func NewDate(year int, month time.Month, day int) Date {
	return dateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day of an instant in the instant's own zone. The zero Time
// gives the zero Date.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	return dateOf(t)
}

func dateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// ParseDate reads YYYY-MM-DD and nothing else, from MinDate to MaxDate. Its
// errors wrap ErrInvalid.
func ParseDate(s string) (Date, error) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return Date{}, fmt.Errorf("%w: date %.40q: want YYYY-MM-DD", ErrInvalid, s)
	}
	year, okYear := digits(s[:4])
	month, okMonth := digits(s[5:7])
	day, okDay := digits(s[8:])
	if !okYear || !okMonth || !okDay {
		return Date{}, fmt.Errorf("%w: date %.40q: want YYYY-MM-DD", ErrInvalid, s)
	}
	d := Date{year, time.Month(month), day}
	if !d.exists() || d.Before(MinDate) {
		return Date{}, fmt.Errorf("%w: date %.40q: no such day", ErrInvalid, s)
	}
	return d, nil
}

// digits reads a run of ASCII digits; strconv.Atoi would take a sign as well.
func digits(s string) (int, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// exists is true for a day of the calendar, in any year.
func (d Date) exists() bool {
	return d.Month >= time.January && d.Month <= time.December &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// daysIn returns the length of a month: the day before the next month's first.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// IsZero is true where the day is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// String returns YYYY-MM-DD, and "" for the zero Date. A year before 0 has a
// minus sign.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	text := append(make([]byte, 0, len("YYYY-MM-DD")), fourDigits(d.Year)...)
	text = appendDigits(append(text, '-'), int(d.Month), 2)
	text = appendDigits(append(text, '-'), d.Day, 2)
	return string(text)
}

// appendDigits writes a number that is not negative, with at least so many digits.
func appendDigits(text []byte, number, least int) []byte {
	digits := strconv.Itoa(number)
	for range least - len(digits) {
		text = append(text, '0')
	}
	return append(text, digits...)
}

// fourDigits writes a year as ISO 8601 does, with at least four digits.
func fourDigits(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return string(appendDigits(make([]byte, 0, 4), year, 4))
}

// Compare returns -1 where d is before other, 0 where they are the same day, and
// 1 where d is after other.
func (d Date) Compare(other Date) int {
	return cmp.Or(
		cmp.Compare(d.Year, other.Year),
		cmp.Compare(d.Month, other.Month),
		cmp.Compare(d.Day, other.Day),
	)
}

// Before is true where d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After is true where d is a later day than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// AddDays returns the day that is n days later, or earlier where n is negative.
// An unknown day stays unknown.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return NewDate(d.Year, d.Month, d.Day+n)
}

// AddMonths returns the same day n months later, or the last day of that month
// where it is shorter: 31 January and one month is 28 or 29 February. An unknown
// day stays unknown.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := NewDate(d.Year, d.Month+time.Month(n), 1)
	first.Day = min(d.Day, daysIn(first.Year, first.Month))
	return first
}

// Weekday returns the day of the week. That of an unknown day means nothing.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// DaysSince counts the days from other to d: 1 from a day to its morrow,
// negative where d is earlier, 0 where either is unknown.
func (d Date) DaysSince(other Date) int {
	if d.IsZero() || other.IsZero() {
		return 0
	}
	const secondsADay = 24 * 60 * 60
	return int((d.Time().Unix() - other.Time().Unix()) / secondsADay)
}

// Time returns the day's midnight in UTC, and the zero Time for an unknown day.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// MarshalText returns YYYY-MM-DD, and nothing for the zero Date. A day that
// ParseDate would not read is an error that wraps ErrInvalid.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	if !d.exists() || d.Before(MinDate) || d.After(MaxDate) {
		return nil, fmt.Errorf("%w: date %d-%d-%d: no day from %v to %v", ErrInvalid, d.Year, int(d.Month), d.Day, MinDate, MaxDate)
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	read, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = read
	return nil
}

// MarshalJSON returns a string, and null for the zero Date.
func (d Date) MarshalJSON() ([]byte, error) {
	text, err := d.MarshalText()
	if err != nil {
		return nil, err
	}
	return textToJSON(string(text)), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	text, err := jsonToText(data)
	if err != nil {
		return fmt.Errorf("%w: date %.40q: %w", ErrInvalid, data, err)
	}
	return d.UnmarshalText([]byte(text))
}

// textToJSON quotes a text of digits and ASCII signs; nothing becomes null.
func textToJSON(text string) []byte {
	if text == "" {
		return []byte("null")
	}
	return strconv.AppendQuote(make([]byte, 0, len(text)+len(`""`)), text)
}

// jsonToText reads a JSON string; null becomes nothing.
func jsonToText(data []byte) (string, error) {
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return "", err
	}
	if text == nil {
		return "", nil
	}
	return *text, nil
}
