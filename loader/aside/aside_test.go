package aside

import (
	"slices"
	"strings"
	"testing"

	"dateline/loader/language"
	"dateline/loader/language/languagetest"
)

// asidesOf returns the asides of a text as they are written.
func asidesOf(text string) []string {
	doc := languagetest.Pipeline().Parse(text)
	var found []string
	for _, aside := range Find(doc.Tokens) {
		found = append(found, doc.Slice(aside.Span))
	}
	return found
}

func checkAsides(t *testing.T, cases map[string][]string) {
	t.Helper()
	for text, want := range cases {
		if got := asidesOf(text); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestSuffixes(t *testing.T) {
	checkAsides(t, map[string][]string{
		"Mayor Otto Lim, Jr., met Ana Silva.":              {", Jr.,"},
		"Mayor Otto Lim, Jr. met Ana Silva.":               {", Jr."},
		"Ana Silva, KCMG, met Otto Lim, III.":              {", KCMG,", ", III"},
		"Otto Lim, Jr., the former mayor, met Ana Silva.":  {", Jr."},
		"Otto Lim, Ana Silva and Piet Boom met on Monday.": nil,
	})
}

func TestAdditions(t *testing.T) {
	checkAsides(t, map[string][]string{
		"The Norra Trade Union (NTU) called Otto Lim.":           {"(NTU)"},
		"Sen. Ana Silva (D-Mo.) met Otto Lim.":                   {"(D-Mo.)"},
		"Ana Silva (the envoy) met Otto Lim (who was ill).":      nil,
		"They paid 5 million (USD) to Otto Lim (of the Board).":  nil,
		"The union (its members met on Monday) called Otto Lim.": nil,
	})
}

func TestLinks(t *testing.T) {
	checkAsides(t, map[string][]string{
		"Senator Ana Silva Ana Maria SilvaBudget delayed — Vote on Friday MORE met Otto Lim.": {"Ana Maria SilvaBudget delayed — Vote on Friday MORE"},
		"ONCE MORE the envoys met.": nil,
	})
}

// What is set aside is still there, and all of the text is in tokens.
func TestParse(t *testing.T) {
	for _, text := range []string{
		"OSLO, May 3 (Reuters) - Mayor Otto Lim, Jr., met the Norra Trade Union (NTU) on Monday.\nAna Silva (D-Mo.), KCMG, spoke.",
		"Otto\u00a0Lim met Ren\u0065\u0301 Boom (NTU).",
	} {
		doc := Parse(languagetest.Pipeline(), text)
		checkTree(t, doc)
		end := 0
		for _, token := range doc.Tokens {
			if between := string([]rune(text)[end:token.Start]); strings.TrimSpace(between) != "" {
				t.Errorf("%q is in no token", between)
			}
			end = token.End
		}
	}
}

func checkTree(t *testing.T, doc *language.Document) {
	t.Helper()
	for i, token := range doc.Tokens {
		if doc.Tokens[token.Head].Sentence != token.Sentence {
			t.Errorf("the head of %q is in another sentence", token.Text)
		}
		if span := doc.SentenceOf(i); i < span.Start || i >= span.End {
			t.Errorf("%q is outside its sentence", token.Text)
		}
		if token.Entity >= 0 && (doc.Entities[token.Entity].Start > i || doc.Entities[token.Entity].End <= i) {
			t.Errorf("%q is outside its entity", token.Text)
		}
	}
}

func TestSuffixIsOfTheName(t *testing.T) {
	doc := Parse(languagetest.Pipeline(), "Mayor Otto Lim, Jr., met Ana Silva.")
	if got := doc.Slice(doc.Entities[0].Span); got != "Otto Lim, Jr." {
		t.Errorf("got %q", got)
	}
}
