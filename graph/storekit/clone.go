package storekit

import (
	"slices"

	"dateline/graph"
)

// The functions below copy what is stored of a thing, so that a store and its caller
// cannot change what the other has. They leave out what is filled on reading, and
// turn empty lists into nil.

func cloneList[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}

// CloneBatch copies a batch.
func CloneBatch(b *graph.Batch) *graph.Batch {
	clone := &graph.Batch{Article: b.Article}
	for i := range b.Members {
		clone.Members = append(clone.Members, CloneMember(&b.Members[i]))
	}
	for i := range b.Reports {
		report := CloneReport(&b.Reports[i])
		report.EventID = "" // which merging makes
		clone.Reports = append(clone.Reports, *report)
	}
	if b.Original != nil {
		original := CloneBatch(&graph.Batch{Members: b.Original.Members, Reports: b.Original.Reports})
		clone.Original = &graph.Extraction{Members: original.Members, Reports: original.Reports}
	}
	return clone
}

// CloneMember copies a member.
func CloneMember(m *graph.Member) graph.Member {
	clone := *m
	clone.Aliases, clone.Positions, clone.Mentions = cloneList(m.Aliases), clonePositions(m.Positions), cloneList(m.Mentions)
	return clone
}

// CloneWithoutMentions copies a member as MembersIn reads it.
func CloneWithoutMentions(m *graph.Member) graph.Member {
	plain := *m
	plain.Mentions = nil
	return CloneMember(&plain)
}

func clonePositions(positions []graph.Position) []graph.Position {
	clones := cloneList(positions)
	for i := range clones {
		clones[i].Organization = nil
	}
	return clones
}

// CloneReport copies a report. Its EventID stays.
func CloneReport(r *graph.Report) *graph.Report {
	clone := *r
	clone.Participants, clone.AttributedToIDs, clone.Time = cloneParticipants(r.Participants), cloneList(r.AttributedToIDs), cloneTime(r.Time)
	clone.About = cloneList(r.About)
	if r.Claim != nil {
		claim := *r.Claim
		clone.Claim = &claim
	}
	clone.Event, clone.Article, clone.Place, clone.AttributedTo = nil, nil, nil, nil
	return &clone
}

func cloneParticipants(participants []graph.Participation) []graph.Participation {
	clones := cloneList(participants)
	for i := range clones {
		clones[i].Entity, clones[i].OnBehalfOf = nil, nil
	}
	return clones
}

func cloneTime(t *graph.TimeSpan) *graph.TimeSpan {
	if t == nil {
		return nil
	}
	clone := *t
	return &clone
}

// CloneWithoutText copies an article as reports and mentions have it.
func CloneWithoutText(a *graph.Article) *graph.Article {
	clone := *a
	clone.Text = ""
	return &clone
}

// CloneEntity copies an entity with the IDs of its members.
func CloneEntity(e graph.Entity) graph.Entity {
	switch e := e.(type) {
	case *graph.Person:
		clone := *e
		cloneLists(&clone.Profile)
		clone.Positions = clonePositions(e.Positions)
		return &clone
	case *graph.Organization:
		clone := *e
		cloneLists(&clone.Profile)
		return &clone
	case *graph.Place:
		clone := *e
		cloneLists(&clone.Profile)
		return &clone
	}
	return nil
}

func cloneLists(p *graph.Profile) { p.Aliases, p.Members = cloneList(p.Aliases), cloneList(p.Members) }

// CloneEdit copies an edit. What is filled on reading stays.
func CloneEdit(e *graph.Edit) *graph.Edit {
	clone := *e
	clone.Subjects, clone.Positions = cloneList(e.Subjects), clonePositions(e.Positions)
	if e.Correction != nil {
		c := *e.Correction
		c.Fields, c.Time, c.Participants, c.AttributedToIDs = cloneList(c.Fields), cloneTime(c.Time), cloneParticipants(c.Participants), cloneList(c.AttributedToIDs)
		c.Cast = cloneList(c.Cast)
		for i := range c.Cast {
			c.Cast[i].Member = CloneMember(&c.Cast[i].Member)
		}
		clone.Correction = &c
	}
	return &clone
}

// EventBlock returns the block of an event that is put into several: its own if it is one
// of them, else the first.
func EventBlock(blocks []string, e *graph.Event) string {
	if slices.Contains(blocks, e.Block) {
		return e.Block
	}
	return blocks[0]
}

// CloneEvent copies an event.
func CloneEvent(e *graph.Event) *graph.Event {
	clone := *e
	clone.Place, clone.Reports = nil, nil
	clone.Participants, clone.ReportIDs, clone.Time = cloneParticipants(e.Participants), cloneList(e.ReportIDs), cloneTime(e.Time)
	clone.About = cloneList(e.About)
	clone.Conflicts = cloneList(e.Conflicts)
	for i := range clone.Conflicts {
		c := &clone.Conflicts[i]
		c.ReportIDs, c.Reports = cloneList(c.ReportIDs), nil
	}
	clone.Merges = cloneList(e.Merges)
	for i := range clone.Merges {
		m := &clone.Merges[i]
		m.ReportIDs = cloneList(m.ReportIDs)
	}
	clone.Related = cloneList(e.Related)
	return &clone
}
