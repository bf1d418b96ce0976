package export

import (
	"testing"
	"time"

	"dateline/graph"
)

func TestWhen(t *testing.T) {
	for edtf, want := range map[string][2]string{
		"2025-07-03":            {"3 July 2025", ""},
		"2025-07":               {"in July 2025", "only the month is known"},
		"2025":                  {"in 2025", "only the year is known"},
		"2022-22":               {"in summer 2022", "only the season is known"},
		"2026-02-02/2026-02-08": {"in the week of 2 February 2026", "only the week is known"},
		"2022-09~":              {"in about September 2022", "only the month is known; approximate"},
		"2022-09-03?":           {"perhaps 3 September 2022", "uncertain"},
		"2022%":                 {"in perhaps about 2022", "only the year is known; approximate; uncertain"},
		"201X":                  {"in 2010 to 2019", "only a span is known"},
		"2025-12-21/..":         {"from 21 December 2025 on", "one end is open"},
		"../2025-12":            {"by December 2025", "one end is open"},
		"2024-03-01/2024-05":    {"between 1 March 2024 and May 2024", "only a span is known"},
	} {
		got := WhenOf(&graph.TimeSpan{EDTF: graph.MustEDTF(edtf)})
		if got.Text != want[0] || got.Note != want[1] {
			t.Errorf("%s: %q (%q), want %q (%q)", edtf, got.Text, got.Note, want[0], want[1])
		}
	}
	if got := WhenOf(nil); !got.Unknown() || got.Text != unknownTime {
		t.Errorf("no time: %+v", got)
	}
	if got := WhenOf(graph.By(graph.NewDate(2026, time.February, 10))); got.Text != "by 10 February 2026" || got.Note != "no report says when; it had happened by then" {
		t.Errorf("a bound: %+v", got)
	}
}

// A plain day is not narrowed; every other time says how it is.
func TestDaysSayHowTheyNarrow(t *testing.T) {
	for _, span := range times[1:] {
		from, to, narrowed := WhenOf(span).Days()
		plain := span.EDTF.String() == "2025-07-03"
		if from.IsZero() || to.IsZero() || to.Before(from) || (narrowed == "") != plain {
			t.Errorf("%v: %v to %v, %q", span.EDTF, from, to, narrowed)
		}
	}
}
