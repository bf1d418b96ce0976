// Package mapping has the graph in SQLite's terms: how values of package graph become
// columns, and how rows become values again.
package mapping

import (
	"encoding/json"
	"strconv"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// DayNumber returns a day as a number that sorts and is readable: 20260210. The unknown
// day is 0.
func DayNumber(d graph.Date) int64 {
	return int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day)
}

// dayOf is the inverse of DayNumber.
func dayOf(number int64) graph.Date {
	return graph.Date{Year: int(number / 10000), Month: time.Month(number / 100 % 100), Day: int(number % 100)}
}

// isDay reports whether a day is in the calendar.
func isDay(d graph.Date) bool {
	if d.Year < graph.MinDate.Year || d.Year > graph.MaxDate.Year || d.Month < time.January || d.Month > time.December || d.Day < 1 {
		return false
	}
	return d.Day <= 28 || d == graph.NewDate(d.Year, d.Month, d.Day)
}

// ListText returns a list of texts as JSON; an empty list is "".
func ListText(list []string) string {
	if len(list) == 0 {
		return ""
	}
	data, _ := json.Marshal(list) // texts alone: cannot fail
	return string(data)
}

// RowList returns row numbers as JSON, for json_each.
func RowList(rows []int64) string {
	list := []byte("[")
	for i, row := range rows {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, row, 10)
	}
	return string(append(list, ']'))
}

// IDList returns IDs as JSON, for json_each.
func IDList(ids []string) string {
	if ids == nil {
		return "[]" // null would be one row
	}
	data, _ := json.Marshal(ids) // texts alone: cannot fail
	return string(data)
}

// SpanColumns is a time as columns.
type SpanColumns struct {
	EDTF    any // nil if there is no time
	Text    string
	Anchor  int64 // see DayNumber
	Bound   bool  // graph.TimeSpan.BoundOnly
	Undated bool
	Long    int64 // see storekit.LengthOf
	// First is the day that it is sorted by; the column is called earliest where events
	// are in the order of time.
	First, Earliest, Latest int64
}

// ColumnsOfSpan returns the columns of a time, which may be nil.
func ColumnsOfSpan(t *graph.TimeSpan) SpanColumns {
	if t == nil {
		return SpanColumns{Undated: true}
	}
	at := storekit.TimeOf(t)
	return SpanColumns{
		EDTF:     t.EDTF.String(),
		Text:     t.Text,
		Anchor:   DayNumber(t.Anchor),
		Bound:    t.BoundOnly,
		Undated:  at.Undated,
		Long:     int64(at.Length),
		First:    DayNumber(at.First),
		Earliest: DayNumber(at.Earliest),
		Latest:   DayNumber(at.Latest),
	}
}

// InstantText returns an instant in RFC 3339; the zero Time is "".
func InstantText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
