package quote

import (
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// Attribution says that somebody said, wrote, thought or felt something: the phrase that
// names the source, the content, and the word that attributes one to the other. Source
// and content come in several spans if other words stand between them. A quotation
// within a quotation is an attribution of its own.
type Attribution struct {
	Source, Content []language.Span
	Cue             int // the token that attributes: "said", "according", "belief"
}

// Attributions returns the attributions of a document in the order of their cues, chosen
// by the embedded weights.
func Attributions(doc *language.Document) []Attribution {
	m := Find(grammar.New(doc))
	var found []Attribution
	for _, a := range Select(m, attributionWeights()) {
		found = append(found, Attribution{Source: Spans(m, a.Source), Content: Spans(m, a.Content), Cue: a.Cue})
	}
	return found
}

// Spans joins tokens that follow each other, or have only white space between them, to
// spans.
func Spans(m *Marks, list []int) []language.Span {
	var spans []language.Span
	for _, i := range list {
		if n := len(spans); n > 0 && (spans[n-1].End == i || grammar.OnlySpace(m.Parse, spans[n-1].End, i)) {
			spans[n-1].End = i + 1
			continue
		}
		spans = append(spans, language.Span{Start: i, End: i + 1})
	}
	return spans
}

// joined returns the tokens of both lists, sorted, each once.
func joined(a, b []int) []int {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}
