package grammar

import "slices"

// objectReader finds to whom or what a verb is done.
type objectReader struct{ subjectReader }

// objects returns to whom or what a verb is done: its objects, and in the passive its
// surface subject.
func (r objectReader) objects(verb int) []Argument {
	var found []Argument
	if IsPassive(r.Parse, verb) {
		found = withVia(r.surface(verb, 0), ByPassive)
	}
	for _, object := range r.directObjects(verb) {
		found = append(found, r.phrase(object, 0)...)
	}
	if len(found) == 0 {
		found = r.relativeObject(verb)
	}
	if len(found) == 0 {
		found = r.objectOfInfinitive(verb)
	}
	if _, equal := readAsApposition(r.Parse, verb); len(found) == 0 && equal >= 0 {
		return r.phrase(equal, ByRelative|ByRepair)
	}
	return found
}

// directObjects returns the objects of a verb itself. Of one phrase that the parser took
// for several, it is the last; of two phrases it is the second ("told Lim a lie").
func (r objectReader) directObjects(verb int) []int {
	objects := r.unbroken(r.Children(verb, "dobj"))
	if len(objects) == 0 {
		return r.objectInTime(verb)
	}
	if len(objects) == 2 && r.Child(verb, "dative") < 0 {
		return objects[1:]
	}
	if name := r.nameInTime(objects[len(objects)-1], verb); name >= 0 {
		return []int{name}
	}
	return objects
}

// objectInTime returns the object that the parser took for a part of the time after it:
// Okoro in "see Okoro tomorrow".
func (r objectReader) objectInTime(verb int) []int {
	for _, time := range r.Children(verb, "npadvmod") {
		if name := r.nameInTime(time, verb); name >= 0 {
			return []int{name}
		}
	}
	return nil
}

// nameInTime returns the name right after a verb that the parser took for a part of a time:
// Okoro in "texted Okoro minutes later"; -1 for none.
func (r objectReader) nameInTime(time, verb int) int {
	name := r.Child(time, "compound")
	if name < 0 || !IsProperNoun(r.Parse, name) || isTime(r.Parse, name) || !isTime(r.Parse, time) {
		return -1
	}
	if first, _ := r.Subtree(name); first != verb+1 {
		return -1
	}
	return name
}

// indirectObjects returns whom something is given to, without a preposition.
func (r objectReader) indirectObjects(verb int) []Argument {
	var found []Argument
	for _, object := range r.Children(verb, "dative") {
		if r.Tokens[object].POS != "ADP" {
			found = append(found, r.phrase(object, 0)...)
		}
	}
	if objects := r.unbroken(r.Children(verb, "dobj")); len(found) == 0 && len(objects) == 2 {
		return r.phrase(objects[0], ByRepair)
	}
	return found
}

// relativeObject returns the antecedent of a relative clause that has a subject of its
// own and lacks an object: "the man Lim met".
func (r objectReader) relativeObject(verb int) []Argument {
	if r.Dep(verb) != "relcl" {
		return nil
	}
	own := false
	for _, child := range r.Children(verb) {
		switch {
		case r.Dep(child) == "nsubj" && !isRelativePronoun(r.Parse, child):
			own = true
		case r.Tag(child) == "WRB" || slices.ContainsFunc(r.Children(child), func(c int) bool { return isRelativePronoun(r.Parse, c) }):
			return nil // "the day when Lim met", "with whom Lim spoke"
		}
	}
	if !own {
		return nil
	}
	antecedent := r.equated(r.Head(verb))
	return []Argument{{Token: antecedent, First: antecedent, Via: ByRelative}}
}

// objectOfInfinitive returns the object that the parser took for the subject of an
// infinitive: Okoro in "phoned Okoro to remind him".
func (r objectReader) objectOfInfinitive(verb int) []Argument {
	for _, clause := range r.Children(verb, "ccomp", "xcomp", "advcl") {
		if clause < verb || r.Tag(clause) != "VB" || !r.HasChild(clause, "to") && r.Lemma(verb) != "let" {
			continue
		}
		if subject := r.Child(clause, "nsubj"); subject > verb && r.Child(clause, "mark") < 0 {
			return r.phrase(subject, ByRepair)
		}
	}
	return nil
}

// unbroken returns noun phrases without those that stand right before the next: the
// parser took one phrase, "Chadian Prime Minister Ada Lim", for several.
func (r objectReader) unbroken(phrases []int) []int {
	var whole []int
	for i, phrase := range phrases {
		if i+1 < len(phrases) {
			first, _ := r.Subtree(phrases[i+1])
			if first == phrase+1 && r.IsNoun(phrase) && IsProperNoun(r.Parse, phrases[i+1]) && (r.isPerson == nil || !r.isPerson(phrase)) {
				continue
			}
		}
		whole = append(whole, phrase)
	}
	return whole
}
