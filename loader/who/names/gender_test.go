package names

import (
	"testing"

	"dateline/loader/who/vocabulary"
)

func TestGender(t *testing.T) {
	for _, c := range []struct {
		text          string
		before, after vocabulary.Gender // of Orr
	}{
		{"Mrs. Orr left.", vocabulary.Female, vocabulary.UnknownGender},
		{"King Orr said that he left.", vocabulary.Male, vocabulary.Male},
		{"Minister Orr said that she left.", vocabulary.UnknownGender, vocabulary.Female},
		{"Minister Orr told Kari Lund that she left.", vocabulary.UnknownGender, vocabulary.UnknownGender},
	} {
		text := Find(parse(t, c.text), "")
		span := text.SpanAt(token(t, text.Parse, "Orr"))
		if before, after := text.GenderBefore(span), text.GenderAfter(span); before != c.before || after != c.after {
			t.Errorf("%s\ngot %d before and %d after, want %d and %d", c.text, before, after, c.before, c.after)
		}
	}
}
