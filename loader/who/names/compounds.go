package names

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// compound is a name that its head identifies, a noun that names of bodies or places
// end in: "Institute for Social Research", "Cook County".
type compound struct {
	*finder
	head int
	noun string // the head in lower case
}

// compoundNames claims the names that their head identifies: capitalized words, the
// head, and what follows it after "of", "for" or "on".
func (f *finder) compoundNames() {
	for i := len(f.parse.Tokens) - 1; i >= 0; i-- { // from the right: the longest name ends last
		if f.clues.headline[i] || f.owner[i] >= 0 || !vocabulary.StartsUpper(f.parse.Tokens[i].Text) {
			continue
		}
		c := compound{finder: f, head: i, noun: f.parse.Lower(i)}
		switch {
		case bodyHeads[c.noun]:
			c.claimUnknown(language.Span{Start: c.bodyStart(), End: c.bodyEnd()}, Organization)
		case placeHeads[c.noun]:
			c.claimUnknown(c.placeSpan(), Place)
		}
	}
}

// claimUnknown claims span, unless the lexicon or the model knows it as another name.
func (c *compound) claimUnknown(span language.Span, of Class) {
	if span.Len() < 2 || !c.free(span) || c.context.wholePerson(span) {
		return
	}
	if known, e := c.withoutState(span); e != nil {
		c.claim(known, Lexicon, e)
		return
	}
	if e, last := c.clues.lexiconName(span.Start); e == nil || last < span.End {
		c.claim(span, of, nil)
	}
}

// withoutState returns the body of the lexicon that a name is without the state before it, of
// which the body is: "U.S. Federal Bureau of Investigation". Nil for other names.
func (c *compound) withoutState(span language.Span) (language.Span, *vocabulary.Entry) {
	state, end := c.clues.lexiconName(span.Start)
	if state == nil || state.State == nil || end >= span.End {
		return span, nil
	}
	body, last := c.clues.lexiconName(end)
	if body == nil || last != span.End || body.Country == "" || body.Country != state.State.Country() {
		return span, nil
	}
	return language.Span{Start: end, End: span.End}, body
}

// bodyStart returns where the capitalized words before the head begin.
func (c *compound) bodyStart() int {
	start := c.head
	for i := c.head - 1; i >= c.parse.SentenceOf(c.head).Start; i-- {
		switch {
		case c.owner[i] >= 0, newlineAfter(c.parse, i), c.parse.Tokens[i].POS == "SPACE":
			return start
		case c.isPart(i):
			start = i
		case start != i+1 || i == 0 || !c.joins(i):
			return start
		}
	}
	return start
}

// isPart reports whether a token before the head can be of its name.
func (c *compound) isPart(i int) bool {
	token := c.parse.Tokens[i]
	if !vocabulary.StartsUpper(token.Text) || c.words.IsHonorific(token.Text) || c.words.NotInName(token.Text) {
		return false
	}
	switch token.Tag {
	case "NNP", "NNPS", "JJ", "NN", "NNS", "AFX":
		if c.clues.common[c.parse.Lower(i)] && c.clues.sentenceStart(i) {
			return false
		}
	case "VBG", "VBN":
		if c.clues.sentenceStart(i) {
			return false
		}
	default:
		return false
	}
	// "Russian Foreign Ministry", "Ukrainian Parliament": whose it is, not its name.
	if e, end := c.clues.lexiconName(i); e != nil && end == i+1 && e.Use == vocabulary.UseAdjective {
		return adjectival[c.noun]
	}
	return true
}

// joins reports whether token i joins a word before it to the name: "Roads and Bridges
// Department", "Workers' Party", "Franco-German Institute".
func (c *compound) joins(i int) bool {
	switch token := c.parse.Tokens[i]; {
	case token.Text == "and", token.Text == "&":
		return c.isPart(i-1) && c.clues.sameEntity(i-1, c.head)
	case token.Tag == "POS":
		return owners[c.parse.Lower(i-1)]
	case token.Text == "-":
		return vocabulary.StartsUpper(c.parse.Tokens[i-1].Text)
	}
	return false
}

// bodyEnd returns where the name of a body ends, which its "of" phrase may belong to.
func (c *compound) bodyEnd() int {
	end := c.head + 1
	if !extending[c.noun] {
		return end
	}
	for end+1 < len(c.parse.Tokens) && extendsName(c.parse.Tokens[end].Text) {
		at := end + 1
		if c.parse.Lower(at) == "the" && at+1 < len(c.parse.Tokens) {
			at++
		}
		stop := c.capitalRun(at)
		if stop == at {
			return end
		}
		end = stop
	}
	return end
}

// extendsName reports whether a preposition can stand within a body's name.
func extendsName(word string) bool { return word == "of" || word == "for" || word == "on" }

// maxPlaceWords is how many words stand before the head of a place's name: "San Luis
// Obispo County". Judgement.
const maxPlaceWords = 3

// placeSpan returns the span of a place's name: the words before the head, or where
// there are none its "of" phrase, "Republic of Moldova".
func (c *compound) placeSpan() language.Span {
	span := language.Span{Start: c.head, End: c.head + 1}
	for i := c.head - 1; i >= max(c.parse.SentenceOf(c.head).Start, c.head-maxPlaceWords); i-- {
		if c.owner[i] >= 0 || newlineAfter(c.parse, i) || !c.isPart(i) {
			break
		}
		span.Start = i
	}
	if span.Start == c.head && realms[c.noun] && span.End+1 < len(c.parse.Tokens) && c.parse.Tokens[span.End].Text == "of" {
		span.End = max(c.capitalRun(span.End+1), span.End)
	}
	return span
}

// capitalRun returns the end of the run of capitalized words from token i, with
// "and", commas and hyphens between two of them where the name goes on.
func (c *compound) capitalRun(i int) int {
	end := i
	for j := i; j < c.parse.SentenceOf(min(i, len(c.parse.Tokens)-1)).End; j++ {
		token := c.parse.Tokens[j]
		switch {
		case vocabulary.StartsUpper(token.Text) && token.POS != "PUNCT" && c.owner[j] < 0 && !c.words.NotInName(token.Text):
			end = j + 1
		case (token.Text == "and" || token.Text == "," || token.Text == "-") && end == j && j > i && c.context.goesOn(j):
		default:
			return end
		}
		if newlineAfter(c.parse, j) {
			return end
		}
	}
	return end
}

// goesOn reports whether a name goes on after "and", a comma or a hyphen at token j:
// the model says so, or after "and" one more capitalized word follows that is not a
// name by itself.
func (c *context) goesOn(j int) bool {
	next := j + 1
	if next >= len(c.parse.Tokens) || !vocabulary.StartsUpper(c.parse.Tokens[next].Text) {
		return false
	}
	if c.sameEntity(j-1, next) {
		return true
	}
	if c.parse.Tokens[j].Text != "and" || c.parse.Tokens[next].Entity >= 0 || c.words.IsGiven(c.parse.Tokens[next].Text) {
		return false
	}
	e, _ := c.lexiconName(next)
	return e == nil && (next+1 >= len(c.parse.Tokens) || !vocabulary.StartsUpper(c.parse.Tokens[next+1].Text))
}

// wholePerson reports whether the model takes all of span for a person whose first
// name it begins with.
func (c *context) wholePerson(span language.Span) bool {
	return c.label(span.Start) == "PERSON" && c.words.IsGiven(c.parse.Tokens[span.Start].Text) && c.sameEntity(span.Start, span.End-1)
}

// bodyHeads are nouns that names of bodies end in, or have before "of".
var bodyHeads = lexicon.Class("body-head")

// extending are the heads whose "of" phrase is of their name.
var extending = lexicon.Class("of-head")

// placeHeads are nouns that names of places end in.
var placeHeads = lexicon.Class("place-head")

// realms are the place heads that have their "of" phrase in the name.
var realms = lexicon.Class("realm")

// owners may stand with an apostrophe in a body's name: "Workers' Party".
var owners = lexicon.Class("owner")

// adjectival are the heads whose names include a nationality.
var adjectival = lexicon.Class("national-head")
