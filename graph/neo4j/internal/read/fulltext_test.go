package read

import (
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestLuceneQueryHasNoSyntax(t *testing.T) {
	for text, want := range map[string]string{
		"AC/DC":           "+ac +dc",
		`"Q"`:             "+q",
		"O'Neil (Jr.)":    "+neil +o +jr",
		"AND OR NOT":      "+and +or +not",
		"varga* ~okonedo": "+varga +okonedo",
		"name:varga^2":    "+name +varga +2",
		"%":               "",
	} {
		if got := luceneQuery(storekit.WordsOf(text), false); got != want {
			t.Errorf("query of %q is %q, want %q", text, got, want)
		}
	}
	if got, want := luceneQuery(storekit.WordsOf("Sill Can"), true), "+sill +can*"; got != want {
		t.Errorf("query by a beginning is %q, want %q", got, want)
	}
}

// FuzzLuceneQuery: whatever is typed, a query is words with a plus before each,
// few of them and none too long, and nothing in it means anything to Lucene but a
// star at the end of a word.
func FuzzLuceneQuery(f *testing.F) {
	for _, text := range []string{"AC/DC", `"Q"`, "O'Neil (Jr.)", "AND", "a OR b", "NOT x", "*", "~", "x:y", `\`, "[a TO z]", strings.Repeat("x", 1000), strings.Repeat("w1 w2 w3 ", 100), "中文 ー", "दिल्ली"} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, prefix bool) {
		words := storekit.WordsOf(text)
		query := luceneQuery(words, prefix)
		if (query == "") != (len(words) == 0) {
			t.Fatalf("query of %q is %q", text, query)
		}
		terms := strings.Fields(query)
		if len(terms) > wordsAtOnce {
			t.Fatalf("%d terms", len(terms))
		}
		for _, term := range terms {
			word, ok := strings.CutPrefix(term, "+")
			if !ok || word == "" {
				t.Fatalf("term %q of %q", term, query)
			}
			word = strings.TrimSuffix(word, "*")
			if strings.ContainsAny(strings.ReplaceAll(word, `\`, ""), luceneSyntax) && !strings.Contains(word, `\`) {
				t.Fatalf("term %q of %q has syntax", term, query)
			}
			if len([]rune(word)) > 2*longWord || slices.Contains([]string{"AND", "OR", "NOT", "TO"}, word) {
				t.Fatalf("term %q of %q", term, query)
			}
			if !slices.ContainsFunc(strings.Fields(graph.Fold(text)), func(w string) bool { return strings.HasPrefix(w, strings.ReplaceAll(word, `\`, "")) }) {
				t.Fatalf("term %q is no word of %q", term, text)
			}
		}
	})
}
