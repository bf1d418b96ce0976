package who

import (
	"strings"

	"dateline/loader/language"
)

// parse answers questions of a document's parse, whatever its names are.
type parse struct{ doc *language.Document }

// objectOf returns the noun that a preposition governs, -1 for none.
func (p *parse) objectOf(preposition int) int {
	for _, child := range p.doc.Children(preposition) {
		if p.doc.Tokens[child].Dep == "pobj" {
			return child
		}
	}
	return -1
}

// conjunct returns the token that is joined to one by "and", -1 for none.
func (p *parse) conjunct(token int) int {
	for _, child := range p.doc.Children(token) {
		if p.doc.Tokens[child].Dep == "conj" {
			return child
		}
	}
	return -1
}

// isPlural reports whether a noun is plural, or joined with another by "and".
func (p *parse) isPlural(noun int) bool {
	tag := p.doc.Tokens[noun].Tag
	return tag == "NNS" || tag == "NNPS" || p.conjunct(noun) >= 0
}

func (p *parse) ownSubject(verb int) int {
	for _, child := range p.doc.Children(verb) {
		if d := p.doc.Tokens[child].Dep; d == "nsubj" || d == "nsubjpass" {
			return child
		}
	}
	return -1
}

// subjectOf returns the subject of a verb, or of the verb that it is joined to or
// hangs on without a subject of its own; -1 for none.
func (p *parse) subjectOf(verb int) int {
	for range 4 {
		for _, child := range p.doc.Children(verb) {
			if dep := p.doc.Tokens[child].Dep; dep == "nsubj" || dep == "nsubjpass" {
				return child
			}
		}
		token := p.doc.Tokens[verb]
		if token.Dep != "conj" && token.Dep != "xcomp" && token.Dep != "advcl" || token.Head == verb {
			return -1
		}
		verb = token.Head
	}
	return -1
}

// mainSubject returns the subject of a sentence's main clause, -1 for none.
func (p *parse) mainSubject(sentence int) int {
	span := p.doc.Sentences[sentence]
	for i := span.Start; i < span.End; i++ {
		if p.doc.Tokens[i].Head == i {
			return p.ownSubject(i)
		}
	}
	return -1
}

func (p *parse) hasSubject(verb int) bool { return p.ownSubject(verb) >= 0 }

// clauseOf returns the verb of the clause that token i stands in.
func (p *parse) clauseOf(i int) int {
	for head := range p.doc.Ancestors(i) {
		if pos := p.doc.Tokens[head].POS; pos == "VERB" || pos == "AUX" {
			return head
		}
	}
	return i
}

// controller returns the object of a verb that is who does what its complement says:
// "accused B of hiding his", "asked B to send his"; -1 for none. Below is the
// verb's child that leads down to the clause.
func (p *parse) controller(verb, below, own int) int {
	dep := p.doc.Tokens[below].Dep
	if dep != "prep" && dep != "xcomp" && dep != "ccomp" || p.hasSubject(own) || p.hasSubject(below) {
		return -1
	}
	for _, child := range p.doc.Children(verb) {
		if d := p.doc.Tokens[child].Dep; (d == "dobj" || d == "dative") && child > verb && child < below {
			return child
		}
	}
	return -1
}

func (p *parse) negated(verb int) bool {
	for _, child := range p.doc.Children(verb) {
		if dep := p.doc.Tokens[child].Dep; dep == "neg" || dep == "aux" && p.doc.Tokens[child].Tag == "MD" {
			return true
		}
	}
	return false
}

// subjectIsWho reports whether a relative clause is about whom it follows: "who
// was president".
func (p *parse) subjectIsWho(verb int) bool {
	s := p.subjectOf(verb)
	return s >= 0 && strings.ToLower(p.doc.Tokens[s].Text) == "who"
}

// apposed returns the heads of what stands in apposition to a noun: B in "met the
// minister, B".
func (p *parse) apposed(noun int) []int {
	var found []int
	for _, child := range p.doc.Children(noun) {
		if p.doc.Tokens[child].Dep == "appos" {
			found = append(found, child)
		}
	}
	return found
}

// possessed reports whether a pronoun possesses a noun: "his first conversation".
func (p *parse) possessed(noun int) bool {
	for _, child := range p.doc.Children(noun) {
		if p.doc.Tokens[child].Tag == "PRP$" {
			return true
		}
	}
	return false
}

// rank tells how likely a mention is taken up again.
func (p *parse) rank(t int) int {
	token := p.doc.Tokens[t]
	for range 4 { // what is joined to a subject is one
		if token.Dep != "conj" {
			break
		}
		token = p.doc.Tokens[token.Head]
	}
	if token.Dep != "nsubj" && token.Dep != "nsubjpass" {
		return 0
	}
	if verb := p.doc.Tokens[token.Head]; verb.Dep == "ROOT" || verb.Dep == "conj" {
		return 2
	}
	return 1
}

func (p *parse) isPluralPronoun(token int) bool {
	switch strings.ToLower(p.doc.Tokens[token].Text) {
	case "they", "them", "their", "theirs", "themselves":
		return true
	}
	return false
}

// standsAlone reports whether the token is "both" in the place of a noun.
func (p *parse) standsAlone(token int) bool {
	switch p.doc.Tokens[token].Dep {
	case "nsubj", "nsubjpass", "dobj", "pobj":
		return strings.ToLower(p.doc.Tokens[token].Text) == "both" && p.conjunct(token) < 0
	}
	return false
}

// breaks reports whether a line or a clause ends between two tokens.
func (p *parse) breaks(from, to int) bool {
	for i := from; i < to; i++ {
		text := p.doc.Tokens[i].Text
		if strings.Contains(text, "\n") || text == "." || text == ":" || text == ";" || text == "—" {
			return true
		}
	}
	return to-from > 15
}

// isDeterminer reports whether a token at a phrase's start is no part of what names
// it: "the", "some", "his", "several".
func (p *parse) isDeterminer(i int) bool {
	if e := p.doc.Tokens[i].Entity; e >= 0 && p.doc.Entities[e].Label == "DATE" {
		return true // "on Monday union officials"
	}
	switch p.doc.Tokens[i].Tag {
	case "CC", "DT", "PDT", "WDT", "PRP$", "IN", "CD", "WRB", "RB", "RBS", "WP$", "``", "''":
		return true
	}
	switch strings.ToLower(p.doc.Tokens[i].Text) {
	case "several", "many", "other", "various", "such", "few", "certain", "more", "own", "same", "unidentified", "unnamed", "least", "most", "dozen", "about":
		return true
	}
	return false
}

// headOf returns the head token of a span: the one that leans on a token outside.
func (p *parse) headOf(span language.Span) int {
	for i := span.End - 1; i >= span.Start; i-- {
		head := p.doc.Tokens[i].Head
		if head < span.Start || head >= span.End || head == i {
			return i
		}
	}
	return span.End - 1
}

// isPronoun reports whether a token is a pronoun of the third person.
func isPronoun(token language.Token) bool {
	switch strings.ToLower(token.Text) {
	case "he", "she", "him", "her", "his", "hers", "himself", "herself", "it", "its", "itself":
		return token.Tag == "PRP" || token.Tag == "PRP$"
	}
	return false
}

func isThing(token language.Token) bool {
	return strings.HasPrefix(strings.ToLower(token.Text), "it")
}

// isFirstPerson reports whether a possessive is the writer's or the speaker's own.
func isFirstPerson(text string) bool {
	switch strings.ToLower(text) {
	case "my", "our":
		return true
	}
	return false
}

func partnerPreposition(text string) bool {
	switch text {
	case "with", "to", "by":
		return true
	}
	return false
}
