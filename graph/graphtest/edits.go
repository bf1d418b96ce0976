package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

var editPromises = []promise{
	{"EditsReadWhatPutEditsWasGiven", editsAreKept},
	{"EditsOnFindsAllThatIsNamed", editsOnFinds},
	{"EditsOfASubject", editsOfSubject},
	{"EditsInPages", editsInPages},
	{"MissingSubjectsAreMarked", missingSubjects},
	{"LocateFindsMembersAndReports", locateFinds},
	{"RemoveArticleLeavesNothing", removeArticle},
	{"OriginalIsKept", originalIsKept},
	{"PutEntitiesOfSeveralBlocks", entitiesOfBlocks},
	{"PutEventsOfSeveralBlocks", eventsOfBlocks},
}

// canalEdits are decisions about the Canal graph, one of each kind, oldest first.
func canalEdits(canal *Telling) []*graph.Edit {
	on := func(nicknames ...string) []graph.Subject {
		var subjects []graph.Subject
		for i, name := range nicknames {
			article, _, _ := cutName(name)
			subjects = append(subjects, graph.Subject{ID: canal.ID(name), ArticleID: canal.ID(article), Part: i})
		}
		return subjects
	}
	tolls := canal.ID("tolls")
	correction := &graph.Correction{
		Fields: []graph.ReportField{graph.FieldParticipants, graph.FieldTime}, Participants: called("x", "y"), Time: span("2031-03-04", "Tuesday"),
		Cast: []graph.CastMember{{Member: graph.Member{ID: graph.MemberID(tolls, graph.KindPerson, "by hand"), Kind: graph.KindPerson, Name: "Zoë", Aliases: []string{"Z"}},
			SameAs: graph.Subject{ID: canal.ID("courier/lindqvist"), ArticleID: canal.ID("courier")}}},
	}
	added := &graph.Correction{Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusDenied, Start: 2, End: 7, QuoteHash: graph.QuoteHash("se Va")}
	edits := []graph.Edit{
		{Kind: graph.EditSame, Subjects: on("tolls/varga", "denial/varga")},
		{Kind: graph.EditDifferent, Subjects: on("tolls/call", "denial/call")},
		{Kind: graph.EditUnsure, Subjects: on("tolls/okonedo", "treaty/okonedo")},
		{Kind: graph.EditRename, Subjects: on("treaty/oneil"), Name: "Patrick \"Pat\" O'Neil 😀"},
		{Kind: graph.EditSetKind, Subjects: on("tolls/marenia"), OrganizationKind: graph.OrganizationParty},
		{Kind: graph.EditSetPositions, Subjects: on("tolls/varga"), Positions: []graph.Position{{Title: "queen", OrganizationID: canal.ID("tolls/marenia")}}},
		{Kind: graph.EditCorrectReport, Subjects: on("tolls/call"), Correction: correction},
		{Kind: graph.EditRejectReport, Subjects: on("treaty/call"), Author: "Grace"},
		{Kind: graph.EditAddReport, Subjects: []graph.Subject{{ID: graph.HandReportID(tolls, added), ArticleID: tolls}}, Correction: added},
		{Kind: graph.EditRemoveArticle, Subjects: []graph.Subject{{ID: canal.ID("undated"), ArticleID: canal.ID("undated")}}},
	}
	var all []*graph.Edit
	for i, e := range edits {
		if e.Author == "" {
			e.Author = "Ada"
		}
		e.Reason, e.Time = "I was there.", time.Date(2032, 1, 1, 0, 0, i/2, 1000, time.UTC) // two at a time
		all = append(all, graph.NewEdit(e))
	}
	slices.SortFunc(all, graph.CompareEdits)
	withdrawn := all[len(all)-1]
	withdrawn.Withdrawn = true
	return append(all, graph.NewEdit(graph.Edit{Kind: graph.EditWithdraw, Author: "Ada", Reason: "a slip", Time: time.Date(2032, 1, 2, 0, 0, 0, 0, time.UTC),
		Subjects: []graph.Subject{{ID: withdrawn.ID}}}))
}

// cutName cuts a nickname such as tolls/varga.
func cutName(name string) (article, thing string, both bool) {
	for i := range name {
		if name[i] == '/' {
			return name[:i], name[i+1:], true
		}
	}
	return name, "", false
}

func putEdits(t *testing.T, store graph.Store, edits []*graph.Edit) {
	t.Helper()
	update(t, store, func(tx graph.Tx) error { return tx.PutEdits(edits) })
}

// viewEdit has what JSON leaves out.
func viewEdit(e *graph.Edit) any {
	v := plain(e)
	v["withdrawn"], v["overruled"] = e.Withdrawn, e.Overruled
	v["missing"] = viewEach(e.Subjects, func(s graph.Subject) any { return s.Missing })
	return v
}

func editsAreKept(t *testing.T, open Open) {
	canal := Canal()
	store, edits := openWith(t, open, canal.Graph), canalEdits(canal)
	for _, e := range edits {
		if err := e.Check(); err != nil {
			t.Errorf("the edit %v of this test is refused: %v", e, err)
		}
	}
	putEdits(t, store, edits[:4])
	putEdits(t, store, edits)
	edits[0].Withdrawn, edits[1].Overruled = true, true
	putEdits(t, store, edits[:2])
	var walked []*graph.Edit
	if err := store.Walk(t.Context(), graph.Visitor{Edit: func(e *graph.Edit) error { walked = append(walked, e); return nil }}); err != nil {
		t.Fatal(err)
	}
	byID := slices.SortedFunc(slices.Values(edits), func(a, b *graph.Edit) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	diff(t, "edits that Walk visits", viewEach(byID, viewEdit), viewEach(walked, viewEdit))
	for _, e := range walked {
		if got := graph.NewEdit(*e).ID; got != e.ID {
			t.Errorf("the edit %v has the ID %s after it was read, not %s", e, got, e.ID)
		}
	}
	stop := errors.New("stop")
	if err := store.Walk(t.Context(), graph.Visitor{Edit: func(*graph.Edit) error { return stop }}); !errors.Is(err, stop) {
		t.Errorf("Walk returns %v, not the error of its visitor", err)
	}
}

func editsOnFinds(t *testing.T, open Open) {
	canal := Canal()
	store, edits := openEmpty(t, open), canalEdits(canal)
	update(t, store, func(tx graph.Tx) error {
		none, err := tx.EditsOn(canal.IDs("tolls/varga"))
		diff(t, "edits before there are any", 0, len(none))
		return err
	})
	putEdits(t, store, edits)
	for _, ids := range [][]string{
		canal.IDs("tolls/varga"), canal.IDs("denial/call", "treaty/oneil"), canal.IDs("tolls"), canal.IDs("undated"), canal.IDs("courier/lindqvist"),
		{edits[2].ID}, {edits[9].ID}, {graph.MemberID(canal.ID("tolls"), graph.KindPerson, "by hand")}, canal.IDs("plans/oneil"), nil,
	} {
		var want []*graph.Edit
		for _, e := range edits {
			if slices.Contains(ids, e.ID) || slices.ContainsFunc(e.Names(), func(s graph.Subject) bool { return slices.Contains(ids, s.ID) }) {
				want = append(want, e)
			}
		}
		update(t, store, func(tx graph.Tx) error {
			got, err := tx.EditsOn(slices.Concat(ids, ids, []string{"", "no ID"}))
			diff(t, fmt.Sprintf("edits on %v", ids), viewEach(want, viewEdit), viewEach(got, viewEdit))
			return err
		})
	}
	// A transaction sees its own edits, after it has looked at blocks without any.
	fresh := openWith(t, open, canal.Graph)
	update(t, fresh, func(tx graph.Tx) error {
		_, err := tx.MembersIn([]string{"states"})
		before, otherErr := tx.EditsOn(canal.IDs("tolls/varga"))
		putErr := tx.PutEdits(edits)
		after, lastErr := tx.EditsOn(canal.IDs("tolls/varga"))
		diff(t, "edits before and after they are put", []int{0, 2}, []int{len(before), len(after)})
		return errors.Join(err, otherErr, putErr, lastErr)
	})
}

func editsOfSubject(t *testing.T, open Open) {
	canal := Canal()
	store, edits := openWith(t, open, canal.Graph), canalEdits(canal)
	putEdits(t, store, edits)
	memory := NewMemory()
	fill(t, memory, canal.Graph)
	putEdits(t, memory, edits)
	for _, q := range []graph.EditQuery{
		{}, {Author: "Grace"}, {Author: "nobody"}, {Kinds: []graph.EditKind{graph.EditSame, graph.EditWithdraw}},
		{Subject: canal.ID("varga")}, {Subject: canal.ID("denial/varga")}, {Subject: canal.ID("call")}, {Subject: canal.ID("treaty/call")},
		{Subject: graph.EventIDOf(canal.ID("denial/call"))}, {Subject: canal.ID("tolls")}, {Subject: canal.ID("undated")}, {Subject: edits[9].ID},
		{Names: []string{}}, {Names: []string{canal.ID("treaty/call"), canal.ID("tolls/varga"), "no ID"}}, {Names: []string{canal.ID("tolls/varga"), edits[9].ID}, Author: "Ada"},
		{Subject: canal.ID("letter")}, {Subject: "no ID"}, {Subject: canal.ID("tolls"), Author: "Ada", Kinds: []graph.EditKind{graph.EditAddReport}},
	} {
		want, err := memory.Edits(t.Context(), q)
		got, otherErr := store.Edits(t.Context(), q)
		if err := errors.Join(err, otherErr); err != nil {
			t.Fatal(err)
		}
		diff(t, fmt.Sprintf("edits of %+v", q), viewEach(want.Nodes, viewEdit), viewEach(got.Nodes, viewEdit))
	}
	all, err := store.Edits(t.Context(), graph.EditQuery{})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "the newest edit", graph.EditWithdraw, all.Nodes[0].Kind)
	of, err := store.Edits(t.Context(), graph.EditQuery{Subject: canal.ID("varga")})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "edits of a person", 2, len(of.Nodes))
}

func editsInPages(t *testing.T, open Open) {
	canal := Canal()
	store, edits := openWith(t, open, canal.Graph), canalEdits(canal)
	putEdits(t, store, edits)
	for _, subject := range []string{"", canal.ID("tolls"), canal.ID("varga")} {
		whole, err := store.Edits(t.Context(), graph.EditQuery{Subject: subject, PageRequest: graph.PageRequest{Total: true}})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "total", len(whole.Nodes), whole.Total)
		for _, size := range []int{1, 2, 3} {
			var forward, backward []*graph.Edit
			for request := (graph.PageRequest{First: size}); ; {
				page, err := store.Edits(t.Context(), graph.EditQuery{Subject: subject, PageRequest: request})
				if err != nil {
					t.Fatal(err)
				}
				diff(t, "whether a page has one before it", request.After != "", page.HasPrevious)
				forward = append(forward, page.Nodes...)
				if !page.HasNext {
					break
				}
				request.After = page.Cursors[len(page.Cursors)-1]
			}
			for request := (graph.PageRequest{Last: size}); ; {
				page, err := store.Edits(t.Context(), graph.EditQuery{Subject: subject, PageRequest: request})
				if err != nil {
					t.Fatal(err)
				}
				backward = append(slices.Clone(page.Nodes), backward...)
				if !page.HasPrevious {
					break
				}
				request.Before = page.Cursors[0]
			}
			diff(t, "all pages forward", viewEach(whole.Nodes, viewEdit), viewEach(forward, viewEdit))
			diff(t, "all pages backward", viewEach(whole.Nodes, viewEdit), viewEach(backward, viewEdit))
		}
	}
	_, err := store.Edits(t.Context(), graph.EditQuery{PageRequest: graph.PageRequest{First: 1, After: "nonsense"}})
	wantError(t, "Edits after nonsense", err, graph.ErrBadCursor)
	_, err = store.Edits(t.Context(), graph.EditQuery{PageRequest: graph.PageRequest{First: -1}})
	wantError(t, "Edits of a page of -1", err, graph.ErrInvalid)
}

func missingSubjects(t *testing.T, open Open) {
	canal := Canal()
	store, edits := openWith(t, open, canal.Graph), canalEdits(canal)
	putEdits(t, store, edits)
	marked := func() map[string]bool {
		page, err := store.Edits(t.Context(), graph.EditQuery{})
		if err != nil {
			t.Fatal(err)
		}
		missing := map[string]bool{}
		for _, e := range page.Nodes {
			for _, s := range e.Subjects {
				if s.Missing {
					missing[s.ID] = true
				}
			}
		}
		return missing
	}
	added := edits[slices.IndexFunc(edits, func(e *graph.Edit) bool { return e.Kind == graph.EditAddReport })]
	diff(t, "what is missing", map[string]bool{added.Subjects[0].ID: true}, marked()) // no batch has it
	update(t, store, func(tx graph.Tx) error {
		return errors.Join(tx.RemoveArticle(canal.ID("undated")), tx.RemoveArticle(canal.ID("denial")))
	})
	missing := marked()
	for _, name := range []string{"undated", "denial/varga", "denial/call"} {
		if !missing[canal.ID(name)] {
			t.Errorf("%s is gone and not marked as missing", name)
		}
	}
	if missing[canal.ID("tolls/varga")] || missing[edits[9].ID] {
		t.Error("what is there is marked as missing")
	}
}

func locateFinds(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	asked := append(canal.IDs("varga", "denial/varga", "tolls/call", "treaty/summit"), graph.EventIDOf(canal.ID("denial/call")), "no ID", "", canal.ID("tolls"))
	want := map[string]graph.Located{}
	for _, b := range canal.Batches {
		for _, m := range b.Members {
			want[m.ID] = graph.Located{ID: m.ID, ArticleID: b.Article.ID, Block: m.Block}
		}
		for _, r := range b.Reports {
			at := graph.Located{ID: r.ID, ArticleID: b.Article.ID, Block: r.Block}
			want[r.ID], want[graph.EventIDOf(r.ID)] = at, at
		}
	}
	for id := range want {
		if !slices.Contains(asked, id) {
			delete(want, id)
		}
	}
	update(t, store, func(tx graph.Tx) error {
		found, err := tx.Locate(asked)
		diff(t, "located", want, found)
		return err
	})
	// The ID of a member that is gone stands for its successor.
	members := graph.ProfileOf(canal.node("varga").(graph.Entity)).Members
	var article string
	for _, b := range canal.Batches {
		if slices.ContainsFunc(b.Members, func(m graph.Member) bool { return m.ID == members[0] }) {
			article = b.Article.ID
		}
	}
	update(t, store, func(tx graph.Tx) error {
		if err := tx.RemoveArticle(article); err != nil {
			return err
		}
		found, err := tx.Locate(members[:1])
		diff(t, "successor of a member", members[1], found[members[0]].ID)
		return err
	})
}

func removeArticle(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	removed := canal.ID("tolls")
	varga := canal.ID("varga")
	update(t, store, func(tx graph.Tx) error {
		if err := tx.RemoveArticle(removed); err != nil {
			return err
		}
		left, err := tx.Batches([]string{removed})
		diff(t, "batches within the transaction", 0, len(left))
		return errors.Join(err, tx.RemoveArticle(removed), tx.RemoveArticle("no ID"))
	})
	if batchOf(t, store, removed) != nil {
		t.Error("the article is still there")
	}
	var ids []string
	for _, b := range canal.Batches {
		if b.Article.ID == removed {
			for _, m := range b.Members {
				ids = append(ids, m.ID)
			}
			for _, r := range b.Reports {
				ids = append(ids, r.ID)
			}
		}
	}
	for cluster, members := range walked(t, store) {
		if slices.ContainsFunc(members, func(id string) bool { return slices.Contains(ids, id) }) {
			t.Errorf("%s still has what is gone", canal.Name(cluster))
		}
	}
	nodes, err := store.Nodes(t.Context(), []string{removed, varga, canal.ID("tolls/call")})
	if err != nil {
		t.Fatal(err)
	}
	if nodes[0] != nil || nodes[1] == nil || nodes[2] != nil {
		t.Errorf("the article, its person and its report are %v", nodes)
	}
	found, err := store.Search(t.Context(), "phones tolls", graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "found by the title", 0, len(found.Nodes))
	found, err = store.Search(t.Context(), "telephoned tuesday", graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "found by a quote", 0, len(found.Nodes))
	log, err := store.Changes(t.Context(), graph.ChangeQuery{})
	if err != nil {
		t.Fatal(err)
	}
	known := 0
	for _, change := range log.Changes {
		if before := change.Before; before != nil {
			known++
			if before.Summary != "" || before.Time != nil && before.Time.Text != "" {
				t.Errorf("the log still has the words %q, %+v", before.Summary, before.Time)
			}
		}
	}
	if known == 0 {
		t.Error("the log has no event as it was")
	}
	again := canal.Graph.Of(canal.articleIDs()...)
	fill(t, store, again)
	memory := NewMemory()
	fill(t, memory, Canal().Graph)
	diff(t, "digest after it is put again", dump(t, memory), dump(t, store))
}

func originalIsKept(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	changed := batchOf(t, store, canal.ID("tolls"))
	original := storekit.CloneBatch(changed)
	changed.Original = &graph.Extraction{Members: original.Members, Reports: original.Reports}
	changed.Reports = changed.Reports[:1]
	changed.Reports[0].Status, changed.Reports[0].ByHand = graph.StatusDenied, true
	update(t, store, func(tx graph.Tx) error { return tx.PutBatch(changed) })
	diff(t, "the batch with its original", changed, batchOf(t, store, canal.ID("tolls")))
	page, err := only(store.Reports(t.Context(), graph.ReportQuery{ArticleIDs: canal.IDs("tolls")}))
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Nodes) != 1 || page.Nodes[0].Status != graph.StatusDenied || !page.Nodes[0].ByHand {
		t.Errorf("the article's reports are %+v, want the changed one", page.Nodes)
	}
	visited := 0
	err = store.Walk(t.Context(), graph.Visitor{Batch: func(b *graph.Batch) error {
		if b.Original != nil {
			visited++
			diff(t, "the batch that Walk visits", changed, b)
		}
		return nil
	}})
	diff(t, "batches with an original", 1, visited)
	if err != nil {
		t.Fatal(err)
	}
	update(t, store, func(tx graph.Tx) error { return tx.PutBatch(original) })
	diff(t, "the batch without its original", original, batchOf(t, store, canal.ID("tolls")))
}

// entitiesOfBlocks joins two blocks, puts an entity of both, and parts them again.
func entitiesOfBlocks(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	before := walked(t, store)
	varga, okonedo := before[canal.ID("varga")], before[canal.ID("okonedo")]
	both := slices.Sorted(slices.Values(slices.Concat(varga, okonedo[1:])))
	joined := []graph.Entity{
		&graph.Person{Profile: graph.Profile{ID: both[0], Name: "Both", Members: both}},
		&graph.Person{Profile: graph.Profile{ID: okonedo[0], Name: "One Okonedo", Members: okonedo[:1]}},
	}
	if both[0] == okonedo[0] {
		t.Fatal("the example is not as this test needs it")
	}
	blocks := []string{"entities:okonedo", "entities:varga", "entities:okonedo"}
	want := map[string][]string{}
	for id, members := range before {
		want[id] = members
	}
	delete(want, canal.ID("varga"))
	want[both[0]], want[okonedo[0]] = both, okonedo[:1]
	for range 2 { // the second time changes nothing
		update(t, store, func(tx graph.Tx) error { return tx.PutEntities(blocks, joined) })
		diff(t, "entities of two blocks", want, walked(t, store))
	}
	wantNames(t, store, map[string]string{varga[0]: "Both", okonedo[1]: "Both", okonedo[0]: "One Okonedo"})
	update(t, store, func(tx graph.Tx) error {
		return errors.Join(
			tx.PutEntities([]string{"entities:okonedo"}, []graph.Entity{canal.node("okonedo").(graph.Entity)}),
			tx.PutEntities([]string{"entities:varga"}, []graph.Entity{canal.node("varga").(graph.Entity)}))
	})
	diff(t, "entities after the blocks were parted", before, walked(t, store))
}

// eventsOfBlocks joins events of two blocks, each of which keeps its own others.
func eventsOfBlocks(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	before := walked(t, store)
	call, summit := canal.node("call").(*graph.Event), canal.node("summit").(*graph.Event)
	joined := storekit.CloneEvent(call)
	joined.ReportIDs = slices.Sorted(slices.Values(slices.Concat(call.ReportIDs, summit.ReportIDs)))
	joined.ID, joined.Conflicts = graph.EventIDOf(joined.ReportIDs[0]), nil
	blocks := []string{"events:call", "events:summit"}
	want := map[string][]string{}
	for id, reports := range before {
		want[id] = reports
	}
	delete(want, call.ID)
	delete(want, summit.ID)
	want[joined.ID] = joined.ReportIDs
	for _, block := range []string{"events:summit", "events:call", "elsewhere"} {
		joined.Block = block
		update(t, store, func(tx graph.Tx) error { return tx.PutEvents(blocks, []*graph.Event{joined}) })
		diff(t, "events of two blocks", want, walked(t, store))
		got, err := store.Nodes(t.Context(), []string{joined.ID})
		if err != nil {
			t.Fatal(err)
		}
		kept := block
		if kept == "elsewhere" {
			kept = blocks[0]
		}
		diff(t, "block of the event", kept, got[0].(*graph.Event).Block)
	}
	update(t, store, func(tx graph.Tx) error {
		return errors.Join(tx.PutEvents(blocks[:1], []*graph.Event{call}), tx.PutEvents(blocks[1:], []*graph.Event{summit}))
	})
	diff(t, "events after the blocks were parted", before, walked(t, store))
}
