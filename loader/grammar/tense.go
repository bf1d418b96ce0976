package grammar

import "strings"

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
