package merge

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// event adds up a cluster's reports, all but the summary. Entities are by member ID.
func (c *cluster) event(entities map[string]graph.Entity) *graph.Event {
	slices.SortFunc(c.tellings, byPublication)
	event := &graph.Event{Type: c.tellings[0].Type, Block: c.tellings[0].Block}
	statuses := map[graph.Status]bool{}
	publishers, places := map[string]bool{}, tally{}
	first := c.tellings[0].ID
	event.ReportIDs = make([]string, len(c.tellings))
	for i, t := range c.tellings {
		first = min(first, t.ID)
		event.ReportIDs[i] = t.ID
		statuses[t.Status] = true
		if t.Article != nil && t.Article.Publisher != "" {
			publishers[graph.Fold(t.Article.Publisher)] = true
		}
		if place := entities[t.PlaceID]; place != nil {
			places.add(place.NodeID())
		}
	}
	event.ID = graph.EventIDOf(first)
	event.ArticleCount, event.PublisherCount = c.articleCount(), len(publishers)
	event.Status = addStatuses(statuses)
	event.Means = c.means()
	event.Time = c.time()
	event.Participants = c.participants()
	if ranked := places.mostFrequent(); len(ranked) > 0 {
		event.PlaceID = ranked[0]
	}
	return event
}

// byPublication orders reports by their article's day, those without one last,
// and then by ID, as graph.ReportQuery has them.
func byPublication(a, b *telling) int {
	x, y := published(a), published(b)
	return cmp.Or(compareTruth(x.IsZero(), y.IsZero()), x.Compare(y), cmp.Compare(a.ID, b.ID))
}

// addStatuses returns what the statuses of one event's reports add up to.
func addStatuses(statuses map[graph.Status]bool) graph.Status {
	took := statuses[graph.StatusAsserted] || statuses[graph.StatusConfirmed]
	if took && statuses[graph.StatusDenied] {
		return graph.StatusDisputed
	}
	for _, s := range []graph.Status{graph.StatusConfirmed, graph.StatusAsserted, graph.StatusDenied, graph.StatusPlanned, graph.StatusRequested} {
		if statuses[s] {
			return s
		}
	}
	return graph.StatusHypothetical
}

// means is the most exact one that the reports give, the most frequent of those.
func (c *cluster) means() graph.Means {
	exact, broad := tally{}, tally{}
	for _, t := range c.tellings {
		if t.Means == graph.MeansNone {
			continue
		}
		if t.Means.IsVague() {
			broad.add(string(t.Means))
		} else {
			exact.add(string(t.Means))
		}
	}
	if ranked := exact.mostFrequent(); len(ranked) > 0 {
		return graph.Means(ranked[0])
	}
	if broad[string(graph.MeansTalks)] > 0 {
		return graph.MeansTalks
	}
	if len(broad) > 0 {
		return graph.MeansUnspecified
	}
	return graph.MeansNone
}

// time is the narrowest span that the reports agree on. Where exact days differ,
// it is the one that most reports give, the earliest of those.
func (c *cluster) time() *graph.TimeSpan {
	var spans []*graph.TimeSpan
	votes := map[graph.EDTF]int{}
	for _, t := range c.tellings {
		if t.Time != nil {
			spans = append(spans, t.Time)
			votes[t.Time.EDTF]++
		}
	}
	if len(spans) == 0 {
		return nil
	}
	slices.SortStableFunc(spans, func(a, b *graph.TimeSpan) int {
		return cmp.Or(cmp.Compare(a.EDTF.Days(), b.EDTF.Days()), cmp.Compare(votes[b.EDTF], votes[a.EDTF]), a.Earliest().Compare(b.Earliest()))
	})
	agreed := *spans[0]
	for _, span := range spans[1:] {
		if both, ok := agreed.EDTF.Intersect(span.EDTF); ok {
			agreed.EDTF = both
		}
	}
	return &agreed
}

// participants are all that the reports name, but for unnamed envoys and for
// states and their governments where another report names the person. A direction is
// kept where any report gives one.
func (c *cluster) participants() []graph.Participation {
	var all []party // few: looked through one by one
	for _, t := range c.tellings {
		for _, p := range t.parties {
			at := slices.IndexFunc(all, func(q party) bool { return q.id == p.id })
			if at < 0 {
				all = append(all, p)
				continue
			}
			all[at].role = strongerRole(all[at].role, p.role)
			all[at].principal = cmp.Or(all[at].principal, p.principal)
		}
	}
	var list []graph.Participation
	for i, p := range all {
		if p.nominal && namedElsewhere(p, all, i) || c.isBehindPerson(p, all) {
			continue
		}
		list = append(list, graph.Participation{EntityID: p.id, Role: p.role, OnBehalfOfID: p.principal})
	}
	slices.SortStableFunc(list, func(a, b graph.Participation) int {
		return cmp.Compare(roleRank(a.Role), roleRank(b.Role))
	})
	return list
}

// namedElsewhere reports whether somebody with a name has the part of one known by
// a role alone, the i-th of all, or whether it is there already.
func namedElsewhere(p party, all []party, i int) bool {
	for j, q := range all {
		if how := compare(p, q); !q.nominal && how >= office || how == office && j < i {
			return true
		}
	}
	return false
}

// isBehindPerson reports whether a person has the part that is a state's or its
// government's elsewhere: whom the envoy met at the palace that he was sent to. A
// government that one report names beside the person has a part of its own.
func (c *cluster) isBehindPerson(body party, all []party) bool {
	return body.body && slices.ContainsFunc(all, func(p party) bool {
		person := !p.body && !p.nominal && p.country != "" && p.country == body.country && p.role == body.role
		return person && (body.state || !c.namesTogether(body, p))
	})
}

// namesTogether reports whether any report names both parties.
func (c *cluster) namesTogether(a, b party) bool {
	return slices.ContainsFunc(c.tellings, func(t *telling) bool {
		is := func(id string) bool {
			return slices.ContainsFunc(t.parties, func(p party) bool { return p.id == id })
		}
		return is(a.id) && is(b.id)
	})
}

var roles = graph.Roles()

func roleRank(r graph.Role) int { return slices.Index(roles, r) }

// strongerRole prefers a direction to none, and the earlier of two directions.
func strongerRole(a, b graph.Role) graph.Role {
	if a == graph.RoleParticipant {
		return b
	}
	if b == graph.RoleParticipant || roleRank(a) <= roleRank(b) {
		return a
	}
	return b
}

// shortestQuote stands for the words of a statement where there is no room for all.
func (c *cluster) shortestQuote() string {
	return slices.MinFunc(c.tellings, func(a, b *telling) int {
		return cmp.Or(cmp.Compare(len(a.Quote), len(b.Quote)), cmp.Compare(a.Quote, b.Quote))
	}).Quote
}
