package what

import "slices"

// sourcesOf gives on whose word the article reports a contact: the speaker of the
// quotation that it stands in, the subject of the verb of speech that governs it,
// or those after "according to"; the person who speaks for a body rather than it.
func (r *reading) sourcesOf(c *contact) []int {
	sources := r.toldBy(c)
	if len(sources) != 1 {
		return sources
	}
	if speaker := r.spokespersonOf(sources[0], c.trigger); speaker >= 0 {
		return []int{speaker}
	}
	return sources
}

func (r *reading) toldBy(c *contact) []int {
	if q := r.quoteAt[c.trigger]; q >= 0 && r.quotes[q].speaker >= 0 {
		return []int{r.quotes[q].speaker}
	}
	if speech := r.governingSpeech(c.trigger); speech >= 0 {
		return r.speakersOf(speech, c)
	}
	return r.accordingTo(c.trigger)
}

// speakersOf gives all whom a verb of speech has as speakers; the parties of the
// contact where they are "the two sides" and the article names no others.
func (r *reading) speakersOf(speech int, c *contact) []int {
	for _, subject := range r.subjects(speech) {
		members := r.speakers(subject)
		if r.isBothSides(subject) {
			if len(members) < 2 {
				members = c.all()
			}
			return slices.Clone(members)
		}
	}
	return []int{r.speakerOf(speech)}
}

// isBothSides tells whether a phrase is of two bodies together: "the two
// governments", "both ministries".
func (r *reading) isBothSides(token int) bool {
	return r.doc.Tokens[token].Tag == "NNS" && bodies[r.lemma(token)] && r.hasChild(token, "two", "both")
}

// bodies are nouns of those that speak for a state.
var bodies = set("side government ministry party office delegation country state nation capital leader president minister premier")

// governingSpeaker gives the speaker of the nearest verb of speech whose content
// a token is in, -1 for none.
func (r *reading) governingSpeaker(trigger int) int {
	if speech := r.governingSpeech(trigger); speech >= 0 {
		return r.speakerOf(speech)
	}
	return -1
}

// governingSpeech gives the nearest verb of speech that has a speaker and whose
// content a token is in, -1 for none.
func (r *reading) governingSpeech(trigger int) int {
	below := trigger
	for ancestor := range r.doc.Ancestors(trigger) {
		if r.isSpeech(ancestor) && r.isContent(below, ancestor) && r.hasSpeaker(ancestor) {
			return ancestor
		}
		if r.isVerb(ancestor) {
			// "Talks were held, Lim said": the verb of speech is the inner one.
			for _, aside := range r.children(ancestor, "parataxis", "advcl", "ccomp") {
				if r.isSpeech(aside) && r.isAside(aside, trigger) && r.hasSpeaker(aside) {
					return aside
				}
			}
		}
		below = ancestor
	}
	return -1
}

// hasSpeaker tells whether it can be told whose words a verb of speech gives.
func (r *reading) hasSpeaker(speech int) bool {
	return r.speakerOf(speech) >= 0 || slices.ContainsFunc(r.subjects(speech), r.isBothSides)
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
	if r.child(speech, "ccomp", "dobj", "xcomp") >= 0 {
		return false // "as Lim went on to ask for aid"
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
