package storekit_test

import (
	"errors"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestColumns(t *testing.T) {
	row := storekit.Columns[any]{Values: []any{nil, "text", int64(7), 0.5, "2026-02-10T08:00:00Z", `{"a":1}`}}
	if !row.Null() {
		t.Error("NULL is not seen")
	}
	var object map[string]int
	got := []any{row.Text(), row.Text(), row.Count(), row.Float(), row.Instant().Hour()}
	row.JSON(&object)
	for i, want := range []any{"", "text", 7, 0.5, 8} {
		if got[i] != want {
			t.Errorf("column %d is %v, want %v", i+1, got[i], want)
		}
	}
	if object["a"] != 1 || row.Err != nil {
		t.Errorf("%v, error %v", object, row.Err)
	}
}

// Whatever is wrong with a row is damage of the store, and reading goes on.
func TestColumnsFaults(t *testing.T) {
	for name, read := range map[string]func(*storekit.Columns[any]){
		"too few":        func(r *storekit.Columns[any]) { r.Value(); r.Value() },
		"no text":        func(r *storekit.Columns[any]) { r.Text() },
		"no number":      func(r *storekit.Columns[any]) { r.Number() },
		"no real number": func(r *storekit.Columns[any]) { r.Float() },
		"no instant":     func(r *storekit.Columns[any]) { r.Values[0] = "noon"; r.Instant() },
		"broken JSON":    func(r *storekit.Columns[any]) { r.Values[0] = "{"; r.JSON(new(int)) },
		"a user's error": func(r *storekit.Columns[any]) { r.Fault("has no day: %v", graph.ErrInvalid) },
	} {
		row := &storekit.Columns[any]{Values: []any{true}}
		read(row)
		if !errors.Is(row.Err, graph.ErrCorrupt) || errors.Is(row.Err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, row.Err)
		}
	}
}
