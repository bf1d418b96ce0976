package when

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/graph"
)

// upTo begins on the day or before, from ends on it or after, and nothing of the
// series lies between what they give and the day.
func TestRecurrenceIsNextToItsDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		series := rapid.SampledFrom([]recurrence{
			weekly{time.Wednesday},
			monthly{31},
			dayOfYear(time.February, 29),
			monthOfYear(month, time.July),
			monthOfYear(season, time.December),
			monthOfYear(quarter, time.October),
			holidays()[0].each(),
		}).Draw(t, "series")
		d := graph.NewDate(1650, time.January, 1).AddDays(rapid.IntRange(0, 180000).Draw(t, "day"))
		before, after := series.upTo(d), series.from(d)
		if before.start.After(d) || after.end().Before(d) {
			t.Fatalf("%v: up to is %s, from is %s", d, before.value(), after.value())
		}
		if again := series.from(before.end().AddDays(1)); again.start.Before(d) && again != after && !again.contains(d) {
			t.Fatalf("%v: %s lies between %s and it", d, again.value(), before.value())
		}
	})
}
