package edit_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
	"dateline/loader/edit"
	"dateline/loader/merge/mergetest"
)

// desk is a store with the Quarrel, and somebody who decides.
type desk struct {
	*testing.T
	store   graph.Store
	stories []*mergetest.Story
	clock   time.Time
}

func newDesk(t *testing.T, store graph.Store) *desk {
	d := &desk{t, store, mergetest.Quarrel(t), time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)}
	for _, s := range d.stories {
		mergetest.Apply(t, store, s.Batch)
	}
	return d
}

// stores runs a test on the store that is the contract and on the embedded one.
func stores(t *testing.T, test func(d *desk)) {
	t.Run("memory", func(t *testing.T) { test(newDesk(t, graphtest.NewMemory())) })
	t.Run("sqlite", func(t *testing.T) {
		store, err := sqlite.Open(t.Context(), sqlite.Memory)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		test(newDesk(t, store))
	})
}

func (d *desk) try(dryRun bool, decisions ...graph.Decision) (*graph.EditResult, error) {
	d.clock = d.clock.Add(time.Minute)
	for i := range decisions {
		decisions[i].Author, decisions[i].Reason = "Ada", "I was there"
	}
	editor := edit.Editor{Store: d.store, Now: func() time.Time { return d.clock }}
	return editor.Edit(d.Context(), dryRun, decisions...)
}

func (d *desk) decide(decisions ...graph.Decision) *graph.EditResult {
	d.Helper()
	result, err := d.try(false, decisions...)
	if err != nil {
		d.Fatal(err)
	}
	return result
}

// entity returns the ID of the entity with a name.
func (d *desk) entity(name string) string {
	d.Helper()
	e, err := d.store.Entity(d.Context(), graph.EntityRef{Name: name})
	if err != nil {
		d.Fatal(name, err)
	}
	return e.NodeID()
}

// event returns the ID of the event whose summary has some words.
func (d *desk) event(words string) string {
	d.Helper()
	page, err := d.store.Events(d.Context(), graph.EventQuery{})
	if err != nil {
		d.Fatal(err)
	}
	for _, e := range page.Nodes {
		if strings.Contains(e.Summary, words) {
			return e.ID
		}
	}
	d.Fatalf("no event with %q", words)
	return ""
}

func (d *desk) report(story int) string { return d.stories[story].Batch.Reports[0].ID }

func one(id string) [][]string { return [][]string{{id}} }

func pair(a, b string) [][]string { return [][]string{{a}, {b}} }

// shown writes changes as "Name (size) + Name (size) → Name (size)".
func shown(changes []graph.ClusterChange) []string {
	side := func(clusters []graph.Cluster) string {
		var texts []string
		for _, c := range clusters {
			texts = append(texts, fmt.Sprintf("%s (%d)", c.Name, c.Size()))
		}
		return strings.Join(texts, " + ")
	}
	var lines []string
	for _, c := range changes {
		lines = append(lines, side(c.Before)+" → "+side(c.After))
	}
	slices.Sort(lines)
	return lines
}

func TestDryRunShowsWhatWouldBe(t *testing.T) {
	stores(t, func(d *desk) {
		before := mergetest.Digest(d.T, d.store)
		decision := graph.Decision{Kind: graph.EditSame, Parts: pair(d.entity("Lars Haugen"), d.entity("Solheim"))}
		would, err := d.try(true, decision)
		if err != nil {
			t.Fatal(err)
		}
		if mergetest.Digest(d.T, d.store) != before {
			t.Error("a dry run changes the store")
		}
		became := d.decide(decision)
		if got, want := shown(became.Changes), shown(would.Changes); !slices.Equal(got, want) {
			t.Errorf("the change is %q, and was to be %q", got, want)
		}
		mergetest.Expect(d.T, shown(would.Changes), "Lars Haugen (1) + Ingrid Solheim (7) → Ingrid Solheim (8)")
	})
}

// A SAME of two events by their IDs, which later reports join as they would have joined
// either.
func TestEventsAreJudgedByTheirIDs(t *testing.T) {
	stores(t, func(d *desk) {
		result := d.decide(graph.Decision{Kind: graph.EditSame, Parts: pair(d.event("visited"), d.event("held talks"))})
		if len(result.Changes) != 1 || len(result.Changes[0].Before) != 2 || len(result.Changes[0].After) != 1 {
			t.Errorf("the changes are %q, want two events joined", shown(result.Changes))
		}
		nodes, err := d.store.Nodes(d.Context(), []string{graph.EventIDOf(d.report(3)), graph.EventIDOf(d.report(7))})
		if err != nil || nodes[0] == nil || nodes[1] == nil || nodes[0].NodeID() != nodes[1].NodeID() {
			t.Fatalf("the IDs of both events find %v, %v", nodes, err)
		}
		merges := nodes[0].(*graph.Event).Merges
		if last := merges[len(merges)-1].Explanation; last != "Ada judged them to be one event: I was there." {
			t.Errorf("the merge says %q", last)
		}
		parted := d.decide(graph.Decision{Kind: graph.EditWithdraw, Parts: one(result.Edits[0].ID)})
		if len(parted.Changes) != 1 || len(parted.Changes[0].After) != 2 {
			t.Errorf("the withdrawal changes %q, want two events again", shown(parted.Changes))
		}
	})
}

func TestProfilesAreCorrected(t *testing.T) {
	stores(t, func(d *desk) {
		solheim, norway := d.entity("Solheim"), d.entity("Norway")
		d.decide(
			graph.Decision{Kind: graph.EditRename, Parts: one(solheim), Name: " Ingrid Solheim Berg "},
			graph.Decision{Kind: graph.EditSetPositions, Parts: one(solheim), Positions: []graph.Position{{Title: "prime minister", OrganizationID: norway}}},
			graph.Decision{Kind: graph.EditSetKind, Parts: one(norway), OrganizationKind: graph.OrganizationGovernment},
		)
		e, err := d.store.Entity(d.Context(), graph.EntityRef{ID: solheim})
		if err != nil {
			t.Fatal(err)
		}
		person := e.(*graph.Person)
		if person.Name != "Ingrid Solheim Berg" || person.Aliases[0] != "Ingrid Solheim" || len(person.Positions) != 1 || person.Positions[0].Organization.ID != norway {
			t.Errorf("the person is %+v", person)
		}
		if kind := person.Positions[0].Organization.Kind; kind != graph.OrganizationGovernment {
			t.Errorf("the organization is of kind %s", kind)
		}
		if d.event("Ingrid Solheim Berg called") == "" {
			t.Error("no event has the new name")
		}
	})
}

func TestReportsAreCorrected(t *testing.T) {
	stores(t, func(d *desk) {
		haugen := d.entity("Lars Haugen")
		corrected := d.decide(graph.Decision{Kind: graph.EditCorrectReport, Parts: one(d.report(0)), Correction: &graph.Correction{
			Fields: []graph.ReportField{graph.FieldMeans, graph.FieldParticipants, graph.FieldTime},
			Means:  graph.MeansMeeting, Time: &graph.TimeSpan{EDTF: graph.MustEDTF("2024-02-01")},
			Participants: []graph.Participation{{EntityID: haugen, Role: graph.RoleParticipant}, {EntityID: d.entity("Einar Jonsson"), Role: graph.RoleParticipant}},
		}})
		summary := "Lars Haugen and Einar Jonsson met on 1 February 2024."
		if d.event(summary) != graph.EventIDOf(d.report(0)) {
			t.Error("the corrected report is of another event")
		}
		if len(corrected.Changes) == 0 {
			t.Error("the correction changes no cluster")
		}
		// The article does not name Haugen, but everything that the store knows of him does.
		page, err := d.store.Events(d.Context(), graph.EventQuery{EventFilter: graph.EventFilter{Who: &graph.EntityRef{ID: haugen}}})
		if err != nil || len(page.Nodes) != 2 {
			t.Errorf("events of Haugen are %v, %v; want the visit and the meeting", page, err)
		}
		d.decide(graph.Decision{Kind: graph.EditRejectReport, Parts: one(d.report(0))})
		if list := mergetest.Summaries(d.T, d.store); slices.ContainsFunc(list, func(s string) bool { return strings.Contains(s, summary) }) {
			t.Errorf("the rejected report is still there: %q", list)
		}
		d.decide(graph.Decision{Kind: graph.EditWithdraw, Parts: one(corrected.Edits[0].ID)})
		edits, err := d.store.Edits(d.Context(), graph.EditQuery{Subject: d.report(0)})
		if err != nil || len(edits.Nodes) != 2 || !edits.Nodes[1].Withdrawn || !edits.Nodes[0].Subjects[0].Missing {
			t.Errorf("the edits of the report are %+v, %v", edits, err)
		}
	})
}

func TestReportsAreAdded(t *testing.T) {
	stores(t, func(d *desk) {
		article := d.stories[7].Batch.Article
		result := d.decide(graph.Decision{Kind: graph.EditAddReport, Parts: one(article.ID), Quote: article.Text[6:20], Correction: &graph.Correction{
			Type: graph.EventContact, Means: graph.MeansMessage, Status: graph.StatusAsserted, Time: &graph.TimeSpan{EDTF: graph.MustEDTF("2024-03-20")},
			Participants: []graph.Participation{{EntityID: d.entity("Lars Haugen"), Role: graph.RoleInitiator, OnBehalfOfID: d.entity("Norway")},
				{EntityID: d.entity("Solheim"), Role: graph.RoleRecipient}},
		}})
		id := result.Edits[0].Subjects[0].ID
		nodes, err := d.store.Nodes(d.Context(), []string{id})
		if err != nil {
			t.Fatal(err)
		}
		report, ok := nodes[0].(*graph.Report)
		if !ok || !report.ByHand || report.SourceKind() != graph.SourceHand || report.Quote != article.Text[6:20] || report.Event == nil {
			t.Fatalf("the new report is %+v", nodes[0])
		}
		if name := graph.ProfileOf(report.Participants[0].Entity).Name; name != "Lars Haugen" {
			t.Errorf("its first party is %s", name)
		}
		// A newer version of the article has other words there.
		newer := *d.stories[7].Batch
		newer.Article.Text = "Corrected: " + newer.Article.Text
		newer.Reports = nil
		mergetest.Apply(d.T, d.store, &newer)
		if nodes, err = d.store.Nodes(d.Context(), []string{id}); err != nil || nodes[0] != nil {
			t.Errorf("the report is %v, %v, although its words are gone", nodes[0], err)
		}
	})
}

func TestDecisionsThatCannotBe(t *testing.T) {
	stores(t, func(d *desk) {
		solheim, report, article := d.entity("Solheim"), d.report(0), d.stories[0].Batch.Article
		contact := graph.Correction{Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusAsserted,
			Participants: []graph.Participation{{EntityID: solheim, Role: graph.RoleInitiator}}}
		removed := d.decide(graph.Decision{Kind: graph.EditUnsure, Parts: pair(solheim, d.entity("Lars Haugen"))})
		d.decide(graph.Decision{Kind: graph.EditWithdraw, Parts: one(removed.Edits[0].ID)})
		before := mergetest.Digest(d.T, d.store)
		for name, c := range map[string]struct {
			want     error
			says     string
			decision graph.Decision
		}{
			"an unknown ID":           {graph.ErrNotFound, `nothing has the ID "per_x"`, graph.Decision{Kind: graph.EditSame, Parts: pair(solheim, "per_x")}},
			"a person and a state":    {graph.ErrInvalid, "only things of one kind", graph.Decision{Kind: graph.EditSame, Parts: pair(solheim, d.entity("Norway"))}},
			"one thing":               {graph.ErrInvalid, "stand for the same", graph.Decision{Kind: graph.EditDifferent, Parts: pair(solheim, solheim)}},
			"no name":                 {graph.ErrInvalid, "the name", graph.Decision{Kind: graph.EditRename, Parts: one(solheim), Name: " – "}},
			"the kind of a person":    {graph.ErrInvalid, "is a person, and only an organization has a kind", graph.Decision{Kind: graph.EditSetKind, Parts: one(solheim), OrganizationKind: graph.OrganizationParty}},
			"nothing to correct":      {graph.ErrInvalid, "changes nothing", graph.Decision{Kind: graph.EditCorrectReport, Parts: one(report), Correction: &graph.Correction{}}},
			"a status of events only": {graph.ErrInvalid, "DISPUTED", graph.Decision{Kind: graph.EditCorrectReport, Parts: one(report), Correction: &graph.Correction{Fields: []graph.ReportField{graph.FieldStatus}, Status: graph.StatusDisputed}}},
			"a person as a place":     {graph.ErrInvalid, "is a person", graph.Decision{Kind: graph.EditCorrectReport, Parts: one(report), Correction: &graph.Correction{Fields: []graph.ReportField{graph.FieldPlace}, PlaceID: solheim}}},
			"no participants":         {graph.ErrInvalid, "reject it", graph.Decision{Kind: graph.EditCorrectReport, Parts: one(report), Correction: &graph.Correction{Fields: []graph.ReportField{graph.FieldParticipants}}}},
			"words not in the text":   {graph.ErrInvalid, "not in the article", graph.Decision{Kind: graph.EditAddReport, Parts: one(article.ID), Quote: "never said", Correction: &contact}},
			"words twice in the text": {graph.ErrInvalid, "more than once", graph.Decision{Kind: graph.EditAddReport, Parts: one(article.ID), Quote: "n", Correction: &contact}},
			"a place beyond the text": {graph.ErrInvalid, "no words from", graph.Decision{Kind: graph.EditAddReport, Parts: one(article.ID), Correction: &graph.Correction{Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusAsserted, End: 1e6}}},
			"an unknown article":      {graph.ErrNotFound, "no article", graph.Decision{Kind: graph.EditRemoveArticle, Parts: one("art_x")}},
			"an unknown edit":         {graph.ErrNotFound, "nothing has", graph.Decision{Kind: graph.EditWithdraw, Parts: one("edt_x")}},
			"a withdrawn edit":        {graph.ErrInvalid, "withdrawn already", graph.Decision{Kind: graph.EditWithdraw, Parts: one(removed.Edits[0].ID)}},
			"two IDs where one is":    {graph.ErrInvalid, "about one ID", graph.Decision{Kind: graph.EditRename, Parts: pair(solheim, report), Name: "X"}},
		} {
			_, err := d.try(false, c.decision)
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s: the error is %v, want one that says %q", name, err, c.says)
			}
		}
		if mergetest.Digest(d.T, d.store) != before {
			t.Error("a decision that was refused has changed the store")
		}
		// One that cannot be undoes all.
		_, err := d.try(false, graph.Decision{Kind: graph.EditRename, Parts: one(solheim), Name: "X"}, graph.Decision{Kind: graph.EditRename, Parts: one("per_x"), Name: "Y"})
		if err == nil || mergetest.Digest(d.T, d.store) != before {
			t.Errorf("half of the decisions are carried out: %v", err)
		}
	})
}

func TestSplitInOneAct(t *testing.T) {
	stores(t, func(d *desk) {
		var members []string
		for _, s := range d.stories {
			for _, m := range s.Batch.Members {
				if strings.Contains(m.Name, "Solheim") && !m.Nominal {
					members = append(members, m.ID)
				}
			}
		}
		slices.Sort(members)
		result := d.decide(graph.Decision{Kind: graph.EditDifferent, Parts: [][]string{members[:3], members[3:]}})
		if len(result.Edits) != 1 || len(result.Changes[0].Before) != 1 || len(result.Changes[0].After) != 2 {
			t.Fatalf("the split changes %q", shown(result.Changes))
		}
		for _, part := range [][]string{members[:3], members[3:]} {
			if !slices.ContainsFunc(result.Changes[0].After, func(c graph.Cluster) bool { return slices.Equal(c.Members, part) }) {
				t.Errorf("the parts are %+v", result.Changes[0].After)
			}
		}
	})
}

// Two people who edit at once do so one after the other, and nothing is lost.
func TestEditorsAtOnce(t *testing.T) {
	d := newDesk(t, graphtest.NewMemory())
	editor := edit.Editor{Store: d.store, Now: time.Now}
	solheim := d.entity("Solheim")
	const editors = 8
	failed := make(chan error, editors)
	for i := range editors {
		go func() {
			_, err := editor.Edit(context.Background(), false, graph.Decision{Kind: graph.EditRename, Author: "Ada", Reason: fmt.Sprint(i), Parts: one(solheim), Name: fmt.Sprint("Name ", i)})
			failed <- err
		}()
	}
	for range editors {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
	page, err := d.store.Edits(t.Context(), graph.EditQuery{Subject: solheim})
	if err != nil || len(page.Nodes) != editors {
		t.Errorf("%d edits are kept, %v", len(page.Nodes), err)
	}
}
