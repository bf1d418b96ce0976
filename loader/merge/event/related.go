package event

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/entity"
)

// mostRelated is how many related events an event has, the nearest in time. A judgement.
const mostRelated = 10

// relatedContact reports whether two contacts may be one although one account names a
// state, or a part of its government, and the other one of its officials. They are kept
// apart, since a state has many officials. A contact with neither a date nor an article
// with one is related to nothing.
func relatedContact(a, b *account) bool {
	if !a.bodies && !b.bodies || a.moment().IsZero() || b.moment().IsZero() || !sameMeansAndTime(a, b) {
		return false
	}
	stands := true
	found, all := matchParties(a, b, func(p, q *party, how partyMatch) {
		stands = stands && (how != officialMatch || standsFor(p, q) || standsFor(q, p))
	})
	return all && stands && found[officialMatch] > 0
}

// standsFor reports whether a party may act for a body of its state: another body, a party
// that acts for somebody, or a person whose office is not a company's or a club's.
func standsFor(p, q *party) bool {
	if !q.body {
		return false
	}
	if p.body || p.nominal || p.principal != "" {
		return true
	}
	person, ok := p.entity.(*graph.Person)
	if !ok || len(person.Positions) == 0 {
		return false
	}
	sector := entity.SectorOf(person.Positions)
	return sector != entity.SectorCompany && sector != entity.SectorSport
}

// relation is a related event, as seen from one of the two events.
type relation struct {
	a, b     *account // the leaders of both, as they were compared
	ofA, ofB *cluster
	fromB    bool // seen from b's event
	days     int  // between them
	event    *graph.Event
}

// relate adds the related events to each event; events are those of the clusters.
func (l *leaderClustering) relate(clusters []*cluster, events []*graph.Event) {
	if len(l.related) == 0 {
		return
	}
	for event, list := range l.relations(clusters, events) {
		slices.SortFunc(list, nearestFirst)
		added := map[*graph.Event]bool{}
		for _, r := range list {
			if !added[r.event] && len(added) < mostRelated {
				added[r.event] = true
				event.Related = append(event.Related, graph.RelatedEvent{Explanation: r.sentence(), ReportID: graph.ReportIDOf(r.event.ID)})
			}
		}
	}
}

// relations returns the relations of each event, without those between leaders that came
// into one cluster after all.
func (l *leaderClustering) relations(clusters []*cluster, events []*graph.Event) map[*graph.Event][]relation {
	eventOf := make(map[*cluster]*graph.Event, len(clusters))
	for i, c := range clusters {
		eventOf[c] = events[i]
	}
	relations := map[*graph.Event][]relation{}
	for _, pair := range l.related {
		a, b := l.leaders[pair[0]], l.leaders[pair[1]]
		ofA, ofB := l.clusters[pair[0]], l.clusters[pair[1]]
		if ofA == ofB {
			continue
		}
		x, y, days := eventOf[ofA], eventOf[ofB], daysApart(a, b)
		relations[x] = append(relations[x], relation{a, b, ofA, ofB, false, days, y})
		relations[y] = append(relations[y], relation{a, b, ofA, ofB, true, days, x})
	}
	return relations
}

func nearestFirst(r, s relation) int {
	return cmp.Or(cmp.Compare(r.days, s.days), cmp.Compare(r.event.ID, s.event.ID), cmp.Compare(r.a.ID, s.a.ID), cmp.Compare(r.b.ID, s.b.ID))
}

// daysApart returns how many days are between two accounts' moments.
func daysApart(a, b *account) int {
	days := a.moment().DaysSince(b.moment())
	return max(days, -days)
}

// sentence says who may stand for whom, and how the two accounts differ.
func (r relation) sentence() string {
	var same, stand []string
	matchParties(r.a, r.b, func(p, q *party, how partyMatch) {
		first, second := r.ofA.nameOf(p), r.ofB.nameOf(q)
		if how != officialMatch {
			same = append(same, first)
			return
		}
		if !standsFor(p, q) {
			first, second = second, first
		}
		verb := " for "
		if len(stand) == 0 {
			verb = " stands for "
		}
		stand = append(stand, first+verb+second)
	})
	var why explanation
	compareContacts(&why, r.a, r.b, nil)
	here, there := why.first, why.other
	if r.fromB {
		here, there = there, here
	}
	contact, with := "one contact", ""
	if len(same) > 0 {
		with = " with " + join(same)
	}
	if !here.sameMeans(there) && why.undated() {
		contact = "one undated contact"
		with += inParentheses(why.published)
	}
	if !here.sameMeans(there) && why.sameTime() && !why.undated() {
		with += " " + here.time
	}
	return fullStop("The two may be " + contact + with + ", if " + join(stand) + ": " + why.hereAndThere(here, there))
}

// hereAndThere says how two events differ that are seen from the first.
func (e *explanation) hereAndThere(here, there view) string {
	switch sameMeans, sameTime := here.sameMeans(there), e.sameTime(); {
	case sameMeans && sameTime:
		return "both are " + here.contact(e.undated()) + e.timeOfBoth()
	case sameMeans:
		return here.contact(false) + ", here " + here.timeOrNone() + ", there " + there.timeOrNone()
	case sameTime:
		return "here " + here.contact(false) + ", there " + there.contact(false)
	}
	return "here " + here.dated(here.contact) + ", there " + there.dated(there.contact)
}

// timeOrNone returns the time, or that there is none.
func (v view) timeOrNone() string {
	if v.time == "" {
		return "undated" + inParentheses(v.published)
	}
	return v.time
}

// nameOf returns the name of a party of one of the cluster's accounts. Where that account
// knows it by a role alone, it is the name that another account gives, if one does.
func (c *cluster) nameOf(p *party) string {
	if !p.nominal {
		return nameOf(p)
	}
	for _, a := range c.accounts {
		for i := range a.parties {
			if q := &a.parties[i]; !q.nominal && compareParties(*p, *q) >= officeMatch {
				return nameOf(q)
			}
		}
	}
	return nameOf(p)
}
