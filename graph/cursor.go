package graph

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// Cursor is a place in an ordered list: the sort values of the node before it. A page
// continues after those values, not after a count, so it stays right while articles are
// loaded.
type Cursor struct {
	// Order names the list and its order, so that a cursor of another is refused.
	Order string `json:"o"`
	// Keys are the sort values, the last one an ID.
	Keys []string `json:"k"`
}

// Encode returns the cursor as users see it: opaque and URL-safe.
func (c Cursor) Encode() string {
	data := append(make([]byte, 0, 128), `{"o":`...)
	data = append(appendJSON(data, c.Order), `,"k":[`...)
	for i, key := range c.Keys {
		if i > 0 {
			data = append(data, ',')
		}
		data = appendJSON(data, key)
	}
	return string(base64.RawURLEncoding.AppendEncode(make([]byte, 0, 256), append(data, "]}"...)))
}

// appendJSON appends a string as encoding/json writes it. It is faster for ASCII with
// nothing to escape, which most sort values are; a page has a cursor for each node.
func appendJSON(data []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			escaped, _ := json.Marshal(text) // a string: cannot fail
			return append(data, escaped...)
		}
	}
	return append(append(append(data, '"'), text...), '"')
}

// maxCursor is the length of the longest text that is read as a cursor.
const maxCursor = 1 << 16

// DecodeCursor reads a cursor of the list with this order and this number of keys. It
// returns ErrBadCursor for any other text.
func DecodeCursor(text, order string, keys int) (Cursor, error) {
	var c Cursor
	if len(text) > maxCursor {
		return c, fmt.Errorf("%w: %d bytes: want at most %d", ErrBadCursor, len(text), maxCursor)
	}
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil || c.Order != order || len(c.Keys) != keys {
		return Cursor{}, fmt.Errorf("%w: %.80q for %s", ErrBadCursor, text, order)
	}
	return c, nil
}
