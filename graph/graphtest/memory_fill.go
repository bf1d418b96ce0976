package graphtest

import (
	"dateline/graph"
	"dateline/graph/storekit"
)

// filled returns copies of what a state has, filled as the contract of graph.Reader says.
type filled struct{ *state }

// entity returns the entity with this ID, or nil.
func (s filled) entity(id string) graph.Entity {
	in, ok := s.entities[id]
	if !ok {
		return nil
	}
	e := storekit.CloneEntity(in.entity)
	graph.ProfileOf(e).Members = nil
	if person, ok := e.(*graph.Person); ok {
		for i := range person.Positions {
			position := &person.Positions[i]
			position.OrganizationID = s.clusterOf(position.OrganizationID)
			if organization, ok := s.entities[position.OrganizationID].entity.(*graph.Organization); ok {
				position.Organization = storekit.CloneEntity(organization).(*graph.Organization)
				position.Organization.Members = nil
			}
		}
	}
	return e
}

// clusterOf is entityID for a state that is still changing.
func (s *state) clusterOf(memberID string) string {
	for memberID != "" {
		for id, in := range s.entities {
			for _, member := range graph.ProfileOf(in.entity).Members {
				if member == memberID {
					return id
				}
			}
		}
		memberID = s.successors[memberID]
	}
	return ""
}

func (s filled) place(id string) *graph.Place {
	place, _ := s.entity(id).(*graph.Place)
	return place
}

func (s filled) article(id string) *graph.Article {
	b := s.batches[id]
	if b == nil {
		return nil
	}
	article := b.Article
	return &article
}

// bareArticle returns an article as reports and mentions have it.
func (s filled) bareArticle(id string) *graph.Article {
	article := s.article(id)
	if article != nil {
		article.Text = ""
	}
	return article
}

func (s filled) fillParticipants(participants []graph.Participation) {
	for i := range participants {
		p := &participants[i]
		p.Entity = s.entity(p.EntityID)
		p.OnBehalfOf = s.entity(p.OnBehalfOfID)
	}
}

// eventOfReport returns an event as a report has it: with its parties and place.
func (s filled) eventOfReport(id string) *graph.Event {
	e := s.events[id]
	if e == nil {
		return nil
	}
	e = storekit.CloneEvent(e)
	s.fillParticipants(e.Participants)
	e.Place = s.place(e.PlaceID)
	return e
}

// event returns an event with its first reports and those of its conflicts.
func (s filled) event(id string, reports int) (*graph.Event, error) {
	e := s.eventOfReport(id)
	for i := range e.Conflicts {
		conflict := &e.Conflicts[i]
		for _, id := range conflict.ReportIDs {
			conflict.Reports = append(conflict.Reports, s.report(id))
		}
	}
	if reports == 0 {
		return e, nil
	}
	var err error
	e.Reports, err = s.reportsOfEvent(id, "", graph.PageRequest{First: reports})
	return e, err
}

// report returns a report, or nil.
func (s filled) report(id string) *graph.Report {
	r := s.index().reports[id]
	if r == nil {
		return nil
	}
	r = storekit.CloneReport(r)
	for i := range r.Participants {
		p := &r.Participants[i]
		p.EntityID, p.OnBehalfOfID = s.entityID(p.EntityID), s.entityID(p.OnBehalfOfID)
	}
	s.fillParticipants(r.Participants)
	r.PlaceID = s.entityID(r.PlaceID)
	r.Place = s.place(r.PlaceID)
	for i, source := range r.AttributedToIDs {
		r.AttributedToIDs[i] = s.entityID(source)
		r.AttributedTo = append(r.AttributedTo, s.entity(r.AttributedToIDs[i]))
	}
	r.Article = s.bareArticle(r.ArticleID)
	r.EventID = s.index().eventOf[id]
	r.Event = s.eventOfReport(r.EventID)
	return r
}
