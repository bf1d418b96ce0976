package reference

import (
	"iter"
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/logistic"
	"dateline/loader/who/names"
	"dateline/loader/who/office"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// layers are what finding the member of a phrase rests on.
type layers struct {
	parse   *grammar.Parse
	words   *vocabulary.Words
	names   *names.Text
	roster  *roster.Roster
	offices *office.Reader
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

// Resolver finds the members that phrases of any form stand for.
type Resolver struct {
	layers
	antecedents *antecedents
	holders     *holders
	nominals    *nominals
	groups      *groups
}

// New returns a resolver of the phrases of a text whose offices are read.
func New(o *office.Reader) *Resolver {
	l := layers{parse: o.Parse, words: o.Words, names: o.Names, roster: o.Roster, offices: o}
	r := &Resolver{
		layers:      l,
		antecedents: newAntecedents(l),
		holders:     &holders{l},
		nominals:    &nominals{l},
	}
	r.groups = &groups{layers: l, antecedents: r.antecedents, holders: r.holders, nominals: r.nominals, resolver: r}
	return r
}

// ResolveNamed resolves the role phrases and pronouns that mean somebody named, from
// left to right, so that each can lean on those before it.
func (r *Resolver) ResolveNamed() {
	titles := r.titleTokens()
	for i := range r.parse.Tokens {
		switch {
		case titles[i]:
			continue
		case r.names.IsNamed(i):
		case grammar.IsThirdPerson(r.parse, i):
			r.antecedents.resolve(i)
		case r.holders.isRole(i):
			r.holders.resolve(i)
		}
		r.antecedents.discourse.see(i)
	}
}

// Choices resolves as ResolveNamed does, with these weights, and returns every pronoun of
// a person with all whom it could mean. Where right returns the index of a candidate, it is
// that which the pronouns after it can take up; -1 leaves it to the weights.
func (r *Resolver) Choices(weights logistic.Weights, right func(Choice) int) []Choice {
	var choices []Choice
	r.antecedents.weights = weights
	r.antecedents.observe = func(c *Choice) {
		choices = append(choices, *c)
		if i := right(*c); i >= 0 {
			c.Best = i
		}
	}
	r.ResolveNamed()
	return choices
}

// titleTokens marks the tokens of titles before names, which are not phrases.
func (r *Resolver) titleTokens() []bool {
	marked := make([]bool, len(r.parse.Tokens))
	for i := range r.roster.Drafts {
		for _, title := range r.roster.Drafts[i].Roles {
			if _, phrase := r.offices.Phrases[title.Span.End-1]; phrase {
				continue
			}
			for t := title.Span.Start; t < title.Span.End; t++ {
				marked[t] = true
			}
		}
	}
	return marked
}

// Parties returns the members that the phrase headed by a token stands for, which can
// be several.
func (r *Resolver) Parties(token int, exclude []int) []int {
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
func (r *Resolver) party(token int, exclude []int) (member int, ok bool) {
	if token < 0 || token >= len(r.parse.Tokens) {
		return -1, false
	}
	if r.names.IsNamed(token) {
		return r.partyOfName(token, exclude)
	}
	if m, found := r.roster.Headed(token); found {
		return r.partyOfMention(m, token, exclude)
	}
	if grammar.IsThirdPerson(r.parse, token) {
		return r.partyOfPronoun(token, exclude)
	}
	if s := r.names.StateAt(token); s != nil {
		return accept(r.state(s, token), exclude)
	}
	if member := r.nominals.countryAgain(token); member >= 0 {
		return accept(r.roster.Use(member, roster.NominalMention(r.names.NounPhrase(token), token, member)), exclude)
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
func (r *Resolver) partyOfName(token int, exclude []int) (int, bool) {
	if m, found := r.roster.At(token); found && !r.roster.IsPlace(m.Member) {
		return accept(m.Member, exclude)
	}
	n := r.names.NameAt(token)
	switch {
	case n.HasUse(vocabulary.UseState, vocabulary.UseCapital, vocabulary.UseAdjective, vocabulary.UsePeople):
		return accept(r.state(n.Entry.State, token), exclude)
	case n.HasUse(vocabulary.UseSeat):
		seat := r.roster.Seat(n.Entry)
		return accept(r.roster.Use(seat, r.roster.NameMention(n.Span, seat, -1)), exclude)
	}
	return -1, false
}

// partyOfMention returns the member of a role phrase or pronoun, or another that it
// can mean where that one is excluded.
func (r *Resolver) partyOfMention(m roster.Mention, token int, exclude []int) (int, bool) {
	if member, ok := accept(m.Member, exclude); ok {
		return member, true
	}
	if m.Form == graph.MentionPronoun {
		return r.partyOfPronoun(token, exclude)
	}
	role, isRole := r.offices.Phrases[token]
	if !isRole {
		return -1, false
	}
	holder := r.holders.holder(role, token, exclude)
	if holder < 0 {
		return -1, false
	}
	return r.roster.Use(holder, roster.NominalMention(role.Span, token, holder)), true
}

// partyOfPronoun returns the member that a pronoun means, also one that only a noun
// stands for.
func (r *Resolver) partyOfPronoun(token int, exclude []int) (int, bool) {
	member, noun := r.antecedents.antecedent(token, exclude)
	if member < 0 {
		if noun < 0 || r.parse.Tokens[noun].POS == "PRON" {
			return -1, false
		}
		var ok bool
		if member, ok = r.party(noun, exclude); !ok {
			return -1, false
		}
	}
	return r.roster.Use(member, roster.PronounMention(token, member)), true
}

// partyOfPhrase returns the party that a noun phrase of people or bodies is: one that it
// takes up again, or a new one.
func (r *Resolver) partyOfPhrase(token int, exclude []int) (int, bool) {
	if !r.headsPartyPhrase(token) || r.isOneOfSeveral(token, exclude) {
		return -1, false
	}
	p := r.nominals.readPhrase(token)
	if r.isOfUnknown(&p) {
		return -1, false
	}
	if member := r.nominals.standsFor(&p); member >= 0 {
		return accept(r.roster.Use(member, p.mention(member)), exclude)
	}
	if member := r.nominals.bodyAgain(&p); member >= 0 {
		return accept(r.roster.Use(member, p.mention(member)), exclude)
	}
	if vocabulary.OutletNouns[p.lemma] {
		return -1, false // a newspaper that the article does not name
	}
	if member := r.nominals.nominalAgain(&p); member >= 0 {
		return accept(r.roster.Use(member, p.mention(member)), exclude)
	}
	if r.nominals.isVague(&p) {
		return -1, false
	}
	return accept(r.nominals.nominal(&p), exclude)
}

// headsPartyPhrase reports whether a token is the noun of a phrase of people or bodies,
// rather than a part of one.
func (r *Resolver) headsPartyPhrase(token int) bool {
	switch r.parse.Dep(token) {
	case "compound", "amod", "nmod", "npadvmod":
		return false
	}
	if !r.parse.IsNoun(token) || r.parse.Tokens[token].POS == "PRON" {
		return false
	}
	lemma := r.names.Lemma(token)
	return r.words.People[lemma] || r.words.Bodies[lemma] || r.words.Offices[lemma] != nil || vocabulary.OutletNouns[lemma]
}

// isOneOfSeveral reports whether a definite role phrase means one of several whom the
// article names as its holders, nobody knows which.
func (r *Resolver) isOneOfSeveral(token int, exclude []int) bool {
	role, isRole := r.offices.Phrases[token]
	if !isRole || !role.Definite {
		return false
	}
	holders, _ := r.holders.candidates(role, exclude)
	return len(holders) > 1
}

// counterparts are nouns of the holders of one office elsewhere.
var counterparts = lexicon.Class("counterpart")

// isOfUnknown reports whether a phrase is of somebody unknown: "his adviser" where
// "he" is not resolved. "Our adviser" is the writer's or the speaker's own, and "his
// French counterpart" is known by the country.
func (r *Resolver) isOfUnknown(p *phrase) bool {
	if p.possessor < 0 || p.owner >= 0 || grammar.IsFirstPerson(r.parse, p.possessor) {
		return false
	}
	return !counterparts[p.lemma] || p.state == nil
}

// StateOf returns the member of the state that a token stands for.
func (r *Resolver) StateOf(token int) (member int, ok bool) {
	s := r.names.StateAt(token)
	if s == nil {
		return -1, false
	}
	return r.state(s, token), true
}

// state returns the member of a state, made if need be, and counts the token's text
// among its forms.
func (r *Resolver) state(s *vocabulary.State, token int) int {
	member := r.roster.State(s)
	return r.roster.Use(member, r.roster.NameMention(r.names.SpanAt(token), member, -1))
}

// Location returns the PLACE member of a location's name at the token, made if need be.
func (r *Resolver) Location(token int) (member int, ok bool) {
	if !r.names.IsNamed(token) {
		return -1, false
	}
	if m, found := r.roster.At(token); found && m.Place >= 0 {
		return m.Place, true
	}
	n := r.names.NameAt(token)
	if !n.HasUse(vocabulary.UseState, vocabulary.UseCapital, vocabulary.UseSeat, vocabulary.UsePlace) {
		return -1, false
	}
	place := r.roster.Place(n.Entry.Name, n.Entry.Country)
	return r.roster.Use(place, r.roster.NameMention(n.Span, place, place)), true
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
