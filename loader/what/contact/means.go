package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// meansOf returns the means of a contact: that of its trigger, unless words beside it are
// more exact, as in "spoke by phone", "a video meeting", "in-person talks".
func meansOf(a *evidence.Article, c *draft) graph.Means {
	open := c.means.IsVague()
	holders := []int{c.trigger}
	if c.carrier >= 0 && c.noun != nil && grammar.LightVerbs[a.Lemma(c.carrier)] && grammar.IsCarried(a.Parse, c.trigger, c.carrier) && open {
		holders = append(holders, c.carrier)
	}
	for _, holder := range holders {
		for _, child := range a.Children(holder) {
			if means, ok := meansAt(a, child, holder == c.trigger); ok && (open || means == graph.MeansCall && c.means == graph.MeansMeeting && a.Dep(child) != "dobj") {
				return means
			}
		}
	}
	if c.noun != nil && c.means == graph.MeansMessage && isHeated(a, c.trigger) {
		return graph.MeansUnspecified
	}
	if c.means == graph.MeansMessage && isOfViews(a, c.trigger) {
		return graph.MeansTalks
	}
	if open && c.noun == nil {
		if means, ok := meansOfOpening(a, c.trigger); ok {
			return means
		}
	}
	return c.means
}

// isHeated reports whether an exchange is one of spoken words: "a heated exchange".
func isHeated(a *evidence.Article, noun int) bool {
	return exchanged[a.Lemma(noun)] && slices.ContainsFunc(a.Children(noun, "amod"), func(child int) bool { return heated[a.Lower(child)] })
}

// isOfViews reports whether what two exchange is what they think, which they may have said in
// any way: "exchanged views", "an exchange of ideas".
func isOfViews(a *evidence.Article, exchange int) bool {
	objects := a.Children(exchange, "dobj")
	for _, of := range a.ObjectsOf(exchange, "of") {
		objects = append(objects, of[0])
	}
	return slices.ContainsFunc(objects, func(object int) bool { return thoughts[a.Lemma(object)] })
}

// meansOfOpening returns the means of the phrase that opens a sentence, wherever the
// parser hung it: "In an email dated 3 May, Lim informed Okoro".
func meansOfOpening(a *evidence.Article, trigger int) (graph.Means, bool) {
	if !openingOfMeans[a.Lower(grammar.Opening(a.Parse, trigger))] {
		return "", false
	}
	if object := evidence.OpeningMedium(a, trigger); object >= 0 {
		return evidence.MeansNamed(a.Lemma(object)), true
	}
	return "", false
}

// meansAt returns the means that a child of a trigger or of its light verb names.
func meansAt(a *evidence.Article, child int, ofTrigger bool) (graph.Means, bool) {
	switch a.Dep(child) {
	case "compound", "amod", "nmod", "advmod", "npadvmod":
		if !ofTrigger {
			return "", false
		}
		if means := evidence.MeansNamed(a.Lemma(child)); means != "" {
			return means, true
		}
		for _, inner := range a.Children(child, "compound", "amod", "npadvmod", "prep") {
			if means := evidence.MeansNamed(a.Lemma(inner)); means != "" {
				return means, true
			}
		}
	case "prep", "agent":
		if !ofMeans[a.Lower(child)] {
			return "", false
		}
		for _, object := range a.Children(child, "pobj") {
			if means := evidence.MeansNamed(a.Lemma(object)); means != "" && !(a.Lower(child) == "at" && means == graph.MeansCall) {
				return means, true
			}
			for _, kind := range a.Children(object, "compound") {
				if means := evidence.MeansNamed(a.Lemma(kind)); means != "" && grammar.Connections[a.Lemma(object)] {
					return means, true
				}
			}
		}
	}
	return "", false
}
