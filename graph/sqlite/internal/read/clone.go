package read

import (
	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// The functions below copy what is cached, whole or in brief (see package mapping), with
// nothing filled except the organizations of positions, and estimate its size.

func cloneEntity(e graph.Entity, brief bool) graph.Entity {
	if brief {
		return briefEntity(e)
	}
	clone := storekit.CloneEntity(e)
	if person, ok := e.(*graph.Person); ok {
		positions := clone.(*graph.Person).Positions
		for i, position := range person.Positions {
			if position.Organization != nil {
				positions[i].Organization = cloneOrganization(position.Organization)
			}
		}
	}
	return clone
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
	return storekit.CloneEntity(o).(*graph.Organization)
}

func cloneEvent(e *graph.Event, brief bool) *graph.Event {
	if !brief {
		return storekit.CloneEvent(e)
	}
	part := *e
	part.Conflicts, part.Merges, part.Related = nil, nil, nil
	part.About, part.Qualifier, part.Several, part.DeniesPlan = nil, "", false, false
	return storekit.CloneEvent(&part)
}

func cloneReport(r *graph.Report, brief bool) *graph.Report {
	if brief {
		return &graph.Report{ID: r.ID, ArticleID: r.ArticleID, EventID: r.EventID, Status: r.Status, Quote: r.Quote, Start: r.Start, End: r.End}
	}
	return storekit.CloneReport(r)
}

func cloneArticle(a *graph.Article, brief bool) *graph.Article {
	if brief {
		return &graph.Article{ID: a.ID, URL: a.URL, Title: a.Title, Publisher: a.Publisher, Published: a.Published}
	}
	article := *a
	return &article
}

// The size of things without their texts, on 64 bits and rounded up: their structs, and
// for each thing its ID and its place in the map.
const (
	perEntity        = 160
	perPosition      = 48
	perEvent         = 432
	perReport        = 480
	perArticle       = 256
	perParticipation = 112 // whose IDs share the memory of a column
)

func sizeOfNamed(n *graph.Profile) int {
	return perEntity + mapping.SizeOfTexts(n.ID, n.Name, n.Country) + mapping.SizeOfTexts(n.Aliases...)
}

func sizeOfEntity(e graph.Entity) int {
	size := sizeOfNamed(graph.ProfileOf(e))
	if person, ok := e.(*graph.Person); ok {
		for _, position := range person.Positions {
			size += perPosition + mapping.SizeOfTexts(position.Title, position.OrganizationID)
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
	size := perEvent + mapping.SizeOfTexts(e.ID, e.Block, e.Summary) + sizeOfParticipants(e.Participants) + mapping.SizeOfTexts(e.ReportIDs...)
	for _, c := range e.Conflicts {
		size += mapping.SizeOfTexts(c.Explanation) + mapping.SizeOfTexts(c.ReportIDs...)
	}
	for _, m := range e.Merges {
		size += mapping.SizeOfTexts(m.Explanation) + mapping.SizeOfTexts(m.ReportIDs...)
	}
	for _, r := range e.Related {
		size += mapping.SizeOfTexts(r.Explanation, r.ReportID)
	}
	return size
}

func sizeOfReport(r *graph.Report) int {
	return perReport + mapping.SizeOfTexts(r.ID, r.ArticleID, r.Block, r.EventID, r.Quote) +
		sizeOfParticipants(r.Participants) + mapping.SizeOfTexts(r.AttributedToIDs...)
}

func sizeOfArticle(a *graph.Article) int {
	return perArticle + mapping.SizeOfTexts(a.ID, a.ExternalID, a.URL, a.Title, a.Publisher, a.Byline, a.Text)
}
