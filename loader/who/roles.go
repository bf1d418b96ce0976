package who

import (
	"slices"
	"strings"

	"dateline/graph"
)

// rolePhrases resolves role phrases and pronouns from left to right, so that
// each can lean on those before it.
func (c *Cast) rolePhrases() {
	titles := c.titleTokens()
	for i := range c.doc.Tokens {
		if c.nameAt[i] >= 0 || titles[i] {
			continue
		}
		if isPronoun(c.doc.Tokens[i]) {
			c.resolvePronoun(i)
			continue
		}
		if c.singularRole(i) {
			c.resolveRole(i)
		}
	}
}

// titleTokens marks the tokens of titles before names, which are no phrases.
func (c *Cast) titleTokens() []bool {
	marked := make([]bool, len(c.doc.Tokens))
	for i := range c.figures {
		for _, r := range c.figures[i].roles {
			if _, phrase := c.roleAt[r.span.End-1]; phrase {
				continue
			}
			for t := r.span.Start; t < r.span.End; t++ {
				marked[t] = true
			}
		}
	}
	return marked
}

// singularRole reports whether a token is the noun of a role phrase about one.
func (c *Cast) singularRole(i int) bool {
	token := c.doc.Tokens[i]
	if token.Tag != "NN" && token.Tag != "NNP" || token.Dep == "compound" || token.Dep == "amod" {
		return false
	}
	if c.at[i] >= 0 && c.Mentions[c.at[i]].Head == i {
		return false
	}
	return c.words.isOfficeNoun(c.lemma(i))
}

// resolveRole reads the role phrase at a noun and mentions its holder, where the
// article names one.
func (c *Cast) resolveRole(i int) {
	r, ok := c.phraseRole(i)
	if !ok {
		return
	}
	c.roleAt[i] = r
	if !r.definite {
		return
	}
	holder := c.holder(r, i, c.namedBeside(i))
	if holder < 0 {
		holder = c.partnerAgain(r, i)
	}
	if holder >= 0 {
		c.mention(Mention{Span: r.span, Head: i, Form: graph.MentionNominal, Member: holder, Place: -1})
	}
}

// namedBeside returns the people named as the other parties of the clause of a role
// phrase, none of whom it can mean: B in "the foreign secretary met B".
func (c *Cast) namedBeside(i int) []int {
	token := c.doc.Tokens[i]
	verb := token.Head
	switch token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
	case "pobj":
		if !partnerPreposition(strings.ToLower(c.doc.Tokens[verb].Text)) {
			return nil
		}
		verb = c.doc.Tokens[verb].Head
	default:
		return nil
	}
	if c.doc.Tokens[verb].POS != "VERB" {
		return nil
	}
	var found []int
	for _, child := range c.doc.Children(verb) {
		if object := c.objectOf(child); object >= 0 && partnerPreposition(strings.ToLower(c.doc.Tokens[child].Text)) {
			child = object
		}
		switch c.doc.Tokens[child].Dep {
		case "nsubj", "nsubjpass", "dobj", "dative", "pobj":
			if child == i {
				continue
			}
			for _, head := range append(c.apposed(child), child) {
				if m, ok := c.mentionHeaded(head); ok && m.Form == graph.MentionName {
					found = append(found, m.Member)
				}
			}
		}
	}
	return found
}

// apposed returns the heads of what stands in apposition to a noun: B in "met the
// minister, B".
func (c *Cast) apposed(noun int) []int {
	var found []int
	for _, child := range c.doc.Children(noun) {
		if c.doc.Tokens[child].Dep == "appos" {
			found = append(found, child)
		}
	}
	return found
}

// holder finds the person whom the article names as the holder of a role, -1
// where it names none or more than one.
func (c *Cast) holder(r role, at int, exclude []int) int {
	candidates, stateless := c.holders(r, exclude)
	switch {
	case len(candidates) == 1:
		return candidates[0]
	case len(candidates) == 0:
		return -1
	case r.state == nil && r.of < 0 && r.class != "" && len(stateless) == 1:
		return stateless[0]
	}
	return c.onlyNear(candidates, at)
}

// holders returns the people whom the article names as holders of a role, and those
// of them whose position tells no state or body.
func (c *Cast) holders(r role, exclude []int) (candidates, stateless []int) {
	if r.possessor >= 0 {
		m, ok := c.At(r.possessor)
		if !ok {
			return nil, nil
		}
		r.of = m.Member
	}
	for i := range c.figures {
		fig := &c.figures[i]
		if fig.kind != graph.KindPerson || fig.nominal || slices.Contains(exclude, i) || i == r.of {
			continue
		}
		for _, position := range fig.roles {
			if position.span == r.span || !c.holds(fig, r, position) {
				continue
			}
			if !slices.Contains(candidates, i) {
				candidates = append(candidates, i)
			}
			if position.state == nil && position.of < 0 && !slices.Contains(stateless, i) {
				stateless = append(stateless, i)
			}
		}
	}
	if exact := c.exactly(r, candidates); len(exact) == 1 {
		return exact, stateless
	}
	return candidates, stateless
}

// exactly returns the candidates who hold an office by the very words of a role:
// "the foreign minister" is a foreign minister before a secretary of state.
func (c *Cast) exactly(r role, candidates []int) []int {
	var exact []int
	for _, i := range candidates {
		if slices.ContainsFunc(c.figures[i].roles, func(p role) bool { return p.class != "" && p.written == r.written }) {
			exact = append(exact, i)
		}
	}
	return exact
}

// holds reports whether a figure's position is the role of a phrase.
func (c *Cast) holds(fig *figure, r, position role) bool {
	if !sameOffice(r, position) || r.elect && !position.elect {
		return false
	}
	if r.former != position.former && r.former {
		return false
	}
	if r.of >= 0 && c.figures[r.of].kind != graph.KindPlace {
		if state := c.figures[r.of].state; state != nil && !governmentBody(c.figures[r.of].name) && (position.state == state || position.of >= 0 && c.figures[position.of].state == state) {
			return true
		}
		return position.of == r.of
	}
	if r.of >= 0 && position.of >= 0 && c.figures[position.of].kind == graph.KindPlace && position.of != r.of {
		return false // of another place
	}
	if r.state == nil {
		return true
	}
	if position.state != nil {
		return position.state == r.state
	}
	return fig.country != "" && fig.country == r.state.country()
}

// partnerAgain finds whom a role takes up in "A spoke with B, his first
// conversation with the Russian leader": the phrase is of the same contact, so its
// partner is B, if nothing speaks against it. It learns B's country from it. -1
// for other sentences.
func (c *Cast) partnerAgain(r role, at int) int {
	token := c.doc.Tokens[at]
	if token.Dep != "pobj" || r.state == nil || r.former {
		return -1
	}
	noun := c.doc.Tokens[token.Head].Head
	if dep := c.doc.Tokens[noun].Dep; dep != "appos" && dep != "npadvmod" && dep != "dobj" || !c.possessed(noun) {
		return -1
	}
	verb := c.clauseOf(noun)
	for _, child := range c.doc.Children(verb) {
		object := c.objectOf(child)
		if child > noun || object < 0 || object > noun || !partnerPreposition(c.doc.Tokens[child].Text) {
			continue
		}
		m, ok := c.At(object)
		if !ok || c.figures[m.Member].kind != graph.KindPerson || m.Member == r.of {
			continue
		}
		fig := &c.figures[m.Member]
		if fig.country != "" && fig.country != r.state.country() {
			return -1
		}
		fig.country = r.state.country()
		c.learnState(fig, r.state)
		return m.Member
	}
	return -1
}

// learnState completes a figure's office that lacked its state.
func (c *Cast) learnState(fig *figure, s *state) {
	for i := range fig.roles {
		if p := &fig.roles[i]; p.state == nil && p.of < 0 && heads(p.class) {
			p.state = s
		}
	}
}

// possessed reports whether a pronoun possesses a noun: "his first conversation".
func (c *Cast) possessed(noun int) bool {
	for _, child := range c.doc.Children(noun) {
		if c.doc.Tokens[child].Tag == "PRP$" {
			return true
		}
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

// onlyNear returns the one candidate that the sentence of a token or the two
// before it mention, -1 where there is none or more.
func (c *Cast) onlyNear(candidates []int, at int) int {
	sentence := c.doc.Tokens[at].Sentence
	found := -1
	for _, m := range c.Mentions {
		distance := sentence - c.doc.Tokens[m.Head].Sentence
		if m.Head >= at || distance < 0 || distance > 2 || !slices.Contains(candidates, m.Member) || m.Member == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.Member
	}
	return found
}
