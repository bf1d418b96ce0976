package what

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/loader/language"
)

// Who is said to have said or thought what, in each way in which news says it.
func TestAttributions(t *testing.T) {
	pipeline := newPipeline(t)
	for _, c := range []struct {
		why, text string
		want      []string
	}{
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
	} {
		doc := pipeline.ParseParagraphs(c.text)
		var got []string
		for _, a := range Attributions(doc) {
			got = append(got, wordsOf(doc, a.Source)+": "+wordsOf(doc, a.Content))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", c.why, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// wordsOf returns the words of spans.
func wordsOf(doc *language.Document, spans []language.Span) string {
	var pieces []string
	for _, span := range spans {
		pieces = append(pieces, doc.Slice(span))
	}
	return strings.Join(pieces, " … ")
}

// Of words in any order the attributions have a source and a content, in pieces
// that stand in order within the text and hold no cue.
func TestAttributionsOfAnyWords(t *testing.T) {
	pipeline := newPipeline(t)
	vocabulary := append(fixtureWords(t), `"`, `"`, "“", "”", "''", "\n\n", ":", "said", "according", "to")
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 40).Draw(r, "words"), " ")
		doc := pipeline.ParseParagraphs(text)
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
