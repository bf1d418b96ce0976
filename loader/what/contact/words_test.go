package contact

import (
	"testing"

	"dateline/graph"
	"dateline/loader/what/evidence"
)

// Evidence needs to know the nouns of talks and visits, and lists them itself.
func TestNounsOfEvidence(t *testing.T) {
	for i := range contactNouns {
		noun := &contactNouns[i]
		if evidence.TalkNouns[noun.lemma] != (noun.means == graph.MeansTalks) {
			t.Errorf("%s is a noun of talks in one list only", noun.lemma)
		}
		if evidence.VisitNouns[noun.lemma] != (noun.means == graph.MeansVisit) {
			t.Errorf("%s is a noun of visits in one list only", noun.lemma)
		}
	}
}
