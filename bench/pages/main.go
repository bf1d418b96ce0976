// Pages measures the CPU that a page of one kind takes: from the HTTP handler down to a
// SQLite file, without a network. bench/pages.sh runs it as it is and with what gqlgen
// generates by its own templates, in turns.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"dateline/access"
	"dateline/bench/command"
	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
	"dateline/resolvers"
)

type options struct {
	File   string `arg:"" help:"The SQLite file; it is filled with a sample if it does not exist."`
	Kind   string `help:"Which page: ${enum}." enum:"contacts,list,timeline,entities,articles" default:"contacts"`
	Rounds int    `help:"How often each page is asked for again." default:"10"`
}

// queries are the questions by the kind of page that they ask for. Contacts is that of
// bench/contacts, without a period: its events are written directly as a whole, while the
// objects of other kinds are in part left to gqlgen. Kinds without a party ask for one
// page over and over, so only what it takes again says something.
var queries = map[string]string{
	"contacts": `query ($id: ID!) { contacts(who: {id: $id}, first: 20) { nodes {
 id means status summary time { edtf } participants { role entity { id name } } reports(first: 3) { nodes { id quote article { id title publisher published } } } } } }`,
	"list":     `{ entities(first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { id name country aliases } } }`,
	"timeline": `query ($id: ID!) { timeline(who: {id: $id}, by: MONTH) { period earliest latest count } }`,
	"entities": `{ entities(first: 20) { nodes { id name contacts(first: 3) { totalCount nodes { id summary time { edtf } } } } } }`,
	"articles": `{ articles(first: 20) { nodes { id title publisher reports(first: 3) { totalCount nodes { id quote event { id summary } } } } } }`,
}

const (
	seed     = 1
	parties  = 300
	pageSize = 20
	// warmUp is how often each page is asked for before its CPU counts as asked again.
	warmUp = 3
)

var size = graphtest.Medium

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures the CPU of a page."))
	command.Run(o.run)
}

func (o *options) run(ctx context.Context) error {
	requests, err := prepare(ctx, o.File, queries[o.Kind])
	if err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, o.File) // anew, so that it remembers no page
	if err != nil {
		return err
	}
	defer store.Close()
	handler := access.As(access.Owner(), resolvers.NewHandler(store, resolvers.Options{}))
	first, err := cpuOf(handler, requests, 1)
	if err != nil {
		return err
	}
	if _, err := cpuOf(handler, requests, warmUp); err != nil {
		return err
	}
	again, err := cpuOf(handler, requests, o.Rounds)
	if err != nil {
		return err
	}
	fmt.Printf("%d pages: first %d µs, again %d µs\n", len(requests), first.Microseconds(), again.Microseconds())
	return nil
}

// prepare fills the file if need be, and returns one request for each party with a whole
// page of contacts.
func prepare(ctx context.Context, file, query string) ([]string, error) {
	_, err := os.Stat(file)
	isNew := errors.Is(err, fs.ErrNotExist)
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	if isNew {
		if err := graphtest.Fill(ctx, store, graphtest.Sample(seed, size), 100); err != nil {
			return nil, err
		}
	}
	var requests []string
	for _, name := range graphtest.PartyNames(seed, size, parties) {
		entity, err := store.Entity(ctx, graph.EntityRef{Name: name})
		if errors.Is(err, graph.ErrNotFound) {
			continue // no article of the sample names it
		}
		if err != nil {
			return nil, err
		}
		filter := graph.EventFilter{Types: []graph.EventType{graph.EventContact}, Who: &graph.EntityRef{ID: entity.NodeID()}}
		page, err := store.Events(ctx, graph.EventQuery{EventFilter: filter, PageRequest: graph.PageRequest{First: pageSize}})
		if err != nil {
			return nil, err
		}
		if len(page.Nodes) < pageSize {
			continue
		}
		request, err := json.Marshal(resolvers.Request{Query: query, Variables: map[string]any{"id": entity.NodeID()}})
		if err != nil {
			return nil, err
		}
		requests = append(requests, string(request))
	}
	return requests, nil
}

// cpuOf returns the CPU that this process takes for one request, on average.
func cpuOf(handler http.Handler, requests []string, rounds int) (time.Duration, error) {
	start, err := cpu()
	if err != nil {
		return 0, err
	}
	for range rounds {
		for _, body := range requests {
			request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
			request.Header.Set("Content-Type", "application/json")
			answer := httptest.NewRecorder()
			handler.ServeHTTP(answer, request)
			if answer.Code != http.StatusOK || strings.Contains(answer.Body.String(), `"errors"`) {
				return 0, fmt.Errorf("%s: %d %s", body, answer.Code, answer.Body)
			}
		}
	}
	end, err := cpu()
	return (end - start) / time.Duration(rounds*len(requests)), err
}

func cpu() (time.Duration, error) {
	var usage syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()), err
}
