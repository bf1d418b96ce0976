package sqlite

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// dayNumber writes a day as a number that sorts and reads well: 20260210. The
// unknown day is 0.
func dayNumber(d graph.Date) int64 {
	return int64(d.Year)*10000 + int64(d.Month)*100 + int64(d.Day)
}

// dayOf is the reverse of dayNumber.
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

// A list of texts is a column of JSON, and one of nothing is empty. Lists of
// records are lists of all their fields, one record after the other: that is read
// ten times as fast as JSON objects, and a page has a hundred of them.

func listText(list []string) string {
	if len(list) == 0 {
		return ""
	}
	data, _ := json.Marshal(list) // texts alone: cannot fail
	return string(data)
}

// Texts reads a list that listText wrote. An empty one is nil.
func (r *row) Texts() []string {
	text := r.Text()
	if text == "" {
		return nil
	}
	// A text with a quotation mark has a backslash before it.
	if !strings.Contains(text, `\`) && strings.HasPrefix(text, `["`) && strings.HasSuffix(text, `"]`) && len(text) >= len(`[""]`) {
		return strings.Split(text[len(`["`):len(text)-len(`"]`)], `","`)
	}
	var list []string
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		r.Fault("has no list in column %d: %v", r.Next, err)
	}
	return list
}

// Records reads a list of records of so many fields, all in one.
func (r *row) Records(fields int) []string {
	list := r.Texts()
	if len(list)%fields != 0 {
		r.Fault("has a broken record in column %d", r.Next)
		return nil
	}
	return list
}

// numbers reads a list of numbers.
func (r *row) numbers() []int64 {
	text := strings.TrimSuffix(strings.TrimPrefix(r.Text(), "["), "]")
	if text == "" {
		return nil
	}
	var numbers []int64
	for part := range strings.SplitSeq(text, ",") {
		number, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			r.Fault("has no list of numbers in column %d: %v", r.Next, err)
		}
		numbers = append(numbers, number)
	}
	return numbers
}

// rowList writes rows for json_each.
func rowList(rows []int64) string {
	list := []byte("[")
	for i, row := range rows {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, row, 10)
	}
	return string(append(list, ']'))
}

// idList writes IDs for json_each.
func idList(ids []string) string {
	data, _ := json.Marshal(ids) // texts alone: cannot fail
	return string(data)
}

// spanColumns are a time as columns.
type spanColumns struct {
	edtf             any // nil where there is no time
	text             string
	anchor           int64
	undated          bool
	long             int64 // see storekit.LengthOf
	earliest, latest int64
}

func columnsOfSpan(t *graph.TimeSpan) spanColumns {
	if t == nil {
		return spanColumns{undated: true}
	}
	at := storekit.TimeOf(t)
	return spanColumns{
		edtf:     t.EDTF.String(),
		text:     t.Text,
		anchor:   dayNumber(t.Anchor),
		undated:  at.Undated,
		long:     int64(at.Length),
		earliest: dayNumber(at.Earliest),
		latest:   dayNumber(at.Latest),
	}
}

// Span reads edtf, time_text and time_anchor.
func (r *row) Span() *graph.TimeSpan {
	none := r.Null()
	edtf, text, anchor := r.Text(), r.Text(), r.Day()
	if none {
		return nil
	}
	time, err := r.conn.time(edtf)
	if err != nil {
		r.Fault("has a time that is none: %v", err)
	}
	return &graph.TimeSpan{EDTF: time, Text: text, Anchor: anchor}
}

// timeRoom is the room for EDTF that a connection has read, in bytes.
const timeRoom = 1 << 20

func timeShelf() shelf[graph.EDTF] {
	return shelf[graph.EDTF]{
		room:  timeRoom,
		clone: func(time graph.EDTF, _ bool) graph.EDTF { return time },
		size:  func(time graph.EDTF) int { return 2 * sizeOfTexts(time.String()) },
	}
}

// time reads an EDTF, which no commit changes.
func (c *conn) time(text string) (graph.EDTF, error) {
	if time, ok := c.times.get(text, false); ok {
		return time, nil
	}
	var time graph.EDTF
	if err := time.UnmarshalText([]byte(text)); err != nil {
		return time, err
	}
	c.times.keep(text, time, false)
	return time, nil
}

// instantText writes an instant, the zero one as nothing.
func instantText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
