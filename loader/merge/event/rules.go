package event

import (
	"fmt"

	"dateline/graph"
)

// rules is what clustering has to know about one type of event. Entities are by their
// own IDs.
type rules struct {
	// isSide reports whether a party is one of those between whom the event is.
	isSide func(graph.Participation) bool
	// byMonth is true where only reports of articles of one month are compared.
	byMonth bool
	// leastParties is how many parties a report must name to be compared.
	leastParties int
	// same compares two accounts of different articles that have the same parties.
	same func(a, b *account) bool
	// misdated compares two that have the same parties and give neighbouring days; nil
	// where same has done so.
	misdated func(a, b *account) bool
	// similarity returns how much a dated account has in common with one that may be of
	// the same event; nil where the first that fits will do.
	similarity func(a, b *account) int
	// related reports whether two accounts that are kept apart may yet be of one event, with
	// other parties; nil where none are.
	related func(a, b *account) bool
	// index makes an empty index of the block's leaders.
	index func(accounts []*account) candidateIndex
	// compare adds to an explanation what two accounts were compared by besides their
	// parties. Explain puts it into words.
	compare func(e *explanation, a, b *account, entities map[string]graph.Entity)
	explain func(e *explanation, of subjects) string
	// summarize returns an event as one sentence; quote is the shortest of its reports'.
	summarize func(e *graph.Event, entities map[string]graph.Entity, quote string) string
}

// rulesByType has rules for every type of event.
var rulesByType = map[graph.EventType]*rules{
	graph.EventContact: {
		isSide: anyParty, leastParties: 2, same: sameContact, misdated: misdatedContact, similarity: contactSimilarity, related: relatedContact,
		index: indexByTime, compare: compareContacts, explain: explainContacts, summarize: summarizeContact,
	},
	graph.EventStatement: {
		isSide: isSpeaker, byMonth: true, leastParties: 1, same: sameStatement,
		index: indexByWords, compare: compareStatements, explain: explainStatements, summarize: summarizeStatement,
	},
}

// Check returns graph.ErrInvalid for a report whose type or means clustering does not
// know, as one from a newer Dateline may be.
func Check(r *graph.Report) error {
	if rulesByType[r.Type] == nil {
		return fmt.Errorf("%w: report %s has the unknown type %q", graph.ErrInvalid, r.ID, r.Type)
	}
	if _, known := phrasings[r.Means]; r.Type == graph.EventContact && !known {
		return fmt.Errorf("%w: report %s has the unknown means %q", graph.ErrInvalid, r.ID, r.Means)
	}
	return nil
}
