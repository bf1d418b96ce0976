package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/what/evidence"
)

// draft is a contact in the making. Members are indices in the cast, and no member is -1.
type draft struct {
	trigger   int // the word that tells of it
	anchor    int // the word that its time is nearest to, if it is after the trigger: the phrase of the other side
	carrier   int // the verb that carries it: the trigger itself, a light verb or the nearest verb; -1 for none
	noun      *noun
	direction direction

	first     []int // the side that acts
	second    []int // the other side
	mediators []int
	sender    int  // for whom the first side acts
	deputized bool // the first side stands in for the sender, who did not send it
	loose     bool // a side comes from another clause
	inferred  bool // a side comes from another sentence

	means    graph.Means
	status   graph.Status
	sources  []int
	time     *graph.TimeSpan
	unplaced bool       // its time is named, but cannot be placed
	dated    float64    // the probability of a time that was chosen from the context, 0 for others
	told     graph.Date // without a time: the day before publication on which it was told as past
	place    int
	claim    *graph.Claim
	another  bool // told as one more contact than those before it
	again    int  // "again" before its own time, 0 for none
	about    []language.Span
	kind     string // what the words say of its kind
	several  bool   // several are told at once
	noPlan   bool   // a plan is denied
	quote    language.Span
}

// all returns every party, the first side first.
func (c *draft) all() []int {
	return append(append(slices.Clone(c.first), c.second...), c.mediators...)
}

// asTrigger returns what the time of a contact depends on.
func (c *draft) asTrigger() evidence.Trigger {
	return evidence.Trigger{Token: c.trigger, Anchor: c.anchor, Carrier: c.carrier, IsNoun: c.noun != nil}
}

// toFinding gives the parties the roles that follow from the direction.
func toFinding(a *evidence.Article, c *draft) evidence.Finding {
	f := evidence.Finding{
		Trigger: c.trigger, Again: c.again, Means: c.means, Status: c.status, Time: c.time, Place: c.place,
		Sources: c.sources, Quote: c.quote, Claim: c.claim, About: c.about, Qualifier: c.kind, Several: c.several, DeniesPlan: c.noPlan, Confidence: confidenceOf(a, c),
	}
	if f.Time == nil {
		f.Time = graph.By(c.told)
	}
	first, second := rolesOf(c)
	add := func(members []int, role graph.Role, behalf int) {
		for _, member := range members {
			f.Participants = append(f.Participants, evidence.Participant{Member: member, Role: role, OnBehalfOf: behalf})
		}
	}
	add(c.first, first, c.sender)
	add(c.second, second, -1)
	add(c.mediators, graph.RoleMediator, -1)
	return f
}
