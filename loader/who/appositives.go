package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// appositives reads the roles that stand beside the names of people: "X, the
// president of France", "the minister in charge, X", "X is the president".
func (c *Cast) appositives() {
	for i := range c.Mentions {
		m := c.Mentions[i]
		if m.Form != graph.MentionName || m.Member < 0 || c.figures[m.Member].kind != graph.KindPerson {
			continue
		}
		for _, head := range c.beside(m) {
			c.giveRole(m.Member, head)
		}
	}
	for i := range c.figures {
		fig := &c.figures[i]
		for _, r := range fig.roles {
			c.settle(fig, r)
		}
	}
}

// settle takes from a role the country and the gender of the person.
func (c *Cast) settle(fig *figure, r role) {
	switch {
	case r.state != nil && fig.country == "" && !r.former:
		fig.country = r.state.country()
	case r.of >= 0 && fig.country == "" && c.figures[r.of].country != "":
		fig.country = c.figures[r.of].country
	}
	if fig.gender == genderUnknown {
		fig.gender = genderOfNoun(r.words[len(r.words)-1])
	}
}

// beside returns the nouns that the parse puts beside a name.
func (c *Cast) beside(m Mention) []int {
	var heads []int
	token := c.doc.Tokens[m.Head]
	for _, child := range c.doc.Children(m.Head) {
		if c.doc.Tokens[child].Dep == "appos" && child >= m.Span.End {
			heads = append(heads, child)
		}
	}
	if token.Dep == "appos" {
		heads = append(heads, c.officeBefore(token.Head))
	}
	if token.Dep == "nsubj" {
		heads = append(heads, c.predicated(token.Head)...)
	}
	for _, child := range c.doc.Children(m.Head) {
		if c.doc.Tokens[child].Dep == "relcl" && c.subjectIsWho(child) {
			heads = append(heads, c.predicated(child)...)
		}
	}
	if len(heads) == 0 {
		heads = c.afterComma(m)
	}
	return heads
}

// officeBefore returns the noun of an office where the parser hung a name on what the office
// is of: "the mayor of Lima, X", "a lawyer for Y, X"; other tokens as they are.
func (c *Cast) officeBefore(token int) int {
	if c.nameAt[token] < 0 || c.doc.Tokens[token].Dep != "pobj" {
		return token
	}
	preposition := c.doc.Tokens[token].Head
	noun := c.doc.Tokens[preposition].Head
	switch strings.ToLower(c.doc.Tokens[preposition].Text) {
	case "of", "for", "to":
		if c.words.isOfficeNoun(c.lemma(noun)) {
			return noun
		}
	}
	return token
}

// subjectIsWho reports whether a relative clause is about whom it follows: "who
// was president".
func (c *Cast) subjectIsWho(verb int) bool {
	s := c.subjectOf(verb)
	return s >= 0 && strings.ToLower(c.doc.Tokens[s].Text) == "who"
}

// predicated returns the nouns that a verb says of its subject: "is the president",
// "served as envoy".
func (c *Cast) predicated(verb int) []int {
	if c.negated(verb) {
		return nil
	}
	var heads []int
	switch c.lemma(verb) {
	case "be", "become", "remain":
		for _, child := range c.doc.Children(verb) {
			if c.doc.Tokens[child].Dep == "attr" {
				heads = append(heads, child)
			}
		}
	case "serve", "act":
		for _, child := range c.doc.Children(verb) {
			if object := c.objectOf(child); object >= 0 && strings.ToLower(c.doc.Tokens[child].Text) == "as" {
				heads = append(heads, object)
			}
		}
	}
	return heads
}

func (c *Cast) negated(verb int) bool {
	for _, child := range c.doc.Children(verb) {
		if dep := c.doc.Tokens[child].Dep; dep == "neg" || dep == "aux" && c.doc.Tokens[child].Tag == "MD" {
			return true
		}
	}
	return false
}

// afterComma returns the office's noun that follows a name and a comma, for where
// the parse misses it: "X, President of France".
func (c *Cast) afterComma(m Mention) []int {
	i := m.Span.End
	if i+1 >= len(c.doc.Tokens) || c.doc.Tokens[i].Text != "," || c.doc.Tokens[i+1].Sentence != c.doc.Tokens[i].Sentence {
		return nil
	}
	for j := i + 1; j < min(i+8, len(c.doc.Tokens)); j++ {
		token := c.doc.Tokens[j]
		if c.nameAt[j] >= 0 && !c.ownsNext(j) || strings.Contains(token.Text, "\n") || token.POS == "VERB" || token.Text == "," {
			return nil
		}
		if c.nameAt[j] < 0 && c.words.offices[strings.ToLower(token.Text)] != nil {
			return []int{j}
		}
	}
	return nil
}

// ownsNext reports whether a name is followed by the noun of its role.
func (c *Cast) ownsNext(token int) bool {
	n := c.names[c.nameAt[token]]
	return n.class != classPerson && n.End < len(c.doc.Tokens) && c.doc.Tokens[n.End].Text != ","
}

// giveRole gives a person the role that the noun phrase of head tells.
func (c *Cast) giveRole(member, head int) {
	if c.nameAt[head] >= 0 || strings.HasSuffix(c.doc.Tokens[head].Tag, "S") && strings.HasPrefix(c.doc.Tokens[head].Tag, "NN") {
		return
	}
	if next, ok := c.At(head + 1); ok && next.Form == graph.MentionName && next.Member != member && c.figures[next.Member].kind == graph.KindPerson {
		return // the title of the next name
	}
	if !c.words.isOfficeNoun(c.lemma(head)) || c.at[head] >= 0 && c.Mentions[c.at[head]].Head == head {
		return
	}
	r, ok := c.phraseRole(head)
	if !ok || r.of == member {
		return
	}
	if verb := c.clauseOf(head); c.doc.Tokens[verb].Tag == "VBD" && c.lemma(verb) == "serve" {
		r.former = true
	}
	if r.state != nil && r.class != "" {
		c.stateFigure(r.state)
	}
	if r.possessor < 0 {
		c.figures[member].roles = append(c.figures[member].roles, r)
	}
	c.roleAt[head] = r
	c.mention(Mention{Span: r.span, Head: head, Form: graph.MentionNominal, Member: member, Place: -1})
}

// nounPhrase returns the noun phrase of a head without what follows it.
func (c *Cast) nounPhrase(head int) language.Span {
	start := head
	for _, child := range c.doc.Children(head) {
		if child > head {
			break
		}
		switch c.doc.Tokens[child].Dep {
		case "det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "npadvmod", "advmod", "punct", "case":
			first, _ := c.doc.Subtree(child)
			if !c.breaks(first, head) {
				start = min(start, first)
			}
		}
	}
	if start == head && c.endsName(head) {
		start, _ = c.doc.Subtree(c.doc.Tokens[head].Head)
	}
	for start < head && (c.doc.Tokens[start].POS == "PUNCT" || c.doc.Tokens[start].POS == "SPACE" || c.doc.Tokens[start].Tag == "RB") {
		start++
	}
	return language.Span{Start: start, End: head + 1}
}

// endsName reports whether a noun of bodies ends the run of words that a capitalized
// one before it begins, where the parser took it for an apposition: "the City of B
// Roads and Bridges department".
func (c *Cast) endsName(noun int) bool {
	token := c.doc.Tokens[noun]
	if token.Dep != "appos" || token.Tag != "NN" || noun == 0 || !c.words.bodies[c.lemma(noun)] || token.Head > noun {
		return false
	}
	first, _ := c.doc.Subtree(token.Head)
	return strings.HasPrefix(c.doc.Tokens[noun-1].Tag, "NNP") && startsUpper(c.doc.Tokens[token.Head].Text) && !c.breaks(first, noun)
}

// breaks reports whether a line or a clause ends between two tokens.
func (c *Cast) breaks(from, to int) bool {
	for i := from; i < to; i++ {
		text := c.doc.Tokens[i].Text
		if strings.Contains(text, "\n") || text == "." || text == ":" || text == ";" || text == "—" {
			return true
		}
	}
	return to-from > 15
}

// phraseRole reads the role that a noun phrase tells, with the "of" phrase that
// follows its noun: "the president of France", "secretary of state".
func (c *Cast) phraseRole(head int) (role, bool) {
	span := c.nounPhrase(head)
	r, ok := c.readRole(span, head)
	if !ok {
		return role{}, false
	}
	c.readComplement(&r, head)
	r.definite = c.isDefinite(r, head)
	return r, true
}

// readComplement reads what follows a role's noun after "of" or "to".
func (c *Cast) readComplement(r *role, head int) {
	for _, child := range c.doc.Children(head) {
		preposition := strings.ToLower(c.doc.Tokens[child].Text)
		if child < head || c.doc.Tokens[child].Dep != "prep" || preposition != "of" && preposition != "for" && preposition != "in" && preposition != "at" {
			continue
		}
		object := c.objectOf(child)
		if object < 0 {
			continue
		}
		if preposition != "in" && preposition != "at" || c.words.bodies[c.lemma(head)] {
			c.complement(r, head, child, object)
		}
	}
}

func (c *Cast) complement(r *role, head, preposition, object int) {
	phrase := strings.ToLower(c.doc.Slice(language.Span{Start: head, End: object + 1}))
	if o := c.words.offices[phrase]; o != nil {
		r.words, r.class, r.title, r.head, r.written = strings.Fields(phrase), o.class, o.title, level(strings.ToLower(c.doc.Tokens[head].Text)), phrase
		r.span.End = object + 1
		c.readComplement(r, object)
		return
	}
	if c.nameAt[object] >= 0 {
		if r.state == nil && r.of < 0 {
			c.ownerOf(r, object)
		}
		r.span.End = max(r.span.End, c.names[c.nameAt[object]].End)
		return
	}
	if preposition == head+1 && strings.ToLower(c.doc.Tokens[preposition].Text) == "of" {
		if _, last := c.doc.Subtree(object); last-head <= 8 && !c.breaks(head, last) {
			r.span.End = max(r.span.End, min(last, object+1))
		}
	}
}

// objectOf returns the noun that a preposition governs, -1 for none.
func (c *Cast) objectOf(preposition int) int {
	for _, child := range c.doc.Children(preposition) {
		if c.doc.Tokens[child].Dep == "pobj" {
			return child
		}
	}
	return -1
}

// isDefinite reports whether a phrase is about one that the reader knows: "the",
// "this", a possessor, or an office written as a name is.
func (c *Cast) isDefinite(r role, head int) bool {
	if r.possessor >= 0 {
		return true
	}
	for i := r.span.Start; i <= head; i++ {
		switch strings.ToLower(c.doc.Tokens[i].Text) {
		case "the", "this", "that", "both", "these", "those":
			return true
		case "a", "an", "another", "any", "some", "no", "every", "each", "one", "several", "many", "other", "few":
			return false
		}
		if c.doc.Tokens[i].Tag == "POS" {
			return true
		}
	}
	return startsUpper(c.doc.Tokens[head].Text) && (r.class != "" || r.state != nil)
}
