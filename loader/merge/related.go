package merge

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// mostRelated is how many related events an event tells of, the nearest in time.
const mostRelated = 10

// relatedContact reports whether two contacts may be one, the one told of a state, or
// of a part of its government, and the other of one of its officials. Merging keeps
// them apart, since a state has many officials. What is neither dated nor of an
// article with a date is related to nothing: it may be anything.
func relatedContact(a, b *telling) bool {
	if !a.bodies && !b.bodies || moment(a).IsZero() || moment(b).IsZero() || !alikeInKindAndTime(a, b) {
		return false
	}
	stands := true
	found, all := matchParties(a, b, func(p, q *party, how likeness) {
		stands = stands && (how != official || standsFor(p, q) || standsFor(q, p))
	})
	return all && stands && found[official] > 0
}

// standsFor reports whether a party may act for a body of its state: another body, one
// who acts for somebody, or a person in an office that is not a company's or a club's.
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
	sphere := spheres{}.of(person.Positions)
	return sphere != sphereCompany && sphere != sphereSport
}

// relation is a related event, as seen from an event.
type relation struct {
	a, b     *telling // the founders of both, as they were compared
	ofA, ofB *cluster
	second   bool // it is seen from b
	days     int  // between them
	event    *graph.Event
}

// relate notes the related events of each, those of clusters given by place.
func (found *clustering) relate(clusters []*cluster, events []*graph.Event) {
	if len(found.related) == 0 {
		return
	}
	eventOf := make(map[*cluster]*graph.Event, len(clusters))
	for i, c := range clusters {
		eventOf[c] = events[i]
	}
	relations := map[*graph.Event][]relation{}
	for _, pair := range found.related {
		a, b := found.founded[pair[0]], found.founded[pair[1]]
		ofA, ofB := found.clusters[pair[0]], found.clusters[pair[1]]
		if ofA == ofB {
			continue
		}
		x, y, days := eventOf[ofA], eventOf[ofB], daysApart(a, b)
		relations[x] = append(relations[x], relation{a, b, ofA, ofB, false, days, y})
		relations[y] = append(relations[y], relation{a, b, ofA, ofB, true, days, x})
	}
	for event, list := range relations {
		slices.SortFunc(list, func(r, s relation) int {
			return cmp.Or(cmp.Compare(r.days, s.days), cmp.Compare(r.event.ID, s.event.ID), cmp.Compare(r.a.ID, s.a.ID), cmp.Compare(r.b.ID, s.b.ID))
		})
		told := map[*graph.Event]bool{}
		for _, r := range list {
			if !told[r.event] && len(told) < mostRelated {
				told[r.event] = true
				event.Related = append(event.Related, graph.RelatedEvent{Explanation: r.sentence(), ReportID: graph.ReportIDOf(r.event.ID)})
			}
		}
	}
}

// daysApart is how many days are between two reports' moments.
func daysApart(a, b *telling) int {
	days := moment(a).DaysSince(moment(b))
	return max(days, -days)
}

// moment is when a report's time begins, or where it gives none, when its article
// was published.
func moment(t *telling) graph.Date {
	if t.Time != nil {
		return t.Time.Earliest()
	}
	return published(t)
}

// sentence tells who may stand for whom, and how the two events are told.
func (r relation) sentence() string {
	var same, stand []string
	matchParties(r.a, r.b, func(p, q *party, how likeness) {
		first, second := r.ofA.nameOf(p), r.ofB.nameOf(q)
		if how != official {
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
	text := "It may be the same contact"
	if len(same) > 0 {
		text += " of " + join(same)
	}
	var told reason
	contactInCommon(&told, r.a, r.b, nil)
	here, there := told.first, told.other
	if r.second {
		here, there = there, here
	}
	text += ", if " + join(stand) + ": "
	switch {
	case here == "" && there == "":
		return text + "both " + told.both + "."
	case told.both != "":
		text += told.both + ", "
	}
	return text + "here " + here + ", there " + there + "."
}

// nameOf returns the name of a party of one of the cluster's reports: where that knows
// it by a role alone, the one that another report gives, if one does.
func (c *cluster) nameOf(p *party) string {
	if !p.nominal {
		return nameOf(p)
	}
	for _, t := range c.tellings {
		for i := range t.parties {
			if q := &t.parties[i]; !q.nominal && compare(*p, *q) >= office {
				return nameOf(q)
			}
		}
	}
	return nameOf(p)
}
