package read

import (
	"context"
	"database/sql/driver"

	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
)

// Session is a connection with what it remembers about the graph.
type Session struct {
	*db.Conn
	mapping.Memo
	// version is the last PRAGMA data_version, and cache belongs to that version of the
	// graph. It is noCache if the version is not known, or if the connection writes.
	version int64
	Cache   *Cache
	// sets are the numbers of the rowSets of the transaction.
	sets []int64
}

// NewSession opens a connection.
func NewSession(ctx context.Context, connector driver.Connector) (*Session, error) {
	c, err := db.Connect(ctx, connector)
	if err != nil {
		return nil, err
	}
	return SessionOn(c), nil
}

// SessionOn returns a Session on an open connection.
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
