package resolvers

import (
	"context"
	"strings"
	"testing"

	"dateline/graph"

	"github.com/google/go-cmp/cmp"
)

// TestInvalidArguments: each is refused with a sentence on what is wrong.
func TestInvalidArguments(t *testing.T) {
	_, store := canal(t)
	for arguments, want := range map[string]string{
		`first: 0`:                        "first is 0; it must be from 1 to 100.",
		`first: -1`:                       "first is -1; it must be from 1 to 100.",
		`first: 101`:                      "first is 101; it must be from 1 to 100.",
		`last: 1000000`:                   "last is 1000000; it must be from 1 to 100.",
		`first: 1, last: 1`:               "first and last cannot be given together.",
		`last: 1, after: "x"`:             "first goes with after, and last with before.",
		`first: 1, before: "x"`:           "first goes with after, and last with before.",
		`after: "x", before: "y"`:         "first goes with after, and last with before.",
		`after: "x"`:                      "This cursor does not belong to this list and order.",
		`minArticles: -1`:                 "minArticles is -1; it must not be negative.",
		`who: {name: " "}`:                "who is empty; give an ID, a name or a country.",
		`text: " "`:                       "text is blank; give a word, or leave it out to exclude nothing.",
		`publisher: ""`:                   "publisher is blank; give a word, or leave it out to exclude nothing.",
		`minConfidence: 1.5`:              "minConfidence is 1.5; it must be from 0 to 1.",
		`who: {country: "FRA"}`:           `who.country is "FRA"; it must be an ISO 3166-1 alpha-2 code, such as FR.`,
		`anyOf: [{name: "A"}, {id: " "}]`: "anyOf[1] is empty; give an ID, a name or a country.",
		`allOf: [` + strings.Repeat(`{name: "A"}, `, 21) + `]`: "allOf has 21 parties; at most 20 are allowed.",
		`during: "last week"`: `"last week" is not a time that can be read: want a time in EDTF, such as "2026", "2024-03", "2026-02-10", "2022/2024" or "2025-07/.."`,
		`during: 2016`:        `2016 is not a string: want a time in EDTF, such as "2026", "2024-03", "2026-02-10", "2022/2024" or "2025-07/.."`,
	} {
		response := Execute(t.Context(), store, Request{Query: `{ contacts(` + arguments + `) { totalCount } }`})
		if len(response.Errors) != 1 || response.Errors[0].Message != want {
			t.Errorf("contacts(%s): %v, want %s", arguments, response.Errors, want)
		}
	}
}

// TestErrorsNameTheArgument: the path of an error leads to the argument, though the
// argument was read as part of an input.
func TestErrorsNameTheArgument(t *testing.T) {
	_, store := canal(t)
	for query, want := range map[string]string{
		`{ contacts(during: "x") { totalCount } }`:                                       "contacts.during",
		`{ c: contacts(during: "x") { totalCount } }`:                                    "c.during",
		`{ timeline(by: DAY, during: "x") { count } }`:                                   "timeline.during",
		`{ entity(ref: {name: "Ilse Varga"}) { contacts(during: "x") { totalCount } } }`: "entity.contacts.during",
		`{ articles(published: "x") { totalCount } }`:                                    "articles.published",
	} {
		response := Execute(t.Context(), store, Request{Query: query})
		if len(response.Errors) != 1 || response.Errors[0].Path.String() != want {
			t.Errorf("%s: %v, want the path %s", query, response.Errors, want)
		}
	}
}

// filtered notes the filters that a store is asked with.
type filtered struct {
	graph.Reader
	filters []graph.EventFilter
}

func (a *filtered) Events(ctx context.Context, q graph.EventQuery) (*graph.EventPage, error) {
	a.filters = append(a.filters, q.EventFilter)
	return a.Reader.Events(ctx, q)
}

func (a *filtered) ContactsOf(ctx context.Context, ids []string, q graph.EventQuery) ([]*graph.EventPage, error) {
	a.filters = append(a.filters, q.EventFilter)
	return a.Reader.ContactsOf(ctx, ids, q)
}

func (a *filtered) Timeline(ctx context.Context, f graph.EventFilter, unit graph.TimeUnit) ([]graph.TimelineBucket, error) {
	a.filters = append(a.filters, f)
	return a.Reader.Timeline(ctx, f, unit)
}

// TestFiltersReachTheStore: each argument of the schema sets one field of the filter,
// wherever it stands, and null is the same as leaving it out.
func TestFiltersReachTheStore(t *testing.T) {
	_, store := canal(t)
	who, with := &graph.EntityRef{Name: "Ilse Varga"}, &graph.EntityRef{ID: "per_a"}
	filters := map[string]struct {
		value string
		set   func(*graph.EventFilter)
	}{
		"type":          {"[STATEMENT]", func(f *graph.EventFilter) { f.Types = []graph.EventType{graph.EventStatement} }},
		"who":           {`{name: "Ilse Varga"}`, func(f *graph.EventFilter) { f.Who = who }},
		"with":          {`{id: "per_a"}`, func(f *graph.EventFilter) { f.With = with }},
		"means":         {"[CALL, VISIT]", func(f *graph.EventFilter) { f.Means = []graph.Means{graph.MeansCall, graph.MeansVisit} }},
		"status":        {"DENIED", func(f *graph.EventFilter) { f.Statuses = []graph.Status{graph.StatusDenied} }},
		"during":        {`"2031-03"`, func(f *graph.EventFilter) { f.During = graph.MustEDTF("2031-03") }},
		"knownBy":       {`"2031-03-04"`, func(f *graph.EventFilter) { f.KnownBy = graph.NewDate(2031, 3, 4) }},
		"publisher":     {`"Ferry Bulletin"`, func(f *graph.EventFilter) { f.Publisher = "Ferry Bulletin" }},
		"minArticles":   {"2", func(f *graph.EventFilter) { f.MinArticles = 2 }},
		"anyOf":         {`[{name: "Ilse Varga"}, {country: "xm"}]`, func(f *graph.EventFilter) { f.AnyOf = []graph.EntityRef{*who, {Country: "XM"}} }},
		"allOf":         {`[]`, func(f *graph.EventFilter) { f.AllOf = []graph.EntityRef{} }},
		"place":         {`{name: "Ilse Varga"}`, func(f *graph.EventFilter) { f.Place = who }},
		"about":         {`"tolls"`, func(f *graph.EventFilter) { f.About = "tolls" }},
		"minConfidence": {"0.5", func(f *graph.EventFilter) { f.MinConfidence = 0.5 }},
		"sourceKind":    {"[NEWS]", func(f *graph.EventFilter) { f.SourceKinds = []graph.SourceKind{graph.SourceNews} }},
		"text":          {`"phone"`, func(f *graph.EventFilter) { f.Text = "phone" }},
	}
	for _, list := range []struct{ parent, field, query string }{
		{"Query", "contacts", "{ contacts(ARGUMENTS) { totalCount } }"},
		{"Query", "events", "{ events(ARGUMENTS) { totalCount } }"},
		{"Query", "timeline", "{ timeline(by: YEAR, ARGUMENTS) { count } }"},
		{"Person", "contacts", `{ entity(ref: {name: "Ilse Varga"}) { contacts(ARGUMENTS) { totalCount } } }`},
	} {
		for _, argument := range definition().Types[list.parent].Fields.ForName(list.field).Arguments {
			filter, ok := filters[argument.Name]
			if !ok {
				continue
			}
			for _, value := range []string{filter.value, "null"} {
				want := graph.EventFilter{}
				if list.field != "events" {
					want.Types = contacts
				}
				if value != "null" {
					filter.set(&want)
				}
				noted := &filtered{Reader: store}
				query := strings.Replace(list.query, "ARGUMENTS", argument.Name+": "+value, 1)
				if response := Execute(t.Context(), noted, Request{Query: query}); len(response.Errors) > 0 {
					t.Errorf("%s: %v", query, response.Errors)
				}
				if diff := cmp.Diff([]graph.EventFilter{want}, noted.filters, cmp.Comparer(func(a, b graph.EDTF) bool { return a == b })); diff != "" {
					t.Errorf("%s (-want +got):\n%s", query, diff)
				}
			}
		}
	}
}
