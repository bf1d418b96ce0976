package office

import (
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// appositions reads the roles that stand beside the names of people: "X, the president
// of France", "the minister in charge, X", "X is the president".
type appositions struct{ *Reader }

// read gives people the roles beside their names, and takes from all roles what they say
// of a person.
func (o appositions) read() {
	for i := range o.Roster.Mentions {
		m := o.Roster.Mentions[i]
		if m.Form != graph.MentionName || m.Member < 0 || o.Roster.Drafts[m.Member].Kind != graph.KindPerson {
			continue
		}
		for _, head := range o.beside(m) {
			o.giveRole(m.Member, head)
		}
	}
	for i := range o.Roster.Drafts {
		for _, r := range o.Roster.Drafts[i].Roles {
			o.learnFrom(r, &o.Roster.Drafts[i])
		}
	}
}

// learnFrom takes the country and the gender of a person from a role.
func (o appositions) learnFrom(r roster.Role, d *roster.Draft) {
	if d.Country == "" {
		switch {
		case r.State != nil && !r.Former:
			d.Country = r.State.Country()
		case r.Of >= 0:
			d.Country = o.Roster.Drafts[r.Of].Country
		}
	}
	if d.Gender == vocabulary.UnknownGender {
		d.Gender = vocabulary.GenderOfNoun(r.Words[len(r.Words)-1])
	}
}

// beside returns the nouns that the parse puts beside a name: in apposition to it, or as
// what it is said to be.
func (o appositions) beside(m roster.Mention) []int {
	var heads []int
	for _, child := range o.Parse.Children(m.Head, "appos") {
		if child >= m.Span.End {
			heads = append(heads, child)
		}
	}
	if office := o.beforeComma(m); office >= 0 {
		heads = append(heads, office)
	} else if o.Parse.Dep(m.Head) == "appos" {
		heads = append(heads, o.officeBefore(o.Parse.Head(m.Head)))
	}
	if o.Parse.Dep(m.Head) == "nsubj" {
		heads = append(heads, o.predicated(o.Parse.Head(m.Head))...)
	}
	for _, clause := range o.Parse.Children(m.Head, "relcl") {
		if subjectIsWho(o.Parse, clause) {
			heads = append(heads, o.predicated(clause)...)
		}
	}
	if len(heads) == 0 {
		return o.afterComma(m)
	}
	return heads
}

// beforeComma returns the noun of the office right before a name and a comma, wherever the
// parser hung the name: "the head of the association, X,"; -1 for none.
func (o appositions) beforeComma(m roster.Mention) int {
	for _, noun := range grammar.NounsBefore(o.Parse, m.Span) {
		if o.isRoleNoun(noun) && !o.isJoined(noun) {
			return noun
		}
	}
	return -1
}

// isJoined reports whether the phrase of a noun holds another person too: "Lund and nominee".
func (o appositions) isJoined(noun int) bool {
	for i := o.Names.NounPhrase(noun).Start + 1; i < noun; i++ {
		if o.Parse.Tag(i) == "CC" && o.Names.IsNamed(i-1) && o.Names.NameAt(i-1).Class == names.Person {
			return true
		}
	}
	return false
}

// officeBefore returns the noun of an office where the parser hung a name on what the
// office is of: "the mayor of Lima, X", "a lawyer for Y, X"; other tokens as they are.
func (o appositions) officeBefore(token int) int {
	if !o.Names.IsNamed(token) || o.Parse.Dep(token) != "pobj" {
		return token
	}
	preposition := o.Parse.Head(token)
	noun := o.Parse.Head(preposition)
	switch o.Parse.Lower(preposition) {
	case "of", "for", "to":
		if o.Words.IsOfficeNoun(o.Names.Lemma(noun)) {
			return noun
		}
	}
	return token
}

var (
	// copulas are verbs that say what their subject is.
	copulas = lexicon.Class("copula")
	// serving are verbs that with "as" say in what office their subject is.
	serving = lexicon.Class("serving")
	// served are those of serving whose past says that the office is past.
	served = lexicon.Class("served")
)

// predicated returns the nouns that a verb says of its subject: "is the president",
// "served as envoy".
func (o appositions) predicated(verb int) []int {
	if isUnasserted(o.Parse, verb) {
		return nil
	}
	var heads []int
	switch lemma := o.Names.Lemma(verb); {
	case copulas[lemma]:
		return o.Parse.Children(verb, "attr")
	case serving[lemma]:
		for _, child := range o.Parse.Children(verb) {
			if object := o.Parse.Child(child, "pobj"); object >= 0 && o.Parse.Lower(child) == "as" {
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
func (o appositions) afterComma(m roster.Mention) []int {
	comma := m.Span.End
	if comma+1 >= len(o.Parse.Tokens) || o.Parse.Tokens[comma].Text != "," || o.Parse.Tokens[comma+1].Sentence != o.Parse.Tokens[comma].Sentence {
		return nil
	}
	for i := comma + 1; i < min(comma+1+maxToOffice, len(o.Parse.Tokens)); i++ {
		named := o.Names.IsNamed(i)
		switch token := o.Parse.Tokens[i]; {
		case named && !o.ownsNext(i), strings.Contains(token.Text, "\n"), token.POS == "VERB", token.Text == ",":
			return nil
		case !named && o.Words.Offices[o.Parse.Lower(i)] != nil:
			return []int{i}
		}
	}
	return nil
}

// ownsNext reports whether a name is followed by the noun of its role.
func (o appositions) ownsNext(token int) bool {
	n := o.Names.NameAt(token)
	return n.Class != names.Person && n.End < len(o.Parse.Tokens) && o.Parse.Tokens[n.End].Text != ","
}

// giveRole gives a person the role that the noun phrase of head describes.
func (o appositions) giveRole(member, head int) {
	if !o.isRoleNoun(head) || o.titlesNext(member, head) {
		return
	}
	r, ok := o.PhraseRole(head)
	if !ok || r.Of == member {
		return
	}
	if verb := grammar.ClauseVerb(o.Parse, head); o.Parse.Tag(verb) == "VBD" && served[o.Names.Lemma(verb)] {
		r.Former = true
	}
	o.actsForState(r)
	if r.Possessor < 0 {
		o.Roster.Drafts[member].Roles = append(o.Roster.Drafts[member].Roles, r)
	}
	o.Phrases[head] = r
	o.Roster.AddMention(roster.NominalMention(r.Span, head, member))
}

// isRoleNoun reports whether a token is the noun of one person's role that nothing is
// known of yet.
func (o appositions) isRoleNoun(i int) bool {
	if o.Names.IsNamed(i) || grammar.IsPluralNoun(o.Parse, i) || !o.Words.IsOfficeNoun(o.Names.Lemma(i)) {
		return false
	}
	m, mentioned := o.Roster.AnyAt(i)
	return !mentioned || m.Head != i
}

// titlesNext reports whether a noun is the title of the name after it, of another
// person.
func (o appositions) titlesNext(member, noun int) bool {
	next, ok := o.Roster.At(noun + 1)
	return ok && next.Form == graph.MentionName && next.Member != member && o.Roster.Drafts[next.Member].Kind == graph.KindPerson
}
