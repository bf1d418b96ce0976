package model

import (
	"fmt"
	"io"
	"strings"
	"time"

	"dateline/graph"

	"github.com/99designs/gqlgen/graphql"
)

// plain is a text that JSON has nothing to escape in.
type plain string

func (p plain) MarshalGQL(w io.Writer) {
	_, _ = io.WriteString(w, `"`+string(p)+`"`) // to a buffer, which cannot fail
}

// marshalPlain marshals text of digits and ASCII signs; an empty one becomes null.
func marshalPlain(text string) graphql.Marshaler {
	if text == "" {
		return graphql.Null
	}
	return plain(text)
}

// MarshalDate marshals the scalar Date. The zero Date becomes null.
func MarshalDate(d graph.Date) graphql.Marshaler { return marshalPlain(d.String()) }

// UnmarshalDate reads the scalar Date. Its errors wrap graph.ErrInvalid.
func UnmarshalDate(value any) (graph.Date, error) {
	return unmarshalText(value, dateShape, graph.ParseDate)
}

// MarshalEDTF marshals the scalar EDTF. The zero EDTF becomes null.
func MarshalEDTF(e graph.EDTF) graphql.Marshaler { return marshalPlain(e.String()) }

// UnmarshalEDTF reads the scalar EDTF. Its errors wrap graph.ErrInvalid.
func UnmarshalEDTF(value any) (graph.EDTF, error) {
	return unmarshalText(value, edtfShape, graph.ParseEDTF)
}

// What the scalars look like, for those who wrote something else.
const (
	dateShape = `want a day such as "2026-02-10"`
	edtfShape = `want a time in EDTF, such as "2026", "2024-03", "2026-02-10", "2022/2024" or "2025-07/.."`
)

// unmarshalText parses a string; null becomes the zero value.
func unmarshalText[T any](value any, shape string, parse func(string) (T, error)) (parsed T, err error) {
	switch value := value.(type) {
	case nil:
		return parsed, nil
	case string:
		if parsed, err = parse(value); err != nil {
			return parsed, fmt.Errorf("%w: %s is not a time that can be read: %s", graph.ErrInvalid, quoted(value), shape+meant(value))
		}
		return parsed, nil
	}
	return parsed, fmt.Errorf("%w: %.40s is not a string: %s", graph.ErrInvalid, fmt.Sprint(value), shape)
}

// quoted returns the beginning of a text in quotation marks.
func quoted(text string) string {
	const most = 40
	if letters := []rune(text); len(letters) > most {
		text = string(letters[:most]) + "…"
	}
	return fmt.Sprintf("%q", text)
}

// meant suggests the form of a day, month or year that is written in words.
func meant(text string) string {
	for layout, form := range map[string]string{
		"January 2006": "2006-01", "Jan 2006": "2006-01", "2 January 2006": time.DateOnly, "January 2, 2006": time.DateOnly,
		"2 Jan 2006": time.DateOnly, "Jan 2, 2006": time.DateOnly, "2006/1/2": time.DateOnly, "2006-1-2": time.DateOnly, "2006-1": "2006-01",
	} {
		if day, err := time.Parse(layout, strings.TrimSpace(text)); err == nil {
			return fmt.Sprintf("; is %q meant?", day.Format(form))
		}
	}
	return ""
}
