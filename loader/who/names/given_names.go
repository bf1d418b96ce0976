package names

import (
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// maxGivenName is how many words from a first name on can be one name. It is less than
// after a title, as a first name proves less. Judgement.
const maxGivenName = 4

// givenNames claims a first name with the capitalized words after it that the model
// has missed, or that stand in a headline.
func (f *finder) givenNames() {
	for i := range f.parse.Tokens {
		token := f.parse.Tokens[i]
		if f.owner[i] >= 0 || token.Tag != "NNP" || !f.words.IsGiven(token.Text) || f.insideName(i) {
			continue
		}
		span := f.personRun(i, maxGivenName)
		if span.Len() >= 2 && (token.Entity < 0 || f.clues.headline[i]) {
			f.claim(span, f.proposals.classOf(language.Entity{Span: span, Label: "PERSON"}), nil)
		}
	}
}

// insideName reports whether token i is the middle of something longer: an unclaimed
// name word stands before it that is one by more than its place.
func (f *finder) insideName(i int) bool {
	return i > 0 && f.owner[i-1] < 0 && f.clues.nameWord(i-1) && !f.clues.sentenceStart(i-1)
}

// personRun returns the run of name words from token i, at most size of them, that
// can be a person's name: "Juan de la Cruz Jr.".
func (f *workspace) personRun(i, size int) language.Span {
	end := i
	for j := i; j < f.parse.SentenceOf(i).End && size > 0; j++ {
		if !f.clues.joinedByHyphen(j) {
			size--
		}
		if f.owner[j] >= 0 || f.words.NotInName(f.parse.Tokens[j].Text) {
			break
		}
		if !f.clues.nameWord(j) {
			if j > i && vocabulary.IsParticle(f.parse.Tokens[j].Text) {
				continue
			}
			break
		}
		if f.clues.headline[j] && f.clues.common[f.parse.Lower(j)] {
			return language.Span{Start: i, End: j}
		}
		end = j + 1
		if newlineAfter(f.parse, j) {
			break
		}
	}
	return language.Span{Start: i, End: end}
}

// joinedByHyphen reports whether token i is a hyphen or what it joins to the word before:
// "Al-Ahmad".
func (c *clues) joinedByHyphen(i int) bool {
	return i > 0 && !c.parse.Tokens[i-1].Space && (c.parse.Tokens[i].Text == "-" || c.parse.Tokens[i-1].Text == "-")
}
