package sqlite

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dateline/graph"
)

// filling is what the events and reports of one answer name, by ID. What two of
// them name is shared.
type filling struct {
	r        *reader
	events   map[string]*graph.Event // as reports have them: without reports of their own
	reports  map[string]*graph.Report
	articles map[string]*graph.Article
	entities map[string]graph.Entity
}

// fill fills events with their entities, their first reports and those of their
// conflicts, and reports with their entities, article and event: a statement for
// each kind of thing, whatever the number of events and reports.
func (r *reader) fill(events []*graph.Event, first int, reports []*graph.Report) error {
	if len(events) == 0 && len(reports) == 0 {
		return nil
	}
	f := &filling{r: r, events: make(map[string]*graph.Event), reports: make(map[string]*graph.Report)}
	for _, report := range reports {
		f.reports[report.ID] = report
	}
	for _, load := range []func() error{
		func() error { return f.loadReports(events, first) },
		func() error { return f.loadEvents(events) },
		f.loadArticles,
		f.loadEntities,
	} {
		if err := load(); err != nil {
			return err
		}
	}
	if err := f.check(events, first); err != nil {
		return err
	}
	f.fillReports()
	for _, e := range events {
		f.fillEvent(e, first)
	}
	return nil
}

// check tells of reports and articles that are named and not there.
func (f *filling) check(events []*graph.Event, first int) error {
	for _, e := range events {
		for _, id := range e.ReportIDs[:min(first, len(e.ReportIDs))] {
			if f.reports[id] == nil {
				return fmt.Errorf("%w: event %s has report %s, which is missing", graph.ErrCorrupt, e.ID, id)
			}
		}
	}
	for _, report := range f.reports {
		if f.articles[report.ArticleID] == nil {
			return fmt.Errorf("%w: report %s is of article %s, which is missing", graph.ErrCorrupt, report.ID, report.ArticleID)
		}
	}
	return nil
}

func (f *filling) loadReports(events []*graph.Event, first int) error {
	wanted := make(map[string]bool)
	for _, e := range events {
		for _, id := range e.ReportIDs[:min(first, len(e.ReportIDs))] {
			wanted[id] = true
		}
		for _, c := range e.Conflicts {
			for _, id := range c.ReportIDs {
				wanted[id] = true
			}
		}
	}
	for id := range f.reports {
		delete(wanted, id)
	}
	found, err := f.r.reports(maps.Keys(wanted))
	maps.Copy(f.reports, found)
	return err
}

// loadEvents takes those at hand, and reads those of other reports.
func (f *filling) loadEvents(events []*graph.Event) error {
	for _, e := range events {
		bare := *e
		bare.Participants = slices.Clone(e.Participants)
		bare.Conflicts = slices.Clone(e.Conflicts)
		f.events[e.ID] = &bare
	}
	wanted := make(map[string]bool)
	for _, report := range f.reports {
		if report.EventID != "" && f.events[report.EventID] == nil {
			wanted[report.EventID] = true
		}
	}
	found, err := f.r.events(maps.Keys(wanted))
	maps.Copy(f.events, found)
	return err
}

func (f *filling) loadArticles() error {
	wanted := make(map[string]bool)
	for _, report := range f.reports {
		wanted[report.ArticleID] = true
	}
	var err error
	f.articles, err = f.r.articles(maps.Keys(wanted))
	return err
}

func (f *filling) loadEntities() error {
	wanted := make(map[string]bool)
	for _, e := range f.events {
		for _, p := range e.Participants {
			wanted[p.EntityID] = true
			wanted[p.OnBehalfOfID] = true
		}
		wanted[e.PlaceID] = true
	}
	for _, report := range f.reports {
		for id := range report.PartyIDs() {
			wanted[id] = true
		}
	}
	delete(wanted, "")
	var err error
	f.entities, err = f.r.loadEntities(maps.Keys(wanted))
	return err
}

func (f *filling) fillReports() {
	for _, e := range f.events {
		f.fillParties(e)
	}
	for _, report := range f.reports {
		for i := range report.Participants {
			p := &report.Participants[i]
			p.Entity, p.OnBehalfOf = f.entities[p.EntityID], f.entities[p.OnBehalfOfID]
		}
		for _, id := range report.AttributedToIDs {
			report.AttributedTo = append(report.AttributedTo, f.entities[id])
		}
		report.Place, _ = f.entities[report.PlaceID].(*graph.Place)
		report.Article = f.articles[report.ArticleID]
		report.Event = f.events[report.EventID]
	}
}

func (f *filling) fillParties(e *graph.Event) {
	for i := range e.Participants {
		p := &e.Participants[i]
		p.Entity, p.OnBehalfOf = f.entities[p.EntityID], f.entities[p.OnBehalfOfID]
	}
	e.Place, _ = f.entities[e.PlaceID].(*graph.Place)
}

func (f *filling) fillEvent(e *graph.Event, first int) {
	f.fillParties(e)
	for i := range e.Conflicts {
		c := &e.Conflicts[i]
		for _, id := range c.ReportIDs {
			if report := f.reports[id]; report != nil {
				c.Reports = append(c.Reports, report)
			}
		}
	}
	if first == 0 {
		return
	}
	ids := e.ReportIDs[:min(first, len(e.ReportIDs))]
	e.Reports = &graph.ReportPage{HasNext: len(ids) < len(e.ReportIDs)}
	for _, id := range ids {
		report := f.reports[id]
		e.Reports.Nodes = append(e.Reports.Nodes, report)
		e.Reports.Cursors = append(e.Reports.Cursors, eventReportCursor(report))
	}
}

// eventReportCursor is what Reports gives for a report of an event.
func eventReportCursor(report *graph.Report) string {
	day := dayNumber(report.Article.Published)
	if day == 0 {
		day = afterAllDays
	}
	return graph.Cursor{Order: eventReportOrder.name, Keys: []string{strconv.FormatInt(day, 10), report.ID}}.Encode()
}
