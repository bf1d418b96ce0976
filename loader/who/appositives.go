package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// appositives reads the roles that stand beside the names of people: "X, the
// president of France", "the minister in charge, X", "X is the president".
func (o *offices) appositives() {
	for i := range o.roster.mentions {
		m := o.roster.mentions[i]
		if m.Form != graph.MentionName || m.Member < 0 || o.roster.drafts[m.Member].kind != graph.KindPerson {
			continue
		}
		for _, head := range o.beside(m) {
			o.giveRole(m.Member, head)
		}
	}
	for i := range o.roster.drafts {
		for _, r := range o.roster.drafts[i].roles {
			o.learnFrom(r, &o.roster.drafts[i])
		}
	}
}

// learnFrom takes the country and the gender of a person from a role.
func (o *offices) learnFrom(r role, d *draft) {
	if d.country == "" {
		switch {
		case r.state != nil && !r.former:
			d.country = r.state.country()
		case r.of >= 0:
			d.country = o.roster.drafts[r.of].country
		}
	}
	if d.gender == genderUnknown {
		d.gender = genderOfNoun(r.words[len(r.words)-1])
	}
}

// beside returns the nouns that the parse puts beside a name: in apposition to it, or as
// what it is said to be.
func (o *offices) beside(m Mention) []int {
	var heads []int
	for _, child := range o.parse.Children(m.Head, "appos") {
		if child >= m.Span.End {
			heads = append(heads, child)
		}
	}
	switch o.parse.Dep(m.Head) {
	case "appos":
		heads = append(heads, o.officeBefore(o.parse.Head(m.Head)))
	case "nsubj":
		heads = append(heads, o.predicated(o.parse.Head(m.Head))...)
	}
	for _, clause := range o.parse.Children(m.Head, "relcl") {
		if subjectIsWho(o.parse, clause) {
			heads = append(heads, o.predicated(clause)...)
		}
	}
	if len(heads) == 0 {
		return o.afterComma(m)
	}
	return heads
}

// officeBefore returns the noun of an office where the parser hung a name on what the
// office is of: "the mayor of Lima, X", "a lawyer for Y, X"; other tokens as they are.
func (o *offices) officeBefore(token int) int {
	if o.names.at[token] < 0 || o.parse.Dep(token) != "pobj" {
		return token
	}
	preposition := o.parse.Head(token)
	noun := o.parse.Head(preposition)
	switch o.parse.Lower(preposition) {
	case "of", "for", "to":
		if o.words.isOfficeNoun(o.names.lemma(noun)) {
			return noun
		}
	}
	return token
}

// predicated returns the nouns that a verb says of its subject: "is the president",
// "served as envoy".
func (o *offices) predicated(verb int) []int {
	if isUnasserted(o.parse, verb) {
		return nil
	}
	var heads []int
	switch o.names.lemma(verb) {
	case "be", "become", "remain":
		return o.parse.Children(verb, "attr")
	case "serve", "act":
		for _, child := range o.parse.Children(verb) {
			if object := o.parse.Child(child, "pobj"); object >= 0 && o.parse.Lower(child) == "as" {
				heads = append(heads, object)
			}
		}
	}
	return heads
}

// isUnasserted reports whether a verb is negated or under a modal: "is not the
// president", "may become president". Unlike grammar.IsIrrealis it looks at the verb
// alone, since who somebody is does not depend on what is only supposed of it.
func isUnasserted(p *grammar.Parse, verb int) bool {
	for _, child := range p.Children(verb) {
		if dep := p.Dep(child); dep == "neg" || dep == "aux" && p.Tag(child) == "MD" {
			return true
		}
	}
	return false
}

// subjectIsWho reports whether a relative clause is about whom it follows: "who
// was president".
func subjectIsWho(p *grammar.Parse, verb int) bool {
	subject := grammar.SharedSubject(p, verb)
	return subject >= 0 && p.Lower(subject) == "who"
}

// maxToOffice is how many tokens after a name's comma the noun of its office can stand:
// "X, the outgoing French president". Judgement.
const maxToOffice = 7

// afterComma returns the office's noun that follows a name and a comma, for where
// the parse misses it: "X, President of France".
func (o *offices) afterComma(m Mention) []int {
	comma := m.Span.End
	if comma+1 >= len(o.parse.Tokens) || o.parse.Tokens[comma].Text != "," || o.parse.Tokens[comma+1].Sentence != o.parse.Tokens[comma].Sentence {
		return nil
	}
	for i := comma + 1; i < min(comma+1+maxToOffice, len(o.parse.Tokens)); i++ {
		named := o.names.at[i] >= 0
		switch token := o.parse.Tokens[i]; {
		case named && !o.ownsNext(i), strings.Contains(token.Text, "\n"), token.POS == "VERB", token.Text == ",":
			return nil
		case !named && o.words.offices[o.parse.Lower(i)] != nil:
			return []int{i}
		}
	}
	return nil
}

// ownsNext reports whether a name is followed by the noun of its role.
func (o *offices) ownsNext(token int) bool {
	n := o.names.list[o.names.at[token]]
	return n.class != classPerson && n.End < len(o.parse.Tokens) && o.parse.Tokens[n.End].Text != ","
}

// giveRole gives a person the role that the noun phrase of head tells.
func (o *offices) giveRole(member, head int) {
	if !o.isRoleNoun(head) || o.titlesNext(member, head) {
		return
	}
	r, ok := o.phraseRole(head)
	if !ok || r.of == member {
		return
	}
	if verb := grammar.ClauseVerb(o.parse, head); o.parse.Tag(verb) == "VBD" && o.names.lemma(verb) == "serve" {
		r.former = true
	}
	o.actsForState(r)
	if r.possessor < 0 {
		o.roster.drafts[member].roles = append(o.roster.drafts[member].roles, r)
	}
	o.at[head] = r
	o.roster.mention(nominalMention(r.span, head, member))
}

// isRoleNoun reports whether a token is the noun of one person's role that nothing is
// known of yet.
func (o *offices) isRoleNoun(i int) bool {
	if o.names.at[i] >= 0 || isPluralTag(o.parse.Tag(i)) || !o.words.isOfficeNoun(o.names.lemma(i)) {
		return false
	}
	m, mentioned := o.roster.anyAt(i)
	return !mentioned || m.Head != i
}

// titlesNext reports whether a noun is the title of the name after it, of another
// person.
func (o *offices) titlesNext(member, noun int) bool {
	next, ok := o.roster.at(noun + 1)
	return ok && next.Form == graph.MentionName && next.Member != member && o.roster.drafts[next.Member].kind == graph.KindPerson
}
