package graphtest

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"

	"github.com/google/go-cmp/cmp"
)

var writePromises = []promise{
	{"BatchReadsWhatPutBatchWasGiven", batchRoundTrip},
	{"BatchesOfUnknownArticlesAreLeftOut", batchesLeftOut},
	{"ArticlesFromAPlace", articlesFrom},
	{"PutBatchTakesThePlaceOfTheOld", batchReplaced},
	{"ListsOfNothingAreNil", emptyLists},
	{"AnyTextIsKept", anyTextIsKept},
	{"WhatIsGivenStaysTheCallers", givenStaysTheCallers},
	{"WhatIsReturnedIsTheCallers", returnedIsTheCallers},
	{"GoneMembersAndReportsLeave", goneOnesLeave},
	{"GoneMembersFollowTheSmallestThatWasLeft", goneOnesFollow},
	{"StayingMembersAndReportsKeepTheirClusters", stayingOnesKeep},
	{"PutReportBlocksIsKept", reportBlocksAreKept},
}

// batchOf reads a batch in its own transaction.
func batchOf(t *testing.T, store graph.Store, articleID string) *graph.Batch {
	t.Helper()
	var batches map[string]*graph.Batch
	update(t, store, func(tx graph.Tx) (err error) {
		batches, err = tx.Batches([]string{articleID})
		return err
	})
	return batches[articleID]
}

// update fails the test if Update fails.
func update(t *testing.T, store graph.Store, change func(tx graph.Tx) error) {
	t.Helper()
	if err := store.Update(t.Context(), change); err != nil {
		t.Fatalf("Update: %v", err)
	}
}

// diff fails the test if two values differ.
func diff(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := difference(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func difference(want, got any) string {
	if reflect.DeepEqual(want, got) { // which is far faster than cmp
		return ""
	}
	sameText := cmp.Comparer(func(a, b graph.EDTF) bool { return a == b })
	return cmp.Diff(want, got, sameText)
}

// wantError checks that an error is of one kind of the contract, and of no other.
func wantError(t *testing.T, what string, err, kind error) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("%s gave the error %v, want one that is %q", what, err, kind)
		return
	}
	if got, want := graph.AdviceFor(err).Code, graph.AdviceFor(kind).Code; got != want {
		t.Errorf("%s gave an error with code %s, want %s: %v", what, got, want, err)
	}
}

func batchRoundTrip(t *testing.T, open Open) {
	store := openEmpty(t, open)
	canal := Canal()
	for _, b := range canal.Batches {
		update(t, store, func(tx graph.Tx) error { return tx.PutBatch(b) })
	}
	for _, want := range canal.Batches {
		diff(t, "batch of "+canal.Name(want.Article.ID), want, batchOf(t, store, want.Article.ID))
	}
}

func batchesLeftOut(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	none := []string{graph.NewID(graph.PrefixArticle, "none"), "", "no ID", "art_'; --"}
	for _, known := range [][]string{nil, {"tolls"}, {"plans", "tolls", "plans"}} {
		want := map[string]*graph.Batch{}
		for _, name := range known {
			want[canal.ID(name)] = batchOf(t, store, canal.ID(name))
		}
		update(t, store, func(tx graph.Tx) error {
			got, err := tx.Batches(slices.Concat(none[:2], canal.IDs(known...), none[2:]))
			if len(want)+len(got) > 0 {
				diff(t, "batches", want, got)
			}
			return err
		})
	}
	update(t, store, func(tx graph.Tx) error {
		got, err := tx.Batches(nil)
		diff(t, "batches of no article", 0, len(got))
		return err
	})
}

func batchReplaced(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	old := batchOf(t, store, canal.ID("plans"))
	fresh := storekit.CloneBatch(old)
	fresh.Article.Title, fresh.Article.Published, fresh.Article.Byline = "Talks after all", day(2031, 5, 11), "R. Heron"
	fresh.Article.LoadedAt = time.Date(2032, 1, 1, 0, 0, 0, 1000, time.UTC)
	fresh.Members, fresh.Reports = fresh.Members[:2], fresh.Reports[:1]
	fresh.Members[0].Aliases = []string{"the republic", "Marenia's side"}
	fresh.Reports[0].Confidence = 0.125
	update(t, store, func(tx graph.Tx) error {
		if err := tx.PutBatch(fresh); err != nil {
			return err
		}
		got, err := tx.Batches([]string{fresh.Article.ID})
		if err == nil {
			diff(t, "the batch within the transaction", fresh, got[fresh.Article.ID])
		}
		return err
	})
	diff(t, "the batch", fresh, batchOf(t, store, fresh.Article.ID))
	update(t, store, func(tx graph.Tx) error {
		members, err := tx.MembersIn([]string{"entities:oneil", "entities:lindqvist"})
		diff(t, "members left in the blocks", 2, len(members))
		return err
	})
	update(t, store, func(tx graph.Tx) error {
		reports, err := tx.ReportsIn([]string{"events:request"})
		diff(t, "reports left in the block", 0, len(reports))
		return err
	})
	articles, err := store.Articles(t.Context(), graph.ArticleQuery{PageRequest: graph.PageRequest{Total: true}})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "number of articles", len(canal.Batches), articles.Total)
	found, err := store.Search(t.Context(), "talks last", graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "nodes with the old title", 0, len(found.Nodes))
}

func emptyLists(t *testing.T, open Open) {
	store := openEmpty(t, open)
	text := "Nobody came."
	a := graph.Article{ID: graph.NewID(graph.PrefixArticle, "empty"), Text: text, Language: "en"}
	update(t, store, func(tx graph.Tx) error {
		return tx.PutBatch(&graph.Batch{Article: a, Members: []graph.Member{}, Reports: []graph.Report{}})
	})
	diff(t, "batch of empty lists", &graph.Batch{Article: a}, batchOf(t, store, a.ID))

	member := graph.Member{ID: graph.MemberID(a.ID, graph.KindPerson, "nobody"), Kind: graph.KindPerson, Name: "Nobody", Block: "nobody"}
	report := graph.Report{
		ID: graph.ReportID(a.ID, graph.EventStatement, 0, 6, ""), ArticleID: a.ID, Type: graph.EventStatement,
		Status: graph.StatusAsserted, Quote: "Nobody", End: 6, Block: "nothing",
	}
	want := &graph.Batch{Article: a, Members: []graph.Member{member}, Reports: []graph.Report{report}}
	member.Aliases, member.Positions, member.Mentions = []string{}, []graph.Position{}, []graph.MentionSpan{}
	report.Participants, report.AttributedToIDs = []graph.Participation{}, []string{}
	person := &graph.Person{Profile: graph.Profile{ID: member.ID, Name: "Nobody", Aliases: []string{}, Members: []string{member.ID}},
		Positions: []graph.Position{}}
	event := &graph.Event{
		ID: graph.EventIDOf(report.ID), Type: graph.EventStatement, Status: graph.StatusAsserted, Block: "nothing",
		Participants: []graph.Participation{}, ReportIDs: []string{report.ID}, Conflicts: []graph.Conflict{},
	}
	update(t, store, func(tx graph.Tx) error {
		if err := tx.PutBatch(&graph.Batch{Article: a, Members: []graph.Member{member}, Reports: []graph.Report{report}}); err != nil {
			return err
		}
		if err := tx.PutEntities([]string{"nobody"}, []graph.Entity{person}); err != nil {
			return err
		}
		return tx.PutEvents([]string{"nothing"}, []*graph.Event{event})
	})
	diff(t, "batch of a member and a report with empty lists", want, batchOf(t, store, a.ID))
	err := store.Walk(t.Context(), graph.Visitor{
		Batch: func(b *graph.Batch) error { diff(t, "batch that Walk shows", want, b); return nil },
		Entity: func(e graph.Entity) error {
			diff(t, "entity that Walk shows", storekit.CloneEntity(person), e)
			return nil
		},
		Event: func(e *graph.Event) error {
			diff(t, "event that Walk shows", storekit.CloneEvent(event), e)
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// anyTextIsKept stores texts that databases and their drivers easily break.
func anyTextIsKept(t *testing.T, open Open) {
	store := openEmpty(t, open)
	for name, text := range map[string]string{
		"NUL":          "a\x00b\x00",
		"controls":     "\x01\x1f\x7f\u0085\u2028\ufeff\r\n\t",
		"quotes":       `'; DROP TABLE articles; -- " \\ %s $1 ?1 :x @y {{.}} %00`,
		"emoji":        "👩‍⚖️🏳️‍🌈 e\u0301 \u202eright to left\u202c 𝔑𝔢𝔴𝔰 \U0010ffff",
		"not composed": "Zoe\u0308 and Zo\u00eb stay apart",
		"spaces":       "  \u00a0 leading and trailing \u3000 ",
		"long":         strings.Repeat("Die Fähre fährt. ⛴ ", 5_000),
	} {
		b := textBatch("text "+name, text)
		update(t, store, func(tx graph.Tx) error { return tx.PutBatch(b) })
		got := batchOf(t, store, b.Article.ID)
		if d := cmp.Diff(viewBatch(b), viewBatch(got)); d != "" {
			t.Errorf("text with %s did not come back (-want +got):\n%.2000s", name, d)
		}
	}
}

// textBatch is an article in which every text is the same.
func textBatch(key, text string) *graph.Batch {
	id := graph.NewID(graph.PrefixArticle, key)
	end := len([]rune(text))
	memberID := graph.MemberID(id, graph.KindPerson, "")
	return &graph.Batch{
		Article: graph.Article{
			ID: id, ExternalID: text, URL: text, Title: text, Publisher: text, Byline: text, PublishedFrom: text, Language: "en", Text: text,
			LoadedAt: time.Date(2031, 1, 2, 3, 4, 5, 678901000, time.UTC),
		},
		Members: []graph.Member{{
			ID: memberID, Kind: graph.KindPerson, Name: text, Aliases: []string{text}, Block: "texts", Country: text,
			Positions: []graph.Position{{Title: text}}, Mentions: []graph.MentionSpan{{Text: text, Form: graph.MentionName, End: end}},
		}},
		Reports: []graph.Report{{
			ID: graph.ReportID(id, graph.EventStatement, 0, end, ""), ArticleID: id, Type: graph.EventStatement, Status: graph.StatusAsserted,
			Participants: []graph.Participation{{EntityID: memberID, Role: graph.RoleSpeaker}},
			Time:         &graph.TimeSpan{EDTF: graph.MustEDTF("20XX"), Text: text}, Quote: text, End: end, Confidence: 1.0 / 3,
			Claim: &graph.Claim{Kind: graph.ClaimLast, Text: text}, Block: "texts",
			About: []graph.Passage{{ArticleID: id, Text: text, End: end}}, Qualifier: text,
		}},
	}
}

func givenStaysTheCallers(t *testing.T, open Open) {
	store, canal, want := openEmpty(t, open), Canal(), Canal()
	update(t, store, func(tx graph.Tx) error {
		for put := range canal.Puts() {
			if err := put.Apply(tx); err != nil {
				return err
			}
		}
		return nil
	})
	spoil(canal.Graph)
	diff(t, "dump after the caller changed what it had given", dump(t, openWith(t, openMemory, want.Graph)), dump(t, store))
}

// spoil overwrites a graph to its full depth.
func spoil(g *Graph) {
	for _, b := range g.Batches {
		b.Article.Title = "spoilt"
		for i := range b.Members {
			spoilList(b.Members[i].Aliases)
			for j := range b.Members[i].Mentions {
				b.Members[i].Mentions[j].Text = "spoilt"
			}
			b.Members[i].Name = "spoilt"
		}
		for i := range b.Reports {
			if b.Reports[i].Time != nil {
				b.Reports[i].Time.Text = "spoilt"
			}
			b.Reports[i].Participants[0].EntityID = "spoilt"
			spoilList(b.Reports[i].AttributedToIDs)
		}
	}
	for _, e := range g.Entities {
		spoilList(graph.ProfileOf(e).Aliases)
		spoilList(graph.ProfileOf(e).Members)
		graph.ProfileOf(e).Name = "spoilt"
	}
	for _, e := range g.Events {
		e.Participants[0].EntityID = "spoilt"
		spoilList(e.ReportIDs)
		if e.Time != nil {
			e.Time.Text = "spoilt"
		}
		e.Summary = "spoilt"
	}
}

func spoilList(texts []string) {
	for i := range texts {
		texts[i] = "spoilt"
	}
}

func returnedIsTheCallers(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	before := dump(t, store)
	events := func() *graph.EventPage {
		page, err := store.Events(t.Context(), graph.EventQuery{Reports: 3})
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	want := viewPage(events(), viewEvent)
	batch := batchOf(t, store, canal.ID("tolls"))
	spoil(&Graph{Batches: []*graph.Batch{batch}})
	page := events()
	for _, e := range page.Nodes {
		graph.ProfileOf(e.Participants[0].Entity).Name = "spoilt"
		for _, r := range e.Reports.Nodes {
			r.Article.Text = "spoilt"
		}
	}
	spoil(&Graph{Events: page.Nodes})
	diff(t, "events after the caller changed what it was given", want, viewPage(events(), viewEvent))
	diff(t, "dump after the caller changed what it was given", before, dump(t, store))
}

func stayingOnesKeep(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	before := dump(t, store)
	update(t, store, func(tx graph.Tx) error {
		for _, b := range canal.Batches {
			if err := tx.PutBatch(b); err != nil {
				return err
			}
		}
		found, err := tx.EntitiesOf(canal.IDs("tolls/varga", "plans/varga"))
		for _, member := range []string{"tolls/varga", "plans/varga"} {
			if e := found[canal.ID(member)]; e == nil || e.NodeID() != canal.ID("varga") {
				t.Errorf("after PutBatch of what was there, the entity of %s is %v", member, e)
			}
		}
		return err
	})
	diff(t, "dump after every batch was put again", before, dump(t, store))
}

func reportBlocksAreKept(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	report := canal.ID("plans/request")
	update(t, store, func(tx graph.Tx) error {
		return tx.PutReportBlocks(map[string]string{report: "elsewhere", canal.ID("plans/talks"): "elsewhere"})
	})
	update(t, store, func(tx graph.Tx) error {
		moved, err := tx.ReportsIn([]string{"elsewhere"})
		diff(t, "reports of the new block", 2, len(moved))
		if err != nil {
			return err
		}
		left, err := tx.ReportsIn([]string{"events:request", "events:talks"})
		diff(t, "reports of the old blocks", 0, len(left))
		return err
	})
	for _, r := range batchOf(t, store, canal.ID("plans")).Reports {
		if want := r.Block; r.ID == report && want != "elsewhere" {
			t.Errorf("Batch has the report in block %q", r.Block)
		}
	}
}

func articlesFrom(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	memo := graph.Source{Stated: graph.SourceDocument, Location: "files/memo.pdf", Page: 11}
	otherPage, otherKind := memo, memo
	otherPage.Page, otherKind.Stated = 12, ""
	before, err := graph.Digest(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	find := func(sources ...graph.Source) (ids []string) {
		update(t, store, func(tx graph.Tx) (err error) {
			ids, err = tx.ArticlesFrom(sources)
			return err
		})
		return ids
	}
	diff(t, "articles from a place", canal.IDs("denial"), find(memo, memo, otherPage))
	diff(t, "articles from other places", 0, len(find(otherPage, otherKind, graph.Source{}, graph.Source{Stated: graph.SourceNews})))
	// An article that was found at another place is of that one alone.
	update(t, store, func(tx graph.Tx) error {
		batches, err := tx.Batches(canal.IDs("denial"))
		if err != nil {
			return err
		}
		moved := batches[canal.ID("denial")]
		moved.Article.Source = otherPage
		return tx.PutBatch(moved)
	})
	diff(t, "articles from the new place", canal.IDs("denial"), find(otherPage))
	diff(t, "articles from the old place", 0, len(find(memo)))
	after, err := graph.Digest(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "the graph, which a move does not change", before, after)
}
