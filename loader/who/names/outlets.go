package names

import (
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// outlets are names that a noun of outlets stands before.
type outlets struct{ *workspace }

// outletNames claims the names right behind a noun of outlets: "the official news agency WAFA",
// "the daily Norra Press".
func (f outlets) outletNames() {
	for i := 1; i < len(f.parse.Tokens); i++ {
		if f.owner[i] >= 0 || f.clues.headline[i] || !f.isCapital(i) || !f.endsOutletNoun(i-1) {
			continue
		}
		span := language.Span{Start: i, End: i + 1}
		for span.End < len(f.parse.Tokens) && span.Len() < maxOutletName && f.isCapital(span.End) && f.owner[span.End] < 0 {
			span.End++
		}
		f.claim(span, Organization, nil)
	}
}

// maxOutletName is how many words the name of an outlet has. Judgement.
const maxOutletName = 4

// isCapital reports whether a token is a word with a capital that can be of a name.
func (f outlets) isCapital(i int) bool {
	token := f.parse.Tokens[i]
	return vocabulary.StartsUpper(token.Text) && f.parse.IsNoun(i) && !noNames[token.Text] && !f.words.IsHonorific(token.Text)
}

// endsOutletNoun reports whether a token ends a common noun of outlets: "news agency", "daily".
func (f outlets) endsOutletNoun(i int) bool {
	if f.parse.Tokens[i].Text == "agency" {
		return i > 0 && f.parse.Tokens[i-1].Text == "news"
	}
	return f.parse.IsNoun(i) && f.isOutletNoun(i) && f.parse.Tokens[i].Text != "news"
}
