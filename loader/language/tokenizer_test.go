package language

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The expected tokens are spaCy's.
func TestTokenize(t *testing.T) {
	pipeline := testPipeline(t)
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a special case", "don't", []string{"do", "n't"}},
		{"a special case within marks", "“don't”,", []string{"“", "do", "n't", "”", ","}},
		{"a special case that another mark tears apart", "(see below:)", []string{"(", "see", "below", ":)"}},
		{"a special case with a blank inside is none", "ret : )", []string{"ret", ":", ")"}},
		{"an abbreviation", "Gen. (ret.)", []string{"Gen.", "(", "ret", ".", ")"}},
		{"initials", "A.B.C.D", []string{"A.B.C.D"}},
		{"a sum", "$4.5bn-worth", []string{"$", "4.5bn", "-", "worth"}},
		{"a unit", "12km.", []string{"12", "km", "."}},
		{"a time", "10a.m.", []string{"10", "a.m."}},
		{"hyphens", "state-of-the-art", []string{"state", "-", "of", "-", "the", "-", "art"}},
		{"a web address", "http://x.example.org/a)", []string{"http://x.example.org/a", ")"}},
		{"an address of mail", "desk@example.co.uk,", []string{"desk@example.co.uk", ","}},
		{"a lost blank", "end.Next", []string{"end", ".", "Next"}},
		{"white space", "a\tb  c\n\n", []string{"a", "\t", "b", " ", "c", "\n\n"}},
		{"blanks alone", "   ", []string{"   "}},
		{"nothing", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, word := range pipeline.tokenizer.tokenize(test.text) {
				got = append(got, word.lexeme.orth)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("tokens of %q are %q, want %q", test.text, got, test.want)
			}
		})
	}
}

// affixRunes are characters that the tokenizer's expressions care about.
var affixRunes = []rune(`abUSC Z09..'"()[]:;,-–—/$€%°C+*&#_@kmsg²اكوابم’”…`)

func drawChunk(t *rapid.T) []rune {
	return slices.DeleteFunc(rapid.SliceOfN(rapid.SampledFrom(affixRunes), 1, 40).Draw(t, "chunk"), isSpace)
}

// To search the beginning of a chunk only finds the same prefix as to search it
// all, the first time and again.
func TestPrefixIsFoundAtTheBeginning(t *testing.T) {
	affixes := testPipeline(t).tokenizer.splitter.affixes
	rapid.Check(t, func(t *rapid.T) {
		chunk := drawChunk(t)
		for range 2 {
			if got, want := affixes.prefixLength(chunk), matchLength(affixes.prefix, chunk); got != want {
				t.Fatalf("prefix of %q has length %d, want %d", string(chunk), got, want)
			}
		}
	})
}

// To search the end of a chunk only finds the same suffix as to search it all.
func TestSuffixIsFoundAtTheEnd(t *testing.T) {
	affixes := testPipeline(t).tokenizer.splitter.affixes
	rapid.Check(t, func(t *rapid.T) {
		chunk := drawChunk(t)
		if got, want := affixes.suffixLength(chunk), matchLength(affixes.suffix, chunk); got != want {
			t.Fatalf("suffix of %q has length %d, want %d", string(chunk), got, want)
		}
	})
}

// Splitting loses nothing, and plain letters never split.
func TestSplitCoversTheChunk(t *testing.T) {
	pipeline := testPipeline(t)
	splitter := &pipeline.tokenizer.splitter
	rapid.Check(t, func(t *rapid.T) {
		chunk := string(drawChunk(t))
		if chunk == "" {
			return
		}
		var b strings.Builder
		for _, token := range splitter.split(chunk) {
			b.WriteString(token.Orth)
		}
		if b.String() != chunk {
			t.Fatalf("tokens of %q join to %q", chunk, b.String())
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		chunk := rapid.StringMatching(`[A-Za-z]{1,20}`).Draw(t, "letters")
		prefixes, rest, suffixes := splitter.strip([]rune(chunk))
		if isCase := splitter.isCase([]rune(chunk)); !isCase && (len(prefixes) > 0 || len(suffixes) > 0 || len(splitter.splitRest(rest)) > 1) {
			t.Fatalf("%q splits", chunk)
		}
	})
}

// Of overlapping special cases the longest is taken, then the first. As in
// spaCy, one that is passed over keeps its place too: {4, 6} is not taken.
func TestChoose(t *testing.T) {
	found := []Span{{0, 2}, {1, 4}, {3, 5}, {4, 6}, {6, 7}}
	if got, want := choose(found, 7), []Span{{1, 4}, {6, 7}}; !slices.Equal(got, want) {
		t.Errorf("chose %v, want %v", got, want)
	}
}
