package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/neo4j"
	"dateline/graph/neo4j/neo4jtest"
	"dateline/loader/merge"
	"dateline/loader/read"
	"dateline/resolvers"
)

// What is allowed on an idle machine: a call that ignores its deadline, or a store that
// does not recover, takes longer than any of these.
const (
	// grace is how long after its deadline a call may end.
	grace = 5 * time.Second
	// recovery is how long after the end of a fault calls may go on failing.
	recovery = 20 * time.Second
)

// TestFaults loads and asks while the connection is cut, blocked and slowed down, and the
// server paused, killed and restarted: 20 times, or DATELINE_FAULTS times. The seed is
// DATELINE_SEED, or the clock.
//
// Every call ends in time, with a whole answer or an error that users may retry; calls
// succeed again soon after a fault; nothing that was acknowledged is lost; and the graph
// ends up as that of a load that nothing disturbed.
//
// How long calls and recovery may take is measured on the machine before the first fault:
// on one that is ten times slower, ten times longer.
func TestFaults(t *testing.T) {
	faults, seed := fromEnvironment(t, "DATELINE_FAULTS", 20), fromEnvironment(t, "DATELINE_SEED", int(time.Now().UnixNano()))
	t.Logf("%d faults, DATELINE_SEED=%d", faults, seed)
	server := neo4jtest.Shared(t)
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(unexpected{t.Output()}, nil)))
	defer slog.SetDefault(before)
	wire := newWire(t, server)
	direct := openNeo4j(t)
	planned := plan(faults, rand.New(rand.NewPCG(uint64(seed), 1)))
	warmings := 2
	for _, f := range planned {
		if f.restarts {
			warmings++
		}
	}
	batches := newsBatches(t, 30*faults+warmings*warmingArticles)
	calm := openStore(t, filepath.Join(t.TempDir(), "calm.db"))
	for group := range slices.Chunk(batches, 32) {
		if err := applyGroup(t.Context(), calm, group); err != nil {
			t.Fatal(err)
		}
	}

	through, err := neo4j.Open(t.Context(), wire.url(), neo4j.Login(server.User, server.Password))
	if err != nil {
		t.Fatal(err)
	}
	defer through.Close()
	forWarming := slices.Collect(slices.Chunk(batches[:warmings*warmingArticles], warmingArticles))
	warm(t, direct, forWarming[0])
	began := time.Now()
	warm(t, through, forWarming[1])
	forWarming = forWarming[2:]
	trial := &trial{t: t, store: through, ended: make(chan struct{}), slack: 3 * max(0, time.Since(began)-easyWarming)}
	t.Logf("warming up without faults took %.1f s, so calls and recovery may take %.1f s longer", time.Since(began).Seconds(), trial.slack.Seconds())
	trial.begin(batches[warmings*warmingArticles:])
	slowest := time.Duration(0)
	for number, f := range planned {
		began := time.Now()
		f.start(t, wire)
		time.Sleep(f.length)
		f.heal(t, wire)
		if f.restarts {
			warm(t, direct, forWarming[0])
			forWarming = forWarming[1:]
		}
		healed := time.Now()
		trial.recover(fmt.Sprintf("fault %d, %s", number, f.name), recovery+trial.slack)
		slowest = max(slowest, time.Since(healed))
		t.Logf("fault %d: %s: healed after %.1f s, recovered %.1f s later", number, f.name, healed.Sub(began).Seconds(), time.Since(healed).Seconds())
		if t.Failed() {
			break
		}
	}
	trial.end()
	t.Logf("%d of %d writes and %d of %d reads failed, each with a code; no call ended more than %.2f s after its deadline; recovered %.1f s after a fault at the latest",
		trial.failedWrites, trial.writes, trial.failedReads, trial.reads, trial.late.Seconds(), slowest.Seconds())
	if t.Failed() {
		return
	}
	if trial.failedWrites == 0 || trial.failedReads == 0 {
		t.Error("the faults disturbed nothing, so the test shows nothing")
	}

	checkAcknowledged(t, direct, trial.acknowledged)
	checkOnceEach(t, server, len(batches))
	if got, want := graphtest.Digest(t, direct), graphtest.Digest(t, calm); got != want {
		t.Errorf("digest %s, undisturbed %s", got, want)
	}
}

// unexpected writes what is logged, except the failures that faults cause.
type unexpected struct{ to io.Writer }

func (u unexpected) Write(line []byte) (int, error) {
	for _, err := range []error{graph.ErrTimeout, graph.ErrUnavailable} {
		if bytes.Contains(line, []byte(err.Error())) {
			return len(line), nil
		}
	}
	return u.to.Write(line)
}

func checkOnceEach(t *testing.T, server *neo4jtest.Server, articles int) {
	t.Helper()
	rows, err := server.Query(t.Context(), `MATCH (a:Article) RETURN count(a), count(DISTINCT a.id)`, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := int64(articles); rows[0].Values[0] != want || rows[0].Values[1] != want {
		t.Errorf("%v articles of %v IDs, want %d", rows[0].Values[0], rows[0].Values[1], want)
	}
}

const (
	// warmingArticles is how many new articles warm needs.
	warmingArticles = 18
	// easyWarming is how long a server that has its plans takes to warm up on an idle
	// machine. More than that is no fault's doing.
	easyWarming = time.Second
)

// warm has a server that has just started plan its statements, for writing and for
// reading. It takes seconds, for which no fault is to blame.
func warm(t *testing.T, store graph.Store, fresh []*graph.Batch) {
	t.Helper()
	for group := range slices.Chunk(fresh, 3) {
		if err := applyGroup(t.Context(), store, group); err != nil {
			t.Fatal(err)
		}
	}
	for kind := range kindsOfReads {
		if err := readSome(t.Context(), store, kind); err != nil {
			t.Fatal(err)
		}
	}
	ask(t, store, graphQLQuery, &struct{}{})
}

func fromEnvironment(t *testing.T, name string, otherwise int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	number, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s=%q is not a number", name, text)
	}
	return number
}

// newsBatches extracts made-up articles.
func newsBatches(t *testing.T, count int) []*graph.Batch {
	t.Helper()
	source := filepath.Join(t.TempDir(), "news.jsonl")
	writeNews(t, source, count)
	extractor := newExtractor(t)
	var batches []*graph.Batch
	for item := range read.Sources(context.Background(), []string{source}, read.Options{}) {
		batch, err := extractor.Extract(item)
		if err != nil {
			t.Fatal(err)
		}
		batches = append(batches, batch)
	}
	return batches
}

// trial is the work that goes on during the faults.
type trial struct {
	t     *testing.T
	store graph.Store
	ended chan struct{}
	slack time.Duration // what a slow machine adds to deadlines and recovery
	work  sync.WaitGroup

	mu                               sync.Mutex
	acknowledged                     []string // article IDs
	writes, reads                    int
	lastError                        error
	late                             time.Duration // how long after its deadline the latest call ended
	failedWrites, failedReads        int
	lastWrite, lastRead, lastGraphQL time.Time // when the last that succeeded began
}

// begin starts two loaders of half the articles each, and two readers.
func (r *trial) begin(batches []*graph.Batch) {
	for loader := range 2 {
		var mine []*graph.Batch
		for i := loader; i < len(batches); i += 2 {
			mine = append(mine, batches[i])
		}
		r.work.Go(func() { r.load(mine, rand.New(rand.NewPCG(1, uint64(loader)))) })
	}
	r.work.Go(func() { r.ask(rand.New(rand.NewPCG(2, 0))) })
	r.work.Go(r.askGraphQL)
}

// end waits until all articles are acknowledged.
func (r *trial) end() {
	close(r.ended)
	r.work.Wait()
}

func (r *trial) over() bool {
	select {
	case <-r.ended:
		return true
	default:
		return r.t.Failed()
	}
}

// load stores articles group by group, each until it is acknowledged: slowly, so that
// some are left for the last fault, and the rest once all faults are over. Then it starts
// again with the first.
func (r *trial) load(batches []*graph.Batch, random *rand.Rand) {
	for next := 0; next < len(batches) || !r.over(); {
		if r.t.Failed() {
			return
		}
		from := next % len(batches)
		group := batches[from:min(from+1+random.IntN(6), len(batches))]
		deadline := time.Duration(1000+random.IntN(2000))*time.Millisecond + r.slack
		began := time.Now()
		err := r.call(deadline, "write", func(ctx context.Context) error {
			return r.store.Update(ctx, func(tx graph.Tx) error {
				_, err := merge.Apply(tx, group...)
				return err
			})
		})
		r.mu.Lock()
		r.writes++
		if err != nil {
			r.failedWrites++
			r.lastError = err
		} else {
			next += len(group)
			r.lastWrite = began
			for _, b := range group {
				r.acknowledged = append(r.acknowledged, b.Article.ID)
			}
		}
		r.mu.Unlock()
		if !r.over() {
			time.Sleep(time.Duration(50+random.IntN(200)) * time.Millisecond)
		}
	}
}

// call checks that a call keeps its deadline, and that its error is one to retry.
func (r *trial) call(deadline time.Duration, what string, work func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	began := time.Now()
	err := work(ctx)
	r.took(time.Since(began), deadline, what)
	if err != nil && !graph.AdviceFor(err).Retryable {
		r.t.Errorf("a %s: %s is not retryable: %v", what, graph.AdviceFor(err).Code, err)
	}
	return err
}

// took checks that a call kept its deadline.
func (r *trial) took(time, deadline time.Duration, what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.late = max(r.late, time-deadline)
	if time > deadline+grace+r.slack {
		r.t.Errorf("a %s with a deadline of %s took %s", what, deadline, time)
	}
}

// ask reads pages from the store, and checks that each answer is whole.
func (r *trial) ask(random *rand.Rand) {
	for !r.over() {
		began := time.Now()
		err := r.call(time.Duration(300+random.IntN(2000))*time.Millisecond+r.slack, "read", func(ctx context.Context) error {
			return readSome(ctx, r.store, random.IntN(kindsOfReads))
		})
		if errors.Is(err, errTorn) {
			r.t.Error(err)
		}
		r.asked(err, began, &r.lastRead)
		time.Sleep(20 * time.Millisecond)
	}
}

func (r *trial) asked(err error, began time.Time, last *time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.reads++
	if err != nil {
		r.failedReads++
		r.lastError = err
	} else {
		*last = began
	}
}

// errTorn marks an answer of which a part is missing. Users could retry it; the test
// does not let it pass.
var errTorn = fmt.Errorf("%w: part of an answer is missing", graph.ErrUnavailable)

const kindsOfReads = 3

func readSome(ctx context.Context, store graph.Reader, kind int) error {
	someone := &graph.EntityRef{Name: madeUpPerson(0)}
	switch kind {
	case 0:
		network, err := store.Network(ctx, graph.NetworkQuery{Center: *someone, Hops: 2})
		if err == nil && (network.Center == nil || len(network.Links) > 0 && network.Links[0].Source == nil) {
			return errTorn
		}
		return err
	case 1:
		_, err := store.Search(ctx, "herring", graph.PageRequest{First: 10})
		return err
	default:
		page, err := store.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{Who: someone}, Reports: 3, PageRequest: graph.PageRequest{First: 20}})
		if err != nil {
			return err
		}
		return checkWhole(page)
	}
}

// checkWhole checks that an answer has all its parts.
func checkWhole(page *graph.EventPage) error {
	for _, event := range page.Nodes {
		if event.Reports == nil || len(event.Reports.Nodes) != min(3, len(event.ReportIDs)) || len(event.Participants) == 0 {
			return errTorn
		}
		for _, p := range event.Participants {
			if p.Entity == nil || graph.ProfileOf(p.Entity).Name == "" {
				return errTorn
			}
		}
		for _, report := range event.Reports.Nodes {
			if report.Article == nil || report.Quote == "" {
				return errTorn
			}
		}
	}
	return nil
}

// graphQLTime is how long the test's client waits for an answer on an idle machine.
const graphQLTime = 3 * time.Second

var graphQLQuery = `{ contacts(who: {name: "` + madeUpPerson(2) + `"}, first: 10) { nodes { summary reports { nodes { quote article { title } } } } } }`

// askGraphQL asks as users do. An answer has data and no errors, or errors that have a
// code and may be retried.
func (r *trial) askGraphQL() {
	deadline := graphQLTime + r.slack
	for !r.over() {
		began := time.Now()
		ctx, cancel := context.WithTimeout(context.Background(), deadline)
		response := resolvers.Execute(ctx, r.store, resolvers.Request{Query: graphQLQuery})
		cancel()
		r.took(time.Since(began), deadline, "GraphQL query")
		var err error
		for _, e := range response.Errors {
			err = e
			if e.Extensions["retryable"] != true || e.Extensions["code"] == nil {
				r.t.Errorf("GraphQL: %v %v", e, e.Extensions)
			}
		}
		if err == nil {
			if torn := checkWholeGraphQL(response.Data); torn != nil {
				r.t.Errorf("GraphQL: %v: %s", torn, response.Data)
			}
		}
		r.asked(err, began, &r.lastGraphQL)
		time.Sleep(20 * time.Millisecond)
	}
}

// checkWholeGraphQL checks that each event of an answer has its reports, and each report
// its quote and its article.
func checkWholeGraphQL(data []byte) error {
	var answer struct {
		Contacts struct {
			Nodes []struct {
				Summary string
				Reports struct {
					Nodes []struct {
						Quote   string
						Article struct{ Title string }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return err
	}
	for _, event := range answer.Contacts.Nodes {
		if event.Summary == "" || len(event.Reports.Nodes) == 0 {
			return errTorn
		}
		for _, report := range event.Reports.Nodes {
			if report.Quote == "" || report.Article.Title == "" {
				return errTorn
			}
		}
	}
	return nil
}

// recover waits until each kind of call, begun from now on, has succeeded.
func (r *trial) recover(from string, within time.Duration) {
	healed := time.Now()
	for !r.t.Failed() {
		r.mu.Lock()
		writes, reads, graphQL := r.lastWrite.After(healed), r.lastRead.After(healed), r.lastGraphQL.After(healed)
		if writes && reads && graphQL {
			r.mu.Unlock()
			return
		}
		if time.Since(healed) > within {
			r.t.Errorf("%s: %s after it is healed, these succeed: writes %t, reads %t, GraphQL %t; last failure: %v", from, within, writes, reads, graphQL, r.lastError)
		}
		r.mu.Unlock()
		time.Sleep(20 * time.Millisecond)
	}
}

func checkAcknowledged(t *testing.T, store graph.Reader, ids []string) {
	t.Helper()
	for some := range slices.Chunk(ids, 500) {
		nodes, err := store.Nodes(t.Context(), some)
		if err != nil {
			t.Fatal(err)
		}
		for i, node := range nodes {
			if node == nil {
				t.Errorf("article %s was acknowledged and is not in the store", some[i])
			}
		}
	}
}
