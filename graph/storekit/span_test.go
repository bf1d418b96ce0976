package storekit_test

import (
	"slices"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestTimeOf(t *testing.T) {
	for edtf, want := range map[string]int{"2026-02-10": 0, "2026-01": 0, "2026-01-01/2026-02-01": 1, "2024": 1, "2024/2025-01-01": 2} {
		when := storekit.TimeOf(&graph.TimeSpan{EDTF: graph.MustEDTF(edtf)})
		if when.Length != want || when.Undated {
			t.Errorf("%s: %+v, want length %d", edtf, when, want)
		}
	}
	for _, none := range []*graph.TimeSpan{nil, {Text: "some day"}} {
		if got := storekit.TimeOf(none); !got.Undated {
			t.Errorf("%+v: %+v", none, got)
		}
	}
}

// A time that is no longer than a span, and overlaps a day, begins at most so many
// days before it.
func TestLengthBoundsTheStart(t *testing.T) {
	for _, span := range storekit.LongSpans {
		shorter, longer := storekit.LengthOf(span), storekit.LengthOf(span+1)
		if longer != shorter+1 {
			t.Errorf("%d days have length %d, one more %d", span, shorter, longer)
		}
	}
}

func TestBuckets(t *testing.T) {
	days := map[graph.Date]int{{Year: 2026, Month: 2, Day: 10}: 2, {Year: 2026, Month: 2, Day: 1}: 1, {Year: 2026, Month: 4, Day: 1}: 3}
	got, err := storekit.Buckets(days, graph.UnitMonth)
	want := []graph.TimelineBucket{{Period: graph.MustEDTF("2026-02"), Count: 3}, {Period: graph.MustEDTF("2026-04"), Count: 3}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, error %v, want %v", got, err, want)
	}
	if _, err := storekit.Buckets(days, "DECADE"); graph.AdviceFor(err).Code != graph.CodeInvalid {
		t.Errorf("an unknown unit: %v", err)
	}
}
