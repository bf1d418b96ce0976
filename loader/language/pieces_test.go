package language

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// manyWords returns words of which every so many-th is white space.
func manyWords(n, every int, space string) []word {
	plain, blank := &lexeme{orth: "word"}, &lexeme{orth: space, isSpace: true}
	words := make([]word, n)
	for i := range words {
		words[i].lexeme = plain
		if every > 0 && i%every == every-1 {
			words[i].lexeme = blank
		}
	}
	return words
}

func TestPieces(t *testing.T) {
	lines := manyWords(pieceTokens+100, 1000, "\n")
	lines[pieceTokens-600].lexeme = &lexeme{orth: "\n \n", isSpace: true}
	for _, test := range []struct {
		name  string
		words []word
		want  []Span
	}{
		{"nothing", nil, nil},
		{"as much as fits", manyWords(pieceTokens, 0, ""), []Span{{0, pieceTokens}}},
		{"no line", manyWords(2*pieceTokens+1, 0, ""), []Span{{0, pieceTokens}, {pieceTokens, 2 * pieceTokens}, {2 * pieceTokens, 2*pieceTokens + 1}}},
		{"after the last line", manyWords(pieceTokens+100, 1700, "\n"), []Span{{0, 11900}, {11900, pieceTokens + 100}}},
		{"after a blank line", lines, []Span{{0, pieceTokens - 599}, {pieceTokens - 599, pieceTokens + 100}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := pieces(test.words, 0); !slices.Equal(got, test.want) {
				t.Errorf("pieces %v, want %v", got, test.want)
			}
		})
	}
}

// Batches are the pieces in order, none of them left out, and all but the last
// one large enough.
func TestBatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pieces []Span
		end := 0
		for _, n := range rapid.SliceOf(rapid.IntRange(1, 2*batchTokens)).Draw(t, "lengths") {
			pieces = append(pieces, Span{end, end + n})
			end += n
		}
		groups := batches(pieces)
		if got := slices.Concat(groups...); !slices.Equal(got, pieces) {
			t.Fatalf("batches hold %v, want %v", got, pieces)
		}
		for i, group := range groups {
			if n := group[len(group)-1].End - group[0].Start; n < batchTokens && i+1 < len(groups) {
				t.Fatalf("batch %d has %d tokens", i, n)
			}
		}
	})
}
