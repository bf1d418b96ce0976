package read

import (
	"context"
	"time"

	"dateline/graph/sqlite/internal/mapping"
)

// View is the graph as one transaction sees it: a connection that has begun one, and
// the call's context.
type View struct {
	*Session
	ctx context.Context
	// watched is the context of each statement. To watch one costs as much as a
	// short one takes: where all are short, it is enough to look before each.
	watched context.Context
}

// NewView returns a view within a transaction that s has begun. The call ends with
// ctx, and each statement with watched.
func NewView(s *Session, ctx, watched context.Context) View { return View{s, ctx, watched} }

// Ended returns the reason if the call has to stop. A deadline that has passed reaches the
// contexts that were made of its own a moment later, so the clock is asked too.
func (r *View) Ended() error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if deadline, ok := r.ctx.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

func (r *View) Each(query string, args []any, visit func(r *mapping.Row) error) error {
	if err := r.Ended(); err != nil {
		return err
	}
	return r.Session.each(r.watched, query, args, visit)
}

func (r *View) Number(query string, args ...any) (n int64, found bool, err error) {
	if err := r.Ended(); err != nil {
		return 0, false, err
	}
	return r.Conn.Number(r.watched, query, args...)
}

func (r *View) Texts(query string, args ...any) ([]string, error) {
	if err := r.Ended(); err != nil {
		return nil, err
	}
	return r.Conn.Texts(r.watched, query, args...)
}
