package event

import (
	"testing"

	"dateline/graph"
)

func TestEveryMeansHasAPhrasing(t *testing.T) {
	for _, means := range graph.MeansKinds() {
		switch words, ok := phrasings[means]; {
		case !ok:
			t.Errorf("%s has no phrasing: add a row to phrasings in loader/merge/event/phrasing.go", means)
		case words.directedPast == "" || words.directedVerb == "" || words.mutualPast == "" || words.mutualVerb == "" || words.noun == "":
			t.Errorf("the phrasing of %s in loader/merge/event/phrasing.go is incomplete: %+v", means, words)
		}
	}
}
