package who

import (
	"strings"
)

// dropThings takes back names of people and bodies that are names of things:
// "the Harriet Lowe Prize", "the Dayton Accords", the person in "the Tolman Bill".
func (f *finder) dropThings() {
	for index := range f.names {
		n := f.names[index]
		if n.Start == n.End || n.class != classPerson && n.class != classOrganization {
			continue
		}
		if f.text.namesThing(n.Start) && (n.class == classPerson || namedThings[strings.ToLower(f.doc.Tokens[n.End-1].Text)]) {
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
	for end := t.doc.SentenceOf(i).End; last+1 < end && t.joined(last, last+1); {
		last++
	}
	if !namedThings[strings.ToLower(t.doc.Tokens[last].Text)] || !startsUpper(t.doc.Tokens[last].Text) {
		return false
	}
	if next := last + 1; next < len(t.doc.Tokens) && isParticle(t.doc.Tokens[next].Text) {
		return false // "Mayor Bill van Orden"
	}
	return last > i || i > 0 && t.joined(i-1, i)
}

// joined reports whether two tokens that follow on each other can be of one name.
func (t *text) joined(a, b int) bool {
	if newlineAfter(t.doc, a) {
		return false
	}
	for _, i := range []int{a, b} {
		token := t.doc.Tokens[i]
		if t.words.isHonorific(token.Text) || t.words.notInName(token.Text) {
			return false
		}
		if token.Text != "-" && !(startsUpper(token.Text) && strings.HasPrefix(token.Tag, "NN")) {
			return false
		}
	}
	return t.doc.Tokens[a].Space || t.doc.Tokens[a].Text == "-" || t.doc.Tokens[b].Text == "-"
}

// namedThings are nouns of things that bear the names of people and places.
var namedThings = wordSet(`award awards prize medal trophy act bill treaty agreement accord accords doctrine amendment
	protocol declaration tournament`)
