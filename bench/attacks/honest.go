package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// times are the median and the 99th percentile of what an honest client waited.
type times struct{ p50, p99 time.Duration }

func (t times) String() string {
	ms := func(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond)) }
	return ms(t.p50) + " | " + ms(t.p99)
}

// modest is what the honest client asks for. Each question differs from the last, so that
// it is answered anew.
func modest(i int) string {
	return query(fmt.Sprintf(`{ contacts(first: 20, minArticles: %d) { nodes { summary status reports(first: 2) { nodes { quote article { title publisher } } } } } } # %d`, i%2, i))
}

// pause is how long the honest client thinks between two questions.
const pause = 5 * time.Millisecond

// watch asks as the honest client for so long, and returns how long it waited each time, and
// how often the server was not ready.
func (s *server) watch(ctx context.Context, long time.Duration) (took []time.Duration, notReady int, err error) {
	honest := s.client(s.honest)
	for end := time.Now().Add(long); time.Now().Before(end); time.Sleep(pause) {
		began := time.Now()
		s.asked++
		status, err := honest.post(ctx, "/graphql", modest(s.asked))
		if err != nil {
			return took, notReady, err
		}
		if status != http.StatusOK {
			return took, notReady, fmt.Errorf("the honest client is answered with %d", status)
		}
		took = append(took, time.Since(began))
		if len(took)%20 == 0 && !s.ready(ctx) {
			notReady++
		}
	}
	return took, notReady, nil
}

func timesOf(took []time.Duration) times {
	if len(took) == 0 {
		return times{}
	}
	slices.Sort(took)
	return times{took[len(took)/2], took[len(took)*99/100]}
}
