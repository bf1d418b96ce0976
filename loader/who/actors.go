package who

import (
	"strings"

	"dateline/loader/language"
)

// actors claims single names that the model has missed, where they do or suffer
// what people do: "Orban phoned Merten".
func (f *finder) actors() {
	for i := range f.doc.Tokens {
		if f.owner[i] < 0 && f.doc.Tokens[i].Entity < 0 && f.lonelyName(i) && f.actsAsPerson(i) {
			f.claim(language.Span{Start: i, End: i + 1}, classPerson, nil)
		}
	}
}

// lonelyName tells whether token i is a name word with no other beside it.
func (f *finder) lonelyName(i int) bool {
	token := f.doc.Tokens[i]
	lower := strings.ToLower(token.Text)
	if token.Tag != "NNP" || f.headline[i] || !f.nameWord(i) || isAcronym(token.Text) || f.common[lower] || abstractEnding(lower) {
		return false
	}
	if f.words.notInName(token.Text) || noNames[token.Text] || f.words.isHonorific(token.Text) || f.words.people[lower] || f.words.bodies[lower] || bodyHeads[lower] || organizationWords[lower] || placeHeads[lower] || thingWords[lower] {
		return false
	}
	if i > 0 && !newlineAfter(f.doc, i-1) {
		before := f.doc.Tokens[i-1]
		if before.Tag == "DT" || before.Text == "-" && !before.Space || startsUpper(before.Text) && strings.HasPrefix(before.Tag, "NN") && !f.words.isHonorific(before.Text) {
			return false
		}
	}
	if i+1 < len(f.doc.Tokens) {
		after := f.doc.Tokens[i+1]
		return (after.Text != "-" || token.Space) && !(startsUpper(after.Text) && strings.HasPrefix(after.Tag, "NN"))
	}
	return true
}

// actsAsPerson tells whether a token is the subject or object of a verb of what
// people do to each other, or joined to one that is.
func (f *finder) actsAsPerson(i int) bool {
	token := f.doc.Tokens[i]
	if token.Dep == "conj" && token.Head != i {
		token = f.doc.Tokens[token.Head]
	}
	switch head := f.doc.Tokens[token.Head]; token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
		return f.personalVerb(head)
	case "pobj":
		if text := strings.ToLower(head.Text); text == "with" || text == "to" || text == "by" {
			return f.personalVerb(f.doc.Tokens[head.Head])
		}
	}
	return false
}

func (f *finder) personalVerb(token language.Token) bool {
	return token.POS == "VERB" && personalVerbs[strings.ToLower(token.Lemma)]
}

// personalVerbs say what people do to each other, more than bodies and states do.
var personalVerbs = wordSet(`meet tell phone telephone thank greet invite speak talk chat confer congratulate hug embrace
	email text dine reply quip joke smile reassure interrupt applaud`)
