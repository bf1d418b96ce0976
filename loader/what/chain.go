package what

import (
	"slices"

	"dateline/graph"
)

// link is one word of a chain: a word that governs a trigger, and through which
// of its children it does.
type link struct {
	token int
	from  int
}

// chain returns the words that govern a trigger as what they are about, from the
// inside out: "denied" and "planned" for the meeting in "denied that he planned
// to meet B", nothing for "refused to comment after a meeting with B".
func (r *reading) chain(trigger int) []link {
	var links []link
	i := trigger
	for range 2 * maxClimb {
		if twin := r.infinitiveBefore(i); twin >= 0 {
			i = twin
		}
		head := r.head(i)
		if head == i || !r.passesOn(i, head) || r.isMedialSetting(i, head) {
			break
		}
		links = append(links, link{head, i})
		i = head
	}
	return links
}

// reports are nouns of what is said, which can be denied or confirmed with all it says.
var reports = set("report claim allegation rumor rumour story suggestion accusation statement")

// outcomes are nouns of what talks come to.
var outcomes = set("deal agreement accord truce progress breakthrough compromise settlement pact")

// isMedialSetting reports whether a preposition only says in what writing something
// was said, or in what talks it came about: "asked for help in a letter to B", "agreed
// on a deal in talks with B".
func (r *reading) isMedialSetting(preposition, head int) bool {
	if r.dep(preposition) != "prep" || !r.isNoun(head) {
		return false
	}
	switch r.lower(preposition) {
	case "in", "via", "by", "through":
		object := r.child(preposition, "pobj")
		return object >= 0 && nounOf[r.lemma(object)] != nil && (nounOf[r.lemma(object)].means == graph.MeansMessage || outcomes[r.lemma(head)])
	}
	return false
}

// passesOn reports whether what is said of head is said of its child i too.
func (r *reading) passesOn(i, head int) bool {
	switch r.dep(i) {
	case "nsubj":
		return r.isVerb(head)
	case "compound":
		return true
	case "relcl", "poss", "appos", "npadvmod", "nmod", "amod":
		return false
	case "advcl":
		return r.doc.Tokens[i].Tag == "VB" && r.hasChild(i, "to")
	case "acl":
		return r.doc.Tokens[i].Tag == "VB" || r.isSpeech(i) && reports[r.lemma(head)]
	case "prep", "agent":
		if r.lower(i) == "by" && r.child(i, "pcomp") >= 0 && r.isVerb(head) && r.hasModalAbove(i) {
			return true
		}
		return !r.isVerb(head) || r.isComplement(i, head) || r.lower(i) == "for" && r.isTravel(head)
	case "pcomp":
		if r.lower(head) == "by" && r.hasModalAbove(head) {
			return true // "could help by telling B"
		}
		return r.dep(head) != "prep" || !r.isVerb(r.head(head)) || r.isComplement(head, r.head(head))
	}
	return true
}

// hasModalAbove reports whether the verb that a preposition belongs to is under a modal.
func (r *reading) hasModalAbove(preposition int) bool {
	return slices.ContainsFunc(r.children(r.head(preposition), "aux"), func(aux int) bool { return r.doc.Tokens[aux].Tag == "MD" })
}

// isTravel reports whether a verb says where somebody goes or is, so that "for talks"
// is why.
func (r *reading) isTravel(verb int) bool { return travel[r.lemma(verb)] }

var travel = set("fly travel go come arrive head return be visit stop gather convene assemble depart leave land sit reconvene")

// isComplement reports whether a prepositional phrase is what a verb is about:
// "called for talks", "agreed on a meeting", not "asked in a letter".
func (r *reading) isComplement(preposition, verb int) bool {
	return complements[r.lemma(verb)+" "+r.lower(preposition)]
}

// complements are verbs with the preposition before what they are about.
var complements = set2("call for", "pave for", "open for", "open to", "clear for", "set for", "fix for", "schedule for", "press for", "push for", "appeal for", "ask for", "plan for", "plan on", "prepare for", "agree to", "agree on",
	"insist on", "decide on", "decide against", "speculate about", "hint at", "wait for", "hope for", "aim for", "wish for", "look to",
	"look for", "opt for", "vote for", "refrain from", "abstain from", "back from", "pull out", "withdraw from", "object to", "rule out",
	"succeed in", "warn against", "plead for", "beg for", "strive for", "work on", "dream of", "think of", "consent to", "commit to")

func set2(phrases ...string) map[string]bool {
	index := map[string]bool{}
	for _, phrase := range phrases {
		index[phrase] = true
	}
	return index
}

// infinitiveBefore returns the infinitive that a base form is really joined to,
// where the parser joined it to a verb in the past: "was due to lay flowers, talk
// to B and meet C"; -1 for other verbs.
func (r *reading) infinitiveBefore(verb int) int {
	tag := r.doc.Tokens[verb].Tag
	if !r.isVerb(verb) || r.dep(verb) != "conj" || tag != "VB" && tag != "VBP" || r.child(verb, "nsubj", "nsubjpass", "aux") >= 0 {
		return -1
	}
	headTag := r.doc.Tokens[r.head(verb)].Tag
	if headTag != "VBD" && headTag != "VBN" {
		return -1
	}
	for i := verb - 1; i >= r.doc.SentenceOf(verb).Start; i-- {
		if r.doc.Tokens[i].Tag == "VB" && r.hasChild(i, "to") {
			return i
		}
	}
	return -1
}
