package graphtest

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
)

var eventReadings = []reading{
	{"Filters", eventFilters},
	{"FiltersInPairs", filtersInPairs},
	{"Orders", eventOrders},
	{"InvalidQuestions", invalidQuestions},
	{"ContactsOf", contactsOf},
	{"Timeline", timeline},
	{"TimelineOfFilters", timelineOfFilters},
	{"Facets", facets},
	{"FacetsOfFilters", facetsOfFilters},
}

// filterCase is a filter and the events that match it, in order of time.
type filterCase struct {
	name   string
	filter graph.EventFilter
	want   string
}

// byTime has all events of the Canal graph in order of time. The call and the statement
// are on the same day. The talks have an open start, and are sorted by their end.
func byTime(c canalStore) []string {
	tie := []string{"call", "statement"}
	slices.SortFunc(tie, func(a, b string) int { return strings.Compare(c.ID(a), c.ID(b)) })
	return slices.Concat([]string{"summit"}, tie, []string{"refusal", "envoy", "request", "talks", "letter"})
}

// inOrderOfTime sorts nicknames of events.
func (c canalStore) inOrderOfTime(events string) string {
	wanted := strings.Fields(events)
	return strings.Join(keep(byTime(c), func(event string) bool { return slices.Contains(wanted, event) }), " ")
}

func canalFilters(c canalStore) []filterCase {
	all := strings.Join(byTime(c), " ")
	types := func(types ...graph.EventType) graph.EventFilter {
		return graph.EventFilter{Types: append([]graph.EventType{}, types...)}
	}
	who := func(r *graph.EntityRef) graph.EventFilter { return graph.EventFilter{Who: r} }
	with := func(r *graph.EntityRef) graph.EventFilter { return graph.EventFilter{With: r} }
	means := func(means ...graph.Means) graph.EventFilter {
		return graph.EventFilter{Means: append([]graph.Means{}, means...)}
	}
	statuses := func(statuses ...graph.Status) graph.EventFilter {
		return graph.EventFilter{Statuses: append([]graph.Status{}, statuses...)}
	}
	during := func(edtf string) graph.EventFilter { return graph.EventFilter{During: graph.MustEDTF(edtf)} }
	known := func(month time.Month, d int) graph.EventFilter {
		return graph.EventFilter{KnownBy: day(2031, month, d)}
	}
	publisher := func(name string) graph.EventFilter { return graph.EventFilter{Publisher: name} }
	articles := func(n int) graph.EventFilter { return graph.EventFilter{MinArticles: n} }
	about := func(words string) graph.EventFilter { return graph.EventFilter{About: words} }
	anyOf := func(refs ...*graph.EntityRef) graph.EventFilter { return graph.EventFilter{AnyOf: refsOf(refs)} }
	allOf := func(refs ...*graph.EntityRef) graph.EventFilter { return graph.EventFilter{AllOf: refsOf(refs)} }
	at := func(place *graph.EntityRef) graph.EventFilter { return graph.EventFilter{Place: place} }
	sure := func(confidence float64) graph.EventFilter { return graph.EventFilter{MinConfidence: confidence} }
	sources := func(kinds ...graph.SourceKind) graph.EventFilter {
		return graph.EventFilter{SourceKinds: append([]graph.SourceKind{}, kinds...)}
	}
	text := func(words string) graph.EventFilter { return graph.EventFilter{Text: words} }
	return []filterCase{
		{"nothing", graph.EventFilter{}, all},

		{"contacts", types(graph.EventContact), "talks summit call refusal envoy request letter"},
		{"statements", types(graph.EventStatement), "statement"},
		{"both types", types(graph.EventTypes()...), all},
		{"a type that there is not", types("PARADE"), ""},
		{"no type", types(), ""},

		{"who by ID", who(ref(c.ID("varga"))), "summit call statement envoy letter"},
		{"who by the ID of a member", who(ref(c.ID("plans/varga"))), "summit call statement envoy letter"},
		{"who by name", who(named("Ilse Varga")), "summit call statement envoy letter"},
		{"who by name in another case and spacing", who(named("  iLSE   VARGA ")), "summit call statement envoy letter"},
		{"who by alias", who(named("minister varga")), "summit call statement envoy letter"},
		{"who by name without accents", who(named("zoe lindqvist")), "envoy"},
		{"who by name with other accents", who(named("Zoé Lindqvíst")), "envoy"},
		{"who by name without punctuation", who(named("Padraig O Neil Jr")), "summit"},
		{"who by part of a name", who(named("Ilse")), ""},
		{"who is only a source", who(ref(c.ID("bulletin"))), ""},
		{"who is only a place", who(ref(c.ID("lockhaven"))), ""},
		{"who has no name", who(ref(c.ID("diplomat"))), "refusal"},
		{"who nobody bears", who(named("Nobody at All")), ""},
		{"who by an ID of none", who(ref(graph.NewID(graph.PrefixPerson, "none"))), ""},
		{"who by what is no ID", who(ref("' OR 1=1 --")), ""},
		{"who by the ID of an event", who(ref(c.ID("call"))), ""},
		{"who by the name of an article", who(named("A treaty for the canal")), ""},

		{"who by country", who(inCountry("XM")), "summit call statement envoy letter talks"},
		{"who by the country of one without a name", who(inCountry("XT")), "summit call refusal envoy talks request"},
		{"who by a country of nobody", who(inCountry("FR")), ""},

		{"any of two", anyOf(ref(c.ID("varga")), named("Tolvar")), "summit call statement envoy letter talks request"},
		{"any of one and nobody", anyOf(named("Nobody at All"), named("AC/DC")), "refusal request letter"},
		{"any of nobody", anyOf(), ""},
		{"any of nobody's name", anyOf(named("Nobody at All")), ""},
		{"any of an envoy and a principal", anyOf(named("Zoë Lindqvist"), ref(c.ID("varga"))), "summit call statement envoy letter"},
		{"all of two", allOf(named("Varga"), named("Okonedo")), "summit call envoy"},
		{"all of three", allOf(named("Varga"), named("Okonedo"), named("O'Neil")), "summit"},
		{"all of an envoy and the one it acts for", allOf(named("Zoë Lindqvist"), ref(c.ID("varga"))), "envoy"},
		{"all of none", allOf(), all},
		{"all of one and nobody", allOf(named("Varga"), named("Nobody at All")), ""},
		{"all of two countries", allOf(inCountry("XM"), inCountry("XT")), "summit call envoy talks"},

		{"a place by name", at(named("lockhaven")), "summit envoy"},
		{"a place by ID of a member", at(ref(c.ID("plans/lockhaven"))), "summit envoy"},
		{"a place by country", at(inCountry("XM")), "summit envoy"},
		{"a place that is a party", at(named("Varga")), ""},
		{"a place of nobody", at(named("Nobody at All")), ""},

		{"sure", sure(0.85), "call envoy"},
		{"quite sure", sure(1), "envoy"},
		{"not at all sure", sure(0), all},

		{"news", sources(graph.SourceNews), strings.ReplaceAll(all, " refusal", "")},
		{"registers and messages", sources(graph.SourceRegister, graph.SourceMessage), ""},
		{"documents", sources(graph.SourceDocument), "refusal"},
		{"registers and news", sources(graph.SourceRegister, graph.SourceNews), strings.ReplaceAll(all, " refusal", "")},
		{"no source", sources(), ""},

		{"with alone", with(ref(c.ID("okonedo"))), "summit call envoy"},
		{"with alone by name", with(named("AC/DC")), "refusal request letter"},
		{"with nobody", with(named("Nobody at All")), ""},

		{"means", means(graph.MeansCall), "call request"},
		{"two means", means(graph.MeansMeeting, graph.MeansMessage), "summit envoy letter"},
		{"means of none", means(graph.MeansUnspecified), ""},
		{"no means", means(), ""},

		{"disputed", statuses(graph.StatusDisputed), "call"},
		{"asserted", statuses(graph.StatusAsserted), "summit statement letter"},
		{"two statuses", statuses(graph.StatusDenied, graph.StatusPlanned), "talks refusal"},
		{"no status", statuses(), ""},
		{"no such status", statuses(graph.StatusHypothetical), ""},

		{"during a day", during("2031-03-04"), "talks summit call statement"},
		{"during the last day of a week", during("2031-03-16"), "talks summit envoy"},
		{"during the day before a week", during("2031-03-09"), "talks summit"},
		{"during spring's end", during("2031-04-01/2031-05-31"), "talks"},
		{"during the end of summer", during("2031-08-31"), "talks request"},
		{"during the last day of an open time", during("2031-12-31"), "talks"},
		{"during the day after an open time", during("2032-01-01"), ""},
		{"during long ago", during("0900"), "talks"},
		{"during an open start", during("../2031-03-01"), "talks summit"},
		{"during an open end", during("2031-03-10/.."), "talks summit envoy request"},
		{"during a decade", during("203X"), "talks summit call statement refusal envoy request"},
		{"during about a month", during("2031-06~"), "talks request"},

		{"known before all", known(3, 4), ""},
		{"known on the day of publication", known(3, 5), "call statement"},
		{"known the day after", known(3, 6), "call statement"},
		{"known two days after", known(3, 7), "call statement refusal"},
		{"known in April", known(4, 2), "summit call statement refusal envoy"},
		{"known at last", graph.EventFilter{KnownBy: graph.MaxDate}, "talks summit call statement refusal envoy request"},

		{"publisher", publisher("Ferry Bulletin"), "summit call statement"},
		{"publisher in another spelling", publisher("FERRY-bulletin"), "summit call statement"},
		{"publisher that has two spellings", publisher("Lockhaven Courier"), "talks summit envoy request"},
		{"part of a publisher", publisher("Lockhaven"), ""},
		{"publisher by host", publisher("gazette.example"), "call refusal"},
		{"publisher by host in another form", publisher("https://www.FerryBulletin.example/2030"), "summit call statement"},
		{"part of a host", publisher("example"), ""},
		{"publisher of signs that are no word", publisher("*"), ""},
		{"publisher of a space", publisher(" "), ""},
		{"publisher of none", publisher("The Daily None"), ""},

		{"one article", articles(1), all},
		{"two articles", articles(2), "summit call envoy"},
		{"three articles", articles(3), "call"},
		{"four articles", articles(4), ""},

		{"a word", text("Lockhaven"), "envoy"},
		{"words in any order", text("authority, CANAL"), "refusal request letter"},
		{"a word without its accent", text("zoe"), "envoy"},
		{"a word in quotation marks", text("“Sill Canal Authority”"), "refusal request letter"},
		{"part of a word", text("lock"), ""},
		{"part of a word and a star", text("lock*"), ""},
		{"words of two quotes of one event", text("denied telephoned"), ""},
		{"a word of a title", text("night"), ""},
		{"a name with an apostrophe", text("O'Neil"), "summit"},
		{"words that are operators elsewhere", text("Okonedo OR Lockhaven"), ""},
		{"a sign that is no word", text("%"), ""},
		{"an emoji alone", text("🖋️"), ""},
		{"a word of what it was about", about("Tolls"), "talks"},
		{"all words of what it was about", about("tolls new"), "talks"},
		{"part of a word of what it was about", about("toll"), ""},
		{"a word of a quote that is not what it was about", about("technical"), ""},
		{"about a sign that is no word", about("%"), ""},
		{"an emoji among words", text("🖋️ undated"), "letter"},
	}
}

func eventFilters(t *testing.T, c canalStore) {
	cases := append(canalFilters(c),
		filterCase{"who and with", graph.EventFilter{Who: ref(c.ID("varga")), With: ref(c.ID("okonedo"))}, "summit call envoy"},
		filterCase{"with and who", graph.EventFilter{Who: named("Okonedo"), With: named("Varga")}, "summit call envoy"},
		filterCase{"an envoy and the other side", graph.EventFilter{Who: named("Zoë Lindqvist"), With: ref(c.ID("okonedo"))}, "envoy"},
		filterCase{"an envoy and the one it acts for", graph.EventFilter{Who: named("Zoë Lindqvist"), With: ref(c.ID("varga"))}, ""},
		filterCase{"one and the same", graph.EventFilter{Who: ref(c.ID("varga")), With: named("Varga")}, ""},
		filterCase{"two countries", graph.EventFilter{Who: inCountry("XM"), With: inCountry("XT")}, "summit call envoy talks"},
		filterCase{"a country and itself", graph.EventFilter{Who: inCountry("XM"), With: inCountry("XM")}, "statement"},
		filterCase{"a party and a country", graph.EventFilter{Who: named("AC/DC"), With: inCountry("XT")}, "refusal request"},
		filterCase{"who and any of two", graph.EventFilter{Who: named("Varga"), AnyOf: refsOf([]*graph.EntityRef{named("O'Neil"), named("Marenia")})}, "summit statement"},
		filterCase{"a mediator and a party", graph.EventFilter{Who: named("O'Neil"), With: ref(c.ID("okonedo"))}, "summit"},
		filterCase{"a speaker and its audience", graph.EventFilter{Who: named("Varga"), With: named("Marenia")}, "statement"},
		filterCase{"two who never met", graph.EventFilter{Who: named("O'Neil"), With: named("AC/DC")}, ""},
		filterCase{"known by one report, published in another", graph.EventFilter{KnownBy: day(2031, 3, 5), Publisher: "Tolvar Gazette"}, "call"},
		filterCase{"words of one report, published in another", graph.EventFilter{Text: "telephoned", Publisher: "Tolvar Gazette"}, "call"},
		filterCase{"all at once", graph.EventFilter{
			Types: []graph.EventType{graph.EventContact}, Who: ref(c.ID("varga")), With: named("Okonedo"), Means: []graph.Means{graph.MeansCall},
			Statuses: []graph.Status{graph.StatusDisputed}, During: graph.MustEDTF("2031-03"), KnownBy: day(2031, 3, 5),
			Publisher: "ferry bulletin", MinArticles: 3, Text: "phone call",
		}, "call"},
	)
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			page, err := c.Events(t.Context(), graph.EventQuery{EventFilter: tc.filter, PageRequest: graph.PageRequest{Total: true}})
			if err != nil {
				t.Fatalf("Events: %v", err)
			}
			diff(t, "events", c.inOrderOfTime(tc.want), names(c, page.Nodes))
			diff(t, "Total", len(strings.Fields(tc.want)), page.Total)
		})
	}
}

func refsOf(refs []*graph.EntityRef) []graph.EntityRef {
	list := []graph.EntityRef{}
	for _, r := range refs {
		list = append(list, *r)
	}
	return list
}

// pairsOf is how many pairs of filters there are for each that is asked, which take long on
// a server.
const pairsOf = 3

// filtersInPairs: a filter with two fields matches what filters with one of them both
// match. Who and With are an exception, and not paired.
func filtersInPairs(t *testing.T, c canalStore) {
	cases := canalFilters(c)
	for i, one := range cases {
		for j, other := range cases[:i] {
			if (i+j)%pairsOf != 0 {
				continue
			}
			both, ok := join(one.filter, other.filter)
			if !ok {
				continue
			}
			wanted := strings.Fields(other.want)
			want := keep(strings.Fields(one.want), func(event string) bool { return slices.Contains(wanted, event) })
			got := names(c, c.events(t, graph.EventQuery{EventFilter: both}))
			diff(t, fmt.Sprintf("events by %q and %q", one.name, other.name), c.inOrderOfTime(strings.Join(want, " ")), got)
		}
	}
}

// join returns a filter with the fields of both, and false if they share one. Who and
// With count as one.
func join(a, b graph.EventFilter) (graph.EventFilter, bool) {
	if (a.Who != nil || a.With != nil) && (b.Who != nil || b.With != nil) {
		return a, false
	}
	joined, other := reflect.ValueOf(&a).Elem(), reflect.ValueOf(b)
	for i := range joined.NumField() {
		if other.Field(i).IsZero() {
			continue
		}
		if !joined.Field(i).IsZero() {
			return a, false
		}
		joined.Field(i).Set(other.Field(i))
	}
	return a, true
}

// unasked returns the fields of a filter that none of the filters sets, each a filter
// that would go untested.
func unasked(filters []graph.EventFilter) []string {
	var names []string
	for _, field := range reflect.VisibleFields(reflect.TypeFor[graph.EventFilter]()) {
		if !slices.ContainsFunc(filters, func(f graph.EventFilter) bool {
			return !reflect.ValueOf(f).FieldByIndex(field.Index).IsZero()
		}) {
			names = append(names, field.Name)
		}
	}
	return names
}

func eventOrders(t *testing.T, c canalStore) {
	ascending := byTime(c)
	diff(t, "TIME_ASC", strings.Join(ascending, " "), names(c, c.events(t, graph.EventQuery{Order: graph.OrderTimeAscending})))
	diff(t, "no order", strings.Join(ascending, " "), names(c, c.events(t, graph.EventQuery{})))

	descending := slices.Concat([]string{"talks", "request", "envoy", "refusal"}, ascending[1:3], []string{"summit", "letter"})
	diff(t, "TIME_DESC", strings.Join(descending, " "), names(c, c.events(t, graph.EventQuery{Order: graph.OrderTimeDescending})))

	sorted := func(events ...string) []string {
		slices.SortFunc(events, func(a, b string) int { return strings.Compare(c.ID(a), c.ID(b)) })
		return events
	}
	byReports := slices.Concat([]string{"call"}, sorted("envoy", "summit"), sorted("talks", "statement", "refusal", "request", "letter"))
	diff(t, "REPORTS_DESC", strings.Join(byReports, " "), names(c, c.events(t, graph.EventQuery{Order: graph.OrderReportsDescending})))
}

func invalidQuestions(t *testing.T, c canalStore) {
	both := &graph.EntityRef{ID: c.ID("varga"), Name: "Varga"}
	for what, q := range map[string]graph.EventQuery{
		"an order that there is not":   {Order: "BY_HEIGHT"},
		"who with neither ID nor name": {EventFilter: graph.EventFilter{Who: &graph.EntityRef{}}},
		"who with both":                {EventFilter: graph.EventFilter{Who: both}},
		"with with neither":            {EventFilter: graph.EventFilter{Who: ref(c.ID("varga")), With: &graph.EntityRef{}}},
		"with with both":               {EventFilter: graph.EventFilter{With: both}},
		"minus one article":            {EventFilter: graph.EventFilter{MinArticles: -1}},
		"a confidence above 1":         {EventFilter: graph.EventFilter{MinConfidence: 1.5}},
		"a confidence that is none":    {EventFilter: graph.EventFilter{MinConfidence: math.NaN()}},
		"a country that is no code":    {EventFilter: graph.EventFilter{Who: &graph.EntityRef{Country: "France"}}},
		"any of what names nobody":     {EventFilter: graph.EventFilter{AnyOf: []graph.EntityRef{{}}}},
		"all of what names two":        {EventFilter: graph.EventFilter{AllOf: []graph.EntityRef{*both}}},
		"a place with both":            {EventFilter: graph.EventFilter{Place: both}},
		"minus one report":             {Reports: -1},
	} {
		_, err := c.Events(t.Context(), q)
		wantError(t, "Events with "+what, err, graph.ErrInvalid)
		if q.Who == nil {
			_, err = c.ContactsOf(t.Context(), c.IDs("varga"), q)
			wantError(t, "ContactsOf with "+what, err, graph.ErrInvalid)
		}
		if q.Order == "" && q.Reports == 0 {
			_, err = c.Timeline(t.Context(), q.EventFilter, graph.UnitDay)
			wantError(t, "Timeline with "+what, err, graph.ErrInvalid)
			_, err = c.Facets(t.Context(), graph.FacetQuery{EventFilter: q.EventFilter, By: graph.FacetParty})
			wantError(t, "Facets with "+what, err, graph.ErrInvalid)
		}
	}
	for _, unit := range []graph.TimeUnit{"", "FORTNIGHT"} {
		_, err := c.Timeline(t.Context(), graph.EventFilter{}, unit)
		wantError(t, fmt.Sprintf("Timeline by %q", unit), err, graph.ErrInvalid)
	}
	_, err := c.Reports(t.Context(), graph.ReportQuery{EventIDs: c.IDs("call"), ArticleIDs: c.IDs("tolls")})
	wantError(t, "Reports of events and articles", err, graph.ErrInvalid)
	for what, r := range map[string]graph.EntityRef{"neither": {}, "both": *both} {
		_, err := c.Entity(t.Context(), r)
		wantError(t, "Entity with "+what, err, graph.ErrInvalid)
		_, err = c.Network(t.Context(), graph.NetworkQuery{Center: r, Hops: 1})
		wantError(t, "Network with "+what, err, graph.ErrInvalid)
		_, err = c.Path(t.Context(), graph.PathQuery{From: r, To: *ref(c.ID("varga")), MaxHops: 1})
		wantError(t, "Path from "+what, err, graph.ErrInvalid)
		_, err = c.Path(t.Context(), graph.PathQuery{From: *ref(c.ID("varga")), To: r, MaxHops: 1})
		wantError(t, "Path to "+what, err, graph.ErrInvalid)
	}
	varga := *ref(c.ID("varga"))
	_, err = c.Network(t.Context(), graph.NetworkQuery{Center: varga, Hops: -1})
	wantError(t, "Network with -1 hops", err, graph.ErrInvalid)
	_, err = c.Network(t.Context(), graph.NetworkQuery{Center: varga, Hops: 1, Limit: -1})
	wantError(t, "Network with limit -1", err, graph.ErrInvalid)
	_, err = c.Path(t.Context(), graph.PathQuery{From: varga, To: varga, MaxHops: -1})
	wantError(t, "Path with -1 hops", err, graph.ErrInvalid)
}

func contactsOf(t *testing.T, c canalStore) {
	ask := append(c.IDs("varga", "lindqvist", "lockhaven", "plans/oneil", "varga"), graph.NewID(graph.PrefixPerson, "none"), "no ID")
	for name, tc := range map[string]struct {
		q    graph.EventQuery
		want []string
	}{
		"all": {graph.EventQuery{}, []string{"summit call statement envoy letter", "envoy", "", "summit", "summit call statement envoy letter", "", ""}},
		"who is replaced": {graph.EventQuery{EventFilter: graph.EventFilter{Who: named("Tolvar")}},
			[]string{"summit call statement envoy letter", "envoy", "", "summit", "summit call statement envoy letter", "", ""}},
		"with another": {graph.EventQuery{EventFilter: graph.EventFilter{With: named("Okonedo")}},
			[]string{"summit call envoy", "envoy", "", "summit", "summit call envoy", "", ""}},
		"a means during a time": {graph.EventQuery{EventFilter: graph.EventFilter{Means: []graph.Means{graph.MeansMeeting}, During: graph.MustEDTF("2031-03-10")}},
			[]string{"summit envoy", "envoy", "", "summit", "summit envoy", "", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			tc.q.Total = true
			pages, err := c.ContactsOf(t.Context(), ask, tc.q)
			if err != nil {
				t.Fatal(err)
			}
			if len(pages) != len(ask) {
				t.Fatalf("%d pages for %d IDs", len(pages), len(ask))
			}
			for i, page := range pages {
				diff(t, fmt.Sprintf("events of ID %d", i), c.inOrderOfTime(tc.want[i]), names(c, page.Nodes))
				diff(t, fmt.Sprintf("Total of ID %d", i), len(strings.Fields(tc.want[i])), page.Total)
			}
		})
	}
	none, err := c.ContactsOf(t.Context(), nil, graph.EventQuery{})
	if err != nil || len(none) != 0 {
		t.Errorf("ContactsOf nobody gave %d pages and the error %v", len(none), err)
	}
}

func timeline(t *testing.T, c canalStore) {
	for unit, want := range map[graph.TimeUnit]string{
		graph.UnitDay:   "2031-03-01:1 2031-03-04:2 2031-03-06:1 2031-03-10:1 2031-06-01:1",
		graph.UnitWeek:  "2031-02-24/2031-03-02:1 2031-03-03/2031-03-09:3 2031-03-10/2031-03-16:1 2031-05-26/2031-06-01:1",
		graph.UnitMonth: "2031-03:5 2031-06:1",
		graph.UnitYear:  "2031:6",
	} {
		diff(t, "timeline by "+string(unit), want, showBuckets(t, c, graph.EventFilter{}, unit))
	}
	diff(t, "timeline of an envoy", "2031-03:1", showBuckets(t, c, graph.EventFilter{Who: named("Zoë Lindqvist")}, graph.UnitMonth))
	diff(t, "timeline of nobody", "", showBuckets(t, c, graph.EventFilter{Who: named("Nobody at All")}, graph.UnitMonth))
}

func showBuckets(t *testing.T, c canalStore, f graph.EventFilter, unit graph.TimeUnit) string {
	t.Helper()
	buckets, err := c.Timeline(t.Context(), f, unit)
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, b := range buckets {
		shown = append(shown, fmt.Sprintf("%s:%d", b.Period, b.Count))
	}
	return strings.Join(shown, " ")
}

// timelineOfFilters: a timeline counts what Events returns, except for events whose start
// is unknown.
func timelineOfFilters(t *testing.T, c canalStore) {
	for _, tc := range canalFilters(c) {
		buckets, err := c.Timeline(t.Context(), tc.filter, graph.UnitWeek)
		if err != nil {
			t.Fatal(err)
		}
		count := 0
		for _, b := range buckets {
			count += b.Count
		}
		want := len(keep(strings.Fields(tc.want), func(event string) bool { return event != "talks" && event != "letter" }))
		diff(t, "events counted by "+tc.name, want, count)
	}
}

func facets(t *testing.T, c canalStore) {
	varga := graph.EventFilter{Who: named("Varga")}
	for _, tc := range []struct {
		filter graph.EventFilter
		by     graph.Facet
		want   string
	}{
		{graph.EventFilter{}, graph.FacetMeans, "CALL:2, MEETING:2, MESSAGE:1, TALKS:1, VISIT:1"},
		{graph.EventFilter{}, graph.FacetStatus, "ASSERTED:3, CONFIRMED:1, DENIED:1, DISPUTED:1, PLANNED:1, REQUESTED:1"},
		{graph.EventFilter{}, graph.FacetYear, "2031:6"}, // the talks have an open start, the letter no time
		{graph.EventFilter{}, graph.FacetPublisher, "Lockhaven Courier:4, Ferry Bulletin:3, Tolvar Gazette:2"},
		{graph.EventFilter{}, graph.FacetCountry, "XM:6, XT:6"},
		{graph.EventFilter{}, graph.FacetPlace, "lockhaven:2"},
		{varga, graph.FacetParty, "varga:5, okonedo:3, authority:1, lindqvist:1, marenia:1, oneil:1"},
		{varga, graph.FacetMeans, "MEETING:2, CALL:1, MESSAGE:1"},
		{varga, graph.FacetCountry, "XM:5, XT:3"},
		{graph.EventFilter{Who: named("Nobody at All")}, graph.FacetParty, ""},
		{graph.EventFilter{Means: []graph.Means{graph.MeansCall}, Publisher: "Ferry Bulletin"}, graph.FacetPublisher, "Ferry Bulletin:1, Tolvar Gazette:1"},
		{graph.EventFilter{During: graph.MustEDTF("2031-03-04")}, graph.FacetStatus, "ASSERTED:2, DISPUTED:1, PLANNED:1"},
	} {
		counts, err := c.Facets(t.Context(), graph.FacetQuery{EventFilter: tc.filter, By: tc.by})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "facets by "+string(tc.by), c.sortedTies(tc.want), showFacets(t, c, counts))
		first, err := c.Facets(t.Context(), graph.FacetQuery{EventFilter: tc.filter, By: tc.by, First: 1})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "the first of the facets by "+string(tc.by), viewFacets(counts[:min(1, len(counts))]), viewFacets(first))
	}
	for _, q := range []graph.FacetQuery{{By: "HEIGHT"}, {By: graph.FacetParty, First: -1}} {
		_, err := c.Facets(t.Context(), q)
		wantError(t, fmt.Sprintf("Facets by %q, first %d", q.By, q.First), err, graph.ErrInvalid)
	}
}

// sortedTies puts nicknames with the same count in the order of their IDs.
func (c canalStore) sortedTies(counts string) string {
	list := strings.Split(counts, ", ")
	value := func(one string) (string, string) {
		name, count, _ := strings.Cut(one, ":")
		if id, ok := c.ids[name]; ok {
			name = id
		}
		return name, count
	}
	slices.SortStableFunc(list, func(a, b string) int {
		one, count := value(a)
		other, otherCount := value(b)
		if count != otherCount {
			return 0
		}
		return strings.Compare(one, other)
	})
	return strings.Join(list, ", ")
}

func showFacets(t *testing.T, c canalStore, counts []graph.FacetCount) string {
	t.Helper()
	var shown []string
	for _, count := range counts {
		value := count.Value
		if count.Entity != nil {
			diff(t, "the ID of a facet's entity", value, count.Entity.NodeID())
			value = c.Name(value)
		}
		shown = append(shown, fmt.Sprintf("%s:%d", value, count.Count))
	}
	return strings.Join(shown, ", ")
}

// facetsOfFilters: the values of an event's own fields add up to the events that have one.
func facetsOfFilters(t *testing.T, c canalStore) {
	for _, tc := range canalFilters(c) {
		page, err := c.Events(t.Context(), graph.EventQuery{EventFilter: tc.filter})
		if err != nil {
			t.Fatal(err)
		}
		counts, err := c.Facets(t.Context(), graph.FacetQuery{EventFilter: tc.filter, By: graph.FacetStatus})
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, count := range counts {
			sum += count.Count
		}
		diff(t, "events by status of "+tc.name, len(page.Nodes), sum)
	}
}
