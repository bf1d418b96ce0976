package names

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// context is what the words around a name say of it.
type context struct {
	*clues
	conduct
	titleWords
}

func newContext(c *clues) *context { return &context{c, conduct{c}, titleWords{c}} }

// loneName reports whether token i can be a person's name with no other word beside
// it.
func (c *context) loneName(i int) bool {
	return !c.headline[i] && c.bareName(i) && !c.nameBefore(i) && !c.nameAfter(i)
}

// nameBefore reports whether an article or a part of the same name stands before
// token i.
func (c *context) nameBefore(i int) bool {
	if i == 0 || newlineAfter(c.parse, i-1) {
		return false
	}
	before := c.parse.Tokens[i-1]
	return before.Tag == "DT" || before.Text == "-" && !before.Space || isCapitalNoun(before) && !c.words.IsHonorific(before.Text)
}

// nameAfter reports whether a part of the same name stands after token i.
func (c *context) nameAfter(i int) bool {
	if i+1 >= len(c.parse.Tokens) {
		return false
	}
	after := c.parse.Tokens[i+1]
	return after.Text == "-" && !c.parse.Tokens[i].Space || isCapitalNoun(after)
}

// standsApart reports whether no article or longer name surrounds a run of tokens. A
// title may stand before it.
func (c *context) standsApart(span language.Span) bool {
	if span.Start > 0 && !newlineAfter(c.parse, span.Start-1) {
		before := c.parse.Tokens[span.Start-1]
		title := c.words.IsHonorific(before.Text) || c.words.Offices[strings.ToLower(before.Text)] != nil
		if before.Tag == "DT" || joinsNames(before) || isCapitalNoun(before) && !title {
			return false
		}
	}
	return span.End >= len(c.parse.Tokens) || !joinsNames(c.parse.Tokens[span.End]) && !isCapitalNoun(c.parse.Tokens[span.End])
}

// joinsNames reports whether a token joins two words to one name.
func joinsNames(token language.Token) bool { return token.Text == "-" || token.Text == "&" }

// conduct is what the verb or noun that a name depends on says that its bearer does.
type conduct struct{ *clues }

// actsAsPerson reports whether a token is the subject or object of a verb of what
// people do to each other, or joined to one that is.
func (c conduct) actsAsPerson(i int) bool {
	token := c.conjunctHead(i)
	switch head := c.parse.Tokens[token.Head]; token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
		return isPersonalVerb(head)
	case "pobj":
		return vocabulary.IsPartnerPreposition(strings.ToLower(head.Text)) && isPersonalVerb(c.parse.Tokens[head.Head])
	}
	return false
}

// correspondsAsPerson reports whether a token is whom a call, a letter or a meeting is
// with: "an email from A to B".
func (c conduct) correspondsAsPerson(i int) bool {
	token := c.conjunctHead(i)
	if token.Dep != "pobj" {
		return false
	}
	preposition := c.parse.Tokens[token.Head]
	switch strings.ToLower(preposition.Text) {
	case "from", "to", "with", "between":
		return personalNouns[strings.ToLower(c.parse.Tokens[preposition.Head].Lemma)]
	}
	return false
}

// isInContact reports whether a token stands where those who are in contact do: it is the
// subject or object of a verb of contact, also of one that depends on its verb, "has yet to
// speak", or whom a contact is with, to, by or from.
func (c conduct) isInContact(i int) bool {
	token := c.conjunctHead(i)
	head := c.parse.Tokens[token.Head]
	switch token.Dep {
	case "nsubj", "nsubjpass":
		return c.saysContact(token.Head) || c.leadsToContact(token.Head)
	case "dobj", "dative":
		return isContactVerb(head)
	case "pobj", "pcomp":
		return beforePartners[strings.ToLower(head.Text)] && c.saysContact(head.Head)
	}
	return false
}

// saysContact reports whether a word is a verb or noun of contact, or a verb that has such
// a noun as its object: "held a session".
func (c conduct) saysContact(i int) bool {
	if i < 0 {
		return false
	}
	token := c.parse.Tokens[i]
	if isContactNoun(token) || isContactVerb(token) {
		return true
	}
	if object := c.parse.Child(i, "dobj"); object > i {
		return isContactNoun(c.parse.Tokens[object])
	}
	if token.Lemma == "be" {
		return c.isIn(i)
	}
	passive := c.parse.Child(i, "nsubjpass") // "a letter was sent to Okoro by Lim"
	return passive >= 0 && isContactNoun(c.parse.Tokens[passive])
}

// leadsToContact reports whether what depends on a verb is of contact, so that its subject is
// in contact: "has yet to speak", "is due to speak", "left after speaking".
func (c *conduct) leadsToContact(i int) bool {
	if c.saysContact(c.parse.Child(i, "xcomp", "advcl")) || c.saysContact(c.childOf(c.parse.Child(i, "acomp"), "xcomp")) {
		return true
	}
	for _, preposition := range c.parse.Children(i, "prep") {
		if c.saysContact(c.parse.Child(preposition, "pcomp")) {
			return true
		}
	}
	return false
}

// childOf returns the first child of a token with a label, -1 if either is missing.
func (c *conduct) childOf(i int, dep string) int {
	if i < 0 {
		return -1
	}
	return c.parse.Child(i, dep)
}

// isIn reports whether a copula says in or on what its subject is, and that is a contact: "is
// on a visit".
func (c *conduct) isIn(copula int) bool {
	for _, preposition := range c.parse.Children(copula, "prep") {
		object := c.parse.Child(preposition, "pobj")
		if word := c.parse.Lower(preposition); object >= 0 && (word == "in" || word == "on") && isContactNoun(c.parse.Tokens[object]) {
			return true
		}
	}
	return false
}

func isContactVerb(token language.Token) bool {
	return token.POS == "VERB" && contactVerbs[strings.ToLower(token.Lemma)] != nil
}

func isContactNoun(token language.Token) bool {
	return token.POS == "NOUN" && contactNounSenses[strings.ToLower(token.Lemma)] != nil
}

var (
	contactVerbs      = lexicon.ContactVerbs()
	contactNounSenses = lexicon.ContactNouns()
	// beforePartners stand before the other side of a contact.
	beforePartners = map[string]bool{"with": true, "to": true, "by": true, "from": true, "between": true}
)

// conjunctHead returns the token that token i is joined to by "and", or itself.
func (c conduct) conjunctHead(i int) language.Token {
	token := c.parse.Tokens[i]
	if token.Dep == "conj" {
		return c.parse.Tokens[token.Head]
	}
	return token
}

func isPersonalVerb(token language.Token) bool {
	return token.POS == "VERB" && personalVerbs[strings.ToLower(token.Lemma)]
}

// saysSo reports whether a name is the subject of a verb of saying.
func (c conduct) saysSo(span language.Span) bool {
	token := c.parse.Tokens[span.End-1]
	return token.Dep == "nsubj" && vocabulary.IsSpeech(strings.ToLower(c.parse.Tokens[token.Head].Lemma))
}

// whoFollows reports whether "who" or an age follows a name: "X, who", "X, 45,".
func (c conduct) whoFollows(span language.Span) bool {
	i := span.End
	comma := i < len(c.parse.Tokens) && c.parse.Tokens[i].Text == ","
	if comma {
		i++
	}
	if i+1 >= len(c.parse.Tokens) {
		return false
	}
	next := c.parse.Tokens[i].Text
	return next == "who" || next == "whom" || comma && isAge(next) && c.parse.Tokens[i+1].Text == ","
}

// isAge reports whether a word is a number from 10 to 99.
func isAge(word string) bool {
	return len(word) == 2 && word[0] >= '1' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9'
}

// personalNouns are contacts that people have more than bodies do.
var personalNouns = lexicon.Class("personal-contact")

// personalVerbs say what people do to each other, more than bodies and states do.
var personalVerbs = lexicon.Class("personal-act")
