package graphtest

import (
	"fmt"
	"testing"

	"dateline/graph"
)

var fillReadings = []reading{
	{"AnEventInFull", eventInFull},
	{"FirstReports", firstReports},
	{"ReportsOfEvents", reportsOfEvents},
	{"ReportsOfArticles", reportsOfArticles},
	{"AReportInFull", reportInFull},
	{"OffsetsCountCodePoints", offsetsCountCodePoints},
	{"AllIsFilledAsMemoryFillsIt", filledAsMemory},
	{"AllIsFilledButWhatNobodyLooksAt", filledButWithout},
}

func eventInFull(t *testing.T, c canalStore) {
	events := c.events(t, graph.EventQuery{EventFilter: graph.EventFilter{Statuses: []graph.Status{graph.StatusConfirmed}}})
	if len(events) != 1 {
		t.Fatalf("%d confirmed events", len(events))
	}
	envoy := events[0]
	diff(t, "the event's own fields", plain(c.node("envoy")), plain(envoy))
	first, second := envoy.Participants[0], envoy.Participants[1]
	diff(t, "first participant", c.shown("lindqvist"), viewEntity(first.Entity))
	diff(t, "whom it acted for", c.shown("varga"), viewEntity(first.OnBehalfOf))
	diff(t, "second participant", c.shown("okonedo"), viewEntity(second.Entity))
	if second.OnBehalfOf != nil {
		t.Errorf("who acts for itself acts for %#v", second.OnBehalfOf)
	}
	diff(t, "place", c.shown("lockhaven"), viewPlace(envoy.Place))
	if envoy.Reports != nil {
		t.Error("reports are filled though none were asked for")
	}
	call := c.events(t, graph.EventQuery{EventFilter: graph.EventFilter{Statuses: []graph.Status{graph.StatusDisputed}}})[0]
	if call.Place != nil {
		t.Errorf("an event without a place has the place %+v", call.Place)
	}
	if len(call.Conflicts) != 2 {
		t.Fatalf("%d conflicts", len(call.Conflicts))
	}
	diff(t, "reports of the first conflict", "tolls/call denial/call treaty/call", names(c, call.Conflicts[0].Reports))
	diff(t, "reports of the second conflict", "treaty/call plans/summit", names(c, call.Conflicts[1].Reports))
	other := call.Conflicts[1].Reports[1]
	if other.Article == nil || other.Event == nil {
		t.Fatalf("the report of another event in a conflict is %+v, want it filled", other)
	}
	diff(t, "article of a report in a conflict", "Talks, at last?", other.Article.Title)
	diff(t, "event of a report in a conflict", c.ID("summit"), other.Event.ID)
	told := c.node("call").(*graph.Event)
	diff(t, "merges", told.Merges, call.Merges)
	diff(t, "related events", told.Related, call.Related)
	found, err := c.Nodes(t.Context(), []string{graph.EventIDOf(call.Related[0].ReportID)})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "the related event, found by one of its reports", c.ID("talks"), found[0].NodeID())
}

// shown is the view of an entity of the Canal graph as it is read.
func (c canalStore) shown(nickname string) any {
	return viewEntity(filled{c.memory.state.Load()}.entity(c.ID(nickname)))
}

func firstReports(t *testing.T, c canalStore) {
	const all = "tolls/call denial/call treaty/call"
	for asked, want := range map[int]string{1: "tolls/call", 2: "tolls/call denial/call", 3: all, 9: all} {
		events := c.events(t, graph.EventQuery{EventFilter: graph.EventFilter{MinArticles: 3}, Reports: asked})
		reports := events[0].Reports
		if reports == nil {
			t.Fatalf("first %d reports are not filled", asked)
		}
		if reports.Nodes[0].Article == nil || reports.Nodes[0].Event == nil {
			t.Fatal("the first reports of an event are not filled")
		}
		diff(t, fmt.Sprintf("first %d reports", asked), want, names(c, reports.Nodes))
		diff(t, fmt.Sprintf("HasNext of the first %d reports", asked), asked < 3, reports.HasNext)
		if len(reports.Cursors) != len(reports.Nodes) {
			t.Fatalf("%d cursors for %d reports", len(reports.Cursors), len(reports.Nodes))
		}
		last := reports.Cursors[len(reports.Cursors)-1]
		rest, err := only(c.Reports(t.Context(), graph.ReportQuery{EventIDs: c.IDs("call"), PageRequest: graph.PageRequest{First: 5, After: last}}))
		if err != nil {
			t.Fatal(err)
		}
		diff(t, fmt.Sprintf("reports in all, after the first %d", asked), 3, len(reports.Nodes)+len(rest.Nodes))
	}
}

func reportsOfEvents(t *testing.T, c canalStore) {
	ids := append(c.IDs("summit", "call", "letter", "summit"), graph.EventIDOf(c.ID("plans/envoy")),
		graph.EventIDOf(graph.NewID(graph.PrefixReport, "none")), "no ID", c.ID("varga"))
	pages, err := c.Reports(t.Context(), graph.ReportQuery{EventIDs: ids, PageRequest: graph.PageRequest{Total: true}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"treaty/summit plans/summit", "tolls/call denial/call treaty/call", "undated/letter",
		"treaty/summit plans/summit", "courier/envoy plans/envoy", "", "", ""}
	if len(pages) != len(want) {
		t.Fatalf("%d pages for %d IDs", len(pages), len(want))
	}
	for i, page := range pages {
		diff(t, fmt.Sprintf("reports of event %d", i), want[i], names(c, page.Nodes))
		diff(t, fmt.Sprintf("Total of event %d", i), len(page.Nodes), page.Total)
		for _, r := range page.Nodes {
			if r.Article == nil || r.Event == nil {
				t.Errorf("report %s of event %d is not filled", c.Name(r.ID), i)
			}
		}
	}
	for eventType, count := range map[graph.EventType]int{graph.EventContact: 3, graph.EventStatement: 0, "PARADE": 0} {
		page, err := only(c.Reports(t.Context(), graph.ReportQuery{EventIDs: c.IDs("call"), Type: eventType}))
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "reports of type "+string(eventType), count, len(page.Nodes))
	}
	none, err := c.Reports(t.Context(), graph.ReportQuery{})
	if err != nil || len(none) != 0 {
		t.Errorf("Reports of nothing gave %d pages and the error %v", len(none), err)
	}
}

func reportsOfArticles(t *testing.T, c canalStore) {
	ids := append(c.IDs("plans", "tolls", "undated"), graph.NewID(graph.PrefixArticle, "none"), "no ID", c.ID("call"))
	for eventType, want := range map[graph.EventType][]string{
		"":                   {"plans/talks plans/request plans/envoy plans/summit", "tolls/call tolls/statement", "undated/letter", "", "", ""},
		graph.EventStatement: {"", "tolls/statement", "", "", "", ""},
	} {
		pages, err := c.Reports(t.Context(), graph.ReportQuery{ArticleIDs: ids, Type: eventType, PageRequest: graph.PageRequest{Total: true}})
		if err != nil {
			t.Fatal(err)
		}
		if len(pages) != len(want) {
			t.Fatalf("%d pages for %d IDs", len(pages), len(want))
		}
		for i, page := range pages {
			diff(t, fmt.Sprintf("reports of article %d of type %q", i, eventType), want[i], names(c, page.Nodes))
			diff(t, fmt.Sprintf("Total of article %d of type %q", i, eventType), len(page.Nodes), page.Total)
		}
	}
}

func reportInFull(t *testing.T, c canalStore) {
	page, err := only(c.Reports(t.Context(), graph.ReportQuery{ArticleIDs: c.IDs("courier")}))
	if err != nil {
		t.Fatal(err)
	}
	r := page.Nodes[0]
	want := plain(&c.Batches[2].Reports[0])
	// What is read has the IDs of entities in the place of members.
	want["placeId"] = c.ID("lockhaven")
	want["attributedToIds"] = []any{c.ID("lindqvist"), c.ID("okonedo")}
	parties := want["participants"].([]any)
	parties[0].(map[string]any)["entityId"], parties[0].(map[string]any)["onBehalfOfId"] = c.ID("lindqvist"), c.ID("varga")
	parties[1].(map[string]any)["entityId"] = c.ID("okonedo")
	diff(t, "the report's own fields", want, plain(r))
	diff(t, "EventID", c.ID("envoy"), r.EventID)
	if r.Event == nil || r.Event.Participants[0].OnBehalfOf == nil || r.Event.Place == nil {
		t.Fatalf("the report's event is %+v, want it with its parties and place", r.Event)
	}
	diff(t, "event", plain(c.node("envoy")), plain(r.Event))
	bare := c.Batches[2].Article
	bare.Text = ""
	diff(t, "article", viewArticle(&bare), viewArticle(r.Article))
	diff(t, "place", c.shown("lockhaven"), viewPlace(r.Place))
	diff(t, "sources", []any{c.shown("lindqvist"), c.shown("okonedo")}, viewEach(r.AttributedTo, viewEntity))
	diff(t, "participant", c.shown("lindqvist"), viewEntity(r.Participants[0].Entity))
	diff(t, "whom it acted for", c.shown("varga"), viewEntity(r.Participants[0].OnBehalfOf))
}

// offsetsCountCodePoints cuts each quote and mention out of its article by its offsets.
func offsetsCountCodePoints(t *testing.T, c canalStore) {
	ids := make([]string, 0, len(c.Batches))
	texts := map[string][]rune{}
	for _, b := range c.Batches {
		ids = append(ids, b.Article.ID)
		texts[b.Article.ID] = []rune(b.Article.Text)
	}
	cut := func(a *graph.Article, start, end int) string { return string(texts[a.ID][start:end]) }
	pages, err := c.Reports(t.Context(), graph.ReportQuery{ArticleIDs: ids})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		for _, r := range page.Nodes {
			diff(t, "quote of "+c.Name(r.ID), r.Quote, cut(r.Article, r.Start, r.End))
		}
	}
	mentions, err := c.MentionsOf(t.Context(), c.IDs("varga", "authority", "bulletin"), graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range mentions {
		for _, m := range page.Nodes {
			diff(t, "mention in "+c.Name(m.Article.ID), m.Text, cut(m.Article, m.Start, m.End))
		}
	}
}

// filledAsMemory compares everything that is filled on reading, to its full depth.
func filledAsMemory(t *testing.T, c canalStore) {
	same := func(what string, ask func(r graph.Reader) (any, error)) {
		t.Helper()
		want, err := ask(c.memory)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ask(c.Store)
		if err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
		diff(t, what, want, got)
	}
	for reports := range 4 {
		same("Events", func(r graph.Reader) (any, error) {
			page, err := r.Events(t.Context(), graph.EventQuery{Reports: reports})
			return viewPage(page, viewEvent), err
		})
	}
	var all []string
	for _, nickname := range []string{"tolls", "denial", "courier", "treaty", "undated", "plans"} {
		all = append(all, c.ID(nickname))
		same("Reports", func(r graph.Reader) (any, error) {
			page, err := only(r.Reports(t.Context(), graph.ReportQuery{ArticleIDs: c.IDs(nickname)}))
			return viewPage(page, viewReport), err
		})
	}
	for id := range c.names {
		if id != "" {
			all = append(all, id)
		}
	}
	same("Nodes", func(r graph.Reader) (any, error) {
		nodes, err := r.Nodes(t.Context(), all)
		return viewEach(nodes, viewNode), err
	})
}

// filledButWithout asks for pages without each kind of detail, and without all of them.
// The rest is the same.
func filledButWithout(t *testing.T, c canalStore) {
	for _, without := range []graph.Without{
		{Conflicts: true},
		{EventDetails: true},
		{ReportParties: true},
		{ReportSources: true},
		{ReportDetails: true},
		{ArticleDetails: true},
		{EntityDetails: true},
		{ReportParties: true, ReportDetails: true},
		{ReportSources: true, ReportDetails: true},
		graph.WithoutDetails(),
	} {
		for _, once := range []bool{true, false} {
			q := graph.EventQuery{Reports: 2, Without: without, Once: once}
			var views []any
			for _, store := range []graph.Reader{c.memory, c.Store} {
				page, err := store.Events(t.Context(), q)
				if err != nil {
					t.Fatalf("%+v: %v", without, err)
				}
				Strip(page, without)
				views = append(views, viewPage(page, viewEvent))
			}
			diff(t, fmt.Sprintf("%+v, once %t", without, once), views[0], views[1])
		}
	}
}
