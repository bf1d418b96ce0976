package event

import (
	"strings"

	"dateline/graph"
)

// phrasing is how one means reads in a sentence.
type phrasing struct {
	directedPast, directedVerb string // with a direction: "called", "call"
	mutualPast, mutualVerb     string // without: "spoke by phone", "speak by phone"
	noun                       string // "a call"
	by                         string // before the initiator, where the noun has one: "a call from A to B"
	plural                     bool   // the noun is plural: "talks are denied"
}

// severalPhrasings is phrasings for several contacts at once.
var severalPhrasings = map[graph.Means]phrasing{
	graph.MeansCall:        {"made several calls to", "make several calls to", "had several calls", "have several calls", "several calls", "from", true},
	graph.MeansMeeting:     {"held several meetings with", "hold several meetings with", "held several meetings", "hold several meetings", "several meetings", "", true},
	graph.MeansVisit:       {"paid several visits to", "pay several visits to", "held several meetings", "hold several meetings", "several visits", "by", true},
	graph.MeansMessage:     {"sent several messages to", "send several messages to", "exchanged several messages", "exchange several messages", "several messages", "from", true},
	graph.MeansTalks:       {"held several talks with", "hold several talks with", "held several talks", "hold several talks", "several talks", "", true},
	graph.MeansUnspecified: {"had several contacts with", "have several contacts with", "had several contacts", "have several contacts", "several contacts", "", true},
}

// qualifiedPhrasings is phrasings for contacts of a kind that is named, with %s for it.
var qualifiedPhrasings = map[graph.Means]phrasing{
	graph.MeansCall:        {"had a %s call with", "have a %s call with", "had a %s call", "have a %s call", "a %s call", "from", false},
	graph.MeansMeeting:     {"held a %s meeting with", "hold a %s meeting with", "held a %s meeting", "hold a %s meeting", "a %s meeting", "", false},
	graph.MeansVisit:       {"paid a %s visit to", "pay a %s visit to", "held a %s meeting", "hold a %s meeting", "a %s visit", "by", false},
	graph.MeansMessage:     {"sent a %s message to", "send a %s message to", "exchanged %s messages", "exchange %s messages", "a %s message", "from", false},
	graph.MeansTalks:       {"held %s talks with", "hold %s talks with", "held %s talks", "hold %s talks", "%s talks", "", true},
	graph.MeansUnspecified: {"was in %s contact with", "be in %s contact with", "were in %s contact", "be in %s contact", "%s contact", "", false},
}

// phrasingOf returns how an event reads, with what is known of its kind and number.
func phrasingOf(e *graph.Event) phrasing {
	switch {
	case e.Several:
		return severalPhrasings[e.Means].with("several", e.Qualifier)
	case e.Qualifier != "":
		return qualifiedPhrasings[e.Means].with("%s", e.Qualifier)
	}
	return phrasings[e.Means]
}

// with returns a phrasing with a qualifier: in place of a mark, or after the word several.
func (p phrasing) with(mark, qualifier string) phrasing {
	if qualifier == "" {
		return p
	}
	text := qualifier
	if mark != "%s" {
		text = mark + " " + qualifier
	}
	for _, field := range []*string{&p.directedPast, &p.directedVerb, &p.mutualPast, &p.mutualVerb, &p.noun} {
		*field = strings.Replace(*field, mark, text, 1)
		if strings.ContainsAny(qualifier[:1], "aeiou") {
			*field = strings.Replace(*field, "a "+qualifier, "an "+qualifier, 1)
		}
	}
	return p
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
