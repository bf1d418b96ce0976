package contact

import (
	"strings"
	"testing"
)

// A quote is the sentence, or of a long one the part with the trigger and the parties.
func TestQuote(t *testing.T) {
	long := strings.Repeat("and the fishermen of the northern harbours mended their nets ", 6)
	for _, c := range []struct{ why, text, want string }{
		{"a sentence", "It rained. Ana Silva met Piet Boom.", "Ana Silva met Piet Boom."},
		{"a line", "Rain in Oslo\nAna Silva met Piet Boom.", "Ana Silva met Piet Boom."},
		{"between semicolons", "It rained " + long + "; Ana Silva met Piet Boom; it snowed.", "Ana Silva met Piet Boom"},
	} {
		a, f := only(t, c.text)
		if got := a.Slice(f.Quote); strings.TrimSpace(got) != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}
