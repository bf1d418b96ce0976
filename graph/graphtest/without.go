package graphtest

import (
	"pgregory.net/rapid"

	"dateline/graph"
)

// someWithout draws what a caller will not look at: usually nothing, and often all that
// may be left out.
func someWithout(t *rapid.T) graph.Without {
	if sometimes(t, "what always comes alone", rapid.Bool()) {
		return graph.WithoutDetails()
	}
	flag := func(label string) bool { return sometimes(t, "without "+label, rapid.Bool()) }
	return graph.Without{
		Conflicts: flag("conflicts"), EventDetails: flag("details of events"), ReportParties: flag("parties of reports"),
		ReportSources: flag("sources of reports"), ReportDetails: flag("details of reports"),
		ArticleDetails: flag("details of articles"), EntityDetails: flag("details of entities"),
	}
}

// Strip empties what a store may leave empty, so that the answers of two stores can be
// compared.
func Strip(page *graph.EventPage, w graph.Without) {
	if page == nil {
		return
	}
	for _, e := range page.Nodes {
		stripEvent(e, w)
	}
}

func stripEvent(e *graph.Event, w graph.Without) {
	if e == nil {
		return
	}
	if w.Conflicts {
		e.Conflicts, e.Merges, e.Related = nil, nil, nil
	}
	if w.EventDetails {
		e.About, e.Qualifier, e.Several, e.DeniesPlan = nil, "", false, false
	}
	for _, c := range e.Conflicts {
		stripReports(c.Reports, w)
	}
	if e.Reports != nil {
		stripReports(e.Reports.Nodes, w)
	}
	stripParties(e.Participants, w)
	if e.Place != nil {
		stripEntity(e.Place, w)
	}
}

func stripReports(reports []*graph.Report, w graph.Without) {
	for _, r := range reports {
		stripEvent(r.Event, w)
		if w.ReportParties {
			r.Participants, r.PlaceID, r.Place = nil, "", nil
		}
		if w.ReportSources {
			r.AttributedToIDs, r.AttributedTo, r.Confidence, r.Stated, r.ByHand = nil, nil, 0, "", false
		}
		if w.ReportDetails {
			r.Type, r.Means, r.Time, r.Claim, r.Block, r.Page = "", "", nil, nil, "", 0
			r.About, r.Qualifier, r.Several, r.DeniesPlan = nil, "", false, false
		}
		if w.ArticleDetails {
			a := r.Article
			r.Article = &graph.Article{ID: a.ID, URL: a.URL, Title: a.Title, Publisher: a.Publisher, Published: a.Published}
		}
		stripParties(r.Participants, w)
		for _, source := range r.AttributedTo {
			stripEntity(source, w)
		}
		if r.Place != nil {
			stripEntity(r.Place, w)
		}
	}
}

func stripParties(participants []graph.Participation, w graph.Without) {
	for _, p := range participants {
		stripEntity(p.Entity, w)
		stripEntity(p.OnBehalfOf, w)
	}
}

func stripEntity(e graph.Entity, w graph.Without) {
	if !w.EntityDetails || isNil(e) {
		return
	}
	named := graph.ProfileOf(e)
	*named = graph.Profile{ID: named.ID, Name: named.Name}
	switch e := e.(type) {
	case *graph.Person:
		e.Positions = nil
	case *graph.Organization:
		e.Kind = ""
	}
}
