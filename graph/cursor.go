package graph

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// Cursor is a place in an ordered list: the values that the list is sorted by, of
// the node before it. A page continues after those values, not after a count, so
// it stays right while articles are loaded.
type Cursor struct {
	// Order names the list, so that a cursor of another is refused.
	Order string `json:"o"`
	// Keys are the sort values, the last one an ID.
	Keys []string `json:"k"`
}

// Encode gives the cursor as users see it: opaque, URL-safe.
func (c Cursor) Encode() string {
	data, _ := json.Marshal(c) // strings alone: cannot fail
	return base64.RawURLEncoding.EncodeToString(data)
}

// DecodeCursor reads a cursor of the list with this order and so many keys. It
// returns ErrBadCursor for any other text.
func DecodeCursor(text, order string, keys int) (Cursor, error) {
	var c Cursor
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil || c.Order != order || len(c.Keys) != keys {
		return Cursor{}, fmt.Errorf("%w: %.80q for %s", ErrBadCursor, text, order)
	}
	return c, nil
}
