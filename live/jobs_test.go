package live_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"dateline/graph"
	"dateline/live"
)

// slowIntake takes a minute for each article, the last one first.
type slowIntake struct{ err error }

func (in slowIntake) Load(ctx context.Context, submissions []graph.Submission, report func(graph.Loaded)) error {
	for i := len(submissions) - 1; i >= 0; i-- {
		select {
		case <-time.After(time.Minute):
			report(graph.Loaded{Index: i, Outcome: graph.LoadAdded})
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return in.err
}

// TestJobs: a job goes on when nobody waits, and tells how far it is.
func TestJobs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		jobs := live.NewJobs(t.Context(), slowIntake{})
		job, err := jobs.Start(make([]graph.Submission, 3))
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
		defer cancel()
		if p := job.Wait(ctx); p.Finished || len(p.Outcomes) != 1 || p.Outcomes[0].Index != 2 {
			t.Errorf("after 90 seconds: %+v", p)
		}
		p := jobs.Find(job.ID).Wait(t.Context())
		if !p.Finished || p.Failure != nil || len(p.Outcomes) != 3 || p.Outcomes[0].Index != 0 {
			t.Errorf("at the end: %+v", p)
		}
		time.Sleep(2 * time.Hour)
		if jobs.Find(job.ID) != nil {
			t.Error("the job is kept for ever")
		}
	})
}

// TestJobsEnd: jobs end with their context, and with the intake's error.
func TestJobsEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("full")
		job, err := live.NewJobs(t.Context(), slowIntake{full}).Start(nil)
		if err != nil {
			t.Fatal(err)
		}
		if p := job.Wait(t.Context()); !errors.Is(p.Failure, full) {
			t.Errorf("of an intake that fails: %+v", p)
		}
		ctx, cancel := context.WithCancel(t.Context())
		jobs := live.NewJobs(ctx, slowIntake{})
		var last *live.Job
		for {
			job, err := jobs.Start(make([]graph.Submission, 1))
			if err != nil {
				if !errors.Is(err, graph.ErrUnavailable) {
					t.Error(err)
				}
				break
			}
			last = job
		}
		cancel()
		if p := last.Wait(t.Context()); !p.Finished || !errors.Is(p.Failure, context.Canceled) {
			t.Errorf("a job that waited for its turn: %+v", p)
		}
		if _, err := (*live.Jobs)(nil).Start(nil); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("without an intake: %v", err)
		}
	})
}
