package graph

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"0001-01-01", "2024-02-29", "2026-02-10", "9999-12-31"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2026", "2026-02", "2026-2-10", "20260210", "2026-02-10T00:00", "2026-02-10 ", " 2026-02-10",
		"2026-02-29", "2026-00-10", "2026-13-10", "2026-02-00", "2026-04-31", "0000-01-01", "-001-01-01",
		"+026-02-10", "2026-+2-10", "2026/02/10", "２０26-2-1", "2026-0\xff-10", "10.02.2026",
	} {
		if d, err := ParseDate(s); !errors.Is(err, ErrInvalid) || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v, want ErrInvalid", s, d, err)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	day := func(s string) Date {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, row := range []struct {
		name string
		got  Date
		want string
	}{
		{"April has 30 days", NewDate(2026, time.April, 31), "2026-05-01"},
		{"months normalise too", NewDate(2025, 14, 10), "2026-02-10"},
		{"a day later in a leap year", day("2024-02-28").AddDays(1), "2024-02-29"},
		{"a day earlier over New Year", day("2026-01-01").AddDays(-1), "2025-12-31"},
		{"31 January and a month", day("2026-01-31").AddMonths(1), "2026-02-28"},
		{"31 January and a month, leap year", day("2024-01-31").AddMonths(1), "2024-02-29"},
		{"31 March less a month", day("2026-03-31").AddMonths(-1), "2026-02-28"},
		{"29 February and a year", day("2024-02-29").AddMonths(12), "2025-02-28"},
		{"back over New Year", day("2026-02-10").AddMonths(-3), "2025-11-10"},
		{"unknown and a day", Date{}.AddDays(1), ""},
		{"unknown and a month", Date{}.AddMonths(1), ""},
	} {
		if row.got.String() != row.want {
			t.Errorf("%s: %v, want %s", row.name, row.got, row.want)
		}
	}
	if got := day("2026-02-10").Weekday(); got != time.Tuesday {
		t.Errorf("10 February 2026 is a %v", got)
	}
	if got := day("2024-03-01").DaysSince(day("2024-02-01")); got != 29 {
		t.Errorf("February 2024 has %d days", got)
	}
	if got := day("2026-02-10").DaysSince(Date{}); got != 0 {
		t.Errorf("%d days since an unknown day", got)
	}
}

func TestDateOfIsTheDayInTheInstantsZone(t *testing.T) {
	kyiv := time.FixedZone("UTC+2", 2*60*60)
	instant := time.Date(2026, time.February, 10, 0, 30, 0, 0, kyiv)
	if got := DateOf(instant); got != (Date{2026, time.February, 10}) {
		t.Errorf("in its zone: %v", got)
	}
	if got := DateOf(instant.UTC()); got != (Date{2026, time.February, 9}) {
		t.Errorf("in UTC: %v", got)
	}
	if got := DateOf(time.Time{}); !got.IsZero() {
		t.Errorf("of no instant: %v", got)
	}
}

func TestDateAsJSON(t *testing.T) {
	type document struct {
		Known   Date  `json:"known"`
		Unknown Date  `json:"unknown"`
		Pointer *Date `json:"pointer"`
	}
	d := document{Known: Date{2026, time.February, 10}}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"known":"2026-02-10","unknown":null,"pointer":null}`; string(data) != want {
		t.Errorf("got %s, want %s", data, want)
	}
	read := document{Unknown: MaxDate}
	if err := json.Unmarshal(data, &read); err != nil || read != d {
		t.Errorf("read back %+v, %v", read, err)
	}
	for _, bad := range []string{`7`, `"7"`, `{}`, `"2026-02-30"`, `true`} {
		if err := new(Date).UnmarshalJSON([]byte(bad)); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", bad, err)
		}
	}
}

func TestDateThatCannotBeReadIsNotWritten(t *testing.T) {
	for _, d := range []Date{{10000, 1, 1}, {0, 1, 1}, {2026, 2, 30}, {2026, 13, 1}, {2026, 0, 0}} {
		if text, err := d.MarshalText(); !errors.Is(err, ErrInvalid) {
			t.Errorf("%+v: %q, %v, want ErrInvalid", d, text, err)
		}
	}
}

// anyDate draws days from MinDate to MaxDate, those of our time more often.
var anyDate = rapid.Custom(func(t *rapid.T) Date {
	all := MaxDate.DaysSince(MinDate)
	if rapid.Bool().Draw(t, "of our time") {
		return Date{2020, time.January, 1}.AddDays(rapid.IntRange(0, 4000).Draw(t, "days"))
	}
	return MinDate.AddDays(rapid.IntRange(0, all).Draw(t, "days"))
})

func TestDatePromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate.Draw(t, "a"), anyDate.Draw(t, "b")
		if read, err := ParseDate(a.String()); err != nil || read != a {
			t.Fatalf("%v reads as %v, %v", a, read, err)
		}
		if got := a.AddDays(b.DaysSince(a)); got != b {
			t.Fatalf("%v and the days to %v give %v", a, b, got)
		}
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) || a.Before(b) != b.After(a) {
			t.Fatalf("the order of %v and %v contradicts itself", a, b)
		}
		if a.Before(b) != a.Time().Before(b.Time()) {
			t.Fatalf("%v and %v are in another order as times", a, b)
		}
		n := rapid.IntRange(-5000, 5000).Draw(t, "months")
		later := a.AddMonths(n)
		if got := (later.Year-a.Year)*12 + int(later.Month) - int(a.Month); got != n || later.Day > a.Day || !later.exists() {
			t.Fatalf("%v and %d months give %v", a, n, later)
		}
	})
}
