package event

import (
	"fmt"

	"dateline/graph"
)

// compareStatements adds when both accounts say that a statement was made, and how many of
// its words they share.
func compareStatements(e *explanation, a, b *account, _ map[string]graph.Entity) {
	if a.Time != nil && b.Time != nil {
		e.first.time, e.other.time = timePhrase(a.Time.EDTF), timePhrase(b.Time.EDTF)
	}
	same, of := sharedWords(a, b)
	e.words = fmt.Sprintf("%d of the %d distinct words of the shorter quote are in the longer one", same, of)
	if same == of {
		e.words = fmt.Sprintf("all %d distinct words of the shorter quote are in the longer one", of)
	}
}

// explainStatements says by what two accounts of a statement were compared.
func explainStatements(e *explanation, of subjects) string {
	text := of.all + " quote " + e.parties
	if e.first.time == e.other.time {
		if e.first.time != "" {
			text += " " + e.first.time
		}
		return text + ": " + e.words
	}
	return text + ", the first " + e.first.time + ", " + of.other + " " + e.other.time + ": " + e.words
}
