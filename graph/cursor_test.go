package graph

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestCursorRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := Cursor{Order: rapid.String().Draw(rt, "order"), Keys: rapid.SliceOfN(rapid.String(), 1, 4).Draw(rt, "keys")}
		if written, err := json.Marshal(c); err != nil || c.Encode() != base64.RawURLEncoding.EncodeToString(written) {
			rt.Fatalf("%v is not encoded as JSON is: %v", c, err)
		}
		got, err := DecodeCursor(c.Encode(), c.Order, len(c.Keys))
		if err != nil || !slices.Equal(got.Keys, c.Keys) {
			rt.Fatalf("%v: %v, %v", c, got, err)
		}
	})
}

func TestForeignCursors(t *testing.T) {
	good := Cursor{Order: "name", Keys: []string{"a", "b"}}.Encode()
	for _, text := range []string{"", "x", good[1:], good + "A", "!!!", Cursor{Order: "time", Keys: []string{"a", "b"}}.Encode(), Cursor{Order: "name", Keys: []string{"a"}}.Encode()} {
		if _, err := DecodeCursor(text, "name", 2); !errors.Is(err, ErrBadCursor) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
