package model_test

import (
	"errors"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/schema/model"

	"github.com/99designs/gqlgen/graphql"
)

func written(m graphql.Marshaler) string {
	var text strings.Builder
	m.MarshalGQL(&text)
	return text.String()
}

func TestScalarsAreMarshaled(t *testing.T) {
	for _, row := range []struct {
		marshaled graphql.Marshaler
		want      string
	}{
		{model.MarshalDate(graph.NewDate(2026, 2, 10)), `"2026-02-10"`},
		{model.MarshalDate(graph.Date{}), "null"},
		{model.MarshalEDTF(graph.MustEDTF("../2025-12-21~")), `"../2025-12-21~"`},
		{model.MarshalEDTF(graph.EDTF{}), "null"},
	} {
		if got := written(row.marshaled); got != row.want {
			t.Errorf("wrote %s, want %s", got, row.want)
		}
	}
	if model.MarshalDate(graph.Date{}) != graphql.Null {
		t.Error("an unknown day is not graphql.Null, which a Date! must not be")
	}
}

func TestScalarsAreUnmarshaled(t *testing.T) {
	if d, err := model.UnmarshalDate("2026-02-10"); err != nil || d != graph.NewDate(2026, 2, 10) {
		t.Errorf("date: %v, %v", d, err)
	}
	if d, err := model.UnmarshalDate(nil); err != nil || !d.IsZero() {
		t.Errorf("null date: %v, %v", d, err)
	}
	if e, err := model.UnmarshalEDTF("2025-07"); err != nil || e != graph.MustEDTF("2025-07") {
		t.Errorf("EDTF: %v, %v", e, err)
	}
	if e, err := model.UnmarshalEDTF(nil); err != nil || !e.IsZero() {
		t.Errorf("null EDTF: %v, %v", e, err)
	}
	for _, bad := range []any{"", "today", 20260210, 1.5, true, []any{"2026-02-10"}, map[string]any{}} {
		if _, err := model.UnmarshalDate(bad); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("date %v: %v, want ErrInvalid", bad, err)
		}
		if _, err := model.UnmarshalEDTF(bad); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("EDTF %v: %v, want ErrInvalid", bad, err)
		}
	}
	for value, want := range map[any]string{
		2016:            `2016 is not a string: want a time in EDTF, such as "2026"`,
		"March 2024":    `; is "2024-03" meant?`,
		"2 Jan 2024":    `; is "2024-01-02" meant?`,
		"last week":     `"last week" is not a time that can be read: want a time in EDTF`,
		"2024-13-01/..": `"2025-07/.."`,
	} {
		if _, err := model.UnmarshalEDTF(value); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("EDTF %v: %v, want %s", value, err, want)
		}
	}
}
