package grammar

import (
	"slices"
	"strings"
)

// IsPast reports whether a verb is in a past tense or a perfect; false for -1.
func IsPast(p *Parse, verb int) bool {
	if verb < 0 {
		return false
	}
	if tag := p.Tag(verb); tag == "VBD" {
		return true
	}
	for _, child := range p.Children(verb, "aux", "auxpass") {
		if p.Tag(child) == "VBD" || strings.HasPrefix(p.Lower(child), "ha") {
			return true
		}
	}
	return false
}

// IsIndicative reports whether a complement clause has a finite verb: "said that the
// call had gone well", not "suggested that he call".
func IsIndicative(p *Parse, clause int) bool {
	if p.Dep(clause) != "ccomp" || !p.IsVerb(clause) {
		return false
	}
	switch p.Tag(clause) {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for _, child := range p.Children(clause, "aux", "auxpass") {
		if tag := p.Tag(child); tag == "VBD" || tag == "VBZ" || tag == "VBP" {
			return true
		}
	}
	return false
}

// IsGoingTo reports whether a verb is the infinitive of "is going to", "is to" or
// "is about to".
func IsGoingTo(p *Parse, i int) bool {
	head := p.Head(i)
	if head == i || p.Dep(i) != "xcomp" || p.Tag(i) != "VB" {
		return false
	}
	return p.Lemma(head) == "be" || p.Lemma(head) == "go" && p.Tag(head) == "VBG" || p.Lower(head) == "about"
}

// IsPastPlan reports whether a verb is the infinitive of "was to have": "was to have met
// Okoro".
func IsPastPlan(p *Parse, i int) bool {
	return p.Dep(i) == "xcomp" && p.Lemma(p.Head(i)) == "be" && p.Tag(i) == "VBN" && p.HasChild(i, "to") && p.HasChild(i, "have")
}

// IsPerfect reports whether a verb is in the past perfect: "had planned".
func IsPerfect(p *Parse, verb int) bool {
	return p.HasChild(verb, "had", "'d") && p.Tag(verb) == "VBN"
}

// IsFuture reports whether a verb tells of what is to come: "will last", "is to last",
// "is going to last".
func IsFuture(p *Parse, verb int) bool {
	return IsGoingTo(p, verb) || slices.ContainsFunc(p.Children(verb, "aux"), func(aux int) bool { return futureAuxiliaries[p.Lower(aux)] })
}

// IsReportedFuture reports whether the "would" of a verb is a "will" in reported
// speech: "Lim announced that he would meet Okoro".
func IsReportedFuture(p *Parse, verb int) bool {
	speech := p.Head(verb)
	if p.Dep(verb) != "ccomp" || speech == verb || !IsSpeech(p, speech) || p.HasChild(verb, "if", "have") || p.HasChild(speech, "if") {
		return false
	}
	for _, clause := range p.Children(verb, "advcl") {
		if p.HasChild(clause, "if", "unless") {
			return false
		}
	}
	return p.Tag(speech) == "VBD" || p.Tag(speech) == "VBN"
}

// IsToldFuture reports whether the "would" of a main clause is a "will" in a report that
// goes on: "He would also meet Okoro." It is none with a condition, or in a clause that
// depends on another.
func IsToldFuture(p *Parse, verb int) bool {
	if p.Dep(verb) != "ROOT" || p.HasChild(verb, "if", "have", "rather") || p.Child(verb, "nsubj") < 0 {
		return false
	}
	return !slices.ContainsFunc(p.Children(verb, "advcl", "prep"), func(child int) bool {
		return p.HasChild(child, "if", "unless") || IsUnreal(p, child) || p.Lower(child) == "without"
	})
}

// IsHabit reports whether the "would" of a verb is one of habit: "at times he would
// meet Okoro".
func IsHabit(p *Parse, verb int) bool {
	for _, child := range p.Children(verb) {
		if habitual[p.Lower(child)] {
			return true
		}
		switch p.Lower(child) {
		case "at", "on":
			if object := p.Child(child, "pobj"); object >= 0 && habitTimes[p.Lower(object)] {
				return true
			}
		}
	}
	return false
}
