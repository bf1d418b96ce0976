package csvimport_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/csvimport"
	"dateline/graph/neo4j/neo4jtest"
)

// TestCSV makes a graph by transactions and by the importer: every node and every
// relationship is the same, with all that it has.
func TestCSV(t *testing.T) {
	g := oddGraph()
	server := neo4jtest.Shared(t)
	if !server.Local() {
		t.Skip("the other server is the test's own, and may be another version")
	}
	server.Erase(t)
	store := open(t, server)
	if err := graphtest.Fill(t.Context(), store, g.Puts(), 10); err != nil {
		t.Fatal(err)
	}
	edits := someEdits(g)
	if err := store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutEdits(edits) }); err != nil {
		t.Fatal(err)
	}
	want, wantDigest := everything(t, server), graphtest.Digest(t, store)

	csv, err := csvimport.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var written []error
	for _, e := range edits {
		written = append(written, csv.Edit(e))
	}
	if err := errors.Join(writeCSV(csv, g), errors.Join(written...), csv.Close()); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := neo4jtest.Import(folder, csv.Arguments()); err != nil {
		t.Fatal(err)
	}
	imported, err := neo4jtest.Keep(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(imported.Close)
	for _, cypher := range csv.EmptyLists() {
		if _, err := imported.Query(t.Context(), cypher, nil); err != nil {
			t.Fatal(err)
		}
	}
	store = open(t, imported)
	if diff := cmp.Diff(want, everything(t, imported)); diff != "" {
		t.Errorf("the importer makes another graph (+):\n%s", diff)
	}
	if got := graphtest.Digest(t, store); got != wantDigest {
		t.Errorf("digest %s, want %s", got, wantDigest)
	}
}

// TestCSVRefuses has the CSV refuse what the importer would take for something else.
func TestCSVRefuses(t *testing.T) {
	none := func(string) string { return "" }
	for what, b := range map[string]*graph.Batch{
		"an alias that is empty": {Members: []graph.Member{{Aliases: []string{""}}}},
		"an alias with a mark":   {Members: []graph.Member{{Aliases: []string{"a\x1fb"}}}},
		"a title with U+FFFF":    {Article: graph.Article{Title: "a\uffffb"}},
	} {
		csv, err := csvimport.New(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.Batch(b, none, none); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", what, err)
		}
		if err := csv.Close(); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: Close gives %v", what, err)
		}
	}
}

// oddGraph is a sample with texts that files of lines and quotes can break, a member
// that is in no entity and reports that are in no event.
func oddGraph() *graphtest.Graph {
	g := graphtest.Collect(graphtest.Sample(3, graphtest.Small))
	article := &g.Batches[0].Article
	article.Title = ` "Two", he said; 'three' \ four,`
	article.Text += "\r\n\"\"\r\u2028\x00\x1f\x1e\t\\\" ;\n"
	article.Byline = "\n"
	member := &g.Batches[1].Members[0]
	member.Aliases = []string{`"`, "", "a,b;c\nd"}
	report := &g.Batches[2].Reports[0]
	report.Confidence = 1e-7
	report.Claim = &graph.Claim{Kind: graph.ClaimFirst, Since: graph.EDTFYear(2022), Text: `"first"`}
	event := g.Events[len(g.Events)-1]
	event.Summary = ""
	for _, e := range g.Entities {
		if members := graph.ProfileOf(e).Members; len(members) > 1 {
			graph.ProfileOf(e).Members = members[:len(members)-1]
			break
		}
	}
	event.Participants = append(slices.Clone(event.Participants), graph.Participation{EntityID: event.Participants[0].EntityID, Role: graph.RoleAudience})
	g.Events = g.Events[1:]
	return g
}

// someEdits are a judgement that is withdrawn, its withdrawal, and a takedown.
func someEdits(g *graphtest.Graph) []*graph.Edit {
	a, b := &g.Batches[0], &g.Batches[1]
	first := graph.Subject{ID: (*a).Reports[0].ID, ArticleID: (*a).Article.ID}
	other := graph.Subject{ID: (*b).Reports[0].ID, ArticleID: (*b).Article.ID, Part: 1}
	at := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	same := graph.NewEdit(graph.Edit{Kind: graph.EditSame, Author: "A \"B\", C", Reason: "r\n", Time: at, Subjects: []graph.Subject{first, other}})
	same.Withdrawn = true
	return []*graph.Edit{
		same,
		graph.NewEdit(graph.Edit{Kind: graph.EditWithdraw, Author: "Ada", Reason: "a slip", Time: at, Subjects: []graph.Subject{{ID: same.ID}}}),
		graph.NewEdit(graph.Edit{Kind: graph.EditRemoveArticle, Author: "Ada", Reason: "an order", Time: at, Subjects: []graph.Subject{{ID: "art_gone", ArticleID: "art_gone"}}}),
	}
}

// writeCSV writes a graph, batches first.
func writeCSV(csv *csvimport.Writer, g *graphtest.Graph) error {
	clusters := make(map[string]string)
	for _, e := range g.Entities {
		for _, id := range graph.ProfileOf(e).Members {
			clusters[id] = e.NodeID()
		}
	}
	for _, e := range g.Events {
		for _, id := range e.ReportIDs {
			clusters[id] = e.ID
		}
	}
	of := func(id string) string { return clusters[id] }
	var errs []error
	for put := range g.Puts() {
		if put.Batch != nil {
			errs = append(errs, csv.Batch(put.Batch, of, of))
		}
		for _, e := range put.Entities {
			errs = append(errs, csv.Entity(put.Block, e))
		}
		for _, e := range put.Events {
			errs = append(errs, csv.Event(put.Block, e))
		}
	}
	return errors.Join(errs...)
}

// everything returns all nodes and relationships as texts, in order, but for the logs,
// which tell how a graph came about. The parties and the
// reports of a brief are in no order.
func everything(t *testing.T, server *neo4jtest.Server) []string {
	t.Helper()
	var all []string
	rows, err := server.Query(t.Context(), "MATCH (n) WHERE NOT n:Change AND NOT n:ChangeOfEvent AND NOT n:EditChange AND NOT n:ChangeLog RETURN n", nil)
	if err != nil {
		t.Fatal(err)
	}
	nodes := make(map[string]string) // by element ID
	text := func(value any) string {
		data, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, row := range rows {
		n := row.Values[0].(driver.Node)
		slices.Sort(n.Labels)
		if brief, ok := n.Props["brief"]; ok {
			n.Props["brief"] = textsOf(brief)
		}
		nodes[n.ElementId] = text([]any{n.Labels, n.Props})
		all = append(all, nodes[n.ElementId])
	}
	rows, err = server.Query(t.Context(), "MATCH ()-[r]->() RETURN r", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		r := row.Values[0].(driver.Relationship)
		all = append(all, text([]any{r.Type, r.Props, nodes[r.StartElementId], nodes[r.EndElementId]}))
	}
	slices.Sort(all)
	return all
}

// textsOf returns the texts of a brief in an order of their own.
func textsOf(brief any) []string {
	text, _ := brief.(string)
	texts := strings.FieldsFunc(text, func(r rune) bool { return r == '\x1e' || r == '\x1f' })
	slices.Sort(texts)
	return texts
}

func open(t *testing.T, server *neo4jtest.Server) graph.Store {
	t.Helper()
	store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.Patience(10*time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}
