package read

import (
	"context"
	"time"

	"dateline/graph/sqlite/internal/mapping"
)

// View is the graph as one transaction sees it: a session that has begun one, with the
// context of the call.
type View struct {
	*Session
	ctx context.Context
	// watched is the context of each statement. Watching it costs as much as a short
	// statement; if all are short, a check before each is enough.
	watched context.Context
	// once is true if what is read is not to displace what the cache has.
	once bool
}

// NewView returns a View of the transaction that s has begun. The call ends with ctx,
// and each statement with watched.
func NewView(ctx, watched context.Context, s *Session) View {
	return View{Session: s, ctx: ctx, watched: watched}
}

// Ended returns the reason if the call has to stop. It also looks at the clock, since a
// deadline ends the contexts that are derived from its own a moment later.
func (r *View) Ended() error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if deadline, ok := r.ctx.Deadline(); ok && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

// Each calls visit for each row. Visit may run other queries, but not the same one.
func (r *View) Each(query string, args []any, visit func(r *mapping.Row) error) error {
	if err := r.Ended(); err != nil {
		return err
	}
	return r.Session.each(r.watched, query, args, visit)
}

// Number reads the first column of the first row, and reports whether there is one.
func (r *View) Number(query string, args ...any) (n int64, found bool, err error) {
	if err := r.Ended(); err != nil {
		return 0, false, err
	}
	return r.Conn.Number(r.watched, query, args...)
}

// Texts reads one column of text.
func (r *View) Texts(query string, args ...any) ([]string, error) {
	if err := r.Ended(); err != nil {
		return nil, err
	}
	return r.Conn.Texts(r.watched, query, args...)
}

// Pairs reads two columns as a map. The first row of a key counts.
func (r *View) Pairs(query string, args ...any) (map[string]string, error) {
	found := make(map[string]string)
	err := r.Each(query, args, func(r *mapping.Row) error {
		key, value := r.Text(), r.Text()
		if _, ok := found[key]; !ok {
			found[key] = value
		}
		return nil
	})
	return found, err
}

// eachOf runs a query whose one argument is a set of IDs.
func (r *View) eachOf(query string, ids []string, visit func(r *mapping.Row) error) error {
	if len(ids) == 0 {
		return nil
	}
	return r.short(query, mapping.IDList(ids), visit)
}

// short runs a quick query: its one argument is a list, and it finds each item by an
// index.
func (r *View) short(query, list string, visit func(r *mapping.Row) error) error {
	if err := r.Ended(); err != nil {
		return err
	}
	return r.Session.each(context.WithoutCancel(r.watched), query, []any{list}, visit)
}
