package when

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/graph"
)

func TestPeriodIsWrittenTwoWays(t *testing.T) {
	tuesday := graph.NewDate(2026, time.February, 10)
	for _, c := range []struct {
		unit        unit
		value, edtf string
	}{
		{day, "2026-02-10", "2026-02-10"},
		{week, "2026-W07", "2026-02-09/2026-02-15"},
		{weekend, "2026-W07-WE", "2026-02-14/2026-02-15"},
		{month, "2026-02", "2026-02"},
		{quarter, "2026-Q1", "2026-01/2026-03"},
		{half, "2026-H1", "2026-01/2026-06"},
		{year, "2026", "2026"},
		{decade, "202", "202X"},
		{century, "20", "20XX"},
	} {
		p := periodOf(c.unit, tuesday)
		if p.value() != c.value || p.edtf().String() != c.edtf {
			t.Errorf("unit %d: value %s, EDTF %s; want %s, %s", c.unit, p.value(), p.edtf(), c.value, c.edtf)
		}
	}
}

func TestWeekOfTheYearBelongsToItsThursday(t *testing.T) {
	if got := periodOf(week, graph.NewDate(2027, time.January, 1)).value(); got != "2026-W53" {
		t.Errorf("week of Friday 1 January 2027 is %s, want 2026-W53", got)
	}
}

// The thirds of a period follow one another and fill it.
func TestPartsFillTheirPeriod(t *testing.T) {
	units := []unit{month, year, decade, century}
	rapid.Check(t, func(t *rapid.T) {
		d := graph.NewDate(1600, time.January, 1).AddDays(rapid.IntRange(0, 200000).Draw(t, "day"))
		p := periodOf(rapid.SampledFrom(units).Draw(t, "unit"), d)
		next := p.start
		for _, mod := range []string{modStart, modMid, modEnd} {
			third := p.part(mod)
			if third.Earliest() != next {
				t.Fatalf("%s of %s begins on %v, want %v", mod, p.value(), third.Earliest(), next)
			}
			next = third.Latest().AddDays(1)
		}
		if last := next.AddDays(-1); last != p.end() {
			t.Fatalf("parts of %s end on %v, want %v", p.value(), last, p.end())
		}
	})
}

func TestPeriodHoldsItsDay(t *testing.T) {
	units := []unit{day, week, month, quarter, half, year, decade, century}
	rapid.Check(t, func(t *rapid.T) {
		d := graph.NewDate(1600, time.January, 1).AddDays(rapid.IntRange(0, 200000).Draw(t, "day"))
		p := periodOf(rapid.SampledFrom(units).Draw(t, "unit"), d)
		if !p.contains(d) || !p.edtf().Contains(graph.EDTFDay(d)) {
			t.Fatalf("%s (%s) does not hold %v", p.value(), p.edtf(), d)
		}
	})
}
