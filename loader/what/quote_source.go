package what

// maxControl is how many verbs up a participle or an infinitive can take its
// subject from.
const maxControl = 6

// holderOf returns the head of the phrase that is the subject of a verb, or that a
// verb without one takes from what governs it; -1 for none.
func (r *reading) holderOf(i int) int {
	for range maxControl {
		if subject := r.grammarSubject(i); subject >= 0 {
			return subject
		}
		head := r.head(i)
		if head == i {
			return -1
		}
		switch r.dep(i) {
		case "conj", "advcl", "xcomp", "parataxis", "dep":
			if !r.isVerb(head) && r.dep(i) != "conj" && !r.isVerbal(head) {
				return -1
			}
			if r.dep(i) == "xcomp" || r.dep(i) == "advcl" {
				if object := r.child(head, "dobj"); object >= 0 && controlsObject[r.lemma(head)] && r.dep(i) == "xcomp" {
					return object
				}
			}
			i = head
		case "ccomp":
			if r.doc.Tokens[i].Tag != "VBG" && r.doc.Tokens[i].Tag != "VB" {
				return -1
			}
			i = head
		case "acl", "relcl":
			return r.holderOfNoun(head)
		case "pcomp":
			preposition := head
			head = r.head(preposition)
			if r.isNoun(head) {
				return r.holderOfNoun(head)
			}
			i = head
		default:
			return -1
		}
	}
	return -1
}

// holderOfNoun returns whose a statement, a plan or an effort is: its possessor, else
// the subject of the verb that it is the object of, else itself.
func (r *reading) holderOfNoun(noun int) int {
	if owner := r.child(noun, "poss"); owner >= 0 {
		return owner
	}
	if r.dep(noun) == "dobj" && r.isVerb(r.head(noun)) {
		if subject := r.grammarSubject(r.head(noun)); subject >= 0 {
			return subject
		}
	}
	return noun
}

// grammarSubject returns the subject that a verb has of its own, -1 for none.
func (r *reading) grammarSubject(i int) int { return r.child(i, "nsubj", "nsubjpass") }

// phraseOf returns the noun phrase of a source, without what hangs on it that holds
// the cue.
func (r *reading) phraseOf(holder, cue int) tokens {
	var without []int
	for _, child := range r.doc.Children(holder) {
		if first, last := r.doc.Subtree(child); cue >= first && cue < last {
			without = append(without, child)
		}
	}
	return r.below(holder, without...)
}
