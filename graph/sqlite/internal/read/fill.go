package read

import (
	"fmt"
	"slices"
	"strconv"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
)

// filling is the events of an answer and what they and reports refer to, by ID. What
// several of them refer to is shared.
type filling struct {
	r       *View
	first   int // how many reports of each event to fill
	without graph.Without

	events   map[string]*graph.Event
	bare     map[string]*graph.Event // as reports have them, without reports
	reports  map[string]*graph.Report
	articles map[string]*graph.Article
	entities map[string]graph.Entity
}

// fill fills events with their entities, their first reports and those of their
// conflicts, and reports with their entities, article and event. It is one statement
// for each kind of thing, however many events and reports there are.
func fill(r *View, events map[string]*graph.Event, reports map[string]*graph.Report, first int, without graph.Without) error {
	if len(events) == 0 && len(reports) == 0 {
		return nil
	}
	f := &filling{r: r, first: first, without: without, events: events, reports: reports}
	for _, load := range []func() error{f.loadReports, f.loadBare, f.loadArticles, f.loadEntities} {
		if err := load(); err != nil {
			return err
		}
	}
	for _, e := range f.bare {
		f.fillParties(e)
	}
	for _, report := range f.reports {
		if err := f.fillReport(report); err != nil {
			return err
		}
	}
	for _, e := range events {
		if err := f.fillEvent(e); err != nil {
			return err
		}
	}
	return nil
}

// firstOf returns the IDs of an event's first reports.
func (f *filling) firstOf(e *graph.Event) []string {
	return e.ReportIDs[:min(f.first, len(e.ReportIDs))]
}

func (f *filling) loadReports() error {
	if f.reports == nil {
		f.reports = make(map[string]*graph.Report)
	}
	want := func(ids []string) {
		for _, id := range ids {
			if _, known := f.reports[id]; !known {
				f.reports[id] = nil
			}
		}
	}
	for _, e := range f.events {
		want(f.firstOf(e))
		for _, c := range e.Conflicts {
			want(c.ReportIDs)
		}
	}
	return loadReports(f.r, f.reports, f.without)
}

// briefEvents reports whether events are read in brief.
func briefEvents(without graph.Without) bool { return without.Conflicts && without.EventDetails }

// loadBare copies the events that are loaded already, and reads the others.
func (f *filling) loadBare() error {
	f.bare = make(map[string]*graph.Event, len(f.events))
	for _, report := range f.reports {
		id := report.EventID
		if _, known := f.bare[id]; known || id == "" {
			continue
		}
		f.bare[id] = nil
		if e := f.events[id]; e != nil {
			bare := *e
			bare.Conflicts = slices.Clone(e.Conflicts)
			f.bare[id] = &bare
		}
	}
	return loadEvents(f.r, f.bare, briefEvents(f.without))
}

func (f *filling) loadArticles() error {
	f.articles = make(map[string]*graph.Article, len(f.reports))
	for _, report := range f.reports {
		f.articles[report.ArticleID] = nil
	}
	return loadArticles(f.r, f.articles, f.without.ArticleDetails)
}

func (f *filling) loadEntities() error {
	f.entities = make(map[string]graph.Entity)
	for _, events := range []map[string]*graph.Event{f.events, f.bare} {
		for _, e := range events {
			for _, p := range e.Participants {
				f.entities[p.EntityID], f.entities[p.OnBehalfOfID] = nil, nil
			}
			f.entities[e.PlaceID] = nil
		}
	}
	for _, report := range f.reports {
		if !f.without.ReportParties {
			for id := range report.PartyIDs() {
				f.entities[id] = nil
			}
		}
		if !f.without.ReportSources {
			for _, id := range report.AttributedToIDs {
				f.entities[id] = nil
			}
		}
	}
	delete(f.entities, "")
	return loadEntities(f.r, f.entities, f.without.EntityDetails)
}

func (f *filling) fillReport(report *graph.Report) error {
	report.Article = f.articles[report.ArticleID]
	if report.Article == nil {
		return fmt.Errorf("%w: report %s is of article %s, which is missing", graph.ErrCorrupt, report.ID, report.ArticleID)
	}
	report.Event = f.bare[report.EventID]
	if !f.without.ReportParties {
		f.fillParticipants(report.Participants)
		report.Place, _ = f.entities[report.PlaceID].(*graph.Place)
	}
	if !f.without.ReportSources {
		for _, id := range report.AttributedToIDs {
			report.AttributedTo = append(report.AttributedTo, f.entities[id])
		}
	}
	return nil
}

func (f *filling) fillParties(e *graph.Event) {
	f.fillParticipants(e.Participants)
	e.Place, _ = f.entities[e.PlaceID].(*graph.Place)
}

func (f *filling) fillParticipants(participants []graph.Participation) {
	for i := range participants {
		p := &participants[i]
		p.Entity, p.OnBehalfOf = f.entities[p.EntityID], f.entities[p.OnBehalfOfID]
	}
}

func (f *filling) fillEvent(e *graph.Event) error {
	f.fillParties(e)
	for i := range e.Conflicts {
		c := &e.Conflicts[i]
		for _, id := range c.ReportIDs {
			if report := f.reports[id]; report != nil {
				c.Reports = append(c.Reports, report)
			}
		}
	}
	if f.first == 0 {
		return nil
	}
	ids := f.firstOf(e)
	e.Reports = &graph.ReportPage{
		Nodes: make([]*graph.Report, len(ids)), Cursors: make([]string, len(ids)), HasNext: len(ids) < len(e.ReportIDs),
	}
	for i, id := range ids {
		report := f.reports[id]
		if report == nil {
			return fmt.Errorf("%w: event %s has report %s, which is missing", graph.ErrCorrupt, e.ID, id)
		}
		e.Reports.Nodes[i], e.Reports.Cursors[i] = report, eventReportCursor(report)
	}
	return nil
}

// eventReportCursor returns the cursor that Reports has for a report of an event.
func eventReportCursor(report *graph.Report) string {
	day := mapping.DayNumber(report.Article.Published)
	if day == 0 {
		day = afterAllDays
	}
	return graph.Cursor{Order: eventReportOrder.name, Keys: []string{strconv.FormatInt(day, 10), report.ID}}.Encode()
}
