package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/quote"
	"dateline/loader/what/evidence"
)

// hasSense reports whether the words around a verb allow this sense.
func hasSense(a *evidence.Article, i int, v *verb) bool {
	if v.Particle != "" && !a.HasChild(i, v.Particle) || v.Idiom != "" && !hasObject(a, i, v.Idiom) {
		return false
	}
	for _, child := range a.Children(i) {
		dep := a.Dep(child)
		if dep != "dobj" && dep != "prep" && dep != "prt" && dep != "advmod" {
			continue
		}
		if slices.Contains(v.Not, a.Lower(child)) && !datesVerb(a, child) && (dep == "dobj" || !holdsMember(a, child, v) && !isAmongSubjects(a, child)) {
			return false
		}
	}
	// In the order in which the list has them: asking whether a phrase is of a person can
	// make a member of it, so another order would give other members.
	return !slices.ContainsFunc(v.Conditions, func(name string) bool { return !verbConditions[name](a, i) })
}

// verbConditions are the conditions that contact_verbs.tsv names, of verbs that mean
// other things too: each reports whether a verb at a token is one of contact.
var verbConditions = lexicon.VerbConditions(map[string]func(a *evidence.Article, verb int) bool{
	"at-gathering":    isAtGathering,
	"at-premises":     isAtPremises,
	"bound-particle":  callsIn,
	"by-somebody":     isMetBySomebody,
	"calls-in-person": callsInPerson,
	"for-contact":     joinsFor,
	"for-something":   appealsFor,
	"heard":           isHeard,
	"in-person":       isSeenInPerson,
	"into-somebody":   runsIntoSomebody,
	"let-know":        letsKnow,
	"means-said":      tellsMeans,
	"no-name":         callsOnTelephone,
	"once":            advisesOnce,
	"own-words":       speaksForItself,
	"person-or-topic": isForWords,
	"to-come-or-talk": invitesToCome,
	"to-meal":         takesToMeal,
	"to-somebody":     repliesToSomebody,
	"words-exchanged": exchangesWords,
})

// hasObject reports whether a verb has a noun as its object: "shook hands".
func hasObject(a *evidence.Article, verb int, lemma string) bool {
	// The parser takes a second object for a time: "dropped Okoro a line".
	return slices.ContainsFunc(a.Children(verb, "dobj", "npadvmod"), func(object int) bool { return a.Lemma(object) == lemma })
}

// holdsMember reports whether a phrase that would rule out a sense comes on top of the
// other side: "spoke about the flood with Okoro".
func holdsMember(a *evidence.Article, child int, v *verb) bool {
	return a.Dep(child) == "prep" && len(v.With) > 0 && len(a.ObjectsOf(a.Head(child), v.With...)) > 0
}

// isAmongSubjects reports whether what a verb is about is what two people say to each
// other: "Lim and Okoro spoke about the flood", but not at a rally.
func isAmongSubjects(a *evidence.Article, about int) bool {
	verb := a.Head(about)
	subject := a.Child(verb, "nsubj")
	if a.Lower(about) != "about" || subject < 0 || len(a.ObjectsOf(verb, "at", "to", "before")) > 0 || evidence.IsBeforePublic(a, verb) {
		return false
	}
	both := a.Conjuncts(subject)
	if len(both) != 2 {
		both = a.Subjects(verb)
	}
	return len(both) == 2 && a.PersonAt(both[0]) >= 0 && a.PersonAt(both[1]) >= 0
}

// datesVerb reports whether a preposition only dates its verb: "called Okoro on Monday", "on
// the evening of 14 August".
func datesVerb(a *evidence.Article, preposition int) bool {
	isDated := func(object int) bool { return a.TimeAt(object) != nil }
	return slices.ContainsFunc(a.Children(preposition, "pobj"), func(object int) bool {
		of := a.ObjectsOf(object, "of")
		return isDated(object) || len(of) == 1 && isDated(of[0][0]) && !a.IsPersonal(object)
	})
}

// isMetBySomebody excludes "was met with protest".
func isMetBySomebody(a *evidence.Article, verb int) bool {
	return !grammar.IsPassive(a.Parse, verb) || len(grammar.Agents(a.Parse, verb)) > 0
}

// advisesOnce requires that somebody is advised of something, and is not just an adviser.
func advisesOnce(a *evidence.Article, verb int) bool {
	return a.Child(verb, "xcomp", "ccomp", "advcl") >= 0
}

// isHeard excludes "must hear from Okoro".
func isHeard(a *evidence.Article, verb int) bool { return a.Tag(verb) != "VB" }

// exchangesWords requires that letters or the like are traded.
func exchangesWords(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.Children(verb, "dobj"), func(object int) bool { return evidence.Writings[a.Lemma(object)] || nounOf[a.Lemma(object)] != nil })
}

// speaksForItself excludes "relayed a letter from Okoro", since the letter is a trigger
// itself.
func speaksForItself(a *evidence.Article, verb int) bool {
	return !slices.ContainsFunc(a.Children(verb, "dobj"), func(object int) bool {
		return nounOf[a.Lemma(object)] != nil && len(a.ObjectsOf(object, "from")) > 0
	})
}

// repliesToSomebody excludes what is said in reply, which is a statement.
func repliesToSomebody(a *evidence.Article, verb int) bool {
	return a.Child(verb, "ccomp", "parataxis") < 0 && hasPersonalObject(a, verb, "to")
}

// runsIntoSomebody requires a person after "into".
func runsIntoSomebody(a *evidence.Article, verb int) bool { return hasPersonalObject(a, verb, "into") }

// hasPersonalObject reports whether people are the object of a preposition below a verb.
func hasPersonalObject(a *evidence.Article, verb int, preposition string) bool {
	return slices.ContainsFunc(a.ObjectsOf(verb, preposition), func(objects []int) bool { return a.IsPersonal(objects[0]) })
}

// appealsFor excludes "appeals to voters".
func appealsFor(a *evidence.Article, verb int) bool {
	return a.Child(verb, "xcomp") >= 0 || len(a.ObjectsOf(verb, "for")) > 0
}

// callsOnTelephone excludes "called him a liar".
func callsOnTelephone(a *evidence.Article, verb int) bool { return !callsNames(a, verb) }

// callsNames reports whether to call somebody is to give a name: "called him a liar",
// "called Lim, the envoy, “a friend”".
func callsNames(a *evidence.Article, i int) bool {
	if a.Child(i, "oprd", "ccomp", "acomp", "attr") >= 0 && mislabelledObject(a, i) < 0 {
		return true
	}
	segment := a.Segment(i)
	for t := i + 1; t < min(i+14, segment.End); t++ {
		if a.IsVerb(t) {
			return false
		}
		if text := a.Tokens[t].Text; quote.Opens(text) || (text == "a" || text == "an") && a.TimeAt(t) == nil && a.Dep(a.Head(t)) != "pobj" {
			return true
		}
	}
	return false
}

// callsIn reports whether "in" belongs to the verb: "called in the envoy", not "called
// him in Oslo".
func callsIn(a *evidence.Article, verb int) bool {
	return a.Child(verb, "prt") >= 0 || hasPersonalObject(a, verb, "in")
}

// isSeenInPerson requires that to see somebody is to meet: on a journey or at a place,
// not to watch somebody do something.
func isSeenInPerson(a *evidence.Article, verb int) bool {
	if grammar.IsPassive(a.Parse, verb) || a.Child(verb, "ccomp", "xcomp", "oprd", "acomp") >= 0 || a.HasChild(verb, "as") {
		return false
	}
	if head := a.Head(verb); a.Tag(verb) == "VB" && (a.Dep(verb) == "advcl" || a.Dep(verb) == "xcomp") && (grammar.IsTravel(a.Parse, head) || sending[a.Lemma(head)]) {
		return true
	}
	if head := a.Head(verb); a.Tag(verb) == "VB" && a.Dep(verb) == "xcomp" && planning[a.Lemma(head)] {
		return true // "agreed to see Okoro"
	}
	if grammar.IsFuture(a.Parse, verb) && slices.ContainsFunc(a.Children(verb, "prep", "npadvmod"), func(child int) bool { return a.TimeAt(child) != nil || datesVerb(a, child) }) {
		return true // "will see Okoro on Monday"
	}
	prepositions := a.Children(verb, "prep")
	for _, object := range a.Children(verb, "dobj") {
		prepositions = append(prepositions, a.Children(object, "prep")...)
	}
	return slices.ContainsFunc(prepositions, func(preposition int) bool {
		object := a.Child(preposition, "pobj")
		if object < 0 {
			return false
		}
		_, there := a.Location(object)
		return there && (a.Lower(preposition) == "in" || a.Lower(preposition) == "at")
	})
}

// isForWords requires that somebody is approached in words: a person, or a body about
// something.
func isForWords(a *evidence.Article, verb int) bool {
	if len(a.ObjectsOf(verb, "about", "over", "for")) > 0 {
		return true
	}
	objects := evidence.GroupsIn(a, a.Proposition(verb), grammar.Object)
	return slices.ContainsFunc(objects, func(group []int) bool { return a.IsPersonal(group[0]) })
}

// letsKnow requires that somebody is let know something.
func letsKnow(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.Children(verb, "ccomp", "xcomp"), func(clause int) bool { return a.Lemma(clause) == "know" })
}

// tellsMeans requires a means beside a verb of courtesy, since it is public otherwise:
// "thanked Okoro by phone".
func tellsMeans(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.Children(verb, "prep"), func(child int) bool {
		_, ok := meansAt(a, child, true)
		object := a.Child(child, "pobj")
		return ok && object >= 0 && !evidence.HasParties(a, object)
	})
}

// joinsFor requires that to join somebody is to meet: "for dinner", "at the talks".
func joinsFor(a *evidence.Article, verb int) bool {
	for _, objects := range a.ObjectsOf(verb, "for", "at", "in") {
		n := nounOf[a.Lemma(objects[0])]
		if n != nil && n.Direction == mutual && !isOtherSense(a, objects[0]) {
			return true
		}
	}
	return false
}

// invitesToCome requires that people are invited to come or to talk, not to do something
// else: "invited them to join the alliance", "invited bids".
func invitesToCome(a *evidence.Article, verb int) bool {
	for _, purpose := range a.Children(verb, "xcomp", "advcl", "ccomp") {
		lemma := a.Lemma(purpose)
		if a.Tag(purpose) != "VB" || !a.HasChild(purpose, "to") || purpose < verb {
			continue
		}
		if joining[lemma] {
			return slices.ContainsFunc(a.Children(purpose, "dobj"), a.IsPersonal)
		}
		_, goes := journeyVerbs[lemma]
		return goes || len(verbsOf[lemma]) > 0 || visiting[lemma]
	}
	return true
}

// takesToMeal requires that people go to a meal or the like together: "took Okoro to dinner",
// "took Okoro out for lunch".
func takesToMeal(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.ObjectsOf(verb, "to", "for"), func(objects []int) bool {
		n := nounOf[a.Lemma(objects[0])]
		return n != nil && n.Means == graph.MeansMeeting && slices.Contains(n.With, "for") && !evidence.HasParties(a, objects[0])
	})
}

// isAtGathering requires that people come together for a meal, talks or the like: "sat next
// to Okoro at dinner", not "at the trial".
func isAtGathering(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.ObjectsOf(verb, "at", "during", "over", "for"), func(objects []int) bool {
		n := nounOf[a.Lemma(objects[0])]
		return n != nil && n.Direction == mutual && !isOtherSense(a, objects[0])
	})
}

// isAtPremises requires that somebody lives or works where "at" says: "called at Okoro's
// house".
func isAtPremises(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.ObjectsOf(verb, "at"), func(objects []int) bool { return ownerOf(a, objects[0]) >= 0 })
}

// callsInPerson excludes "called on Okoro to resign" and "called on Okoro for help".
func callsInPerson(a *evidence.Article, verb int) bool {
	return a.Child(verb, "xcomp", "ccomp", "advcl") < 0 && len(a.ObjectsOf(verb, "for")) == 0 && hasPersonalObject(a, verb, "on")
}
