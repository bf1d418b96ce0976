package resolvers

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/graph"
	"dateline/loader/edit"
)

var grace = access.Identity{Role: access.Editor, ID: "key:grace", Name: "Grace"}

// reviews reads what reviews lists.
func (n *newsroom) reviews(who access.Identity, arguments string) (ids []string, answer string) {
	n.Helper()
	answer = n.ask(who, `{ reviews`+arguments+` { nodes { id kind text effect doubt skipped lock { by mine until }
		parts { id name size node { __typename } report { quote } } comparisons { score verdict a { id } b { name } reasons { aspect text for } } }
		totalCount counts { kind count } pageInfo { hasNextPage endCursor } } }`, nil)
	var read struct {
		Data struct {
			Reviews struct{ Nodes []struct{ ID string } }
		}
	}
	if err := json.Unmarshal([]byte(answer), &read); err != nil {
		n.Fatal(err)
	}
	for _, node := range read.Data.Reviews.Nodes {
		ids = append(ids, node.ID)
	}
	return ids, answer
}

func TestReviews(t *testing.T) {
	n := newNewsroom(t)
	n.engine = newEngine(n.store, Options{Editor: &edit.Editor{Store: n.store, Now: time.Now}})
	all, answer := n.reviews(ada, "")
	if len(all) != 3 {
		t.Fatalf("the reviews are %s", answer)
	}
	n.want(answer, `"totalCount":3`, `{"kind":"CONFLICT","count":1}`, `{"kind":"WEAK_REPORT","count":0}`, `"__typename":"Event"`, `"lock":null`, `"verdict":"`, `"aspect":"TIME"`, `"quote":"`)
	conflicts, _ := n.reviews(ada, "(kind: [CONFLICT])")
	if len(conflicts) != 1 {
		t.Fatalf("%d conflicts", len(conflicts))
	}
	const lock = `mutation($id: ID!) { lockReview(id: $id) { granted review { id lock { by mine } } } }`
	review := map[string]any{"id": conflicts[0]}
	n.want(n.ask(ada, lock, review), `"granted":true`, `"by":"Ada","mine":true`)
	n.want(n.ask(grace, lock, review), `"granted":false`, `"by":"Ada","mine":false`)
	if free, _ := n.reviews(grace, "(free: true)"); len(free) != 2 {
		t.Errorf("%d reviews are free", len(free))
	}
	if free, _ := n.reviews(ada, "(free: true)"); len(free) != 3 {
		t.Errorf("%d reviews are free for the one who has one", len(free))
	}
	n.want(n.ask(grace, `mutation($id: ID!) { unlockReview(id: $id) { granted } }`, review), `"granted":false`)
	n.want(n.ask(ada, `mutation($id: ID!) { unlockReview(id: $id) { granted review { lock { by } } } }`, review), `"granted":true`, `"lock":null`)
	n.want(n.ask(grace, lock, review), `"granted":true`)
	n.want(n.ask(grace, `mutation($id: ID!) { skipReview(id: $id) { review { skipped lock { by } } } }`, review), `"skipped":true,"lock":null`)
	if left, answer := n.reviews(grace, ""); len(left) != 2 || !strings.Contains(answer, `{"kind":"CONFLICT","count":0}`) {
		t.Errorf("after a skip there is %s", answer)
	}
	if left, _ := n.reviews(ada, ""); len(left) != 3 {
		t.Errorf("%d reviews are left for others", len(left))
	}
	if left, _ := n.reviews(grace, "(skipped: true)"); len(left) != 3 {
		t.Errorf("%d reviews with those that were skipped", len(left))
	}
	n.want(n.ask(grace, `mutation($id: ID!) { skipReview(id: $id, skip: false) { review { skipped } } }`, review), `"skipped":false`)
	n.want(n.ask(ada, lock, map[string]any{"id": "rev_none"}), `"NOT_FOUND"`, `There is no such review`)
	reader := ada
	reader.Role = access.Reader
	n.want(n.ask(reader, `{ reviews { totalCount } }`, nil), `"FORBIDDEN"`)
	n.want(n.ask(reader, lock, review), `"FORBIDDEN"`)
	// A decision settles the review.
	n.want(n.ask(ada, `mutation($id: ID!) { rejectReport(id: $id, reason: "r") { edit { id } } }`, map[string]any{"id": n.stories[5].Batch.Reports[0].ID}), `"edit"`)
	if left, answer := n.reviews(ada, "(kind: [CONFLICT])"); len(left) != 0 {
		t.Errorf("after the decision there is %s", answer)
	}
}

func TestWhyAndHow(t *testing.T) {
	n := newNewsroom(t)
	reader := ada
	reader.Role = access.Reader
	const explanation = ` { same text parts { id name size node { __typename } report { quote } } comparisons { score verdict reasons { aspect text for } } edits { effect edit { kind overruled } } } }`
	ask := func(a, b string) string {
		return n.ask(reader, `query($a: ID!, $b: ID!) { why(a: $a, b: $b)`+explanation, map[string]any{"a": a, "b": b})
	}
	n.want(ask(n.stories[0].ID("Ingrid Solheim"), n.stories[2].ID("Solheim")), `"same":true`, `They are one.`, `"verdict":"SAME"`, `"__typename":"Person"`, `"report":null`)
	n.want(ask(n.id("Solheim"), n.id("Lars Haugen")), `"same":false`, `"aspect":"BLOCK"`, `"for":false`)
	n.want(ask(n.id("Solheim"), n.id("Norway")), `"BAD_USER_INPUT"`, `not of one kind`)
	n.want(ask(n.id("Solheim"), "per_none"), `"NOT_FOUND"`, `has the ID`)
	report := n.stories[0].Batch.Reports[0].ID
	n.want(n.ask(reader, `query($id: ID!) { how(id: $id)`+explanation, map[string]any{"id": graph.EventIDOf(report)}), `3 reports are taken for one event.`, `"__typename":"Event"`, `"quote":"CALL`)
	n.want(n.ask(ada, `mutation($a: ID!, $b: ID!) { decide(pairs: [{a: $a, b: $b}], judgement: SAME, reason: "seen") { edits { overruled } } }`,
		map[string]any{"a": n.id("Solheim"), "b": n.id("Lars Haugen")}), `"overruled":false`)
	n.want(n.ask(ada, `mutation($a: ID!, $b: ID!) { decide(pairs: [{a: $a, b: $b}], judgement: DIFFERENT, reason: "no") { edits { id } } }`,
		map[string]any{"a": n.stories[0].ID("Ingrid Solheim"), "b": n.stories[3].ID("Lars Haugen")}), `"edits"`)
	n.want(n.ask(ada, `{ edits(kind: [SAME, DIFFERENT]) { nodes { kind overruled } } }`, nil), `{"kind":"DIFFERENT","overruled":false}`)
}

func TestHistory(t *testing.T) {
	n := newNewsroom(t)
	report := n.stories[0].Batch.Reports[0].ID
	n.want(n.ask(ada, `mutation($id: ID!) { correctReport(id: $id, correction: {status: CONFIRMED}, reason: "r") { edit { id } } }`, map[string]any{"id": report}), `"edit"`)
	id := graph.EventIDOf(report)
	const history = `query($id: ID!, $after: String) { node(id: $id) { ... on Event { history(first: 2, after: $after) { nodes { cursor at kind eventId before { summary } article { publisher } edit { kind } } totalCount pageInfo { endCursor hasNextPage } } } } }`
	type page struct {
		Data struct {
			Node struct {
				History struct {
					Nodes []struct {
						Kind    string
						Article *struct{ Publisher string }
						Edit    *struct{ Kind string }
						Before  *struct{ Summary string }
					}
					TotalCount int
					PageInfo   struct {
						EndCursor   string
						HasNextPage bool
					}
				}
			}
		}
	}
	var papers, edits []string
	before, entries := 0, 0
	for after := any(nil); ; {
		var read page
		answer := n.ask(ada, history, map[string]any{"id": id, "after": after})
		if err := json.Unmarshal([]byte(answer), &read); err != nil {
			t.Fatal(err)
		}
		h := read.Data.Node.History
		for _, node := range h.Nodes {
			entries++
			if node.Article != nil {
				papers = append(papers, node.Article.Publisher)
			}
			if node.Edit != nil {
				edits = append(edits, node.Edit.Kind)
			}
			if node.Before != nil {
				before++
			}
		}
		if !h.PageInfo.HasNextPage {
			if entries != h.TotalCount {
				t.Errorf("%d entries of %d", entries, h.TotalCount)
			}
			break
		}
		after = h.PageInfo.EndCursor
	}
	if len(papers) != 3 || len(edits) != 1 || before == 0 {
		t.Errorf("the history has the articles of %v, the edits %v and %d states of before", papers, edits, before)
	}
	n.want(n.ask(ada, history, map[string]any{"id": id, "after": "nonsense"}), `"BAD_CURSOR"`)
}

// TestHistoryOfARejectedReport: that a report was rejected stays in the history of the event
// of which it told, though the event no longer has the report.
func TestHistoryOfARejectedReport(t *testing.T) {
	n := newNewsroom(t)
	kept, rejected := n.stories[0].Batch.Reports[0].ID, n.stories[1].Batch.Reports[0].ID
	const history = `query($id: ID!) { node(id: $id) { id ... on Event { reports { nodes { id } } history { nodes { edit { kind reason } } } } } }`
	of := map[string]any{"id": graph.EventIDOf(kept)}
	n.want(n.ask(ada, history, of), rejected)
	n.want(n.ask(ada, `mutation($id: ID!) { rejectReport(id: $id, reason: "another call") { edit { id } } }`, map[string]any{"id": rejected}), `"edit"`)
	answer := n.ask(ada, history, of)
	n.want(answer, `"kind":"REJECT_REPORT","reason":"another call"`)
	if strings.Contains(answer, rejected) {
		t.Errorf("the event still has the report: %s", answer)
	}
}
