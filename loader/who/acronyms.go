package who

import (
	"dateline/loader/language"
)

// acronyms claims the acronyms that the model misses: those in brackets after a
// body's name, and those of three to five letters in the place of a noun.
func (f *finder) acronyms() {
	for i := range f.doc.Tokens {
		token := f.doc.Tokens[i]
		if f.owner[i] >= 0 || f.text.headline[i] || !isAcronym(token.Text) || token.Tag != "NNP" || notBodies[token.Text] {
			continue
		}
		if f.bracketed(i) || len(token.Text) >= 3 && len(token.Text) <= 5 && f.text.standsAsNoun(i) && !f.text.amongCapitals(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classOrganization, nil)
		}
	}
}

// bracketed reports whether token i stands in brackets after a body's name.
func (f *finder) bracketed(i int) bool {
	if i < 2 || i+1 >= len(f.doc.Tokens) || f.doc.Tokens[i-1].Text != "(" || f.doc.Tokens[i+1].Text != ")" || f.owner[i-2] < 0 {
		return false
	}
	n := f.names[f.owner[i-2]]
	return n.class == classOrganization || n.entry != nil && n.entry.use == useOrganization
}

// standsAsNoun reports whether token i is a subject, an object or a possessor.
func (t *text) standsAsNoun(i int) bool {
	switch t.doc.Tokens[i].Dep {
	case "nsubj", "nsubjpass", "pobj", "poss", "dobj", "conj":
		return true
	}
	return false
}

// amongCapitals reports whether the words around are in capitals too.
func (t *text) amongCapitals(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(t.doc.Tokens) && isAcronym(t.doc.Tokens[j].Text) {
			return true
		}
	}
	return false
}

// notBodies are acronyms of other things than bodies.
var notBodies = wordSet(`COVID PPE GDP CEO CFO COO CTO USD EUR GBP DNA RNA HIV AIDS TV DVD CD PDF FAQ ID IQ PR HR IT AI
	MP MPs MEP PM VP GMT EST EDT CST PST PDT CET UTC AM PM A.M. P.M. U.S.-led FILE PHOTO SUV GPS USB VAT IPO ETF LGBT LGBTQ
	WWI WWII I II III IV VI VII AK AR POTUS FLOTUS OK TBD ASAP FYI RIP DUI DOA MBA PhD SMS ICBM LNG`)
