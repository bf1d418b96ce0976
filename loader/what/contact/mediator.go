package contact

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// mediatorsOf returns who brings the parties together: the subject of "brokered talks
// between Lim and Okoro", the state of "Chadian-mediated talks".
func mediatorsOf(a *evidence.Article, c *draft) []int {
	parties := c.all()
	for _, child := range a.Children(c.trigger, "amod") {
		if !mediating[a.Lemma(child)] {
			continue
		}
		for _, by := range a.Children(child, "npadvmod", "compound", "nmod", "advmod") {
			if member, ok := evidence.Qualifier(a, by); ok {
				return evidence.Without([]int{member}, parties)
			}
		}
	}
	verb := c.carrier
	if verb < 0 || !mediating[a.Lemma(verb)] || !grammar.IsCarried(a.Parse, c.trigger, verb) {
		return nil
	}
	return evidence.Without(a.PartiesOf(a.Subjects(verb), parties), parties)
}

// addMediators adds who a phrase beside a contact says brought it about: "wrote to Okoro
// through Oman", "met under the auspices of Oman", "with Oman mediating",
// "talks mediated by Oman".
func addMediators(a *evidence.Article, c *draft) {
	if len(c.mediators) > 0 {
		return
	}
	for _, holder := range []int{c.trigger, c.carrier} {
		if holder < 0 {
			continue
		}
		for _, participle := range a.Children(holder, "acl") {
			if mediating[a.Lemma(participle)] && a.Tag(participle) == "VBN" {
				c.mediators = append(c.mediators, evidence.Without(evidence.AgentParties(a, participle), c.all())...)
			}
		}
		for _, preposition := range a.Children(holder, "prep") {
			for _, member := range evidence.Without(goBetweens(a, preposition), c.all()) {
				if a.IsNamed(member) {
					c.mediators = append(c.mediators, member)
				}
			}
		}
	}
}

// goBetweens returns the go-betweens that a prepositional phrase names.
func goBetweens(a *evidence.Article, preposition int) []int {
	object := a.Child(preposition, "pobj", "pcomp")
	switch word := a.Lower(preposition); {
	case object < 0:
		return nil
	case byWayOf[word]:
		return a.Party(object, nil)
	case mediation[a.Lemma(object)] || mediation[a.Lower(object)]:
		return append(a.PartiesAfter(object, nil, "of"), a.PartiesOf(a.Children(object, "poss"), nil)...)
	case word != "with":
		return nil
	case a.IsVerb(object) && (mediating[a.Lemma(object)] || bearing[a.Lemma(object)]):
		return a.PartiesOf(a.Children(object, "nsubj"), nil)
	case isMediatingNoun(a.Lower(object)):
		for _, child := range a.Children(object, "compound") {
			if member, ok := evidence.Qualifier(a, child); ok {
				return []int{member}
			}
		}
	}
	return nil
}

// isMediatingNoun reports whether a word is the gerund of a verb of mediating, which the
// tagger may take for a noun: "with Oman mediating".
func isMediatingNoun(word string) bool {
	stem, ok := strings.CutSuffix(word, "ing")
	return ok && (mediating[stem] || mediating[stem+"e"])
}
