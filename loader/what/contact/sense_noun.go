package contact

import (
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/evidence"
)

// isOtherSense reports whether a contact noun means something else here: "contact lens",
// "news conference", "a call for calm", "in the meeting room".
func isOtherSense(a *evidence.Article, i int) bool {
	if dep := a.Dep(i); (dep == "compound" || dep == "nmod") && notContact[a.Lemma(a.Head(i))] {
		return true
	}
	lemma := a.Lemma(i)
	if isOfIdiom(a, i, lemma) {
		return true
	}
	for _, child := range a.Children(i) {
		if qualifier := a.Lower(child); ofPress[qualifier] && a.Dep(child) == "compound" && !phoneConferences[qualifier+" "+lemma] && !remoteConference[a.Lower(max(child-1, 0))] {
			return true
		}
	}
	return slices.ContainsFunc(nounOf[lemma].Conditions, func(name string) bool { return !nounConditions[name](a, i) })
}

// isOfIdiom reports whether a verb and this noun are one trigger: "compared notes with
// Okoro", which tells of no note.
func isOfIdiom(a *evidence.Article, i int, lemma string) bool {
	if a.Dep(i) != "dobj" {
		return false
	}
	head := a.Head(i)
	return slices.ContainsFunc(verbsOf[a.Lemma(head)], func(v *verb) bool {
		return v.Idiom == lemma && len(a.PartiesAfter(i, nil, v.With...))+len(a.PartiesAfter(head, nil, v.With...)) > 0
	})
}

// nounConditions are the conditions that contact_nouns.tsv names, of nouns that mean
// other things too: each reports whether a noun at a token is one of contact.
var nounConditions = lexicon.NounConditions(map[string]func(a *evidence.Article, noun int) bool{
	"by-video-or-phone": isByVideoOrPhone,
	"carried":           isCarried,
	"have-a-word":       isHadWithSomebody,
	"in-touch":          isInTouch,
	"no-signal":         isInWords,
	"no-wire":           isTelegram,
	"not-for":           isNotFor,
	"not-in-exchange":   isNotInExchange,
	"not-taken":         isNotTaken,
	"on-the-phone":      isOnThePhone,
	"plural-or-with":    isTalks,
	"words-exchanged":   isExchangeOfWords,
})

// isNotFor excludes "a call for calm".
func isNotFor(a *evidence.Article, i int) bool { return !a.HasChild(i, "for") }

// isTelegram excludes "power cable".
func isTelegram(a *evidence.Article, i int) bool {
	wire := a.Child(i, "compound", "amod")
	return wire < 0 || !wires[a.Lower(wire)]
}

func isInTouch(a *evidence.Article, i int) bool {
	return a.Lower(a.Head(i)) == "in" && grammar.IsBare(a.Parse, i)
}

func isOnThePhone(a *evidence.Article, i int) bool {
	preposition := a.Lower(a.Head(i))
	return (preposition == "on" || preposition == "off") && a.HasChild(i, "the")
}

// isHadWithSomebody reports whether somebody had a word with another.
func isHadWithSomebody(a *evidence.Article, i int) bool {
	return a.Dep(i) == "dobj" && a.Lemma(a.Head(i)) == "have" && a.HasChild(i, "a", "some", "few")
}

func isByVideoOrPhone(a *evidence.Article, i int) bool {
	return slices.ContainsFunc(a.Children(i), func(child int) bool { return remoteConference[a.Lower(child)] })
}

// isNotInExchange excludes "in exchange for".
func isNotInExchange(a *evidence.Article, i int) bool {
	return a.Lower(a.Head(i)) != "in" || !grammar.IsBare(a.Parse, i)
}

// isNotTaken excludes "took note of a deal".
func isNotTaken(a *evidence.Article, i int) bool {
	return a.Dep(i) != "dobj" || a.Lemma(a.Head(i)) != "take"
}

// isExchangeOfWords excludes "an exchange of fire".
func isExchangeOfWords(a *evidence.Article, i int) bool {
	return !slices.ContainsFunc(a.ObjectsOf(i, "of"), func(objects []int) bool {
		lemma := a.Lemma(objects[0])
		return !voiced[lemma] && !evidence.Writings[lemma] && nounOf[lemma] == nil && a.IsNoun(objects[0]) && len(a.Party(objects[0], nil)) == 0
	})
}

// isTalks excludes "talk of a deal".
func isTalks(a *evidence.Article, i int) bool {
	return a.Tag(i) != "NN" || len(a.ObjectsOf(i, "with", "between")) > 0
}

// isInWords reports whether a message has words, and is not what some conduct says:
// "sent a clear message".
func isInWords(a *evidence.Article, i int) bool {
	return !slices.ContainsFunc(a.Children(i, "amod"), func(child int) bool { return ofSignal[a.Lower(child)] })
}

// isCarried reports whether a light verb carries a noun of what is said, or words beside
// it say whose it is: "made a request", "Okoro's request".
func isCarried(a *evidence.Article, i int) bool {
	if a.Child(i, "poss") >= 0 || a.HasChild(i, "from", "by") {
		return true
	}
	carrier := grammar.CarrierOf(a.Parse, i)
	return carrier >= 0 && grammar.LightVerbs[a.Lemma(carrier)] && grammar.IsCarried(a.Parse, i, carrier)
}
