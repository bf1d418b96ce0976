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
	i := c.trigger
	if both := jointParties(a, c); len(both) > 1 {
		c.first = both
		c.direction = mutual
		c.mediators = mediatorsOf(a, c)
		return nil
	}
	owners := possessorParties(a, i)
	if len(owners) > 1 && c.noun.Direction == mutual {
		c.first = owners
		return nil
	}
	c.first = owners
	var groups [][]int
	if from := a.PartiesAfter(i, owners, "from", "by"); len(from) > 0 && c.noun.Direction == outward {
		c.first = from
		if bearing[lemmaOf(a, c.carrier)] && grammar.IsCarried(a.Parse, i, c.carrier) {
			c.mediators = a.PartiesOf(a.Subjects(c.carrier), from)
		}
		if receiving[lemmaOf(a, c.carrier)] && grammar.IsCarried(a.Parse, i, c.carrier) {
			if taker := a.PartiesOf(a.Subjects(c.carrier), from); len(taker) > 0 {
				return [][]int{taker}
			}
		}
	}
	for _, objects := range a.ObjectsOf(i, c.noun.With...) {
		second := a.PartiesOf(objects, c.first)
		if c.noun.Means == graph.MeansVisit {
			second = slices.DeleteFunc(second, func(m int) bool { return !a.ReceivesVisitors(m) })
		}
		if len(second) > 0 {
			c.mediators = evidence.Without(c.mediators, second)
			groups = append(groups, second)
		}
	}
	if len(groups) == 0 && c.noun.Direction == mutual {
		groups = misattachedWith(a, i, c.first)
	}
	lightVerbSides(a, c, &groups)
	return groups
}

// jointParties returns the parties of a noun that names them together: "between Lim and Okoro",
// "the Lim-Okoro talks", "a meeting of Lim and Okoro".
func jointParties(a *evidence.Article, c *draft) []int {
	i := c.trigger
	holders := []int{i, c.carrier}
	if c.carrier >= 0 && a.Lemma(c.carrier) == "be" && a.Dep(i) == "nsubj" {
		holders = append(holders, a.Children(c.carrier, "attr", "acomp")...) // "the call was the first between A and B"
	}
	for _, holder := range holders {
		if holder < 0 || a.Dep(holder) != "attr" && a.Dep(holder) != "acomp" && holder != i && !grammar.LightVerbs[a.Lemma(holder)] {
			continue
		}
		if both := a.PartiesAfter(holder, nil, "between", "among", "amongst"); len(both) > 1 {
			return both
		}
	}
	if c.noun.Direction == mutual || c.noun.Means == graph.MeansCall {
		if both := a.PartiesAfter(i, nil, "of", "by", "involving"); len(both) > 1 && bringsTogether(a, both) {
			return both
		}
	}
	return compoundParties(a, i)
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
	for start > 0 && a.Tokens[start-1].Sentence == a.Tokens[i].Sentence && i-start < 8 && !endsPhrase(a, start-1) {
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
func possessorParties(a *evidence.Article, i int) []int {
	if possessor := a.Child(i, "poss"); possessor >= 0 {
		return a.Parties(possessor, nil)
	}
	for _, child := range a.Children(i, "amod", "compound", "nmod") {
		if member, ok := a.StateOf(child); ok && a.Dep(child) == "amod" {
			return []int{member}
		}
		if m, ok := a.MentionAt(child); ok && a.Dep(child) != "amod" && a.Member(m.Member).Kind == graph.KindPerson {
			return []int{m.Member}
		}
	}
	if of := a.PartiesAfter(i, nil, "of"); len(of) == 1 && nounOf[a.Lemma(i)].Direction == outward {
		return of
	}
	return nil
}

// misattachedWith returns the parties of a "with" that the parser hung on another noun:
// "conversations about the staff of the campaign with Okoro".
func misattachedWith(a *evidence.Article, i int, exclude []int) [][]int {
	_, last := a.Subtree(i)
	for t := i + 1; t < min(last, i+evidence.MaxPhrase); t++ {
		if a.IsVerb(t) {
			return nil
		}
		if a.Lower(t) != "with" || a.IsVerb(a.Head(t)) {
			continue
		}
		for _, object := range a.Children(t, "pobj") {
			if second := a.Parties(object, exclude); len(second) > 0 {
				return [][]int{second}
			}
		}
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
