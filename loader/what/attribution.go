package what

import "slices"

// sourcesOf gives on whose word the article reports a contact: the speaker of the
// quotation that it stands in, the subject of the verb of speech that governs it,
// or those after "according to".
func (r *reading) sourcesOf(c *contact) []int {
	if q := r.quoteAt[c.trigger]; q >= 0 && r.quotes[q].speaker >= 0 {
		return []int{r.quotes[q].speaker}
	}
	if speaker := r.governingSpeaker(c.trigger); speaker >= 0 {
		return []int{speaker}
	}
	return r.accordingTo(c.trigger)
}

// governingSpeaker gives the speaker of the nearest verb of speech whose content
// a token is in, -1 for none.
func (r *reading) governingSpeaker(trigger int) int {
	below := trigger
	for ancestor := range r.doc.Ancestors(trigger) {
		if r.isSpeech(ancestor) && r.isContent(below, ancestor) {
			if speaker := r.speakerOf(ancestor); speaker >= 0 {
				return speaker
			}
		}
		if r.isVerb(ancestor) {
			// "Talks were held, Lim said": the verb of speech is the inner one.
			for _, aside := range r.children(ancestor, "parataxis", "advcl", "ccomp") {
				if r.isSpeech(aside) && r.isAside(aside, trigger) {
					if speaker := r.speakerOf(aside); speaker >= 0 {
						return speaker
					}
				}
			}
		}
		below = ancestor
	}
	return -1
}

// isContent tells whether a clause is what a verb of speech says.
func (r *reading) isContent(clause, speech int) bool {
	switch r.dep(clause) {
	case "ccomp", "parataxis", "acl":
		return true
	case "xcomp":
		return r.lemma(speech) == "claim" || r.lemma(speech) == "promise"
	case "dobj":
		return nominalSpeech[r.lemma(speech)]
	}
	return false
}

// nominalSpeech are verbs of speech that take what they tell of as an object:
// "confirmed a meeting".
var nominalSpeech = set("confirm deny announce acknowledge reveal admit disclose report describe")

// isAside tells whether a verb of speech is a comment on its sentence: "Lim said"
// at its end, "as Lim said".
func (r *reading) isAside(speech, trigger int) bool {
	if r.covers(speech, trigger) {
		return false
	}
	if r.dep(speech) == "parataxis" {
		return true
	}
	if r.child(speech, "ccomp", "dobj") >= 0 {
		return false
	}
	return r.dep(speech) == "ccomp" && r.child(speech, "nsubj") >= 0 && r.child(speech, "mark") < 0 || r.hasChild(speech, "as")
}

// accordingTo gives those after "according to" in the sentence of a token.
func (r *reading) accordingTo(trigger int) []int {
	span := r.segment(trigger)
	for i := span.Start; i+1 < span.End; i++ {
		if r.lower(i) != "according" || r.lower(i+1) != "to" {
			continue
		}
		for _, object := range r.children(i+1, "pobj") {
			if members := r.speakers(object); len(members) > 0 {
				return slices.Clip(members[:1])
			}
		}
	}
	return nil
}
