package who

import (
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language/languagetest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// words make articles of every kind that the cast must survive: names, titles,
// pronouns, quotation marks, lines and marks in any order.
var words = []string{
	"Macaulay", "Jane", "Jane Orr", "Gen.", "President", "the president of", "France", "French", "Paris", "in", "at", "the Kremlin", "U.S.",
	"NATO", "(", ")", "(NATO)", "'s", "’s", "met", "said", "he", "she", "it", "they", "their", "his adviser", "both leaders", "the two countries",
	"Franco-", "-", "—", "/", "“", "”", "\"", ",", ".", "\n\n", "and", "of", "von der", "Heide", "Inc", "the group", "ministers", "de", "Mr",
	"Zürich", "北京", "🙂", "\u00a0", "Sen. Orr", "who", "was", "king", "the Orrs", "The", "University of", "Party", "County", "St", "Jr.",
}

func TestPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), " ")
		keepsPromises(t, text)
	})
}

func FuzzFind(f *testing.F) {
	f.Add("The envoy met President Jane Orr in Paris. She thanked him.")
	f.Add("“")
	f.Add("")
	f.Add("\x00\xff Orr’s")
	f.Fuzz(func(t *testing.T, text string) { keepsPromises(t, strings.ToValidUTF8(text, "?")) })
}

// keepsPromises asks the cast everything twice: the answers are in range, the
// batch stays valid whatever was asked, and both times are alike.
func keepsPromises(t rapid.TB, text string) {
	first, second := castOf(text), castOf(text)
	for _, c := range []*found{first, second} {
		for token := -1; token <= len(c.doc.Tokens); token++ {
			members := c.Parties(token)
			for _, member := range members {
				if member < 0 || member >= len(c.Members()) {
					t.Fatalf("parties of token %d hold %d of %d", token, member, len(c.Members()))
				}
			}
			for _, member := range c.Parties(token, members...) {
				if slices.Contains(members, member) {
					t.Fatalf("parties of token %d hold the excluded %d", token, member)
				}
			}
			if place, ok := c.Location(token); ok && c.Members()[place].Kind != graph.KindPlace {
				t.Fatalf("location of token %d is %v", token, c.Members()[place])
			}
			c.StateOf(token)
			c.At(token)
		}
		batch := graph.Batch{Article: *c.article, Members: c.Members()}
		if err := batch.Check(); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(first.Members(), second.Members()); diff != "" {
		t.Fatalf("one article, two casts: %s", diff)
	}
}

func BenchmarkFind(b *testing.B) {
	paragraph := "Norwegian Prime Minister Kari Lund met Finnish President Eero Salo in Oslo on Monday. " +
		"She said that Helsinki had asked for the talks, and that both leaders would meet again. " +
		"The Northern Freedom Front (NFF) was absent.\n\n"
	text := strings.Repeat(paragraph, 20)
	doc := languagetest.Pipeline().Parse(text)
	article := &graph.Article{ID: "art_bench", Text: text}
	b.ReportMetric(float64(len(doc.Tokens)), "tokens")
	for b.Loop() {
		Find(doc, article)
	}
}
