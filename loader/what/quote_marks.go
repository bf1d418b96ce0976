package what

import (
	"slices"
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// quotationTokens returns the tokens of a quotation, its marks included.
func (r *reading) quotationTokens(q int) tokens {
	span := r.quotes[q].span
	list := make(tokens, 0, span.End-span.Start)
	for i := span.Start; i < span.End; i++ {
		list = append(list, i)
	}
	return list
}

// addQuotations makes a content whole that the parser cut within quotation marks,
// and keeps one that is attributed inside a quotation within it.
func (r *reading) addQuotations(a *attribution) {
	if own := r.quoteAt[a.cue]; own >= 0 {
		a.content = slices.DeleteFunc(a.content, func(i int) bool { return r.quoteAt[i] != own })
		return
	}
	touched := map[int]bool{}
	for _, i := range a.content {
		if q := r.quoteAt[i]; q >= 0 && !touched[q] {
			touched[q] = true
		}
	}
	for q := range touched {
		a.content = joined(a.content, r.quotationTokens(q))
	}
}

// addTrailing gives a quotation that no cue claims to the attribution before it in
// its paragraph: "“…,” he said. “…”"
func (r *reading) addTrailing(found []attribution) {
	claimed := make([]bool, len(r.quotes))
	last := make([]int, len(r.quotes)) // the attribution that ends with a quotation, plus one
	for index := range found {
		a := &found[index]
		for _, i := range a.content {
			if q := r.quoteAt[i]; q >= 0 && r.quoteAt[a.cue] < 0 && grammar.SpeechVerbs[r.Lemma(a.cue)] {
				claimed[q] = true
				last[q] = index + 1
			}
		}
	}
	for q := 1; q < len(r.quotes); q++ {
		if claimed[q] || last[q-1] == 0 || grammar.BreakBetween(r.Parse, r.quotes[q-1].span.End, r.quotes[q].span.Start) {
			continue
		}
		a := &found[last[q-1]-1]
		if !r.endsAsSentence(r.quotes[q].span) || !r.followsOn(a, r.quotes[q].span) {
			continue
		}
		a.content = joined(a.content, r.quotationTokens(q))
		last[q] = last[q-1]
	}
}

// whole widens a run of tokens to the whole of each quotation that it cuts, and to
// the one that goes on after it with no words of its own around; a mark at its end
// that opens another's is left out.
func (r *reading) whole(span language.Span) language.Span {
	for span.End > span.Start && r.IsSpace(span.End-1) {
		span.End--
	}
	if span.Start >= span.End {
		return span
	}
	if q := r.quoteAt[span.Start]; q >= 0 {
		span.Start = min(span.Start, r.quotes[q].span.Start)
	}
	for {
		next := -1
		last := r.quoteAt[span.End-1]
		switch {
		case last >= 0 && r.quotes[last].span.Start < span.End-1 && r.quotes[last].span.End > span.End:
			next = last
		case last >= 0 && r.quotes[last].span.Start == span.End-1:
			next = last // no more than its first mark
			if !r.goesOn(last) {
				span.End--
				return span
			}
		case span.End < len(r.Tokens) && r.quoteAt[span.End] >= 0 && r.goesOn(r.quoteAt[span.End]):
			next = r.quoteAt[span.End]
		}
		if next < 0 || r.quotes[next].span.End <= span.End {
			return span
		}
		span.End = r.quotes[next].span.End
	}
}

// goesOn reports whether a quotation has no cue of its own and goes on with the one
// before it: "“…,” he said. “…”"
func (r *reading) goesOn(q int) bool {
	if q == 0 || r.quotes[q].cue >= 0 || !r.endsAsSentence(r.quotes[q].span) || r.quotes[q-1].speaker < 0 || r.quotes[q].speaker != r.quotes[q-1].speaker {
		return false
	}
	return !grammar.BreakBetween(r.Parse, r.quotes[q-1].span.End-1, r.quotes[q].span.Start)
}

// endsAsSentence reports whether a quotation ends with a whole sentence: “top secret”
// in the next one does not go on with what was said.
func (r *reading) endsAsSentence(span language.Span) bool {
	for i := span.End - 1; i > span.Start; i-- {
		text := r.Tokens[i].Text
		if !r.IsSpace(i) && !closesQuote(text) {
			return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "…")
		}
	}
	return false
}

// followsOn reports whether a quotation opens the next sentence after an attribution:
// nothing but the rest of its sentence stands between.
func (r *reading) followsOn(a *attribution, span language.Span) bool {
	end := a.cue
	if n := len(a.content); n > 0 {
		end = max(end, a.content[n-1])
	}
	if n := len(a.source); n > 0 {
		end = max(end, a.source[n-1])
	}
	ended := false
	for i := end + 1; i < span.Start; i++ {
		switch {
		case r.endsSentence(i):
			if ended {
				return false
			}
			ended = true
		case ended && !r.isLoose(i):
			return false
		}
	}
	return ended || r.endsSentence(end) || closesQuote(r.Tokens[end].Text)
}

func (r *reading) endsSentence(i int) bool {
	text := r.Tokens[i].Text
	return text == "." || text == "?" || text == "!"
}

// findMarks finds the quotations of the text; the end of a paragraph closes one
// that is left open.
func (r *reading) findMarks() {
	r.quoteAt = make([]int, len(r.Tokens))
	open := -1
	end := func(at int) {
		r.quotes = append(r.quotes, quotation{span: language.Span{Start: open, End: at}, speaker: -1, cue: -1})
		open = -1
	}
	for i, token := range r.Tokens {
		r.quoteAt[i] = -1
		switch {
		case strings.Contains(token.Text, "\n"):
			if open >= 0 && r.endsQuotation(i) {
				end(i)
			}
		case open < 0 && opensQuote(token.Text):
			open = i
		case open >= 0 && closesQuote(token.Text):
			end(i + 1)
		}
	}
	if open >= 0 {
		end(len(r.Tokens))
	}
	for q := range r.quotes {
		for i := r.quotes[q].span.Start; i < r.quotes[q].span.End; i++ {
			r.quoteAt[i] = q
		}
	}
}
