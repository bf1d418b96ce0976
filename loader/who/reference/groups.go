package reference

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// groups finds whom plural phrases mean: "both leaders", "they".
type groups struct {
	layers
	antecedents *antecedents
	holders     *holders
	nominals    *nominals
	resolver    *Resolver
}

// group returns the members of a plural phrase, none where it is not one or not known
// to be who.
func (g *groups) group(token int) []int {
	switch {
	case isThey(g.parse, token):
		return g.antecedentsOfThey(token)
	case g.names.IsNamed(token):
		return nil
	}
	if family := g.family(token); len(family) > 1 {
		return family
	}
	if !grammar.IsPluralNoun(g.parse, token) && !g.isPair(token) && !g.isNumber(token) {
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
	if pairs[g.names.Lemma(token)] {
		return true
	}
	switch g.parse.Dep(token) {
	case "nsubj", "nsubjpass", "dobj", "pobj":
		return g.parse.Lower(token) == "both" && g.parse.Child(token, "conj") < 0
	}
	return false
}

// isNumber reports whether a token is a number in the place of a noun: "the two".
func (g *groups) isNumber(token int) bool {
	switch g.parse.Dep(token) {
	case "nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative":
		return g.parse.Tag(token) == "CD" && groupSizes[g.parse.Lower(token)] > 1 && g.parse.HasChild(token, "the", "these", "those") && !g.parse.HasChild(token, "of")
	}
	return false
}

// family returns the people of one surname: "the Clintons".
func (g *groups) family(token int) []int {
	word := g.parse.Tokens[token].Text
	if !grammar.IsProperNoun(g.parse, token) || !strings.HasSuffix(word, "s") {
		return nil
	}
	for _, ending := range []string{"s", "es"} {
		if found := g.named(names.SurnameKey(strings.TrimSuffix(word, ending))); len(found) > 1 {
			return found
		}
	}
	return nil
}

// named returns the people with full names of a surname.
func (g *groups) named(surname string) []int {
	var found []int
	for i := range g.roster.Drafts {
		if p := g.roster.Drafts[i].Person; p != nil && len(p.Words) > 1 && p.Surname == surname {
			found = append(found, i)
		}
	}
	return found
}

// holdersByState resolves "the Russian and French leaders": for each state the
// holder whom the article names, else a nominal member of that state.
func (g *groups) holdersByState(token int) []int {
	if !g.words.IsOfficeNoun(g.names.Lemma(token)) {
		return nil
	}
	states := g.statesBefore(token)
	r, ok := g.offices.PhraseRole(token)
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
		s := g.names.StateAt(state)
		holder := g.holders.holder(r.OfState(s), token, nil)
		if holder < 0 {
			holder = g.nominals.nominal(g.onesOf(s, state, states[len(states)-1], r, token))
		}
		found = append(found, holder)
	}
	return found
}

// statesBefore returns the tokens of the states in a noun phrase, one each.
func (g *groups) statesBefore(noun int) []int {
	var states []*vocabulary.State
	var tokens []int
	for i := g.names.NounPhrase(noun).Start; i < noun; i++ {
		if s := g.names.StateAt(i); s != nil && !slices.Contains(states, s) {
			states, tokens = append(states, s), append(tokens, i)
		}
	}
	return tokens
}

// onesOf returns the phrase of those of one state in a phrase of several. The words
// between the last state and the noun are said of all: "the Russian and French foreign
// ministers". There is one leader a state, but any number of diplomats.
func (g *groups) onesOf(s *vocabulary.State, token, lastState int, r roster.Role, noun int) *phrase {
	lemma := g.names.Lemma(noun)
	p := &phrase{span: g.names.NounPhrase(noun), head: noun, lemma: lemma, noun: lemma, owner: -1, possessor: -1, part: -1, state: s}
	if !roster.IsHeadClass(r.Class) && !roster.Leaders[r.Head] {
		p.plural, p.noun = true, g.parse.Lower(noun)
	}
	p.bare = g.parse.Slice(g.names.SpanAt(token)) + " "
	if shared := (language.Span{Start: g.names.SpanAt(lastState).End, End: noun}); shared.Start < shared.End {
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
	first, second := g.names.SpanAt(states[0]), g.names.SpanAt(states[1])
	if first.End+1 != second.Start || g.parse.Tokens[first.End].Text != "-" || !g.names.IsNamed(states[0]) {
		return false
	}
	return descents[g.parse.Slice(second)]
}

// holdersOf returns those whom the complement of a plural role names: "the presidents
// of Russia and France".
func (g *groups) holdersOf(r roster.Role, token int) []int {
	var found []int
	for _, child := range g.parse.Children(token) {
		if g.parse.Lower(child) != "of" {
			continue
		}
		for object := g.parse.Child(child, "pobj"); object >= 0; object = g.parse.Child(object, "conj") {
			s := g.names.StateAt(object)
			if s == nil {
				return nil
			}
			holder := g.holders.holder(r.OfState(s), token, nil)
			if holder < 0 {
				return nil
			}
			found = append(found, holder)
		}
	}
	return found
}

// numbered resolves "both leaders", "the two sides": the only ones of such a kind and
// number whom the nearest sentences mention.
func (g *groups) numbered(token int) []int {
	number := g.numberOf(token)
	if number == 0 {
		return nil
	}
	noun := g.names.Lemma(token)
	if g.isNumber(token) || pairs[noun] {
		noun = "both"
	}
	if noun == "both" {
		if people := g.nearest(token, number, "people", g.fitting("people")); len(people) > 0 {
			return people // not Lund and her Norway
		}
		noun = "country"
	}
	found := g.nearest(token, number, noun, g.fitting(noun))
	if len(found) == 0 && ofStates[noun] {
		return g.statesOfPeople(token, number)
	}
	return found
}

// statesOfPeople returns the states that the nearest sentence with people or adjectives of
// states tells of, if there are so many: "Lund met her Omani counterpart. Both countries".
func (g *groups) statesOfPeople(token, number int) []int {
	for sentence := range g.backFrom(token, maxBack) {
		var found []int
		add := func(member int) {
			if member >= 0 && !slices.Contains(found, member) {
				found = append(found, member)
			}
		}
		span := g.parse.Sentences[sentence]
		for i := span.Start; i < min(span.End, token); i++ {
			if s := g.names.StateAt(i); s != nil && s.IsSovereign() {
				add(g.resolver.state(s, i))
			}
		}
		for _, m := range g.roster.MentionsIn(sentence, token) {
			add(g.knownState(g.roster.Drafts[m.Member].Country))
		}
		if len(found) == number {
			return found
		}
		if len(found) > number {
			return nil
		}
	}
	return nil
}

// knownState returns the member of the state with a code that the text names, -1 for none.
func (g *groups) knownState(code string) int {
	return slices.IndexFunc(g.roster.Drafts, func(d roster.Draft) bool {
		return code != "" && d.State.Country() == code && d.Kind == graph.KindOrganization && d.State.Name == d.Name
	})
}

// nearest returns those who fit a noun, if the nearest sentences mention so many of them.
func (g *groups) nearest(token, number int, noun string, fits func(d *roster.Draft) bool) []int {
	if fits == nil {
		return nil
	}
	for sentence := range g.backFrom(token, maxBack) {
		found := g.fittingIn(sentence, token, fits)
		switch {
		case len(found) == number:
			return found
		case len(found) > number && sides[noun]:
			return g.ofTwoSides(found, number)
		case len(found) > number:
			return g.onlyPeople(found, number)
		}
	}
	if sides[noun] {
		return nil // the sides of something that the text tells, not just any two
	}
	return g.gathered(token, number, fits)
}

// ofTwoSides returns those of members that are left without the states and bodies of the
// people among them, who are of different states: "Lund of Norway met Roux of France" has two
// sides.
func (g *groups) ofTwoSides(members []int, number int) []int {
	countries := map[string]bool{}
	for _, m := range members {
		if d := &g.roster.Drafts[m]; d.Kind == graph.KindPerson && d.Country != "" {
			countries[d.Country] = true
		}
	}
	left := slices.DeleteFunc(slices.Clone(members), func(m int) bool {
		d := &g.roster.Drafts[m]
		return d.Kind != graph.KindPerson && countries[d.Country]
	})
	if len(left) != number || len(countries) != number {
		return nil
	}
	return left
}

// fittingIn returns the members that a sentence mentions before a token and that fit.
func (g *groups) fittingIn(sentence, before int, fits func(d *roster.Draft) bool) []int {
	var found []int
	for _, m := range g.roster.MentionsIn(sentence, before) {
		if fits(&g.roster.Drafts[m.Member]) && !slices.Contains(found, m.Member) {
			found = append(found, m.Member)
		}
	}
	return found
}

// onlyPeople returns the people among members, if there are so many of them: "Lund of
// Norway and Roux" are two.
func (g *groups) onlyPeople(members []int, number int) []int {
	people := slices.DeleteFunc(slices.Clone(members), func(m int) bool { return g.roster.Drafts[m].Kind != graph.KindPerson })
	if len(people) != number {
		return nil
	}
	return people
}

// gathered returns those who fit of the sentences before a token, if there are so many of
// them: "Lund is a teacher. Roux is an engineer. The two".
func (g *groups) gathered(token, number int, fits func(d *roster.Draft) bool) []int {
	var found []int
	for sentence := range g.backFrom(token, maxBack) {
		for _, member := range g.fittingIn(sentence, token, fits) {
			if !slices.Contains(found, member) {
				found = append(found, member)
			}
		}
		if len(found) >= number {
			break
		}
	}
	if len(found) == number {
		slices.Sort(found)
		return found
	}
	return g.onlyPeople(found, number)
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
	for i := max(g.names.NounPhrase(token).Start-1, 0); i <= token; i++ {
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
func (g *groups) fitting(noun string) func(d *roster.Draft) bool {
	gender := vocabulary.GenderOfNoun(noun)
	isPerson := func(d *roster.Draft) bool {
		return d.Kind == graph.KindPerson && g.fitsOffice(d, noun) && vocabulary.SameGender(gender, d.Gender)
	}
	isState := func(d *roster.Draft) bool { return d.Kind == graph.KindOrganization && d.State != nil }
	switch {
	case ofStates[noun]:
		return isState
	case sides[noun]:
		return func(d *roster.Draft) bool { return isPerson(d) || d.Kind == graph.KindOrganization }
	case g.words.People[noun]:
		return isPerson
	}
	return nil
}

var (
	ofStates = lexicon.Class("of-states")
	// pairs are nouns of two.
	pairs = lexicon.Class("pair")
	// sides are plural nouns of people and bodies alike.
	sides = lexicon.Class("side")
	// descents are words after a country that say where somebody's forebears came from.
	descents = lexicon.Class("descent")
	byOffice = lexicon.Class("by-office")
)

// fitsOffice reports whether a person can be called by a noun: where the article
// gives offices, one of them must be such.
func (g *groups) fitsOffice(d *roster.Draft, noun string) bool {
	if !byOffice[noun] {
		return true
	}
	r := roster.Role{Words: []string{noun}, Written: noun, Head: vocabulary.BaseNoun(noun)}
	if known := g.words.Offices[noun]; known != nil {
		r.Class = known.Class
	}
	return len(d.Roles) == 0 || slices.ContainsFunc(d.Roles, func(position roster.Role) bool { return roster.SameOffice(r, position) })
}

// groupSizes are the numbers that a phrase can take up again with: "the two
// leaders", but not "two people who were there", who are new.
var groupSizes = lexicon.Numbers(lexicon.Article, "cardinal")
