package who

import (
	"slices"
	"strings"

	"dateline/graph"
)

// holders finds the people whom role phrases mean: "the French president".
type holders struct {
	layers
	antecedents *antecedents
}

// rolePhrases resolves role phrases and pronouns from left to right, so that
// each can lean on those before it.
func (h *holders) rolePhrases() {
	titles := h.titleTokens()
	for i := range h.doc.Tokens {
		if h.names.at[i] >= 0 || titles[i] {
			continue
		}
		if isPronoun(h.doc.Tokens[i]) {
			h.antecedents.resolvePronoun(i)
			continue
		}
		if h.singularRole(i) {
			h.resolveRole(i)
		}
	}
}

// titleTokens marks the tokens of titles before names, which are no phrases.
func (h *holders) titleTokens() []bool {
	marked := make([]bool, len(h.doc.Tokens))
	for i := range h.roster.drafts {
		for _, r := range h.roster.drafts[i].roles {
			if _, phrase := h.offices.at[r.span.End-1]; phrase {
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
func (h *holders) singularRole(i int) bool {
	token := h.doc.Tokens[i]
	if token.Tag != "NN" && token.Tag != "NNP" || token.Dep == "compound" || token.Dep == "amod" {
		return false
	}
	if h.roster.covering[i] >= 0 && h.roster.mentions[h.roster.covering[i]].Head == i {
		return false
	}
	return h.words.isOfficeNoun(h.names.lemma(i))
}

// resolveRole reads the role phrase at a noun and mentions its holder, where the
// article names one.
func (h *holders) resolveRole(i int) {
	r, ok := h.offices.phraseRole(i)
	if !ok {
		return
	}
	h.offices.at[i] = r
	if !r.definite {
		return
	}
	holder := h.holder(r, i, h.namedBeside(i))
	if holder < 0 {
		holder = h.partnerAgain(r, i)
	}
	if holder >= 0 {
		h.roster.mention(Mention{Span: r.span, Head: i, Form: graph.MentionNominal, Member: holder, Place: -1})
	}
}

// namedBeside returns the people named as the other parties of the clause of a role
// phrase, none of whom it can mean: B in "the foreign secretary met B".
func (h *holders) namedBeside(i int) []int {
	token := h.doc.Tokens[i]
	verb := token.Head
	switch token.Dep {
	case "nsubj", "nsubjpass", "dobj", "dative":
	case "pobj":
		if !partnerPreposition(strings.ToLower(h.doc.Tokens[verb].Text)) {
			return nil
		}
		verb = h.doc.Tokens[verb].Head
	default:
		return nil
	}
	if h.doc.Tokens[verb].POS != "VERB" {
		return nil
	}
	var found []int
	for _, child := range h.doc.Children(verb) {
		if object := h.parse.objectOf(child); object >= 0 && partnerPreposition(strings.ToLower(h.doc.Tokens[child].Text)) {
			child = object
		}
		switch h.doc.Tokens[child].Dep {
		case "nsubj", "nsubjpass", "dobj", "dative", "pobj":
			if child == i {
				continue
			}
			for _, head := range append(h.parse.apposed(child), child) {
				if m, ok := h.roster.mentionHeaded(head); ok && m.Form == graph.MentionName {
					found = append(found, m.Member)
				}
			}
		}
	}
	return found
}

// holder finds the person whom the article names as the holder of a role, -1
// where it names none or more than one.
func (h *holders) holder(r role, at int, exclude []int) int {
	candidates, stateless := h.holders(r, exclude)
	switch {
	case len(candidates) == 1:
		return candidates[0]
	case len(candidates) == 0:
		return -1
	case r.state == nil && r.of < 0 && r.class != "" && len(stateless) == 1:
		return stateless[0]
	}
	return h.onlyNear(candidates, at)
}

// holders returns the people whom the article names as holders of a role, and those
// of them whose position tells no state or body.
func (h *holders) holders(r role, exclude []int) (candidates, stateless []int) {
	if r.possessor >= 0 {
		m, ok := h.roster.At(r.possessor)
		if !ok {
			return nil, nil
		}
		r.of = m.Member
	}
	for i := range h.roster.drafts {
		d := &h.roster.drafts[i]
		if d.kind != graph.KindPerson || d.nominal || slices.Contains(exclude, i) || i == r.of {
			continue
		}
		for _, position := range d.roles {
			if position.span == r.span || !h.holds(d, r, position) {
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
	if exact := h.exactly(r, candidates); len(exact) == 1 {
		return exact, stateless
	}
	return candidates, stateless
}

// exactly returns the candidates who hold an office by the very words of a role:
// "the foreign minister" is a foreign minister before a secretary of state.
func (h *holders) exactly(r role, candidates []int) []int {
	var exact []int
	for _, i := range candidates {
		if slices.ContainsFunc(h.roster.drafts[i].roles, func(p role) bool { return p.class != "" && p.written == r.written }) {
			exact = append(exact, i)
		}
	}
	return exact
}

// holds reports whether a member's position is the role of a phrase.
func (h *holders) holds(d *draft, r, position role) bool {
	if !sameOffice(r, position) || r.elect && !position.elect {
		return false
	}
	if r.former != position.former && r.former {
		return false
	}
	if r.of >= 0 && h.roster.drafts[r.of].kind != graph.KindPlace {
		if state := h.roster.drafts[r.of].state; state != nil && !governmentBody(h.roster.drafts[r.of].name) && (position.state == state || position.of >= 0 && h.roster.drafts[position.of].state == state) {
			return true
		}
		return position.of == r.of
	}
	if r.of >= 0 && position.of >= 0 && h.roster.drafts[position.of].kind == graph.KindPlace && position.of != r.of {
		return false // of another place
	}
	if r.state == nil {
		return true
	}
	if position.state != nil {
		return position.state == r.state
	}
	return d.country != "" && d.country == r.state.country()
}

// partnerAgain finds whom a role takes up in "A spoke with B, his first
// conversation with the Russian leader": the phrase is of the same contact, so its
// partner is B, if nothing speaks against it. It learns B's country from it. -1
// for other sentences.
func (h *holders) partnerAgain(r role, at int) int {
	token := h.doc.Tokens[at]
	if token.Dep != "pobj" || r.state == nil || r.former {
		return -1
	}
	noun := h.doc.Tokens[token.Head].Head
	if dep := h.doc.Tokens[noun].Dep; dep != "appos" && dep != "npadvmod" && dep != "dobj" || !h.parse.possessed(noun) {
		return -1
	}
	verb := h.parse.clauseOf(noun)
	for _, child := range h.doc.Children(verb) {
		object := h.parse.objectOf(child)
		if child > noun || object < 0 || object > noun || !partnerPreposition(h.doc.Tokens[child].Text) {
			continue
		}
		m, ok := h.roster.At(object)
		if !ok || h.roster.drafts[m.Member].kind != graph.KindPerson || m.Member == r.of {
			continue
		}
		d := &h.roster.drafts[m.Member]
		if d.country != "" && d.country != r.state.country() {
			return -1
		}
		d.country = r.state.country()
		h.learnState(d, r.state)
		return m.Member
	}
	return -1
}

// learnState completes a member's office that lacked its state.
func (h *holders) learnState(d *draft, s *state) {
	for i := range d.roles {
		if p := &d.roles[i]; p.state == nil && p.of < 0 && heads(p.class) {
			p.state = s
		}
	}
}

// onlyNear returns the one candidate that the sentence of a token or the two
// before it mention, -1 where there is none or more.
func (h *holders) onlyNear(candidates []int, at int) int {
	sentence := h.doc.Tokens[at].Sentence
	found := -1
	for _, m := range h.roster.mentions {
		distance := sentence - h.doc.Tokens[m.Head].Sentence
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
