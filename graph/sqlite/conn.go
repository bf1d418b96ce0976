package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strconv"

	codes "modernc.org/sqlite/lib"

	"dateline/graph"
	"dateline/graph/storekit"
)

const (
	beginDeferred  = "BEGIN"
	beginImmediate = "BEGIN IMMEDIATE"
	commit         = "COMMIT"
	rollback       = "ROLLBACK"

	// maxStatements bounds the prepared statements of a connection. Filters make
	// some hundred forms of a query; beyond that, all are prepared anew.
	maxStatements = 256
)

// conn is one connection with its prepared statements, for one goroutine at a
// time. It stands on the driver without database/sql, which made a page of events
// take two to three times as long: a page is some hundred rows, and each passes
// its locks and its conversion of every column by reflection.
type conn struct {
	raw        driver.Conn
	statements map[string]driver.Stmt
	// version is PRAGMA data_version as it was last, and cache what is kept of that
	// state of the graph, noCache where it is not known or the connection writes.
	version int64
	cache   *cache
	times   shelf[graph.EDTF]
	// rows are where events, reports and articles are, as what names them in the
	// present snapshot tells.
	rows    map[string]int64
	working workingSet // of the connection that writes
	// broken is the fault that made the connection unusable.
	broken error
}

func connect(ctx context.Context, connector driver.Connector) (*conn, error) {
	raw, err := connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{raw: raw, statements: make(map[string]driver.Stmt), cache: noCache, times: timeShelf()}, nil
}

func (c *conn) close() error {
	return errors.Join(c.forget(), c.raw.Close())
}

// forget closes the prepared statements.
func (c *conn) forget() error {
	var errs []error
	for _, s := range c.statements {
		errs = append(errs, s.Close())
	}
	clear(c.statements)
	return errors.Join(errs...)
}

func (c *conn) prepare(ctx context.Context, query string) (driver.Stmt, error) {
	if c.broken != nil {
		return nil, c.broken
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

// script runs statements once, without preparing them for later.
func (c *conn) script(ctx context.Context, text string) error {
	_, err := c.raw.(driver.ExecerContext).ExecContext(ctx, text, nil)
	return err
}

func (c *conn) exec(ctx context.Context, query string, args ...any) error {
	_, err := c.run(ctx, query, args)
	return err
}

// insert returns the row ID of what it inserts.
func (c *conn) insert(ctx context.Context, query string, args ...any) (int64, error) {
	result, err := c.run(ctx, query, args)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

func (c *conn) run(ctx context.Context, query string, args []any) (driver.Result, error) {
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

// bind makes arguments of Go values. An empty nullable text is NULL.
func bind(args []any) ([]driver.NamedValue, error) {
	values := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		values[i].Ordinal = i + 1
		switch arg := arg.(type) {
		case string, int64, float64, bool, nil:
			values[i].Value = arg
		case int:
			values[i].Value = int64(arg)
		case nullable:
			if arg != "" {
				values[i].Value = string(arg)
			}
		default:
			return nil, fmt.Errorf("argument %d is of type %T", i+1, arg)
		}
	}
	return values, nil
}

// nullable is a text that is NULL where it is empty.
type nullable string

// each calls visit for each row. Visit may run other queries, but not the same one.
func (c *conn) each(ctx context.Context, query string, args []any, visit func(r *row) error) error {
	s, err := c.prepare(ctx, query)
	if err != nil {
		return err
	}
	values, err := bind(args)
	if err != nil {
		return err
	}
	rows, err := c.query(ctx, s, values)
	if err != nil {
		return err
	}
	defer func() {
		if c.broken == nil {
			_ = rows.Close() // what was read is right
		}
	}()
	r := newRow(c, make([]driver.Value, len(rows.Columns())))
	for {
		err := c.next(rows, r.Values)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		r.Next, r.Err = 0, nil
		if err := visit(r); err != nil {
			return err
		}
		if r.Err != nil {
			return r.Err
		}
	}
}

func (c *conn) query(ctx context.Context, s driver.Stmt, args []driver.NamedValue) (rows driver.Rows, err error) {
	defer c.faulted(&err)
	return s.(driver.StmtQueryContext).QueryContext(ctx, args)
}

func (c *conn) next(rows driver.Rows, into []driver.Value) (err error) {
	defer c.faulted(&err)
	return rows.Next(into)
}

// number reads the first column of the first row, and reports whether there is one.
func (c *conn) number(ctx context.Context, query string, args ...any) (n int64, found bool, err error) {
	err = c.each(ctx, query, args, func(r *row) error {
		if !found {
			n, found = r.Number(), true
		}
		return nil
	})
	return n, found, err
}

// texts reads one column of text.
func (c *conn) texts(ctx context.Context, query string, args ...any) ([]string, error) {
	var all []string
	err := c.each(ctx, query, args, func(r *row) error {
		all = append(all, r.Text())
		return nil
	})
	return all, err
}

// begin begins a transaction. It waits for a lock at most as long as ctx and the busy
// timeout allow.
func (c *conn) begin(ctx context.Context, statement string) error {
	err := c.exec(ctx, statement)
	if primaryCode(err) == codes.SQLITE_ERROR { // an earlier one could not be ended
		_ = c.exec(ctx, rollback) // what it can't mend, the next BEGIN tells
		err = c.exec(ctx, statement)
	}
	return err
}

// transaction runs work after begin, and commits what it did where it returns nil, or
// undoes it where it does not or panics. The end is not cut short by ctx, so that its
// outcome is known.
func (c *conn) transaction(ctx context.Context, begin, work func() error) error {
	if err := begin(); err != nil {
		return err
	}
	end := context.WithoutCancel(ctx)
	done := false
	defer func() {
		if !done {
			_ = c.exec(end, rollback) // the error that led here is the one to tell
		}
	}()
	err := work()
	if ended := ctx.Err(); ended != nil {
		return ended // whatever work made of it
	}
	if err != nil {
		return err
	}
	err = c.exec(end, commit)
	done = err == nil
	return err
}

// row is the current row of a query, read column by column.
type row struct {
	storekit.Columns[driver.Value]
	conn *conn
}

func newRow(c *conn, values []driver.Value) *row {
	return &row{storekit.Columns[driver.Value]{Values: values}, c}
}

// Bool reads a truth value.
func (r *row) Bool() bool { return r.Number() != 0 }

// Day reads a day that dayNumber wrote.
func (r *row) Day() graph.Date {
	number := r.Number()
	day := dayOf(number)
	if number != 0 && !isDay(day) {
		r.Fault("has %d in column %d, not a day", number, r.Next)
	}
	return day
}

// key reads a sort value as a cursor has it.
func (r *row) key() string {
	switch value := r.Value().(type) {
	case string:
		return value
	case int64:
		return strconv.FormatInt(value, 10)
	default:
		r.Fault("has %T as its sort value", value)
		return ""
	}
}
