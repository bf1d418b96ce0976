package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// Parties is Party for phrases that can mean several: "both leaders", "the
// Russian and French leaders", "the two countries", "they", "the Clintons". Each
// member is one that the article tells safely; a phrase of one gives one, and
// none where nothing is safe. Names joined by "and" are the caller's to expand.
func (c *Cast) Parties(token int, exclude ...int) []int {
	if token < 0 || token >= len(c.doc.Tokens) {
		return nil
	}
	group := c.group(token)
	if len(group) > 0 {
		return without(group, exclude)
	}
	if c.isPluralPronoun(token) {
		return nil
	}
	if member, ok := c.Party(token, exclude...); ok {
		return []int{member}
	}
	return nil
}

func without(members, exclude []int) []int {
	var kept []int
	for _, m := range members {
		if !slices.Contains(exclude, m) && !slices.Contains(kept, m) {
			kept = append(kept, m)
		}
	}
	return kept
}

// group returns the members of a plural phrase, none where it is no group or not
// known to be who.
func (c *Cast) group(token int) []int {
	if c.isPluralPronoun(token) {
		return c.pluralAntecedent(token)
	}
	if c.nameAt[token] >= 0 {
		return nil
	}
	if family := c.family(token); len(family) > 1 {
		return family
	}
	t := c.doc.Tokens[token]
	if t.Tag != "NNS" && t.Tag != "NNPS" && c.lemma(token) != "pair" && c.lemma(token) != "duo" && !c.standsAlone(token) {
		return nil
	}
	if holders := c.holdersByState(token); len(holders) > 1 {
		return holders
	}
	return c.bothOf(token)
}

// standsAlone reports whether the token is "both" in the place of a noun.
func (c *Cast) standsAlone(token int) bool {
	switch c.doc.Tokens[token].Dep {
	case "nsubj", "nsubjpass", "dobj", "pobj":
		return strings.ToLower(c.doc.Tokens[token].Text) == "both" && c.conjunct(token) < 0
	}
	return false
}

func (c *Cast) isPluralPronoun(token int) bool {
	switch strings.ToLower(c.doc.Tokens[token].Text) {
	case "they", "them", "their", "theirs", "themselves":
		return true
	}
	return false
}

// family returns the people of one surname: "the Clintons".
func (c *Cast) family(token int) []int {
	t := c.doc.Tokens[token]
	if t.Tag != "NNPS" && t.Tag != "NNP" || !strings.HasSuffix(t.Text, "s") {
		return nil
	}
	for _, ending := range []string{"s", "es"} {
		surname := surnameKey(strings.TrimSuffix(t.Text, ending))
		var found []int
		for i := range c.figures {
			if fig := &c.figures[i]; fig.people != nil && len(fig.people.words) > 1 && fig.people.surname == surname {
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
func (c *Cast) holdersByState(token int) []int {
	lemma := c.lemma(token)
	if !c.words.isOfficeNoun(lemma) {
		return nil
	}
	var states []*state
	var at []int
	span := c.nounPhrase(token)
	for i := span.Start; i < token; i++ {
		if s := c.stateAt(i); s != nil && !slices.Contains(states, s) {
			states = append(states, s)
			at = append(at, i)
		}
	}
	if r, ok := c.phraseRole(token); ok && len(states) < 2 {
		return c.holdersOf(r, token)
	}
	if len(states) < 2 || c.descent(at) {
		return nil
	}
	r, ok := c.phraseRole(token)
	if !ok {
		return nil
	}
	var found []int
	for i, s := range states {
		one := r
		one.state, one.of, one.plural = s, -1, false
		if holder := c.holder(one, token, nil); holder >= 0 {
			found = append(found, holder)
			continue
		}
		noun, plural := strings.ToLower(c.doc.Tokens[token].Text), !heads(r.class) && r.head != "leader"
		if !plural {
			noun = lemma
		}
		p := phrase{span: span, head: token, owner: -1, possessor: -1, part: -1, state: s, plural: plural, noun: noun, bare: c.doc.Slice(c.nameSpan(at[i])) + " " + c.sharedWords(at, token) + noun}
		found = append(found, c.nominal(p, lemma))
	}
	return found
}

// descent reports whether two adjectives joined by a hyphen tell one group of people,
// those of a country by where their forebears came from: "African-American".
func (c *Cast) descent(at []int) bool {
	if len(at) != 2 {
		return false
	}
	first, second := c.nameSpan(at[0]), c.nameSpan(at[1])
	if first.End+1 != second.Start || c.doc.Tokens[first.End].Text != "-" || c.nameAt[at[0]] < 0 {
		return false
	}
	switch c.doc.Slice(second) {
	case "American", "Canadian", "Australian":
		return true
	}
	return false
}

// nameSpan returns the name that covers a token, or the token.
func (c *Cast) nameSpan(token int) language.Span {
	if n := c.nameAt[token]; n >= 0 {
		return c.names[n].Span
	}
	return language.Span{Start: token, End: token + 1}
}

// sharedWords returns the words between the last state and the noun of "the Russian
// and French foreign ministers".
func (c *Cast) sharedWords(states []int, noun int) string {
	start := c.nameSpan(states[len(states)-1]).End
	if start >= noun {
		return ""
	}
	return c.doc.Slice(language.Span{Start: start, End: noun}) + " "
}

// holdersOf returns those that the complement of a plural role tells: "the
// presidents of Russia and France".
func (c *Cast) holdersOf(r role, token int) []int {
	var found []int
	for _, child := range c.doc.Children(token) {
		if strings.ToLower(c.doc.Tokens[child].Text) != "of" {
			continue
		}
		for object := c.objectOf(child); object >= 0; object = c.conjunct(object) {
			s := c.stateAt(object)
			if s == nil {
				return nil
			}
			one := r
			one.state, one.of, one.plural = s, -1, false
			holder := c.holder(one, token, nil)
			if holder < 0 {
				return nil
			}
			found = append(found, holder)
		}
	}
	return found
}

// conjunct returns the token that is joined to one by "and", -1 for none.
func (c *Cast) conjunct(token int) int {
	for _, child := range c.doc.Children(token) {
		if c.doc.Tokens[child].Dep == "conj" {
			return child
		}
	}
	return -1
}

// bothOf resolves "both leaders", "the two sides": the only two of such a kind
// that the nearest sentence with any names.
func (c *Cast) bothOf(token int) []int {
	number := c.numberOf(token)
	if number == 0 {
		return nil
	}
	lemma := c.lemma(token)
	sentence := c.doc.Tokens[token].Sentence
	for back := 0; back <= min(maxPronounDistance, sentence); back++ {
		found := c.ofKindIn(sentence-back, token, lemma)
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
func (c *Cast) numberOf(token int) int {
	if lemma := c.lemma(token); lemma == "pair" || lemma == "duo" || c.standsAlone(token) {
		return 2
	}
	span := c.nounPhrase(token)
	definite := false
	for i := max(span.Start-1, 0); i <= token; i++ {
		word := strings.ToLower(c.doc.Tokens[i].Text)
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

// groupSizes are the numbers that a phrase can take up again with: "the two
// leaders", but not "two people who were there", who are new.
var groupSizes = map[string]int{"two": 2, "three": 3, "four": 4}

// ofKindIn returns the members that a sentence mentions before token and that the
// noun can mean: states for "countries", people for "leaders", any for "sides".
func (c *Cast) ofKindIn(sentence, token int, noun string) []int {
	states, people := true, true
	switch noun {
	case "country", "nation", "state", "government", "capital", "ally", "neighbor", "neighbour", "power":
		people = false
	case "side", "party", "both":
	default:
		if !c.words.people[noun] {
			return nil
		}
		states = false
	}
	var found []int
	for _, m := range c.mentionsIn(sentence, token) {
		fig := &c.figures[m.Member]
		fits := people && fig.kind == graph.KindPerson && c.fitsOffice(fig, noun) || states && fig.kind == graph.KindOrganization && (fig.state != nil || noun == "side" || noun == "party")
		if fits && !slices.Contains(found, m.Member) {
			found = append(found, m.Member)
		}
	}
	return found
}

// fitsOffice reports whether a person can be called by a noun: where the article
// gives offices, one of them must be such.
func (c *Cast) fitsOffice(fig *figure, noun string) bool {
	switch noun {
	case "leader", "president", "minister", "senator", "king", "chancellor", "premier", "ambassador", "spokesman":
	default:
		return true
	}
	phrase := role{words: []string{noun}, written: noun, head: level(noun)}
	if o := c.words.offices[noun]; o != nil {
		phrase.class = o.class
	}
	for _, position := range fig.roles {
		if sameOffice(phrase, position) {
			return true
		}
	}
	return len(fig.roles) == 0
}

func (c *Cast) mentionsIn(sentence, before int) []Mention {
	var found []Mention
	for _, m := range c.Mentions {
		if m.Member >= 0 && m.Head < before && c.doc.Tokens[m.Head].Sentence == sentence {
			found = append(found, m)
		}
	}
	return found
}

// pluralAntecedent returns whom "they" means: the plural or joined subject of the
// clause that its own hangs on, or of the sentence before. Where that is of
// things, or the subject is one, none.
func (c *Cast) pluralAntecedent(token int) []int {
	own := c.clauseOf(token)
	t := c.doc.Tokens[token]
	if t.Tag == "PRP$" || t.Text == "themselves" {
		if s := c.subjectOf(own); s >= 0 && s != token && c.isPlural(s) {
			return c.membersOf(s, token)
		}
	}
	for verb := range c.doc.Ancestors(own) {
		if s := c.ownSubject(verb); s >= 0 && s != token && s < token && c.isPlural(s) && c.sameVoice(s, token) {
			return c.membersOf(s, token)
		}
	}
	if body := c.bodySpeaking(own, token); body >= 0 {
		return []int{body}
	}
	if t.Sentence == 0 {
		return c.onlyPair(token)
	}
	previous := c.doc.Sentences[t.Sentence-1]
	for i := previous.Start; i < previous.End; i++ {
		if c.doc.Tokens[i].Dep != "ROOT" {
			continue
		}
		if s := c.ownSubject(i); s >= 0 && c.isPlural(s) && c.sameVoice(s, token) && !c.isPluralPronoun(s) {
			return c.membersOf(s, token)
		}
	}
	return c.onlyPair(token)
}

// bodySpeaking returns the body that is the subject of the clause above that of
// "they": "the Taliban said they would not talk"; -1 for none.
func (c *Cast) bodySpeaking(clause, token int) int {
	above := c.doc.Tokens[clause].Head
	if c.doc.Tokens[token].Tag != "PRP" || c.doc.Tokens[clause].Dep != "ccomp" || above == clause {
		return -1
	}
	s := c.ownSubject(above)
	if s < 0 || s > token || !c.sameVoice(s, token) {
		return -1
	}
	if m, ok := c.At(s); ok && m.Form == graph.MentionName && c.figures[m.Member].kind == graph.KindOrganization && c.figures[m.Member].state == nil {
		return m.Member
	}
	return -1
}

// onlyPair returns the only two people whom the sentence of "their" names before it,
// or else the sentence before: "their meeting", "their talks".
func (c *Cast) onlyPair(token int) []int {
	if c.doc.Tokens[token].Tag != "PRP$" {
		return nil
	}
	sentence := c.doc.Tokens[token].Sentence
	for back := 0; back <= min(1, sentence); back++ {
		var people []int
		for _, m := range c.mentionsIn(sentence-back, token) {
			if c.figures[m.Member].kind == graph.KindPerson && c.sameVoice(m.Head, token) && !slices.Contains(people, m.Member) {
				people = append(people, m.Member)
			}
		}
		if len(people) == 2 && !c.pluralBetween(sentence-back, token) {
			return people
		}
		if len(people) > 0 {
			return nil
		}
	}
	return nil
}

// pluralBetween reports whether a sentence has a plural noun of people or bodies
// before token, whom "their" can mean as well.
func (c *Cast) pluralBetween(sentence, token int) bool {
	span := c.doc.Sentences[sentence]
	for i := span.Start; i < min(span.End, token); i++ {
		if tag := c.doc.Tokens[i].Tag; (tag == "NNS" || tag == "NNPS") && c.peopleAt(i) {
			return true
		}
	}
	return false
}

// sameVoice reports whether two tokens stand in the same quotation or both outside.
func (c *Cast) sameVoice(a, b int) bool { return c.quotes[a] == c.quotes[b] }

func (c *Cast) ownSubject(verb int) int {
	for _, child := range c.doc.Children(verb) {
		if d := c.doc.Tokens[child].Dep; d == "nsubj" || d == "nsubjpass" {
			return child
		}
	}
	return -1
}

// isPlural reports whether a noun is plural, or joined with another by "and".
func (c *Cast) isPlural(noun int) bool {
	tag := c.doc.Tokens[noun].Tag
	return tag == "NNS" || tag == "NNPS" || c.conjunct(noun) >= 0
}

// membersOf returns the parties of a plural or joined noun phrase, none where one of
// them is no party.
func (c *Cast) membersOf(noun, token int) []int {
	var found []int
	for next := noun; next >= 0; next = c.conjunct(next) {
		if next == token || len(found) > 20 {
			return nil
		}
		if group := c.groupOf(next); len(group) > 0 {
			found = append(found, group...)
			continue
		}
		member, ok := c.Party(next)
		if !ok {
			return nil
		}
		found = append(found, member)
	}
	return found
}

// groupOf returns the members of a plural phrase that is no pronoun.
func (c *Cast) groupOf(token int) []int {
	if c.isPluralPronoun(token) {
		return nil
	}
	return c.group(token)
}
