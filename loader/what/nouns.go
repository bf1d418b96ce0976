package what

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
)

// nounContacts returns the contacts that a noun tells of.
func (r *reading) nounContacts(i int) []*contact {
	n := nounOf[r.Lemma(i)]
	if n == nil || !r.IsNoun(i) || r.isOtherSense(i) {
		return nil
	}
	if n.direction == envoying {
		return r.dispatchContacts(i, n)
	}
	if r.isWithPress(i) {
		return nil
	}
	c := &contact{trigger: i, carrier: grammar.CarrierOf(r.Parse, i), noun: n, means: n.means, direction: n.direction, sender: -1, place: -1}
	groups := r.nounSides(c)
	if len(groups) == 0 && len(c.first) < 2 {
		groups = r.settingSides(c)
	}
	if len(groups) == 0 {
		groups = [][]int{nil}
	}
	if journalisticNouns[n.lemma] && slices.ContainsFunc(append(slices.Concat(groups...), c.first...), r.isAsker) {
		return nil
	}
	var found []*contact
	for _, second := range groups {
		one := *c
		one.second = second
		if len(one.first)+len(one.second) == 1 {
			r.otherSide(&one)
		}
		if len(one.first)+len(one.second) > 1 {
			found = append(found, &one)
		}
	}
	return found
}

// journalisticNouns are of what journalists and those whom they ask do as well.
var journalisticNouns = set("conversation discussion talk exchange call")

// isWithPress reports whether a contact noun says that its other side is the press
// or the public: "a conference call with reporters".
func (r *reading) isWithPress(i int) bool {
	for _, objects := range r.ObjectsOf(i, "with", "to") {
		if r.isPress(objects[0]) && len(r.Conjuncts(objects[0])) == 1 || r.Lemma(i) == "letter" && r.Lemma(objects[0]) == "editor" {
			return true
		}
	}
	return false
}

// isOtherSense reports whether a contact noun means something else here: "contact
// lens", "news conference", "a call for calm", "in the meeting room".
func (r *reading) isOtherSense(i int) bool {
	if dep := r.Dep(i); (dep == "compound" || dep == "nmod") && mechanical[r.Lemma(r.Head(i))] {
		return true
	}
	lemma := r.Lemma(i)
	for _, child := range r.Children(i) {
		if pressUse[r.Lower(child)] && r.Dep(child) == "compound" && r.Lower(child) != "contract" && r.Lower(child) != "debate" && !(lemma == "call" && r.Lower(child) == "conference") {
			return true
		}
	}
	if lemma == "message" && r.isSignal(i) {
		return true
	}
	if lemma == "exchange" && r.Lower(r.Head(i)) == "in" && r.Child(i, "det", "poss", "amod") < 0 {
		return true // "in exchange for"
	}
	switch lemma {
	case "call":
		if r.HasChild(i, "for") {
			return true
		}
	case "cable":
		if wire := r.Child(i, "compound"); wire >= 0 && wires[r.Lower(wire)] {
			return true
		}
	case "touch":
		return r.Lower(r.Head(i)) != "in" || !grammar.IsBare(r.Parse, i)
	case "phone":
		return r.Lower(r.Head(i)) != "on" && r.Lower(r.Head(i)) != "off" || !r.HasChild(i, "the")
	case "word":
		return r.Dep(i) != "dobj" || r.Lemma(r.Head(i)) != "have" || !r.HasChild(i, "a", "some", "few")
	case "conference":
		return !r.HasChild(i, "video", "telephone", "phone")
	}
	if lemma == "talk" && r.Tag(i) == "NN" && len(r.ObjectsOf(i, "with", "between")) == 0 {
		return true // "talk of a deal"
	}
	return false
}

// wires say of a cable that it is one of metal or glass.
var wires = set("usb charging charger power fiber fibre copper steel hdmi ethernet extension tv television undersea submarine network battery")

// isSignal reports whether a message is what some conduct says, not words: "sent a
// clear message".
func (r *reading) isSignal(i int) bool {
	for _, child := range r.Children(i, "amod") {
		switch r.Lower(child) {
		case "clear", "strong", "unmistakable", "powerful", "positive", "simple", "mixed", "wrong", "right", "central", "core":
			return true
		}
	}
	return false
}

// nounSides fills the first side of a noun's contact and gives the groups that
// can be the second.
func (r *reading) nounSides(c *contact) [][]int {
	i := c.trigger
	if both := r.both(c); len(both) > 1 {
		c.first = both
		c.direction = mutual
		c.mediators = r.mediatorsOf(c)
		return nil
	}
	owners := r.owners(i)
	if len(owners) > 1 && c.noun.direction == mutual {
		c.first = owners
		return nil
	}
	c.first = owners
	var groups [][]int
	if from := r.phrase(i, owners, "from", "by"); len(from) > 0 && c.noun.direction == outward {
		c.first = from
		if bearing[r.lemmaOr(c.carrier)] && grammar.IsCarried(r.Parse, i, c.carrier) {
			c.mediators = r.partiesOf(r.doers(c.carrier), from)
		}
		if receiving[r.lemmaOr(c.carrier)] && grammar.IsCarried(r.Parse, i, c.carrier) {
			if taker := r.partiesOf(r.doers(c.carrier), from); len(taker) > 0 {
				return [][]int{taker}
			}
		}
	}
	for _, objects := range r.ObjectsOf(i, r.counterpartPrepositions(c.noun)...) {
		second := r.partiesOf(objects, c.first)
		if c.noun.means == graph.MeansVisit {
			second = slices.DeleteFunc(second, func(m int) bool { return !r.receivesVisitors(m) })
		}
		if len(second) > 0 {
			c.mediators = without(c.mediators, second)
			groups = append(groups, second)
		}
	}
	if len(groups) == 0 && c.noun.direction == mutual {
		groups = r.laterWith(i, c.first)
	}
	r.carrierSides(c, &groups)
	return groups
}

// receivesVisitors reports whether a member is someone to be visited: people, a
// state, a body of one.
func (r *reading) receivesVisitors(member int) bool {
	m := r.member(member)
	return m.Kind == graph.KindPerson || m.Nominal || m.OrganizationKind == graph.OrganizationState || m.OrganizationKind == graph.OrganizationGovernment
}

// isReceived reports whether a visit that a noun tells of is one to somebody, not to a
// country as a traveller sees it.
func (r *reading) isReceived(c *contact) bool {
	return slices.ContainsFunc(c.second, func(host int) bool {
		return r.member(host).OrganizationKind != graph.OrganizationState || r.receivesOfficially(host, c.first) || slices.ContainsFunc(c.first, func(m int) bool {
			return r.member(m).Kind == graph.KindOrganization
		})
	})
}

// maxPhrase is how many tokens after a noun its own phrase is searched.
const maxPhrase = 40

// laterWith returns the parties of a "with" that the parser hung on a noun in
// between: "conversations about the staff of the campaign with B".
func (r *reading) laterWith(i int, exclude []int) [][]int {
	_, last := r.Subtree(i)
	for t := i + 1; t < min(last, i+maxPhrase); t++ {
		if r.IsVerb(t) {
			return nil
		}
		if r.Lower(t) != "with" || r.IsVerb(r.Head(t)) {
			continue
		}
		for _, object := range r.Children(t, "pobj") {
			if second := r.parties(object, exclude); len(second) > 0 {
				return [][]int{second}
			}
		}
	}
	return nil
}

// receiving are verbs whose subject a call or letter goes to.
var receiving = set("receive get take accept answer return have expect await welcome read decline reject refuse spurn turn")

// bearing are verbs whose subject brings the letter of another.
var bearing = set("relay convey carry deliver bring transmit pass bear hand")

// lemmaOr returns the lemma of a token, "" for none.
func (r *reading) lemmaOr(i int) string {
	if i < 0 {
		return ""
	}
	return r.Lemma(i)
}

// counterpartPrepositions are those after which a noun's other side stands.
func (r *reading) counterpartPrepositions(n *noun) []string {
	switch {
	case n.direction == outward && n.means == graph.MeansVisit:
		return []string{"with", "to"}
	case n.lemma == "message" || n.lemma == "voicemail" || n.lemma == "note":
		return []string{"with", "to", "for"}
	case n.direction == outward, n.lemma == "audience":
		return []string{"with", "to"}
	}
	return []string{"with"}
}

// both returns all the parties of a noun that names them together: "between A and
// B", "the A-B talks", "a meeting of A and B".
func (r *reading) both(c *contact) []int {
	i := c.trigger
	holders := []int{i, c.carrier}
	if c.carrier >= 0 && r.Lemma(c.carrier) == "be" && r.Dep(i) == "nsubj" {
		holders = append(holders, r.Children(c.carrier, "attr", "acomp")...) // "the call was the first between A and B"
	}
	for _, holder := range holders {
		if holder < 0 || r.Dep(holder) != "attr" && r.Dep(holder) != "acomp" && holder != i && !grammar.LightVerbs[r.Lemma(holder)] && r.Lemma(holder) != "be" {
			continue
		}
		if both := r.phrase(holder, nil, "between", "among", "amongst"); len(both) > 1 {
			return both
		}
	}
	if c.noun.direction == mutual || c.noun.means == graph.MeansCall {
		if both := r.phrase(i, nil, "of", "by", "involving"); len(both) > 1 && r.bringsTogether(both) {
			return both
		}
	}
	return r.compound(i)
}

// bringsTogether reports whether the parties after "of" take part, rather than one
// body with its parts.
func (r *reading) bringsTogether(members []int) bool {
	for _, member := range members {
		if r.member(member).Kind == graph.KindOrganization && r.member(member).OrganizationKind == graph.OrganizationOther && !r.member(member).Nominal {
			return false
		}
	}
	return true
}

// phrase returns the parties of the objects of these prepositions of a token.
func (r *reading) phrase(i int, exclude []int, prepositions ...string) []int {
	var found []int
	for _, objects := range r.ObjectsOf(i, prepositions...) {
		found = append(found, r.partiesOf(objects, append(slices.Clone(exclude), found...))...)
	}
	return found
}

// compound returns the parties of "the US-Russia talks", "Franco-German dialogue",
// "the Okoro-Lim call": names joined by a dash right before the noun.
func (r *reading) compound(i int) []int {
	start := i
	for start > 0 && r.Tokens[start-1].Sentence == r.Tokens[i].Sentence && i-start < 8 && !r.endsPhrase(start-1) {
		start--
	}
	var found []int
	dashed := false
	for t := start; t < i; t++ {
		if grammar.IsDash(r.Tokens[t].Text) {
			dashed = true
			continue
		}
		if member, ok := r.qualifier(t); ok && !slices.Contains(found, member) {
			found = append(found, member)
		}
	}
	if !dashed || len(found) < 2 {
		return nil
	}
	return found
}

// endsPhrase reports whether a token cannot stand before a noun in its phrase.
func (r *reading) endsPhrase(t int) bool {
	token := r.Tokens[t]
	switch token.Tag {
	case "NN", "NNP", "NNS", "NNPS", "JJ", "HYPH", "AFX", "CD", "JJR", "JJS":
		return false
	}
	return !grammar.IsDash(token.Text)
}

// qualifier returns the state or person that a word before a noun names.
func (r *reading) qualifier(t int) (int, bool) {
	if m, ok := r.cast.At(t); ok && r.member(m.Member).Kind != graph.KindPlace {
		return m.Member, true
	}
	return r.cast.StateOf(t)
}

// owners returns the parties that a noun's possessor or adjective names: "Lim's
// letter", "their meeting", "French contacts with B".
func (r *reading) owners(i int) []int {
	if possessor := r.Child(i, "poss"); possessor >= 0 {
		return r.parties(possessor, nil)
	}
	for _, child := range r.Children(i, "amod", "compound", "nmod") {
		if member, ok := r.cast.StateOf(child); ok && r.Dep(child) == "amod" {
			return []int{member}
		}
		if m, ok := r.cast.At(child); ok && r.Dep(child) != "amod" && r.member(m.Member).Kind == graph.KindPerson {
			return []int{m.Member}
		}
	}
	if of := r.phrase(i, nil, "of"); len(of) == 1 && nounOf[r.Lemma(i)].direction == outward {
		return of
	}
	return nil
}

// otherSide looks for the second party of a contact that has one: the subject of
// the clause above, or the state of the official who tells of it.
func (r *reading) otherSide(c *contact) {
	known := c.all()
	if len(c.first) > 0 && !c.noun.bare && c.noun.means != graph.MeansCall {
		return
	}
	if len(c.first) > 0 {
		return
	}
	verb := c.carrier
	for range grammar.MaxClimb {
		if verb < 0 {
			return
		}
		if !reportingVerbs[r.Lemma(verb)] && !grammar.SpeechVerbs[r.Lemma(verb)] || grammar.IsArgument(r.Parse, c.trigger, verb) && grammar.IsInPhrase(r.Parse, c.trigger, verb) {
			if subjects := r.partiesOf(r.doers(verb), known); len(subjects) > 0 {
				c.first, c.loose = subjects, true
				return
			}
		} else if side, ok := r.tellersSide(verb, known); ok {
			c.first, c.loose = []int{side}, true
			return
		}
		verb = r.VerbAbove(verb)
	}
}

// tellersSide returns the side for which somebody speaks who tells of a contact with
// one other party: with a person he himself, with a state his own.
func (r *reading) tellersSide(verb int, known []int) (int, bool) {
	speaker := r.speakerOf(verb)
	if speaker < 0 || slices.Contains(known, speaker) || len(known) == 0 {
		return -1, false
	}
	if r.member(speaker).Kind != graph.KindPerson {
		return -1, false
	}
	if r.member(known[0]).Kind == graph.KindPerson {
		return speaker, true
	}
	for _, position := range r.member(speaker).Positions {
		for m := range r.cast.Members() {
			if r.cast.Members()[m].ID == position.OrganizationID && !slices.Contains(known, m) && position.OrganizationID != "" {
				return m, true
			}
		}
	}
	return -1, false
}
