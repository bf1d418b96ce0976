package graphtest

import (
	"maps"
	"slices"
	"sync"

	"dateline/graph"
	"dateline/graph/storekit"
)

// state is everything that a Memory has at one moment. A committed state never changes.
type state struct {
	batches  map[string]*graph.Batch
	entities map[string]entityIn
	events   map[string]*graph.Event
	edits    map[string]*graph.Edit
	reviews  map[string]reviewIn
	// successors has, for a member or report that is gone, the smallest ID that was left in its
	// entity or event.
	successors map[string]string
	// log has the changes that are kept; oldest is the sequence number of the first one.
	log    []loggedChange
	oldest int64
	// editLog and oldestEdit are those of the log of edits.
	editLog    []loggedEdit
	oldestEdit int64

	indexed sync.Once
	byID    index
}

type entityIn struct {
	block  string
	entity graph.Entity
}

type reviewIn struct {
	block  string
	review *graph.Review
}

// index finds what a committed state has by ID.
type index struct {
	articleOf map[string]*graph.Article // by the ID of a member or report
	reports   map[string]*graph.Report
	entityOf  map[string]string // by member ID
	eventOf   map[string]string // by report ID
}

func newState() *state {
	return &state{
		batches:    map[string]*graph.Batch{},
		entities:   map[string]entityIn{},
		events:     map[string]*graph.Event{},
		edits:      map[string]*graph.Edit{},
		reviews:    map[string]reviewIn{},
		successors: map[string]string{},
		oldest:     1,
		oldestEdit: 1,
	}
}

func (s *state) clone() *state {
	return &state{
		batches:    maps.Clone(s.batches),
		entities:   maps.Clone(s.entities),
		events:     maps.Clone(s.events),
		edits:      maps.Clone(s.edits),
		reviews:    maps.Clone(s.reviews),
		successors: maps.Clone(s.successors),
		log:        slices.Clip(s.log),
		oldest:     s.oldest,
		editLog:    slices.Clip(s.editLog),
		oldestEdit: s.oldestEdit,
	}
}

// leave removes members and reports from their entities and events. If they are gone for
// good, the smallest ID that is left becomes their successor.
func (s *state) leave(ids map[string]bool, forGood bool) {
	left := func(all []string) []string {
		stay := keep(all, func(id string) bool { return !ids[id] })
		if !forGood {
			return stay
		}
		for _, id := range all {
			switch {
			case !ids[id]:
			case len(stay) > 0:
				s.successors[id] = slices.Min(stay)
			default:
				delete(s.successors, id)
			}
		}
		return stay
	}
	gone := func(id string) bool { return ids[id] }
	for id, in := range s.entities {
		if slices.ContainsFunc(graph.ProfileOf(in.entity).Members, gone) {
			e := storekit.CloneEntity(in.entity)
			graph.ProfileOf(e).Members = left(graph.ProfileOf(e).Members)
			s.entities[id] = entityIn{in.block, e}
		}
	}
	for id, e := range s.events {
		if slices.ContainsFunc(e.ReportIDs, gone) {
			e = storekit.CloneEvent(e)
			e.ReportIDs = left(e.ReportIDs)
			s.events[id] = e
		}
	}
}

// index returns the index of a committed state.
func (s *state) index() *index {
	s.indexed.Do(func() {
		s.byID = index{map[string]*graph.Article{}, map[string]*graph.Report{}, map[string]string{}, map[string]string{}}
		for _, b := range s.batches {
			for i := range b.Members {
				s.byID.articleOf[b.Members[i].ID] = &b.Article
			}
			for i := range b.Reports {
				s.byID.articleOf[b.Reports[i].ID] = &b.Article
				s.byID.reports[b.Reports[i].ID] = &b.Reports[i]
			}
		}
		for id, in := range s.entities {
			for _, member := range graph.ProfileOf(in.entity).Members {
				s.byID.entityOf[member] = id
			}
		}
		for id, e := range s.events {
			for _, report := range e.ReportIDs {
				s.byID.eventOf[report] = id
			}
		}
	})
	return &s.byID
}

// entityID returns the entity that an ID stands for now, or "".
func (s *state) entityID(id string) string { return s.became(s.index().entityOf, id) }

// eventID returns the event that an ID stands for now, or "".
func (s *state) eventID(id string) string {
	if graph.PrefixOf(id) != graph.PrefixEvent {
		return ""
	}
	return s.became(s.index().eventOf, graph.ReportIDOf(id))
}

// became follows successors. It ends, because a successor existed when the other went.
func (s *state) became(clusterOf map[string]string, id string) string {
	for id != "" {
		if cluster := clusterOf[id]; cluster != "" {
			return cluster
		}
		id = s.successors[id]
	}
	return ""
}
