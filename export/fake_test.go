package export

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

// fake is a store of made-up rows; the methods that exports don't call are missing.
type fake struct {
	graph.EventReader
	graph.EntityReader
	graph.NodeReader
	events   func(i int) *graph.Event
	count    int
	entities []graph.Entity
	articles []*graph.Article
	// failAfter makes the page after this many rows fail; 0 for never.
	failAfter int
	asked     []graph.EventQuery
}

var errFake = fmt.Errorf("%w: the fake broke", graph.ErrUnavailable)

func (f *fake) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("%w: %w", graph.ErrTimeout, err)
	}
	f.asked = append(f.asked, q)
	start, end := bounds(q.PageRequest, f.count)
	if f.failAfter > 0 && start >= f.failAfter {
		return nil, errFake
	}
	page := &graph.EventPage{HasNext: end < f.count}
	for i := start; i < end; i++ {
		e := *f.events(i)
		if e.Reports != nil && len(e.Reports.Nodes) > q.Reports {
			all := e.Reports.Nodes
			e.Reports = &graph.ReportPage{Nodes: all[:q.Reports], Cursors: make([]string, q.Reports), HasNext: true}
			e.Reports.Cursors[q.Reports-1] = strconv.Itoa(q.Reports)
		}
		page.Nodes = append(page.Nodes, &e)
		page.Cursors = append(page.Cursors, strconv.Itoa(i+1))
	}
	return page, nil
}

func (f *fake) Reports(_ context.Context, q graph.ReportQuery) ([]*graph.ReportPage, error) {
	for i := range f.count {
		if e := f.events(i); e.ID == q.EventIDs[0] {
			start, end := bounds(q.PageRequest, len(e.Reports.Nodes))
			page := &graph.ReportPage{Nodes: e.Reports.Nodes[start:end], HasNext: end < len(e.Reports.Nodes)}
			for j := start; j < end; j++ {
				page.Cursors = append(page.Cursors, strconv.Itoa(j+1))
			}
			return []*graph.ReportPage{page}, nil
		}
	}
	return nil, errors.New("no such event")
}

func bounds(p graph.PageRequest, length int) (start, end int) {
	if p.After != "" {
		start, _ = strconv.Atoi(p.After)
	}
	return start, min(start+p.First, length)
}

func (f *fake) Entities(context.Context, graph.EntityQuery) (*graph.EntityPage, error) {
	return &graph.EntityPage{Nodes: f.entities, Cursors: make([]string, len(f.entities))}, nil
}

// MentionsOf finds each entity's name in the first article.
func (f *fake) MentionsOf(_ context.Context, ids []string, _ graph.PageRequest) ([]*graph.MentionPage, error) {
	pages := make([]*graph.MentionPage, len(ids))
	for i := range ids {
		pages[i] = &graph.MentionPage{}
		name, text := graph.ProfileOf(f.entities[i]).Name, f.articles[0].Text
		before, _, found := strings.Cut(text, name)
		if start := len([]rune(before)); found {
			span := graph.MentionSpan{Text: name, Start: start, End: start + len([]rune(name))}
			pages[i].Nodes = []*graph.Mention{{Entity: f.entities[i], Article: f.articles[0], MentionSpan: span}}
		}
	}
	return pages, nil
}

func (f *fake) Nodes(_ context.Context, ids []string) ([]graph.Node, error) {
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		for _, a := range f.articles {
			if a.ID == id {
				nodes[i] = a
			}
		}
	}
	return nodes, nil
}

func (f *fake) Articles(context.Context, graph.ArticleQuery) (*graph.ArticlePage, error) {
	return &graph.ArticlePage{Nodes: f.articles, Cursors: make([]string, len(f.articles))}, nil
}

// hostile are texts that some program could take for more than a text.
var hostile = []string{
	`=HYPERLINK("http://evil.example","click")`, `+1+cmd|' /C calc'!A0`, `-2+3`, `@SUM(1+9)`, "\t=1+1", `a;=1+1`,
	`<script>alert(1)</script>`, `]]></data>&amp;<!--`, "two\nlines\r\nX-EVIL:1", "[link](javascript:alert(1)) **bold** `code`",
	"nul\x00bell\x07", `back\slash {brace} %percent`, "\u202eright to left", strings.Repeat("long ", 60), `"quoted", 'single'`,
}

// times are all forms of time.
var times = []*graph.TimeSpan{
	nil,
	{EDTF: graph.MustEDTF("2025-07-03"), Text: "on Thursday"},
	{EDTF: graph.MustEDTF("2025-07")},
	{EDTF: graph.MustEDTF("2025")},
	{EDTF: graph.MustEDTF("2022-22")},
	{EDTF: graph.MustEDTF("2026-02-02/2026-02-08")},
	{EDTF: graph.MustEDTF("2022-09~")},
	{EDTF: graph.MustEDTF("2022-09-03?")},
	{EDTF: graph.MustEDTF("201X")},
	{EDTF: graph.MustEDTF("2025-12-21/..")},
	{EDTF: graph.MustEDTF("2024-03-01/2024-05")},
	graph.By(graph.NewDate(2026, time.February, 10)),
}

// everything returns a store with an event for each status, time and hostile text.
func everything() *fake {
	f := &fake{}
	var events []*graph.Event
	for i := range len(hostile) * len(times) {
		statuses := graph.Statuses()
		events = append(events, madeUpEvent(i, hostile[i%len(hostile)], statuses[i%len(statuses)], times[i%len(times)]))
	}
	f.events, f.count = func(i int) *graph.Event { return events[i] }, len(events)
	var text strings.Builder
	for i, name := range hostile {
		f.entities = append(f.entities, &graph.Person{Profile: graph.Profile{
			ID: graph.NewID(graph.PrefixPerson, name), Name: name, Aliases: []string{name}, Country: "NO",
		}})
		fmt.Fprintf(&text, "Line %d names %s in it.\n", i, name)
	}
	for i, name := range hostile {
		f.articles = append(f.articles, &graph.Article{
			ID: graph.NewID(graph.PrefixArticle, name), Title: name, Publisher: name, Byline: name, Text: text.String(), Language: "en",
			URL: "https://news.example/" + strconv.Itoa(i), Published: graph.NewDate(2026, time.February, 1+i),
		})
	}
	f.articles[1].Published = graph.Date{}
	return f
}

func madeUpEvent(i int, name string, status graph.Status, span *graph.TimeSpan) *graph.Event {
	id := strconv.Itoa(i)
	one := &graph.Person{Profile: graph.Profile{ID: graph.NewID(graph.PrefixPerson, id), Name: name, Country: "FR"}}
	other := &graph.Organization{Profile: graph.Profile{ID: graph.NewID(graph.PrefixOrganization, name), Name: "Org " + name}, Kind: graph.OrganizationCompany}
	place := &graph.Place{Profile: graph.Profile{ID: graph.NewID(graph.PrefixPlace, name), Name: "Place " + name}}
	article := &graph.Article{
		ID: graph.NewID(graph.PrefixArticle, id), Title: "Title " + name, Publisher: "Publisher " + id, URL: "https://news.example/" + id + "?a=1&b=<2>",
	}
	if i%5 > 0 {
		article.Published = graph.NewDate(2026, time.February, 11)
	}
	report := &graph.Report{
		ID: graph.NewID(graph.PrefixReport, id), ArticleID: article.ID, Article: article, Status: status, Quote: "Quote " + id + " " + name,
		Start: 3, End: 30, Confidence: 0.9, AttributedTo: []graph.Entity{other},
	}
	return &graph.Event{
		ID: graph.EventIDOf(report.ID), Type: graph.EventContact, Means: graph.MeansCall, Status: status, Time: span,
		Summary: "Summary " + id + " of " + name, PlaceID: place.ID, Place: place,
		Participants: []graph.Participation{
			{EntityID: one.ID, Entity: one, Role: graph.RoleInitiator, OnBehalfOfID: other.ID, OnBehalfOf: other},
			{EntityID: other.ID, Entity: other, Role: graph.RoleRecipient},
		},
		About: []graph.Passage{{Text: "about " + name}}, ReportIDs: []string{report.ID}, ArticleCount: 1, PublisherCount: 1,
		Conflicts: []graph.Conflict{{Kind: graph.ConflictTime, Explanation: "conflict of " + name}},
		Reports:   &graph.ReportPage{Nodes: []*graph.Report{report}, Cursors: []string{"1"}},
	}
}

// exported returns an export of everything that a store has of a kind.
func exported(t tester, store Reader, kind Kind, name string) string {
	t.Helper()
	format, err := FormatOf(name)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var out strings.Builder
	options := Options{Title: hostile[6], Now: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)}
	if _, err := Run(t.Context(), store, Query{Of: kind}, format, &out, options); err != nil {
		t.Fatalf("%s of %s: %v", name, kind, err)
	}
	return out.String()
}
