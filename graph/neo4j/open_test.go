package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
)

func query(t *testing.T, server *neo4jtest.Server, text string) {
	t.Helper()
	if _, err := server.Query(t.Context(), text, nil); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	server := neo4jtest.Shared(t)
	login := neo4j.Login(server.User, server.Password)
	open(t).Close()
	for what, test := range map[string]struct {
		prepare, repair string
		url             string
		options         []neo4j.Option
		want            error
		says            string
	}{
		"a wrong password":        {url: server.URL, options: []neo4j.Option{neo4j.Login(server.User, "wr0ng")}, want: graph.ErrInvalid, says: "nauthorized"},
		"an unknown database":     {url: server.URL + "?database=nowhere", options: []neo4j.Option{login}, want: graph.ErrInvalid, says: "nowhere"},
		"a newer schema":          {prepare: `MATCH (d:Dateline) SET d.version = 99`, repair: `MATCH (d:Dateline) SET d.version = 4`, url: server.URL, options: []neo4j.Option{login}, want: graph.ErrSchema, says: "99"},
		"an earlier schema":       {prepare: `MATCH (d:Dateline) SET d.version = 2`, repair: `MATCH (d:Dateline) SET d.version = 4`, url: server.URL, options: []neo4j.Option{login}, want: graph.ErrSchema, says: "load"},
		"another program's nodes": {prepare: `MATCH (d:Dateline) DETACH DELETE d CREATE (:Customer)`, repair: `MATCH (n) DETACH DELETE n`, url: server.URL, options: []neo4j.Option{login}, want: graph.ErrSchema, says: "another program"},
		"an empty one, to read":   {url: server.URL, options: []neo4j.Option{login, neo4j.ReadOnly()}, want: graph.ErrSchema, says: "dateline load", prepare: `MATCH (n) DETACH DELETE n`},
	} {
		t.Run(what, func(t *testing.T) {
			open(t).Close()
			if test.prepare != "" {
				query(t, server, test.prepare)
			}
			store, err := neo4j.Open(t.Context(), test.url, test.options...)
			if test.repair != "" {
				query(t, server, test.repair)
			}
			if err == nil {
				store.Close()
			}
			said := fmt.Sprint(err, " ", graph.AdviceFor(err).Hint)
			if !errors.Is(err, test.want) || !strings.Contains(said, test.says) {
				t.Errorf("Open returned %s, want %q that mentions %q", said, test.want, test.says)
			}
			if strings.Contains(fmt.Sprint(err), server.Password) || strings.Contains(fmt.Sprint(err), "wr0ng") {
				t.Errorf("the error shows a password: %v", err)
			}
		})
	}
}

func TestOpenEndsWithItsContext(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0") // takes calls and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	refusing, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	refusing.Close()
	for what, address := range map[string]string{"a server that does not answer": listener.Addr().String(), "a port that is refused": refusing.Addr().String()} {
		for _, scheme := range []string{"bolt", "neo4j"} {
			ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
			start := time.Now()
			_, err := neo4j.Open(ctx, scheme+"://"+address)
			cancel()
			if advice := graph.AdviceFor(err); !advice.Retryable {
				t.Errorf("Open of %s over %s gave %v, want an error to retry", what, scheme, err)
			}
			if took := time.Since(start); took > 20*time.Second { // without a deadline it would be 30 s
				t.Errorf("Open of %s over %s ended after %v, want 0.2 s", what, scheme, took)
			}
		}
	}
}

func TestReadOnly(t *testing.T) {
	server := neo4jtest.Shared(t)
	open(t).Close()
	store, err := neo4j.Open(t.Context(), server.URL, neo4j.Login(server.User, server.Password), neo4j.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := store.Update(t.Context(), func(graph.Tx) error { return nil }); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Update gave %v, want ErrReadOnly", err)
	}
	if err := store.Walk(t.Context(), graph.Visitor{Batch: func(*graph.Batch) error { return nil }}); err != nil {
		t.Errorf("Walk: %v", err)
	}
}

// TestOpenGivesUpWhereNobodyListens: a mistake in an address shows within seconds.
func TestOpenGivesUpWhereNobodyListens(t *testing.T) {
	refusing, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	refusing.Close()
	start := time.Now()
	_, err = neo4j.Open(t.Context(), "bolt://"+refusing.Addr().String())
	if !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), "cannot be reached") {
		t.Errorf("Open gave %v", err)
	}
	if took := time.Since(start); took > 15*time.Second { // it is three on a quiet machine
		t.Errorf("it took %v", took)
	}
}
