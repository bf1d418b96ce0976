package graphtest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

var txPromises = []promise{
	{"MembersIn", membersIn},
	{"EntitiesOf", entitiesOf},
	{"ReportsWith", reportsWith},
	{"ReportsIn", reportsIn},
	{"PutEntitiesTakesThePlaceOfTheBlock", putEntitiesReplaces},
	{"PutEntitiesMoves", putEntitiesMoves},
	{"PutEntitiesMovesOneMember", putEntitiesMovesOne},
	{"PutEventsTakesThePlaceOfTheBlock", putEventsReplaces},
	{"PutEventsMoves", putEventsMoves},
	{"PutEventsMovesOneReport", putEventsMovesOne},
	{"PositionsFollowTheirOrganization", positionsFollow},
	{"ReadsItsOwnWrites", readsItsOwnWrites},
	{"NoneIsNoError", noneIsNoError},
	{"ManyIDsAtOnce", manyIDs},
}

// membersOf returns the members of a graph that pass, by ID.
func membersOf(g *Graph, pass func(graph.Member) bool) []graph.Member {
	var members []graph.Member
	for _, b := range g.Batches {
		for _, m := range b.Members {
			if pass(m) {
				m.Mentions = nil
				members = append(members, m)
			}
		}
	}
	slices.SortFunc(members, func(a, b graph.Member) int { return strings.Compare(a.ID, b.ID) })
	return members
}

// reportsOf returns the reports of a graph that pass, by ID, as a Tx reads them.
func reportsOf(g *Graph, pass func(*graph.Report) bool) []any {
	var reports []*graph.Report
	for _, b := range g.Batches {
		for _, r := range b.Reports {
			if pass(&r) {
				article := b.Article
				article.Text = ""
				r.Article = &article
				reports = append(reports, &r)
			}
		}
	}
	slices.SortFunc(reports, func(a, b *graph.Report) int { return strings.Compare(a.ID, b.ID) })
	return viewEach(reports, viewReport)
}

func membersIn(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	for _, blocks := range [][]string{{"states"}, {"entities:varga", "states", "no such block"}, {"states", "states"}, {"no such block"}, nil} {
		want := membersOf(canal.Graph, func(m graph.Member) bool { return slices.Contains(blocks, m.Block) })
		update(t, store, func(tx graph.Tx) error {
			got, err := tx.MembersIn(blocks)
			diffList(t, "members of the blocks", want, got)
			return err
		})
	}
}

// diffList compares lists; nil and empty ones are equal.
func diffList[T any](t *testing.T, what string, want, got []T) {
	t.Helper()
	if len(want)+len(got) > 0 {
		diff(t, what, want, got)
	}
}

func entitiesOf(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	want := map[string]any{}
	var asked []string
	for _, e := range canal.Entities {
		for _, id := range graph.ProfileOf(e).Members {
			asked = append(asked, id)
			read := storekit.CloneEntity(e)
			graph.ProfileOf(read).Members = nil
			want[id] = plain(read)
		}
	}
	loner := textBatch("loner", "Nobody clustered me.")
	asked = append(asked, loner.Members[0].ID, graph.MemberID("none", graph.KindPerson, ""), "no ID", asked[0])
	update(t, store, func(tx graph.Tx) error {
		if err := tx.PutBatch(loner); err != nil {
			return err
		}
		found, err := tx.EntitiesOf(asked)
		got := map[string]any{}
		for id, e := range found {
			got[id] = plain(e)
		}
		diff(t, "entities of members", want, got)
		return err
	})
	update(t, store, func(tx graph.Tx) error {
		found, err := tx.EntitiesOf(canal.IDs("plans/oneil"))
		if e, ok := found[canal.ID("plans/oneil")].(*graph.Person); !ok || e.Name != "Pádraig O'Neil (Jr.)" {
			t.Errorf("entity of a member is %#v, want the person", found)
		}
		return err
	})
}

func reportsWith(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	for what, members := range map[string][]string{
		"a participant":            canal.IDs("treaty/oneil"),
		"one that is acted for":    canal.IDs("courier/varga"),
		"a source":                 canal.IDs("undated/bulletin"),
		"a place":                  canal.IDs("plans/lockhaven"),
		"members of many articles": canal.IDs("tolls/varga", "denial/varga", "denial/varga", "treaty/oneil"),
		"a member in no report":    canal.IDs("denial/tolvar"),
		"no member":                {graph.MemberID("none", graph.KindPerson, ""), canal.ID("call"), "no ID"},
		"nothing":                  nil,
	} {
		want := reportsOf(canal.Graph, func(r *graph.Report) bool {
			for id := range r.PartyIDs() {
				if slices.Contains(members, id) {
					return true
				}
			}
			return false
		})
		update(t, store, func(tx graph.Tx) error {
			got, err := tx.ReportsWith(members)
			diff(t, "reports with "+what, want, viewEach(got, viewReport))
			return err
		})
	}
}

func reportsIn(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	for _, blocks := range [][]string{{"events:call"}, {"events:letter", "events:summit", "events:letter", "none"}, {"none"}, nil} {
		want := reportsOf(canal.Graph, func(r *graph.Report) bool { return slices.Contains(blocks, r.Block) })
		update(t, store, func(tx graph.Tx) error {
			got, err := tx.ReportsIn(blocks)
			diff(t, "reports of the blocks", want, viewEach(got, viewReport))
			return err
		})
	}
}

// walked returns the IDs of all entities and events that Walk visits, with the IDs of
// their members and reports.
func walked(t *testing.T, store graph.Store) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := store.Walk(t.Context(), graph.Visitor{
		Entity: func(e graph.Entity) error { found[e.NodeID()] = graph.ProfileOf(e).Members; return nil },
		Event:  func(e *graph.Event) error { found[e.ID] = e.ReportIDs; return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// putEntitiesReplaces splits an entity, joins it again, and empties its block.
func putEntitiesReplaces(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	before := walked(t, store)
	okonedo := before[canal.ID("okonedo")]
	split := []graph.Entity{
		&graph.Person{Profile: graph.Profile{ID: okonedo[0], Name: "Okonedo the first", Members: okonedo[:2]}},
		&graph.Person{Profile: graph.Profile{ID: okonedo[2], Name: "Okonedo the second", Members: okonedo[2:]}},
	}
	update(t, store, func(tx graph.Tx) error { return tx.PutEntities([]string{"entities:okonedo"}, split) })
	want := maps.Clone(before)
	want[okonedo[0]], want[okonedo[2]] = okonedo[:2], okonedo[2:]
	diff(t, "entities after a split", want, walked(t, store))
	wantNames(t, store, map[string]string{okonedo[0]: "Okonedo the first", okonedo[1]: "Okonedo the first", okonedo[3]: "Okonedo the second"})

	joined := []graph.Entity{&graph.Person{Profile: graph.Profile{ID: okonedo[0], Name: "Okonedo again", Members: okonedo}}}
	update(t, store, func(tx graph.Tx) error { return tx.PutEntities([]string{"entities:okonedo"}, joined) })
	diff(t, "entities after they were joined again", before, walked(t, store))
	wantNames(t, store, map[string]string{okonedo[0]: "Okonedo again", okonedo[2]: "Okonedo again", okonedo[3]: "Okonedo again"})

	update(t, store, func(tx graph.Tx) error { return tx.PutEntities([]string{"entities:diplomat"}, nil) })
	delete(before, canal.ID("diplomat"))
	diff(t, "entities after a block was emptied", before, walked(t, store))
}

func wantNames(t *testing.T, store graph.Store, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	for id := range want {
		e, err := store.Entity(t.Context(), graph.EntityRef{ID: id})
		if err != nil {
			t.Errorf("Entity(%s): %v", id, err)
			continue
		}
		got[id] = graph.ProfileOf(e).Name
	}
	diff(t, "names of the entities behind IDs", want, got)
}

// putEntitiesMoves moves an entity from one block to another: once with the old block put
// first, and once with the new one first.
func putEntitiesMoves(t *testing.T, open Open) {
	for _, emptyFirst := range []bool{true, false} {
		canal := Canal()
		store := openWith(t, open, canal.Graph)
		before := walked(t, store)
		varga := storekit.CloneEntity(canal.node("varga").(graph.Entity))
		update(t, store, func(tx graph.Tx) error {
			for _, b := range canal.Batches {
				for i := range b.Members {
					if b.Members[i].Block == "entities:varga" {
						b.Members[i].Block = "entities:new"
					}
				}
				if err := tx.PutBatch(b); err != nil {
					return err
				}
			}
			if emptyFirst {
				return errors.Join(tx.PutEntities([]string{"entities:varga"}, nil), tx.PutEntities([]string{"entities:new"}, []graph.Entity{varga}))
			}
			return errors.Join(tx.PutEntities([]string{"entities:new"}, []graph.Entity{varga}), tx.PutEntities([]string{"entities:varga"}, nil))
		})
		diff(t, "entities after one moved to another block", before, walked(t, store))
		update(t, store, func(tx graph.Tx) error { return tx.PutEntities([]string{"entities:new"}, nil) })
		delete(before, canal.ID("varga"))
		diff(t, "entities after the new block was emptied", before, walked(t, store))
	}
}

func putEntitiesMovesOne(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	want := walked(t, store)
	okonedo := want[canal.ID("okonedo")]
	alone := &graph.Person{Profile: graph.Profile{ID: okonedo[4], Name: "Another Okonedo", Members: okonedo[4:]}}
	update(t, store, func(tx graph.Tx) error {
		if err := tx.PutEntities([]string{"elsewhere"}, []graph.Entity{alone}); err != nil {
			return err
		}
		found, err := tx.EntitiesOf(okonedo[3:])
		if err != nil {
			return err // the store may run this again
		}
		if len(found) != 2 || graph.ProfileOf(found[okonedo[3]]).Name != "Bram Okonedo" || graph.ProfileOf(found[okonedo[4]]).Name != "Another Okonedo" {
			t.Errorf("after one member moved, the entities of two are %v", found)
		}
		return nil
	})
	want[okonedo[0]], want[okonedo[4]] = okonedo[:4], okonedo[4:]
	diff(t, "entities after one member moved", want, walked(t, store))
}

func putEventsMovesOne(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	want := walked(t, store)
	moved := canal.ID("treaty/summit")
	if graph.EventIDOf(moved) == canal.ID("summit") {
		moved = canal.ID("plans/summit")
	}
	alone := storekit.CloneEvent(canal.node("summit").(*graph.Event))
	alone.ID, alone.ReportIDs, alone.Conflicts = graph.EventIDOf(moved), []string{moved}, nil
	update(t, store, func(tx graph.Tx) error { return tx.PutEvents([]string{"elsewhere"}, []*graph.Event{alone}) })
	want[alone.ID] = []string{moved}
	want[canal.ID("summit")] = keep(want[canal.ID("summit")], func(id string) bool { return id != moved })
	diff(t, "events after one report moved", want, walked(t, store))
	page, err := only(store.Reports(t.Context(), graph.ReportQuery{EventIDs: canal.IDs("summit")}))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "reports that stayed", 1, len(page.Nodes))
}

func putEventsReplaces(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	before := walked(t, store)
	call := canal.node("call").(*graph.Event)
	told, denied := storekit.CloneEvent(call), storekit.CloneEvent(call)
	told.ReportIDs, denied.ReportIDs = canal.IDs("tolls/call", "treaty/call"), canal.IDs("denial/call")
	told.Status, denied.Status = graph.StatusAsserted, graph.StatusDenied
	told.Conflicts, denied.Conflicts = nil, nil
	denied.Time, denied.Participants = nil, denied.Participants[:1]
	for _, e := range []*graph.Event{told, denied} {
		e.ID = graph.EventIDOf(slices.Min(e.ReportIDs))
	}
	update(t, store, func(tx graph.Tx) error { return tx.PutEvents([]string{"events:call"}, []*graph.Event{told, denied}) })
	want := maps.Clone(before)
	want[told.ID], want[denied.ID] = told.ReportIDs, denied.ReportIDs
	diff(t, "events after a split", want, walked(t, store))
	nodes, err := store.Nodes(t.Context(), []string{
		graph.EventIDOf(canal.ID("tolls/call")), graph.EventIDOf(canal.ID("treaty/call")), graph.EventIDOf(canal.ID("denial/call")),
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []*graph.Event{told, told, denied} {
		if got, ok := nodes[i].(*graph.Event); !ok {
			t.Errorf("the ID of a report's event finds %v", nodes[i])
		} else {
			diff(t, "event behind the ID of a report", plain(want), plain(got))
		}
	}
	page, err := store.Events(t.Context(), graph.EventQuery{EventFilter: graph.EventFilter{
		Who: &graph.EntityRef{ID: canal.ID("okonedo")}, Types: []graph.EventType{graph.EventContact}, Means: []graph.Means{graph.MeansCall}}})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "calls of Okonedo after the split", 1, len(page.Nodes))

	update(t, store, func(tx graph.Tx) error { return tx.PutEvents([]string{"events:call"}, []*graph.Event{call}) })
	diff(t, "events after they were joined again", before, walked(t, store))
	update(t, store, func(tx graph.Tx) error { return tx.PutEvents([]string{"events:request"}, nil) })
	delete(before, canal.ID("request"))
	diff(t, "events after a block was emptied", before, walked(t, store))
}

func putEventsMoves(t *testing.T, open Open) {
	for _, emptyFirst := range []bool{true, false} {
		canal := Canal()
		store := openWith(t, open, canal.Graph)
		before := walked(t, store)
		envoy := canal.node("envoy").(*graph.Event)
		update(t, store, func(tx graph.Tx) error {
			moved := map[string]string{canal.ID("courier/envoy"): "events:new", canal.ID("plans/envoy"): "events:new"}
			if err := tx.PutReportBlocks(moved); err != nil {
				return err
			}
			fresh := storekit.CloneEvent(envoy)
			fresh.Block = "events:new"
			if emptyFirst {
				return errors.Join(tx.PutEvents([]string{"events:envoy"}, nil), tx.PutEvents([]string{"events:new"}, []*graph.Event{fresh}))
			}
			return errors.Join(tx.PutEvents([]string{"events:new"}, []*graph.Event{fresh}), tx.PutEvents([]string{"events:envoy"}, nil))
		})
		diff(t, "events after one moved to another block", before, walked(t, store))
		update(t, store, func(tx graph.Tx) error { return tx.PutEvents([]string{"events:new"}, nil) })
		delete(before, canal.ID("envoy"))
		diff(t, "events after the new block was emptied", before, walked(t, store))
	}
}

// positionsFollow has positions whose organization is given by a member whose ID is not
// the organization's, and by an ID that the organization then loses.
func positionsFollow(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	members := graph.ProfileOf(canal.node("tolvar").(graph.Entity)).Members
	okonedo := storekit.CloneEntity(canal.node("okonedo").(graph.Entity)).(*graph.Person)
	okonedo.Positions[0].OrganizationID = members[len(members)-1]
	update(t, store, func(tx graph.Tx) error { return tx.PutEntities([]string{"entities:okonedo"}, []graph.Entity{okonedo}) })
	wantOffice(t, store, canal.ID("okonedo"), canal.ID("tolvar"))

	union := &graph.Organization{Profile: graph.Profile{Name: "Union of Marenia and Tolvar"}, Kind: graph.OrganizationState}
	union.Members = slices.Concat(members, graph.ProfileOf(canal.node("marenia").(graph.Entity)).Members)
	slices.Sort(union.Members)
	union.ID = union.Members[0]
	update(t, store, func(tx graph.Tx) error { return tx.PutEntities([]string{"states"}, []graph.Entity{union}) })
	wantOffice(t, store, canal.ID("varga"), union.ID)
	wantOffice(t, store, canal.ID("okonedo"), union.ID)
}

// wantOffice checks the organization of a person's first position, by Entity and by Walk.
func wantOffice(t *testing.T, store graph.Store, personID, organizationID string) {
	t.Helper()
	check := func(e graph.Entity, filled bool) {
		position := e.(*graph.Person).Positions[0]
		diff(t, "OrganizationID of the position", organizationID, position.OrganizationID)
		switch {
		case !filled:
		case position.Organization == nil:
			t.Error("the organization of the position is not filled")
		default:
			diff(t, "ID of the position's organization", organizationID, position.Organization.ID)
		}
	}
	e, err := store.Entity(t.Context(), graph.EntityRef{ID: personID})
	if err != nil {
		t.Fatal(err)
	}
	check(e, true)
	err = store.Walk(t.Context(), graph.Visitor{Entity: func(e graph.Entity) error {
		if e.NodeID() == personID {
			check(e, false)
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
}

func readsItsOwnWrites(t *testing.T, open Open) {
	store, canal := openEmpty(t, open), Canal()
	update(t, store, func(tx graph.Tx) error {
		for put := range canal.Puts() {
			if err := put.Apply(tx); err != nil {
				return err
			}
		}
		members, err := tx.MembersIn([]string{"states"})
		diff(t, "members put in this transaction", 4, len(members))
		if err != nil {
			return err
		}
		entities, err := tx.EntitiesOf(canal.IDs("plans/varga", "plans/tolvar"))
		diff(t, "entities put in this transaction", 2, len(entities))
		if err != nil {
			return err
		}
		reports, err := tx.ReportsIn([]string{"events:call"})
		diff(t, "reports put in this transaction", 3, len(reports))
		return err
	})
}

func noneIsNoError(t *testing.T, open Open) {
	store := openEmpty(t, open)
	update(t, store, func(tx graph.Tx) error {
		_, err := tx.EntitiesOf(nil)
		return errors.Join(err, tx.PutEntities([]string{"empty"}, nil), tx.PutEvents([]string{"empty"}, nil), tx.PutReportBlocks(nil))
	})
	diff(t, "dump of an empty store", "", dump(t, store))
}

// manyIDs asks for more at once than databases allow parameters. Merging does so if a
// name is in very many articles.
func manyIDs(t *testing.T, open Open) {
	canal := Canal()
	store := openWith(t, open, canal.Graph)
	const many = 70_000
	ids := make([]string, 0, many)
	for i := range many {
		ids = append(ids, fmt.Sprintf("none %d", i))
	}
	with := func(known ...string) []string { return slices.Concat(ids[:many/2], known, ids[many/2:]) }
	update(t, store, func(tx graph.Tx) error {
		members, err := tx.MembersIn(with("states"))
		diff(t, "members", 4, len(members))
		if err != nil {
			return err
		}
		entities, err := tx.EntitiesOf(with(canal.ID("tolls/varga")))
		diff(t, "entities", 1, len(entities))
		if err != nil {
			return err
		}
		reports, err := tx.ReportsWith(with(canal.ID("treaty/oneil")))
		diff(t, "reports with a member", 1, len(reports))
		if err != nil {
			return err
		}
		reports, err = tx.ReportsIn(with("events:call"))
		diff(t, "reports of a block", 3, len(reports))
		return err
	})
	nodes, err := store.Nodes(t.Context(), with(canal.IDs("call", "varga", "tolls", "tolls/call")...))
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "nodes", 4, len(keep(nodes, func(n graph.Node) bool { return n != nil })))
}
