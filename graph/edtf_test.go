package graph

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseEDTF(t *testing.T) {
	for _, row := range []struct {
		text, earliest, latest string
		precision              Precision
	}{
		{"2004-06-11", "2004-06-11", "2004-06-11", PrecisionDay},
		{"2004-06", "2004-06-01", "2004-06-30", PrecisionMonth},
		{"2024-02", "2024-02-01", "2024-02-29", PrecisionMonth},
		{"1900-02", "1900-02-01", "1900-02-28", PrecisionMonth},
		{"2004", "2004-01-01", "2004-12-31", PrecisionYear},
		{"0000", "0001-01-01", "0001-01-01", PrecisionYear},
		{"-0044", "0001-01-01", "0001-01-01", PrecisionYear},
		{"-0044-03-15", "0001-01-01", "0001-01-01", PrecisionDay},
		{"Y170000002", "9999-12-31", "9999-12-31", PrecisionYear},
		{"Y-170000002", "0001-01-01", "0001-01-01", PrecisionYear},

		{"2001-21", "2001-03-01", "2001-05-31", PrecisionSeason},
		{"2001-22", "2001-06-01", "2001-08-31", PrecisionSeason},
		{"2001-23", "2001-09-01", "2001-11-30", PrecisionSeason},
		{"2001-24", "2001-12-01", "2002-02-28", PrecisionSeason},
		{"2003-24~", "2003-12-01", "2004-02-29", PrecisionSeason},
		{"9999-24", "9999-12-01", "9999-12-31", PrecisionSeason},

		{"1984?", "1984-01-01", "1984-12-31", PrecisionYear},
		{"2004-06~", "2004-06-01", "2004-06-30", PrecisionMonth},
		{"2004-06-11%", "2004-06-11", "2004-06-11", PrecisionDay},

		{"201X", "2010-01-01", "2019-12-31", PrecisionInterval},
		{"000X", "0001-01-01", "0009-12-31", PrecisionInterval},
		{"20XX", "2000-01-01", "2099-12-31", PrecisionInterval},
		{"201X?", "2010-01-01", "2019-12-31", PrecisionInterval},
		{"2004-XX", "2004-01-01", "2004-12-31", PrecisionYear},
		{"1985-04-XX", "1985-04-01", "1985-04-30", PrecisionMonth},
		{"1985-XX-XX", "1985-01-01", "1985-12-31", PrecisionYear},

		{"1964/2008", "1964-01-01", "2008-12-31", PrecisionInterval},
		{"2004-06/2006-08", "2004-06-01", "2006-08-31", PrecisionInterval},
		{"2004-02-01/2004-02-08", "2004-02-01", "2004-02-08", PrecisionInterval},
		{"2004-02-01/2005-02", "2004-02-01", "2005-02-28", PrecisionInterval},
		{"2004-02-01/2005", "2004-02-01", "2005-12-31", PrecisionInterval},
		{"2005/2006-02", "2005-01-01", "2006-02-28", PrecisionInterval},
		{"2005-06/2005", "2005-06-01", "2005-12-31", PrecisionInterval},
		{"1984?/2004%", "1984-01-01", "2004-12-31", PrecisionInterval},
		{"-0050/-0044", "0001-01-01", "0001-01-01", PrecisionInterval},
		{"2004/Y12000", "2004-01-01", "9999-12-31", PrecisionInterval},
		{"2026-02-02/2026-02-08", "2026-02-02", "2026-02-08", PrecisionWeek},
		{"2026-02-02~/2026-02-08~", "2026-02-02", "2026-02-08", PrecisionWeek},
		{"2026-02-03/2026-02-09", "2026-02-03", "2026-02-09", PrecisionInterval},
		{"2026-02-02/2026-02-15", "2026-02-02", "2026-02-15", PrecisionInterval},

		{"../1985-04-12", "0001-01-01", "1985-04-12", PrecisionInterval},
		{"1985-04-12/..", "1985-04-12", "9999-12-31", PrecisionInterval},
		{"/1985-04", "0001-01-01", "1985-04-30", PrecisionInterval},
		{"1985-04/", "1985-04-01", "9999-12-31", PrecisionInterval},
		{"../1985~", "0001-01-01", "1985-12-31", PrecisionInterval},
	} {
		e, err := ParseEDTF(row.text)
		if err != nil {
			t.Errorf("ParseEDTF(%q): %v", row.text, err)
			continue
		}
		if e.String() != row.text || e.Earliest().String() != row.earliest || e.Latest().String() != row.latest || e.Precision() != row.precision {
			t.Errorf("%s: %v, from %v to %v, %s; want from %s to %s, %s", row.text, e, e.Earliest(), e.Latest(), e.Precision(), row.earliest, row.latest, row.precision)
		}
	}
}

func TestParseEDTFRefuses(t *testing.T) {
	for reason, texts := range map[string][]string{
		"no date":     {"", "..", "?", "~", "X", "-", "Y", "today", "2004 or so", "\xff\xfe", "２００４"},
		"no such day": {"2004-02-30", "2023-02-29", "2004-04-31", "2004-06-00", "2004-13", "2004-00", "2004-13-01", "2004-20", "2004-25"},
		"other forms": {"20040611", "2004-6", "2004-6-11", "04-06-11", "200", "20045", "2004-06-111", "2004-006", "2004-W07", "2004-042", "2004/06/11", "11.06.2004", "+2004", "2004-06-11-12", "2004-", "2004-06-", "--06"},
		"spaces":      {" 2004", "2004 ", "2004 / 2005", "2004\n", "2004- 6-11"},
		"times":       {"2004-06-11T10:00", "2004-06-11T10:00:00Z", "2004-06-11/2004-06-11T12", "10:00"},
		"years":       {"-0000", "-0000-01-01", "Y2004", "Y02004", "Y", "Y-", "Y--12345", "Y+12345", "Y12345-06", "Y1234567890123456789", "Y1E9", "y12345"},
		"level 2":     {"XXXX", "2XXX", "20XX-12", "2004-XX-11", "2004-1X", "2004-06-1X", "201X-06", "-201X", "2004?-06-11", "2004-06~-11", "~2004", "[2004,2005]", "{2004..2006}", "2004..", "1950S2", "Y-17E7", "2001-33", "2004-06-XX/2004-07-03", "201X/2020"},
		"qualifiers":  {"2004??", "2004?~", "2004~%", "..~/2004", "2004/..?", "2004!", "2004x", "201x"},
		"intervals":   {"/", "//", "../..", "../", "/..", "2004/2005/2006", "2004//2005", "2005/2004", "2004-06-12/2004-06-11", "2005-03/2005-02", "2001-21/2003", "2001/2003-22", "-0044/-0045", "Y20000/Y10000", "2004/2005-02-30", "2004/x"},
		"length":      {strings.Repeat("2", 1<<20), "2004/" + strings.Repeat("?", 100)},
	} {
		for _, text := range texts {
			e, err := ParseEDTF(text)
			if !errors.Is(err, ErrInvalid) || !e.IsZero() {
				t.Errorf("%s: ParseEDTF(%.40q) = %v, %v, want ErrInvalid", reason, text, e, err)
			}
			if err != nil && len(err.Error()) > 400 {
				t.Errorf("%s: the error on %.40q has %d bytes", reason, text, len(err.Error()))
			}
		}
	}
}

func TestMustEDTFPanicsOnAnError(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	MustEDTF("2004-02-30")
}

func TestEDTFQualification(t *testing.T) {
	for _, row := range []struct {
		text                   string
		approximate, uncertain bool
		asApproximate          string
	}{
		{"2022", false, false, "2022~"},
		{"2022~", true, false, "2022~"},
		{"2022?", false, true, "2022%"},
		{"2022%", true, true, "2022%"},
		{"2022-24", false, false, "2022-24~"},
		{"201X", false, false, "201X~"},
		{"1964/2008?", false, true, "1964~/2008%"},
		{"../2008", false, false, "../2008~"},
		{"2008~/", true, false, "2008~/"},
	} {
		e := MustEDTF(row.text)
		if e.Approximate() != row.approximate || e.Uncertain() != row.uncertain {
			t.Errorf("%v: approximate %t, uncertain %t", e, e.Approximate(), e.Uncertain())
		}
		if got := e.AsApproximate(); got.String() != row.asApproximate {
			t.Errorf("%v as approximate: %v, want %s", e, got, row.asApproximate)
		}
	}
	if got := (EDTF{}).AsApproximate(); !got.IsZero() {
		t.Errorf("none as approximate: %v", got)
	}
}

func TestEDTFConstructors(t *testing.T) {
	day := func(year int, month time.Month, day int) EDTF { return EDTFDay(Date{year, month, day}) }
	week := func(year int, month time.Month, day int) EDTF { return EDTFWeek(Date{year, month, day}) }
	for _, row := range []struct {
		got  EDTF
		want string
	}{
		{day(2026, 2, 10), "2026-02-10"},
		{day(2026, 2, 30), "2026-03-02"},
		{day(-44, 3, 15), "-0044-03-15"},
		{day(12000, 3, 15), "Y12000"},
		{EDTFDay(Date{}), ""},
		{EDTFMonth(2025, time.July), "2025-07"},
		{EDTFMonth(2025, 13), "2026-01"},
		{EDTFMonth(10000, time.July), "Y10000"},
		{EDTFYear(2022), "2022"},
		{EDTFYear(7), "0007"},
		{EDTFYear(0), "0000"},
		{EDTFYear(-44), "-0044"},
		{EDTFYear(-10000), "Y-10000"},
		{EDTFYear(math.MaxInt), ""},
		{EDTFYear(math.MinInt), ""},
		{EDTFSeason(2025, Autumn), "2025-23"},
		{EDTFSeason(2025, 25), ""},
		{EDTFDecade(2026), "202X"},
		{EDTFDecade(5), "000X"},
		{EDTFDecade(-44), "-0050/-0041"},
		{EDTFDecade(12345), "Y12340/Y12349"},
		{EDTFCentury(2026), "20XX"},
		{EDTFCentury(1900), "19XX"},
		{EDTFCentury(-1), "-0100/-0001"},
		{week(2026, 2, 10), "2026-02-09/2026-02-15"},
		{week(2026, 2, 9), "2026-02-09/2026-02-15"},
		{week(2026, 2, 15), "2026-02-09/2026-02-15"},
		{week(2026, 1, 1), "2025-12-29/2026-01-04"},
		{EDTFWeek(MinDate), "0001-01-01/0001-01-07"},
		{EDTFWeek(MaxDate), "9999-12-27/Y10000"},
		{EDTFWeek(Date{}), ""},
	} {
		if row.got.String() != row.want {
			t.Errorf("got %q, want %q", row.got, row.want)
		}
	}
}

func TestEDTFInterval(t *testing.T) {
	for _, row := range []struct{ from, to, want string }{
		{"2022-01", "2022-04", "2022-01/2022-04"},
		{"2022-01~", "2022-04?", "2022-01~/2022-04?"},
		{"", "2025-12-21", "../2025-12-21"},
		{"2025-12-21", "", "2025-12-21/.."},
		{"", "", ""},
		{"2022", "2022", "2022"},
		{"2022", "2022~", "2022~"},
		{"2022?", "2022~", "2022%"},
		{"202X", "202X", "202X"},
		{"2025-21", "2025-23~", "2025-03/2025-11~"},
		{"2024-24", "2024-24", "2024-24"},
		{"2022", "2024-24", "2022/2025-02"},
		{"199X", "20XX", "1990/2099"},
		{"2004-XX", "2005-04-XX?", "2004/2005-04?"},
		{"1964/1970~", "2001?/2008", "1964/2008"},
		{"../1970", "1980/..", ""},
		{"/1970", "1980", "/1980"},
		{"1970/..", "1980/", "1970/"},
		{"2023", "2022", ""},
		{"2022-12", "2022", "2022-12/2022"},
	} {
		var from, to EDTF
		if err := errors.Join(from.UnmarshalText([]byte(row.from)), to.UnmarshalText([]byte(row.to))); err != nil {
			t.Fatal(err)
		}
		if got := EDTFInterval(from, to); got.String() != row.want {
			t.Errorf("from %q to %q: %q, want %q", row.from, row.to, got, row.want)
		}
	}
}

func TestEDTFSets(t *testing.T) {
	for _, row := range []struct {
		e, f         string
		contains     bool
		intersection string
	}{
		{"2025", "2025-07", true, "2025-07"},
		{"2025-07", "2025", false, "2025-07"},
		{"2025-07", "2025-08", false, ""},
		{"2025-07~", "2025-07", true, "2025-07"},
		{"2025-07", "2025-07-01/2025-07-31", true, "2025-07"},
		{"2025-24", "2026-01", true, "2026-01"},
		{"2025-06/2025-09", "2025-08/2025-12~", false, "2025-08-01/2025-09-30"},
		{"2025-06/2025-09~", "2025-08?/2025-12", false, "2025-08-01?/2025-09-30~"},
		{"2025-06/2025-09-01", "2025-09", false, "2025-09-01"},
		{"2025-12", "2025-12-29/2026-01-04", false, "2025-12-29/2025-12-31"},
		{"../2025-12-21", "2025-12", false, "2025-12-01/2025-12-21"},
		{"../2025-12-21", "2025-12-01/..", false, "2025-12-01/2025-12-21"},
		{"../2025", "../2024", true, "../2024"},
		{"-0044", "-0043", false, ""},
		{"Y20000", "Y20001", false, ""},
		{"Y20000/Y20002", "Y20001/Y20005", false, "Y20001/Y20002"},
		{"9999-24", "../2025", false, ""},
	} {
		e, f := MustEDTF(row.e), MustEDTF(row.f)
		if got := e.Contains(f); got != row.contains {
			t.Errorf("%v contains %v: %t", e, f, got)
		}
		got, ok := e.Intersect(f)
		if got.String() != row.intersection || ok != (row.intersection != "") || ok != e.Overlaps(f) {
			t.Errorf("%v and %v: %v, %t, overlap %t, want %q", e, f, got, ok, e.Overlaps(f), row.intersection)
		}
	}
}

func TestEDTFNone(t *testing.T) {
	none, some := EDTF{}, MustEDTF("2022")
	if !none.IsZero() || some.IsZero() || none.Days() != 0 || none.Precision() != "" ||
		!none.Earliest().IsZero() || !none.Latest().IsZero() || none.String() != "" {
		t.Errorf("none is not empty: %+v", none)
	}
	if none.Overlaps(some) || some.Overlaps(none) || none.Overlaps(none) || none.Contains(none) || some.Contains(none) {
		t.Error("none shares days")
	}
	if got, ok := some.Intersect(none); ok || !got.IsZero() {
		t.Errorf("some and none: %v", got)
	}
}

func TestEDTFDays(t *testing.T) {
	for text, want := range map[string]int{
		"2026-02-10": 1, "2026-02": 28, "2024": 366, "2026-02-02/2026-02-08": 7, "2025-24": 90, "Y20000": 1,
	} {
		if got := MustEDTF(text).Days(); got != want {
			t.Errorf("%s has %d days, want %d", text, got, want)
		}
	}
}

func TestEDTFAsJSON(t *testing.T) {
	type document struct {
		Time EDTF `json:"time"`
		None EDTF `json:"none"`
	}
	d := document{Time: MustEDTF("../2025-12-21~")}
	data, err := json.Marshal(d)
	if want := `{"time":"../2025-12-21~","none":null}`; err != nil || string(data) != want {
		t.Errorf("got %s, %v, want %s", data, err, want)
	}
	read := document{None: MustEDTF("2022")}
	if err := json.Unmarshal(data, &read); err != nil || read != d {
		t.Errorf("read back %+v, %v", read, err)
	}
	var e EDTF
	for _, bad := range []string{`2025`, `"July"`, `[]`} {
		if err := e.UnmarshalJSON([]byte(bad)); !errors.Is(err, ErrInvalid) {
			t.Errorf("JSON %s: %v, want ErrInvalid", bad, err)
		}
	}
}

// anyPoint draws what may be an end of an interval.
var anyPoint = rapid.Custom(func(t *rapid.T) EDTF {
	d := anyDate.Draw(t, "date")
	e := rapid.SampledFrom([]EDTF{
		EDTFDay(d), EDTFMonth(d.Year, d.Month), EDTFYear(d.Year), EDTFYear(-d.Year), EDTFYear(d.Year + 10000),
	}).Draw(t, "end")
	return builtEDTF(e.String() + rapid.SampledFrom([]string{"", "", "?", "~", "%"}).Draw(t, "qualifier"))
})

// anyEDTF draws every form, none excepted.
var anyEDTF = rapid.Custom(func(t *rapid.T) EDTF {
	d := anyDate.Draw(t, "date")
	a, b := anyPoint.Draw(t, "a"), anyPoint.Draw(t, "b")
	if b.last.Before(a.first) {
		a, b = b, a
	}
	season := Season(rapid.IntRange(int(Spring), int(Winter)).Draw(t, "season"))
	e := rapid.SampledFrom([]string{
		a.String(), a.String() + "/" + b.String(), "../" + b.String(), a.String() + "/..", "/" + b.String(), a.String() + "/",
		EDTFSeason(d.Year, season).String(), EDTFDecade(d.Year).String(), EDTFCentury(d.Year).String(), EDTFWeek(d).String(),
		EDTFYear(d.Year).String() + "-XX", EDTFMonth(d.Year, d.Month).String() + "-XX", EDTFYear(d.Year).String() + "-XX-XX",
	}).Draw(t, "form")
	return MustEDTF(e)
})

func TestEDTFPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEDTF.Draw(t, "e")
		if read, err := ParseEDTF(e.String()); err != nil || read != e {
			t.Fatalf("%v reads as %v, %v", e, read, err)
		}
		if e.Earliest().After(e.Latest()) || e.Earliest().Before(MinDate) || e.Latest().After(MaxDate) || e.Days() < 1 {
			t.Fatalf("%v is from %v to %v, %d days", e, e.Earliest(), e.Latest(), e.Days())
		}
		about := e.AsApproximate()
		if !about.Approximate() || about.Uncertain() != e.Uncertain() || about.first != e.first || about.last != e.last || about.AsApproximate() != about {
			t.Fatalf("%v as approximate: %v", e, about)
		}
		if again := EDTFInterval(e, e); again != e {
			t.Fatalf("from and to %v: %v", e, again)
		}
	})
}

func TestEDTFSetPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, f := anyEDTF.Draw(t, "e"), anyEDTF.Draw(t, "f")
		if !e.Overlaps(e) || !e.Contains(e) {
			t.Fatalf("%v does not overlap or contain itself", e)
		}
		if e.Overlaps(f) != f.Overlaps(e) {
			t.Fatalf("%v overlaps %v: %t, the other way round %t", e, f, e.Overlaps(f), f.Overlaps(e))
		}
		both, ok := e.Intersect(f)
		if mirrored, _ := f.Intersect(e); mirrored != both || ok != e.Overlaps(f) {
			t.Fatalf("%v and %v: %v, the other way round %v, overlap %t", e, f, both, mirrored, e.Overlaps(f))
		}
		if !ok {
			return
		}
		if !e.Contains(both) || !f.Contains(both) {
			t.Fatalf("%v and %v share %v, which is not in both", e, f, both)
		}
		if first, last := later(e.first, f.first), earlier(e.last, f.last); both.first != first || both.last != last {
			t.Fatalf("%v and %v share %v, want %v to %v", e, f, both, first, last)
		}
	})
}

func later(a, b Date) Date {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b Date) Date {
	if a.Before(b) {
		return a
	}
	return b
}

func TestEDTFIntervalPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := anyEDTF.Draw(t, "from"), anyEDTF.Draw(t, "to")
		got := EDTFInterval(from, to)
		if got.IsZero() {
			if !from.first.After(to.last) && (from.first != openStart || to.last != openEnd) {
				t.Fatalf("from %v to %v: none", from, to)
			}
			return
		}
		if got.first != from.first || got.last != to.last {
			t.Fatalf("from %v to %v: %v", from, to, got)
		}
	})
}

func FuzzEDTF(f *testing.F) {
	for _, s := range []string{"2004-06-11", "Y-170000002", "2001-24~", "20XX", "1985-XX-XX?", "../1985-04%", "1964?/2008", "2026-02-02/2026-02-08"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseEDTF(s)
		if err != nil {
			if !errors.Is(err, ErrInvalid) || !e.IsZero() {
				t.Fatalf("ParseEDTF(%q) = %v, %v", s, e, err)
			}
			return
		}
		if e.String() != s || e.Earliest().After(e.Latest()) || e.Precision() == "" {
			t.Fatalf("%q reads as %v, from %v to %v, %q", s, e, e.Earliest(), e.Latest(), e.Precision())
		}
		if again, err := ParseEDTF(e.AsApproximate().String()); err != nil || !again.Approximate() {
			t.Fatalf("%q as approximate: %v, %v", s, again, err)
		}
	})
}

func BenchmarkParseEDTF(b *testing.B) {
	for _, text := range []string{"2026-02-10", "2026-02-02/2026-02-08"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				MustEDTF(text)
			}
		})
	}
}
