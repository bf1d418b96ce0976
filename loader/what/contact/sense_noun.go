package contact

import (
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// isOtherSense reports whether a contact noun means something else here: "contact lens",
// "news conference", "a call for calm", "in the meeting room".
func isOtherSense(a *evidence.Article, i int) bool {
	if dep := a.Dep(i); (dep == "compound" || dep == "nmod") && mechanical[a.Lemma(a.Head(i))] {
		return true
	}
	lemma := a.Lemma(i)
	for _, child := range a.Children(i) {
		if pressUse[a.Lower(child)] && a.Dep(child) == "compound" && a.Lower(child) != "contract" && a.Lower(child) != "debate" && !(lemma == "call" && a.Lower(child) == "conference") {
			return true
		}
	}
	if lemma == "message" && isSignal(a, i) {
		return true
	}
	if lemma == "exchange" && a.Lower(a.Head(i)) == "in" && a.Child(i, "det", "poss", "amod") < 0 {
		return true // "in exchange for"
	}
	switch lemma {
	case "call":
		if a.HasChild(i, "for") {
			return true
		}
	case "cable":
		if wire := a.Child(i, "compound"); wire >= 0 && wires[a.Lower(wire)] {
			return true
		}
	case "touch":
		return a.Lower(a.Head(i)) != "in" || !grammar.IsBare(a.Parse, i)
	case "phone":
		return a.Lower(a.Head(i)) != "on" && a.Lower(a.Head(i)) != "off" || !a.HasChild(i, "the")
	case "word":
		return a.Dep(i) != "dobj" || a.Lemma(a.Head(i)) != "have" || !a.HasChild(i, "a", "some", "few")
	case "conference":
		return !a.HasChild(i, "video", "telephone", "phone")
	}
	if lemma == "talk" && a.Tag(i) == "NN" && len(a.ObjectsOf(i, "with", "between")) == 0 {
		return true // "talk of a deal"
	}
	return false
}

// isSignal reports whether a message is what some conduct shows, not words: "sent a clear
// message".
func isSignal(a *evidence.Article, i int) bool {
	for _, child := range a.Children(i, "amod") {
		switch a.Lower(child) {
		case "clear", "strong", "unmistakable", "powerful", "positive", "simple", "mixed", "wrong", "right", "central", "core":
			return true
		}
	}
	return false
}
