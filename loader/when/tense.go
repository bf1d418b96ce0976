package when

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// tense tells whether the words around an expression speak of what was or of what
// is to come.
type tense int

const (
	unknownTense tense = iota
	past
	future
)

// ahead are words of which the complement is still to come: "plans to meet on
// Friday", "due in March".
var ahead = wordSet("plan", "schedule", "expect", "due", "set", "intend", "hope", "prepare", "aim", "slate", "want",
	"invite", "ask", "propose", "seek", "wait", "promise", "pledge", "vow", "urge", "likely", "ready", "poised",
	"upcoming", "forthcoming", "payable", "effective", "expire", "begin", "deadline", "agree", "about", "bind",
	"anticipate", "predict", "forecast", "project", "await", "mature", "postpone", "delay", "adjourn")

// reporting are verbs in the present tense that tell of what was said.
var reporting = wordSet("say", "tell", "report", "announce", "write", "add", "note", "show", "suggest", "state")

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// tenseOf gives the tense of the clause that a span of tokens stands in: that of
// the first word up the tree which has one.
func tenseOf(doc *language.Document, span language.Span) tense {
	at := headOf(doc, span)
	if t := clauseTense(doc, at); t != unknownTense {
		return t
	}
	for at := range doc.Ancestors(at) {
		if t := clauseTense(doc, at); t != unknownTense {
			return t
		}
	}
	return unknownTense
}

// headOf gives the token of a span whose head is outside.
func headOf(doc *language.Document, span language.Span) int {
	for i := span.Start; i < span.End; i++ {
		if h := doc.Tokens[i].Head; h < span.Start || h >= span.End || h == i {
			return i
		}
	}
	return span.Start
}

// clauseTense gives the tense that a token alone tells.
func clauseTense(doc *language.Document, i int) tense {
	t := doc.Tokens[i]
	if ahead[t.Lemma] && !isPastVerb(doc, i) {
		return future
	}
	switch t.Tag {
	case "VBD":
		return past
	case "VBN":
		return participleTense(doc, i)
	case "VBG":
		return gerundTense(doc, i)
	case "VBZ", "VBP":
		return presentTense(doc, i)
	case "VB":
		return infinitiveTense(doc, i)
	}
	return unknownTense
}

// isPastVerb is true for a verb in the past that is not about what was to come:
// "agreed", but not "was scheduled".
func isPastVerb(doc *language.Document, i int) bool {
	return doc.Tokens[i].Tag == "VBD" || doc.Tokens[i].Tag == "VBN" && hasChild(doc, i, "have", "had", "has", "'ve")
}

// participleTense reads "has met", "was met", "will be met".
func participleTense(doc *language.Document, i int) tense {
	switch {
	case hasChild(doc, i, "will", "'ll", "wo", "shall", "would", "may", "might", "could", "can", "should", "must", "to"):
		if hasChild(doc, i, "have") {
			return past
		}
		return future
	}
	return past
}

// gerundTense reads "is meeting on Friday": what is arranged, while "was meeting"
// is past and "after meeting" has no tense of its own.
func gerundTense(doc *language.Document, i int) tense {
	switch {
	case hasChild(doc, i, "was", "were", "been"):
		return past
	case hasChild(doc, i, "is", "are", "am", "'s", "'re", "'m", "will", "'ll", "would"):
		return future
	}
	return unknownTense
}

func presentTense(doc *language.Document, i int) tense {
	t := doc.Tokens[i]
	if reporting[t.Lemma] {
		return past
	}
	if t.Lemma == "have" {
		return unknownTense
	}
	if t.Lemma == "be" {
		return unknownTense
	}
	return future
}

// infinitiveTense reads "will meet", "did not meet" and "to meet".
func infinitiveTense(doc *language.Document, i int) tense {
	switch {
	case hasChild(doc, i, "will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can", "ca", "should", "must"):
		return future
	case hasChild(doc, i, "did"):
		return past
	case hasChild(doc, i, "do", "does"):
		return unknownTense
	case hasChild(doc, i, "to"):
		return toTense(doc, i)
	}
	return unknownTense
}

// toTense reads "is to meet" and "plans to meet"; "failed to meet" is as past as
// the verb that it depends on.
func toTense(doc *language.Document, i int) tense {
	h := doc.Tokens[i].Head
	if h == i {
		return future
	}
	governor := doc.Tokens[h]
	switch {
	case ahead[governor.Lemma]:
		return future
	case governor.Lemma == "be" || governor.Tag == "VBZ" || governor.Tag == "VBP":
		return future
	case governor.Lemma == "go":
		return future
	}
	return unknownTense
}

// hasChild is true where a token depends on token i that is one of some words.
func hasChild(doc *language.Document, i int, words ...string) bool {
	for _, c := range doc.Children(i) {
		if slices.Contains(words, strings.ToLower(doc.Tokens[c].Text)) {
			return true
		}
	}
	return false
}
