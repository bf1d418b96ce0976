package live_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/live"

	"github.com/google/go-cmp/cmp"
)

// block has what the tests put into a store: one event for each name.
const block = "events of the tests"

// put makes these the only events, by ID: each is a contact with this summary, which an
// article of its own reports.
func put(t testing.TB, store graph.Writer, summaries map[string]string) {
	t.Helper()
	err := store.Update(t.Context(), func(tx graph.Tx) error {
		var events []*graph.Event
		for id, summary := range summaries {
			report := graph.Report{ID: graph.ReportIDOf(id), ArticleID: "art" + id[3:], Block: block, Type: graph.EventContact, Quote: "They spoke.", End: 11}
			article := graph.Article{ID: report.ArticleID, Text: report.Quote}
			if err := tx.PutBatch(&graph.Batch{Article: article, Reports: []graph.Report{report}}); err != nil {
				return err
			}
			events = append(events, &graph.Event{ID: id, Type: graph.EventContact, Means: graph.MeansCall, Summary: summary, ReportIDs: []string{report.ID}})
		}
		return tx.PutEvents([]string{block}, events)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func subscribe(t testing.TB, hub *live.Hub, settings live.Settings) *live.Subscription {
	t.Helper()
	s, err := hub.Subscribe(t.Context(), settings)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// told returns the next notices, as kind and event.
func told(t testing.TB, s *live.Subscription, n int) []string {
	t.Helper()
	var notices []string
	for range n {
		notice, err := s.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		notices = append(notices, describe(notice))
	}
	return notices
}

func describe(n live.Notice) string {
	if n.Change == nil {
		return string(n.Kind)
	}
	return string(n.Kind) + " " + n.Change.EventID
}

func want(t testing.TB, what string, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// TestEachOnce: what is added, changed and removed is told once, whoever commits it.
func TestEachOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := graphtest.NewMemory()
		put(t, store, map[string]string{"evt_old": "Old."})
		s := subscribe(t, live.NewHub(store, live.Options{}), live.Settings{})
		put(t, store, map[string]string{"evt_old": "Old.", "evt_b": "B.", "evt_a": "A."})
		want(t, "after adding", []string{"ADDED evt_a", "ADDED evt_b"}, told(t, s, 2))
		put(t, store, map[string]string{"evt_old": "New.", "evt_a": "A."})
		want(t, "after changing", []string{"REMOVED evt_b", "CHANGED evt_old"}, told(t, s, 2))
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		if n, err := s.Next(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("nothing changed, and yet there is %v, %v", describe(n), err)
		}
	})
}

// TestResume: who begins at the cursor of any notice gets the rest, as one does who was
// there all the time.
func TestResume(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := graphtest.NewMemory()
		hub := live.NewHub(store, live.Options{})
		s := subscribe(t, hub, live.Settings{Checkpoints: true})
		var cursors, all []string
		summaries := map[string]string{}
		for i := range 10 {
			summaries[fmt.Sprintf("evt_%d", i)] = "S."
			put(t, store, summaries)
		}
		for range 11 {
			notice, err := s.Next(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			cursors, all = append(cursors, notice.Cursor), append(all, describe(notice))
		}
		want(t, "the first notice", []string{"CHECKPOINT"}, all[:1])
		for i, cursor := range cursors[:10] {
			resumed := subscribe(t, hub, live.Settings{Since: cursor})
			want(t, "what follows "+all[i], all[i+1:], told(t, resumed, 10-i))
		}
		summaries["evt_last"] = "L."
		put(t, store, summaries)
		want(t, "what is new for the first", []string{"ADDED evt_last"}, told(t, s, 1))
	})
}

// TestSlow: a subscriber that reads nothing while much changes still gets all of it, and
// its queue does not grow with it.
func TestSlow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rounds = 1000
		store := graphtest.NewMemory()
		s := subscribe(t, live.NewHub(store, live.Options{}), live.Settings{})
		var expected []string
		for i := range rounds {
			put(t, store, map[string]string{"evt_one": fmt.Sprint(i)})
			expected = append(expected, "CHANGED evt_one")
			if i%100 == 0 {
				time.Sleep(time.Minute) // so that the hub looks at the log
			}
		}
		expected[0] = "ADDED evt_one"
		got := told(t, s, rounds)
		want(t, "kinds", expected[1:], got[1:])
		put(t, store, nil)
		want(t, "what comes after", []string{"REMOVED evt_one"}, told(t, s, 1))
	})
}

// TestGap: a cursor of another log is told as a gap, once.
func TestGap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := graphtest.NewMemory()
		put(t, store, map[string]string{"evt_a": "A."})
		hub := live.NewHub(store, live.Options{})
		s := subscribe(t, hub, live.Settings{Since: graph.Cursor{Order: "changes", Keys: []string{"another", "7"}}.Encode()})
		want(t, "notices", []string{"GAP", "ADDED evt_a"}, told(t, s, 2))
		if _, err := hub.Subscribe(t.Context(), live.Settings{Since: "nonsense"}); !errors.Is(err, graph.ErrBadCursor) {
			t.Errorf("a subscription since nonsense gave %v", err)
		}
	})
}

// TestNudge: a change of the process itself is told at once, without waiting for the
// interval.
func TestNudge(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := graphtest.NewMemory()
		hub := live.NewHub(store, live.Options{Interval: 24 * time.Hour})
		s := subscribe(t, hub, live.Settings{})
		start := time.Now()
		put(t, hub.Watch(store), map[string]string{"evt_a": "A."})
		told(t, s, 1)
		if waited := time.Since(start); waited > time.Minute {
			t.Errorf("it took %v", waited)
		}
	})
}

// TestManyAtOnce: subscribers that come, go and resume at any moment while writers are busy
// each see a run of the log without a gap or a repetition.
func TestManyAtOnce(t *testing.T) {
	store := graphtest.NewMemory()
	hub := live.NewHub(store, live.Options{Interval: time.Millisecond})
	watched := hub.Watch(store)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	before := runtime.NumGoroutine()
	var readers, writer sync.WaitGroup
	writer.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			put(t, watched, map[string]string{"evt_one": fmt.Sprint(i)})
		}
	})
	for range 8 {
		readers.Go(func() {
			since, last := "", int64(0)
			for range 20 {
				s, err := hub.Subscribe(ctx, live.Settings{Since: since})
				if err != nil {
					t.Error(err)
					return
				}
				for range 30 {
					notice, err := s.Next(ctx)
					if err != nil {
						t.Error(err)
						return
					}
					if sequence := notice.Change.Sequence; last > 0 && sequence != last+1 {
						t.Errorf("entry %d follows %d", sequence, last)
					}
					since, last = notice.Cursor, notice.Change.Sequence
				}
				s.Close()
			}
		})
	}
	readers.Wait()
	stop()
	writer.Wait()
	if hub.Subscribers() != 0 {
		t.Errorf("%d subscribers are left", hub.Subscribers())
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// TestFilter: a filter lets through what the same arguments of a query let through.
func TestFilter(t *testing.T) {
	store := graphtest.NewMemory()
	hub := live.NewHub(store, live.Options{})
	story := graphtest.Canal()
	since, err := store.LatestChange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := graphtest.Fill(t.Context(), store, story.Puts(), 1000); err != nil {
		t.Fatal(err)
	}
	for _, f := range filters(t, store) {
		page, err := store.Events(t.Context(), graph.EventQuery{EventFilter: graph.EventFilter{
			Types: []graph.EventType{graph.EventContact}, Who: f.Who, With: f.With, AnyOf: f.AnyOf, AllOf: f.AllOf, Means: f.Means, Statuses: f.Statuses, During: f.During,
		}})
		if err != nil {
			t.Fatal(err)
		}
		var asked []string
		for _, e := range page.Nodes {
			asked = append(asked, "ADDED "+e.ID)
		}
		slices.Sort(asked)
		s := subscribe(t, hub, live.Settings{Filter: f, Since: since})
		got := told(t, s, len(asked))
		slices.Sort(got)
		want(t, fmt.Sprintf("%+v", f), asked, got)
	}
}

// filters returns filters by every party, every pair of parties, and more.
func filters(t *testing.T, store graph.Reader) []live.Filter {
	t.Helper()
	page, err := store.Entities(t.Context(), graph.EntityQuery{})
	if err != nil {
		t.Fatal(err)
	}
	during, err := graph.ParseEDTF("2031-03")
	if err != nil {
		t.Fatal(err)
	}
	all := []live.Filter{{}, {During: during}, {Statuses: []graph.Status{graph.StatusDenied, graph.StatusPlanned}}, {With: &graph.EntityRef{Name: "nobody"}}}
	for _, means := range graph.MeansKinds() {
		all = append(all, live.Filter{Means: []graph.Means{means}})
	}
	all = append(all, live.Filter{Means: []graph.Means{}}, live.Filter{Statuses: []graph.Status{}}, live.Filter{AnyOf: []graph.EntityRef{}}, live.Filter{AllOf: []graph.EntityRef{}})
	for _, one := range page.Nodes {
		if country := graph.ProfileOf(one).Country; country != "" {
			all = append(all, live.Filter{Who: &graph.EntityRef{Country: country}})
		}
		name := graph.ProfileOf(one).Name
		all = append(all, live.Filter{Who: &graph.EntityRef{Name: name}}, live.Filter{With: &graph.EntityRef{ID: one.NodeID()}})
		for _, other := range page.Nodes {
			both := []graph.EntityRef{{ID: one.NodeID()}, {ID: other.NodeID()}}
			all = append(all, live.Filter{AnyOf: both}, live.Filter{AllOf: both}, live.Filter{Who: &graph.EntityRef{ID: one.NodeID()}, With: &graph.EntityRef{Name: graph.ProfileOf(other).Name}})
		}
	}
	return all
}
