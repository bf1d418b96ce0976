package evidence

import (
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
)

// quotation is who says a quotation.
type quotation struct {
	speaker int // member, -1 if unknown
	cue     int // the verb of speech, -1 if there is none
	follows int // the verb of speech whose sentence it comes right after and goes on, -1 if there is none
}

// IsQuoted reports whether a token stands in a quotation.
func (a *Article) IsQuoted(token int) bool { return a.Marks.At(token) >= 0 }

// QuotedSpeaker returns the speaker of the quotation that a token stands in, -1 if
// unknown or outside quotations.
func (a *Article) QuotedSpeaker(token int) int {
	if q := a.Marks.At(token); q >= 0 {
		return a.quotes[q].speaker
	}
	return -1
}

// QuoteCue returns the verb of speech of a quotation, an index in Marks.Spans; -1 if it
// has none.
func (a *Article) QuoteCue(q int) int { return a.quotes[q].cue }

// attributeQuotes finds the speakers of all quotations.
func attributeQuotes(a *Article) {
	a.quotes = make([]quotation, len(a.Marks.Spans))
	for q := range a.quotes {
		a.quotes[q] = quotation{speaker: -1, cue: -1, follows: -1}
	}
	for q := range a.quotes {
		attributeQuote(a, q)
	}
}

// attributeQuote finds the speaker of a quotation: the subject of a verb of speech in its
// own sentences or opening the next one, outside quotation marks, else the speaker of the
// quotation before it in the paragraph.
func attributeQuote(a *Article, q int) {
	said, span := &a.quotes[q], a.Marks.Spans[q]
	first := a.Tokens[span.Start].Sentence
	last := a.Tokens[span.End-1].Sentence
	for _, sentence := range []int{last, first} {
		if cue := cueNear(a, span, a.Sentences[sentence]); cue >= 0 {
			if speaker := SpeakerOf(a, cue); speaker >= 0 {
				said.speaker, said.cue = speaker, cue
				return
			}
		}
	}
	if next := last + 1; next < len(a.Sentences) && !grammar.BreakBetween(a.Parse, span.End-1, a.Sentences[next].Start) {
		if cue := openingCue(a, a.Sentences[next]); cue >= 0 {
			if speaker := SpeakerOf(a, cue); speaker >= 0 {
				said.speaker, said.cue = speaker, cue
				return
			}
		}
	}
	if q > 0 && a.quotes[q-1].speaker >= 0 && !grammar.BreakBetween(a.Parse, a.Marks.Spans[q-1].End-1, span.Start) {
		said.speaker = a.quotes[q-1].speaker
		return
	}
	attributeByPlace(a, q)
}

// cueNear returns the verb of speech of a sentence that is outside quotations and nearest
// to this one, -1 for none.
func cueNear(a *Article, quoted, sentence language.Span) int {
	best, distance := -1, 0
	for i := sentence.Start; i < sentence.End; i++ {
		if a.IsQuoted(i) || !grammar.IsSpeech(a.Parse, i) {
			continue
		}
		d := quoted.Start - i
		if i >= quoted.End {
			d = i - quoted.End
		}
		if best < 0 || d < distance {
			best, distance = i, d
		}
	}
	return best
}

// openingCue returns the verb of speech with which a sentence opens after a quotation, as
// in "he said."; -1 for none.
func openingCue(a *Article, sentence language.Span) int {
	for i := sentence.Start; i < min(sentence.End, sentence.Start+8); i++ {
		if !a.IsQuoted(i) && grammar.IsSpeech(a.Parse, i) && a.Dep(i) == "ROOT" && a.Child(i, "ccomp", "dobj") < 0 {
			return i
		}
	}
	return -1
}

// Follows returns the verb of speech whose sentence a quotation, an index in Marks.Spans, comes
// right after and goes on: "Lim said she was worried. “…”"; -1 for none.
func (a *Article) Follows(q int) int { return a.quotes[q].follows }

// Byline returns who is named right before or behind a quotation as the one who says it,
// without a verb: "From Lim:" or "– Lim"; -1 for nobody.
func (a *Article) Byline(q int) int {
	if a.quotes[q].cue >= 0 || a.quotes[q].follows >= 0 {
		return -1
	}
	if signer := signerOf(a, a.Marks.Spans[q]); signer >= 0 {
		return signer
	}
	return headOf(a, a.Marks.Spans[q])
}

// attributeByPlace finds the speaker of a quotation that no verb of speech names in its own
// sentences: the paragraph before it leads up to it, "Lim said in a statement:", it goes on
// from the sentence before, it goes on with a quotation that its paragraph left open, or
// somebody signs it.
func attributeByPlace(a *Article, q int) {
	said, span := &a.quotes[q], a.Marks.Spans[q]
	if q > 0 && goesOnInParagraph(a, q) {
		said.speaker = a.quotes[q-1].speaker
		return
	}
	if speaker := signerOf(a, span); speaker >= 0 {
		said.speaker = speaker
		return
	}
	if speaker := headOf(a, span); speaker >= 0 {
		said.speaker = speaker
		return
	}
	cue := cueBefore(a, span)
	if cue < 0 {
		return
	}
	if speaker := SpeakerOf(a, cue); speaker >= 0 {
		said.speaker, said.follows = speaker, cue
	}
}

// wordBefore returns the last token before a quotation that is no space, -1 for none.
func wordBefore(a *Article, span language.Span) int {
	i := span.Start - 1
	for i >= 0 && a.IsSpace(i) {
		i--
	}
	return i
}

// cueBefore returns the main verb of speech of the sentence right before a quotation that
// stands as a sentence of its own: one that ends with a colon, or has no quotation itself.
func cueBefore(a *Article, span language.Span) int {
	before := wordBefore(a, span)
	if before < 0 || !quote.EndsAsSentence(a.Marks, span) || a.SentenceOf(span.Start).Start != span.Start && a.Tokens[before].Text != ":" {
		return -1
	}
	sentence := a.SentenceOf(before)
	isLed := a.Tokens[before].Text == ":"
	if !isLed && (grammar.BreakBetween(a.Parse, before, span.Start) || a.Tokens[before].Text != ".") {
		return -1
	}
	cue := -1
	for i := sentence.Start; i <= before; i++ {
		if a.IsQuoted(i) {
			return -1
		}
		if grammar.IsSpeech(a.Parse, i) && a.Dep(i) == "ROOT" {
			cue = i
		}
	}
	return cue
}

// goesOnInParagraph reports whether a quotation opens the paragraph after one that the
// quotation before it ends without a closing mark: both are one.
func goesOnInParagraph(a *Article, q int) bool {
	before, span := a.Marks.Spans[q-1], a.Marks.Spans[q]
	last := wordBefore(a, language.Span{Start: before.End})
	return last > before.Start && !quote.Closes(a.Tokens[last].Text) && wordBefore(a, span) == last && a.quotes[q-1].speaker >= 0
}

// signerOf returns the person who signs a quotation: "“…” – Lim" at the end of a line.
func signerOf(a *Article, span language.Span) int {
	if span.End+1 >= len(a.Tokens) || !grammar.IsDash(a.Tokens[span.End].Text) {
		return -1
	}
	line := a.Segment(span.End)
	for i := span.End + 1; i < line.End; i++ {
		if a.IsVerb(i) {
			return -1
		}
	}
	return nameAtEnd(a, language.Span{Start: span.End + 1, End: line.End})
}

// headOf returns the person whose words a line leads up to: "From Lim:".
func headOf(a *Article, span language.Span) int {
	before := wordBefore(a, span)
	if before < 1 || a.Tokens[before].Text != ":" || !grammar.BreakBetween(a.Parse, before, span.Start) {
		return -1
	}
	start := before
	for start > 0 && !a.IsSpace(start-1) {
		if a.IsVerb(start) {
			return -1
		}
		start--
	}
	if a.Lower(start) != "from" {
		return -1
	}
	return nameAtEnd(a, language.Span{Start: start + 1, End: before})
}

// nameAtEnd returns the only person whom a span names, -1 if it names none or several.
func nameAtEnd(a *Article, span language.Span) int {
	found := -1
	for i := span.Start; i < span.End; i++ {
		person := a.PersonAt(i)
		if person >= 0 && found >= 0 && person != found {
			return -1
		}
		if person >= 0 && a.IsNamed(person) {
			found = person
		}
	}
	return found
}

// WholeQuotations widens a span to the whole of every quotation that it cuts, and to one
// that continues it with no words in between. It leaves out a mark at its end that opens
// somebody else's quotation.
func WholeQuotations(a *Article, span language.Span) language.Span {
	for span.End > span.Start && a.IsSpace(span.End-1) {
		span.End--
	}
	if span.Start >= span.End {
		return span
	}
	if q := a.Marks.At(span.Start); q >= 0 {
		span.Start = min(span.Start, a.Marks.Spans[q].Start)
	}
	for {
		next := -1
		last := a.Marks.At(span.End - 1)
		switch {
		case last >= 0 && a.Marks.Spans[last].Start < span.End-1 && a.Marks.Spans[last].End > span.End:
			next = last
		case last >= 0 && a.Marks.Spans[last].Start == span.End-1:
			next = last // no more than its first mark
			if !goesOn(a, last) {
				span.End--
				return span
			}
		case span.End < len(a.Tokens) && a.IsQuoted(span.End) && goesOn(a, a.Marks.At(span.End)):
			next = a.Marks.At(span.End)
		case last >= 0 && last+1 < len(a.Marks.Spans) && a.Marks.Spans[last].End == span.End && goesOnInParagraph(a, last+1):
			next = last + 1
		}
		if next < 0 || a.Marks.Spans[next].End <= span.End {
			return span
		}
		span.End = a.Marks.Spans[next].End
	}
}

// goesOn reports whether a quotation without a cue of its own continues the one before
// it: "“…,” he said. “…”
func goesOn(a *Article, q int) bool {
	if q == 0 || a.quotes[q].cue >= 0 || !quote.EndsAsSentence(a.Marks, a.Marks.Spans[q]) {
		return false
	}
	if before := a.quotes[q-1].speaker; before < 0 || a.quotes[q].speaker != before {
		return false
	}
	return goesOnInParagraph(a, q) || !grammar.BreakBetween(a.Parse, a.Marks.Spans[q-1].End-1, a.Marks.Spans[q].Start)
}
