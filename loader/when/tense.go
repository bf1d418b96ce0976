package when

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// tense is whether the words around an expression are about the past or the future.
type tense int

const (
	unknownTense tense = iota
	past
	future
)

// ahead are words whose complement is still to come: "plans to meet on Friday", "due in
// March".
var ahead = lexicon.Class("ahead")

// purposes take an infinitive that is still to come: "decided to meet in March".
var purposes = lexicon.Class("purpose")

// contrast are conjunctions before what came instead.
var contrast = lexicon.Class("contrast")

// reporting are verbs whose present tense reports what was said.
var reporting = lexicon.Class("telling")

// tenseOf returns the tense of the clause around a span of tokens: that of the first
// word up the tree that has one. before is the word before the span.
func tenseOf(doc *language.Document, span language.Span, before string) tense {
	found, own := unknownTense, unknownTense
	isFirst := true
	path := append([]int{headOf(doc, span)}, slices.Collect(doc.Ancestors(headOf(doc, span)))...)
	for _, i := range path {
		if isAsked(doc, i) {
			return future
		}
		t := clauseTense(doc, i, lean{isDirect: isFirst && isDirect(doc, path, i), isOwn: isFirst && before != "after" && !isOfThing(doc, path, i)})
		if isVerb(doc.Tokens[i]) && isFirst {
			isFirst = false
			own = t
			if lemma := doc.Tokens[i].Lemma; isLimit(before) && (postponing[lemma] || ahead[lemma]) {
				return future
			}
		}
		if t != unknownTense {
			found = t
			break
		}
	}
	switch {
	case before == "since":
		return past
	case isLimit(before) && own != past:
		return future
	case found == past && own == unknownTense:
		// "An airing on 23 May" need not be as past as the sentence.
		return unknownTense
	}
	return found
}

// isAsked reports whether a noun is a meeting that is proposed or planned: "has proposed a
// summit in April".
func isAsked(doc *language.Document, noun int) bool {
	t := doc.Tokens[noun]
	return t.Dep == "dobj" && gatherings[t.Lemma] && ahead[doc.Tokens[t.Head].Lemma]
}

func isVerb(t language.Token) bool { return strings.HasPrefix(t.Tag, "VB") }

// isLimit reports whether a time after the word is mostly still to come.
func isLimit(word string) bool {
	return limits[word]
}

// postponing are verbs whose limit is still to come even in the past tense.
var postponing = lexicon.Class("postponing")

// lean is how an expression depends on a word above it.
type lean struct {
	isDirect bool // as its own complement
	isOwn    bool // in its own clause, not after "after", and not through a noun that has a time of its own
}

// isOfThing reports whether a common noun other than a meeting, or an adjective, stands
// between the expression and token i. Its time need not be that of the clause.
func isOfThing(doc *language.Document, path []int, i int) bool {
	for _, at := range path[1:max(1, slices.Index(path, i))] {
		t := doc.Tokens[at]
		if t.Tag == "JJ" || (t.Tag == "NN" || t.Tag == "NNS") && !gatherings[t.Lemma] {
			return true
		}
	}
	return false
}

// isDirect reports whether the expression is a complement of token i, with at most a
// preposition between.
func isDirect(doc *language.Document, path []int, i int) bool {
	at := slices.Index(path, i)
	return at == 1 || at == 2 && doc.Tokens[path[1]].Tag == "IN"
}

// ofNoun reports whether a span dates a noun, as in "Tuesday's ruling", and whether the
// noun is a meeting, which may still be to come.
func ofNoun(doc *language.Document, span language.Span) (isOfNoun, isOfGathering bool) {
	t := doc.Tokens[headOf(doc, span)]
	switch t.Dep {
	case "poss", "compound", "nmod", "amod", "nummod":
	default:
		return false, false
	}
	noun := doc.Tokens[t.Head]
	if !strings.HasPrefix(noun.Tag, "NN") {
		return false, false
	}
	isOfGathering = gatherings[noun.Lemma]
	return !isOfGathering, isOfGathering
}

// gatherings are events that are announced before they are held.
var gatherings = lexicon.Class("gathering")

// headOf returns the token of a span whose head is outside.
func headOf(doc *language.Document, span language.Span) int {
	for i := span.Start; i < span.End; i++ {
		if h := doc.Tokens[i].Head; h < span.Start || h >= span.End || h == i {
			return i
		}
	}
	return span.Start
}

// clauseTense returns the tense that one token gives to what depends on it.
func clauseTense(doc *language.Document, i int, l lean) tense {
	t := doc.Tokens[i]
	if ahead[t.Lemma] && !isPastVerb(doc, i) {
		return future
	}
	switch t.Tag {
	case "VBD":
		return past
	case "VBN":
		return participleTense(doc, i, l.isDirect)
	case "VBG":
		return gerundTense(doc, i)
	case "VBZ", "VBP":
		return presentTense(doc, i, l)
	case "VB":
		return infinitiveTense(doc, i)
	}
	return unknownTense
}

// isPastVerb reports whether a verb is in the past and not about what was to come:
// "agreed", but not "was scheduled".
func isPastVerb(doc *language.Document, i int) bool {
	if doc.Tokens[i].Tag != "VBN" {
		return doc.Tokens[i].Tag == "VBD"
	}
	return hasAuxiliary(doc, i, "have", "had", "has", "'ve") || isDoneBySomebody(doc, i)
}

// isDoneBySomebody reports whether a participle opens a clause and says by whom: "asked by
// Lim on Monday to resign".
func isDoneBySomebody(doc *language.Document, participle int) bool {
	if doc.Tokens[participle].Dep != "advcl" {
		return false
	}
	return slices.ContainsFunc(doc.Children(participle), func(child int) bool { return doc.Tokens[child].Dep == "agent" })
}

// participleTense reads "has met", "was met", "will be met".
func participleTense(doc *language.Document, i int, isDirect bool) tense {
	switch {
	case hasAuxiliary(doc, i, "will", "'ll", "wo", "shall", "would", "may", "might", "could", "can", "should", "must", "to"):
		if hasAuxiliary(doc, i, "have") {
			return past
		}
		return future
	case isDirect && hasAuxiliary(doc, i, "is", "are", "'s", "'re") && !reporting[doc.Tokens[i].Lemma]:
		return future
	}
	return past
}

// gerundTense reads "is meeting on Friday" as an arrangement; "was meeting" is past, and
// "after meeting" has no tense of its own.
func gerundTense(doc *language.Document, i int) tense {
	switch {
	case hasAuxiliary(doc, i, "was", "were", "been"):
		return past
	case hasAuxiliary(doc, i, "is", "are", "am", "'s", "'re", "'m", "will", "'ll", "would"):
		return future
	}
	return unknownTense
}

// presentTense reads "Congress meets on Monday" and "the deadline is Friday" as
// arrangements.
func presentTense(doc *language.Document, i int, l lean) tense {
	t := doc.Tokens[i]
	switch {
	case reporting[t.Lemma]:
		return past
	case t.Lemma == "be" || t.Lemma == "have":
		if !l.isDirect {
			return unknownTense
		}
	case !l.isOwn:
		return unknownTense
	}
	return future
}

// infinitiveTense reads "will meet", "did not meet" and "to meet".
func infinitiveTense(doc *language.Document, i int) tense {
	switch {
	case hasAuxiliary(doc, i, "will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can", "ca", "should", "must"):
		return future
	case hasAuxiliary(doc, i, "did"):
		return past
	case hasAuxiliary(doc, i, "do", "does"):
		return unknownTense
	case hasAuxiliary(doc, i, "to"):
		return toTense(doc, i)
	}
	return unknownTense
}

// toTense reads "is to meet" and "plans to meet". "Failed to meet" takes the tense of
// the verb that it depends on.
func toTense(doc *language.Document, i int) tense {
	h := doc.Tokens[i].Head
	if h == i {
		return future
	}
	governor := doc.Tokens[h]
	switch {
	case isAbandoned(doc, h):
		return past
	case ahead[governor.Lemma] || purposes[governor.Lemma]:
		return future
	case governor.Lemma == "be" || governor.Tag == "VBZ" || governor.Tag == "VBP":
		return future
	case governor.Lemma == "go":
		return future
	}
	return unknownTense
}

// isAbandoned reports whether a plan is one of the past that came to nothing: "had planned
// to meet on Monday but fell ill", "was due to meet on Monday but did not".
func isAbandoned(doc *language.Document, plan int) bool {
	if doc.Tokens[plan].Dep == "acomp" {
		plan = doc.Tokens[plan].Head
	}
	if tag := doc.Tokens[plan].Tag; tag != "VBD" && tag != "VBN" {
		return false
	}
	contrasts := false
	for _, c := range doc.Children(plan) {
		child := doc.Tokens[c]
		contrasts = contrasts || child.Dep == "cc" && contrast[straight(child.Text)]
		if contrasts && child.Dep == "conj" && (child.Tag == "VBD" || hasAuxiliary(doc, c, "did") || child.Lemma == "do") {
			return true
		}
	}
	return false
}

// straight returns the text in lower case, with ' for ’.
func straight(text string) string { return strings.ReplaceAll(strings.ToLower(text), "’", "'") }

// hasAuxiliary reports whether one of the words is an auxiliary of token i.
func hasAuxiliary(doc *language.Document, i int, words ...string) bool {
	for _, c := range doc.Children(i) {
		child := doc.Tokens[c]
		if strings.HasPrefix(child.Dep, "aux") && slices.Contains(words, straight(child.Text)) {
			return true
		}
	}
	return false
}

// awaiting are words whose object comes after what they belong to: "ahead of talks".
var awaiting = lexicon.Class("before-event")

// eves are nouns of the day before.
var eves = lexicon.Class("eve")

// isAwaited reports whether a span dates an event that another is told of as before: "met on
// the eve of talks in Oslo on Monday", "spoke ahead of a summit on Friday".
func isAwaited(doc *language.Document, span language.Span) bool {
	const reach = 10 // words to look back; a judgement
	hasNoun := false
	start := max(doc.SentenceOf(span.Start).Start, span.Start-reach)
	for i := span.Start - 1; i >= start; i-- {
		t := doc.Tokens[i]
		word := strings.ToLower(t.Text)
		switch {
		case isVerb(t) && t.Dep != "prep" && t.Dep != "pcomp" || t.Tag == "," || strings.Contains(t.Text, "\n"):
			return false
		case eves[word] || awaiting[word]:
			return hasNoun
		case t.Tag == "NN" || t.Tag == "NNS":
			hasNoun = true
		}
	}
	return false
}
