package contact

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/evidence"
)

// verbContacts returns the contacts that a verb triggers: one for each phrase with
// another side.
func verbContacts(a *evidence.Article, i int) []*draft {
	if c := mistaggedVerb(a, i); c != nil {
		return []*draft{c}
	}
	if !a.IsVerb(i) || a.Dep(i) == "amod" || a.Dep(i) == "compound" || a.Dep(i) == "aux" {
		return nil
	}
	for _, sense := range verbsOf[a.Lemma(i)] {
		if !hasSense(a, i, sense) {
			continue
		}
		if found := readVerb(a, i, sense); len(found) > 0 {
			return found
		}
	}
	if introducing[a.Lemma(i)] {
		return introductions(a, i)
	}
	if c := broughtTogether(a, i); c != nil {
		return []*draft{c}
	}
	return journeyContacts(a, i)
}

// mistaggedVerb returns the contact of a past tense that the tagger took for an adjective
// before a name: "Lim phoned Okoro", "Lim, the envoy, informed envoy Bo Okoro". Nil for
// other tokens.
func mistaggedVerb(a *evidence.Article, i int) *draft {
	if c := headlineVerb(a, i); c != nil {
		return c
	}
	senses := verbsOf[a.Lemma(i)]
	if len(senses) == 0 {
		senses = verbsOf[strings.TrimSuffix(a.Lemma(i), "ed")]
	}
	if !looksPast(a, i) || len(senses) == 0 || senses[0].Object == lexicon.Topic || i == 0 || i+1 >= len(a.Tokens) {
		return nil
	}
	first := nameEndingAt(a, i-1)
	if root := a.Root(i); len(first) == 0 && root < i && !a.IsVerb(root) && a.Tokens[i-1].POS == "PUNCT" {
		first = a.Party(root, nil)
	}
	second := evidence.Without(namesAfter(a, i), first)
	if _, named := a.MentionAt(i + 1); len(second) == 0 && named && a.Head(i) > i && a.Tag(a.Head(i)) == "NNS" {
		second = a.Parties(a.Head(i), first) // "A updated B members"
	}
	if len(first) == 0 || len(second) == 0 {
		return nil
	}
	return verbContact(a, i, senses[0], first, second)
}

// looksPast reports whether a token that the tagger took for no verb is written as a past
// tense: "phoned" before a name, also where it took it for what the sentence says, or "rang"
// in the middle of what it took for one name.
func looksPast(a *evidence.Article, i int) bool {
	if strings.HasSuffix(a.Lower(i), "ed") {
		return a.Dep(i) == "amod" || a.Dep(i) == "ROOT" && !a.IsVerb(i) && a.Child(i, "dobj") >= 0
	}
	return a.Tag(i) == "FW" && a.Tokens[i].Text == a.Lower(i) && a.Lemma(i) != strings.ToLower(a.Tokens[i].Lemma)
}

// headlineVerb returns the contact of a present tense that the tagger took for a plural noun
// in a line that begins with a name and has no full stop: "Okoro hosts Lim". Nil for other
// tokens.
func headlineVerb(a *evidence.Article, i int) *draft {
	line := a.Segment(i)
	senses := verbsOf[a.Lemma(i)]
	if a.Tag(i) != "NNS" || len(senses) == 0 || senses[0].Object == lexicon.Topic || i == line.Start || i+1 >= line.End || a.Tokens[line.End-1].Text == "." {
		return nil
	}
	m, ok := a.MentionAt(i - 1)
	if !ok || m.Span.Start != grammar.Opening(a.Parse, i) {
		return nil
	}
	first := nameEndingAt(a, i-1)
	second := evidence.Without(namesAfter(a, i), first)
	if len(first) == 0 || len(second) == 0 {
		return nil
	}
	return verbContact(a, i, senses[0], first, second)
}

// nameEndingAt returns the member whose name ends with a token.
func nameEndingAt(a *evidence.Article, i int) []int {
	if m, ok := a.MentionAt(i); ok && m.Form == graph.MentionName && m.Span.End == i+1 && !evidence.IsDemonymOfPeople(a, i) {
		return []int{m.Member}
	}
	return nil
}

// namesAfter returns the members whose names follow a token with nothing but titles and
// "and" between.
func namesAfter(a *evidence.Article, i int) []int {
	var found []int
	for t := i + 1; t < len(a.Tokens) && (a.IsNoun(t) || a.Tag(t) == "JJ" || a.Tag(t) == "CC" || a.Lower(t) == "of"); t++ {
		if member := nameEndingAt(a, t); len(member) > 0 && (t+1 == len(a.Tokens) || !a.IsNoun(t+1)) && !slices.Contains(found, member[0]) {
			found = append(found, member[0])
		}
	}
	return found
}

// readVerb returns the contacts of one sense of a verb.
func readVerb(a *evidence.Article, i int, v *verb) []*draft {
	if onlyRanks(a, i) {
		return nil
	}
	first := a.PartiesOf(a.Subjects(i), nil)
	if isPublicly(a, i, v, first) || v.Object == lexicon.Addressee && a.Dep(i) == "pcomp" && a.Lower(a.Head(i)) == "without" {
		return nil
	}
	if len(first) == 0 && summoning[v.Lemma] {
		first = summoners(a, i)
	}
	if v.Direction == envoying {
		return envoyContacts(a, i, v, first)
	}
	groups := verbObjects(a, i, v)
	var found []*draft
	for _, group := range groups {
		second := spokenTo(a, i, v, group, first)
		if v.Means == graph.MeansVisit && (len(second) == 0 || ownerOf(a, group[0]) >= 0) {
			second = hostsAt(a, group[0], first)
		}
		if len(second) == 0 {
			continue
		}
		one := verbContact(a, i, v, first, second)
		if len(groups) > 1 {
			one.anchor = endOfName(a, group[0], second)
		}
		if v.Means == graph.MeansVisit {
			placeVisit(a, one, group)
		}
		found = append(found, one)
	}
	if len(found) == 0 && len(first) > 1 && v.Direction == mutual && meetsItself(a, i, groups, v) {
		found = append(found, verbContact(a, i, v, first, nil))
	}
	if len(found) == 0 && len(first) == 2 && v.Direction == outward && isEachOther(a, i, v) {
		each := verbContact(a, i, v, first, nil)
		each.direction = mutual
		found = append(found, each)
	}
	if other := weWith(a, i, v, first); len(found) == 0 && len(other) == 1 {
		found = append(found, verbContact(a, i, v, first, other))
	}
	if len(found) == 1 && len(first) == 0 && lacksSubject(a, i) {
		borrowSide(a, found[0])
	}
	if len(found) == 1 {
		found = append(found, againContacts(a, i, found[0])...)
	}
	return found
}

// isEachOther reports whether a verb is done by its subjects to each other.
func isEachOther(a *evidence.Article, i int, v *verb) bool {
	objects := append(a.Children(i, "dobj", "dative"), slices.Concat(a.ObjectsOf(i, v.With...)...)...)
	return slices.ContainsFunc(objects, func(object int) bool {
		return a.Lower(object) == "other" && a.HasChild(object, "each") || a.Lower(object) == "another" && a.HasChild(object, "one")
	})
}

// onlyRanks reports whether a verb only says what a contact made of its subject: "met
// Okoro, becoming the first to sit down with the nominee".
func onlyRanks(a *evidence.Article, verb int) bool {
	switch a.Dep(verb) {
	case "xcomp", "relcl", "acl":
	default:
		return false
	}
	becoming := a.VerbAbove(verb)
	return becoming >= 0 && becomingSomething[a.Lemma(becoming)] && a.Dep(becoming) == "advcl" && len(verbsOf[a.Lemma(a.Head(becoming))]) > 0
}

// verbContact returns the contact of a verb with these sides.
func verbContact(a *evidence.Article, i int, v *verb, first, second []int) *draft {
	c := &draft{trigger: i, carrier: i, means: v.Means, direction: v.Direction, first: first, second: second, sender: senderOf(a, i), place: -1}
	if grammar.IsPassive(a.Parse, i) && len(first) == 0 {
		c.loose = true
	}
	return c
}

// weWith returns the other side of a quoted "we met" if the speaker says it of somebody:
// Okoro in "“We met on Monday,” Lim said of Okoro".
func weWith(a *evidence.Article, i int, v *verb, first []int) []int {
	if len(first) != 1 || v.Direction != mutual || !a.HasChild(i, "we") {
		return nil
	}
	speech := evidence.GoverningSpeech(a, i)
	if speech < 0 {
		return nil
	}
	return a.PartiesAfter(speech, first, "of")
}

// maxOffice is how many words an office before a name may take from its head to the name's end.
// A judgement.
const maxOffice = 8

// endOfName returns the last word of the name of one of the members that a phrase begins or
// ends with, so that the time behind it is the nearest: Lim in "Foreign Minister Otto Lim";
// the head of the phrase where there is none.
func endOfName(a *evidence.Article, head int, members []int) int {
	for t := head; t < min(head+maxOffice, len(a.Tokens)) && a.Tokens[t].POS != "ADP" && a.Tokens[t].POS != "VERB"; t++ {
		if m, ok := a.MentionAt(t); ok && slices.Contains(members, m.Member) {
			return m.Span.End - 1
		}
	}
	return head
}
