package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// verbContacts returns the contacts that a verb tells of: one for each phrase that
// holds another side.
func (r *reading) verbContacts(i int) []*contact {
	if c := r.mistaggedVerb(i); c != nil {
		return []*contact{c}
	}
	if !r.IsVerb(i) || r.Dep(i) == "amod" || r.Dep(i) == "compound" || r.Dep(i) == "aux" {
		return nil
	}
	for _, sense := range verbsOf[r.Lemma(i)] {
		if !r.hasSense(i, sense) {
			continue
		}
		if found := r.readVerb(i, sense); len(found) > 0 {
			return found
		}
	}
	if r.Lemma(i) == "introduce" {
		return r.introductions(i)
	}
	return r.journeyContacts(i)
}

// mistaggedVerb returns the contact of a past tense that the tagger took for an
// adjective before a name: "Lim phoned Okoro", "Lim, the envoy, informed envoy Bo
// Okoro". Nil for all else.
func (r *reading) mistaggedVerb(i int) *contact {
	senses := verbsOf[r.Lemma(i)]
	if len(senses) == 0 {
		senses = verbsOf[strings.TrimSuffix(r.Lemma(i), "ed")]
	}
	if r.Dep(i) != "amod" || !strings.HasSuffix(r.Lower(i), "ed") || len(senses) == 0 || senses[0].object == noParty || i == 0 || i+1 >= len(r.Tokens) {
		return nil
	}
	first := r.nameEndingAt(i - 1)
	if root := r.Root(i); len(first) == 0 && root < i && !r.IsVerb(root) && r.Tokens[i-1].POS == "PUNCT" {
		first = r.party(root, nil)
	}
	second := without(r.namesAfter(i), first)
	if _, named := r.cast.At(i + 1); len(second) == 0 && named && r.Head(i) > i && r.Tag(r.Head(i)) == "NNS" {
		second = r.parties(r.Head(i), first) // "A updated B members"
	}
	if len(first) == 0 || len(second) == 0 {
		return nil
	}
	return r.verbContact(i, senses[0], first, second)
}

// nameEndingAt returns the member whose name ends with a token.
func (r *reading) nameEndingAt(i int) []int {
	if m, ok := r.cast.At(i); ok && m.Form == graph.MentionName && m.Span.End == i+1 && !r.isDemonymOfPeople(i) {
		return []int{m.Member}
	}
	return nil
}

// namesAfter returns the members whose names follow a token, with nothing but their
// titles and "and" between.
func (r *reading) namesAfter(i int) []int {
	var found []int
	for t := i + 1; t < len(r.Tokens) && (r.IsNoun(t) || r.Tag(t) == "JJ" || r.Tag(t) == "CC" || r.Lower(t) == "of"); t++ {
		if member := r.nameEndingAt(t); len(member) > 0 && (t+1 == len(r.Tokens) || !r.IsNoun(t+1)) && !slices.Contains(found, member[0]) {
			found = append(found, member[0])
		}
	}
	return found
}

// readVerb returns the contacts of one sense of a verb.
func (r *reading) readVerb(i int, v *verb) []*contact {
	if r.onlyRanks(i) {
		return nil
	}
	first := r.partiesOf(r.doers(i), nil)
	if r.isPublicly(i, v, first) {
		return nil
	}
	if len(first) == 0 && (v.lemma == "summon" || v.lemma == "invite") {
		first = r.summoners(i)
	}
	if v.direction == envoying {
		return r.envoyContacts(i, v, first)
	}
	groups := r.verbObjects(i, v)
	var found []*contact
	for _, group := range groups {
		second := r.spokenTo(i, v, group, first)
		if len(second) == 0 {
			continue
		}
		one := r.verbContact(i, v, first, second)
		if len(groups) > 1 {
			one.anchor = group[0]
		}
		if v.means == graph.MeansVisit {
			r.placeVisit(one, group)
		}
		found = append(found, one)
	}
	if len(found) == 0 && len(first) > 1 && v.direction == mutual && r.meetsItself(i, groups, v) {
		found = append(found, r.verbContact(i, v, first, nil))
	}
	if len(found) == 1 && len(first) == 0 && r.lacksSubject(i) {
		r.borrowSide(found[0])
	}
	return found
}

// isPublicly reports whether those who do what a verb says do it for or before the
// public: journalists who ask, a panel, people of a kind.
func (r *reading) isPublicly(i int, v *verb, first []int) bool {
	switch {
	case v.asks() && slices.ContainsFunc(first, r.isAsker):
		return true
	case v.lemma == "interview":
		return !slices.ContainsFunc(first, r.investigates)
	case v.object != addressee:
		return false
	}
	if slices.ContainsFunc(first, r.sitsInCourt) {
		return true
	}
	named := func(m int) bool { return !r.isGeneric(m) }
	return r.isBeforePublic(i) || len(first) > 0 && !slices.ContainsFunc(first, named)
}

// spokenTo returns the parties of a phrase that holds the other side of a verb, but
// for the press, assemblies and the public where the verb is used of them too.
func (r *reading) spokenTo(i int, v *verb, group, first []int) []int {
	second := r.partiesOf(group, first)
	if v.asks() {
		if slices.ContainsFunc(group, r.isPublicUs) {
			return nil
		}
		second = slices.DeleteFunc(second, func(m int) bool {
			return r.isAsker(m) || r.isForum(m) && v.speaksOpenly() || v.lemma == "tell" && r.isOutlet(m)
		})
	}
	if v.object == addressee && slices.ContainsFunc(second, r.sitsInCourt) {
		return nil
	}
	if v.object == addressee || v.object == oneself || v.lemma == "reach" || v.lemma == "hear" || v.lemma == "speak" && r.isAddress(i) {
		second = slices.DeleteFunc(second, func(m int) bool { return r.isGeneric(m) || r.isFollowing(m) })
	}
	return second
}

// summoners returns the body to which somebody is summoned or invited, where nothing
// says by whom: "was summoned to the foreign ministry".
func (r *reading) summoners(verb int) []int {
	if !grammar.IsPassive(r.Parse, verb) || len(grammar.Agents(r.Parse, verb)) > 0 {
		return nil
	}
	var found []int
	for _, objects := range r.ObjectsOf(verb, "to") {
		if member := r.party(objects[0], nil); len(member) == 1 && r.member(member[0]).OrganizationKind == graph.OrganizationGovernment {
			found = append(found, member[0])
		}
	}
	return found
}

// onlyRanks reports whether a verb only says what a contact made of its subject: "met B,
// becoming the first to sit down with the nominee".
func (r *reading) onlyRanks(verb int) bool {
	switch r.Dep(verb) {
	case "xcomp", "relcl", "acl":
	default:
		return false
	}
	becoming := r.VerbAbove(verb)
	return becoming >= 0 && r.Lemma(becoming) == "become" && r.Dep(becoming) == "advcl" && len(verbsOf[r.Lemma(r.Head(becoming))]) > 0
}

// ranksSubject reports whether a phrase says which of its kind the subject is, though the
// parser took it for an object: "visited Chad, the first leader to do so".
func (r *reading) ranksSubject(object int) bool {
	return slices.ContainsFunc(r.Children(object, "relcl", "acl"), func(clause int) bool {
		return r.Lemma(clause) == "do" && r.HasChild(clause, "to") && r.HasChild(clause, "so", "that", "it")
	})
}

// isAddress reports whether to speak is to give a speech: "spoke to supporters".
func (r *reading) isAddress(verb int) bool { return len(r.ObjectsOf(verb, "to")) > 0 }

func (r *reading) verbContact(i int, v *verb, first, second []int) *contact {
	c := &contact{trigger: i, carrier: i, means: v.means, direction: v.direction, first: first, second: second, sender: r.senderOf(i), place: -1}
	if grammar.IsPassive(r.Parse, i) && len(first) == 0 {
		c.loose = true
	}
	return c
}

// meetsItself reports whether the parties of the subject meet each other: there is
// no other side, or it is "each other".
func (r *reading) meetsItself(i int, groups [][]int, v *verb) bool {
	for _, group := range groups {
		for _, token := range group {
			if text := r.Lower(token); text != "other" && text != "another" && v.object != noParty {
				return false
			} else if text != "other" && text != "another" && len(r.ObjectsOf(i, v.with...)) > 0 {
				return false
			}
		}
	}
	if v.lemma == "raise" || v.object == noParty && slices.ContainsFunc(r.partiesOf(r.doers(i), nil), r.isGeneric) {
		return false // "his family and friends talked about him"
	}
	return !v.talksAlone() || len(r.ObjectsOf(i, "to")) == 0 && r.Child(i, "nsubj") >= 0
}

// talksAlone reports whether the verb also stands for what one does alone.
func (v *verb) talksAlone() bool {
	return v.lemma == "speak" || v.lemma == "communicate"
}

// verbObjects returns the phrases that hold the other side of a verb.
func (r *reading) verbObjects(i int, v *verb) [][]int {
	groups := r.ObjectsOf(i, v.with...)
	if len(groups) == 0 && len(v.with) > 0 {
		groups = r.withAfterMeans(i, v)
	}
	if len(groups) == 0 && topical[v.lemma] {
		groups = r.withInObject(i)
	}
	if v.object == noParty {
		return groups
	}
	if aside := r.Child(i, "advcl"); v.lemma == "meet" && aside >= 0 && r.Lower(aside) == "face" {
		return append(groups, r.ObjectsOf(aside, v.with...)...) // "met face to face with B"
	}
	objects := r.Children(i, "dobj", "dative")
	if name := r.mislabelledObject(i); name >= 0 {
		objects = []int{name}
	}
	if grammar.IsPassive(r.Parse, i) {
		objects = r.Children(i, "nsubjpass")
		if len(objects) == 0 && r.Dep(i) == "acl" {
			objects = []int{r.Head(i)}
		}
		if len(objects) == 0 && (r.Dep(i) == "xcomp" || r.Dep(i) == "conj") {
			objects = r.Children(r.Head(i), "nsubjpass", "nsubj")
		}
		if len(objects) > 0 {
			objects = r.subjects.Antecedent(objects[0], i)
		}
	} else if r.Dep(i) == "relcl" && len(objects) == 0 && len(groups) == 0 {
		objects = []int{r.Head(i)} // "the man whom he met"
	}
	for _, object := range objects {
		if r.Tokens[object].POS == "ADP" {
			continue
		}
		if r.Lower(object) == "who" || r.Lower(object) == "whom" {
			object = r.Head(i)
		}
		if r.ranksSubject(object) {
			continue
		}
		object = grammar.WholeName(r.Parse, object)
		if r.fitsObject(i, object, v) {
			groups = append(groups, []int{object})
		}
	}
	return groups
}

// withAfterMeans returns the other side that the parser hung on the means: "spoken by
// telephone with B".
func (r *reading) withAfterMeans(verb int, v *verb) [][]int {
	for _, preposition := range r.Children(verb, "prep", "agent") {
		object := r.Child(preposition, "pobj")
		if object < 0 || meansNamed(r.Lemma(object)) == "" || nounOf[r.Lemma(object)] != nil && r.Lemma(object) != "phone" {
			continue
		}
		if groups := r.ObjectsOf(object, v.with...); len(groups) > 0 {
			return groups
		}
	}
	return nil
}

// topical are verbs whose object is what is talked about.
var topical = set("discuss negotiate raise debate exchange trade swap")

// withInObject returns the other side that the parser hung on what is talked about:
// "discuss a plan for strikes with B".
func (r *reading) withInObject(verb int) [][]int {
	for _, object := range r.Children(verb, "dobj") {
		_, last := r.Subtree(object)
		for t := last - 1; t > object; t-- {
			if r.IsVerb(t) {
				break
			}
			if r.Lower(t) != "with" || r.IsVerb(r.Head(t)) {
				continue
			}
			for _, party := range r.Children(t, "pobj") {
				if len(r.parties(party, nil)) > 0 {
					return [][]int{{party}}
				}
			}
		}
	}
	return nil
}

// fitsObject reports whether a direct object can be the other side.
func (r *reading) fitsObject(i, object int, v *verb) bool {
	switch v.object {
	case oneself:
		if v.means == graph.MeansVisit {
			return r.isReceiver(object) || r.isOfficialVisit(i, object)
		}
		return r.isPersonal(object)
	case addressee:
		return r.isPersonal(object) || r.isBody(object)
	}
	return true
}

// isPersonal reports whether a phrase is of people: a person's name, a role, a
// pronoun.
func (r *reading) isPersonal(token int) bool {
	if r.Tag(token) == "PRP" {
		return r.Lower(token) != "it"
	}
	for _, t := range r.Conjuncts(token) {
		_, named := r.cast.At(t)
		for _, member := range r.party(t, nil) {
			if !named && r.Tag(t) == "NNS" {
				return true // "the ambassadors of A and B"
			}
			if m := r.member(member); m.Kind == graph.KindPerson || m.Nominal && (strings.HasSuffix(r.Tag(t), "S") || delegations[r.Lemma(t)]) {
				return true
			}
		}
	}
	return false
}

// isGeneric reports whether a member is some people of a kind, told by no name at
// all: "voters", "refugees", "residents".
func (r *reading) isGeneric(member int) bool {
	m := r.member(member)
	return m.Nominal && m.Kind == graph.KindOrganization && strings.HasSuffix(m.Name, "s") && m.HolderID == "" && m.Country == "" && strings.ToLower(m.Name) == m.Name
}

// isFollowing reports whether a member is the public of someone: "his supporters".
func (r *reading) isFollowing(member int) bool {
	m := r.member(member)
	if !m.Nominal {
		return false
	}
	for _, word := range words(strings.ToLower(m.Name)) {
		if following[word] {
			return true
		}
	}
	return false
}

var following = set("supporters voters fans followers viewers listeners readers constituents americans donors audience crowd")

// delegations are bodies of people who go and come together.
var delegations = set("delegation team mission committee staff family group party envoy crew")

// isBody reports whether a phrase names a body or state that can be spoken to.
func (r *reading) isBody(token int) bool {
	for _, member := range r.party(token, nil) {
		switch m := r.member(member); m.OrganizationKind {
		case graph.OrganizationState, graph.OrganizationGovernment, graph.OrganizationParty, graph.OrganizationCompany:
			return true
		case graph.OrganizationOther:
			return m.Nominal
		}
	}
	return false
}

// lacksSubject reports whether nothing says who does what a verb says: it has no
// subject, a pronoun that nothing resolves, or a thing, which the parser got wrong.
func (r *reading) lacksSubject(verb int) bool {
	if grammar.IsPassive(r.Parse, verb) && r.Child(verb, "nsubjpass") >= 0 {
		return false // "B was asked": by whom is left out
	}
	for _, subject := range r.doers(verb) {
		pronoun := r.Tag(subject) == "PRP" && r.Dep(subject) == "nsubj"
		if !pronoun && !written[r.Lemma(subject)] && nounOf[r.Lemma(subject)] == nil {
			return false
		}
	}
	return true
}

// borrowSide fills the missing first side of a contact from the speaker's own
// words or the clause above: "a meeting with B followed", A being the only one
// that the sentence is about.
func (r *reading) borrowSide(c *contact) {
	if len(c.first) > 0 || c.direction == inward {
		return
	}
	verb := r.VerbAbove(c.trigger)
	for range grammar.MaxClimb {
		if verb < 0 {
			return
		}
		subjects := r.partiesOf(r.doers(verb), c.second)
		if len(subjects) > 0 && !reportingVerbs[r.Lemma(verb)] && !grammar.SpeechVerbs[r.Lemma(verb)] {
			c.first, c.loose = subjects, true
			return
		}
		verb = r.VerbAbove(verb)
	}
}
