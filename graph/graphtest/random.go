package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"

	"pgregory.net/rapid"
)

var randomPromises = []promise{
	{"AnswersAreThoseOfMemory", answersOfMemory},
	{"AnswersStayThoseOfMemoryThroughChanges", answersThroughChanges},
	{"CountsAgree", countsAgree},
}

// twins are a store and a Memory that hold the same graph.
type twins struct {
	store, memory graph.Store
	*Graph
	names, ids, words []string
}

func newTwins(t *testing.T, open Open, g *Graph) *twins {
	tw := &twins{store: openWith(t, open, g), memory: openWith(t, openMemory, g), Graph: g}
	for _, e := range g.Entities {
		tw.ids = append(append(tw.ids, e.NodeID()), graph.ProfileOf(e).Members...)
		tw.names = append(append(tw.names, graph.ProfileOf(e).Name), graph.ProfileOf(e).Aliases...)
	}
	for _, e := range g.Events {
		tw.ids = append(append(tw.ids, e.ID), e.ReportIDs...)
		for _, id := range e.ReportIDs {
			tw.ids = append(tw.ids, graph.EventIDOf(id))
		}
	}
	for _, b := range g.Batches {
		tw.ids = append(tw.ids, b.Article.ID)
		tw.words = append(tw.words, words(b.Article.Text)...)
	}
	for _, name := range tw.names {
		tw.words = append(tw.words, words(name)...)
	}
	// Each word is here as often as it is in the texts, so that frequent ones are drawn
	// often.
	tw.ids = append(tw.ids, "no ID", graph.NewID(graph.PrefixPerson, "none"))
	tw.names = append(tw.names, "Nobody at All")
	tw.words = append(tw.words, "nowhere")
	return tw
}

// answersOfMemory asks the store and a Memory random questions.
func answersOfMemory(t *testing.T, open Open) {
	for _, seed := range []int64{11, 12, 13} {
		tw := newTwins(t, open, Collect(Sample(seed, Small)))
		for _, question := range []struct {
			name string
			ask  func(tw *twins, t *rapid.T) func(r graph.Reader) (any, error)
		}{
			{"Events", (*twins).askEvents},
			{"ContactsOf", (*twins).askContacts},
			{"Timeline", (*twins).askTimeline},
			{"Facets", (*twins).askFacets},
			{"Suggestions", (*twins).askSuggestions},
			{"Reports", (*twins).askReports},
			{"Entity", (*twins).askEntity},
			{"Entities", (*twins).askEntities},
			{"MentionsOf", (*twins).askMentions},
			{"MentionsIn", (*twins).askMentionsIn},
			{"EntitiesIn", (*twins).askEntitiesIn},
			{"Articles", (*twins).askArticles},
			{"Search", (*twins).askSearch},
			{"Network", (*twins).askNetwork},
			{"Path", (*twins).askPath},
			{"Nodes", (*twins).askNodes},
		} {
			t.Run(fmt.Sprintf("%s%d", question.name, seed), func(t *testing.T) {
				rapid.Check(t, func(t *rapid.T) {
					ask := question.ask(tw, t)
					if d := compareAnswers(tw.store, tw.memory, ask); d != "" {
						t.Fatal(d)
					}
				})
			})
		}
	}
}

// compareAnswers returns how a store's answer differs from Memory's, in its content or in
// the code of its error.
func compareAnswers(store, memory graph.Reader, ask func(r graph.Reader) (any, error)) string {
	want, wantErr := ask(memory)
	got, gotErr := ask(store)
	if (wantErr == nil) != (gotErr == nil) || graph.AdviceFor(wantErr).Code != graph.AdviceFor(gotErr).Code {
		return fmt.Sprintf("the store gave the error %v, Memory %v", gotErr, wantErr)
	}
	if wantErr != nil {
		return ""
	}
	if d := difference(want, got); d != "" {
		return "the store's answer is not Memory's (-want +got):\n" + d
	}
	return ""
}

// sometimes draws a value about once in three times, the zero value otherwise.
func sometimes[T any](t *rapid.T, label string, of *rapid.Generator[T]) T {
	var none T
	if rapid.IntRange(0, 2).Draw(t, "with "+label) > 0 {
		return none
	}
	return of.Draw(t, label)
}

func (tw *twins) ref() *rapid.Generator[*graph.EntityRef] {
	return rapid.Custom(func(t *rapid.T) *graph.EntityRef {
		if rapid.Bool().Draw(t, "by name") {
			return &graph.EntityRef{Name: rapid.SampledFrom(tw.names).Draw(t, "name")}
		}
		return &graph.EntityRef{ID: rapid.SampledFrom(tw.ids).Draw(t, "ID")}
	})
}

// countries are those of samples, and one that no entity has.
var countries = append(slices.Clone(states), "ZZ")

// someRef draws a reference to a popular entity or to a country.
func (tw *twins) someRef() *rapid.Generator[graph.EntityRef] {
	return rapid.Custom(func(t *rapid.T) graph.EntityRef {
		if code := sometimes(t, "country", rapid.SampledFrom(countries)); code != "" {
			return graph.EntityRef{Country: code}
		}
		return *tw.popularRef().Draw(t, "ref")
	})
}

// sampleHost is the host of the URLs of one sample.
const sampleHost = "sample-12.example"

// popularRef draws a reference to one of the first entities, which have the most events.
func (tw *twins) popularRef() *rapid.Generator[*graph.EntityRef] {
	return rapid.Custom(func(t *rapid.T) *graph.EntityRef {
		e := graph.ProfileOf(rapid.SampledFrom(tw.Entities).Draw(t, "entity"))
		if rapid.Bool().Draw(t, "by name") {
			return &graph.EntityRef{Name: rapid.SampledFrom(append(e.Aliases, e.Name)).Draw(t, "name")}
		}
		return &graph.EntityRef{ID: rapid.SampledFrom(e.Members).Draw(t, "ID")}
	})
}

// times draws a span within the years in which samples have events.
var times = rapid.Custom(func(t *rapid.T) graph.EDTF {
	from := graph.Date{Year: 2021, Month: 1, Day: 1}.AddDays(rapid.IntRange(-400, 4000).Draw(t, "day"))
	start, end := graph.EDTFDay(from), graph.EDTFDay(from.AddDays(rapid.IntRange(1, 1500).Draw(t, "days")))
	return rapid.SampledFrom([]graph.EDTF{
		start, graph.EDTFMonth(from.Year, from.Month), graph.EDTFYear(from.Year), graph.EDTFInterval(start, end),
		graph.EDTFInterval(graph.EDTF{}, end), graph.EDTFInterval(start, graph.EDTF{}), graph.EDTFDecade(from.Year),
	}).Draw(t, "time")
})

func (tw *twins) text() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(tw.words), 1, 2).Draw(t, "words"), " ")
	})
}

func pointer[T any](v T) *T { return &v }

func (tw *twins) filter() *rapid.Generator[graph.EventFilter] {
	return rapid.Custom(func(t *rapid.T) graph.EventFilter {
		return graph.EventFilter{
			Types:         sometimes(t, "types", rapid.SliceOfN(rapid.SampledFrom(graph.EventTypes()), 1, 2)),
			Who:           sometimes(t, "who", rapid.Map(tw.someRef(), pointer)),
			With:          sometimes(t, "with", rapid.Map(tw.someRef(), pointer)),
			AnyOf:         sometimes(t, "any of", rapid.SliceOfN(tw.someRef(), 0, 3)),
			AllOf:         sometimes(t, "all of", rapid.SliceOfN(tw.someRef(), 0, 2)),
			Place:         sometimes(t, "place", tw.popularRef()),
			Means:         sometimes(t, "means", rapid.SliceOfN(rapid.SampledFrom(graph.MeansKinds()), 1, 4)),
			Statuses:      sometimes(t, "statuses", rapid.SliceOfN(rapid.SampledFrom(graph.Statuses()), 1, 4)),
			During:        sometimes(t, "during", times),
			KnownBy:       sometimes(t, "known by", times).Latest(),
			Publisher:     sometimes(t, "publisher", rapid.SampledFrom([]string{"Ferry Bulletin", "le phare d ete", "Tolvar Gazette", "none", "*", sampleHost})),
			MinArticles:   sometimes(t, "articles", rapid.IntRange(1, 3)),
			MinConfidence: sometimes(t, "confidence", rapid.Float64Range(0, 1)),
			SourceKinds:   sometimes(t, "sources", rapid.SliceOfN(rapid.SampledFrom(graph.SourceKinds()), 0, 4)),
			Text:          sometimes(t, "text", tw.text()),
			About:         sometimes(t, "about", tw.text()),
		}
	})
}

// paged reads a list page by page, to its end or for three pages. It returns the nodes,
// and everything else that each page has.
func paged[T any](t *rapid.T, one func(T) any) func(ask func(r graph.PageRequest) (*graph.Page[T], error)) (any, error) {
	size, total, back := rapid.IntRange(0, 9).Draw(t, "size"), rapid.Bool().Draw(t, "total"), rapid.Bool().Draw(t, "backwards")
	return func(ask func(r graph.PageRequest) (*graph.Page[T], error)) (any, error) {
		var views []any
		cursor := ""
		for range 3 {
			r := graph.PageRequest{First: size, After: cursor, Total: total}
			if back {
				r = graph.PageRequest{Last: size, Before: cursor, Total: total}
			}
			page, err := ask(r)
			if err != nil {
				return nil, err
			}
			views = append(views, viewPage(page, one))
			more := page.HasNext
			if back {
				more = page.HasPrevious
			}
			if !more || len(page.Cursors) == 0 {
				break
			}
			cursor = page.Cursors[len(page.Cursors)-1]
			if back {
				cursor = page.Cursors[0]
			}
		}
		return views, nil
	}
}

func (tw *twins) query(t *rapid.T) graph.EventQuery {
	return graph.EventQuery{
		EventFilter: tw.filter().Draw(t, "filter"),
		Order:       rapid.SampledFrom(append(graph.EventOrders(), "")).Draw(t, "order"),
		Reports:     rapid.IntRange(0, 3).Draw(t, "reports"),
		Without:     someWithout(t),
	}
}

func (tw *twins) askEvents(t *rapid.T) func(r graph.Reader) (any, error) {
	q, pages := tw.query(t), paged(t, viewEvent)
	return func(reader graph.Reader) (any, error) {
		return pages(func(r graph.PageRequest) (*graph.EventPage, error) {
			q.PageRequest = r
			page, err := reader.Events(context.Background(), q)
			Strip(page, q.Without)
			return page, err
		})
	}
}

func (tw *twins) someIDs(t *rapid.T) []string {
	return rapid.SliceOfN(rapid.SampledFrom(tw.ids), 0, 6).Draw(t, "IDs")
}

// entityIDs draws IDs, most of them of entities.
func (tw *twins) entityIDs(t *rapid.T) []string {
	ids := rapid.SliceOfN(rapid.Map(rapid.SampledFrom(tw.Entities), graph.Entity.NodeID), 1, 4).Draw(t, "entities")
	return append(ids, tw.someIDs(t)...)
}

func (tw *twins) askContacts(t *rapid.T) func(r graph.Reader) (any, error) {
	q, ids := tw.query(t), tw.entityIDs(t)
	q.First = rapid.IntRange(0, 5).Draw(t, "first")
	return func(reader graph.Reader) (any, error) {
		pages, err := reader.ContactsOf(context.Background(), ids, q)
		for _, page := range pages {
			Strip(page, q.Without)
		}
		return viewPages(pages, viewEvent), err
	}
}

func viewPages[T any](pages []*graph.Page[T], one func(T) any) []any {
	return viewEach(pages, func(p *graph.Page[T]) any { return viewPage(p, one) })
}

func (tw *twins) askTimeline(t *rapid.T) func(r graph.Reader) (any, error) {
	f, unit := tw.filter().Draw(t, "filter"), rapid.SampledFrom(graph.TimeUnits()).Draw(t, "unit")
	return func(reader graph.Reader) (any, error) {
		buckets, err := reader.Timeline(context.Background(), f, unit)
		return viewBuckets(buckets), err
	}
}

func (tw *twins) askFacets(t *rapid.T) func(r graph.Reader) (any, error) {
	q := graph.FacetQuery{
		EventFilter: tw.filter().Draw(t, "filter"), By: rapid.SampledFrom(graph.Facets()).Draw(t, "facet"), First: rapid.IntRange(0, 9).Draw(t, "first"),
	}
	return func(reader graph.Reader) (any, error) {
		counts, err := reader.Facets(context.Background(), q)
		return viewFacets(counts), err
	}
}

// askSuggestions asks for names with a slip, or a part left out.
func (tw *twins) askSuggestions(t *rapid.T) func(r graph.Reader) (any, error) {
	letters := []rune(rapid.SampledFrom(tw.names).Draw(t, "name"))
	from := rapid.IntRange(0, len(letters)-1).Draw(t, "from")
	letters = slices.Clone(letters[from:rapid.IntRange(from+1, len(letters)).Draw(t, "to")])
	if at := rapid.IntRange(0, len(letters)-1).Draw(t, "slip"); at > 0 && rapid.Bool().Draw(t, "slipped") {
		letters[at], letters[at-1] = letters[at-1], letters[at]
	}
	first := rapid.IntRange(0, 9).Draw(t, "first")
	return func(reader graph.Reader) (any, error) {
		found, err := reader.Suggestions(context.Background(), string(letters), first)
		return viewSuggestions(found), err
	}
}

func (tw *twins) askReports(t *rapid.T) func(r graph.Reader) (any, error) {
	q := graph.ReportQuery{Type: sometimes(t, "type", rapid.SampledFrom(graph.EventTypes()))}
	q.First, q.Total = rapid.IntRange(0, 5).Draw(t, "first"), rapid.Bool().Draw(t, "total")
	if rapid.Bool().Draw(t, "of events") {
		events := rapid.SliceOfN(rapid.SampledFrom(tw.Events), 1, 5).Draw(t, "events")
		q.EventIDs = append(tw.someIDs(t), viewIDs(events)...)
	} else {
		batches := rapid.SliceOfN(rapid.SampledFrom(tw.Batches), 1, 5).Draw(t, "articles")
		q.ArticleIDs = tw.someIDs(t)
		for _, b := range batches {
			q.ArticleIDs = append(q.ArticleIDs, b.Article.ID)
		}
	}
	return func(reader graph.Reader) (any, error) {
		pages, err := reader.Reports(context.Background(), q)
		return viewPages(pages, viewReport), err
	}
}

func viewIDs[T graph.Node](nodes []T) []string {
	var ids []string
	for _, n := range nodes {
		ids = append(ids, n.NodeID())
	}
	return ids
}

func (tw *twins) askEntity(t *rapid.T) func(r graph.Reader) (any, error) {
	ref := tw.ref().Draw(t, "ref")
	return func(reader graph.Reader) (any, error) {
		e, err := reader.Entity(context.Background(), *ref)
		if err != nil {
			return nil, err
		}
		return viewEntity(e), nil
	}
}

func (tw *twins) askEntities(t *rapid.T) func(r graph.Reader) (any, error) {
	name, pages, named := "", paged(t, viewEntity), rapid.Bool().Draw(t, "named")
	if rapid.Bool().Draw(t, "by name") {
		letters := []rune(rapid.SampledFrom(tw.names).Draw(t, "name"))
		name = string(letters[:rapid.IntRange(1, len(letters)).Draw(t, "letters")])
	}
	return func(reader graph.Reader) (any, error) {
		return pages(func(r graph.PageRequest) (*graph.EntityPage, error) {
			return reader.Entities(context.Background(), graph.EntityQuery{Name: name, Named: named, PageRequest: r})
		})
	}
}

func (tw *twins) askMentions(t *rapid.T) func(r graph.Reader) (any, error) {
	ids, r := tw.entityIDs(t), graph.PageRequest{First: rapid.IntRange(0, 9).Draw(t, "first"), Total: true}
	return func(reader graph.Reader) (any, error) {
		pages, err := reader.MentionsOf(context.Background(), ids, r)
		return viewPages(pages, viewMention), err
	}
}

func (tw *twins) askMentionsIn(t *rapid.T) func(r graph.Reader) (any, error) {
	ids := append(tw.someIDs(t), rapid.SampledFrom(tw.articleIDs()).Draw(t, "article"))
	r := graph.PageRequest{First: rapid.IntRange(0, 9).Draw(t, "first"), Total: true}
	return func(reader graph.Reader) (any, error) {
		pages, err := reader.MentionsIn(context.Background(), ids, r)
		return viewPages(pages, viewMention), err
	}
}

func (tw *twins) askEntitiesIn(t *rapid.T) func(r graph.Reader) (any, error) {
	ids := append(tw.someIDs(t), rapid.SampledFrom(tw.articleIDs()).Draw(t, "article"))
	return func(reader graph.Reader) (any, error) {
		lists, err := reader.EntitiesIn(context.Background(), ids)
		return viewEach(lists, func(list []graph.Entity) any { return viewEach(list, viewEntity) }), err
	}
}

func (tw *twins) askArticles(t *rapid.T) func(r graph.Reader) (any, error) {
	pages := paged(t, viewArticle)
	q := graph.ArticleQuery{
		Publisher: sometimes(t, "publisher", rapid.SampledFrom([]string{"Ferry Bulletin", "LE PHARE D'ETE", "none", "*", sampleHost})),
		Published: sometimes(t, "published", times),
	}
	return func(reader graph.Reader) (any, error) {
		return pages(func(r graph.PageRequest) (*graph.ArticlePage, error) {
			q.PageRequest = r
			return reader.Articles(context.Background(), q)
		})
	}
}

func (tw *twins) askSearch(t *rapid.T) func(r graph.Reader) (any, error) {
	text, pages := tw.text().Draw(t, "text"), paged(t, viewNode)
	return func(reader graph.Reader) (any, error) {
		return pages(func(r graph.PageRequest) (*graph.SearchPage, error) {
			return reader.Search(context.Background(), text, r)
		})
	}
}

func (tw *twins) askNetwork(t *rapid.T) func(r graph.Reader) (any, error) {
	q := graph.NetworkQuery{
		Center: tw.someRef().Draw(t, "center"), Hops: rapid.IntRange(0, 4).Draw(t, "hops"),
		During: sometimes(t, "during", times), Limit: rapid.IntRange(0, 8).Draw(t, "limit"),
	}
	return func(reader graph.Reader) (any, error) {
		n, err := reader.Network(context.Background(), q)
		return viewNetwork(n), err
	}
}

func (tw *twins) askPath(t *rapid.T) func(r graph.Reader) (any, error) {
	q := graph.PathQuery{
		From: *tw.popularRef().Draw(t, "from"), To: *tw.popularRef().Draw(t, "to"),
		MaxHops: rapid.IntRange(0, 6).Draw(t, "hops"), During: sometimes(t, "during", times),
	}
	return func(reader graph.Reader) (any, error) {
		steps, err := reader.Path(context.Background(), q)
		return viewPath(steps), err
	}
}

func (tw *twins) askNodes(t *rapid.T) func(r graph.Reader) (any, error) {
	ids := tw.someIDs(t)
	return func(reader graph.Reader) (any, error) {
		nodes, err := reader.Nodes(context.Background(), ids)
		return viewEach(nodes, viewNode), err
	}
}

// countsAgree compares answers with each other: a link of a network counts the events that
// Events finds between its parties, and a timeline counts all events whose start is known.
func countsAgree(t *testing.T, open Open) {
	g := Collect(Sample(14, Small))
	store := openWith(t, open, g)
	center := busiest(g).entity
	around, err := store.Network(t.Context(), graph.NetworkQuery{Center: *ref(center), Hops: 3})
	if err != nil {
		t.Fatal(err)
	}
	if len(around.Links) == 0 {
		t.Fatal("the network has no links, too few for a test")
	}
	for _, link := range around.Links {
		page, err := store.Events(t.Context(), graph.EventQuery{
			EventFilter: graph.EventFilter{
				Types: []graph.EventType{graph.EventContact}, Who: ref(link.Source.NodeID()), With: ref(link.Target.NodeID()),
				Statuses: []graph.Status{graph.StatusAsserted, graph.StatusConfirmed, graph.StatusDisputed},
			},
			PageRequest: graph.PageRequest{First: 1, Total: true},
		})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "events between two that are linked", page.Total, link.Count)
	}
	for _, unit := range graph.TimeUnits() {
		buckets, err := store.Timeline(t.Context(), graph.EventFilter{}, unit)
		if err != nil {
			t.Fatal(err)
		}
		counted := 0
		for _, b := range buckets {
			counted += b.Count
		}
		known := keep(g.Events, func(e *graph.Event) bool { return e.Time != nil && e.Time.Earliest() != graph.MinDate })
		diff(t, "events in a timeline by "+string(unit), len(known), counted)
	}
}
