package resolvers

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dateline/access"
	"dateline/graph"
	"dateline/graph/graphtest"

	"github.com/google/go-cmp/cmp"
)

// namesakes takes articles whose text is the name of an outcome. It waits before each for
// go, if that is not nil.
type namesakes struct{ begin chan bool }

func (in namesakes) Load(ctx context.Context, submissions []graph.Submission, report func(graph.Loaded)) error {
	for i, s := range submissions {
		if in.begin != nil {
			select {
			case <-in.begin:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		report(graph.Loaded{Index: i, Outcome: graph.LoadOutcome(s.Text), ArticleID: "art_" + s.ExternalID, Reports: i})
	}
	return nil
}

const loadArticles = `mutation ($articles: [ArticleInput!]!) { load(articles: $articles) { job finished outcomes { index outcome articleId reports warnings reason } } }`

func asAdmin(t testing.TB) context.Context {
	return access.With(t.Context(), access.Identity{Role: access.Admin, ID: "a"})
}

func articlesWith(texts ...string) map[string]any {
	var articles []any
	for i, text := range texts {
		articles = append(articles, map[string]any{"externalId": fmt.Sprint(i), "text": text})
	}
	return map[string]any{"articles": articles}
}

// TestLoad: there is one outcome for each article, and the job can be asked for again.
func TestLoad(t *testing.T) {
	e := newEngine(graphtest.NewMemory(), Options{Intake: namesakes{}})
	answer := e.run(asAdmin(t), Request{Query: loadArticles, Variables: articlesWith("ADDED", "FAILED", "UNCHANGED")}, nil)
	var loaded struct {
		Load struct {
			Job      string
			Finished bool
			Outcomes []struct {
				Index, Reports     int
				Outcome, ArticleID string
			}
		}
	}
	if err := json.Unmarshal(answer.response.Data, &loaded); err != nil || len(answer.response.Errors) > 0 {
		t.Fatal(err, answer.response.Errors)
	}
	var outcomes []string
	for _, o := range loaded.Load.Outcomes {
		outcomes = append(outcomes, o.Outcome)
	}
	if diff := cmp.Diff([]string{"ADDED", "FAILED", "UNCHANGED"}, outcomes); diff != "" || !loaded.Load.Finished {
		t.Errorf("finished %v, outcomes (-want +got):\n%s", loaded.Load.Finished, diff)
	}
	again := e.run(asAdmin(t), Request{Query: `query ($job: ID!) { loading(job: $job) { total done finished failure } }`, Variables: map[string]any{"job": loaded.Load.Job}}, nil)
	if want := `{"loading":{"total":3,"done":3,"finished":true,"failure":null}}`; string(again.response.Data) != want {
		t.Errorf("asked again: %s %v", again.response.Data, again.response.Errors)
	}
}

// TestLoadRefused: what cannot be begun is refused with its code.
func TestLoadRefused(t *testing.T) {
	reader := access.With(t.Context(), access.Identity{Role: access.Reader, ID: "r"})
	many := articlesWith(strings.Split(strings.Repeat("ADDED ", 101), " ")...)
	for name, test := range map[string]struct {
		ctx       context.Context
		intake    graph.Intake
		variables map[string]any
		want      string
	}{
		"by a reader":        {reader, namesakes{}, articlesWith("ADDED"), "FORBIDDEN"},
		"without an intake":  {asAdmin(t), nil, articlesWith("ADDED"), string(graph.CodeReadOnly)},
		"no articles":        {asAdmin(t), namesakes{}, map[string]any{"articles": []any{}}, string(graph.CodeInvalid)},
		"too many":           {asAdmin(t), namesakes{}, many, ""},
		"an article of null": {asAdmin(t), namesakes{}, map[string]any{"articles": []any{nil}}, ""},
	} {
		answer := newEngine(graphtest.NewMemory(), Options{Intake: test.intake}).run(test.ctx, Request{Query: loadArticles, Variables: test.variables}, nil)
		if len(answer.response.Errors) != 1 {
			t.Errorf("%s: errors %v", name, answer.response.Errors)
			continue
		}
		if got := answer.response.Errors[0].Extensions["code"]; test.want != "" && got != test.want {
			t.Errorf("%s: code %v, want %s", name, got, test.want)
		}
	}
}

// TestLoading follows a job to its end, which ends the subscription.
func TestLoading(t *testing.T) {
	begin := make(chan bool)
	e := newEngine(graphtest.NewMemory(), Options{Intake: namesakes{begin}})
	job, err := newJob(e)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	err = e.stream(asAdmin(t), Request{Query: `subscription ($job: ID!) { loading(job: $job) { done finished } }`, Variables: map[string]any{"job": job}}, nil, func(answer result) error {
		told = append(told, string(encode(answer)))
		if len(told) <= 2 {
			begin <- true
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	first, last := told[0], told[len(told)-1]
	if first != `{"data":{"loading":{"done":0,"finished":false}}}` || last != `{"data":{"loading":{"done":2,"finished":true}}}` {
		t.Errorf("told %v", told)
	}
	var refused []string
	_ = e.stream(asAdmin(t), Request{Query: `subscription { loading(job: "none") { done } }`}, nil, func(answer result) error {
		refused = append(refused, string(encode(answer)))
		return nil
	})
	if len(refused) != 1 || !strings.Contains(refused[0], `"code":"NOT_FOUND"`) {
		t.Errorf("an unknown job: %v", refused)
	}
}

// newJob starts a job of two articles.
func newJob(e *engine) (string, error) {
	job, err := e.jobs.Start([]graph.Submission{{Text: "ADDED"}, {Text: "ADDED"}})
	if err != nil {
		return "", err
	}
	return job.ID, nil
}
