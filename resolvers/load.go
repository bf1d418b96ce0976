package resolvers

import (
	"context"
	"time"

	"dateline/graph"
	"dateline/live"
	"dateline/schema/model"
)

const (
	// maxArticles is how many articles one mutation may load.
	maxArticles = 100
	// loadMargin is how long before the deadline of a request the answer is given,
	// finished or not.
	loadMargin = 2 * time.Second
)

// mutationResolver answers what changes the store.
type mutationResolver struct {
	jobs   *live.Jobs
	editor graph.Editor
}

func (r mutationResolver) Load(ctx context.Context, articles []*graph.Submission) (*model.LoadPayload, error) {
	if len(articles) == 0 || len(articles) > maxArticles {
		return nil, invalid("articles has %d articles; from 1 to %d are allowed at once.", len(articles), maxArticles)
	}
	submissions := make([]graph.Submission, len(articles))
	for i, article := range articles {
		submissions[i] = *article
	}
	job, err := r.jobs.Start(submissions)
	if err != nil {
		return nil, err
	}
	waiting := ctx
	if deadline, ok := ctx.Deadline(); ok {
		limited, cancel := context.WithDeadline(ctx, deadline.Add(-loadMargin))
		defer cancel()
		waiting = limited
	}
	progress := job.Wait(waiting)
	if progress.Failure != nil && len(progress.Outcomes) == 0 {
		return nil, progress.Failure
	}
	return &model.LoadPayload{Job: progress.ID, Finished: progress.Finished, Outcomes: progress.Outcomes}, nil
}

func (r queryResolver) Loading(_ context.Context, job string) (*model.LoadProgress, error) {
	found := r.jobs.Find(job)
	if found == nil {
		return nil, nil
	}
	progress, _ := found.Progress()
	return progressOf(progress), nil
}

func (r subscriptionResolver) Loading(ctx context.Context, job string) (<-chan *model.LoadProgress, error) {
	return stream[*model.LoadProgress](ctx, func() (source, error) {
		found := r.jobs.Find(job)
		if found == nil {
			return nil, userError{"There is no job with this ID on this server.", graph.ErrNotFound}
		}
		return &jobSource{job: found}, nil
	})
}

// jobSource yields a *model.LoadProgress whenever that changes.
type jobSource struct {
	job     *live.Job
	changed <-chan struct{} // nil before the first
	ended   bool
}

func (s *jobSource) next(ctx context.Context) (any, error) {
	if s.ended {
		return nil, errEnd
	}
	if s.changed != nil {
		select {
		case <-s.changed:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	progress, changed := s.job.Progress()
	s.changed, s.ended = changed, progress.Finished
	return progressOf(progress), nil
}

func (*jobSource) close() {}

func progressOf(p live.Progress) *model.LoadProgress {
	progress := &model.LoadProgress{Job: p.ID, Total: p.Total, Done: len(p.Outcomes), Finished: p.Finished, Outcomes: p.Outcomes}
	if p.Failure != nil {
		advice := adviceFor(p.Failure)
		reason := string(advice.Code) + ": " + advice.Hint
		progress.Failure = &reason
	}
	return progress
}
