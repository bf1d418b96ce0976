package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// nounSides fills in the first side of a noun's contact and returns the groups of parties
// that may be the second.
func nounSides(a *evidence.Article, c *draft) [][]int {
	q := a.Proposition(c.trigger)
	if both := jointParties(a, c, q); len(both) > 1 {
		c.first = both
		c.direction = mutual
		c.mediators = mediatorsOf(a, c)
		return nil
	}
	if taker := evidence.PartiesIn(a, q, nil, grammar.IndirectObject); len(taker) > 0 && c.noun.Direction == mutual {
		if giver := evidence.PartiesIn(a, q, taker, "by", grammar.CarrierSubject); len(giver) > 0 {
			c.first = giver // "was granted an audience by Okoro"
			return [][]int{taker}
		}
	}
	c.first = possessorParties(a, q)
	if len(c.first) > 1 && c.noun.Direction == mutual {
		return nil
	}
	if from := evidence.PartiesIn(a, q, c.first, "from", "by"); len(from) > 0 && c.noun.Direction == outward {
		if taker := sendersOf(a, c, from); len(taker) > 0 {
			return [][]int{taker}
		}
		if taker := reachedBy(a, c); len(taker) > 0 {
			return [][]int{taker}
		}
	}
	if taker := takersOf(a, c); len(taker) > 0 {
		return [][]int{taker}
	}
	groups := withSides(a, c, q)
	if len(groups) == 0 {
		if hosts := attendedSides(a, c, q); len(hosts) > 0 {
			return hosts
		}
	}
	lightVerbSides(a, c, q, &groups)
	if len(groups) == 0 {
		groups = dealSides(a, c)
	}
	return groups
}

// attendedSides returns whose gathering it is that the first side attends or chairs: the
// council of "Lim chaired a meeting of the council", of "attended the council's meeting" and
// of "a council meeting".
func attendedSides(a *evidence.Article, c *draft, q *grammar.Proposition) [][]int {
	verb := c.carrier
	if verb < 0 || c.noun.Direction != mutual || !attending[a.Lemma(verb)] || !isCarriedBy(a, c.trigger, verb) {
		return nil
	}
	guests := a.PartiesOf(a.Subjects(verb), nil)
	hosts := evidence.PartiesIn(a, q, guests, "of", grammar.Possessor)
	if len(hosts) == 0 {
		hosts = bodiesBefore(a, c.trigger, guests)
	}
	if len(guests) == 0 || len(hosts) == 0 {
		return nil
	}
	c.first = guests
	return [][]int{hosts}
}

// bodiesBefore returns the named organizations, without states, that qualify a noun: "a
// Security Council meeting".
func bodiesBefore(a *evidence.Article, noun int, exclude []int) []int {
	var found []int
	for _, child := range a.Children(noun, "compound", "nmod") {
		m, ok := a.MentionAt(child)
		if !ok || slices.Contains(exclude, m.Member) || a.IsMedium(m.Member) {
			continue
		}
		if body := a.Member(m.Member); body.Kind == graph.KindOrganization && body.OrganizationKind != graph.OrganizationState {
			found = append(found, m.Member)
		}
	}
	return found
}

// isCarriedBy reports whether a noun is the object of a verb or of a preposition right below
// it: "chaired a meeting", "took part in a meeting".
func isCarriedBy(a *evidence.Article, noun, verb int) bool {
	if a.Dep(noun) == "pobj" {
		noun = a.Head(noun)
		if a.Dep(a.Head(noun)) == "dobj" { // "took part in"
			noun = a.Head(noun)
		}
	}
	return a.Head(noun) == verb
}

// sendersOf makes the parties after "from" the first side of a call or letter. It returns
// the subject of the verb that carries it if that is to whom it goes: "Lim got a call from
// Okoro"; who only brings it is a mediator.
func sendersOf(a *evidence.Article, c *draft, from []int) []int {
	c.first = from
	if c.carrier < 0 || !grammar.IsCarried(a.Parse, c.trigger, c.carrier) {
		return nil
	}
	if bearing[a.Lemma(c.carrier)] {
		c.mediators = a.PartiesOf(a.Subjects(c.carrier), from)
	}
	if receiving[a.Lemma(c.carrier)] {
		return a.PartiesOf(a.Subjects(c.carrier), from)
	}
	return nil
}

// reachedBy returns whom a call or letter reaches, as the object of the verb whose subject it
// is: "a letter from Lim reached Okoro".
func reachedBy(a *evidence.Article, c *draft) []int {
	if c.carrier < 0 || a.Dep(c.trigger) != "nsubj" || a.Head(c.trigger) != c.carrier || !arriving[a.Lemma(c.carrier)] {
		return nil
	}
	return a.PartiesOf(a.Children(c.carrier, "dobj"), c.first)
}

// takersOf returns to whom somebody's invitation goes: the subject of "accepted Okoro's
// invitation to Oslo".
func takersOf(a *evidence.Article, c *draft) []int {
	if len(c.first) == 0 || c.noun.Direction != outward || isUtterance(c.noun) {
		return nil
	}
	if c.carrier < 0 || a.Dep(c.trigger) != "dobj" || a.Head(c.trigger) != c.carrier || !receiving[a.Lemma(c.carrier)] {
		return nil
	}
	if isPlea(a, c) {
		return nil
	}
	if slices.ContainsFunc(a.ObjectsOf(c.trigger, c.noun.With...), func(objects []int) bool { return a.IsPersonal(objects[0]) }) {
		return nil
	}
	return a.PartiesOf(a.Subjects(c.carrier), c.first)
}

// isPlea reports whether a call is one to do something, which may have been public: "ignored
// Okoro's call to resign".
func isPlea(a *evidence.Article, c *draft) bool {
	return c.means == graph.MeansCall && slices.ContainsFunc(a.Children(c.trigger, "acl"), func(clause int) bool { return a.Tag(clause) == "VB" })
}

// dealSides returns the company that the first side of talks would make a deal with: "Acme is
// in talks to buy a stake in Borealis".
func dealSides(a *evidence.Article, c *draft) [][]int {
	if c.means != graph.MeansTalks || len(c.first) != 1 {
		return nil
	}
	for _, deal := range a.Children(c.trigger, "acl") {
		if !dealing[a.Lemma(deal)] || a.Tag(deal) != "VB" {
			continue
		}
		q := a.Proposition(deal)
		heads := slices.Concat(evidence.GroupsIn(a, q, "with", "to", "into", "in", "from")...)
		for _, object := range a.Children(deal, "dobj") {
			heads = append(heads, slices.Concat(a.ObjectsOf(object, "in", "of")...)...) // "a stake in Acme"
		}
		heads = append(heads, slices.Concat(evidence.GroupsIn(a, q, grammar.Object)...)...)
		isCompany := func(m int) bool { return a.Member(m).Kind == graph.KindOrganization && a.IsNamed(m) }
		for _, head := range heads {
			if second := a.Party(head, c.first); slices.ContainsFunc(second, isCompany) {
				return [][]int{second}
			}
		}
	}
	return nil
}

// withSides returns the groups of parties after the prepositions of a noun: "talks with
// Okoro".
func withSides(a *evidence.Article, c *draft, q *grammar.Proposition) [][]int {
	var groups [][]int
	for _, preposition := range c.noun.With {
		for _, phrase := range evidence.GroupsIn(a, q, grammar.Slot(preposition)) {
			second := a.PartiesOf(phrase, c.first)
			if c.noun.Means == graph.MeansVisit {
				second = slices.DeleteFunc(second, func(m int) bool { return !a.ReceivesVisitors(m) })
				if len(second) == 0 {
					second = hostsAt(a, phrase[0], c.first)
				}
			}
			if second = namedHearers(a, c, second); len(second) > 0 {
				c.mediators = evidence.Without(c.mediators, second)
				groups = append(groups, second)
			}
		}
	}
	return groups
}

// jointParties returns the parties of a noun that names them together: "between Lim and Okoro",
// "the Lim-Okoro talks", "a meeting of Lim and Okoro".
func jointParties(a *evidence.Article, c *draft, q *grammar.Proposition) []int {
	if both := evidence.PartiesIn(a, q, nil, "between", "among", "amongst"); len(both) > 1 {
		return both
	}
	if c.noun.Direction == mutual || c.noun.Means == graph.MeansCall {
		if both := evidence.PartiesIn(a, q, nil, grammar.Included); len(both) > 1 {
			return both
		}
		if both := evidence.PartiesIn(a, q, nil, "of", "by", "involving"); len(both) > 1 && bringsTogether(a, both) {
			return both
		}
	}
	return compoundParties(a, c.trigger)
}

// bringsTogether reports whether the members after "of" take part, rather than being an
// organization and its parts.
func bringsTogether(a *evidence.Article, members []int) bool {
	for _, member := range members {
		if a.Member(member).Kind == graph.KindOrganization && a.Member(member).OrganizationKind == graph.OrganizationOther && !a.Member(member).Nominal {
			return false
		}
	}
	return true
}

// compoundParties returns the names that are joined by a dash right before a noun: "the
// Chad-Oman talks", "Franco-German dialogue".
func compoundParties(a *evidence.Article, i int) []int {
	start := i
	for start > 0 && i-start < 8 && !endsPhrase(a, start-1) && (a.Tokens[start-1].Sentence == a.Tokens[i].Sentence || isDashed(a, start)) {
		start--
	}
	var found []int
	dashed := false
	for t := start; t < i; t++ {
		if grammar.IsDash(a.Tokens[t].Text) {
			dashed = true
			continue
		}
		if member, ok := evidence.Qualifier(a, t); ok && !slices.Contains(found, member) {
			found = append(found, member)
		}
	}
	if !dashed || len(found) < 2 {
		return nil
	}
	return found
}

// isDashed reports whether a dash stands right before a token, or the token is one after a
// word: the parser may end a sentence there, in "Chad-Oman summit set for May".
func isDashed(a *evidence.Article, t int) bool {
	return grammar.IsDash(a.Tokens[t].Text) && !a.Tokens[t-1].Space || grammar.IsDash(a.Tokens[t-1].Text) && !a.Tokens[t-1].Space
}

// endsPhrase reports whether a token cannot stand before a noun in its phrase.
func endsPhrase(a *evidence.Article, t int) bool {
	token := a.Tokens[t]
	switch token.Tag {
	case "NN", "NNP", "NNS", "NNPS", "JJ", "HYPH", "AFX", "CD", "JJR", "JJS":
		return false
	}
	return !grammar.IsDash(token.Text)
}

// possessorParties returns the parties that a noun's possessor or adjective names: "Lim's letter",
// "their meeting", "French contacts with Okoro".
func possessorParties(a *evidence.Article, q *grammar.Proposition) []int {
	if groups := evidence.GroupsIn(a, q, grammar.Possessor); len(groups) > 0 {
		return a.PartiesOf(groups[0], nil)
	}
	i := q.Word
	for _, child := range a.Children(i, "amod", "compound", "nmod") {
		if member, ok := a.StateOf(child); ok && a.Dep(child) == "amod" {
			return []int{member}
		}
		if m, ok := a.MentionAt(child); ok && a.Dep(child) != "amod" && a.Member(m.Member).Kind == graph.KindPerson {
			return []int{m.Member}
		}
	}
	n := nounOf[a.Lemma(i)] // nil for nouns of journeys alone: "a tour of"
	if of := evidence.PartiesIn(a, q, nil, "of"); len(of) == 1 && n != nil && n.Direction == outward {
		return of
	}
	return nil
}

// lemmaOf returns the lemma of a token, "" for -1.
func lemmaOf(a *evidence.Article, i int) string {
	if i < 0 {
		return ""
	}
	return a.Lemma(i)
}

// findFirstSide looks for the first side of a contact that has only a second one: the subject
// of a clause above, or the side of whoever tells of it.
func findFirstSide(a *evidence.Article, c *draft) {
	known := c.all()
	if len(c.first) > 0 && !c.noun.Bare && c.noun.Means != graph.MeansCall {
		return
	}
	if len(c.first) > 0 {
		return
	}
	if affected := affectedBy(a, c, known); len(affected) > 0 {
		c.first, c.loose = affected, true
		return
	}
	verb := c.carrier
	for range grammar.MaxClimb {
		if verb < 0 {
			return
		}
		reports := reportingVerbs[a.Lemma(verb)] || grammar.SpeechVerbs[a.Lemma(verb)]
		if !reports || grammar.IsArgument(a.Parse, c.trigger, verb) && grammar.IsInPhrase(a.Parse, c.trigger, verb) {
			if subjects := a.PartiesOf(a.Subjects(verb), known); len(subjects) > 0 {
				c.first, c.loose = subjects, true
				return
			}
		} else if side, ok := tellersSide(a, verb, known); ok {
			c.first, c.loose = []int{side}, true
			return
		}
		verb = a.VerbAbove(verb)
	}
}

// affectedBy returns the person whom a mutual contact did something to or for, as the object of
// the verb whose subject it is or the possessor of that object: Lim in "the meeting with Okoro
// cost Lim her seat", "a chance encounter with Okoro changed Lim's mind".
func affectedBy(a *evidence.Article, c *draft, known []int) []int {
	verb := c.carrier
	if verb < 0 || c.noun.Direction != mutual || a.Dep(c.trigger) != "nsubj" || a.Head(c.trigger) != verb || grammar.SpeechVerbs[a.Lemma(verb)] {
		return nil
	}
	for _, object := range a.Children(verb, "dative", "dobj") {
		for _, phrase := range append([]int{object}, a.Children(object, "poss")...) {
			if people := a.Parties(phrase, known); len(people) == 1 && a.Member(people[0]).Kind == graph.KindPerson && a.IsNamed(people[0]) {
				return people
			}
		}
	}
	return nil
}

// tellersSide returns the side of somebody who tells of a contact with one other party:
// with a person it is the speaker, with a state the speaker's organization.
func tellersSide(a *evidence.Article, verb int, known []int) (int, bool) {
	speaker := evidence.SpeakerOf(a, verb)
	if speaker < 0 || slices.Contains(known, speaker) || len(known) == 0 {
		return -1, false
	}
	if a.Member(speaker).Kind != graph.KindPerson {
		return -1, false
	}
	if a.Member(known[0]).Kind == graph.KindPerson {
		return speaker, true
	}
	for _, position := range a.Member(speaker).Positions {
		for m := range a.Members() {
			if a.Members()[m].ID == position.OrganizationID && !slices.Contains(known, m) && position.OrganizationID != "" {
				return m, true
			}
		}
	}
	return -1, false
}

// namedHearers returns the parties that a noun's contact can be with: what is said to the
// public or to nobody in particular is no contact.
func namedHearers(a *evidence.Article, c *draft, members []int) []int {
	if !isUtterance(c.noun) {
		return members
	}
	return slices.DeleteFunc(members, func(m int) bool { return !a.IsNamed(m) || a.IsGeneric(m) || a.IsFollowing(m) })
}
