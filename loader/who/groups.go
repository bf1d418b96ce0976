package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// groups finds whom plural phrases mean: "both leaders", "they".
type groups struct {
	layers
	antecedents *antecedents
	holders     *holders
	nominals    *nominals
	resolver    *resolver
}

// group returns the members of a plural phrase, none where it is not one or not known
// to be who.
func (g *groups) group(token int) []int {
	switch {
	case isThey(g.parse, token):
		return g.antecedentsOfThey(token)
	case g.names.at[token] >= 0:
		return nil
	}
	if family := g.family(token); len(family) > 1 {
		return family
	}
	if !isPluralTag(g.parse.Tag(token)) && !g.isPair(token) {
		return nil
	}
	if holders := g.holdersByState(token); len(holders) > 1 {
		return holders
	}
	return g.numbered(token)
}

// isPair reports whether a token means two: "the pair", or "both" in the place of a
// noun.
func (g *groups) isPair(token int) bool {
	switch g.names.lemma(token) {
	case "pair", "duo":
		return true
	}
	switch g.parse.Dep(token) {
	case "nsubj", "nsubjpass", "dobj", "pobj":
		return g.parse.Lower(token) == "both" && g.parse.Child(token, "conj") < 0
	}
	return false
}

// family returns the people of one surname: "the Clintons".
func (g *groups) family(token int) []int {
	word := g.parse.Tokens[token].Text
	if !isProperTag(g.parse.Tag(token)) || !strings.HasSuffix(word, "s") {
		return nil
	}
	for _, ending := range []string{"s", "es"} {
		if found := g.named(surnameKey(strings.TrimSuffix(word, ending))); len(found) > 1 {
			return found
		}
	}
	return nil
}

// named returns the people with full names of a surname.
func (g *groups) named(surname string) []int {
	var found []int
	for i := range g.roster.drafts {
		if p := g.roster.drafts[i].person; p != nil && len(p.words) > 1 && p.surname == surname {
			found = append(found, i)
		}
	}
	return found
}

// holdersByState resolves "the Russian and French leaders": for each state the
// holder whom the article names, else a nominal member of that state.
func (g *groups) holdersByState(token int) []int {
	if !g.words.isOfficeNoun(g.names.lemma(token)) {
		return nil
	}
	states := g.statesBefore(token)
	r, ok := g.offices.phraseRole(token)
	switch {
	case !ok:
		return nil
	case len(states) < 2:
		return g.holdersOf(r, token)
	case g.isDescent(states):
		return nil
	}
	var found []int
	for _, state := range states {
		s := g.names.stateAt(state)
		holder := g.holders.holder(r.ofState(s), token, nil)
		if holder < 0 {
			holder = g.nominals.nominal(g.onesOf(s, state, states[len(states)-1], r, token))
		}
		found = append(found, holder)
	}
	return found
}

// statesBefore returns the tokens of the states in a noun phrase, one each.
func (g *groups) statesBefore(noun int) []int {
	var states []*state
	var tokens []int
	for i := g.names.nounPhrase(noun).Start; i < noun; i++ {
		if s := g.names.stateAt(i); s != nil && !slices.Contains(states, s) {
			states, tokens = append(states, s), append(tokens, i)
		}
	}
	return tokens
}

// ofState returns the role of one of a group, of a state.
func (r role) ofState(s *state) role {
	r.state, r.of, r.plural = s, -1, false
	return r
}

// onesOf returns the phrase of those of one state in a phrase of several. The words
// between the last state and the noun are said of all: "the Russian and French foreign
// ministers". There is one leader a state, but any number of diplomats.
func (g *groups) onesOf(s *state, token, lastState int, r role, noun int) *phrase {
	lemma := g.names.lemma(noun)
	p := &phrase{span: g.names.nounPhrase(noun), head: noun, lemma: lemma, noun: lemma, owner: -1, possessor: -1, part: -1, state: s}
	if !isHeadClass(r.class) && r.head != "leader" {
		p.plural, p.noun = true, g.parse.Lower(noun)
	}
	p.bare = g.parse.Slice(g.names.spanOf(token)) + " "
	if shared := (language.Span{Start: g.names.spanOf(lastState).End, End: noun}); shared.Start < shared.End {
		p.bare += g.parse.Slice(shared) + " "
	}
	p.bare += p.noun
	return p
}

// isDescent reports whether two adjectives joined by a hyphen mean one group of people,
// those of a country by where their forebears came from: "African-American".
func (g *groups) isDescent(states []int) bool {
	if len(states) != 2 {
		return false
	}
	first, second := g.names.spanOf(states[0]), g.names.spanOf(states[1])
	if first.End+1 != second.Start || g.parse.Tokens[first.End].Text != "-" || g.names.at[states[0]] < 0 {
		return false
	}
	switch g.parse.Slice(second) {
	case "American", "Canadian", "Australian":
		return true
	}
	return false
}

// holdersOf returns those whom the complement of a plural role tells: "the presidents
// of Russia and France".
func (g *groups) holdersOf(r role, token int) []int {
	var found []int
	for _, child := range g.parse.Children(token) {
		if g.parse.Lower(child) != "of" {
			continue
		}
		for object := g.parse.Child(child, "pobj"); object >= 0; object = g.parse.Child(object, "conj") {
			s := g.names.stateAt(object)
			if s == nil {
				return nil
			}
			holder := g.holders.holder(r.ofState(s), token, nil)
			if holder < 0 {
				return nil
			}
			found = append(found, holder)
		}
	}
	return found
}

// numbered resolves "both leaders", "the two sides": the only ones of such a kind and
// number that the nearest sentence with so many mentions.
func (g *groups) numbered(token int) []int {
	number := g.numberOf(token)
	if number == 0 {
		return nil
	}
	fits := g.fitting(g.names.lemma(token))
	if fits == nil {
		return nil
	}
	for sentence := range g.backFrom(token, maxBack) {
		var found []int
		for _, m := range g.roster.mentionsIn(sentence, token) {
			if fits(&g.roster.drafts[m.Member]) && !slices.Contains(found, m.Member) {
				found = append(found, m.Member)
			}
		}
		switch {
		case len(found) == number:
			return found
		case len(found) > number:
			return nil
		}
	}
	return nil
}

// maxBothBefore is how many tokens "both" can stand before its noun: "both new foreign
// ministers". Judgement.
const maxBothBefore = 3

// numberOf returns how many a definite phrase says it is about, 0 where it does not.
func (g *groups) numberOf(token int) int {
	if g.isPair(token) {
		return 2
	}
	definite := false
	for i := max(g.names.nounPhrase(token).Start-1, 0); i <= token; i++ {
		switch word := g.parse.Lower(i); word {
		case "both":
			if token-i <= maxBothBefore {
				return 2
			}
		case "the", "these", "those":
			definite = true
		default:
			if number := groupSizes[word]; definite && number > 0 {
				return number
			}
		}
	}
	return 0
}

// fitting returns whether a member can be one of those that a plural noun means: states
// for "countries", people for "leaders", either and bodies for "sides"; nil for nouns of
// things.
func (g *groups) fitting(noun string) func(d *draft) bool {
	isPerson := func(d *draft) bool { return d.kind == graph.KindPerson && g.fitsOffice(d, noun) }
	isState := func(d *draft) bool { return d.kind == graph.KindOrganization && d.state != nil }
	switch noun {
	case "country", "nation", "state", "government", "capital", "ally", "neighbor", "neighbour", "power":
		return isState
	case "side", "party":
		return func(d *draft) bool { return isPerson(d) || d.kind == graph.KindOrganization }
	case "both":
		return func(d *draft) bool { return isPerson(d) || isState(d) }
	}
	if g.words.people[noun] {
		return isPerson
	}
	return nil
}

// fitsOffice reports whether a person can be called by a noun: where the article
// gives offices, one of them must be such.
func (g *groups) fitsOffice(d *draft, noun string) bool {
	switch noun {
	case "leader", "president", "minister", "senator", "king", "chancellor", "premier", "ambassador", "spokesman":
	default:
		return true
	}
	r := role{words: []string{noun}, written: noun, head: level(noun)}
	if known := g.words.offices[noun]; known != nil {
		r.class = known.class
	}
	return len(d.roles) == 0 || slices.ContainsFunc(d.roles, func(position role) bool { return sameOffice(r, position) })
}

// groupSizes are the numbers that a phrase can take up again with: "the two
// leaders", but not "two people who were there", who are new.
var groupSizes = lexicon.Numbers(lexicon.Article, "cardinal")
