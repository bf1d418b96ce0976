package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// compounds finds the ends of names by the noun that gives them away.
type compounds struct {
	doc    *language.Document
	words  *vocabulary
	text   *text
	finder *finder
}

// bodyHeads are nouns that names of bodies end in, or have before "of".
var bodyHeads = wordSet(`party union federation alliance coalition council committee commission university institute
	association society academy foundation ministry department agency bureau court bank congress assembly movement
	league front army organization organisation institution corporation church center centre brigade authority board conference confederation club college school fund trust endowment parliament guild
	network initiative forum office service group police legislature chamber embassy consulate command caucus
	gazette tribune herald chronicle broadcasting weekly wire television`)

// extending are the heads whose "of" phrase is of their name.
var extending = wordSet(`party union federation alliance council committee commission university institute association
	society academy foundation ministry department bureau court bank congress league front army organization
	organisation institution church center centre authority assembly board conference confederation college school fund
	endowment guild office chamber command movement brigade`)

// placeHeads are nouns that names of places end in.
var placeHeads = wordSet(`county province airport peninsula islands island valley district region river lake mountains
	desert square street avenue bridge stadium kingdom empire republic oblast prefecture canal bay beach hills`)

// realms are the place heads that have their "of" phrase in the name.
var realms = wordSet(`kingdom republic empire principality duchy isle`)

// owners may stand with an apostrophe in a body's name: "Workers' Party".
var owners = wordSet(`people peoples workers farmers peasants women children teachers citizens veterans students writers men`)

// adjectival are the heads whose names include a nationality.
var adjectival = wordSet(`party union federation alliance council association society academy institute congress league
	front movement coalition confederation bank red institution university foundation army church kingdom empire
	republic`)

// companySuffix are the words that companies' names end in.
var companySuffix = wordSet(`Inc Inc. Corp Corp. Ltd Ltd. Plc PLC plc LLC AG SA SE NV GmbH Co Co. Group Holdings`)

var compass = wordSet(`Northern Southern Eastern Western Central Upper Lower South North East West`)

// compoundNames claims names that their last noun gives away: "Social Democratic
// Party of Austria", "Institute for Social Research", "Cook County". The grammar:
// capitalized words, a noun of bodies or grounds, and what follows it after "of",
// "for" or "on".
func (f *finder) compoundNames() {
	c := &compounds{doc: f.doc, words: f.words, text: f.text, finder: f}
	for i := len(f.doc.Tokens) - 1; i >= 0; i-- { // from the right: the longest name ends last
		if f.text.headline[i] || f.owner[i] >= 0 || !startsUpper(f.doc.Tokens[i].Text) {
			continue
		}
		lower := strings.ToLower(f.doc.Tokens[i].Text)
		switch {
		case bodyHeads[lower]:
			c.claimBody(i, lower)
		case placeHeads[lower]:
			c.claimGround(i, lower)
		}
	}
}

func (c *compounds) claimBody(head int, lower string) {
	start := c.bodyStart(head)
	end := head + 1
	if extending[lower] {
		end = c.bodyEnd(head)
	}
	span := language.Span{Start: start, End: end}
	if length(span) < 2 || !c.finder.free(span) || c.text.wholeInPerson(span) {
		return
	}
	if e, last := c.text.longest(start); e != nil && last >= end {
		return // the lexicon knows it
	}
	c.finder.claim(span, classOrganization, nil)
}

// bodyStart returns where the capitalized words before a head begin.
func (c *compounds) bodyStart(head int) int {
	start := head
	for i := head - 1; i >= c.doc.SentenceOf(head).Start; i-- {
		token := c.doc.Tokens[i]
		switch {
		case c.finder.owner[i] >= 0 || newlineAfter(c.doc, i) || token.POS == "SPACE":
			return start
		case c.text.bodyWord(i, head):
			start = i
		case token.Text == "and" || token.Text == "&":
			if start != i+1 || i == 0 || !c.text.bodyWord(i-1, head) || !c.text.sameEntity(i-1, head) {
				return start
			}
		case token.Tag == "POS":
			if i == 0 || start != i+1 || !owners[strings.ToLower(c.doc.Tokens[i-1].Text)] {
				return start
			}
		case token.Text == "-":
			if start != i+1 || i == 0 || !startsUpper(c.doc.Tokens[i-1].Text) {
				return start
			}
		default:
			return start
		}
	}
	return start
}

// bodyEnd returns where the name of a body ends that begins before its "of" phrase.
func (c *compounds) bodyEnd(head int) int {
	end := head + 1
	for end+1 < len(c.doc.Tokens) && slices.Contains([]string{"of", "for", "on"}, c.doc.Tokens[end].Text) {
		at := end + 1
		if strings.ToLower(c.doc.Tokens[at].Text) == "the" && at+1 < len(c.doc.Tokens) {
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

func (c *compounds) claimGround(head int, lower string) {
	start := head
	for i := head - 1; i >= c.doc.SentenceOf(head).Start && c.finder.owner[i] < 0 && !newlineAfter(c.doc, i) && c.text.bodyWord(i, head) && head-i <= 3; i-- {
		start = i
	}
	end := head + 1
	if start == head && realms[lower] && end+1 < len(c.doc.Tokens) && c.doc.Tokens[end].Text == "of" {
		end = max(c.capitalRun(end+1), end)
	}
	span := language.Span{Start: start, End: end}
	if length(span) < 2 || !c.finder.free(span) || c.text.wholeInPerson(span) {
		return
	}
	if e, last := c.text.longest(start); e != nil && last >= end {
		return
	}
	c.finder.claim(span, classPlace, nil)
}

// capitalRun returns the end of the run of capitalized words from token i, with
// "and" and commas between two of them where the model sees one name.
func (c *compounds) capitalRun(i int) int {
	end := i
	for j := i; j < c.doc.SentenceOf(min(i, len(c.doc.Tokens)-1)).End; j++ {
		token := c.doc.Tokens[j]
		switch {
		case startsUpper(token.Text) && token.POS != "PUNCT" && c.finder.owner[j] < 0 && !c.words.notInName(token.Text):
			end = j + 1
		case (token.Text == "and" || token.Text == "," || token.Text == "-") && end == j && j > i && c.text.goesOn(j):
		default:
			return end
		}
		if newlineAfter(c.doc, j) {
			return end
		}
	}
	return end
}

// goesOn reports whether a name goes on after "and" or a comma at token j: the model
// says so, or one more capitalized word follows that is no name by itself.
func (t *text) goesOn(j int) bool {
	next := j + 1
	if next >= len(t.doc.Tokens) || !startsUpper(t.doc.Tokens[next].Text) {
		return false
	}
	if t.sameEntity(j-1, next) {
		return true
	}
	if t.doc.Tokens[j].Text != "and" || t.words.isGiven(t.doc.Tokens[next].Text) || t.doc.Tokens[next].Entity >= 0 {
		return false
	}
	e, _ := t.longest(next)
	return e == nil && (next+1 >= len(t.doc.Tokens) || !startsUpper(t.doc.Tokens[next+1].Text))
}

// bodyWord reports whether a token before a head can be of its name.
func (t *text) bodyWord(i, head int) bool {
	token := t.doc.Tokens[i]
	if !startsUpper(token.Text) {
		return false
	}
	lower := strings.ToLower(token.Text)
	if _, honorific := t.words.honorifics[token.Text]; honorific || t.words.notInName(token.Text) {
		return false
	}
	switch token.Tag {
	case "NNP", "NNPS", "JJ", "NN", "NNS", "AFX", "VBG", "VBN":
	default:
		return false
	}
	if t.sentenceStart(i) && (t.common[lower] || token.Tag == "VBG" || token.Tag == "VBN") {
		return false
	}
	// "Russian Foreign Ministry", "Ukrainian Parliament": whose it is, no part of it.
	if e, end := t.longest(i); e != nil && end == i+1 && e.use == useAdjective {
		return adjectival[strings.ToLower(t.doc.Tokens[head].Text)]
	}
	return true
}

// wholeInPerson reports whether the model takes all of it for a person whose first
// name it begins with.
func (t *text) wholeInPerson(span language.Span) bool {
	return t.modelLabel(span.Start) == "PERSON" && t.words.isGiven(t.doc.Tokens[span.Start].Text) && t.sameEntity(span.Start, span.End-1)
}
