package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
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

// listText writes a list as JSON, and a list of nothing as nothing.
func listText[T any](list []T) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	data, err := json.Marshal(list)
	if err != nil {
		return "", fmt.Errorf("%w: %w", graph.ErrInvalid, err)
	}
	return string(data), nil
}

// readList is the reverse of listText. A list of nothing is nil.
func readList[T any](text string, into *[]T) error {
	if text == "" {
		*into = nil
		return nil
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("%w: list %.80q: %w", graph.ErrCorrupt, text, err)
	}
	return nil
}

// idList writes IDs for json_each.
func idList(ids []string) string {
	data, _ := json.Marshal(ids) // strings alone: cannot fail
	return string(data)
}

// spanColumns are a time as columns: edtf is NULL where there is none.
type spanColumns struct {
	edtf             sql.NullString
	text             string
	anchor           int64
	undated          bool
	earliest, latest int64
}

func columnsOfSpan(t *graph.TimeSpan) spanColumns {
	if t == nil {
		return spanColumns{undated: true}
	}
	return spanColumns{
		edtf:     sql.NullString{String: t.EDTF.String(), Valid: true},
		text:     t.Text,
		anchor:   dayNumber(t.Anchor),
		undated:  t.EDTF.IsZero(),
		earliest: dayNumber(t.Earliest()),
		latest:   dayNumber(t.Latest()),
	}
}

func (c spanColumns) span() (*graph.TimeSpan, error) {
	if !c.edtf.Valid {
		return nil, nil
	}
	t := &graph.TimeSpan{Text: c.text, Anchor: dayOf(c.anchor)}
	if err := t.EDTF.UnmarshalText([]byte(c.edtf.String)); err != nil {
		return nil, fmt.Errorf("%w: time %q: %w", graph.ErrCorrupt, c.edtf.String, err)
	}
	return t, nil
}

// instantText writes an instant, the zero one as nothing.
func instantText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

func readInstant(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: instant %q: %w", graph.ErrCorrupt, text, err)
	}
	return t, nil
}
