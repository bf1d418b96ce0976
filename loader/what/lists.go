package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// listed returns a phrase and those joined to it; of "A, B and C" the parser may take
// B and C for what A is.
func (r *reading) listed(token int) []int {
	all := r.Conjuncts(token)
	first, ok := r.cast.At(token)
	if !ok || first.Form != graph.MentionName {
		return append(all, r.joinedToName(token)...)
	}
	for _, apposed := range r.Children(token, "appos") {
		joined := r.Conjuncts(apposed)
		m, ok := r.cast.At(apposed)
		if !ok || len(joined) < 2 || m.Form != graph.MentionName || m.Member == first.Member || r.member(m.Member).Kind != r.member(first.Member).Kind {
			continue
		}
		all = append(all, joined...)
	}
	return all
}

// joinedToName returns what is joined to the name in apposition to a role: B in "the
// chairman, A, and the minister, B".
func (r *reading) joinedToName(token int) []int {
	if !r.IsNoun(token) {
		return nil
	}
	for _, apposed := range r.Children(token, "appos") {
		if person := r.personAt(apposed); person >= 0 {
			return r.Conjuncts(apposed)[1:]
		}
	}
	return nil
}

// personAt returns the person whom a token names, -1 for none.
func (r *reading) personAt(token int) int {
	if m, ok := r.cast.At(token); ok && m.Form == graph.MentionName && r.member(m.Member).Kind == graph.KindPerson {
		return m.Member
	}
	return -1
}

// named returns the people whom an apposition names for a plural: "the two leaders, A
// and B"; nil for none.
func (r *reading) named(token int) []int {
	if r.Tag(token) != "NNS" {
		return nil
	}
	for _, apposed := range r.Children(token, "appos") {
		var found []int
		for _, t := range r.Conjuncts(apposed) {
			if person := r.personAt(t); person >= 0 && !slices.Contains(found, person) {
				found = append(found, person)
			}
		}
		if len(found) > 1 {
			return found
		}
	}
	return nil
}

// leaderOf returns the person who leads a delegation: "a team led by A"; nil for none.
func (r *reading) leaderOf(token int) []int {
	if !delegations[r.Lemma(token)] {
		return nil
	}
	clauses := r.Children(token, "acl")
	for _, objects := range r.ObjectsOf(token, "of") {
		clauses = append(clauses, r.Children(objects[0], "acl")...) // "a team of experts led by A"
	}
	for _, clause := range clauses {
		if lemma := r.Lemma(clause); lemma != "lead" && lemma != "head" {
			continue
		}
		for _, agent := range grammar.Agents(r.Parse, clause) {
			if person := r.personAt(agent); person >= 0 {
				return []int{person}
			}
		}
	}
	return nil
}

// maxListed is up to how many states stand for the people whom a plural role lists
// by state; more are a group of their own.
const maxListed = 3

// listedStates returns the states of "the ministers of A, B and C", where the parser
// joined B and C to the ministers; false for other phrases.
func (r *reading) listedStates(token int) (states []int, ok bool) {
	tag := r.Tag(token)
	_, named := r.cast.At(token)
	if named || tag != "NNS" && tag != "NNPS" && !(tag == "NNP" && strings.HasSuffix(r.Lower(token), "s")) {
		return nil, false
	}
	of := r.ObjectsOf(token, "of")
	joined := r.Conjuncts(token)[1:]
	if len(of) != 1 || len(joined) == 0 {
		return nil, false
	}
	for _, t := range append(r.Conjuncts(of[0][0]), joined...) {
		state, ok := r.cast.StateOf(t)
		if !ok && (t != of[0][0] || len(joined) < 2) || r.Tokens[t].POS == "ADJ" {
			return nil, false
		}
		if ok {
			states = append(states, state)
		}
	}
	return states, true
}

// partyInRun returns the party of a phrase whose head is token. Where the parser
// breaks a name with its titles ("and Chad envoy Ada Lim", headed by Chad), it is
// the name that ends the run of nouns.
func (r *reading) partyInRun(token int, exclude []int) []int {
	if person := r.namedAfterList(token); person >= 0 {
		return without([]int{person}, exclude)
	}
	last := token
	_, end := r.Subtree(token)
	for end <= last+1 && last+1 < len(r.Tokens) && r.IsNoun(last+1) && r.Dep(token) == "conj" && r.Head(last+1) != token && r.timeAt[last+1] < 0 && r.Dep(last) != "pobj" {
		last++
	}
	if r.timeAt[token] >= 0 && r.IsNoun(token) {
		last = r.nameAfterTime(token) // "with September 11 widow Ada Lim"
	}
	if last > token {
		if person := r.personAt(last); person >= 0 && !slices.Contains(exclude, person) {
			return []int{person}
		}
	}
	return r.party(token, exclude)
}

// namedAfterList returns the person whom an apposition names for a role at the end of
// a list, where the parser hung the name on the head of the list: "A and her
// counterpart, B, met"; -1 for none.
func (r *reading) namedAfterList(token int) int {
	tag := r.Tag(token)
	if _, named := r.cast.At(token); named || r.Dep(token) != "conj" || tag != "NN" && tag != "NNP" {
		return -1
	}
	_, end := r.Subtree(token)
	for _, apposed := range r.Children(r.Head(token), "appos") {
		first, _ := r.Subtree(apposed)
		if person := r.personAt(apposed); person >= 0 && first == end+1 && r.Tokens[end].Text == "," {
			return person
		}
	}
	return -1
}

// nameAfterTime returns the last token of a name that ends the run of nouns which a
// time begins, the token itself where there is none.
func (r *reading) nameAfterTime(token int) int {
	nouns := false
	for t := token + 1; t < min(token+9, len(r.Tokens)); t++ {
		if r.timeAt[t] >= 0 {
			continue
		}
		if !r.IsNoun(t) {
			break
		}
		if m, ok := r.cast.At(t); ok && nouns && m.Form == graph.MentionName && m.Span.End == t+1 {
			return t
		}
		nouns = true
	}
	return token
}

// coordinatedBefore returns the people whom a phrase names before its head, where
// the parser took "A and envoy B" for one name: those that end before "and" or a
// comma.
func (r *reading) coordinatedBefore(head int) []int {
	m, ok := r.cast.At(head)
	if !ok || m.Form != graph.MentionName {
		return nil
	}
	first, _ := r.Subtree(head)
	var found []int
	joined := false
	for i := head; i > first && i >= head-24; i-- {
		token := r.Tokens[i]
		if r.IsVerb(i) || token.Tag == "IN" && token.Text != "of" || token.Tag == "POS" {
			break
		}
		joined = joined || token.Tag == "CC"
		if token.Tag != "CC" && token.Text != "," {
			continue
		}
		before, ok := r.cast.At(i - 1)
		if joined && ok && before.Form == graph.MentionName && before.Member != m.Member && r.member(before.Member).Kind == r.member(m.Member).Kind && before.Span.End == i {
			found = append(found, before.Member)
		}
	}
	slices.Reverse(found)
	return found
}

// bodiesOf returns the bodies that a plural role speaks for together: "the
// representatives of A and B".
func (r *reading) bodiesOf(token int, exclude []int) []int {
	if !speaksFor[r.Lemma(token)] {
		return nil
	}
	var found []int
	for _, objects := range r.ObjectsOf(token, "of", "from") {
		for _, head := range r.Conjuncts(objects[0]) {
			m, ok := r.cast.At(head)
			if !ok || r.member(m.Member).Kind != graph.KindOrganization || r.isMedium(m.Member) {
				return nil
			}
			if !slices.Contains(exclude, m.Member) && !slices.Contains(found, m.Member) {
				found = append(found, m.Member)
			}
		}
	}
	return found
}

// statesOf returns the states whose people a plural role names together, where the
// article names none of them: "the foreign ministers of A and B", "the A and B
// presidents", "their A counterparts".
func (r *reading) statesOf(token int, exclude []int) []int {
	var heads []int
	prepositions := []string{"of"}
	if speaksFor[r.Lemma(token)] {
		prepositions = append(prepositions, "from")
	}
	for _, objects := range r.ObjectsOf(token, prepositions...) {
		heads = append(heads, r.Conjuncts(objects[0])...)
	}
	for _, child := range r.Children(token, "amod") {
		heads = append(heads, r.Conjuncts(child)...)
	}
	var found []int
	for _, head := range heads {
		if state, ok := r.cast.StateOf(head); ok && !slices.Contains(exclude, state) && !slices.Contains(found, state) {
			found = append(found, state)
		}
	}
	if len(found) == 1 && r.Lemma(token) != "counterpart" || len(found) > maxListed {
		return nil
	}
	return found
}
