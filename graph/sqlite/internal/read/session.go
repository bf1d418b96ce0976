package read

import (
	"context"
	"database/sql/driver"

	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
)

// Session is a connection with what it remembers of the graph.
type Session struct {
	*db.Conn
	mapping.Memo
	// version is PRAGMA data_version as it was last, and cache what is kept of that
	// snapshot of the graph, noCache where it is not known or the connection writes.
	version int64
	Cache   *Cache
}

func NewSession(ctx context.Context, connector driver.Connector) (*Session, error) {
	c, err := db.Connect(ctx, connector)
	if err != nil {
		return nil, err
	}
	return SessionOn(c), nil
}

func SessionOn(c *db.Conn) *Session {
	return &Session{Conn: c, Memo: mapping.NewMemo(), Cache: noCache}
}

// each calls visit for each row. Visit may run other queries, but not the same one.
func (s *Session) each(ctx context.Context, query string, args []any, visit func(r *mapping.Row) error) error {
	r := mapping.NewRow(&s.Memo, nil)
	return s.Conn.Each(ctx, query, args, func(values []driver.Value) error {
		r.Values, r.Next, r.Err = values, 0, nil
		if err := visit(r); err != nil {
			return err
		}
		return r.Err
	})
}
