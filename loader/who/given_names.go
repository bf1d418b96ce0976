package who

import (
	"strings"

	"dateline/loader/language"
)

// givenNames claims a first name with the capitalized words after it that the
// model has missed, outside headlines.
func (f *finder) givenNames() {
	for i := range f.doc.Tokens {
		token := f.doc.Tokens[i]
		if !f.words.isGiven(token.Text) || f.owner[i] >= 0 || token.Tag != "NNP" {
			continue
		}
		if i > 0 && f.owner[i-1] < 0 && f.text.nameWord(i-1) && !f.text.sentenceStart(i-1) {
			continue // the middle of something longer
		}
		span := f.personRun(i, 4)
		if span.End-span.Start >= 2 && (token.Entity < 0 || f.text.headline[i]) {
			f.claim(span, f.model.classOf(language.Entity{Span: span, Label: "PERSON"}), nil)
		}
	}
}

// personRun returns the run of name words from token i, at most size of them, that
// can be a person's name: "Juan de la Cruz Jr.".
func (f *finder) personRun(i, size int) language.Span {
	end := i
	sentence := f.doc.SentenceOf(i)
	for j := i; j < sentence.End && j-i < size; j++ {
		if f.owner[j] >= 0 || f.words.notInName(f.doc.Tokens[j].Text) {
			break
		}
		switch {
		case f.text.nameWord(j):
			end = j + 1
		case j > i && isParticle(f.doc.Tokens[j].Text):
			continue
		default:
			return language.Span{Start: i, End: end}
		}
		if f.text.headline[j] && f.text.common[strings.ToLower(f.doc.Tokens[j].Text)] {
			return language.Span{Start: i, End: j}
		}
		if newlineAfter(f.doc, j) {
			break
		}
	}
	return language.Span{Start: i, End: end}
}
