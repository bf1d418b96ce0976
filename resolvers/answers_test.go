package resolvers

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"dateline/access"
	"dateline/graph"
)

// TestAnswersAreKept: what is asked again costs no call of the store, until something is
// committed, and whoever asks.
func TestAnswersAreKept(t *testing.T) {
	_, store := canal(t)
	counted := &counting{Reader: store}
	e := newEngine(counted, Options{})
	total := func(request Request) string {
		t.Helper()
		answer := e.run(access.With(t.Context(), access.Owner()), request, nil)
		if len(answer.response.Errors) > 0 {
			t.Fatal(answer.response.Errors)
		}
		return string(answer.response.Data)
	}
	calls := func(want int) {
		t.Helper()
		if len(counted.calls) != want {
			t.Errorf("%d calls of the store, want %d", len(counted.calls), want)
		}
	}
	const query = `query ($means: [Means!]) { contacts(means: $means) { totalCount } }`
	all := Request{Query: query}
	first := total(all)
	if again := total(all); again != first {
		t.Errorf("%s, and then %s", first, again)
	}
	calls(1)
	visits := Request{Query: query, Variables: map[string]any{"means": []any{"VISIT"}}}
	if few := total(visits); few == first {
		t.Errorf("%s with other variables too", few)
	}
	calls(2)
	other := Request{Query: `query a { contacts { totalCount } } query b { events { totalCount } }`}
	other.OperationName = "a"
	total(other)
	other.OperationName = "b"
	total(other)
	calls(4)
	nothing := func(graph.Tx) error { return nil }
	if err := store.Update(t.Context(), nothing); err != nil {
		t.Fatal(err)
	}
	total(all)
	calls(5)
}

// TestOnlyAnswersFromTheGraphAreKept: not those with errors or notices, and not what
// depends on more than the graph.
func TestOnlyAnswersFromTheGraphAreKept(t *testing.T) {
	_, store := canal(t)
	for _, query := range []string{
		`{ contacts(who: {name: "Nobody Atall"}) { totalCount } }`,
		`{ contacts { nodes { id } } loading(job: "1") { __typename } }`,
		`{ network(center: {name: "Nobody Atall"}) { truncated } }`,
	} {
		e := newEngine(store, Options{})
		e.run(access.With(t.Context(), access.Owner()), Request{Query: query}, nil)
		if kept := e.answers.known.Len(); kept != 0 {
			t.Errorf("%s: kept", query)
		}
	}
}

// TestAnswersOfOthersNeedARole: an answer that is kept is still given to those alone who
// may ask.
func TestAnswersOfOthersNeedARole(t *testing.T) {
	_, store := canal(t)
	e := newEngine(store, Options{})
	request := Request{Query: `{ contacts { totalCount } }`}
	if answer := e.run(access.With(t.Context(), access.Owner()), request, nil); answer.refused {
		t.Fatal(answer.response.Errors)
	}
	if answer := e.run(t.Context(), request, nil); !answer.refused {
		t.Errorf("nobody in particular is told %s", answer.response.Data)
	}
}

// TestAnswersAreBounded: the oldest make room for new ones, and large ones are not kept.
func TestAnswersAreBounded(t *testing.T) {
	a := newAnswers()
	page := json.RawMessage(strings.Repeat("x", 10_000))
	for i := range 2 * maxAnswers / len(page) {
		a.keep("1", strconv.Itoa(i), page)
	}
	if a.bytes > maxAnswers || a.bytes < maxAnswers/2 {
		t.Errorf("%d bytes are kept, at most %d are allowed", a.bytes, maxAnswers)
	}
	if a.find("1", "0") != nil {
		t.Error("the oldest answer is still kept")
	}
	a.keep("1", "large", make(json.RawMessage, maxAnswer))
	if a.find("1", "large") != nil {
		t.Error("an answer is kept that leaves no room for others")
	}
	a.keep("2", "new", page)
	if a.find("1", "1") != nil || a.find("2", "new") == nil || a.bytes != sizeOfAnswer("new", page) {
		t.Error("answers of an earlier version are kept")
	}
}
