package reference

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// holders finds the people whom role phrases mean: "the French president".
type holders struct{ layers }

// resolve reads the role phrase at a noun and mentions its holder, where the article
// names one.
func (h *holders) resolve(noun int) {
	r, ok := h.offices.PhraseRole(noun)
	if !ok {
		return
	}
	h.offices.Phrases[noun] = r
	if !r.Definite {
		return
	}
	holder := h.holder(r, noun, h.namedBeside(noun))
	if holder < 0 {
		holder = h.partnerAgain(r, noun)
	}
	if holder >= 0 {
		h.roster.AddMention(roster.NominalMention(r.Span, noun, holder))
	}
}

// isRole reports whether a token is the noun of a role phrase about one, of which
// nothing is known yet.
func (h *holders) isRole(i int) bool {
	if tag, dep := h.parse.Tag(i), h.parse.Dep(i); tag != "NN" && tag != "NNP" || dep == "compound" || dep == "amod" {
		return false
	}
	m, mentioned := h.roster.AnyAt(i)
	return (!mentioned || m.Head != i) && h.words.IsOfficeNoun(h.names.Lemma(i))
}

// holder returns the person whom the article names as the holder of a role, -1 where
// it names none or several alike.
func (h *holders) holder(r roster.Role, at int, exclude []int) int {
	candidates, stateless := h.candidates(r, exclude)
	switch {
	case len(candidates) == 0:
		return -1
	case len(candidates) == 1:
		return candidates[0]
	case r.State == nil && r.Of < 0 && r.Class != "" && len(stateless) == 1:
		return stateless[0]
	}
	return h.onlyNear(candidates, at)
}

// candidates returns the people whom the article names as holders of a role, and those
// of them whose position is not said to be of a state or body.
func (h *holders) candidates(r roster.Role, exclude []int) (all, stateless []int) {
	if r.Possessor >= 0 {
		m, ok := h.roster.At(r.Possessor)
		if !ok {
			return nil, nil
		}
		r.Of = m.Member
	}
	for i := range h.roster.Drafts {
		d := &h.roster.Drafts[i]
		if !d.IsPerson() || i == r.Of || slices.Contains(exclude, i) {
			continue
		}
		holds, isStateless := h.holds(d, r)
		if holds {
			all = append(all, i)
		}
		if isStateless {
			stateless = append(stateless, i)
		}
	}
	if exact := h.exactly(r, all); len(exact) == 1 {
		return exact, stateless
	}
	return all, stateless
}

// holds reports whether a person holds a role, and whether by a position of no state
// or body.
func (h *holders) holds(d *roster.Draft, r roster.Role) (holds, stateless bool) {
	for _, position := range d.Roles {
		if position.Span == r.Span || !h.isRoleOf(d, r, position) {
			continue
		}
		holds = true
		stateless = stateless || position.State == nil && position.Of < 0
	}
	return holds, stateless
}

// exactly returns the candidates who hold an office by the very words of a role:
// "the foreign minister" is a foreign minister before a secretary of state.
func (h *holders) exactly(r roster.Role, candidates []int) []int {
	var exact []int
	for _, i := range candidates {
		if slices.ContainsFunc(h.roster.Drafts[i].Roles, func(p roster.Role) bool { return p.Class != "" && p.Written == r.Written }) {
			exact = append(exact, i)
		}
	}
	return exact
}

// isRoleOf reports whether a person's position is the role of a phrase.
func (h *holders) isRoleOf(d *roster.Draft, r, position roster.Role) bool {
	if !roster.SameOffice(r, position) || r.Elect && !position.Elect || r.Former && !position.Former {
		return false
	}
	if r.Of >= 0 {
		of := &h.roster.Drafts[r.Of]
		switch {
		case of.Kind != graph.KindPlace:
			return position.Of == r.Of || h.isOfficialOf(of, position)
		case position.Of >= 0 && position.Of != r.Of && h.roster.Drafts[position.Of].Kind == graph.KindPlace:
			return false
		}
	}
	switch {
	case r.State == nil:
		return true
	case position.State != nil:
		return position.State == r.State
	}
	return d.Country != "" && d.Country == r.State.Country()
}

// isOfficialOf reports whether a position is of the state that a member is, or of a
// body of that state.
func (h *holders) isOfficialOf(of *roster.Draft, position roster.Role) bool {
	if of.State == nil || roster.IsGovernmentBody(of.Name) {
		return false
	}
	return position.State == of.State || position.Of >= 0 && h.roster.Drafts[position.Of].State == of.State
}

// maxBackForHolder is how many sentences before a role phrase a mention of its holder
// decides among several. Judgement.
const maxBackForHolder = 2

// onlyNear returns the one candidate that the sentence of a token or one shortly before
// it mentions, -1 where there is none or more.
func (h *holders) onlyNear(candidates []int, at int) int {
	sentence := h.parse.Tokens[at].Sentence
	found := -1
	for _, m := range h.roster.Mentions {
		distance := sentence - h.parse.Tokens[m.Head].Sentence
		if m.Head >= at || distance < 0 || distance > maxBackForHolder || !slices.Contains(candidates, m.Member) || m.Member == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.Member
	}
	return found
}

// namedBeside returns the people named as the other parties of the clause of a role
// phrase, none of whom it can mean: B in "the foreign secretary met B".
func (h *holders) namedBeside(noun int) []int {
	verb := h.verbOf(noun)
	if verb < 0 {
		return nil
	}
	var found []int
	for _, child := range h.parse.Children(verb) {
		party := h.partyOf(child)
		if party < 0 || party == noun {
			continue
		}
		for _, head := range append(h.parse.Children(party, "appos"), party) {
			if m, ok := h.roster.Headed(head); ok && m.Form == graph.MentionName {
				found = append(found, m.Member)
			}
		}
	}
	return found
}

// verbOf returns the verb whose subject, object or partner a noun is, -1 for none.
func (h *holders) verbOf(noun int) int {
	verb := h.parse.Head(noun)
	switch h.parse.Dep(noun) {
	case "nsubj", "nsubjpass", "dobj", "dative":
	case "pobj":
		if !vocabulary.IsPartnerPreposition(h.parse.Lower(verb)) {
			return -1
		}
		verb = h.parse.Head(verb)
	default:
		return -1
	}
	if h.parse.Tokens[verb].POS != "VERB" {
		return -1
	}
	return verb
}

// partyOf returns the noun of a verb's subject, object or partner, -1 for its other
// children.
func (h *holders) partyOf(child int) int {
	if object := h.parse.Child(child, "pobj"); object >= 0 && vocabulary.IsPartnerPreposition(h.parse.Lower(child)) {
		return object
	}
	switch h.parse.Dep(child) {
	case "nsubj", "nsubjpass", "dobj", "dative", "pobj":
		return child
	}
	return -1
}

// partnerAgain returns whom a role takes up in "A spoke with B, his first conversation
// with the Russian leader": the phrase is of the same contact, so its partner is B, if
// nothing speaks against it. It learns B's country from it. -1 for other sentences.
func (h *holders) partnerAgain(r roster.Role, at int) int {
	if h.parse.Dep(at) != "pobj" || r.State == nil || r.Former {
		return -1
	}
	noun := h.parse.Head(h.parse.Head(at))
	if !h.restates(noun) {
		return -1
	}
	partner := h.partnerBefore(noun, r.Of)
	if partner < 0 {
		return -1
	}
	d, country := &h.roster.Drafts[partner], r.State.Country()
	if d.Country != "" && d.Country != country {
		return -1
	}
	d.Country = country
	h.learnState(d, r.State)
	return partner
}

// restates reports whether a noun with a possessor says again what its clause said.
func (h *holders) restates(noun int) bool {
	switch h.parse.Dep(noun) {
	case "appos", "npadvmod", "dobj":
	default:
		return false
	}
	return slices.ContainsFunc(h.parse.Children(noun), func(child int) bool { return h.parse.Tag(child) == "PRP$" })
}

// partnerBefore returns the first person other than one whom the clause of a noun has as
// a partner before it, -1 for none.
func (h *holders) partnerBefore(noun, other int) int {
	for _, child := range h.parse.Children(grammar.ClauseVerb(h.parse, noun)) {
		object := h.parse.Child(child, "pobj")
		if child > noun || object < 0 || object > noun || !vocabulary.IsPartnerPreposition(h.parse.Tokens[child].Text) {
			continue
		}
		if m, ok := h.roster.At(object); ok && m.Member != other && h.roster.Drafts[m.Member].Kind == graph.KindPerson {
			return m.Member
		}
	}
	return -1
}

// learnState completes the office of a person that lacked its state.
func (h *holders) learnState(d *roster.Draft, s *vocabulary.State) {
	for i := range d.Roles {
		if p := &d.Roles[i]; p.State == nil && p.Of < 0 && roster.IsHeadClass(p.Class) {
			p.State = s
		}
	}
}
