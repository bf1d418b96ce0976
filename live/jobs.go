package live

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"dateline/graph"
)

// Jobs loads what clients hand in, one job after another, each to its end whether or not
// its client waits. A job belongs to the process: its articles are stored one by one, so
// what a crash interrupts can be handed in again.
type Jobs struct {
	intake graph.Intake
	ctx    context.Context
	turn   chan struct{} // has a token while a job runs

	mu   sync.Mutex
	jobs map[string]*Job
	now  func() time.Time
}

const (
	// jobsWaiting is how many jobs may run or wait; further ones are refused.
	jobsWaiting = 64
	// jobsKept is how long what became of a job can be asked for.
	jobsKept = time.Hour
)

// NewJobs returns the jobs of an intake; nil for an intake that is nil. They end with ctx.
func NewJobs(ctx context.Context, intake graph.Intake) *Jobs {
	if intake == nil {
		return nil
	}
	return &Jobs{intake: intake, ctx: ctx, turn: make(chan struct{}, 1), jobs: map[string]*Job{}, now: time.Now}
}

// Job is the loading of some articles.
type Job struct {
	ID    string
	Total int // articles

	mu       sync.Mutex
	outcomes []graph.Loaded
	finished time.Time // zero while it runs
	failure  error
	changed  chan struct{} // closed, and made anew, when something changes
}

// Progress is how far a job is.
type Progress struct {
	ID    string
	Total int // articles
	// Outcomes are those of the articles that are done, in the order in which the
	// articles were given.
	Outcomes []graph.Loaded
	Finished bool
	// Failure is why the job ended before its articles were done; nil if it did not.
	Failure error
}

// Start begins a job. It returns ErrReadOnly if the server takes no articles, and
// ErrUnavailable if too many jobs wait.
func (j *Jobs) Start(submissions []graph.Submission) (*Job, error) {
	if j == nil {
		return nil, fmt.Errorf("load: %w", graph.ErrReadOnly)
	}
	job := &Job{ID: "job_" + strings.ToLower(rand.Text()[:20]), Total: len(submissions), changed: make(chan struct{})}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.forgetOld() >= jobsWaiting {
		return nil, fmt.Errorf("load: %w: %d jobs wait", graph.ErrUnavailable, jobsWaiting)
	}
	j.jobs[job.ID] = job
	go j.run(job, submissions)
	return job, nil
}

// forgetOld drops jobs that ended long ago, and returns how many have not ended.
func (j *Jobs) forgetOld() int {
	open := 0
	for id, job := range j.jobs {
		switch finished := job.ended(); {
		case finished.IsZero():
			open++
		case j.now().Sub(finished) > jobsKept:
			delete(j.jobs, id)
		}
	}
	return open
}

// Find returns a job, nil if there is none with this ID.
func (j *Jobs) Find(id string) *Job {
	if j == nil {
		return nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.forgetOld()
	return j.jobs[id]
}

// run runs a job when it is its turn.
func (j *Jobs) run(job *Job, submissions []graph.Submission) {
	select {
	case j.turn <- struct{}{}:
		defer func() { <-j.turn }()
	case <-j.ctx.Done():
		job.end(j.ctx.Err(), j.now())
		return
	}
	job.end(j.intake.Load(j.ctx, submissions, job.add), j.now())
}

// add notes what became of an article.
func (job *Job) add(l graph.Loaded) {
	job.mu.Lock()
	defer job.mu.Unlock()
	at, _ := slices.BinarySearchFunc(job.outcomes, l.Index, func(o graph.Loaded, index int) int { return o.Index - index })
	job.outcomes = slices.Insert(job.outcomes, at, l)
	job.tell()
}

func (job *Job) end(err error, now time.Time) {
	job.mu.Lock()
	defer job.mu.Unlock()
	job.failure, job.finished = err, now
	job.tell()
}

func (job *Job) tell() {
	close(job.changed)
	job.changed = make(chan struct{})
}

func (job *Job) ended() time.Time {
	job.mu.Lock()
	defer job.mu.Unlock()
	return job.finished
}

// Progress returns how far the job is, and a channel that is closed when that changes.
func (job *Job) Progress() (Progress, <-chan struct{}) {
	job.mu.Lock()
	defer job.mu.Unlock()
	return Progress{job.ID, job.Total, slices.Clone(job.outcomes), !job.finished.IsZero(), job.failure}, job.changed
}

// Wait waits until the job has ended, or ctx has, and returns how far it is then.
func (job *Job) Wait(ctx context.Context) Progress {
	for {
		progress, changed := job.Progress()
		if progress.Finished {
			return progress
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return progress
		}
	}
}
