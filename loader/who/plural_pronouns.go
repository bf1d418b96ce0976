package who

import (
	"slices"

	"dateline/graph"
)

// pluralAntecedent returns whom "they" means: the plural or joined subject of the
// clause that its own hangs on, or of the sentence before. Where that is of
// things, or the subject is one, none.
func (g *groups) pluralAntecedent(token int) []int {
	own := g.parse.clauseOf(token)
	t := g.doc.Tokens[token]
	if t.Tag == "PRP$" || t.Text == "themselves" {
		if s := g.parse.subjectOf(own); s >= 0 && s != token && g.parse.isPlural(s) {
			return g.membersOf(s, token)
		}
	}
	for verb := range g.doc.Ancestors(own) {
		if s := g.parse.ownSubject(verb); s >= 0 && s != token && s < token && g.parse.isPlural(s) && g.antecedents.sameVoice(s, token) {
			return g.membersOf(s, token)
		}
	}
	if body := g.bodySpeaking(own, token); body >= 0 {
		return []int{body}
	}
	if t.Sentence == 0 {
		return g.onlyPair(token)
	}
	previous := g.doc.Sentences[t.Sentence-1]
	for i := previous.Start; i < previous.End; i++ {
		if g.doc.Tokens[i].Dep != "ROOT" {
			continue
		}
		if s := g.parse.ownSubject(i); s >= 0 && g.parse.isPlural(s) && g.antecedents.sameVoice(s, token) && !g.parse.isPluralPronoun(s) {
			return g.membersOf(s, token)
		}
	}
	return g.onlyPair(token)
}

// bodySpeaking returns the body that is the subject of the clause above that of
// "they": "the Taliban said they would not talk"; -1 for none.
func (g *groups) bodySpeaking(clause, token int) int {
	above := g.doc.Tokens[clause].Head
	if g.doc.Tokens[token].Tag != "PRP" || g.doc.Tokens[clause].Dep != "ccomp" || above == clause {
		return -1
	}
	s := g.parse.ownSubject(above)
	if s < 0 || s > token || !g.antecedents.sameVoice(s, token) {
		return -1
	}
	if m, ok := g.roster.At(s); ok && m.Form == graph.MentionName && g.roster.drafts[m.Member].kind == graph.KindOrganization && g.roster.drafts[m.Member].state == nil {
		return m.Member
	}
	return -1
}

// onlyPair returns the only two people whom the sentence of "their" names before it,
// or else the sentence before: "their meeting", "their talks".
func (g *groups) onlyPair(token int) []int {
	if g.doc.Tokens[token].Tag != "PRP$" {
		return nil
	}
	sentence := g.doc.Tokens[token].Sentence
	for back := 0; back <= min(1, sentence); back++ {
		var people []int
		for _, m := range g.roster.mentionsIn(sentence-back, token) {
			if g.roster.drafts[m.Member].kind == graph.KindPerson && g.antecedents.sameVoice(m.Head, token) && !slices.Contains(people, m.Member) {
				people = append(people, m.Member)
			}
		}
		if len(people) == 2 && !g.pluralBetween(sentence-back, token) {
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
func (g *groups) pluralBetween(sentence, token int) bool {
	span := g.doc.Sentences[sentence]
	for i := span.Start; i < min(span.End, token); i++ {
		if tag := g.doc.Tokens[i].Tag; (tag == "NNS" || tag == "NNPS") && g.names.peopleAt(i) {
			return true
		}
	}
	return false
}

// membersOf returns the parties of a plural or joined noun phrase, none where one of
// them is no party.
func (g *groups) membersOf(noun, token int) []int {
	var found []int
	for next := noun; next >= 0; next = g.parse.conjunct(next) {
		if next == token || len(found) > 20 {
			return nil
		}
		if group := g.groupOf(next); len(group) > 0 {
			found = append(found, group...)
			continue
		}
		member, ok := g.resolver.Party(next)
		if !ok {
			return nil
		}
		found = append(found, member)
	}
	return found
}
