package sqlite

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
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

// list is the reverse of listText. A list of nothing is nil.
func (r *row) list() []string {
	text := r.text()
	if text == "" {
		return nil
	}
	// A text with a quotation mark has a backslash before it.
	if !strings.Contains(text, `\`) && strings.HasPrefix(text, `["`) && strings.HasSuffix(text, `"]`) && len(text) >= len(`[""]`) {
		return strings.Split(text[len(`["`):len(text)-len(`"]`)], `","`)
	}
	var list []string
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		r.fault("has no list in column %d: %v", r.next, err)
	}
	return list
}

// records reads a list of records of so many fields, all in one.
func (r *row) records(fields int) []string {
	list := r.list()
	if len(list)%fields != 0 {
		r.fault("has a broken record in column %d", r.next)
		return nil
	}
	return list
}

// numbers reads a list of numbers.
func (r *row) numbers() []int64 {
	text := strings.TrimSuffix(strings.TrimPrefix(r.text(), "["), "]")
	if text == "" {
		return nil
	}
	var numbers []int64
	for part := range strings.SplitSeq(text, ",") {
		number, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			r.fault("has no list of numbers in column %d: %v", r.next, err)
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

func participantsText(participants []graph.Participation) string {
	list := make([]string, 0, 3*len(participants))
	for _, p := range participants {
		list = append(list, p.EntityID, string(p.Role), p.OnBehalfOfID)
	}
	return listText(list)
}

func (r *row) participants() []graph.Participation {
	list := r.records(3)
	if len(list) == 0 {
		return nil
	}
	participants := make([]graph.Participation, 0, len(list)/3)
	for ; len(list) > 0; list = list[3:] {
		participants = append(participants, graph.Participation{EntityID: list[0], Role: graph.Role(list[1]), OnBehalfOfID: list[2]})
	}
	return participants
}

func positionsText(positions []graph.Position) string {
	list := make([]string, 0, 2*len(positions))
	for _, p := range positions {
		list = append(list, p.Title, p.OrganizationID)
	}
	return listText(list)
}

func (r *row) positions() []graph.Position {
	var positions []graph.Position
	for list := r.records(2); len(list) > 0; list = list[2:] {
		positions = append(positions, graph.Position{Title: list[0], OrganizationID: list[1]})
	}
	return positions
}

// jsonText writes a value that few rows have; what is zero is nothing.
func jsonText(value any, zero bool) (string, error) {
	if zero {
		return "", nil
	}
	data, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("%w: %w", graph.ErrInvalid, err)
	}
	return string(data), nil
}

func (r *row) json(into any) {
	text := r.text()
	if text == "" {
		return
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		r.fault("has broken JSON in column %d: %v", r.next, err)
	}
}

// spanColumns are a time as columns.
type spanColumns struct {
	edtf             any // nil where there is no time
	text             string
	anchor           int64
	undated          bool
	long             int64 // see longSpans
	earliest, latest int64
}

// longSpans are how many days a time has to span, beyond a month and a year, to be
// long: one or two spans long. All others that overlap a day begin at most so many
// days before it.
var longSpans = [...]int{31, 366}

// lengthOf counts the longSpans that so many days exceed.
func lengthOf(days int) int64 {
	length := int64(0)
	for _, span := range longSpans {
		if days > span {
			length++
		}
	}
	return length
}

func columnsOfSpan(t *graph.TimeSpan) spanColumns {
	if t == nil {
		return spanColumns{undated: true}
	}
	return spanColumns{
		edtf:     t.EDTF.String(),
		text:     t.Text,
		anchor:   dayNumber(t.Anchor),
		undated:  t.EDTF.IsZero(),
		long:     lengthOf(t.EDTF.Days()),
		earliest: dayNumber(t.Earliest()),
		latest:   dayNumber(t.Latest()),
	}
}

// span reads edtf, time_text and time_anchor.
func (r *row) span() *graph.TimeSpan {
	none := r.null()
	edtf, text, anchor := r.text(), r.text(), r.day()
	if none {
		return nil
	}
	time, err := r.conn.time(edtf)
	if err != nil {
		r.fault("has a time that is none: %v", err)
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

func (r *row) instant() time.Time {
	text := r.text()
	if text == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		r.fault("has no instant in column %d: %v", r.next, err)
	}
	return t
}
