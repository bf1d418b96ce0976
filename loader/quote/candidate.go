package quote

import (
	"cmp"
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/logistic"
)

// Candidate is an attribution that the parse allows, before the scorer decides on it.
// Tokens are sorted.
type Candidate struct {
	Cue             int
	Holder          int // the head of the source's phrase
	Source, Content []int
	Description     logistic.Features // what the scorer sees of it

	frame       frame
	preposition string  // the one that introduces the content, if any
	score       float64 // the logarithm of the odds that it is an attribution
}

// Candidates returns every attribution that the parse allows, with its description.
func Candidates(m *Marks) []Candidate {
	var found []Candidate
	for i := range m.Tokens {
		list := candidatesAt(m, i)
		frames := map[frame]bool{}
		for _, a := range list {
			frames[a.frame] = true
		}
		for _, a := range list {
			addQuotations(m, &a)
			if len(a.Content) == 0 || len(a.Source) == 0 {
				continue
			}
			a.Description = describe(m, &a, frames)
			found = append(found, a)
		}
	}
	return found
}

// Select returns the candidates that the scorer accepts with these weights. Of two with
// much the same content it returns the one with the better score.
func Select(m *Marks, weights logistic.Weights) []Candidate {
	var found []Candidate
	for _, a := range Candidates(m) {
		if a.score = weights.Score(a.Description); a.score >= leastScore {
			found = append(found, a)
		}
	}
	found = withoutDoubles(found)
	addTrailing(m, found)
	for i := range found {
		clip(m, &found[i])
	}
	return slices.DeleteFunc(found, func(a Candidate) bool { return len(a.Content) == 0 })
}

// withoutDoubles keeps, of candidates with much the same content, the one with the best
// score.
func withoutDoubles(found []Candidate) []Candidate {
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
	var kept []Candidate
	for i, a := range found {
		if !dropped[i] {
			kept = append(kept, a)
		}
	}
	return kept
}

// sameAttribution reports whether two candidates have a cue and some content in common,
// or more than two thirds of their contents.
func sameAttribution(a, b *Candidate) bool {
	shared := sharedTokens(a.Content, b.Content)
	return a.Cue == b.Cue && shared > 0 || 3*shared > 2*len(a.Content) && 3*shared > 2*len(b.Content)
}

// sharedTokens counts the tokens that two contents have in common.
func sharedTokens(a, b []int) int {
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

// clip removes white space and punctuation from the ends of a content, and the cue from
// within it.
func clip(m *Marks, a *Candidate) {
	for len(a.Content) > 0 && isLoose(m, a.Content[0]) {
		a.Content = a.Content[1:]
	}
	for len(a.Content) > 0 && isLoose(m, a.Content[len(a.Content)-1]) {
		a.Content = a.Content[:len(a.Content)-1]
	}
	a.Content = slices.DeleteFunc(a.Content, func(i int) bool { return i == a.Cue })
}

// isLoose reports whether a token is white space or punctuation other than a quotation
// mark.
func isLoose(m *Marks, i int) bool {
	t := &m.Tokens[i]
	return m.IsSpace(i) || t.POS == "PUNCT" && !Opens(t.Text) && !Closes(t.Text)
}

// addQuotations adds the rest of every quotation that a content touches, since parsers
// cut within quotation marks. A cue inside a quotation attributes only words of it.
func addQuotations(m *Marks, a *Candidate) {
	if own := m.At(a.Cue); own >= 0 {
		a.Content = slices.DeleteFunc(a.Content, func(i int) bool { return m.At(i) != own })
		return
	}
	touched := map[int]bool{}
	for _, i := range a.Content {
		if q := m.At(i); q >= 0 && !touched[q] {
			touched[q] = true
		}
	}
	for q := range touched {
		a.Content = joined(a.Content, quotationTokens(m, q))
	}
}

// addTrailing adds a quotation that no cue claims to the attribution before it in its
// paragraph: "“…,” he said. “…”"
func addTrailing(m *Marks, found []Candidate) {
	claimed := make([]bool, len(m.Spans))
	last := make([]int, len(m.Spans)) // the attribution that ends with a quotation, plus one
	for index := range found {
		a := &found[index]
		for _, i := range a.Content {
			if q := m.At(i); q >= 0 && m.At(a.Cue) < 0 && grammar.SpeechVerbs[m.Lemma(a.Cue)] {
				claimed[q] = true
				last[q] = index + 1
			}
		}
	}
	for q := 1; q < len(m.Spans); q++ {
		if claimed[q] || last[q-1] == 0 || grammar.BreakBetween(m.Parse, m.Spans[q-1].End, m.Spans[q].Start) {
			continue
		}
		a := &found[last[q-1]-1]
		if !EndsAsSentence(m, m.Spans[q]) || !followsOn(m, a, m.Spans[q]) {
			continue
		}
		a.Content = joined(a.Content, quotationTokens(m, q))
		last[q] = last[q-1]
	}
}

// followsOn reports whether a quotation opens the sentence after that of an attribution.
func followsOn(m *Marks, a *Candidate, span language.Span) bool {
	end := a.Cue
	if n := len(a.Content); n > 0 {
		end = max(end, a.Content[n-1])
	}
	if n := len(a.Source); n > 0 {
		end = max(end, a.Source[n-1])
	}
	ended := false
	for i := end + 1; i < span.Start; i++ {
		switch {
		case endsSentence(m, i):
			if ended {
				return false
			}
			ended = true
		case ended && !isLoose(m, i):
			return false
		}
	}
	return ended || endsSentence(m, end) || Closes(m.Tokens[end].Text)
}
