package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// Date is a day of the proleptic Gregorian calendar, without a time zone. The zero Date is
// an unknown day; it sorts before MinDate. Dates can be compared with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int // of the month, from 1
}

// MinDate and MaxDate are the first and the last day that Dateline distinguishes. An open
// start counts as MinDate, an open end as MaxDate.
var (
	MinDate = Date{1, time.January, 1}
	MaxDate = Date{9999, time.December, 31}
)

// NewDate returns a day, normalized as time.Date does: 31 April is 1 May.
func NewDate(year int, month time.Month, day int) Date {
	return dateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day of an instant in the instant's own zone, and the zero Date for
// the zero Time.
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

// ParseDate parses YYYY-MM-DD and no other form, from MinDate to MaxDate. Its errors wrap
// ErrInvalid.
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

// digits parses ASCII digits; strconv.Atoi would accept a sign as well.
func digits(s string) (int, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// exists reports whether the calendar has the day, in any year.
func (d Date) exists() bool {
	return d.Month >= time.January && d.Month <= time.December &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// daysIn returns the length of a month: the number of the day before the next month's first.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// IsZero reports whether the day is unknown.
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

// appendDigits appends a number that is not negative, with at least this many digits.
func appendDigits(text []byte, number, least int) []byte {
	digits := strconv.Itoa(number)
	for range least - len(digits) {
		text = append(text, '0')
	}
	return append(text, digits...)
}

// fourDigits formats a year as ISO 8601 does, with at least four digits.
func fourDigits(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return string(appendDigits(make([]byte, 0, 4), year, 4))
}

// Compare returns -1 if d is before other, 0 if they are the same day, and 1 if d is after
// other.
func (d Date) Compare(other Date) int {
	return cmp.Or(
		cmp.Compare(d.Year, other.Year),
		cmp.Compare(d.Month, other.Month),
		cmp.Compare(d.Day, other.Day),
	)
}

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports whether d is a later day than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// AddDays returns the day n days later, or earlier if n is negative. An unknown day stays
// unknown.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return NewDate(d.Year, d.Month, d.Day+n)
}

// AddMonths returns the same day n months later, or the last day of that month if it is
// shorter: 31 January and one month is 28 or 29 February. An unknown day stays unknown.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := NewDate(d.Year, d.Month+time.Month(n), 1)
	first.Day = min(d.Day, daysIn(first.Year, first.Month))
	return first
}

// Weekday returns the day of the week; it is meaningless for an unknown day.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// DaysSince returns the number of days from other to d: 1 for consecutive days, negative
// if d is earlier, 0 if either is unknown.
func (d Date) DaysSince(other Date) int {
	if d.IsZero() || other.IsZero() {
		return 0
	}
	const secondsADay = 24 * 60 * 60
	return int((d.Time().Unix() - other.Time().Unix()) / secondsADay)
}

// Time returns midnight of the day in UTC, and the zero Time for an unknown day.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// MarshalText returns YYYY-MM-DD, and nothing for the zero Date. Its error, for a day that
// ParseDate would refuse, wraps ErrInvalid.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	if !d.exists() || d.Before(MinDate) || d.After(MaxDate) {
		return nil, fmt.Errorf("%w: date %d-%d-%d: want a day from %v to %v", ErrInvalid, d.Year, int(d.Month), d.Day, MinDate, MaxDate)
	}
	return []byte(d.String()), nil
}

// UnmarshalText parses what MarshalText returns.
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

// UnmarshalJSON parses what MarshalJSON returns.
func (d *Date) UnmarshalJSON(data []byte) error {
	text, err := jsonToText(data)
	if err != nil {
		return fmt.Errorf("%w: date %.40q: %w", ErrInvalid, data, err)
	}
	return d.UnmarshalText([]byte(text))
}

// textToJSON quotes a string of digits and ASCII signs; an empty one becomes null.
func textToJSON(text string) []byte {
	if text == "" {
		return []byte("null")
	}
	return strconv.AppendQuote(make([]byte, 0, len(text)+len(`""`)), text)
}

// jsonToText parses a JSON string; null becomes an empty one.
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
