package graphtest

import "dateline/graph"

// The functions below copy what a store is given and what it gives, so that
// neither side can change the other's. They leave out what is filled on reading
// and turn lists of nothing into nil.

func cloneList[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return append([]T(nil), list...)
}

func cloneBatch(b *graph.Batch) *graph.Batch {
	c := &graph.Batch{Article: b.Article}
	for i := range b.Members {
		c.Members = append(c.Members, cloneMember(&b.Members[i]))
	}
	for i := range b.Reports {
		c.Reports = append(c.Reports, *cloneReport(&b.Reports[i]))
	}
	return c
}

func cloneMember(m *graph.Member) graph.Member {
	c := *m
	c.Aliases = cloneList(m.Aliases)
	c.Positions = clonePositions(m.Positions)
	c.Mentions = cloneList(m.Mentions)
	return c
}

func clonePositions(positions []graph.Position) []graph.Position {
	cs := cloneList(positions)
	for i := range cs {
		cs[i].Organization = nil
	}
	return cs
}

func cloneReport(r *graph.Report) *graph.Report {
	c := *r
	c.Participants = cloneParticipants(r.Participants)
	c.Time = cloneTime(r.Time)
	c.AttributedToIDs = cloneList(r.AttributedToIDs)
	if r.Claim != nil {
		claim := *r.Claim
		c.Claim = &claim
	}
	c.EventID, c.Event, c.Article, c.Place, c.AttributedTo = "", nil, nil, nil, nil
	return &c
}

func cloneParticipants(participants []graph.Participation) []graph.Participation {
	cs := cloneList(participants)
	for i := range cs {
		cs[i].Entity, cs[i].OnBehalfOf = nil, nil
	}
	return cs
}

func cloneTime(t *graph.TimeSpan) *graph.TimeSpan {
	if t == nil {
		return nil
	}
	c := *t
	return &c
}

func cloneEntity(e graph.Entity) graph.Entity {
	named := *graph.ProfileOf(e)
	named.Aliases, named.Members = cloneList(named.Aliases), cloneList(named.Members)
	switch e := e.(type) {
	case *graph.Person:
		return &graph.Person{Profile: named, Positions: clonePositions(e.Positions)}
	case *graph.Organization:
		return &graph.Organization{Profile: named, Kind: e.Kind}
	default:
		return &graph.Place{Profile: named}
	}
}

func cloneEvent(e *graph.Event) *graph.Event {
	c := *e
	c.Time = cloneTime(e.Time)
	c.Participants = cloneParticipants(e.Participants)
	c.ReportIDs = cloneList(e.ReportIDs)
	c.Conflicts = cloneList(e.Conflicts)
	for i := range c.Conflicts {
		c.Conflicts[i].ReportIDs, c.Conflicts[i].Reports = cloneList(c.Conflicts[i].ReportIDs), nil
	}
	c.Merges = cloneList(e.Merges)
	for i := range c.Merges {
		c.Merges[i].ReportIDs = cloneList(c.Merges[i].ReportIDs)
	}
	c.Related = cloneList(e.Related)
	c.Place, c.Reports = nil, nil
	return &c
}
