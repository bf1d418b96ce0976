package evidence

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
)

// namedTogether returns the people in apposition to a plural or to a number of one: "the two
// leaders, Lim and Okoro", "two of her aides, Lim and Okoro", "one of her aides, Lim". Nil if
// there are fewer than it says, or than two of a plural.
func namedTogether(a *Article, token int) []int {
	heads, least := []int{token}, 2
	switch a.Tag(token) {
	case "NNS":
	case "CD":
		of := a.ObjectsOf(token, "of")
		if len(of) != 1 {
			return nil
		}
		heads = append(heads, of[0][0])
		if a.Lower(token) == "one" {
			least = 1
		}
	default:
		return nil
	}
	for _, head := range heads {
		if people := apposedPeople(a, head); len(people) >= least {
			return people
		}
	}
	return nil
}

// apposedPeople returns the people whose names are in apposition to a noun.
func apposedPeople(a *Article, noun int) []int {
	for _, apposed := range a.Children(noun, "appos") {
		var found []int
		for _, t := range a.Conjuncts(apposed) {
			if person := a.PersonAt(t); person >= 0 && !slices.Contains(found, person) {
				found = append(found, person)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// leaderOf returns the person who leads a delegation: "a team of experts led by Lim". Nil
// if the phrase names none.
func leaderOf(a *Article, token int) []int {
	if !Delegations[a.Lemma(token)] {
		return nil
	}
	clauses := a.Children(token, "acl")
	for _, objects := range a.ObjectsOf(token, "of") {
		clauses = append(clauses, a.Children(objects[0], "acl")...) // "a team of experts led by A"
	}
	for _, clause := range clauses {
		if !leading[a.Lemma(clause)] {
			continue
		}
		for _, agent := range grammar.Agents(a.Parse, clause) {
			if m, ok := a.MentionAt(agent); ok && a.Member(m.Member).Kind == graph.KindPerson && !a.Member(m.Member).Nominal {
				return []int{m.Member}
			}
		}
	}
	return nil
}

// principalsOf returns the organizations and states that a plural role speaks for: "the
// representatives of Acme and Borealis", "Chadian and Acme negotiators". Nil if it speaks
// for somebody else too.
func principalsOf(a *Article, token int, exclude []int) []int {
	if !Representatives[a.Lemma(token)] {
		return nil
	}
	var found []int
	for _, heads := range append(a.ObjectsOf(token, "of", "from", "for"), modifiersOf(a, token)...) {
		if isOfListedStates(a, heads[0]) {
			return nil
		}
		for _, head := range a.Conjuncts(heads[0]) {
			principal := principalAt(a, head)
			if principal < 0 {
				return nil
			}
			if !slices.Contains(exclude, principal) && !slices.Contains(found, principal) {
				found = append(found, principal)
			}
		}
	}
	return found
}

// modifiersOf returns the coordinations of names and adjectives before a noun: "Chadian and
// Acme" in "Chadian and Acme negotiators".
func modifiersOf(a *Article, noun int) [][]int {
	var found [][]int
	for _, child := range a.Children(noun, "amod", "nmod", "compound") {
		if joined := a.Conjuncts(child); len(joined) > 1 {
			found = append(found, joined)
		}
	}
	return found
}

// principalAt returns the state or organization that a token names, other than the press;
// -1 for none.
func principalAt(a *Article, token int) int {
	if state, ok := a.StateOf(token); ok {
		return state
	}
	m, ok := a.MentionAt(token)
	if !ok || a.Member(m.Member).Kind != graph.KindOrganization || a.IsMedium(m.Member) {
		return -1
	}
	return m.Member
}

// isOfListedStates reports whether the parser coordinated states with a body that is
// itself of a state, so that they go on its list: "the Ministers of Finance of Chad, Oman
// and Togo".
func isOfListedStates(a *Article, body int) bool {
	joined := a.Conjuncts(body)[1:]
	if of := innermostOf(a, body); of < 0 || len(joined) == 0 || !isState(a, of) {
		return false
	}
	return !slices.ContainsFunc(joined, func(t int) bool { return !isState(a, t) })
}

func isState(a *Article, token int) bool {
	_, ok := a.StateOf(token)
	return ok
}

// innermostOf returns what a phrase is of: Chad in "the Ministers of Finance of Chad"; -1
// for nothing, or for more than one phrase.
func innermostOf(a *Article, token int) int {
	found := -1
	for range grammar.MaxClimb {
		of := a.ObjectsOf(token, "of")
		if len(of) != 1 {
			return found
		}
		token = of[0][0]
		found = token
	}
	return found
}

// statesOf returns the states that a plural role stands for if the article names none of
// its holders: "the foreign ministers of Chad and Oman", "the Chadian and Omani
// presidents", "their Chadian counterparts".
func statesOf(a *Article, token int, exclude []int) []int {
	var heads []int
	prepositions := []string{"of"}
	if Representatives[a.Lemma(token)] {
		prepositions = append(prepositions, "from")
	}
	for _, objects := range a.ObjectsOf(token, prepositions...) {
		if isOfListedStates(a, objects[0]) {
			return nil
		}
		heads = append(heads, a.Conjuncts(objects[0])...)
	}
	for _, child := range a.Children(token, "amod") {
		heads = append(heads, a.Conjuncts(child)...)
	}
	var found []int
	for _, head := range heads {
		if state, ok := a.StateOf(head); ok && !slices.Contains(exclude, state) && !slices.Contains(found, state) {
			found = append(found, state)
		}
	}
	if len(found) == 1 && !counterparts[a.Lemma(token)] || len(found) > maxListed {
		return nil
	}
	return found
}
