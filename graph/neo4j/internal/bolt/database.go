// Package bolt talks to one database of a Neo4j server: sessions and transactions,
// deadlines, retries, and what the server's errors mean. It knows nothing of what the
// database holds.
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

// Database is a database of a server, with the connections to it.
type Database struct {
	Address Address
	driver  driver.DriverWithContext
	// bookmarks let each session see what the other sessions of this process have
	// committed, whichever member of a cluster it reads from.
	bookmarks driver.BookmarkManager
	life      *storekit.Lifecycle
	patience  time.Duration // see Settings
	// Watch, if not nil, sees the statements of Read, in tests.
	Watch func(text string, params map[string]any)
}

// Settings say how to reach a database. The zero Settings are for a server that needs no
// login.
type Settings struct {
	User, Password string
	// TLS has the certificates to trust, nil for the system's.
	TLS *tls.Config
	// Patience is the least time that calls without a deadline get, 0 for the defaults.
	Patience time.Duration
}

// Limits of the driver, which apply if the deadline of the call is later. Connecting to
// a server that answers at all takes well under a second.
const (
	connectTimeout  = 3 * time.Second
	poolTimeout     = 10 * time.Second
	livenessTimeout = 5 * time.Second
	maxConnections  = 100
)

// Connect creates the driver of a database. It sends nothing yet.
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

// The time limits of calls whose context has no deadline.
const (
	ReadTimeout   = 30 * time.Second
	UpdateTimeout = 5 * time.Minute
	closeTimeout  = 5 * time.Second
)

// Reach waits for a server that refuses connections, as one does that is starting, and
// gives up if it still does so after a while. Whatever else may be wrong, the next
// statement finds out.
func (d *Database) Reach(ctx context.Context, patience time.Duration) error {
	return d.life.Call(ctx, func(ctx context.Context) error {
		deadline := time.Now().Add(max(patience, d.patience))
		for {
			err := d.driver.VerifyConnectivity(ctx)
			if err == nil || !refused(err) {
				return nil
			}
			if time.Now().After(deadline) || storekit.Sleep(ctx, longestPause/2) != nil {
				return fmt.Errorf("%w: the server cannot be reached: %w", graph.ErrUnavailable, err)
			}
		}
	})
}

// Close ends all calls, waits for them and closes all connections.
func (d *Database) Close() error {
	return d.life.Close(func() error {
		ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		return Translate(d.driver.Close(ctx), "close %v", d.Address)
	})
}

// Call runs work under a context that ends with ctx, with the database, and, if ctx has
// no deadline, after limit, unless that is 0.
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

// Session opens a session. Release it after use.
func (d *Database) Session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return d.driver.NewSession(ctx, driver.SessionConfig{
		AccessMode: mode, DatabaseName: d.Address.database, BookmarkManager: d.bookmarks, FetchSize: driver.FetchAll,
	})
}

// Read runs work as one call of a Reader, within a time limit. It runs it again if a
// writer interfered, which ErrChanged shows, and so does what looks damaged: the server
// shows nodes that are half written.
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

// MaxRereads bounds how often an answer is read again because a writer interfered.
const MaxRereads = 10

// Ask runs one statement that only reads, in one round trip. It retries until the
// statement succeeds or fails for good, or until ctx ends.
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

// Run runs one statement that writes, and that may run more than once.
func (d *Database) Run(ctx context.Context, st Statement) error {
	return Retrying(ctx, func(time.Duration) error { // with no limit: an index can take long
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

// Release returns a session's connection to the driver. It does so even if ctx has ended,
// which would keep the driver from cleaning up.
func Release(ctx context.Context, session interface{ Close(context.Context) error }) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), releaseTimeout)
	defer cancel()
	_ = session.Close(ctx) // an error would only repeat that of the call before
}

// releaseTimeout bounds the time that a call takes after its deadline.
const releaseTimeout = 250 * time.Millisecond
