package event

import "dateline/graph"

// phrasing is how one means reads in a sentence.
type phrasing struct {
	directedPast, directedVerb string // with a direction: "called", "call"
	mutualPast, mutualVerb     string // without: "spoke by phone", "speak by phone"
	noun                       string // "a call"
	by                         string // before the initiator, where the noun has one: "a call from A to B"
	plural                     bool   // the noun is plural: "talks are denied"
}

// phrasings has a row for every means.
var phrasings = map[graph.Means]phrasing{
	graph.MeansCall:        {"called", "call", "spoke by phone", "speak by phone", "a call", "from", false},
	graph.MeansMeeting:     {"met", "meet", "met", "meet", "a meeting", "", false},
	graph.MeansVisit:       {"visited", "visit", "met", "meet", "a visit", "by", false},
	graph.MeansMessage:     {"wrote to", "write to", "exchanged messages", "exchange messages", "a message", "from", false},
	graph.MeansTalks:       {"held talks with", "hold talks with", "held talks", "hold talks", "talks", "", true},
	graph.MeansUnspecified: {"contacted", "contact", "were in contact", "be in contact", "contact", "", false},
}
