package what

import (
	"dateline/graph"
)

// outcomes are nouns of what talks come to.
var outcomes = set("deal agreement accord truce progress breakthrough compromise settlement pact")

// isMedialSetting reports whether a preposition only says in what writing something
// was said, or in what talks it came about: "asked for help in a letter to B", "agreed
// on a deal in talks with B".
func (r *reading) isMedialSetting(preposition, head int) bool {
	if r.Dep(preposition) != "prep" || !r.IsNoun(head) {
		return false
	}
	switch r.Lower(preposition) {
	case "in", "via", "by", "through":
		object := r.Child(preposition, "pobj")
		return object >= 0 && nounOf[r.Lemma(object)] != nil && (nounOf[r.Lemma(object)].means == graph.MeansMessage || outcomes[r.Lemma(head)])
	}
	return false
}
