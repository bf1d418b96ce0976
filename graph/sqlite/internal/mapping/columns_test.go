package mapping

import (
	"database/sql/driver"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestListsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", `"`, `","`, `\`, `\"`, `["`, `"]`, "<&>", "\x00", "\u2028"}))
		want := rapid.SliceOf(text).Draw(t, "list")
		r := NewRow(nil, []driver.Value{ListText(want)})
		if got := r.Texts(); r.Err != nil || !slices.Equal(got, want) {
			t.Fatalf("the list %q came back as %q, error %v", want, got, r.Err)
		}
	})
}

func TestDaysComeBackAndSort(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) graph.Date {
		return graph.MinDate.AddDays(rapid.IntRange(0, graph.MaxDate.DaysSince(graph.MinDate)).Draw(t, "day"))
	})
	rapid.Check(t, func(t *rapid.T) {
		one, other := day.Draw(t, "one"), day.Draw(t, "other")
		if got := dayOf(DayNumber(one)); got != one {
			t.Fatalf("%v came back as %v", one, got)
		}
		if one.Before(other) != (DayNumber(one) < DayNumber(other)) {
			t.Fatalf("%v and %v do not sort as their numbers", one, other)
		}
	})
	if DayNumber(graph.Date{}) != 0 || !dayOf(0).IsZero() {
		t.Error("the unknown day is not 0")
	}
}

// A row that Dateline did not write is an error, never a panic.
func FuzzRow(f *testing.F) {
	f.Add(`["a","b"]`, int64(20260210))
	f.Add(`["a`, int64(-1))
	f.Add(`[1]`, int64(0))
	f.Fuzz(func(t *testing.T, text string, number int64) {
		for _, values := range [][]driver.Value{{text}, {number}, {nil}, {}, {text, text, number, text, text, text, text, text, text, text, text}} {
			for _, read := range []func(*Row){
				func(r *Row) { r.Texts() }, func(r *Row) { storekit.ReadPositions(r) }, func(r *Row) { storekit.ReadParticipants(r) }, func(r *Row) { r.Span() },
				func(r *Row) { r.Instant() }, func(r *Row) { ReadEvent(r) }, func(r *Row) { ReadResolved(r) }, func(r *Row) { ReadEntity(r) },
			} {
				read(NewRow(new(Memo), values))
			}
		}
	})
}
