package what

import (
	"dateline/graph"
	"dateline/loader/grammar"
)

// meansNamed returns the means that a noun stands for, "" for none.
func meansNamed(lemma string) graph.Means { return grammar.Instruments[lemma] }

// meansOf returns the means of a contact: that of its trigger, unless words beside
// it tell more: "spoke by phone", "a video meeting", "in-person talks".
func (r *reading) meansOf(c *contact) graph.Means {
	open := c.means == graph.MeansUnspecified || c.means == graph.MeansTalks
	holders := []int{c.trigger}
	if c.carrier >= 0 && c.noun != nil && grammar.LightVerbs[r.Lemma(c.carrier)] && grammar.IsCarried(r.Parse, c.trigger, c.carrier) && open {
		holders = append(holders, c.carrier)
	}
	for _, holder := range holders {
		for _, child := range r.Children(holder) {
			if means, ok := r.meansAt(child, holder == c.trigger); ok && (open || means == graph.MeansCall && c.means == graph.MeansMeeting && r.Dep(child) != "dobj") {
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
	switch r.Lower(grammar.Opening(r.Parse, trigger)) {
	case "in", "by", "via", "over", "during":
	default:
		return "", false
	}
	if object := r.openingMedium(trigger); object >= 0 {
		return meansNamed(r.Lemma(object)), true
	}
	return "", false
}

// openingMedium returns the noun of the means in the phrase with which a sentence
// begins, -1 for none.
func (r *reading) openingMedium(trigger int) int {
	start := grammar.Opening(r.Parse, trigger)
	for _, object := range r.Children(start, "pobj") {
		_, end := r.Subtree(object)
		if meansNamed(r.Lemma(object)) != "" && end <= trigger && !grammar.VerbBetween(r.Parse, end, trigger) {
			return object
		}
	}
	return -1
}

// meansAt returns the means that a modifier or a phrase of a trigger tells.
func (r *reading) meansAt(child int, ofTrigger bool) (graph.Means, bool) {
	switch r.Dep(child) {
	case "compound", "amod", "nmod", "advmod", "npadvmod":
		if !ofTrigger {
			return "", false
		}
		if means := meansNamed(r.Lemma(child)); means != "" {
			return means, true
		}
		for _, inner := range r.Children(child, "compound", "amod", "npadvmod", "prep") {
			if means := meansNamed(r.Lemma(inner)); means != "" {
				return means, true
			}
		}
	case "prep", "agent":
		switch r.Lower(child) {
		case "by", "via", "over", "in", "on", "during", "at", "through", "face":
			for _, object := range r.Children(child, "pobj") {
				if means := meansNamed(r.Lemma(object)); means != "" && !(r.Lower(child) == "at" && means == graph.MeansCall) {
					return means, true
				}
				for _, kind := range r.Children(object, "compound") {
					if means := meansNamed(r.Lemma(kind)); means != "" && grammar.Connections[r.Lemma(object)] {
						return means, true
					}
				}
			}
		}
	}
	return "", false
}
