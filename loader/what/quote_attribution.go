package what

import (
	"cmp"
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// Attribution is what somebody is said to have said, written, thought or felt:
// whose it is, the word that attributes it, and the content, each in pieces where
// others stand between them. What is quoted within another's words is an
// attribution of its own.
type Attribution struct {
	Source, Content []language.Span
	// Cue is the token that attributes the content: "said", "according", "belief".
	Cue int
}

// Attributions returns the attributions of a document, in order of their cues.
func Attributions(doc *language.Document) []Attribution {
	r := &reading{Parse: grammar.New(doc)}
	r.findMarks()
	var found []Attribution
	for _, a := range r.attributions(attributionWeights()) {
		found = append(found, Attribution{Source: r.spansOf(a.source), Content: r.spansOf(a.content), Cue: a.cue})
	}
	return found
}

// attribution is one in the making.
type attribution struct {
	cue int
	// frame is how the content hangs on the cue.
	frame frame
	// preposition is that of a content in a prepositional phrase.
	preposition string
	// holder is the head of the source's phrase.
	holder          int
	source, content tokens
	description     description
	// score is the scorer's: the logarithm of the odds that it is one.
	score float64
}

// tokens is a sorted list of token indices.
type tokens []int

// attributions returns the attributions that the scorer takes, the better of two
// with the same content.
func (r *reading) attributions(weights map[string]float64) []attribution {
	var found []attribution
	for _, a := range r.candidates() {
		if a.score = a.description.score(weights); a.score >= leastScore {
			found = append(found, a)
		}
	}
	found = withoutDoubles(found)
	r.addTrailing(found)
	for i := range found {
		r.clip(&found[i])
	}
	return slices.DeleteFunc(found, func(a attribution) bool { return len(a.content) == 0 })
}

// candidates returns every attribution that the tree allows, described.
func (r *reading) candidates() []attribution {
	var found []attribution
	for i := range r.Tokens {
		list := r.attributionsAt(i)
		frames := map[frame]bool{}
		for _, a := range list {
			frames[a.frame] = true
		}
		for _, a := range list {
			r.addQuotations(&a)
			if len(a.content) == 0 || len(a.source) == 0 {
				continue
			}
			a.description = r.describe(&a, frames)
			found = append(found, a)
		}
	}
	return found
}

// withoutDoubles leaves, of attributions whose contents are for the most part the
// same, the one with the best score.
func withoutDoubles(found []attribution) []attribution {
	byScore := make([]int, len(found))
	for i := range byScore {
		byScore[i] = i
	}
	slices.SortStableFunc(byScore, func(a, b int) int { return cmp.Compare(found[b].score, found[a].score) })
	dropped := make([]bool, len(found))
	for n, i := range byScore {
		for _, better := range byScore[:n] {
			if !dropped[better] && sameAttribution(&found[i], &found[better]) {
				dropped[i] = true
				break
			}
		}
	}
	var kept []attribution
	for i, a := range found {
		if !dropped[i] {
			kept = append(kept, a)
		}
	}
	return kept
}

// sameAttribution reports whether two attributions are readings of one: by the same
// cue of the same words, or of mostly the same content.
func sameAttribution(a, b *attribution) bool {
	shared := sharedTokens(a.content, b.content)
	return a.cue == b.cue && shared > 0 || 3*shared > 2*len(a.content) && 3*shared > 2*len(b.content)
}

// sharedTokens counts what two contents have in common.
func sharedTokens(a, b tokens) int {
	if len(a) == 0 || len(b) == 0 || a[len(a)-1] < b[0] || b[len(b)-1] < a[0] {
		return 0
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return shared
}

// clip takes white space and marks off the ends of a content, and the cue and the
// source out of it.
func (r *reading) clip(a *attribution) {
	for len(a.content) > 0 && r.isLoose(a.content[0]) {
		a.content = a.content[1:]
	}
	for len(a.content) > 0 && r.isLoose(a.content[len(a.content)-1]) {
		a.content = a.content[:len(a.content)-1]
	}
	a.content = slices.DeleteFunc(a.content, func(i int) bool { return i == a.cue })
}

// isLoose reports whether a token says nothing at the end of a piece: white space,
// commas, dashes.
func (r *reading) isLoose(i int) bool {
	t := &r.Tokens[i]
	return r.IsSpace(i) || t.POS == "PUNCT" && !opensQuote(t.Text) && !closesQuote(t.Text)
}

// spansOf returns the runs of tokens that follow each other.
func (r *reading) spansOf(list tokens) []language.Span {
	var spans []language.Span
	for _, i := range list {
		if n := len(spans); n > 0 && (spans[n-1].End == i || grammar.OnlySpace(r.Parse, spans[n-1].End, i)) {
			spans[n-1].End = i + 1
			continue
		}
		spans = append(spans, language.Span{Start: i, End: i + 1})
	}
	return spans
}

// joined returns the tokens of two lists.
func joined(a, b tokens) tokens {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}
