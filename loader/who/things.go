package who

import (
	"dateline/loader/lexicon"
)

// dropThings gives up names of people and bodies that are names of things: "the
// Harriet Lowe Prize", "the Dayton Accords", the person in "the Tolman Bill".
func (f *finder) dropThings() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.class != classPerson && n.class != classOrganization {
			continue
		}
		if f.text.namesThing(n.Start) && (n.class == classPerson || namedThings[f.parse.Lower(n.End-1)]) {
			f.drop(index)
		}
	}
}

// namesThing reports whether the run of capitalized words around token i ends in the
// noun of a thing.
func (t *text) namesThing(i int) bool {
	if t.headline[i] {
		return false
	}
	last := i
	for end := t.parse.SentenceOf(i).End; last+1 < end && t.sameRun(last, last+1); {
		last++
	}
	if !startsUpper(t.parse.Tokens[last].Text) || !namedThings[t.parse.Lower(last)] {
		return false
	}
	if next := last + 1; next < len(t.parse.Tokens) && isParticle(t.parse.Tokens[next].Text) {
		return false // "Mayor Bill van Orden"
	}
	return last > i || i > 0 && t.sameRun(i-1, i)
}

// sameRun reports whether two tokens that follow on each other can be of one name.
func (t *text) sameRun(a, b int) bool {
	if newlineAfter(t.parse, a) || !t.inRun(a) || !t.inRun(b) {
		return false
	}
	return t.parse.Tokens[a].Space || t.parse.Tokens[a].Text == "-" || t.parse.Tokens[b].Text == "-"
}

// inRun reports whether a token can be of a name of several words.
func (t *text) inRun(i int) bool {
	token := t.parse.Tokens[i]
	if t.words.isHonorific(token.Text) || t.words.notInName(token.Text) {
		return false
	}
	return token.Text == "-" || isCapitalNoun(token)
}

// namedThings are nouns of things that bear the names of people and places.
var namedThings = lexicon.Class("named-thing")
