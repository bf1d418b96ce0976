package model

import (
	"fmt"
	"io"

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
	return unmarshalText(value, "date", graph.ParseDate)
}

// MarshalEDTF marshals the scalar EDTF. The zero EDTF becomes null.
func MarshalEDTF(e graph.EDTF) graphql.Marshaler { return marshalPlain(e.String()) }

// UnmarshalEDTF reads the scalar EDTF. Its errors wrap graph.ErrInvalid.
func UnmarshalEDTF(value any) (graph.EDTF, error) {
	return unmarshalText(value, "EDTF", graph.ParseEDTF)
}

// unmarshalText parses a string; null becomes the zero value.
func unmarshalText[T any](value any, name string, parse func(string) (T, error)) (parsed T, err error) {
	switch value := value.(type) {
	case nil:
		return parsed, nil
	case string:
		return parse(value)
	}
	return parsed, fmt.Errorf("%w: %s %.40s: want a string", graph.ErrInvalid, name, fmt.Sprint(value))
}
