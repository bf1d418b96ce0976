package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// isPersonToken reports whether a token is of a mention of a person.
func (r *reading) isPersonToken(token int) bool {
	m, ok := r.cast.At(token)
	return ok && r.member(m.Member).Kind == graph.KindPerson
}

// doers returns the subjects of a verb, with the people of the cast known.
func (r *reading) doers(verb int) []int { return r.subjects.Subjects(verb) }

// parties returns the members that a noun phrase and those joined to it name,
// without the excluded ones, places and the press.
func (r *reading) parties(token int, exclude []int) []int {
	if states, ok := r.listedStates(token); ok && len(states) > maxListed {
		return r.party(token, exclude)
	} else if ok {
		return without(states, exclude)
	}
	var found []int
	for _, t := range r.listed(token) {
		members := r.coordinatedBefore(t)
		members = append(members, r.partyInRun(t, append(slices.Clone(exclude), found...))...)
		for _, member := range members {
			if !slices.Contains(found, member) && !slices.Contains(exclude, member) {
				found = append(found, member)
			}
		}
	}
	return found
}

// party returns the members that one noun phrase names.
func (r *reading) party(token int, exclude []int) []int {
	if r.isPress(token) || r.timeAt[token] >= 0 || r.isDemonymOfPeople(token) || r.isMisplacedPossessor(token) {
		return nil
	}
	if grammar.IsFirstPerson(r.Parse, token) {
		return r.firstPerson(token, exclude)
	}
	if grammar.IsPluralPronoun(r.Parse, token) {
		return r.others(token, exclude)
	}
	if crowds[r.Lemma(token)] {
		return nil
	}
	if people := append(r.named(token), r.leaderOf(token)...); len(people) > 0 {
		return without(people, exclude)
	}
	var found []int
	for _, member := range r.cast.Parties(token, exclude...) {
		if r.cast.Members()[member].Kind != graph.KindPlace && !r.isVague(member) {
			found = append(found, member)
		}
	}
	if len(found) == 0 && r.Tag(token) == "NN" {
		for _, apposed := range r.Children(token, "appos") {
			if person := r.personAt(apposed); person >= 0 {
				return without([]int{person}, exclude) // "the first lady, B"
			}
		}
	}
	if len(found) <= 1 && r.Tag(token) == "NNS" {
		if states := r.statesOf(token, exclude); len(states) > 1 || len(states) > len(found) {
			return states
		}
		if bodies := r.bodiesOf(token, exclude); len(bodies) > 1 {
			return bodies
		}
	}
	return found
}

// isMisplacedPossessor reports whether what a word owns follows it though the parser
// took the word itself for the phrase: "met the commission's criteria".
func (r *reading) isMisplacedPossessor(token int) bool {
	return token+1 < len(r.Tokens) && r.Tag(token+1) == "POS" && r.Dep(token) != "poss" && r.IsNoun(token)
}

// crowds are numbers of people whom nothing names.
var crowds = set("thousand thousands million millions hundred hundreds crowd crowds")

// others returns whom "they" means; none where that includes a party it is said to
// be in contact with.
func (r *reading) others(token int, exclude []int) []int {
	found := r.cast.Parties(token)
	if sharesAny(found, exclude) {
		return nil
	}
	return found
}

// isVague reports whether a member is a phrase that says of no one who it is: "the
// man", "groups".
func (r *reading) isVague(member int) bool {
	m := r.member(member)
	if !m.Nominal || m.HolderID != "" {
		return false
	}
	fields := words(strings.ToLower(m.Name))
	if len(fields) == 0 || vague[fields[len(fields)-1]] && len(fields) == 1 {
		return true
	}
	of := slices.Index(fields, "of")
	return inanimate[fields[0]] || of > 0 && inanimate[fields[of-1]]
}

// isDemonymOfPeople reports whether a plural stands for some people of a state and
// not for the state: "told Americans".
func (r *reading) isDemonymOfPeople(token int) bool {
	if !r.IsNoun(token) || !strings.HasSuffix(r.Lower(token), "s") {
		return false
	}
	state, ok := r.cast.StateOf(token)
	if !ok || strings.Contains(strings.ToLower(r.member(state).Name), r.Lower(token)) {
		return false
	}
	if r.Dep(token) == "pobj" && r.HasChild(token, "the") && r.isAcrossTable(token) {
		return false
	}
	tag := r.Tag(token)
	return tag == "NNPS" || tag == "NNS" || strings.HasSuffix(r.Lower(token), "ans")
}

// isAcrossTable reports whether a phrase is with whom one talks as a state: "talks with
// the Americans".
func (r *reading) isAcrossTable(token int) bool {
	preposition := r.Head(token)
	n := nounOf[r.Lemma(r.Head(preposition))]
	return n != nil && n.means == graph.MeansTalks && (r.Lower(preposition) == "with" || r.Lower(preposition) == "between")
}

// firstPerson is the speaker of the quotation that a token stands in.
func (r *reading) firstPerson(token int, exclude []int) []int {
	q := r.marks.At(token)
	if q < 0 || r.quotes[q].speaker < 0 || slices.Contains(exclude, r.quotes[q].speaker) {
		return nil
	}
	return []int{r.quotes[q].speaker}
}

// partiesOf adds up the parties of several phrases.
func (r *reading) partiesOf(tokens []int, exclude []int) []int {
	var found []int
	for _, token := range tokens {
		found = append(found, r.parties(token, append(slices.Clone(exclude), found...))...)
	}
	return found
}
