package resolvers

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/edit"
	"dateline/loader/merge"
	"dateline/loader/merge/mergetest"
)

// newsroom is an API on a store with the Quarrel, which Ada corrects.
type newsroom struct {
	*testing.T
	store   graph.Store
	stories []*mergetest.Story
	engine  *engine
}

func newNewsroom(t *testing.T) *newsroom {
	store, stories := graphtest.NewMemory(), mergetest.Quarrel(t)
	for _, s := range stories {
		mergetest.Apply(t, store, s.Batch)
	}
	clock := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	editor := &edit.Editor{Store: store, Now: func() time.Time { clock = clock.Add(time.Second); return clock }}
	return &newsroom{t, store, stories, newEngine(store, Options{Editor: editor, Explainer: merge.Explainer{Store: store}})}
}

var ada = access.Identity{Role: access.Editor, ID: "key:ada", Name: "Ada"}

// ask runs a request of somebody, and returns the response as JSON.
func (n *newsroom) ask(who access.Identity, query string, variables map[string]any) string {
	n.Helper()
	answer := n.engine.run(access.With(context.Background(), who), Request{Query: query, Variables: variables}, nil)
	data, err := json.Marshal(answer.response)
	if err != nil {
		n.Fatal(err)
	}
	return string(data)
}

// want checks that a response has all of the texts.
func (n *newsroom) want(response string, texts ...string) {
	n.Helper()
	for _, text := range texts {
		if !strings.Contains(response, text) {
			n.Errorf("the response lacks %s:\n%s", text, response)
		}
	}
}

func (n *newsroom) id(name string) string {
	n.Helper()
	e, err := n.store.Entity(n.Context(), graph.EntityRef{Name: name})
	if err != nil {
		n.Fatal(name, err)
	}
	return e.NodeID()
}

func TestMutations(t *testing.T) {
	n := newNewsroom(t)
	solheim, haugen, norway, report := n.id("Solheim"), n.id("Lars Haugen"), n.id("Norway"), n.stories[0].Batch.Reports[0].ID
	article := n.stories[7].Batch.Article
	const changes = `edit { id kind author reason withdrawn subjects { id missing node { __typename } } } changes { before { name size } after { name detail size members } }`

	n.want(n.ask(ada, `mutation($a: ID!, $b: ID!) { decide(pairs: [{a: $a, b: $b}], judgement: SAME, reason: "seen", dryRun: true) { edits { kind } changes { after { size } } } }`,
		map[string]any{"a": solheim, "b": haugen}), `"kind":"SAME"`, `"size":8`)
	n.want(n.ask(ada, `{ edits { totalCount } }`, nil), `"totalCount":0`)
	n.want(n.ask(ada, `mutation($id: ID!) { renameEntity(id: $id, name: "Ingrid Berg", reason: "her wedding") { `+changes+` } }`, map[string]any{"id": solheim}),
		`"kind":"RENAME"`, `"author":"Ada"`, `"reason":"her wedding"`, `"__typename":"Person"`, `"name":"Ingrid Berg"`)
	n.want(n.ask(ada, `mutation($id: ID!) { setEntityKind(id: $id, kind: GOVERNMENT, reason: "r") { edit { entityKind } changes { after { detail } } } }`, map[string]any{"id": norway}),
		`"entityKind":"GOVERNMENT"`, `"detail":"GOVERNMENT"`)
	n.want(n.ask(ada, `mutation($id: ID!, $of: ID!) { setPositions(id: $id, positions: [{title: "envoy", organization: $of}], reason: "r") { edit { positions { title organization { name } } } } }`,
		map[string]any{"id": haugen, "of": norway}), `"title":"envoy"`, `"organization":{"name":"Norway"}`)
	n.want(n.ask(ada, `mutation($id: ID!, $p: ID!) { correctReport(id: $id, correction: {means: MEETING, time: "2024-02-01", participants: [{entity: $p, role: INITIATOR}], clear: [PLACE]}, reason: "r") {
		edit { correction { fields means time { edtf } participants { entityId role } placeId } } } }`, map[string]any{"id": report, "p": haugen}),
		`"fields":["MEANS","TIME","PLACE","PARTICIPANTS"]`, `"edtf":"2024-02-01"`, `"role":"INITIATOR"`, `"placeId":null`)
	n.want(n.ask(ada, `mutation($id: ID!) { rejectReport(id: $id, reason: "r") { edit { kind } } }`, map[string]any{"id": report}), `"REJECT_REPORT"`)
	added := n.ask(ada, `mutation($r: ReportInput!) { addReport(report: $r, reason: "r") { edit { subjects { node { ... on Report { quote sourceKind event { summary } } } } } } }`, map[string]any{"r": map[string]any{
		"article": article.ID, "quote": article.Text, "means": "CALL", "time": "2024-03-20", "participants": []any{map[string]any{"entity": haugen, "role": "INITIATOR"}, map[string]any{"entity": solheim, "role": "RECIPIENT"}}}})
	n.want(added, `"sourceKind":"HAND"`, `Lars Haugen called Ingrid Berg on 20 March 2024.`)
	n.want(n.ask(ada, `query($s: ID) { edits(subject: $s, kind: [RENAME]) { nodes { id name } totalCount } }`, map[string]any{"s": solheim}), `"name":"Ingrid Berg"`, `"totalCount":1`)

	edits, err := n.store.Edits(t.Context(), graph.EditQuery{Kinds: []graph.EditKind{graph.EditRename}})
	if err != nil {
		t.Fatal(err)
	}
	n.want(n.ask(ada, `mutation($id: ID!) { revert(editId: $id, reason: "no wedding") { `+changes+` } }`, map[string]any{"id": edits.Nodes[0].ID}), `"kind":"WITHDRAW"`, `"after":[{"name":"Ingrid Solheim"`)
	n.want(n.ask(ada, `{ edits { nodes { kind withdrawn } } }`, nil), `{"kind":"RENAME","withdrawn":true}`)

	remove := `mutation($id: ID!) { removeArticle(id: $id, reason: "order 7") { edit { kind } } }`
	n.want(n.ask(ada, remove, map[string]any{"id": article.ID}), `"FORBIDDEN"`)
	admin := ada
	admin.Role = access.Admin
	n.want(n.ask(admin, remove, map[string]any{"id": article.ID}), `"REMOVE_ARTICLE"`)
	n.want(n.ask(ada, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": article.ID}), `"node":null`)
}

func TestSplitByMentions(t *testing.T) {
	n := newNewsroom(t)
	var members []string
	for _, s := range n.stories[:3] {
		for _, m := range s.Batch.Members {
			if strings.HasSuffix(m.Name, "Solheim") {
				members = append(members, m.ID)
			}
		}
	}
	n.want(n.ask(ada, `mutation($p: [[ID!]!]!) { split(parts: $p, reason: "two people") { edits { subjects { id part } } changes { before { size } after { name } } } }`,
		map[string]any{"p": []any{[]any{members[0]}, []any{members[1], members[2]}}}), `"before":[{"size":7}]`, fmt.Sprintf(`{"id":"%s","part":1}`, members[2]))
}

func TestMutationsThatAreRefused(t *testing.T) {
	n := newNewsroom(t)
	solheim := n.id("Solheim")
	rename := `mutation($id: ID!, $r: String!) { renameEntity(id: $id, name: "X", reason: $r) { edit { id } } }`
	reader, nobody := ada, access.Identity{}
	reader.Role = access.Reader
	n.want(n.ask(reader, rename, map[string]any{"id": solheim, "r": "r"}), `"FORBIDDEN"`, `needs the role editor`)
	n.want(n.ask(nobody, rename, map[string]any{"id": solheim, "r": "r"}), `"UNAUTHENTICATED"`)
	n.want(n.ask(ada, rename, map[string]any{"id": solheim, "r": " "}), `"BAD_USER_INPUT"`, `reason is empty`)
	n.want(n.ask(ada, rename, map[string]any{"id": "per_x", "r": "r"}), `"NOT_FOUND"`, `Nothing has the ID \"per_x\".`)
	n.want(n.ask(ada, `mutation { decide(pairs: [], judgement: SAME, reason: "r") { edits { id } } }`, nil), `it must have 1 to 1000`)
	n.want(n.ask(ada, `mutation { split(parts: [["a"], []], reason: "r") { edits { id } } }`, nil), `part 2 is empty`)
	n.want(n.ask(ada, `mutation($id: ID!) { correctReport(id: $id, correction: {clear: [MEANS]}, reason: "r") { edit { id } } }`, map[string]any{"id": solheim}), `MEANS cannot be empty`)
	without := newEngine(n.store, Options{})
	n.engine = without
	n.want(n.ask(ada, rename, map[string]any{"id": solheim, "r": "r"}), `"STORE_READ_ONLY"`, `does not take edits`)
}
