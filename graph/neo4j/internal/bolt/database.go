// Package bolt talks to one database of a Neo4j server: sessions and transactions,
// deadlines, attempts after a fault, and what the server's errors mean. It knows
// nothing of what the database holds.
package bolt

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Database is one database of a server, with the connections to it.
type Database struct {
	Address Address
	driver  driver.DriverWithContext
	// bookmarks let each session see what the others of this store have committed,
	// wherever in a cluster it reads.
	bookmarks driver.BookmarkManager
	life      *storekit.Lifecycle
	patience  time.Duration // see Settings
	// watch sees the statements of read, in tests; nil otherwise.
	Watch func(text string, params map[string]any)
}

// Settings are how to reach a database. The zero Settings are for a server that asks
// for no login.
type Settings struct {
	User, Password string
	// TLS has the certificates to trust; nil for the system's.
	TLS *tls.Config
	// Patience is the least that calls without a deadline get; 0 for their usual limits.
	Patience time.Duration
}

// What the driver waits for, at most, where a call's deadline is later. A server
// that answers at all is connected to in well under a second.
const (
	connectTimeout  = 3 * time.Second
	poolTimeout     = 10 * time.Second
	livenessTimeout = 5 * time.Second
	maxConnections  = 100
)

// Connect makes a database's driver. Nothing is sent yet.
func Connect(to Address, as Settings) (*Database, error) {
	auth := driver.NoAuth()
	if as.User != "" || as.Password != "" {
		auth = driver.BasicAuth(as.User, as.Password, "")
	}
	made, err := driver.NewDriverWithContext(to.target, auth, func(c *config.Config) {
		c.UserAgent = "dateline"
		c.TlsConfig = as.TLS
		c.SocketConnectTimeout = connectTimeout
		c.ConnectionAcquisitionTimeout = poolTimeout
		c.ConnectionLivenessCheckTimeout = livenessTimeout
		c.MaxConnectionPoolSize = maxConnections
		c.FetchSize = driver.FetchAll
		c.NotificationsMinSeverity = notifications.DisabledLevel
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", graph.ErrInvalid, err)
	}
	bookmarks := driver.NewBookmarkManager(driver.BookmarkManagerConfig{})
	return &Database{Address: to, driver: made, bookmarks: bookmarks, life: storekit.NewLifecycle(), patience: as.Patience}, nil
}

// The deadlines of calls whose context has none.
const (
	ReadTimeout   = 30 * time.Second
	UpdateTimeout = 5 * time.Minute
	closeTimeout  = 5 * time.Second
)

// Close ends all calls, waits for them and closes all connections.
func (d *Database) Close() error {
	return d.life.Close(func() error {
		ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		return Translate(d.driver.Close(ctx), "close %v", d.Address)
	})
}

// Call runs work under a context that ends with ctx, with the store, and after so
// long where ctx has no deadline; 0 for no end.
func (d *Database) Call(ctx context.Context, limit time.Duration, work func(ctx context.Context) error) error {
	return d.life.Call(ctx, func(ctx context.Context) error {
		if _, ok := ctx.Deadline(); !ok && limit > 0 {
			limited, cancel := context.WithTimeout(ctx, max(limit, d.patience))
			defer cancel()
			ctx = limited
		}
		err := work(ctx)
		if err != nil && ctx.Err() != nil && graph.AdviceFor(err).Code != graph.CodeTimeout {
			return fmt.Errorf("%w: %w: %s", graph.ErrTimeout, ctx.Err(), err.Error())
		}
		return err
	})
}

func (d *Database) Session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return d.driver.NewSession(ctx, driver.SessionConfig{
		AccessMode: mode, DatabaseName: d.Address.database, BookmarkManager: d.bookmarks, FetchSize: driver.FetchAll,
	})
}

// Read runs work, which asks by its argument, as one call of a Reader: within a
// deadline, and again where a writer came in between: errChanged tells so, and so
// does what looks damaged, since the server shows nodes that are half written.
func (d *Database) Read(ctx context.Context, work func(ask Asker) error) error {
	return d.Call(ctx, ReadTimeout, func(ctx context.Context) error {
		ask := func(text string, params map[string]any) ([][]any, error) {
			st := newStatement(text, params)
			if d.Watch != nil {
				d.Watch(st.Text, st.Params)
			}
			return d.Ask(ctx, st)
		}
		var err error
		for range MaxRereads {
			if err = work(ask); !Torn(err) || ctx.Err() != nil {
				return err
			}
		}
		return err
	})
}

// MaxRereads bounds how often an answer is read that writers tear apart.
const MaxRereads = 10

// Ask runs one statement that only reads, in one round trip, until it succeeds, it
// fails for good, or ctx ends.
func (d *Database) Ask(ctx context.Context, st Statement) ([][]any, error) {
	var rows [][]any
	err := Retrying(ctx, func(patience time.Duration) error {
		return patiently(ctx, patience, func(ctx context.Context) error {
			session := d.Session(ctx, driver.AccessModeRead)
			defer Release(ctx, session)
			result, err := session.Run(ctx, st.Text, st.Params)
			if err != nil {
				return err
			}
			rows, err = rowsOf(ctx, result)
			return err
		})
	})
	return rows, err
}

// Run runs one statement that writes, and can run again.
func (d *Database) Run(ctx context.Context, st Statement) error {
	return Retrying(ctx, func(time.Duration) error { // an index can take long
		session := d.Session(ctx, driver.AccessModeWrite)
		defer Release(ctx, session)
		result, err := session.Run(ctx, st.Text, st.Params)
		if err != nil {
			return err
		}
		_, err = result.Consume(ctx)
		return err
	})
}

// Release gives a session's connection back. A context that has ended would keep
// the driver from tidying up.
func Release(ctx context.Context, session interface{ Close(context.Context) error }) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), releaseTimeout)
	defer cancel()
	_ = session.Close(ctx) // what it could tell, the call before told
}

// releaseTimeout bounds what a call takes after its deadline.
const releaseTimeout = 250 * time.Millisecond
