package mapping

import (
	"database/sql/driver"
	"encoding/json"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Row is the current row of a query, read column by column.
type Row struct {
	storekit.Columns[driver.Value]
	Memo *Memo
}

// NewRow returns a row with these values.
func NewRow(m *Memo, values []driver.Value) *Row {
	return &Row{storekit.Columns[driver.Value]{Values: values}, m}
}

// Bool reads a truth value.
func (r *Row) Bool() bool { return r.Number() != 0 }

// Day reads a DayNumber.
func (r *Row) Day() graph.Date {
	number := r.Number()
	day := dayOf(number)
	if number != 0 && !isDay(day) {
		r.Fault("has %d in column %d, not a day", number, r.Next)
	}
	return day
}

// Texts reads a ListText. An empty list is nil.
func (r *Row) Texts() []string {
	text := r.Text()
	if text == "" {
		return nil
	}
	// Without a backslash there is no quotation mark within a text.
	if !strings.Contains(text, `\`) && strings.HasPrefix(text, `["`) && strings.HasSuffix(text, `"]`) && len(text) >= len(`[""]`) {
		return strings.Split(text[len(`["`):len(text)-len(`"]`)], `","`)
	}
	var list []string
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		r.Fault("has an invalid list in column %d: %v", r.Next, err)
	}
	return list
}

// numbers reads a list of numbers.
func (r *Row) numbers() []int64 {
	text := strings.TrimSuffix(strings.TrimPrefix(r.Text(), "["), "]")
	if text == "" {
		return nil
	}
	var numbers []int64
	for part := range strings.SplitSeq(text, ",") {
		number, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			r.Fault("has an invalid list of numbers in column %d: %v", r.Next, err)
		}
		numbers = append(numbers, number)
	}
	return numbers
}

// Span reads edtf, time_text, time_anchor and time_bound.
func (r *Row) Span() *graph.TimeSpan {
	none := r.Null()
	edtf, text, anchor, bound := r.Text(), r.Text(), r.Day(), r.Bool()
	if none {
		return nil
	}
	time, err := r.Memo.time(edtf)
	if err != nil {
		r.Fault("has an invalid time: %v", err)
	}
	return &graph.TimeSpan{EDTF: time, Text: text, Anchor: anchor, BoundOnly: bound}
}

// Key reads a sort value in the form that cursors have.
func (r *Row) Key() string {
	switch value := r.Value().(type) {
	case string:
		return value
	case int64:
		return strconv.FormatInt(value, 10)
	default:
		r.Fault("has %T as its sort value", value)
		return ""
	}
}
