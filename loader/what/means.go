package what

import "dateline/graph"

// meansWords tell the means of a contact whose trigger leaves it open.
var meansWords = map[string]graph.Means{
	"phone": graph.MeansCall, "telephone": graph.MeansCall, "call": graph.MeansCall, "video": graph.MeansCall, "zoom": graph.MeansCall,
	"videoconference": graph.MeansCall, "hotline": graph.MeansCall, "teleconference": graph.MeansCall, "videolink": graph.MeansCall,
	"letter": graph.MeansMessage, "email": graph.MeansMessage, "e-mail": graph.MeansMessage, "cable": graph.MeansMessage, "telegram": graph.MeansMessage,
	"twitter": graph.MeansMessage, "skype": graph.MeansCall, "facetime": graph.MeansCall,
	"whatsapp": graph.MeansMessage, "message": graph.MeansMessage, "memo": graph.MeansMessage,
	"meeting": graph.MeansMeeting, "summit": graph.MeansMeeting, "person": graph.MeansMeeting, "face": graph.MeansMeeting,
	"dinner": graph.MeansMeeting, "lunch": graph.MeansMeeting, "breakfast": graph.MeansMeeting, "face-to-face": graph.MeansMeeting,
	"in-person": graph.MeansMeeting,
}

// meansOf returns the means of a contact: that of its trigger, unless words beside
// it tell more: "spoke by phone", "a video meeting", "in-person talks".
func (r *reading) meansOf(c *contact) graph.Means {
	open := c.means == graph.MeansUnspecified || c.means == graph.MeansTalks
	holders := []int{c.trigger}
	if c.carrier >= 0 && c.noun != nil && lightVerbs[r.lemma(c.carrier)] && r.isCarried(c.trigger, c.carrier) && open {
		holders = append(holders, c.carrier)
	}
	for _, holder := range holders {
		for _, child := range r.doc.Children(holder) {
			if means, ok := r.meansAt(child, holder == c.trigger); ok && (open || means == graph.MeansCall && c.means == graph.MeansMeeting && r.dep(child) != "dobj") {
				return means
			}
		}
	}
	if open && c.noun == nil {
		if means, ok := r.meansOfOpening(c.trigger); ok {
			return means
		}
	}
	return c.means
}

// meansOfOpening returns the means that the phrase tells with which a sentence
// begins, wherever the parser hung it: "In an email dated 3 May, A informed B".
func (r *reading) meansOfOpening(trigger int) (graph.Means, bool) {
	switch r.lower(r.opening(trigger)) {
	case "in", "by", "via", "over", "during":
	default:
		return "", false
	}
	if object := r.openingMedium(trigger); object >= 0 {
		return meansWords[r.lemma(object)], true
	}
	return "", false
}

// openingMedium returns the noun of the means in the phrase with which a sentence
// begins, -1 for none.
func (r *reading) openingMedium(trigger int) int {
	start := r.opening(trigger)
	for _, object := range r.children(start, "pobj") {
		_, end := r.doc.Subtree(object)
		if meansWords[r.lemma(object)] != "" && end <= trigger && !r.verbBetween(end, trigger) {
			return object
		}
	}
	return -1
}

// opening returns the first word of a token's sentence.
func (r *reading) opening(trigger int) int {
	start := r.segment(trigger).Start
	for start < trigger && isSpace(r.doc.Tokens[start]) {
		start++
	}
	return start
}

// verbBetween reports whether a verb stands between two tokens.
func (r *reading) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if r.isVerb(i) {
			return true
		}
	}
	return false
}

// meansAt returns the means that a modifier or a phrase of a trigger tells.
func (r *reading) meansAt(child int, ofTrigger bool) (graph.Means, bool) {
	switch r.dep(child) {
	case "compound", "amod", "nmod", "advmod", "npadvmod":
		if !ofTrigger {
			return "", false
		}
		if means, ok := meansWords[r.lemma(child)]; ok {
			return means, true
		}
		for _, inner := range r.children(child, "compound", "amod", "npadvmod", "prep") {
			if means, ok := meansWords[r.lemma(inner)]; ok {
				return means, true
			}
		}
	case "prep", "agent":
		switch r.lower(child) {
		case "by", "via", "over", "in", "on", "during", "at", "through", "face":
			for _, object := range r.children(child, "pobj") {
				if means, ok := meansWords[r.lemma(object)]; ok && !(r.lower(child) == "at" && means == graph.MeansCall) {
					return means, true
				}
				for _, kind := range r.children(object, "compound") {
					if means, ok := meansWords[r.lemma(kind)]; ok && lines[r.lemma(object)] {
						return means, true
					}
				}
			}
		}
	}
	return "", false
}

// lines are nouns of what connects two who talk: "by video link".
var lines = set("link line connection app feed conference hookup")
