package mapping

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
)

var days = rapid.Custom(func(t *rapid.T) graph.Date {
	return graph.MinDate.AddDays(rapid.IntRange(0, graph.MaxDate.DaysSince(graph.MinDate)).Draw(t, "day"))
})

func TestKeysSortAsPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := days.Draw(t, "a"), days.Draw(t, "b")
		last := days.Draw(t, "last")
		order := a.Compare(b)
		if got := strings.Compare(TimeKey(false, a, last), TimeKey(false, b, last)); got != order {
			t.Errorf("keys of %v and %v sort as %d", a, b, got)
		}
		if got := strings.Compare(ReverseTimeKey(false, a, last), ReverseTimeKey(false, b, last)); got != -order {
			t.Errorf("reverse keys of %v and %v sort as %d", a, b, got)
		}
		if got := strings.Compare(articleKey(a, ""), articleKey(b, "")); got != -order {
			t.Errorf("keys of articles of %v and %v sort as %d", a, b, got)
		}
		x, y := rapid.IntRange(0, 1e9).Draw(t, "x"), rapid.IntRange(0, 1e9).Draw(t, "y")
		if (ReportsKey(x, "") < ReportsKey(y, "")) != (x > y) {
			t.Errorf("keys of %d and %d reports do not sort downwards", x, y)
		}
	})
}

func TestUnknownDaysComeLast(t *testing.T) {
	var none graph.Date
	for _, known := range []graph.Date{graph.MinDate, graph.MaxDate} {
		if eventKey(true, none, none, "a") < eventKey(false, known, known, "b") {
			t.Errorf("an event without a time comes before %v", known)
		}
		if reverseEventKey(true, none, none, "a") < reverseEventKey(false, known, known, "b") {
			t.Errorf("an event without a time comes before %v in the reverse order", known)
		}
		if articleKey(none, "a") < articleKey(known, "b") {
			t.Errorf("an article without a day comes before %v", known)
		}
	}
}

func TestFoldedKeyIsShortAndTellsTextsApart(t *testing.T) {
	long := strings.Repeat("é — ferry ", 500)
	a, b := FoldedKey(long+"a"), FoldedKey(long+"b")
	if a == b || len(a) > longestKey+100 || !strings.HasPrefix(a, "e ferry e ferry") {
		t.Errorf("keys of two long names are %.40q… and %.40q… (%d bytes)", a, b, len(a))
	}
	if FoldedKey("Zoë O'Neil") != "zoe o neil" {
		t.Errorf("a short name has the key %q", FoldedKey("Zoë O'Neil"))
	}
}
