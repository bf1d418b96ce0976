package read

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/graph"
)

func TestWordsAreNeverSyntax(t *testing.T) {
	for text, want := range map[string]words{
		"":                        nil,
		" - * \\\"":               nil,
		"AC/DC":                   {`"ac" "dc"`},
		`"Q"`:                     {`"q"`},
		"O'Neil (Jr.)":            {`"neil" "o" "jr"`},
		"talks NEAR the OR AND":   {`"near" "or" "talks" "the" "and"`},
		"words:talks ^sill lock*": {`"sill" "talks" "words" "lock"`},
		"Łódź łódź łódź":          {`"lodz" "lodz"`},
	} {
		if got, err := allWords(text); !slices.Equal(got, want) || err != nil {
			t.Errorf("allWords(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
	if got, _ := allWordsPrefix("Ilse V"); !slices.Equal(got, words{`"ilse" "v" *`}) {
		t.Errorf("allWordsPrefix gives %q", got)
	}
}

func TestManyWords(t *testing.T) {
	many := func(count int) string {
		var text strings.Builder
		for i := range count {
			text.WriteString(" w" + strconv.Itoa(i))
		}
		return text.String()
	}
	if got, err := allWords(many(3 * wordsAtOnce)); len(got) != 3 || err != nil {
		t.Errorf("%d queries, %v; want 3", len(got), err)
	}
	if got, err := allWords(strings.Repeat("again ", 10_000)); len(got) != 1 || err != nil {
		t.Errorf("one word, often: %d queries, %v", len(got), err)
	}
	if _, err := allWords(many(maxQueries*wordsAtOnce + 1)); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("too many words give the error %v, want %q", err, graph.ErrInvalid)
	}
}
