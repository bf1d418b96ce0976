package contact

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// qualifierOf returns what the words say of the kind of a contact, "technical-level" of
// "technical-level contacts" and of "contacts at a technical level"; "" for nothing.
func qualifierOf(a *evidence.Article, c *draft) string {
	if c.noun == nil {
		return levelBelow(a, c.trigger)
	}
	words := []int{c.trigger}
	if a.Dep(c.trigger) == "conj" { // "technical-level contact and dialogue"
		words = append(words, a.Head(c.trigger))
	}
	for _, word := range words {
		for _, child := range a.Children(word, "amod", "compound", "nmod") {
			if text := qualifierAt(a, child); text != "" {
				return text
			}
		}
		if level := levelBelow(a, word); level != "" {
			return level
		}
	}
	return levelBelow(a, c.carrier)
}

// qualifierAt returns the words of a qualifier that a token heads.
func qualifierAt(a *evidence.Article, token int) string {
	if qualifying[a.Lower(token)] {
		return a.Lower(token)
	}
	if !levels[a.Lemma(token)] && !strings.HasSuffix(a.Lower(token), "-level") {
		return ""
	}
	first, _ := a.Subtree(token)
	for first < token && (a.Tokens[first].POS == "PUNCT" && a.Lower(first) != "-" || a.Dep(first) == "det") {
		first++
	}
	text := strings.ToLower(a.Slice(language.Span{Start: first, End: token + 1}))
	if strings.ContainsAny(text, " \n") || text == a.Lemma(token) && levels[text] {
		return ""
	}
	return text
}

// levelBelow returns the level on which a contact is said to be: "technical-level" of "at
// a technical level".
func levelBelow(a *evidence.Article, word int) string {
	if word < 0 {
		return ""
	}
	for _, objects := range a.ObjectsOf(word, "at", "on") {
		if !levels[a.Lemma(objects[0])] {
			continue
		}
		for _, child := range a.Children(objects[0], "amod", "compound") {
			return a.Lower(child) + "-level"
		}
	}
	return ""
}

// isSeveral reports whether words tell of several contacts at once: "numerous calls",
// "letters", "spoke repeatedly", "met five times". Talks and contacts are plural by habit,
// and are several only if they are counted.
func isSeveral(a *evidence.Article, c *draft) bool {
	if c.noun == nil {
		return isRepeated(a, c.trigger)
	}
	if !grammar.IsPluralNoun(a.Parse, c.trigger) {
		return false
	}
	if counted(a, c.trigger) || a.Dep(c.trigger) == "pobj" && severalOf[a.Lemma(a.Head(a.Head(c.trigger)))] {
		return true
	}
	return !c.noun.Means.IsVague() && !c.means.IsVague()
}

// counted reports whether a noun is said to be several: "three calls", "numerous calls".
func counted(a *evidence.Article, noun int) bool {
	return slices.ContainsFunc(a.Children(noun, "amod", "nummod", "det"), func(child int) bool {
		return several[a.Lower(child)] || a.Dep(child) == "nummod" && a.Lower(child) != "one" && a.Lower(child) != "1"
	})
}

// isRepeated reports whether a verb is said to be done more than once.
func isRepeated(a *evidence.Article, verb int) bool {
	for _, child := range a.Children(verb, "advmod", "npadvmod", "prep") {
		switch {
		case a.Dep(child) == "advmod" && (several[a.Lower(child)] || habitual[a.Lower(child)]):
			return true
		case a.Dep(child) == "npadvmod" && times[a.Lemma(child)] && grammar.IsPluralNoun(a.Parse, child) && counted(a, child):
			return true
		case a.Dep(child) == "npadvmod" && a.HasChild(child, "every", "each"):
			return true
		case a.Lower(child) == "on":
			if object := a.Child(child, "pobj"); object >= 0 && times[a.Lemma(object)] && grammar.IsPluralNoun(a.Parse, object) {
				return true
			}
		}
	}
	return false
}

// deniesPlan reports whether what is denied is a plan, "no talks are planned", "has no
// plans to meet Okoro", "will not meet Okoro": it leaves open whether they met before.
func deniesPlan(a *evidence.Article, c *draft) bool {
	if c.status != graph.StatusDenied {
		return false
	}
	for _, word := range []int{c.trigger, c.carrier} {
		if word >= 0 && hasFuture(a, word) {
			return true
		}
	}
	for _, governor := range grammar.Governors(a.Parse, c.trigger, nil) {
		lemma := a.Lemma(governor.Token)
		if cancelled[lemma] || scrapping[lemma] || grammar.SpeechVerbs[lemma] && !planning[lemma] {
			return false
		}
		if planning[lemma] || plannedWords[lemma] || plannedWords[a.Lower(governor.Token)] || intending[lemma] || hasFuture(a, governor.Token) {
			return true
		}
	}
	return false
}

// hasFuture reports whether a verb is in the future.
func hasFuture(a *evidence.Article, verb int) bool {
	return slices.ContainsFunc(a.Children(verb, "aux", "auxpass"), func(child int) bool { return futureModals[a.Lower(child)] }) ||
		a.IsVerb(verb) && grammar.IsGoingTo(a.Parse, verb)
}
