package names

import (
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// dropThings gives up names of people and bodies that are names of things: "the
// Harriet Lowe Prize", "the Dayton Accords", the person in "the Tolman Bill".
func (f *finder) dropThings() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Class != Person && n.Class != Organization {
			continue
		}
		if f.clues.namesThing(n.Start) && (n.Class == Person || namedThings[f.parse.Lower(n.End-1)]) {
			f.drop(index)
		}
	}
}

// namesThing reports whether the run of capitalized words around token i ends in the
// noun of a thing.
func (c *clues) namesThing(i int) bool {
	if c.headline[i] {
		return false
	}
	last := i
	for end := c.parse.SentenceOf(i).End; last+1 < end && c.sameRun(last, last+1); {
		last++
	}
	if !vocabulary.StartsUpper(c.parse.Tokens[last].Text) || !namedThings[c.parse.Lower(last)] {
		return false
	}
	if next := last + 1; next < len(c.parse.Tokens) && vocabulary.IsParticle(c.parse.Tokens[next].Text) {
		return false // "Mayor Bill van Orden"
	}
	return last > i || i > 0 && c.sameRun(i-1, i)
}

// sameRun reports whether two tokens that follow on each other can be of one name.
func (c *clues) sameRun(a, b int) bool {
	if newlineAfter(c.parse, a) || !c.inRun(a) || !c.inRun(b) {
		return false
	}
	return c.parse.Tokens[a].Space || c.parse.Tokens[a].Text == "-" || c.parse.Tokens[b].Text == "-"
}

// inRun reports whether a token can be of a name of several words.
func (c *clues) inRun(i int) bool {
	token := c.parse.Tokens[i]
	if c.words.IsHonorific(token.Text) || c.words.NotInName(token.Text) {
		return false
	}
	return token.Text == "-" || isCapitalNoun(token)
}

// namedThings are nouns of things that are named after people and places.
var namedThings = lexicon.Class("named-thing")
