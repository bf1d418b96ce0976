package mapping

import (
	"dateline/graph"
)

// Memo is what a connection remembers to read rows faster. The zero memo remembers
// nothing.
type Memo struct {
	times WeightedCache[graph.EDTF]
	// rows are where events, reports and articles are, as what names them in the
	// present snapshot tells; nil outside one.
	Rows map[string]int64
}

// timeRoom is the room for EDTF that a connection has read, in bytes.
const timeRoom = 1 << 20

func NewMemo() Memo {
	return Memo{times: WeightedCache[graph.EDTF]{
		Room:  timeRoom,
		Clone: func(time graph.EDTF, _ bool) graph.EDTF { return time },
		Size:  func(time graph.EDTF) int { return 2 * SizeOfTexts(time.String()) },
	}}
}

// time reads an EDTF, which no commit changes.
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

// maxRows bounds the rows that are noted: a page has some hundred.
const maxRows = 1 << 14

// NoteRow notes where a thing is. The connection that writes notes nothing: what it
// has read may move.
func (m *Memo) NoteRow(id string, row int64) {
	if m.Rows != nil && len(m.Rows) < maxRows {
		m.Rows[id] = row
	}
}
