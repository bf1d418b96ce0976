package aside

import (
	"cmp"
	"slices"

	"dateline/loader/language"
)

// Parse reads a text with each line by itself, and each sentence without its asides.
func Parse(pipeline *language.Pipeline, text string) *language.Document {
	return pipeline.ParseWithout(text, Respell, Find)
}

// Find returns the asides of a text, in order and without overlap, from its tokens as
// they are written.
func Find(tokens []language.Token) []language.Aside {
	var found []language.Aside
	for start := 0; start < len(tokens); {
		end := start
		for end < len(tokens) && !endsLine(tokens[end]) {
			end++
		}
		found = append(found, inLine(tokens, language.Span{Start: start, End: end})...)
		start = end + 1
	}
	return found
}

// inLine returns the asides of a line. Of two that overlap, the kind that is looked for
// first stays.
func inLine(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	add := func(aside language.Aside) {
		if !slices.ContainsFunc(found, func(other language.Aside) bool { return aside.Start <= other.End && other.Start <= aside.End }) {
			found = append(found, aside)
		}
	}
	if end := datelineEnd(tokens, line); end > line.Start {
		found = append(found, language.Aside{Span: language.Span{Start: line.Start, End: end}, Kind: language.Apart})
		line.Start = end
	}
	for _, find := range []func([]language.Token, language.Span) []language.Aside{links, styles, portfolios, abbreviations, suffixes, additions} {
		for _, aside := range find(tokens, line) {
			add(aside)
		}
	}
	slices.SortFunc(found, func(a, b language.Aside) int { return cmp.Compare(a.Start, b.Start) })
	return found
}
