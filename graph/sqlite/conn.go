package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

const (
	beginDeferred  = "BEGIN"
	beginImmediate = "BEGIN IMMEDIATE"

	// maxStatements bounds the prepared statements of a connection. Filters make
	// some hundred forms of a query; beyond that, all are prepared anew.
	maxStatements = 256
)

// conn is one connection with its prepared statements, for one goroutine at a time.
type conn struct {
	raw        *sql.Conn
	statements map[string]*sql.Stmt
}

func newConn(raw *sql.Conn) *conn {
	return &conn{raw: raw, statements: make(map[string]*sql.Stmt)}
}

func (c *conn) close() error {
	for _, s := range c.statements {
		s.Close()
	}
	return c.raw.Close()
}

func (c *conn) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := c.statements[query]; ok {
		return s, nil
	}
	if len(c.statements) >= maxStatements {
		for _, s := range c.statements {
			s.Close()
		}
		clear(c.statements)
	}
	s, err := c.raw.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.statements[query] = s
	return s, nil
}

// script runs statements once, without preparing them for later.
func (c *conn) script(ctx context.Context, text string) error {
	_, err := c.raw.ExecContext(ctx, text)
	return err
}

func (c *conn) exec(ctx context.Context, query string, args ...any) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, args...)
	return err
}

// insert gives the row ID of what it inserts.
func (c *conn) insert(ctx context.Context, query string, args ...any) (int64, error) {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// scanner copies the columns of the current row.
type scanner func(dest ...any) error

// each calls row for each row. Row may run other queries, but not the same one.
func (c *conn) each(ctx context.Context, query string, args []any, row func(scan scanner) error) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one reads the first row, and tells whether there was one.
func (c *conn) one(ctx context.Context, query string, args []any, dest ...any) (bool, error) {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// strings reads one column of text.
func (c *conn) strings(ctx context.Context, query string, args ...any) ([]string, error) {
	var all []string
	err := c.each(ctx, query, args, func(scan scanner) error {
		var text string
		if err := scan(&text); err != nil {
			return err
		}
		all = append(all, text)
		return nil
	})
	return all, err
}

// transaction commits what work did where it returns nil, and undoes it where it
// does not or panics. Beginning waits for a lock at most as long as ctx and the
// busy timeout allow; the end is not cut short, so that its outcome is known.
func (c *conn) transaction(ctx context.Context, begin string, work func() error) error {
	if err := c.exec(ctx, begin); err != nil {
		return err
	}
	end := context.WithoutCancel(ctx)
	done := false
	defer func() {
		if !done {
			c.exec(end, "ROLLBACK")
		}
	}()
	err := work()
	if ended := ctx.Err(); ended != nil {
		return ended // whatever work made of it
	}
	if err != nil {
		return err
	}
	err = c.exec(end, "COMMIT")
	done = err == nil
	return err
}
