package graphtest

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"dateline/graph"
)

// Benchmark measures a store that holds the Medium sample, filled once.
func Benchmark(b *testing.B, open func(b *testing.B) graph.Store) {
	BenchmarkSize(b, open, Medium)
}

// BenchmarkSize is Benchmark with a sample of another size.
func BenchmarkSize(b *testing.B, open func(b *testing.B) graph.Store, size Size) {
	store := open(b)
	defer store.Close()
	if err := Fill(b.Context(), store, Sample(1, size), 500); err != nil {
		b.Fatal(err)
	}
	s := benchStore{store, namesByPopularity(b, store)}
	for clients := range slices.Values([]int{1, 8}) {
		b.Run(fmt.Sprintf("EventsOfPersonInPeriod/clients=%d", clients), func(b *testing.B) { s.eventsOfPerson(b, clients) })
	}
	b.Run("EventsOfTwo", s.eventsOfTwo)
	b.Run("EventsDeepPage", s.deepPage)
	b.Run("EventsByText", s.eventsByText)
	b.Run("Search", s.search)
	b.Run("Timeline", s.timeline)
	b.Run("Network", s.network)
	b.Run("Path", s.path)
	b.Run("Update", s.update)
}

type benchStore struct {
	graph.Store
	ids []string // of persons that have events, most popular first
}

// namesByPopularity returns the IDs of the first hundred persons.
func namesByPopularity(b *testing.B, store graph.Store) []string {
	var ids []string
	for _, name := range newSampler(1, Size{Entities: 1000}).names {
		if len(ids) == 100 {
			break
		}
		e, err := store.Entity(b.Context(), graph.EntityRef{Name: name})
		if _, ok := e.(*graph.Person); ok && err == nil {
			ids = append(ids, e.NodeID())
		}
	}
	if len(ids) < 2 {
		b.Fatal("the sample has no persons")
	}
	return ids
}

// each asks a question once a round, about one person after the other.
func (s benchStore) each(b *testing.B, ask func(id, next string) (found int, err error)) {
	found, round := 0, 0
	for b.Loop() {
		n, err := ask(s.ids[round%len(s.ids)], s.ids[(round+1)%len(s.ids)])
		if err != nil {
			b.Fatal(err)
		}
		found += n
		round++
	}
	b.ReportMetric(float64(found)/float64(round), "found/op")
}

// period is five of the ten years that samples have events in.
func period(round int) graph.EDTF {
	first := 2021 + round%6
	return graph.EDTFInterval(graph.EDTFYear(first), graph.EDTFYear(first+4))
}

// firstTwenty asks for the contacts of one of the twenty most popular persons.
func (s benchStore) firstTwenty(b *testing.B, round int) (*graph.EventPage, error) {
	return s.Events(b.Context(), graph.EventQuery{
		EventFilter: graph.EventFilter{
			Types: []graph.EventType{graph.EventContact}, Who: ref(s.ids[round%min(20, len(s.ids))]), During: period(round),
		},
		PageRequest: graph.PageRequest{First: 20}, Reports: 3,
	})
}

func (s benchStore) eventsOfPerson(b *testing.B, clients int) {
	var rounds, found atomic.Int64
	if clients == 1 {
		s.each(b, func(string, string) (int, error) {
			page, err := s.firstTwenty(b, int(rounds.Add(1)))
			if err != nil {
				return 0, err
			}
			return len(page.Nodes), nil
		})
		return
	}
	b.SetParallelism(max(1, clients/runtime.GOMAXPROCS(0)))
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			page, err := s.firstTwenty(b, int(rounds.Add(1)))
			if err != nil {
				b.Error(err)
				return
			}
			found.Add(int64(len(page.Nodes)))
		}
	})
	b.ReportMetric(float64(found.Load())/float64(rounds.Load()), "found/op")
}

func (s benchStore) eventsOfTwo(b *testing.B) {
	s.each(b, func(id, next string) (int, error) {
		page, err := s.Events(b.Context(), graph.EventQuery{
			EventFilter: graph.EventFilter{Who: ref(id), With: ref(next)}, PageRequest: graph.PageRequest{First: 20, Total: true}, Reports: 3,
		})
		if err != nil {
			return 0, err
		}
		return len(page.Nodes), nil
	})
}

// deepPage asks for the page after two thirds of all events.
func (s benchStore) deepPage(b *testing.B) {
	var cursor string
	all, err := s.Events(b.Context(), graph.EventQuery{PageRequest: graph.PageRequest{First: 1, Total: true}})
	if err != nil {
		b.Fatal(err)
	}
	for seen := 0; seen < all.Total*2/3; {
		page, err := s.Events(b.Context(), graph.EventQuery{PageRequest: graph.PageRequest{First: 1000, After: cursor}})
		if err != nil {
			b.Fatal(err)
		}
		seen += len(page.Nodes)
		if cursor = page.Cursors[len(page.Cursors)-1]; !page.HasNext {
			break
		}
	}
	s.each(b, func(string, string) (int, error) {
		page, err := s.Events(b.Context(), graph.EventQuery{PageRequest: graph.PageRequest{Last: 20, Before: cursor}, Reports: 3})
		if err != nil {
			return 0, err
		}
		return len(page.Nodes), nil
	})
}

func (s benchStore) eventsByText(b *testing.B) {
	s.each(b, func(id, next string) (int, error) {
		page, err := s.Events(b.Context(), graph.EventQuery{
			EventFilter: graph.EventFilter{Who: ref(id), Text: "harbours last"}, PageRequest: graph.PageRequest{First: 20}, Reports: 1,
		})
		if err != nil {
			return 0, err
		}
		return len(page.Nodes), nil
	})
}

func (s benchStore) search(b *testing.B) {
	names, round := newSampler(1, Size{Entities: 100}).names, 0
	s.each(b, func(string, string) (int, error) {
		round++
		page, err := s.Search(b.Context(), strings.ToUpper(names[round%100]), graph.PageRequest{First: 20})
		if err != nil {
			return 0, err
		}
		return len(page.Nodes), nil
	})
}

func (s benchStore) timeline(b *testing.B) {
	s.each(b, func(id, _ string) (int, error) {
		buckets, err := s.Timeline(b.Context(), graph.EventFilter{Who: ref(id)}, graph.UnitMonth)
		return len(buckets), err
	})
}

func (s benchStore) network(b *testing.B) {
	s.each(b, func(id, _ string) (int, error) {
		n, err := s.Network(b.Context(), graph.NetworkQuery{Center: *ref(id), Hops: 2, Limit: 100})
		if err != nil {
			return 0, err
		}
		return len(n.Nodes), nil
	})
}

func (s benchStore) path(b *testing.B) {
	s.each(b, func(id, next string) (int, error) {
		steps, err := s.Path(b.Context(), graph.PathQuery{From: *ref(id), To: *ref(next), MaxHops: 6})
		return len(steps), err
	})
}

// update loads small articles, which belong to another graph, one per transaction.
func (s benchStore) update(b *testing.B) {
	later := Collect(Sample(2, Size{Articles: 50, Reports: 150, Events: 120, Entities: 60}))
	of := make([]*Graph, len(later.Batches))
	for i, batch := range later.Batches {
		of[i] = later.Of(batch.Article.ID)
	}
	round := 0
	for b.Loop() {
		if err := s.Update(b.Context(), apply(of[round%len(of)], func() error { return nil })); err != nil {
			b.Fatal(err)
		}
		round++
	}
}
