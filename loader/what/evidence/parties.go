package evidence

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// Parties returns the members that a noun phrase and its conjuncts stand for, except the
// excluded ones, places and the press.
func (a *Article) Parties(token int, exclude []int) []int {
	if states, ok := listedStates(a, token); ok && len(states) > maxListed {
		return a.Party(token, exclude)
	} else if ok {
		return Without(states, exclude)
	}
	var found []int
	for _, t := range listed(a, token) {
		if grammar.IsExcepted(a.Parse, t) {
			continue
		}
		members := coordinatedBefore(a, t)
		members = append(members, partyInRun(a, t, append(slices.Clone(exclude), found...))...)
		for _, member := range members {
			if !slices.Contains(found, member) && !slices.Contains(exclude, member) {
				found = append(found, member)
			}
		}
	}
	return found
}

// Party returns the members that a single noun phrase stands for, without its conjuncts.
func (a *Article) Party(token int, exclude []int) []int {
	if IsPress(a, token) || a.TimeAt(token) != nil || IsDemonymOfPeople(a, token) || isMisplacedPossessor(a, token) {
		return nil
	}
	if grammar.IsFirstPerson(a.Parse, token) {
		return firstPerson(a, token, exclude)
	}
	if grammar.IsPluralPronoun(a.Parse, token) {
		return pluralReferents(a, token, exclude)
	}
	if crowds[a.Lemma(token)] {
		return nil
	}
	if people := append(namedTogether(a, token), leaderOf(a, token)...); len(people) > 0 {
		return Without(people, exclude)
	}
	var found []int
	for _, member := range a.cast.Parties(token, exclude...) {
		if a.Member(member).Kind != graph.KindPlace && !a.isVague(member) {
			found = append(found, member)
		}
	}
	if len(found) == 0 && a.Tag(token) == "NN" {
		for _, apposed := range a.Children(token, "appos") {
			if person := a.PersonAt(apposed); person >= 0 {
				return Without([]int{person}, exclude) // "the first lady, B"
			}
		}
	}
	if len(found) <= 1 && a.Tag(token) == "NNS" {
		states, principals := statesOf(a, token, exclude), principalsOf(a, token, exclude)
		if len(states) > 1 || len(states) > len(found) && len(principals) < 2 {
			return states
		}
		if len(principals) > 1 {
			return principals
		}
	}
	return found
}

// PartiesOf returns the parties of several phrases, each once.
func (a *Article) PartiesOf(tokens []int, exclude []int) []int {
	var found []int
	for _, token := range tokens {
		found = append(found, a.Parties(token, append(slices.Clone(exclude), found...))...)
	}
	return found
}

// PartiesAfter returns the parties of the objects of these prepositions below a token:
// Okoro in "talks with Okoro" for "talks" and "with".
func (a *Article) PartiesAfter(i int, exclude []int, prepositions ...string) []int {
	var found []int
	for _, objects := range a.ObjectsOf(i, prepositions...) {
		found = append(found, a.PartiesOf(objects, append(slices.Clone(exclude), found...))...)
	}
	return found
}

// isMisplacedPossessor reports whether a token is a possessor that the parser took for
// the head of the phrase: "the commission" in "met the commission's criteria".
func isMisplacedPossessor(a *Article, token int) bool {
	return token+1 < len(a.Tokens) && a.Tag(token+1) == "POS" && a.Dep(token) != "poss" && a.IsNoun(token)
}

// pluralReferents returns whom "they" refers to, or nobody if that includes an excluded party.
func pluralReferents(a *Article, token int, exclude []int) []int {
	found := a.cast.Parties(token)
	if ShareAny(found, exclude) {
		return nil
	}
	return found
}

// firstPerson returns the speaker of the quotation that "I" or "we" stands in.
func firstPerson(a *Article, token int, exclude []int) []int {
	speaker := a.QuotedSpeaker(token)
	if speaker < 0 || slices.Contains(exclude, speaker) {
		return nil
	}
	return []int{speaker}
}

// IsDemonymOfPeople reports whether a plural stands for some people of a state rather
// than for the state: "told Americans".
func IsDemonymOfPeople(a *Article, token int) bool {
	if !a.IsNoun(token) || !strings.HasSuffix(a.Lower(token), "s") {
		return false
	}
	state, ok := a.StateOf(token)
	if !ok || strings.Contains(strings.ToLower(a.Member(state).Name), a.Lower(token)) {
		return false
	}
	if a.Dep(token) == "pobj" && a.HasChild(token, "the") && isAcrossTable(a, token) {
		return false
	}
	tag := a.Tag(token)
	return tag == "NNPS" || tag == "NNS" || strings.HasSuffix(a.Lower(token), "ans")
}

// isAcrossTable reports whether a phrase is the other side of talks, where people stand
// for their state: "talks with the Americans".
func isAcrossTable(a *Article, token int) bool {
	preposition := a.Head(token)
	return talkNouns[a.Lemma(a.Head(preposition))] && (a.Lower(preposition) == "with" || a.Lower(preposition) == "between")
}

// IsPersonal reports whether a phrase is of people: a person's name, a role, a pronoun.
func (a *Article) IsPersonal(token int) bool {
	if a.Tag(token) == "PRP" {
		return a.Lower(token) != "it"
	}
	for _, t := range a.Conjuncts(token) {
		_, named := a.MentionAt(t)
		for _, member := range a.Party(t, nil) {
			if !named && a.Tag(t) == "NNS" {
				return true // "the ambassadors of A and B"
			}
			if m := a.Member(member); m.Kind == graph.KindPerson || m.Nominal && (strings.HasSuffix(a.Tag(t), "S") || Delegations[a.Lemma(t)]) {
				return true
			}
		}
	}
	return false
}

// IsBody reports whether a phrase is of a state or an organization that can be spoken to.
func IsBody(a *Article, token int) bool {
	for _, member := range a.Party(token, nil) {
		switch m := a.Member(member); m.OrganizationKind {
		case graph.OrganizationState, graph.OrganizationGovernment, graph.OrganizationParty, graph.OrganizationCompany:
			return true
		case graph.OrganizationOther:
			return m.Nominal
		}
	}
	return false
}

// Qualifier returns the party that a word before a noun stands for: Chad in
// "Chadian-mediated".
func Qualifier(a *Article, t int) (int, bool) {
	if m, ok := a.MentionAt(t); ok && a.Member(m.Member).Kind != graph.KindPlace {
		return m.Member, true
	}
	return a.StateOf(t)
}

// HasParties reports whether a noun's own phrase has any party.
func HasParties(a *Article, i int) bool {
	return a.Child(i, "poss") >= 0 || len(a.PartiesAfter(i, nil, "with", "between", "to", "from", "of", "by", "among")) > 0
}

// AgentParties returns the parties that a passive verb names as its agents.
func AgentParties(a *Article, verb int) []int {
	return a.PartiesOf(grammar.Agents(a.Parse, verb), nil)
}

// Without returns the members that are not taken.
func Without(members, taken []int) []int {
	return slices.DeleteFunc(slices.Clone(members), func(m int) bool { return slices.Contains(taken, m) })
}

// ShareAny reports whether two lists have a member in common.
func ShareAny(a, b []int) bool {
	return slices.ContainsFunc(a, func(m int) bool { return slices.Contains(b, m) })
}
