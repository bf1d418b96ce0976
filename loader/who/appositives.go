package who

import (
	"strings"

	"dateline/graph"
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
		d := &o.roster.drafts[i]
		for _, r := range d.roles {
			o.settle(d, r)
		}
	}
}

// settle takes from a role the country and the gender of the person.
func (o *offices) settle(d *draft, r role) {
	switch {
	case r.state != nil && d.country == "" && !r.former:
		d.country = r.state.country()
	case r.of >= 0 && d.country == "" && o.roster.drafts[r.of].country != "":
		d.country = o.roster.drafts[r.of].country
	}
	if d.gender == genderUnknown {
		d.gender = genderOfNoun(r.words[len(r.words)-1])
	}
}

// beside returns the nouns that the parse puts beside a name.
func (o *offices) beside(m Mention) []int {
	var heads []int
	token := o.doc.Tokens[m.Head]
	for _, child := range o.doc.Children(m.Head) {
		if o.doc.Tokens[child].Dep == "appos" && child >= m.Span.End {
			heads = append(heads, child)
		}
	}
	if token.Dep == "appos" {
		heads = append(heads, o.officeBefore(token.Head))
	}
	if token.Dep == "nsubj" {
		heads = append(heads, o.predicated(token.Head)...)
	}
	for _, child := range o.doc.Children(m.Head) {
		if o.doc.Tokens[child].Dep == "relcl" && o.parse.subjectIsWho(child) {
			heads = append(heads, o.predicated(child)...)
		}
	}
	if len(heads) == 0 {
		heads = o.afterComma(m)
	}
	return heads
}

// officeBefore returns the noun of an office where the parser hung a name on what the office
// is of: "the mayor of Lima, X", "a lawyer for Y, X"; other tokens as they are.
func (o *offices) officeBefore(token int) int {
	if o.names.at[token] < 0 || o.doc.Tokens[token].Dep != "pobj" {
		return token
	}
	preposition := o.doc.Tokens[token].Head
	noun := o.doc.Tokens[preposition].Head
	switch strings.ToLower(o.doc.Tokens[preposition].Text) {
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
	if o.parse.negated(verb) {
		return nil
	}
	var heads []int
	switch o.names.lemma(verb) {
	case "be", "become", "remain":
		for _, child := range o.doc.Children(verb) {
			if o.doc.Tokens[child].Dep == "attr" {
				heads = append(heads, child)
			}
		}
	case "serve", "act":
		for _, child := range o.doc.Children(verb) {
			if object := o.parse.objectOf(child); object >= 0 && strings.ToLower(o.doc.Tokens[child].Text) == "as" {
				heads = append(heads, object)
			}
		}
	}
	return heads
}

// afterComma returns the office's noun that follows a name and a comma, for where
// the parse misses it: "X, President of France".
func (o *offices) afterComma(m Mention) []int {
	i := m.Span.End
	if i+1 >= len(o.doc.Tokens) || o.doc.Tokens[i].Text != "," || o.doc.Tokens[i+1].Sentence != o.doc.Tokens[i].Sentence {
		return nil
	}
	for j := i + 1; j < min(i+8, len(o.doc.Tokens)); j++ {
		token := o.doc.Tokens[j]
		if o.names.at[j] >= 0 && !o.ownsNext(j) || strings.Contains(token.Text, "\n") || token.POS == "VERB" || token.Text == "," {
			return nil
		}
		if o.names.at[j] < 0 && o.words.offices[strings.ToLower(token.Text)] != nil {
			return []int{j}
		}
	}
	return nil
}

// ownsNext reports whether a name is followed by the noun of its role.
func (o *offices) ownsNext(token int) bool {
	n := o.names.list[o.names.at[token]]
	return n.class != classPerson && n.End < len(o.doc.Tokens) && o.doc.Tokens[n.End].Text != ","
}

// giveRole gives a person the role that the noun phrase of head tells.
func (o *offices) giveRole(member, head int) {
	if o.names.at[head] >= 0 || strings.HasSuffix(o.doc.Tokens[head].Tag, "S") && strings.HasPrefix(o.doc.Tokens[head].Tag, "NN") {
		return
	}
	if next, ok := o.roster.At(head + 1); ok && next.Form == graph.MentionName && next.Member != member && o.roster.drafts[next.Member].kind == graph.KindPerson {
		return // the title of the next name
	}
	if !o.words.isOfficeNoun(o.names.lemma(head)) || o.roster.covering[head] >= 0 && o.roster.mentions[o.roster.covering[head]].Head == head {
		return
	}
	r, ok := o.phraseRole(head)
	if !ok || r.of == member {
		return
	}
	if verb := o.parse.clauseOf(head); o.doc.Tokens[verb].Tag == "VBD" && o.names.lemma(verb) == "serve" {
		r.former = true
	}
	if r.state != nil && r.class != "" {
		o.roster.state(r.state)
	}
	if r.possessor < 0 {
		o.roster.drafts[member].roles = append(o.roster.drafts[member].roles, r)
	}
	o.at[head] = r
	o.roster.mention(Mention{Span: r.span, Head: head, Form: graph.MentionNominal, Member: member, Place: -1})
}
