package what

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
)

// quotation is who says what stands between quotation marks.
type quotation struct {
	speaker int // member, -1 where unknown
	cue     int // the verb of speech, -1 where there is none
}

// findQuotations finds the quotations of the text and who says them.
func (r *reading) findQuotations() {
	r.quotes = make([]quotation, len(r.marks.Spans))
	for q := range r.quotes {
		r.quotes[q] = quotation{speaker: -1, cue: -1}
	}
	for q := range r.quotes {
		r.attributeQuote(q)
	}
}

// attributeQuote finds the speaker of a quotation: the subject of the verb of
// speech of its own or the next sentence outside the marks, else the speaker of
// the quotation before it in the paragraph.
func (r *reading) attributeQuote(q int) {
	said, span := &r.quotes[q], r.marks.Spans[q]
	first := r.Tokens[span.Start].Sentence
	last := r.Tokens[span.End-1].Sentence
	for _, sentence := range []int{last, first} {
		if cue := r.cueNear(span, r.Sentences[sentence]); cue >= 0 {
			if speaker := r.speakerOf(cue); speaker >= 0 {
				said.speaker, said.cue = speaker, cue
				return
			}
		}
	}
	if next := last + 1; next < len(r.Sentences) && !grammar.BreakBetween(r.Parse, span.End-1, r.Sentences[next].Start) {
		if cue := r.openingCue(r.Sentences[next]); cue >= 0 {
			if speaker := r.speakerOf(cue); speaker >= 0 {
				said.speaker, said.cue = speaker, cue
				return
			}
		}
	}
	if q > 0 && r.quotes[q-1].speaker >= 0 && !grammar.BreakBetween(r.Parse, r.marks.Spans[q-1].End-1, span.Start) {
		said.speaker = r.quotes[q-1].speaker
	}
}

// cueNear returns the verb of speech in a sentence outside the quotation, the
// nearest to it; -1 for none.
func (r *reading) cueNear(quoted, sentence language.Span) int {
	best, distance := -1, 0
	for i := sentence.Start; i < sentence.End; i++ {
		if r.marks.At(i) >= 0 || !grammar.IsSpeech(r.Parse, i) {
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

// openingCue returns the verb of a sentence that starts with its speech clause
// after a quotation: "he said."
func (r *reading) openingCue(sentence language.Span) int {
	for i := sentence.Start; i < min(sentence.End, sentence.Start+8); i++ {
		if r.marks.At(i) < 0 && grammar.IsSpeech(r.Parse, i) && r.Dep(i) == "ROOT" && r.Child(i, "ccomp", "dobj") < 0 {
			return i
		}
	}
	return -1
}

// speakerOf returns who a verb of speech has as its speaker, -1 for none that the
// article names.
func (r *reading) speakerOf(verb int) int {
	for _, subject := range r.doers(verb) {
		if r.marks.At(subject) >= 0 && r.marks.At(verb) < 0 {
			continue
		}
		for _, member := range r.speakers(subject) {
			if r.member(member).Kind == graph.KindPlace {
				continue
			}
			if r.Tag(subject) == "PRP" && r.onlyQuoted(member, subject) {
				return r.speakerBefore(subject)
			}
			return member
		}
	}
	return -1
}

// speakers returns the members that the subject of a verb of speech names, media
// included.
func (r *reading) speakers(subject int) []int {
	if m, ok := r.cast.At(subject); ok && r.isMedium(m.Member) {
		return []int{m.Member}
	}
	if members := r.parties(subject, nil); len(members) > 0 {
		return members
	}
	if written[r.Lemma(subject)] {
		return r.authors(subject)
	}
	return r.cast.Parties(subject) // "a source"
}

// written are things by which somebody says something.
var written = set("letter email message memo note statement cable tweet post report telegram text article book")

// authors returns who wrote what a noun names: "a letter by A", "A's letter", "an
// email sent by A".
func (r *reading) authors(document int) []int {
	if owners := r.Children(document, "poss"); len(owners) > 0 {
		return r.partiesOf(owners, nil)
	}
	if authors := r.phrase(document, nil, "by", "from"); len(authors) > 0 {
		return authors
	}
	for _, clause := range r.Children(document, "acl") {
		if agents := r.agentsAsParties(clause); len(agents) > 0 {
			return agents
		}
	}
	if issuer := r.Head(document); r.Dep(document) == "dobj" && issuing[r.Lemma(issuer)] {
		return r.partiesOf(r.doers(issuer), nil)
	}
	return nil
}

// issuing are verbs whose subject is the author of the statement that is their object.
var issuing = set("issue release publish write send post make give deliver sign tweet")

// onlyQuoted reports whether what stands before a pronoun in its sentence names a
// member only inside quotation marks: "he" who speaks is not he who is spoken of.
func (r *reading) onlyQuoted(member, pronoun int) bool {
	quoted := false
	for i := r.Segment(pronoun).Start; i < pronoun; i++ {
		if m, ok := r.cast.At(i); ok && m.Member == member {
			if r.marks.At(i) < 0 {
				return false
			}
			quoted = true
		}
	}
	return quoted
}

// speakerBefore returns the subject of the nearest verb of speech in the sentences
// before a pronoun, -1 for none within three.
func (r *reading) speakerBefore(pronoun int) int {
	start := r.Segment(pronoun).Start
	for i := start - 1; i >= 0 && r.Tokens[pronoun].Sentence-r.Tokens[i].Sentence <= 3; i-- {
		if r.marks.At(i) >= 0 || !grammar.IsSpeech(r.Parse, i) {
			continue
		}
		for _, subject := range r.doers(i) {
			if m, ok := r.cast.At(subject); ok && r.member(m.Member).Kind == graph.KindPerson {
				return m.Member
			}
		}
	}
	return -1
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
	if q := r.marks.At(span.Start); q >= 0 {
		span.Start = min(span.Start, r.marks.Spans[q].Start)
	}
	for {
		next := -1
		last := r.marks.At(span.End - 1)
		switch {
		case last >= 0 && r.marks.Spans[last].Start < span.End-1 && r.marks.Spans[last].End > span.End:
			next = last
		case last >= 0 && r.marks.Spans[last].Start == span.End-1:
			next = last // no more than its first mark
			if !r.goesOn(last) {
				span.End--
				return span
			}
		case span.End < len(r.Tokens) && r.marks.At(span.End) >= 0 && r.goesOn(r.marks.At(span.End)):
			next = r.marks.At(span.End)
		}
		if next < 0 || r.marks.Spans[next].End <= span.End {
			return span
		}
		span.End = r.marks.Spans[next].End
	}
}

// goesOn reports whether a quotation has no cue of its own and goes on with the one
// before it: "“…,” he said. “…”"
func (r *reading) goesOn(q int) bool {
	if q == 0 || r.quotes[q].cue >= 0 || !quote.EndsAsSentence(r.marks, r.marks.Spans[q]) || r.quotes[q-1].speaker < 0 || r.quotes[q].speaker != r.quotes[q-1].speaker {
		return false
	}
	return !grammar.BreakBetween(r.Parse, r.marks.Spans[q-1].End-1, r.marks.Spans[q].Start)
}
