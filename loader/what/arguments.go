package what

import (
	"slices"
	"strings"

	"dateline/graph"
)

// maxClimb bounds how many clauses up a subject is looked for.
const maxClimb = 6

// subjects returns the heads of the noun phrases that do what a verb says: its own
// subject or agent, or that of the clause that controls it.
func (r *reading) subjects(verb int) []int {
	for range maxClimb {
		if twin := r.infinitiveBefore(verb); twin >= 0 {
			verb = twin
		}
		if r.isPassive(verb) {
			if agents := r.agents(verb); len(agents) > 0 {
				return agents
			}
			if r.child(verb, "nsubjpass") >= 0 || r.dep(verb) == "acl" {
				return nil
			}
		}
		if subject := r.ownSubject(verb); subject >= 0 {
			return r.resolveRelative(subject, verb)
		}
		subjects, next := r.controller(verb)
		if next < 0 {
			return subjects
		}
		verb = next
	}
	return nil
}

// ownSubject returns the subject of a verb; of several, which only a broken parse
// has, the last before the verb. -1 for none.
func (r *reading) ownSubject(verb int) int {
	subject := -1
	for _, child := range r.children(verb, "nsubj", "csubj") {
		if subject < 0 || child < verb {
			subject = child
		}
	}
	return subject
}

// agents returns who does a passive verb: "was received by A".
func (r *reading) agents(verb int) []int {
	var found []int
	for _, child := range r.doc.Children(verb) {
		if r.dep(child) == "agent" || r.dep(child) == "prep" && r.lower(child) == "by" {
			found = append(found, r.children(child, "pobj")...)
		}
	}
	return found
}

// resolveRelative returns the noun that a relative pronoun stands for, other tokens
// as they are.
func (r *reading) resolveRelative(subject, verb int) []int {
	switch r.lower(subject) {
	case "who", "that", "which", "whom":
		for range maxClimb {
			if r.dep(verb) == "relcl" {
				return []int{r.equated(r.head(verb))}
			}
			if r.dep(verb) != "conj" && r.dep(verb) != "xcomp" {
				return nil
			}
			verb = r.head(verb)
		}
		return nil
	}
	return []int{subject}
}

// equated returns the name that a clause says a noun is of, the noun where it says of
// none: A for "the aides" in "A is one of the aides who met B".
func (r *reading) equated(noun int) int {
	predicate := noun
	if among := r.head(noun); r.dep(noun) == "pobj" && r.lower(among) == "among" && r.lemma(r.head(among)) == "be" {
		if subject := r.ownSubject(r.head(among)); subject >= 0 {
			return subject
		}
	}
	if r.dep(noun) == "pobj" && r.lower(r.head(noun)) == "of" && r.lower(r.head(r.head(noun))) == "one" {
		predicate = r.head(r.head(noun))
	}
	verb := r.head(predicate)
	if r.lemma(noun) == "member" && r.dep(noun) == "dobj" && r.lemma(verb) == "have" && r.ownSubject(verb) >= 0 {
		return r.ownSubject(verb) // "the group had members who met B"
	}
	if r.dep(predicate) != "attr" || r.lemma(verb) != "be" || r.child(verb, "neg") >= 0 {
		return noun
	}
	subject := r.ownSubject(verb)
	if subject < 0 {
		return noun
	}
	if m, ok := r.cast.At(subject); ok && r.member(m.Member).Kind == graph.KindPerson {
		return subject
	}
	return noun
}

// controller returns the subjects of a verb that has none of its own, or the verb
// to look at next; both empty where nothing controls it.
func (r *reading) controller(verb int) (subjects []int, next int) {
	head := r.head(verb)
	if head == verb {
		return nil, -1
	}
	switch r.dep(verb) {
	case "xcomp", "advcl", "ccomp":
		if r.dep(verb) == "ccomp" && r.doc.Tokens[verb].Tag != "VB" && r.doc.Tokens[verb].Tag != "VBG" {
			return nil, -1
		}
		return r.controlledBy(head, verb)
	case "conj", "pcomp", "dep", "parataxis", "acomp", "appos":
		return r.upFrom(head)
	case "relcl", "acl":
		if tag := r.doc.Tokens[verb].Tag; tag == "VBG" || r.dep(verb) == "relcl" {
			return []int{head}, -1
		}
		if r.isAnswered(head) {
			return nil, -1
		}
		return r.upFrom(head)
	}
	return nil, -1
}

// isAnswered reports whether a noun is a request that the subject of its verb got from
// somebody else: "opposed a request to question B".
func (r *reading) isAnswered(noun int) bool {
	return petitions[r.lemma(noun)] && r.dep(noun) == "dobj" && answering[r.lemma(r.head(noun))]
}

var (
	petitions = set("request demand motion petition subpoena plea call proposal application offer bid")
	answering = set("oppose reject deny grant block resist consider refuse decline approve receive answer dismiss support back fight turn weigh ignore get rebuff accept")
)

// controlledBy returns the subject of an infinitive or participle below a verb.
func (r *reading) controlledBy(head, verb int) ([]int, int) {
	if !r.isVerb(head) {
		return r.upFrom(head)
	}
	if controlsObject[r.lemma(head)] && r.doc.Tokens[verb].Tag == "VB" {
		if object := r.child(head, "dobj", "nsubjpass"); object >= 0 {
			return []int{object}, -1
		}
	}
	if r.isPassive(head) {
		if subject := r.child(head, "nsubjpass"); subject >= 0 {
			return r.resolveRelative(subject, head), -1
		}
	}
	return nil, head
}

// upFrom goes on from a head that is no verb: to the possessor of a noun, through
// prepositions and adjectives to the verb above.
func (r *reading) upFrom(head int) ([]int, int) {
	for range maxClimb {
		if r.isVerb(head) {
			if r.isPassive(head) {
				if subject := r.child(head, "nsubjpass"); subject >= 0 && len(r.agents(head)) == 0 {
					return r.resolveRelative(subject, head), -1
				}
			}
			return nil, head
		}
		if possessor := r.child(head, "poss"); possessor >= 0 && r.isNoun(head) {
			return []int{possessor}, -1
		}
		if r.head(head) == head {
			return nil, -1
		}
		head = r.head(head)
	}
	return nil, -1
}

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
	if r.isFirstPerson(token) {
		return r.firstPerson(token, exclude)
	}
	if r.isPluralPronoun(token) {
		return r.others(token, exclude)
	}
	if crowds[r.lemma(token)] {
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
	if len(found) == 0 && r.doc.Tokens[token].Tag == "NN" {
		for _, apposed := range r.children(token, "appos") {
			if person := r.personAt(apposed); person >= 0 {
				return without([]int{person}, exclude) // "the first lady, B"
			}
		}
	}
	if len(found) <= 1 && r.doc.Tokens[token].Tag == "NNS" {
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
	return token+1 < len(r.doc.Tokens) && r.doc.Tokens[token+1].Tag == "POS" && r.dep(token) != "poss" && r.isNoun(token)
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

func (r *reading) isPluralPronoun(token int) bool {
	switch r.lower(token) {
	case "they", "them", "themselves":
		return true
	}
	return false
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
	if !r.isNoun(token) || !strings.HasSuffix(r.lower(token), "s") {
		return false
	}
	state, ok := r.cast.StateOf(token)
	if !ok || strings.Contains(strings.ToLower(r.member(state).Name), r.lower(token)) {
		return false
	}
	if r.dep(token) == "pobj" && r.hasChild(token, "the") && r.isAcrossTable(token) {
		return false
	}
	tag := r.doc.Tokens[token].Tag
	return tag == "NNPS" || tag == "NNS" || strings.HasSuffix(r.lower(token), "ans")
}

// isAcrossTable reports whether a phrase is with whom one talks as a state: "talks with
// the Americans".
func (r *reading) isAcrossTable(token int) bool {
	preposition := r.head(token)
	n := nounOf[r.lemma(r.head(preposition))]
	return n != nil && n.means == graph.MeansTalks && (r.lower(preposition) == "with" || r.lower(preposition) == "between")
}

// isFirstPerson reports whether a token is "I", "we" or a form of them.
func (r *reading) isFirstPerson(token int) bool {
	switch r.lower(token) {
	case "i", "me", "we", "us", "my", "our", "myself", "ourselves":
		return r.doc.Tokens[token].Tag == "PRP" || r.doc.Tokens[token].Tag == "PRP$"
	}
	return false
}

// firstPerson is the speaker of the quotation that a token stands in.
func (r *reading) firstPerson(token int, exclude []int) []int {
	q := r.quoteAt[token]
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
