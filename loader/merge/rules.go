package merge

import "dateline/graph"

// rules are what merging has to know of one event type. Entities are by their
// own IDs.
type rules struct {
	// isSide reports whether a party says between whom the event is.
	isSide func(graph.Participation) bool
	// byMonth is true where only reports of articles of one month are compared.
	byMonth bool
	// leastParties is how many parties a report must name to be compared.
	leastParties int
	// same compares two reports of different articles that have the same parties.
	same func(a, b *telling) bool
	// misdated compares two that have the same parties and give exact days next to
	// each other; nil where same has done so.
	misdated func(a, b *telling) bool
	// alike tells how much a dated report has in common with another that is the
	// same; nil where the first that is will do.
	alike func(a, b *telling) int
	// related reports whether two that are not of one event may be so yet, told of other
	// parties; nil where none are.
	related func(a, b *telling) bool
	// tells is what reports of one event do with its parties ("tell of"). InCommon
	// adds to a reason what two of them were compared by besides the parties.
	tells    string
	inCommon func(r *reason, a, b *telling, entities map[string]graph.Entity)
	// founders makes an index of the clusters that reports of the block may join.
	founders func(tellings []*telling) founders
	// summary makes one sentence of an event; quote is the shortest of its reports'.
	summary func(e *graph.Event, entities map[string]graph.Entity, quote string) string
}

// rulesByType has rules for every type of event.
var rulesByType = map[graph.EventType]*rules{
	graph.EventContact:   {isSide: anyParty, leastParties: 2, same: sameContact, misdated: misdatedContact, alike: alikeContact, related: relatedContact, tells: "tell of", inCommon: contactInCommon, founders: foundersByTime, summary: contactSummary},
	graph.EventStatement: {isSide: speaker, byMonth: true, leastParties: 1, same: sameStatement, tells: "quote", inCommon: statementInCommon, founders: foundersByWords, summary: statementSummary},
}
