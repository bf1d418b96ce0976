package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

// answersThroughChanges applies the same random changes to a store and to a Memory:
// articles are loaded, and loaded again in other versions, and clusters are split and
// joined. After every few changes, all questions have the same answers, for every ID that
// ever existed.
func answersThroughChanges(t *testing.T, open Open) {
	for seed := range int64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			whole := Collect(Sample(20+seed, Small))
			store, memory := openEmpty(t, open), openEmpty(t, openMemory)
			dice := rand.New(rand.NewPCG(uint64(seed), 0))
			now, waiting := &Graph{}, whole.articleIDs()
			dice.Shuffle(len(waiting), func(i, j int) { waiting[i], waiting[j] = waiting[j], waiting[i] })
			given := map[string]bool{}
			for step := 0; len(waiting) > 0 || step%4 != 0; step++ {
				what := "an article came"
				var next *Graph
				switch choice := dice.IntN(5); {
				case len(waiting) > 0 && (choice < 2 || len(now.Batches) == 0):
					next = whole.Of(append(now.articleIDs(), waiting[0])...)
					waiting = waiting[1:]
				case choice == 2:
					what = "a member was renamed"
					whole = copyOf(whole)
					renameMember(whole, pick(dice, now.Entities).NodeID())
					next = whole.Of(now.articleIDs()...)
				case choice == 3:
					what = "a report was dropped"
					whole = copyOf(whole)
					dropReport(whole, graph.ReportIDOf(pick(dice, now.Events).ID))
					next = whole.Of(now.articleIDs()...)
				default:
					what = "a cluster was split or joined"
					whole = copyOf(whole)
					splitOrJoin(whole, dice)
					next = whole.Of(now.articleIDs()...)
				}
				for _, s := range []graph.Store{store, memory} {
					if err := Fill(t.Context(), s, slices.Values(Changes(now, next)), 1000); err != nil {
						t.Fatalf("step %d, %s: %v", step, what, err)
					}
				}
				diff(t, fmt.Sprintf("log after step %d, when %s", step, what), plainLog(changesSince(t, memory, "").Changes), plainLog(changesSince(t, store, "").Changes))
				now = next
				for _, e := range now.Entities {
					given[e.NodeID()] = true
				}
				for _, e := range now.Events {
					given[e.ID] = true
				}
				if step%4 == 3 && !sameAnswers(t, store, memory, given) {
					t.Fatalf("the answers are not those of Memory from step %d on, when %s", step, what)
				}
			}
		})
	}
}

// copyOf copies a graph, so that changing it does not change what a store was given.
func copyOf(g *Graph) *Graph { return g.Of(g.articleIDs()...) }

// splitOrJoin moves the first member of an entity to an entity of its own, or joins the
// entity with the next one of its kind in its block.
func splitOrJoin(g *Graph, dice *rand.Rand) {
	at := dice.IntN(len(g.Entities))
	e := graph.ProfileOf(g.Entities[at])
	for i, other := range g.Entities {
		if i != at && g.Blocks[other.NodeID()] == g.Blocks[e.ID] && graph.KindOf(other) == graph.KindOf(g.Entities[at]) {
			graph.ProfileOf(other).Members = slices.Sorted(slices.Values(append(graph.ProfileOf(other).Members, e.Members...)))
			g.Entities = slices.Delete(g.Entities, at, at+1)
			g.rename()
			return
		}
	}
	if len(e.Members) < 2 {
		return
	}
	fresh := storekit.CloneEntity(g.Entities[at])
	graph.ProfileOf(fresh).ID, graph.ProfileOf(fresh).Members, graph.ProfileOf(fresh).Name = e.Members[1], e.Members[1:], "Parted "+e.Name
	g.Blocks[e.Members[1]] = g.Blocks[e.ID]
	e.Members = e.Members[:1]
	g.Entities = append(g.Entities, fresh)
	g.rename()
}

// rename gives entities the smallest of their members' IDs, and events the parties that
// follow from that.
func (g *Graph) rename() {
	blocks := map[string]string{}
	entityOf := map[string]string{"": ""}
	for _, e := range g.Entities {
		block := g.Blocks[e.NodeID()]
		graph.ProfileOf(e).ID = slices.Min(graph.ProfileOf(e).Members)
		blocks[e.NodeID()] = block
		for _, id := range graph.ProfileOf(e).Members {
			entityOf[id] = e.NodeID()
		}
	}
	g.Blocks = blocks
	reports := map[string]*graph.Report{}
	for _, b := range g.Batches {
		for i := range b.Reports {
			reports[b.Reports[i].ID] = &b.Reports[i]
		}
	}
	for _, e := range g.Events {
		first := reports[slices.Min(e.ReportIDs)]
		e.PlaceID = entityOf[first.PlaceID]
		e.Participants = nil
		for _, p := range first.Participants {
			p.EntityID, p.OnBehalfOfID = entityOf[p.EntityID], entityOf[p.OnBehalfOfID]
			e.Participants = append(e.Participants, p)
		}
	}
}

// sameAnswers asks all questions about everything.
func sameAnswers(t *testing.T, store, memory graph.Store, given map[string]bool) bool {
	t.Helper()
	var ids []string
	for id := range given {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	ctx, same := t.Context(), true
	compare := func(what string, ask func(r graph.Reader) (any, error)) {
		t.Helper()
		if d := compareAnswers(store, memory, ask); d != "" {
			same = false
			t.Errorf("%s: %.5000s", what, d)
		}
	}
	compare("dump", func(r graph.Reader) (any, error) { return dump(t, r), nil })
	for _, order := range graph.EventOrders() {
		compare("events by "+string(order), func(r graph.Reader) (any, error) {
			page, err := r.Events(ctx, graph.EventQuery{Order: order, Reports: 2})
			return viewPage(page, viewEvent), err
		})
	}
	inBrief := graph.WithoutDetails()
	for _, reports := range []int{0, 2, 7} {
		compare(fmt.Sprintf("events in brief with %d reports", reports), func(r graph.Reader) (any, error) {
			page, err := r.Events(ctx, graph.EventQuery{Reports: reports, Without: inBrief})
			Strip(page, inBrief)
			return viewPage(page, viewEvent), err
		})
	}
	compare("contacts of all", func(r graph.Reader) (any, error) {
		pages, err := r.ContactsOf(ctx, ids, graph.EventQuery{PageRequest: graph.PageRequest{Total: true}})
		return viewEach(pages, func(p *graph.EventPage) any { return fmt.Sprint(viewIDs(p.Nodes), p.Total) }), err
	})
	compare("nodes", func(r graph.Reader) (any, error) {
		nodes, err := r.Nodes(ctx, ids)
		return viewEach(nodes, viewNode), err
	})
	compare("entities", func(r graph.Reader) (any, error) {
		page, err := r.Entities(ctx, graph.EntityQuery{})
		return viewPage(page, viewEntity), err
	})
	compare("mentions", func(r graph.Reader) (any, error) {
		pages, err := r.MentionsOf(ctx, ids, graph.PageRequest{})
		return viewPages(pages, viewMention), err
	})
	compare("mentions in all articles", func(r graph.Reader) (any, error) {
		pages, err := r.MentionsIn(ctx, keep(ids, func(id string) bool { return graph.PrefixOf(id) == graph.PrefixArticle }), graph.PageRequest{})
		return viewPages(pages, viewMention), err
	})
	compare("articles", func(r graph.Reader) (any, error) {
		page, err := r.Articles(ctx, graph.ArticleQuery{})
		return viewPage(page, viewArticle), err
	})
	for _, word := range []string{"parted", "the", "ferries", "locks", "port"} {
		compare("search for "+word, func(r graph.Reader) (any, error) {
			page, err := r.Search(ctx, word, graph.PageRequest{Total: true})
			return viewPage(page, viewNode), err
		})
		compare("events with "+word, func(r graph.Reader) (any, error) {
			page, err := r.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{Text: word}})
			return viewPage(page, viewEvent), err
		})
	}
	for _, id := range keep(ids, func(id string) bool { return graph.PrefixOf(id) == graph.PrefixPerson }) {
		compare("network of "+id, func(r graph.Reader) (any, error) {
			n, err := r.Network(ctx, graph.NetworkQuery{Center: *ref(id), Hops: 2})
			return viewNetwork(n), err
		})
	}
	return same
}
