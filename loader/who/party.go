package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// layers are what finding the member of a phrase rests on.
type layers struct {
	doc     *language.Document
	words   *vocabulary
	parse   parse
	names   *namedText
	roster  *roster
	offices *offices
}

// resolver finds the members that phrases of any form stand for.
type resolver struct {
	layers
	antecedents *antecedents
	holders     *holders
	nominals    *nominals
	groups      *groups
}

func newResolver(l layers) *resolver {
	a := &antecedents{layers: l, quotes: quotations(l.doc), anyFemale: l.roster.anyFemale()}
	h := &holders{layers: l, antecedents: a}
	n := &nominals{layers: l, holders: h}
	r := &resolver{layers: l, antecedents: a, holders: h, nominals: n}
	r.groups = &groups{layers: l, antecedents: a, holders: h, nominals: n, resolver: r}
	return r
}

// Party is who the noun phrase headed by a token is: a name, the one whom a
// pronoun or a role phrase means, or else a nominal member, made now, for a
// phrase of people or bodies: "his top adviser", "a French diplomat", "Kremlin
// officials". Exclude lists members that it cannot be, such as the other parties
// of its clause. False for things that are no party, and for what cannot be
// resolved safely.
func (r *resolver) Party(token int, exclude ...int) (member int, ok bool) {
	if token < 0 || token >= len(r.doc.Tokens) {
		return -1, false
	}
	if r.names.at[token] >= 0 {
		return r.partyOfName(token, exclude)
	}
	if m, found := r.roster.mentionHeaded(token); found {
		return r.partyOfMention(m, token, exclude)
	}
	if isPronoun(r.doc.Tokens[token]) {
		return r.partyOfPronoun(token, exclude)
	}
	if s := r.names.stateAt(token); s != nil {
		return accept(r.stateMember(s, token), exclude)
	}
	if member := r.nominals.countryAgain(token); member >= 0 {
		return accept(r.roster.use(member, Mention{Span: r.names.nounPhrase(token), Head: token, Form: graph.MentionNominal, Member: member, Place: -1}), exclude)
	}
	if r.nominals.abstract(token) {
		return -1, false
	}
	if inner := r.nominals.partitive(token); inner >= 0 {
		return r.Party(inner, exclude...)
	}
	return r.partyOfPhrase(token, exclude)
}

// Parties is Party for phrases that can mean several: "both leaders", "the
// Russian and French leaders", "the two countries", "they", "the Clintons". Each
// member is one that the article tells safely; a phrase of one gives one, and
// none where nothing is safe. Names joined by "and" are the caller's to expand.
func (r *resolver) Parties(token int, exclude ...int) []int {
	if token < 0 || token >= len(r.doc.Tokens) {
		return nil
	}
	group := r.groups.group(token)
	if len(group) > 0 {
		return without(group, exclude)
	}
	if r.parse.isPluralPronoun(token) {
		return nil
	}
	if member, ok := r.Party(token, exclude...); ok {
		return []int{member}
	}
	return nil
}

// partyOfName returns the actor that a name stands for: of a capital or a country
// used as a location its state, of the seat of a government that government.
func (r *resolver) partyOfName(token int, exclude []int) (int, bool) {
	n := r.names.list[r.names.at[token]]
	m, found := r.roster.At(token)
	if found && r.roster.drafts[m.Member].kind != graph.KindPlace {
		return accept(m.Member, exclude)
	}
	if n.entry == nil {
		return -1, false
	}
	switch n.entry.use {
	case useState, useCapital, useAdjective, usePeople:
		return accept(r.stateMember(n.entry.state, token), exclude)
	case useSeat:
		index := r.roster.seat(n.entry)()
		return accept(r.roster.use(index, r.roster.nameMention(n.Span, index, -1)), exclude)
	}
	return -1, false
}

// partyOfMention returns the member of a role phrase or pronoun, or another that it
// can mean where that one is excluded.
func (r *resolver) partyOfMention(m Mention, token int, exclude []int) (int, bool) {
	if member, ok := accept(m.Member, exclude); ok {
		return member, true
	}
	if m.Form == graph.MentionPronoun {
		return r.partyOfPronoun(token, exclude)
	}
	phrase, isRole := r.offices.at[token]
	if !isRole {
		return -1, false
	}
	if holder := r.holders.holder(phrase, token, exclude); holder >= 0 {
		return r.roster.use(holder, Mention{Span: phrase.span, Head: token, Form: graph.MentionNominal, Member: holder, Place: -1}), true
	}
	return -1, false
}

func (r *resolver) partyOfPronoun(token int, exclude []int) (int, bool) {
	antecedent := r.antecedents.antecedent(token, exclude)
	if noun := r.antecedents.nominalAntecedent(token, exclude); antecedent < 0 && noun >= 0 && !isPronoun(r.doc.Tokens[noun]) {
		if member, ok := r.Party(noun, exclude...); ok {
			antecedent = member
		}
	}
	if antecedent < 0 {
		return -1, false
	}
	return r.roster.use(antecedent, Mention{Span: language.Span{Start: token, End: token + 1}, Head: token, Form: graph.MentionPronoun, Member: antecedent, Place: -1}), true
}

// partyOfPhrase returns the party that a noun phrase of people or bodies is.
func (r *resolver) partyOfPhrase(token int, exclude []int) (int, bool) {
	tag, dep := r.doc.Tokens[token].Tag, r.doc.Tokens[token].Dep
	if dep == "compound" || dep == "amod" || dep == "nmod" || dep == "npadvmod" {
		return -1, false // a part of a phrase
	}
	if !strings.HasPrefix(tag, "NN") || r.doc.Tokens[token].POS == "PRON" {
		return -1, false
	}
	lemma := r.names.lemma(token)
	person, body := r.words.people[lemma], r.words.bodies[lemma]
	if !person && !body && r.words.offices[lemma] == nil && !outlets[lemma] {
		return -1, false
	}
	if role, isRole := r.offices.at[token]; isRole && role.definite {
		if candidates, _ := r.holders.holders(role, exclude); len(candidates) > 1 {
			return -1, false // one of those, nobody knows which
		}
	}
	p := r.nominals.readPhrase(token)
	if p.possessor >= 0 && p.owner < 0 && !isFirstPerson(r.doc.Tokens[p.possessor].Text) && !(lemma == "counterpart" && p.state != nil) {
		return -1, false // "his adviser" of nobody knows whom
	}
	if member := r.nominals.standsFor(p, lemma); member >= 0 {
		return accept(r.roster.use(member, p.mention(member)), exclude)
	}
	if member := r.nominals.namedBody(p, lemma); member >= 0 {
		return accept(r.roster.use(member, p.mention(member)), exclude)
	}
	if outlets[lemma] {
		return -1, false // of no name here
	}
	if member := r.nominals.sameNominal(p, lemma); member >= 0 {
		return accept(r.roster.use(member, p.mention(member)), exclude)
	}
	if r.nominals.vague(p, lemma) {
		return -1, false
	}
	return accept(r.nominals.nominal(p, lemma), exclude)
}

// StateOf is the state that an adjective, a name of people, a capital or the
// first half of a compound stands for: "French", "Americans", "Moscow", the
// "Franco" of "Franco-Russian". False where the token tells no state.
func (r *resolver) StateOf(token int) (member int, ok bool) {
	s := r.names.stateAt(token)
	if s == nil {
		return -1, false
	}
	return r.stateMember(s, token), true
}

// stateMember returns the member of a state, made if need be, and counts the
// token's text among its forms.
func (r *resolver) stateMember(s *state, token int) int {
	index := r.roster.state(s)
	span := language.Span{Start: token, End: token + 1}
	if n := r.names.at[token]; n >= 0 {
		span = r.names.list[n].Span
	}
	return r.roster.use(index, Mention{Span: span, Head: r.parse.headOf(span), Form: graph.MentionName, Member: index, Place: -1})
}

// Location is the PLACE member of a location's name at the token, made if need
// be. False where the token names no location.
func (r *resolver) Location(token int) (member int, ok bool) {
	if token < 0 || token >= len(r.names.at) || r.names.at[token] < 0 {
		return -1, false
	}
	n := r.names.list[r.names.at[token]]
	if m, found := r.roster.At(token); found && m.Place >= 0 {
		return m.Place, true
	}
	if n.class != classLexicon || n.entry.use == useAdjective || n.entry.use == usePeople || n.entry.use == useOrganization {
		return -1, false
	}
	index := r.roster.place(n.entry.name, n.entry.country)
	return r.roster.use(index, r.roster.nameMention(n.Span, index, index)), true
}

func accept(member int, exclude []int) (int, bool) {
	if member < 0 || slices.Contains(exclude, member) {
		return -1, false
	}
	return member, true
}
