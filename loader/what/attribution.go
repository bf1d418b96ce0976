package what

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
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
	if q := r.marks.At(c.trigger); q >= 0 && r.quotes[q].speaker >= 0 {
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
	for _, subject := range r.doers(speech) {
		members := r.speakers(subject)
		if r.isBothSides(subject) {
			if len(members) < 2 {
				members = c.all()
			}
			return slices.Clone(members)
		}
		if written[r.Lemma(subject)] {
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
	for _, objects := range r.ObjectsOf(report, "from", "by", "in") {
		if m, ok := r.cast.At(objects[0]); ok && r.isMedium(m.Member) {
			return []int{m.Member}
		}
	}
	return nil
}

// speakersBeside returns whom the phrase names that ends right before a verb of speech
// to which the parser gave no subject: "an official who knows the plan said".
func (r *reading) speakersBeside(speech int) []int {
	if speech == 0 || r.Child(speech, "nsubj", "nsubjpass", "auxpass") >= 0 || r.Tag(speech) == "VB" || r.Tag(speech) == "VBG" {
		return nil
	}
	for i := speech - 1; i >= r.Segment(speech).Start && speech-i < maxPhrase; i-- {
		if _, end := r.Subtree(i); end != speech || !r.IsNoun(i) || r.Dep(i) == "pobj" || r.Dep(i) == "dobj" || r.marks.At(i) >= 0 {
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
	for i := range r.Tokens {
		if !r.IsVerb(i) || !publishing[r.Lemma(i)] || r.marks.At(i) >= 0 || !r.isOfWritings(i) {
			continue
		}
		for _, member := range r.partiesWithMedia(r.doers(i)) {
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
	objects := r.Children(verb, "dobj", "nsubjpass")
	if r.Dep(verb) == "acl" || r.Dep(verb) == "relcl" {
		objects = append(objects, r.Head(verb))
	}
	for _, object := range objects {
		for _, inner := range append(r.ObjectsOf(object, "of"), []int{object}) {
			if leaked[r.Lemma(inner[0])] {
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
	return r.Tag(token) == "NNS" && bodies[r.Lemma(token)] && r.HasChild(token, "two", "both")
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
	for ancestor := range r.Ancestors(trigger) {
		if grammar.IsSpeech(r.Parse, ancestor) && grammar.IsContent(r.Parse, below, ancestor) && r.hasSpeaker(ancestor) {
			return ancestor
		}
		if r.IsVerb(ancestor) {
			// "Talks were held, Lim said": the verb of speech is the inner one.
			for _, aside := range r.Children(ancestor, "parataxis", "advcl", "ccomp") {
				if grammar.IsSpeech(r.Parse, aside) && grammar.IsAside(r.Parse, aside, trigger) && r.hasSpeaker(aside) {
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
	return r.speakerOf(speech) >= 0 || len(r.speakersBeside(speech)) > 0 || slices.ContainsFunc(r.doers(speech), r.isBothSides)
}

// accordingTo returns those after "according to" in the sentence of a token.
func (r *reading) accordingTo(trigger int) []int {
	span := r.Segment(trigger)
	for i := span.Start; i+1 < span.End; i++ {
		if r.Lower(i) != "according" || r.Lower(i+1) != "to" {
			continue
		}
		for _, object := range r.Children(i+1, "pobj") {
			if members := r.speakers(object); len(members) > 0 {
				return slices.Clip(members[:1])
			}
			if written[r.Lemma(object)] && grammar.IsDefinite(r.Parse, object) {
				return r.lastSource(span.Start)
			}
		}
	}
	return nil
}

// lastSource returns who is the source of what the sentences right before a token
// report, whose statement "the statement" then is; nil for none within two.
func (r *reading) lastSource(before int) []int {
	for i := before - 1; i >= 0 && r.Tokens[before].Sentence-r.Tokens[i].Sentence <= 2; i-- {
		if r.marks.At(i) < 0 && grammar.IsSpeech(r.Parse, i) {
			if speaker := r.speakerOf(i); speaker >= 0 {
				return []int{speaker}
			}
		}
	}
	return nil
}
