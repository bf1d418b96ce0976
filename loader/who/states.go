package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// isLocation reports whether a name of a state, capital (city) or seat is used as
// a location: after "in", "at" or "from", or in a date line.
func (c *Cast) isLocation(span language.Span, city bool) bool {
	head := c.headOf(span)
	token := c.doc.Tokens[head]
	if c.dateline(span) {
		return true
	}
	switch token.Dep {
	case "pobj":
		return locationPreposition(strings.ToLower(c.doc.Tokens[token.Head].Text), city)
	case "npadvmod":
		return true
	case "ROOT", "dep", "intj", "meta", "nummod":
		return city
	case "conj", "appos":
		return c.joined(head, city)
	case "compound", "nmod":
		// "the Moscow talks", "a Paris hotel": where; "the Kremlin aide": whose.
		return city && c.words.names[nameKey(c.doc.Slice(span))] != nil && !c.peopleAt(token.Head)
	}
	return false
}

// isRegionLocation reports whether the name of a part of the world that is no state
// is a location: unless it acts or is acted with ("talks with Europe").
func (c *Cast) isRegionLocation(span language.Span) bool {
	token := c.doc.Tokens[c.headOf(span)]
	switch token.Dep {
	case "nsubj", "nsubjpass", "dative", "agent":
		return false
	case "pobj":
		switch strings.ToLower(c.doc.Tokens[token.Head].Text) {
		case "with", "between", "against", "by", "toward", "towards", "among":
			return false
		}
	case "conj":
		return c.isRegionLocation(language.Span{Start: token.Head, End: token.Head + 1})
	}
	return true
}

// joined reports whether the name that this one is joined to is a location:
// "in Paris and London", "Elysee Palace, Paris".
func (c *Cast) joined(head int, city bool) bool {
	to := c.doc.Tokens[head].Head
	if c.doc.Tokens[head].Dep == "appos" && c.nameAt[to] >= 0 {
		n := c.names[c.nameAt[to]]
		if n.class == classPlace || n.entry != nil && (n.entry.use == usePlace || n.entry.use == useCapital || n.entry.use == useSeat) {
			return true
		}
	}
	for range 4 {
		token := c.doc.Tokens[to]
		if token.Dep == "pobj" {
			return locationPreposition(strings.ToLower(c.doc.Tokens[token.Head].Text), city)
		}
		if token.Dep != "conj" && token.Dep != "appos" {
			return false
		}
		to = token.Head
	}
	return false
}

// locationPreposition reports whether a place follows the preposition. A city
// follows more of them: an envoy goes "to Moscow", but speaks "to Russia".
func locationPreposition(preposition string, city bool) bool {
	switch preposition {
	case "in", "at", "near", "around", "across", "inside", "outside", "throughout", "within", "into", "through", "over", "off", "from":
		return true
	case "to", "of", "on":
		return city
	}
	return false
}

// dateline reports whether a name opens a paragraph as the place of writing:
// "PARIS (Agency) -", "CAIRO, May 3 —".
func (c *Cast) dateline(span language.Span) bool {
	if span.Start > 0 && !strings.Contains(c.doc.Tokens[span.Start-1].Text, "\n") {
		return false
	}
	for i := span.End; i < min(span.End+8, len(c.doc.Tokens)); i++ {
		switch c.doc.Tokens[i].Text {
		case "-", "—", "–", "--", "_":
			return c.doc.Tokens[i-1].Space || i > span.End
		case "(":
			return i+1 < len(c.nameAt) && c.nameAt[i+1] >= 0 && c.names[c.nameAt[i+1]].class != classPerson
		}
		if c.doc.Tokens[i].POS == "VERB" || strings.Contains(c.doc.Tokens[i].Text, "\n") {
			return false
		}
	}
	return false
}

// peopleAt reports whether the token is a noun of people or bodies, or a name.
func (c *Cast) peopleAt(token int) bool {
	if c.nameAt[token] >= 0 {
		return true
	}
	lower := c.lemma(token)
	return c.words.people[lower] || c.words.bodies[lower]
}

// lemma returns the token's lemma in lower case.
func (c *Cast) lemma(token int) string {
	t := c.doc.Tokens[token]
	lemma := strings.ToLower(t.Lemma)
	lower := strings.ToLower(t.Text)
	if t.Tag == "NNP" || t.Tag == "NNPS" || lemma == "" {
		lemma = lower
		if t.Tag == "NNPS" || strings.HasSuffix(lower, "s") && c.words.people[strings.TrimSuffix(lower, "s")] {
			lemma = strings.TrimSuffix(lower, "s")
		}
	}
	return lemma
}

// stateAt returns the state that a name token, adjective, capital or first half of
// a compound ("Franco-") tells, nil for none.
func (c *Cast) stateAt(token int) *state {
	if token < 0 || token >= len(c.doc.Tokens) {
		return nil
	}
	if index := c.nameAt[token]; index >= 0 {
		if e := c.names[index].entry; e != nil && e.use != usePlace && (e.state == nil || e.use != useSeat) {
			return e.state
		}
		return nil
	}
	text := c.doc.Tokens[token].Text
	if code, ok := c.words.combining[text]; ok && token+1 < len(c.doc.Tokens) && strings.HasPrefix(c.doc.Tokens[token+1].Text, "-") {
		return c.words.states[code]
	}
	// "U.S.-backed", "Iran-backed" as one token.
	if first, _, hyphen := strings.Cut(text, "-"); hyphen {
		if code, ok := c.words.combining[first]; ok {
			return c.words.states[code]
		}
		if e := c.words.names[nameKey(first)]; e != nil && !e.weak && (e.use == useState || e.use == useAdjective || e.use == useCapital) {
			return e.state
		}
	}
	return nil
}

// adjectiveAt returns the state of an adjective at the token, nil for none.
func (c *Cast) adjectiveAt(token int) *state {
	if token < 0 || c.nameAt[token] < 0 {
		return nil
	}
	e := c.names[c.nameAt[token]].entry
	if e == nil || e.use != useAdjective && !(e.use == useState && isAdjectiveForm(e.state, c.doc.Tokens[token].Text)) {
		return nil
	}
	return e.state
}

// isAdjectiveForm reports whether a state's name serves as its adjective: "U.S.".
func isAdjectiveForm(s *state, text string) bool {
	for _, adjective := range s.adjectives {
		if adjective == text {
			return true
		}
	}
	return false
}

// adjectives makes mentions of the adjectives and peoples of the states that
// the article names otherwise: "French" is an alias of France.
func (c *Cast) adjectives() {
	for _, n := range c.names {
		if n.class != classLexicon || n.entry.use != useAdjective && n.entry.use != usePeople {
			continue
		}
		if index, ok := c.byKey["STATE:"+n.entry.state.code]; ok {
			c.mention(c.nameMention(n.Span, index, -1))
		}
	}
}

// StateOf is the state that an adjective, a name of people, a capital or the
// first half of a compound stands for: "French", "Americans", "Moscow", the
// "Franco" of "Franco-Russian". False where the token tells no state.
func (c *Cast) StateOf(token int) (member int, ok bool) {
	s := c.stateAt(token)
	if s == nil {
		return -1, false
	}
	return c.stateMember(s, token), true
}

// stateMember returns the member of a state, made if need be, and counts the
// token's text among its forms.
func (c *Cast) stateMember(s *state, token int) int {
	index := c.stateFigure(s)
	span := language.Span{Start: token, End: token + 1}
	if n := c.nameAt[token]; n >= 0 {
		span = c.names[n].Span
	}
	return c.use(index, Mention{Span: span, Head: c.headOf(span), Form: graph.MentionName, Member: index, Place: -1})
}

// use makes sure that a figure has its member, and that the member has the
// mention.
func (c *Cast) use(index int, m Mention) int {
	for len(c.Members) <= index {
		c.addMember(len(c.Members))
	}
	at := c.spanOf(m)
	for _, known := range c.figures[index].spans {
		if known.Start == at.Start && known.End == at.End {
			return index
		}
	}
	if m.Form != graph.MentionPronoun {
		c.figures[index].note(at.Text, m.Form)
	}
	c.figures[index].spans = append(c.figures[index].spans, at)
	c.fill(index)
	return index
}

// Location is the PLACE member of a location's name at the token, made if need
// be. False where the token names no location.
func (c *Cast) Location(token int) (member int, ok bool) {
	if token < 0 || token >= len(c.nameAt) || c.nameAt[token] < 0 {
		return -1, false
	}
	n := c.names[c.nameAt[token]]
	if m, found := c.At(token); found && m.Place >= 0 {
		return m.Place, true
	}
	if n.class != classLexicon || n.entry.use == useAdjective || n.entry.use == usePeople || n.entry.use == useOrganization {
		return -1, false
	}
	index := c.place(n.entry.name, n.entry.country)
	return c.use(index, c.nameMention(n.Span, index, index)), true
}
