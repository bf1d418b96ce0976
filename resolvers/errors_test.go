package resolvers

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/access"
	"dateline/graph"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// failing is a store in which every list of events and every level below fails.
type failing struct {
	graph.Reader
	fail func(ctx context.Context) error
}

func (f failing) Events(ctx context.Context, _ graph.EventQuery) (*graph.EventPage, error) {
	return nil, f.fail(ctx)
}

func (f failing) ContactsOf(ctx context.Context, _ []string, _ graph.EventQuery) ([]*graph.EventPage, error) {
	return nil, f.fail(ctx)
}

// TestStoreErrors: each kind of error has a code of its own, and only errors that users
// cause show what the store said.
func TestStoreErrors(t *testing.T) {
	const secret = "bolt://10.0.0.7"
	_, store := canal(t)
	for _, test := range []struct {
		err   error
		code  graph.Code
		shown string
	}{
		{graph.ErrNotFound, graph.CodeNotFound, "Nothing has this ID or name."},
		{graph.ErrBadCursor, graph.CodeBadCursor, "This cursor does not belong to this list and order."},
		{graph.ErrUnavailable, graph.CodeUnavailable, "The store cannot be reached or is too busy."},
		{graph.ErrTimeout, graph.CodeTimeout, "The query took too long and was stopped."},
		{context.DeadlineExceeded, graph.CodeTimeout, "The query took too long and was stopped."},
		{graph.ErrReadOnly, graph.CodeReadOnly, "The store cannot answer (error "},
		{graph.ErrSchema, graph.CodeSchema, "The store cannot answer (error "},
		{graph.ErrCorrupt, graph.CodeCorrupt, "The store cannot answer (error "},
		{errors.New("nil pointer"), graph.CodeInternal, "Internal error "},
	} {
		var log strings.Builder
		engine := newEngine(failing{store, func(context.Context) error {
			return fmt.Errorf("events at %s: %w", secret, test.err)
		}}, Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
		response := engine.run(access.With(t.Context(), access.Owner()), Request{Query: "{contacts{totalCount}}"}, nil).response
		if len(response.Errors) != 1 || string(response.Data) != "null" {
			t.Fatalf("%v: %+v", test.err, response)
		}
		got := response.Errors[0]
		if got.Extensions["code"] != string(test.code) || got.Extensions["hint"] == "" || !strings.HasPrefix(got.Message, test.shown) {
			t.Errorf("%v: %s %v", test.err, got.Message, got.Extensions)
		}
		if strings.Contains(got.Message, secret) {
			t.Errorf("%v: shows %s", test.err, got.Message)
		}
		if id, internal := got.Extensions["id"]; internal && !(strings.Contains(log.String(), secret) && strings.Contains(log.String(), fmt.Sprint(id))) {
			t.Errorf("%v: %v is not in the log: %s", test.err, id, &log)
		}
	}
}

// TestAFaultOfManyRowsIsLoggedOnce, under the ID that all of them show.
func TestAFaultOfManyRowsIsLoggedOnce(t *testing.T) {
	_, store := canal(t)
	var log strings.Builder
	engine := newEngine(failing{store, func(context.Context) error { return errors.New("no such table") }},
		Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	response := engine.run(access.With(t.Context(), access.Owner()), Request{Query: "{entities{nodes{name contacts{totalCount}}}}"}, nil).response
	if len(response.Errors) == 0 || string(response.Data) != "null" {
		t.Fatalf("a list with faults was passed off as whole: %s %v", response.Data, response.Errors)
	}
	if n := strings.Count(log.String(), "no such table"); n != 1 {
		t.Errorf("logged %d times:\n%s", n, &log)
	}
}

// TestPanicsAreAnswered, wherever they happen, without what they say.
func TestPanicsAreAnswered(t *testing.T) {
	_, store := canal(t)
	panicking := failing{store, func(context.Context) error { panic("secret") }}
	for _, query := range []string{
		"{contacts{totalCount}}",
		"{entities{nodes{contacts{totalCount}}}}",
		`{entity(ref:{name:"Ilse Varga"}){contacts{totalCount}}}`,
	} {
		var log strings.Builder
		engine := newEngine(panicking, Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
		response := engine.run(access.With(t.Context(), access.Owner()), Request{Query: query}, nil).response
		if len(response.Errors) == 0 || response.Errors[0].Extensions["code"] != string(graph.CodeInternal) {
			t.Errorf("%s: %v", query, response.Errors)
		}
		for _, err := range response.Errors {
			if strings.Contains(err.Message, "secret") {
				t.Errorf("%s: shows %s", query, err.Message)
			}
		}
		if !strings.Contains(log.String(), "secret") || !strings.Contains(log.String(), "errors_test.go") {
			t.Errorf("%s: the log has no stack: %s", query, &log)
		}
	}
}

// TestAPanicBeforeExecutionIsAnswered as those within it are.
func TestAPanicBeforeExecutionIsAnswered(t *testing.T) {
	_, store := canal(t)
	engine := newEngine(store, Options{Logger: slog.New(slog.DiscardHandler)})
	permit := func(*ast.OperationDefinition) *gqlerror.Error { panic("secret") }
	response := engine.run(access.With(t.Context(), access.Owner()), Request{Query: "{ __typename }"}, permit).response
	if len(response.Errors) != 1 || response.Errors[0].Extensions["code"] != string(graph.CodeInternal) {
		t.Errorf("%v", response.Errors)
	}
}

// TestDeadline: a query ends when its time is over, however slow the store, and does not
// pass off what it has so far as everything.
func TestDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, store := canal(t)
		slow := failing{store, func(ctx context.Context) error {
			<-ctx.Done()
			return fmt.Errorf("events: %w: %w", graph.ErrTimeout, ctx.Err())
		}}
		for _, query := range []string{"{contacts{totalCount}}", "{entities{nodes{contacts{totalCount}}}}"} {
			start := time.Now()
			response := newEngine(slow, Options{Logger: slog.New(slog.DiscardHandler)}).run(access.With(t.Context(), access.Owner()), Request{Query: query}, nil).response
			if took := time.Since(start); took < 10*time.Second || took > 11*time.Second {
				t.Errorf("%s: took %v", query, took)
			}
			if len(response.Errors) == 0 || response.Errors[0].Extensions["code"] != string(graph.CodeTimeout) {
				t.Errorf("%s: %v", query, response.Errors)
			}
			if data := string(response.Data); data != "null" && data != "" {
				t.Errorf("%s: gave %s", query, data)
			}
		}
	})
}

// TestArgumentAtFault: an error about one argument or variable names it, for programs.
func TestArgumentAtFault(t *testing.T) {
	_, store := canal(t)
	for query, want := range map[string]string{
		`{ contacts(first: 0) { totalCount } }`:                                         "argument first",
		`{ contacts(first: 1, last: 1) { totalCount } }`:                                "argument first",
		`{ contacts(minArticles: -1) { totalCount } }`:                                  "argument minArticles",
		`{ contacts(who: {name: " "}) { totalCount } }`:                                 "argument who",
		`{ entities { nodes { contacts(first: 101) { totalCount } } } }`:                "argument first",
		`{ path(from: {name: "nobody at all"}, to: {name: "no one"}) { from { id } } }`: "argument from",
		`query($n: Int) { contacts(first: $n) { totalCount } }`:                         "variable n",
	} {
		response := Execute(t.Context(), store, Request{Query: query, Variables: map[string]any{"n": "x"}})
		if len(response.Errors) == 0 {
			t.Errorf("%s: no error", query)
			continue
		}
		kind, name, _ := strings.Cut(want, " ")
		if got := response.Errors[0].Extensions[kind]; got != name {
			t.Errorf("%s: %s %v, want %s: %v", query, kind, got, name, response.Errors[0])
		}
	}
}
