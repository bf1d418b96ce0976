package what

import (
	"slices"

	"dateline/graph"
)

// sourcesOf returns on whose word the article reports a contact: the speaker of the
// quotation that it stands in, the subject of the verb of speech that governs it,
// or those after "according to"; the person who speaks for a body rather than it.
func (r *reading) sourcesOf(c *contact) []int {
	sources := r.toldBy(c)
	if len(sources) == 0 && c.means == graph.MeansMessage {
		sources = r.publishers()
	}
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

// speakersOf returns all whom a verb of speech has as speakers; the parties of the
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
		if written[r.lemma(subject)] {
			if media := r.mediaOf(subject); len(media) > 0 {
				return media
			}
		}
	}
	if speaker := r.speakerOf(speech); speaker >= 0 {
		return []int{speaker}
	}
	return r.speakersBeside(speech)
}

// mediaOf returns the medium that a report is from or by.
func (r *reading) mediaOf(report int) []int {
	for _, objects := range r.objectsOf(report, "from", "by", "in") {
		if m, ok := r.cast.At(objects[0]); ok && r.isMedium(m.Member) {
			return []int{m.Member}
		}
	}
	return nil
}

// speakersBeside returns whom the phrase names that ends right before a verb of speech
// to which the parser gave no subject: "an official who knows the plan said".
func (r *reading) speakersBeside(speech int) []int {
	if speech == 0 || r.child(speech, "nsubj", "nsubjpass", "auxpass") >= 0 || r.doc.Tokens[speech].Tag == "VB" || r.doc.Tokens[speech].Tag == "VBG" {
		return nil
	}
	for i := speech - 1; i >= r.segment(speech).Start && speech-i < maxPhrase; i-- {
		if _, end := r.doc.Subtree(i); end != speech || !r.isNoun(i) || r.dep(i) == "pobj" || r.dep(i) == "dobj" || r.quoteAt[i] >= 0 {
			continue
		}
		if members := r.speakers(i); len(members) > 0 {
			return members
		}
	}
	return nil
}

// publishers returns the body that made public the writings that the article reads
// from: "emails released by A", "A published the cables". Nil where there is none.
func (r *reading) publishers() []int {
	if r.publishing != nil {
		return *r.publishing
	}
	var found []int
	for i := range r.doc.Tokens {
		if !r.isVerb(i) || !publishing[r.lemma(i)] || r.quoteAt[i] >= 0 || !r.isOfWritings(i) {
			continue
		}
		for _, member := range r.partiesWithMedia(r.subjects(i)) {
			m := r.member(member)
			if m.Kind == graph.KindOrganization && !m.Nominal && (m.OrganizationKind == graph.OrganizationOther || m.OrganizationKind == graph.OrganizationMedia) {
				found = []int{member}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	r.publishing = &found
	return found
}

// partiesWithMedia returns the members of phrases, media included.
func (r *reading) partiesWithMedia(tokens []int) []int {
	var found []int
	for _, token := range tokens {
		if m, ok := r.cast.At(token); ok && m.Form == graph.MentionName {
			found = append(found, m.Member)
		}
	}
	return found
}

// isOfWritings reports whether a verb is done to emails or the like, or they are what
// it qualifies.
func (r *reading) isOfWritings(verb int) bool {
	objects := r.children(verb, "dobj", "nsubjpass")
	if r.dep(verb) == "acl" || r.dep(verb) == "relcl" {
		objects = append(objects, r.head(verb))
	}
	for _, object := range objects {
		for _, inner := range append(r.objectsOf(object, "of"), []int{object}) {
			if leaked[r.lemma(inner[0])] {
				return true
			}
		}
	}
	return false
}

var (
	publishing = set("release publish leak post obtain unearth dump hack disclose")
	leaked     = set("email cable document message memo letter transcript file thread correspondence")
)

// isBothSides reports whether a phrase is of two bodies together: "the two
// governments", "both ministries".
func (r *reading) isBothSides(token int) bool {
	return r.doc.Tokens[token].Tag == "NNS" && bodies[r.lemma(token)] && r.hasChild(token, "two", "both")
}

// bodies are nouns of those that speak for a state.
var bodies = set("side government ministry party office delegation country state nation capital leader president minister premier")

// governingSpeaker returns the speaker of the nearest verb of speech whose content
// a token is in, -1 for none.
func (r *reading) governingSpeaker(trigger int) int {
	if speech := r.governingSpeech(trigger); speech >= 0 {
		if speaker := r.speakerOf(speech); speaker >= 0 {
			return speaker
		}
		if beside := r.speakersBeside(speech); len(beside) > 0 {
			return beside[0]
		}
	}
	return -1
}

// governingSpeech returns the nearest verb of speech that has a speaker and whose
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

// hasSpeaker reports whether it can be told whose words a verb of speech gives.
func (r *reading) hasSpeaker(speech int) bool {
	return r.speakerOf(speech) >= 0 || len(r.speakersBeside(speech)) > 0 || slices.ContainsFunc(r.subjects(speech), r.isBothSides)
}

// isContent reports whether a clause is what a verb of speech says.
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

// isAside reports whether a verb of speech is a comment on its sentence: "Lim said"
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

// accordingTo returns those after "according to" in the sentence of a token.
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
			if written[r.lemma(object)] && r.isDefinite(object) {
				return r.lastSource(span.Start)
			}
		}
	}
	return nil
}

// lastSource returns who is the source of what the sentences right before a token
// report, whose statement "the statement" then is; nil for none within two.
func (r *reading) lastSource(before int) []int {
	for i := before - 1; i >= 0 && r.doc.Tokens[before].Sentence-r.doc.Tokens[i].Sentence <= 2; i-- {
		if r.quoteAt[i] < 0 && r.isSpeech(i) {
			if speaker := r.speakerOf(i); speaker >= 0 {
				return []int{speaker}
			}
		}
	}
	return nil
}
