package main

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// contender answers a question. It gives the IDs of the events in order, where
// they are asked for, and checks no more than that it got an answer where not.
type contender struct {
	name string
	ask  func(ctx context.Context, q question, wantIDs bool) ([]string, error)
}

// measure adds up the rounds of one contender.
type measure struct {
	took  []time.Duration
	asked time.Duration
	next  atomic.Int64
}

// add asks for so long, by so many clients at once. Each round goes on with the
// questions where the last one ended.
func (m *measure) add(ctx context.Context, c contender, questions []question, clients int, each time.Duration) error {
	var mu sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	began := time.Now()
	for range clients {
		group.Go(func() error {
			var took []time.Duration
			for time.Since(began) < each {
				q := questions[int(m.next.Add(1))%len(questions)]
				start := time.Now()
				if _, err := c.ask(ctx, q, false); err != nil {
					return err
				}
				took = append(took, time.Since(start))
			}
			mu.Lock()
			defer mu.Unlock()
			m.took = append(m.took, took...)
			return nil
		})
	}
	err := group.Wait()
	m.asked += time.Since(began)
	return err
}

// String returns questions a second, the median and the 99th percentile.
func (m *measure) String() string {
	slices.Sort(m.took)
	at := func(percent int) time.Duration { return m.took[len(m.took)*percent/100].Round(10 * time.Microsecond) }
	return fmt.Sprintf("%.0f | %v | %v", float64(len(m.took))/m.asked.Seconds(), at(50), at(99))
}

// warmUp asks until the contender answers: a Neo4j that has just started may need longer
// than a server waits to plan its first statement.
func warmUp(ctx context.Context, c contender, q question) (err error) {
	const attempts = 10
	for range attempts {
		if _, err = c.ask(ctx, q, true); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", c.name, err)
}

// agree asks every contender the first questions, and refuses to measure those
// that answer otherwise than the first one.
func agree(ctx context.Context, contenders []contender, questions []question) error {
	for _, c := range contenders {
		if err := warmUp(ctx, c, questions[0]); err != nil {
			return err
		}
	}
	for _, q := range questions[:min(50, len(questions))] {
		want, err := contenders[0].ask(ctx, q, true)
		if err != nil {
			return fmt.Errorf("%s: %w", contenders[0].name, err)
		}
		for _, c := range contenders[1:] {
			got, err := c.ask(ctx, q, true)
			if err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			if !slices.Equal(got, want) {
				return fmt.Errorf("%s answers %+v with %v, and %s with %v", c.name, q, got, contenders[0].name, want)
			}
		}
	}
	return nil
}
