// Package db is a connection to an SQLite file: prepared statements, rows,
// transactions, and what SQLite's error codes mean. It knows nothing of what the file
// holds.
package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"

	codes "modernc.org/sqlite/lib"

	"dateline/graph/storekit"
)

const (
	// BeginDeferred begins a transaction that reads; BeginImmediate one that writes, and
	// that waits for other writers at once rather than at its first write.
	BeginDeferred  = "BEGIN"
	BeginImmediate = "BEGIN IMMEDIATE"
	commit         = "COMMIT"
	rollback       = "ROLLBACK"

	// rowsUnwatched is how many rows are read before the context is looked at again.
	rowsUnwatched = 32

	// maxStatements bounds the prepared statements of a connection. The filters lead
	// to about a hundred different statements; beyond the bound, all are prepared again.
	maxStatements = 256
)

// Conn is a connection with its prepared statements, for one goroutine at a time. It
// uses the driver without database/sql, with which a page of events took two to three
// times as long: a page has some hundred rows, and database/sql takes locks and
// converts every column by reflection for each of them.
type Conn struct {
	raw        driver.Conn
	statements map[string]driver.Stmt
	// broken is the fault that made the connection unusable.
	Broken error
}

// Connect opens a connection.
func Connect(ctx context.Context, connector driver.Connector) (*Conn, error) {
	raw, err := connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &Conn{raw: raw, statements: make(map[string]driver.Stmt)}, nil
}

// Close closes the connection and its statements.
func (c *Conn) Close() error {
	return errors.Join(c.forget(), c.raw.Close())
}

// forget closes the prepared statements.
func (c *Conn) forget() error {
	var errs []error
	for _, s := range c.statements {
		errs = append(errs, s.Close())
	}
	clear(c.statements)
	return errors.Join(errs...)
}

func (c *Conn) prepare(ctx context.Context, query string) (driver.Stmt, error) {
	if c.Broken != nil {
		return nil, c.Broken
	}
	if s, ok := c.statements[query]; ok {
		return s, nil
	}
	if len(c.statements) >= maxStatements {
		if err := c.forget(); err != nil {
			return nil, err
		}
	}
	s, err := c.raw.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.statements[query] = s
	return s, nil
}

// Script runs statements once, without preparing them for later.
func (c *Conn) Script(ctx context.Context, text string) error {
	_, err := c.raw.(driver.ExecerContext).ExecContext(ctx, text, nil)
	return err
}

// Exec runs a statement that returns no rows.
func (c *Conn) Exec(ctx context.Context, query string, args ...any) error {
	_, err := c.run(ctx, query, args)
	return err
}

// Insert runs an INSERT and returns the ID of the row.
func (c *Conn) Insert(ctx context.Context, query string, args ...any) (int64, error) {
	result, err := c.run(ctx, query, args)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

func (c *Conn) run(ctx context.Context, query string, args []any) (driver.Result, error) {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	values, err := bind(args)
	if err != nil {
		return nil, err
	}
	return s.(driver.StmtExecContext).ExecContext(ctx, values)
}

// bind turns Go values into arguments. An empty Nullable is NULL.
func bind(args []any) ([]driver.NamedValue, error) {
	values := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		values[i].Ordinal = i + 1
		switch arg := arg.(type) {
		case string, int64, float64, bool, nil:
			values[i].Value = arg
		case int:
			values[i].Value = int64(arg)
		case Nullable:
			if arg != "" {
				values[i].Value = string(arg)
			}
		default:
			return nil, fmt.Errorf("argument %d is of type %T", i+1, arg)
		}
	}
	return values, nil
}

// Nullable is a text that is stored as NULL if it is empty.
type Nullable string

// Each calls visit with the values of each row, which are overwritten by the next.
// Visit may run other queries, but not the same one.
func (c *Conn) Each(ctx context.Context, query string, args []any, visit func(values []driver.Value) error) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	bound, err := bind(args)
	if err != nil {
		return err
	}
	rows, err := c.query(ctx, s, bound)
	if err != nil {
		return err
	}
	defer func() {
		if c.Broken == nil {
			_ = rows.Close() // the rows that were read are right all the same
		}
	}()
	values := make([]driver.Value, len(rows.Columns()))
	for read := 0; ; read++ {
		// The driver watches the context until the first row only.
		if read%rowsUnwatched == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		err := c.next(rows, values)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := visit(values); err != nil {
			return err
		}
	}
}

func (c *Conn) query(ctx context.Context, s driver.Stmt, args []driver.NamedValue) (rows driver.Rows, err error) {
	defer c.faulted(&err)
	return s.(driver.StmtQueryContext).QueryContext(ctx, args)
}

func (c *Conn) next(rows driver.Rows, into []driver.Value) (err error) {
	defer c.faulted(&err)
	return rows.Next(into)
}

// Number reads the first column of the first row, and reports whether there is one.
func (c *Conn) Number(ctx context.Context, query string, args ...any) (n int64, found bool, err error) {
	err = c.Each(ctx, query, args, func(values []driver.Value) error {
		if found {
			return nil
		}
		r := storekit.Columns[driver.Value]{Values: values}
		n, found = r.Number(), true
		return r.Err
	})
	return n, found, err
}

// Texts reads one column of text.
func (c *Conn) Texts(ctx context.Context, query string, args ...any) ([]string, error) {
	var all []string
	err := c.Each(ctx, query, args, func(values []driver.Value) error {
		r := storekit.Columns[driver.Value]{Values: values}
		all = append(all, r.Text())
		return r.Err
	})
	return all, err
}

// Begin begins a transaction. If it needs a lock, it waits until the busy timeout or
// until ctx ends.
func (c *Conn) Begin(ctx context.Context, statement string) error {
	err := c.Exec(ctx, statement)
	if PrimaryCode(err) == codes.SQLITE_ERROR { // an earlier one could not be ended
		_ = c.Exec(ctx, rollback) // if it fails, so does the next BEGIN
		err = c.Exec(ctx, statement)
	}
	return err
}

// Transaction runs begin and then work. It commits if work returns nil, and rolls back
// if work fails or panics. The end of ctx does not cut the commit short, so that its
// outcome is known.
func (c *Conn) Transaction(ctx context.Context, begin, work func() error) error {
	if err := begin(); err != nil {
		return err
	}
	end := context.WithoutCancel(ctx)
	done := false
	defer func() {
		if !done {
			_ = c.Exec(end, rollback) // the error that led here is the one to return
		}
	}()
	err := work()
	if ended := ctx.Err(); ended != nil {
		return ended // whatever work returned
	}
	if err != nil {
		return err
	}
	err = c.Exec(end, commit)
	done = err == nil
	return err
}
