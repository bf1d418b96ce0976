package quote

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/loader/aside"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"
)

func parse(t testing.TB, text string) *language.Document {
	t.Helper()
	return aside.Parse(languagetest.Pipeline(), text)
}

func find(t testing.TB, text string) *Marks {
	t.Helper()
	return Find(grammar.New(parse(t, text)))
}

// speech is text with its attributions, each as "source: content".
type speech struct {
	why, text string
	want      []string
}

// speeches has each construction by which news tells who said or thought what.
var speeches = []speech{
	{"reported speech", `The minister said that the ferry would sail on Monday.`,
		[]string{"The minister: that the ferry would sail on Monday"}},
	{"a clause at the end", `The ferry will sail on Monday, the harbour office said.`,
		[]string{"the harbour office: The ferry will sail on Monday"}},
	{"an inverted clause", `"We are ready to sail," said Ana Silva, the captain.`,
		[]string{`Ana Silva, the captain: "We are ready to sail,"`}},
	{"a quotation in two pieces", `"We are ready," she said, "and we will sail on Monday."`,
		[]string{`she: "We are ready," … "and we will sail on Monday."`}},
	{"a quotation of several sentences", `"We are ready," Silva said. "The crew is on board. The weather is good."`,
		[]string{`Silva: "We are ready," … "The crew is on board. The weather is good."`}},
	{"a question", `"Will the ferry sail on Monday?" Boom asked.`,
		[]string{`Boom: "Will the ferry sail on Monday?"`}},
	{"according to", `The ferry will sail on Monday, according to two people who work in the harbour.`,
		[]string{"two people who work in the harbour: The ferry will sail on Monday"}},
	{"a participle", `Silva praised the crew, adding that the ferry would sail on Monday.`,
		[]string{"Silva: the crew", "Silva: that the ferry would sail on Monday"}},
	{"an attitude", `Many passengers believe that the ferry will never sail.`,
		[]string{"Many passengers: that the ferry will never sail"}},
	{"an aim", `The harbour office vowed to repair the ferry by Monday.`,
		[]string{"The harbour office: to repair the ferry by Monday"}},
	{"no attribution", `The ferry sailed on Monday. It reached the island in the evening.`, nil},
}

func TestAttributions(t *testing.T) {
	for _, c := range speeches {
		doc := parse(t, c.text)
		var got []string
		for _, a := range Attributions(doc) {
			got = append(got, wordsOf(doc, a.Source)+": "+wordsOf(doc, a.Content))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", c.why, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// wordsOf joins the words of spans.
func wordsOf(doc *language.Document, spans []language.Span) string {
	var pieces []string
	for _, span := range spans {
		pieces = append(pieces, doc.Slice(span))
	}
	return strings.Join(pieces, " … ")
}

// Attributions of words in any order have a source and a content, in spans that follow
// each other within the text and do not contain the cue.
func TestAttributionsOfAnyWords(t *testing.T) {
	vocabulary := []string{`"`, `"`, "“", "”", "''", "\n\n", ":", "said", "according", "to"}
	for _, s := range speeches {
		vocabulary = append(vocabulary, strings.Fields(s.text)...)
	}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 40).Draw(r, "words"), " ")
		doc := parse(t, text)
		for _, a := range Attributions(doc) {
			for _, spans := range [][]language.Span{a.Source, a.Content} {
				end := 0
				for _, span := range spans {
					if span.Start < end || span.End <= span.Start || span.End > len(doc.Tokens) {
						r.Fatalf("%q has spans %v", text, spans)
					}
					end = span.End
				}
				if end == 0 {
					r.Fatalf("%q has an attribution without words", text)
				}
			}
			for _, span := range a.Content {
				if a.Cue >= span.Start && a.Cue < span.End {
					r.Fatalf("%q has its cue in its content", text)
				}
			}
		}
	})
}
