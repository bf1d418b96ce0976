package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/evidence"
)

// verbObjects returns the phrases that may be the other side of a verb, as groups of
// heads.
func verbObjects(a *evidence.Article, i int, v *verb) [][]int {
	q := a.Proposition(i)
	var groups [][]int
	for _, preposition := range v.With {
		groups = append(groups, evidence.GroupsIn(a, q, grammar.Slot(preposition))...)
	}
	if v.Object == lexicon.Topic {
		return append(groups, afterIdiom(a, i, v)...)
	}
	if aside := a.Child(i, "advcl"); aside >= 0 && faceToFace[v.Lemma] && faceToFace[a.Lower(aside)] {
		return append(groups, a.ObjectsOf(aside, v.With...)...) // "met face to face with B"
	}
	objects := evidence.GroupsIn(a, q, grammar.Object, grammar.IndirectObject)
	if name := mislabelledObject(a, i); name >= 0 {
		objects = [][]int{{name}}
	}
	for _, group := range objects {
		if ranksSubject(a, group[0]) {
			continue
		}
		group[0] = grammar.WholeName(a.Parse, group[0])
		if fitsObject(a, i, group[0], v) {
			groups = append(groups, group)
		}
	}
	return groups
}

// afterIdiom returns the other side that the parser hung on the noun which a sense of a
// verb is made of: "compared notes with Okoro", "traded proposals with Okoro". None if the
// verb has one of its own.
func afterIdiom(a *evidence.Article, i int, v *verb) [][]int {
	if v.Idiom == "" && !slices.Contains(v.Conditions, "words-exchanged") || len(a.PartiesAfter(i, nil, v.With...)) > 0 {
		return nil
	}
	var found [][]int
	for _, object := range a.Children(i, "dobj") {
		found = append(found, a.ObjectsOf(object, v.With...)...)
	}
	return found
}

// ranksSubject reports whether a phrase ranks the subject though the parser took it for
// an object: "visited Chad, the first leader to do so".
func ranksSubject(a *evidence.Article, object int) bool {
	return slices.ContainsFunc(a.Children(object, "relcl", "acl"), func(clause int) bool {
		return a.Lemma(clause) == "do" && a.HasChild(clause, "to") && a.HasChild(clause, "so", "that", "it")
	})
}

// fitsObject reports whether a direct object can be the other side.
func fitsObject(a *evidence.Article, i, object int, v *verb) bool {
	switch v.Object {
	case lexicon.Person:
		if v.Means == graph.MeansVisit {
			return ownerOf(a, object) >= 0 || isReceiver(a, object) || isOfficialVisit(a, i, object)
		}
		return a.IsPersonal(object)
	case lexicon.Addressee:
		return a.IsPersonal(object) || evidence.IsBody(a, object)
	}
	return true
}

// mislabelledObject returns the object of a verb if the parser took it for an object
// predicate, as it does titled names; -1 for none.
func mislabelledObject(a *evidence.Article, verb int) int {
	name := a.Child(verb, "oprd")
	if name < 0 || grammar.IsPassive(a.Parse, verb) {
		return -1
	}
	for _, object := range a.Children(verb, "dobj", "dative") {
		if text := a.Lower(object); !formerRelation[text] && !grammar.IsDash(text) {
			return -1
		}
	}
	if a.Child(verb, "dobj") >= 0 && len(a.Party(name, nil)) > 0 {
		return name // "called his ex-wife"
	}
	if a.PersonAt(name) >= 0 {
		return name
	}
	return -1
}

// spokenTo returns the parties of a phrase that are the other side, without the press,
// assemblies and the public if the verb is used of them too.
func spokenTo(a *evidence.Article, i int, v *verb, group, first []int) []int {
	second := a.PartiesOf(group, first)
	if asks(v) {
		if slices.ContainsFunc(group, func(token int) bool { return isPublicUs(a, token) }) {
			return nil
		}
		second = slices.DeleteFunc(second, func(m int) bool {
			return a.IsAsker(m) || a.IsForum(m) && beforeAssemblies[v.Lemma] || evidence.TellsSomebody[v.Lemma] && a.IsOutlet(m)
		})
	}
	if v.Object == lexicon.Addressee && slices.ContainsFunc(second, a.SitsInCourt) {
		return nil
	}
	if v.Object == lexicon.Addressee || v.Object == lexicon.Person || reachingAnyone[v.Lemma] || speechTo[v.Lemma] && isAddress(a, i) {
		second = withoutCrowds(a, second)
	}
	return second
}

// withoutCrowds returns members without people of a kind and somebody's public, who are kept
// beside others only: "met Okoro and senior officials".
func withoutCrowds(a *evidence.Article, members []int) []int {
	isCrowd := func(m int) bool { return a.IsGeneric(m) || a.IsFollowing(m) }
	for _, m := range members {
		if !isCrowd(m) {
			return members
		}
	}
	return nil
}

// isPublicly reports whether the subjects of a verb address the public with it:
// journalists who ask, members of a panel, people of a kind.
func isPublicly(a *evidence.Article, i int, v *verb, first []int) bool {
	switch {
	case asks(v) && slices.ContainsFunc(first, a.IsAsker):
		return true
	case officialInterview[v.Lemma]:
		return !slices.ContainsFunc(first, a.Investigates)
	case v.Object != lexicon.Addressee:
		return false
	}
	if slices.ContainsFunc(first, a.SitsInCourt) {
		return true
	}
	named := func(m int) bool { return !a.IsGeneric(m) }
	return evidence.IsBeforePublic(a, i) || len(first) > 0 && !slices.ContainsFunc(first, named)
}

// isPublicUs reports whether a token is the "us" that means everybody: "he tells us".
func isPublicUs(a *evidence.Article, token int) bool {
	return a.Lower(token) == "us" && a.Dep(token) != "pobj"
}

// isAddress reports whether to speak is to give a speech: "spoke to supporters".
func isAddress(a *evidence.Article, verb int) bool { return len(a.ObjectsOf(verb, "to")) > 0 }

// summoners returns the body to which somebody is summoned or invited if no agent is
// named: "was summoned to the foreign ministry".
func summoners(a *evidence.Article, verb int) []int {
	if !grammar.IsPassive(a.Parse, verb) || len(grammar.Agents(a.Parse, verb)) > 0 {
		return nil
	}
	var found []int
	for _, objects := range a.ObjectsOf(verb, "to") {
		if member := a.Party(objects[0], nil); len(member) == 1 && a.Member(member[0]).OrganizationKind == graph.OrganizationGovernment {
			found = append(found, member[0])
		}
	}
	return found
}

// meetsItself reports whether the parties of the subject meet each other: there is no
// other side, or it is "each other".
func meetsItself(a *evidence.Article, i int, groups [][]int, v *verb) bool {
	for _, group := range groups {
		for _, token := range group {
			if text := a.Lower(token); text != "other" && text != "another" && v.Object != lexicon.Topic {
				return false
			} else if text != "other" && text != "another" && len(a.ObjectsOf(i, v.With...)) > 0 {
				return false
			}
		}
	}
	if raisedWith[v.Lemma] || v.Object == lexicon.Topic && slices.ContainsFunc(a.PartiesOf(a.Subjects(i), nil), a.IsGeneric) {
		return false // "his family and friends talked about him"
	}
	return !speechAlone[v.Lemma] || len(a.ObjectsOf(i, "to")) == 0 && (a.Child(i, "nsubj") >= 0 || isPlanOf(a, i))
}

// isPlanOf reports whether a verb is what its subject plans or is expected to do: "Lim and
// Okoro are to speak", "agreed to speak".
func isPlanOf(a *evidence.Article, verb int) bool {
	head := a.Head(verb)
	if len(a.ObjectsOf(verb, "at", "before")) > 0 {
		return false // a speech
	}
	return a.Dep(verb) == "xcomp" && (planning[a.Lemma(head)] || a.Lemma(head) == "be" || planning[a.Lower(head)])
}

// lacksSubject reports whether nothing says who does what a verb says: it has no subject,
// or a pronoun that refers to nobody, or a thing that the parser mistook for one.
func lacksSubject(a *evidence.Article, verb int) bool {
	if grammar.IsPassive(a.Parse, verb) && a.Child(verb, "nsubjpass") >= 0 {
		return false // "B was asked": by whom is left out
	}
	for _, subject := range a.Subjects(verb) {
		pronoun := a.Tag(subject) == "PRP" && a.Dep(subject) == "nsubj"
		if !pronoun && !evidence.Writings[a.Lemma(subject)] && nounOf[a.Lemma(subject)] == nil {
			return false
		}
	}
	return true
}

// borrowSide takes the missing first side from the nearest clause above that is about a
// party: in "Lim said he was pleased to host talks" it is Lim.
func borrowSide(a *evidence.Article, c *draft) {
	if len(c.first) > 0 || c.direction == inward {
		return
	}
	verb := a.VerbAbove(c.trigger)
	for range grammar.MaxClimb {
		if verb < 0 {
			return
		}
		subjects := a.PartiesOf(a.Subjects(verb), c.second)
		if len(subjects) > 0 && !reportingVerbs[a.Lemma(verb)] && !grammar.SpeechVerbs[a.Lemma(verb)] {
			c.first, c.loose = subjects, true
			return
		}
		verb = a.VerbAbove(verb)
	}
}
