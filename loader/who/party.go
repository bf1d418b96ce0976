package who

import (
	"iter"
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/quote"
)

// layers are what finding the member of a phrase rests on.
type layers struct {
	parse   *grammar.Parse
	words   *vocabulary
	names   *namedText
	roster  *roster
	offices *offices
}

// backFrom yields the sentence of a token and at most so many before it, nearest first.
func (l *layers) backFrom(token, most int) iter.Seq[int] {
	return func(yield func(int) bool) {
		sentence := l.parse.Tokens[token].Sentence
		for back := range min(most, sentence) + 1 {
			if !yield(sentence - back) {
				return
			}
		}
	}
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
	r := &resolver{
		layers:      l,
		antecedents: &antecedents{layers: l, voices: quote.FindStrict(l.parse), anyFemale: l.roster.anyFemale()},
		holders:     &holders{l},
		nominals:    &nominals{l},
	}
	r.groups = &groups{layers: l, antecedents: r.antecedents, holders: r.holders, nominals: r.nominals, resolver: r}
	return r
}

// resolveSafe resolves the role phrases and pronouns that mean somebody named, from
// left to right, so that each can lean on those before it.
func (r *resolver) resolveSafe() {
	titles := r.titleTokens()
	for i := range r.parse.Tokens {
		switch {
		case r.names.at[i] >= 0, titles[i]:
		case isPronoun(r.parse.Tokens[i]):
			r.antecedents.resolve(i)
		case r.holders.isRole(i):
			r.holders.resolve(i)
		}
	}
}

// titleTokens marks the tokens of titles before names, which are not phrases.
func (r *resolver) titleTokens() []bool {
	marked := make([]bool, len(r.parse.Tokens))
	for i := range r.roster.drafts {
		for _, title := range r.roster.drafts[i].roles {
			if _, phrase := r.offices.at[title.span.End-1]; phrase {
				continue
			}
			for t := title.span.Start; t < title.span.End; t++ {
				marked[t] = true
			}
		}
	}
	return marked
}

// parties returns the members that the phrase headed by a token stands for, which can
// be several.
func (r *resolver) parties(token int, exclude []int) []int {
	if token < 0 || token >= len(r.parse.Tokens) {
		return nil
	}
	if group := r.groups.group(token); len(group) > 0 {
		return without(group, exclude)
	}
	if isThey(r.parse, token) {
		return nil
	}
	if member, ok := r.party(token, exclude); ok {
		return []int{member}
	}
	return nil
}

// party returns the member that the noun phrase headed by a token stands for: the one
// of a name, the one whom a pronoun or a role phrase means, or else a nominal member,
// made now, for a phrase of people or bodies. Exclude lists members that it cannot be.
// False for what is not a party, and for what cannot be resolved safely.
func (r *resolver) party(token int, exclude []int) (member int, ok bool) {
	if token < 0 || token >= len(r.parse.Tokens) {
		return -1, false
	}
	if r.names.at[token] >= 0 {
		return r.partyOfName(token, exclude)
	}
	if m, found := r.roster.headed(token); found {
		return r.partyOfMention(m, token, exclude)
	}
	if isPronoun(r.parse.Tokens[token]) {
		return r.partyOfPronoun(token, exclude)
	}
	if s := r.names.stateAt(token); s != nil {
		return accept(r.state(s, token), exclude)
	}
	if member := r.nominals.countryAgain(token); member >= 0 {
		return accept(r.roster.use(member, nominalMention(r.names.nounPhrase(token), token, member)), exclude)
	}
	if r.nominals.isAbstract(token) {
		return -1, false
	}
	if inner := r.nominals.partitive(token); inner >= 0 {
		return r.party(inner, exclude)
	}
	return r.partyOfPhrase(token, exclude)
}

// partyOfName returns the actor that a name stands for: of a capital or a country
// used as a location its state, of the seat of a government that government.
func (r *resolver) partyOfName(token int, exclude []int) (int, bool) {
	if m, found := r.roster.at(token); found && !r.roster.isPlace(m.Member) {
		return accept(m.Member, exclude)
	}
	n := &r.names.list[r.names.at[token]]
	switch {
	case n.hasUse(useState, useCapital, useAdjective, usePeople):
		return accept(r.state(n.entry.state, token), exclude)
	case n.hasUse(useSeat):
		seat := r.roster.seat(n.entry)
		return accept(r.roster.use(seat, r.roster.nameMention(n.Span, seat, -1)), exclude)
	}
	return -1, false
}

// partyOfMention returns the member of a role phrase or pronoun, or another that it
// can mean where that one is excluded.
func (r *resolver) partyOfMention(m Mention, token int, exclude []int) (int, bool) {
	if member, ok := accept(m.Member, exclude); ok {
		return member, true
	}
	if isPronounMention(m) {
		return r.partyOfPronoun(token, exclude)
	}
	role, isRole := r.offices.at[token]
	if !isRole {
		return -1, false
	}
	holder := r.holders.holder(role, token, exclude)
	if holder < 0 {
		return -1, false
	}
	return r.roster.use(holder, nominalMention(role.span, token, holder)), true
}

// partyOfPronoun returns the member that a pronoun means, also one that only a noun
// stands for.
func (r *resolver) partyOfPronoun(token int, exclude []int) (int, bool) {
	member := r.antecedents.antecedent(token, exclude)
	if member < 0 {
		noun := r.antecedents.nominalAntecedent(token, exclude)
		if noun < 0 || isPronoun(r.parse.Tokens[noun]) {
			return -1, false
		}
		var ok bool
		if member, ok = r.party(noun, exclude); !ok {
			return -1, false
		}
	}
	return r.roster.use(member, pronounMention(token, member)), true
}

// partyOfPhrase returns the party that a noun phrase of people or bodies is: one that it
// takes up again, or a new one.
func (r *resolver) partyOfPhrase(token int, exclude []int) (int, bool) {
	if !r.headsPartyPhrase(token) || r.isOneOfSeveral(token, exclude) {
		return -1, false
	}
	p := r.nominals.readPhrase(token)
	if r.isOfUnknown(&p) {
		return -1, false
	}
	if member := r.nominals.standsFor(&p); member >= 0 {
		return accept(r.roster.use(member, p.mention(member)), exclude)
	}
	if member := r.nominals.bodyAgain(&p); member >= 0 {
		return accept(r.roster.use(member, p.mention(member)), exclude)
	}
	if outlets[p.lemma] {
		return -1, false // a newspaper that the article does not name
	}
	if member := r.nominals.nominalAgain(&p); member >= 0 {
		return accept(r.roster.use(member, p.mention(member)), exclude)
	}
	if r.nominals.isVague(&p) {
		return -1, false
	}
	return accept(r.nominals.nominal(&p), exclude)
}

// headsPartyPhrase reports whether a token is the noun of a phrase of people or bodies,
// rather than a part of one.
func (r *resolver) headsPartyPhrase(token int) bool {
	switch r.parse.Dep(token) {
	case "compound", "amod", "nmod", "npadvmod":
		return false
	}
	if !r.parse.IsNoun(token) || r.parse.Tokens[token].POS == "PRON" {
		return false
	}
	lemma := r.names.lemma(token)
	return r.words.people[lemma] || r.words.bodies[lemma] || r.words.offices[lemma] != nil || outlets[lemma]
}

// isOneOfSeveral reports whether a definite role phrase means one of several whom the
// article names as its holders, nobody knows which.
func (r *resolver) isOneOfSeveral(token int, exclude []int) bool {
	role, isRole := r.offices.at[token]
	if !isRole || !role.definite {
		return false
	}
	holders, _ := r.holders.candidates(role, exclude)
	return len(holders) > 1
}

// isOfUnknown reports whether a phrase is of somebody whom nothing tells: "his adviser"
// of nobody knows whom. "Our adviser" is the writer's or the speaker's own, and "his
// French counterpart" is known by the country.
func (r *resolver) isOfUnknown(p *phrase) bool {
	if p.possessor < 0 || p.owner >= 0 || grammar.IsFirstPerson(r.parse, p.possessor) {
		return false
	}
	return p.lemma != "counterpart" || p.state == nil
}

// stateOf returns the member of the state that a token stands for.
func (r *resolver) stateOf(token int) (member int, ok bool) {
	s := r.names.stateAt(token)
	if s == nil {
		return -1, false
	}
	return r.state(s, token), true
}

// state returns the member of a state, made if need be, and counts the token's text
// among its forms.
func (r *resolver) state(s *state, token int) int {
	member := r.roster.state(s)
	return r.roster.use(member, r.roster.nameMention(r.names.spanOf(token), member, -1))
}

// location returns the PLACE member of a location's name at the token, made if need be.
func (r *resolver) location(token int) (member int, ok bool) {
	if token < 0 || token >= len(r.names.at) || r.names.at[token] < 0 {
		return -1, false
	}
	if m, found := r.roster.at(token); found && m.Place >= 0 {
		return m.Place, true
	}
	n := &r.names.list[r.names.at[token]]
	if !n.hasUse(useState, useCapital, useSeat, usePlace) {
		return -1, false
	}
	place := r.roster.place(n.entry.name, n.entry.country)
	return r.roster.use(place, r.roster.nameMention(n.Span, place, place)), true
}

// accept returns a member unless it is excluded.
func accept(member int, exclude []int) (int, bool) {
	if member < 0 || slices.Contains(exclude, member) {
		return -1, false
	}
	return member, true
}

// without returns the members that are not excluded, each once.
func without(members, exclude []int) []int {
	var kept []int
	for _, m := range members {
		if !slices.Contains(exclude, m) && !slices.Contains(kept, m) {
			kept = append(kept, m)
		}
	}
	return kept
}
