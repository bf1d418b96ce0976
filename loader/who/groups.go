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

// group returns the members of a plural phrase, none where it is no group or not
// known to be who.
func (g *groups) group(token int) []int {
	if g.parse.isPluralPronoun(token) {
		return g.pluralAntecedent(token)
	}
	if g.names.at[token] >= 0 {
		return nil
	}
	if family := g.family(token); len(family) > 1 {
		return family
	}
	t := g.doc.Tokens[token]
	if t.Tag != "NNS" && t.Tag != "NNPS" && g.names.lemma(token) != "pair" && g.names.lemma(token) != "duo" && !g.parse.standsAlone(token) {
		return nil
	}
	if holders := g.holdersByState(token); len(holders) > 1 {
		return holders
	}
	return g.bothOf(token)
}

// groupOf returns the members of a plural phrase that is no pronoun.
func (g *groups) groupOf(token int) []int {
	if g.parse.isPluralPronoun(token) {
		return nil
	}
	return g.group(token)
}

// family returns the people of one surname: "the Clintons".
func (g *groups) family(token int) []int {
	t := g.doc.Tokens[token]
	if t.Tag != "NNPS" && t.Tag != "NNP" || !strings.HasSuffix(t.Text, "s") {
		return nil
	}
	for _, ending := range []string{"s", "es"} {
		surname := surnameKey(strings.TrimSuffix(t.Text, ending))
		var found []int
		for i := range g.roster.drafts {
			if d := &g.roster.drafts[i]; d.people != nil && len(d.people.words) > 1 && d.people.surname == surname {
				found = append(found, i)
			}
		}
		if len(found) > 1 {
			return found
		}
	}
	return nil
}

// holdersByState resolves "the Russian and French leaders": for each state the
// holder whom the article names, else a nominal member of that state.
func (g *groups) holdersByState(token int) []int {
	lemma := g.names.lemma(token)
	if !g.words.isOfficeNoun(lemma) {
		return nil
	}
	var states []*state
	var at []int
	span := g.names.nounPhrase(token)
	for i := span.Start; i < token; i++ {
		if s := g.names.stateAt(i); s != nil && !slices.Contains(states, s) {
			states = append(states, s)
			at = append(at, i)
		}
	}
	if r, ok := g.offices.phraseRole(token); ok && len(states) < 2 {
		return g.holdersOf(r, token)
	}
	if len(states) < 2 || g.descent(at) {
		return nil
	}
	r, ok := g.offices.phraseRole(token)
	if !ok {
		return nil
	}
	var found []int
	for i, s := range states {
		one := r
		one.state, one.of, one.plural = s, -1, false
		if holder := g.holders.holder(one, token, nil); holder >= 0 {
			found = append(found, holder)
			continue
		}
		noun, plural := strings.ToLower(g.doc.Tokens[token].Text), !heads(r.class) && r.head != "leader"
		if !plural {
			noun = lemma
		}
		p := phrase{span: span, head: token, owner: -1, possessor: -1, part: -1, state: s, plural: plural, noun: noun, bare: g.doc.Slice(g.names.spanOf(at[i])) + " " + g.sharedWords(at, token) + noun}
		found = append(found, g.nominals.nominal(p, lemma))
	}
	return found
}

// descent reports whether two adjectives joined by a hyphen tell one group of people,
// those of a country by where their forebears came from: "African-American".
func (g *groups) descent(at []int) bool {
	if len(at) != 2 {
		return false
	}
	first, second := g.names.spanOf(at[0]), g.names.spanOf(at[1])
	if first.End+1 != second.Start || g.doc.Tokens[first.End].Text != "-" || g.names.at[at[0]] < 0 {
		return false
	}
	switch g.doc.Slice(second) {
	case "American", "Canadian", "Australian":
		return true
	}
	return false
}

// sharedWords returns the words between the last state and the noun of "the Russian
// and French foreign ministers".
func (g *groups) sharedWords(states []int, noun int) string {
	start := g.names.spanOf(states[len(states)-1]).End
	if start >= noun {
		return ""
	}
	return g.doc.Slice(language.Span{Start: start, End: noun}) + " "
}

// holdersOf returns those that the complement of a plural role tells: "the
// presidents of Russia and France".
func (g *groups) holdersOf(r role, token int) []int {
	var found []int
	for _, child := range g.doc.Children(token) {
		if strings.ToLower(g.doc.Tokens[child].Text) != "of" {
			continue
		}
		for object := g.parse.objectOf(child); object >= 0; object = g.parse.conjunct(object) {
			s := g.names.stateAt(object)
			if s == nil {
				return nil
			}
			one := r
			one.state, one.of, one.plural = s, -1, false
			holder := g.holders.holder(one, token, nil)
			if holder < 0 {
				return nil
			}
			found = append(found, holder)
		}
	}
	return found
}

// bothOf resolves "both leaders", "the two sides": the only two of such a kind
// that the nearest sentence with any names.
func (g *groups) bothOf(token int) []int {
	number := g.numberOf(token)
	if number == 0 {
		return nil
	}
	lemma := g.names.lemma(token)
	sentence := g.doc.Tokens[token].Sentence
	for back := 0; back <= min(maxPronounDistance, sentence); back++ {
		found := g.ofKindIn(sentence-back, token, lemma)
		if len(found) == number {
			return found
		}
		if len(found) > number {
			return nil
		}
	}
	return nil
}

// numberOf returns how many a definite phrase says it is about, 0 where it does not.
func (g *groups) numberOf(token int) int {
	if lemma := g.names.lemma(token); lemma == "pair" || lemma == "duo" || g.parse.standsAlone(token) {
		return 2
	}
	span := g.names.nounPhrase(token)
	definite := false
	for i := max(span.Start-1, 0); i <= token; i++ {
		word := strings.ToLower(g.doc.Tokens[i].Text)
		if word == "both" && token-i <= 3 {
			return 2
		}
		definite = definite || word == "the" || word == "these" || word == "those"
		if number := groupSizes[word]; definite && number > 0 {
			return number
		}
	}
	return 0
}

// ofKindIn returns the members that a sentence mentions before token and that the
// noun can mean: states for "countries", people for "leaders", any for "sides".
func (g *groups) ofKindIn(sentence, token int, noun string) []int {
	states, people := true, true
	switch noun {
	case "country", "nation", "state", "government", "capital", "ally", "neighbor", "neighbour", "power":
		people = false
	case "side", "party", "both":
	default:
		if !g.words.people[noun] {
			return nil
		}
		states = false
	}
	var found []int
	for _, m := range g.roster.mentionsIn(sentence, token) {
		d := &g.roster.drafts[m.Member]
		fits := people && d.kind == graph.KindPerson && g.fitsOffice(d, noun) || states && d.kind == graph.KindOrganization && (d.state != nil || noun == "side" || noun == "party")
		if fits && !slices.Contains(found, m.Member) {
			found = append(found, m.Member)
		}
	}
	return found
}

// fitsOffice reports whether a person can be called by a noun: where the article
// gives offices, one of them must be such.
func (g *groups) fitsOffice(d *draft, noun string) bool {
	switch noun {
	case "leader", "president", "minister", "senator", "king", "chancellor", "premier", "ambassador", "spokesman":
	default:
		return true
	}
	phrase := role{words: []string{noun}, written: noun, head: level(noun)}
	if o := g.words.offices[noun]; o != nil {
		phrase.class = o.class
	}
	for _, position := range d.roles {
		if sameOffice(phrase, position) {
			return true
		}
	}
	return len(d.roles) == 0
}

// groupSizes are the numbers that a phrase can take up again with: "the two
// leaders", but not "two people who were there", who are new.
var groupSizes = lexicon.Numbers(lexicon.Article, "cardinal")

func without(members, exclude []int) []int {
	var kept []int
	for _, m := range members {
		if !slices.Contains(exclude, m) && !slices.Contains(kept, m) {
			kept = append(kept, m)
		}
	}
	return kept
}
