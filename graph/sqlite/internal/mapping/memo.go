package mapping

import (
	"dateline/graph"
)

// Memo is what a connection remembers in order to read rows faster. The zero Memo
// remembers nothing.
type Memo struct {
	times WeightedCache[graph.EDTF]
	// Rows are the row numbers of events, reports and articles, as the rows that refer
	// to them have them in the current snapshot; nil outside one.
	Rows map[string]int64
}

// timeRoom is the room for parsed EDTF, in bytes.
const timeRoom = 1 << 20

// NewMemo returns an empty Memo.
func NewMemo() Memo {
	return Memo{times: WeightedCache[graph.EDTF]{
		Room:  timeRoom,
		Clone: func(time graph.EDTF, _ bool) graph.EDTF { return time },
		Size:  func(time graph.EDTF) int { return 2 * SizeOfTexts(time.String()) },
	}}
}

// time parses an EDTF, or takes it from the cache: no commit changes its meaning.
func (m *Memo) time(text string) (graph.EDTF, error) {
	if time, ok := m.times.Get(text, false); ok {
		return time, nil
	}
	var time graph.EDTF
	if err := time.UnmarshalText([]byte(text)); err != nil {
		return time, err
	}
	m.times.Keep(text, time, false)
	return time, nil
}

// maxRows bounds the noted rows: a page has some hundred.
const maxRows = 1 << 14

// NoteRow notes the row of a thing. The writing connection notes nothing, since it may
// move what it has read.
func (m *Memo) NoteRow(id string, row int64) {
	if m.Rows != nil && len(m.Rows) < maxRows {
		m.Rows[id] = row
	}
}
