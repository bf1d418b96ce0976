package storekit

import (
	"maps"
	"slices"

	"dateline/graph"
)

// LongSpans are the lengths in days, a month and a year, by which times are told apart:
// all that are no longer than one of them, and overlap a day, begin at most so many
// days before it. So an index by start finds what overlaps a day.
var LongSpans = [...]int{31, 366}

// OpenStart is the length of a time without a start, and Lengths is how many lengths there
// are.
const (
	OpenStart = len(LongSpans) + 1
	Lengths   = OpenStart + 1
)

// LengthOf counts the LongSpans that a time of so many days exceeds.
func LengthOf(days int) int {
	length := 0
	for _, span := range LongSpans {
		if days > span {
			length++
		}
	}
	return length
}

// EventTime is what events are sorted by, and found by in time.
type EventTime struct {
	Undated          bool
	Earliest, Latest graph.Date
	// First is the day that it is sorted by: Earliest, or Latest where the start is open.
	First graph.Date
	// Length is LengthOf its days, or OpenStart.
	Length int
}

// TimeOf returns the EventTime of a time, nil for none.
func TimeOf(t *graph.TimeSpan) EventTime {
	if t == nil {
		return EventTime{Undated: true}
	}
	at := EventTime{t.EDTF.IsZero(), t.Earliest(), t.Latest(), t.Earliest(), LengthOf(t.EDTF.Days())}
	if at.Earliest == graph.MinDate {
		at.First, at.Length = at.Latest, OpenStart
	}
	return at
}

// Buckets adds counts by day up to the units of a timeline. It returns ErrInvalid for
// an unknown unit.
func Buckets(days map[graph.Date]int, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	var buckets []graph.TimelineBucket
	var latest graph.Date // of the last bucket
	for _, day := range slices.SortedFunc(maps.Keys(days), graph.Date.Compare) {
		if last := len(buckets) - 1; last >= 0 && !day.After(latest) {
			buckets[last].Count += days[day]
			continue
		}
		period, err := unit.Bucket(day)
		if err != nil {
			return nil, err
		}
		latest = period.Latest()
		buckets = append(buckets, graph.TimelineBucket{Period: period, Count: days[day]})
	}
	return buckets, nil
}
