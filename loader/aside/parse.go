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
	taken := make([]bool, line.Len())
	from := line.Start
	add := func(aside language.Aside) {
		if slices.Contains(taken[max(0, aside.Start-1-from):min(len(taken), aside.End+1-from)], true) {
			return // overlaps another, or touches it
		}
		for i := aside.Start; i < aside.End; i++ {
			taken[i-from] = true
		}
		found = append(found, aside)
	}
	if end := datelineEnd(tokens, line); end > line.Start {
		add(language.Aside{Span: language.Span{Start: line.Start, End: end}, Kind: language.Apart})
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
