package sqlite

import (
	"slices"

	"dateline/graph"
)

// The functions below copy what a cache keeps, whole or in brief (see rows.go), with
// nothing filled but the organizations of positions, and tell how many bytes it
// takes, more or less.

func cloneEntity(e graph.Entity, brief bool) graph.Entity {
	if brief {
		return briefEntity(e)
	}
	switch e := e.(type) {
	case *graph.Person:
		person := *e
		person.Aliases = slices.Clone(e.Aliases)
		person.Positions = slices.Clone(e.Positions)
		for i, position := range person.Positions {
			if position.Organization != nil {
				person.Positions[i].Organization = cloneOrganization(position.Organization)
			}
		}
		return &person
	case *graph.Organization:
		return cloneOrganization(e)
	case *graph.Place:
		place := *e
		place.Aliases = slices.Clone(e.Aliases)
		return &place
	}
	return nil
}

func briefEntity(e graph.Entity) graph.Entity {
	named := graph.Profile{ID: graph.ProfileOf(e).ID, Name: graph.ProfileOf(e).Name}
	switch e.(type) {
	case *graph.Person:
		return &graph.Person{Profile: named}
	case *graph.Organization:
		return &graph.Organization{Profile: named}
	case *graph.Place:
		return &graph.Place{Profile: named}
	}
	return nil
}

func cloneOrganization(o *graph.Organization) *graph.Organization {
	organization := *o
	organization.Aliases = slices.Clone(o.Aliases)
	return &organization
}

func cloneEvent(e *graph.Event, brief bool) *graph.Event {
	event := *e
	event.Participants = slices.Clone(e.Participants)
	event.ReportIDs = slices.Clone(e.ReportIDs)
	event.Conflicts, event.Merges, event.Related = nil, nil, nil
	if !brief {
		event.Conflicts, event.Merges, event.Related = slices.Clone(e.Conflicts), slices.Clone(e.Merges), slices.Clone(e.Related)
	}
	for i := range event.Conflicts {
		event.Conflicts[i].ReportIDs = slices.Clone(e.Conflicts[i].ReportIDs)
	}
	for i := range event.Merges {
		event.Merges[i].ReportIDs = slices.Clone(e.Merges[i].ReportIDs)
	}
	if e.Time != nil {
		time := *e.Time
		event.Time = &time
	}
	return &event
}

func cloneReport(r *graph.Report, brief bool) *graph.Report {
	if brief {
		return &graph.Report{ID: r.ID, ArticleID: r.ArticleID, EventID: r.EventID, Status: r.Status, Quote: r.Quote, Start: r.Start, End: r.End}
	}
	report := *r
	report.Participants = slices.Clone(r.Participants)
	report.AttributedToIDs = slices.Clone(r.AttributedToIDs)
	if r.Time != nil {
		time := *r.Time
		report.Time = &time
	}
	if r.Claim != nil {
		claim := *r.Claim
		report.Claim = &claim
	}
	return &report
}

func cloneArticle(a *graph.Article, brief bool) *graph.Article {
	if brief {
		return &graph.Article{ID: a.ID, URL: a.URL, Title: a.Title, Publisher: a.Publisher, Published: a.Published}
	}
	article := *a
	return &article
}

// What things take besides their texts, on 64 bits, rounded up: their structs, and
// for each thing the map's place and its ID.
const (
	perThing         = 96
	perText          = 16
	perEntity        = 160
	perPosition      = 48
	perEvent         = 432
	perReport        = 480
	perArticle       = 256
	perParticipation = 112 // its IDs share the text of a column
)

func sizeOfTexts(texts ...string) int {
	size := perText * len(texts)
	for _, text := range texts {
		size += len(text)
	}
	return size
}

func sizeOfNamed(n *graph.Profile) int {
	return perEntity + sizeOfTexts(n.ID, n.Name, n.Country) + sizeOfTexts(n.Aliases...)
}

func sizeOfEntity(e graph.Entity) int {
	size := sizeOfNamed(graph.ProfileOf(e))
	if person, ok := e.(*graph.Person); ok {
		for _, position := range person.Positions {
			size += perPosition + sizeOfTexts(position.Title, position.OrganizationID)
			if position.Organization != nil {
				size += sizeOfNamed(&position.Organization.Profile)
			}
		}
	}
	return size
}

func sizeOfParticipants(participants []graph.Participation) int {
	size := 0
	for _, p := range participants {
		size += perParticipation + len(p.EntityID) + len(p.OnBehalfOfID)
	}
	return size
}

func sizeOfEvent(e *graph.Event) int {
	size := perEvent + sizeOfTexts(e.ID, e.Block, e.Summary) + sizeOfParticipants(e.Participants) + sizeOfTexts(e.ReportIDs...)
	for _, c := range e.Conflicts {
		size += sizeOfTexts(c.Explanation) + sizeOfTexts(c.ReportIDs...)
	}
	for _, m := range e.Merges {
		size += sizeOfTexts(m.Explanation) + sizeOfTexts(m.ReportIDs...)
	}
	for _, r := range e.Related {
		size += sizeOfTexts(r.Explanation, r.ReportID)
	}
	return size
}

func sizeOfReport(r *graph.Report) int {
	return perReport + sizeOfTexts(r.ID, r.ArticleID, r.Block, r.EventID, r.Quote) + sizeOfParticipants(r.Participants) + sizeOfTexts(r.AttributedToIDs...)
}

func sizeOfArticle(a *graph.Article) int {
	return perArticle + sizeOfTexts(a.ID, a.ExternalID, a.URL, a.Title, a.Publisher, a.Byline, a.Text)
}
