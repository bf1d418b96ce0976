package neo4j

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"dateline/graph"
)

// Option changes how Open opens a store.
type Option func(*settings)

type settings struct {
	user, password string
	readOnly       bool
	tls            *tls.Config
	patience       time.Duration
}

// Login returns the user and the password to log in with. Without it, the server
// must ask for none.
func Login(user, password string) Option {
	return func(s *settings) { s.user, s.password = user, password }
}

// ReadOnly opens a store that is never written. It must have the newest schema.
// Update returns ErrReadOnly. Walk reads what is committed while it goes on.
func ReadOnly() Option { return func(s *settings) { s.readOnly = true } }

// Patience gives Open, and calls whose context has no deadline, at least this long.
// Without it a read may take 30 seconds and an update five minutes, which can be too
// little on a busy machine.
func Patience(limit time.Duration) Option { return func(s *settings) { s.patience = limit } }

// TLS returns the certificates to trust, for schemes that end in +s.
func TLS(c *tls.Config) Option { return func(s *settings) { s.tls = c } }

// What the driver waits for, at most, where a call's deadline is later. A server
// that answers at all is connected to in well under a second.
const (
	connectTimeout  = 3 * time.Second
	poolTimeout     = 10 * time.Second
	livenessTimeout = 5 * time.Second
	maxConnections  = 100
	reachTimeout    = 30 * time.Second // a server that is just starting answers by then
	openTimeout     = 2 * time.Minute  // of an empty database
	migrateTimeout  = time.Hour        // of a large graph
)

// Open connects to the server and brings the database's schema up to date. The URL
// is scheme://host[:port][?database=name], with one of Schemes; without a port it
// is 7687, without a database the user's home database.
//
// It returns ErrInvalid for a URL that is none, or that holds a password, for a
// wrong password, for a certificate that is not trusted and for a database that does
// not exist; ErrUnavailable where the server cannot be reached; ErrSchema for a server
// older than 5.23, and for a database that holds another program's nodes or a newer
// Dateline's; ErrReadOnly where the schema has to be made or changed and may not be.
// Where a context has no deadline, the server has half a minute to answer and two
// minutes to make the indexes of an empty database, which takes long on a busy
// machine; a graph that is there already has an hour to be brought up to date.
func Open(ctx context.Context, rawURL string, options ...Option) (*Store, error) {
	to, err := parseAddress(rawURL)
	if err != nil {
		return nil, fmt.Errorf("neo4j: open: %w", err)
	}
	var chosen settings
	for _, option := range options {
		option(&chosen)
	}
	s := newStore(to, chosen.readOnly)
	s.patience = chosen.patience
	auth := driver.NoAuth()
	if chosen.user != "" || chosen.password != "" {
		auth = driver.BasicAuth(chosen.user, chosen.password, "")
	}
	if s.driver, err = driver.NewDriverWithContext(to.target, auth, func(c *config.Config) {
		c.UserAgent = "dateline"
		c.TlsConfig = chosen.tls
		c.SocketConnectTimeout = connectTimeout
		c.ConnectionAcquisitionTimeout = poolTimeout
		c.ConnectionLivenessCheckTimeout = livenessTimeout
		c.MaxConnectionPoolSize = maxConnections
		c.FetchSize = driver.FetchAll
		c.NotificationsMinSeverity = notifications.DisabledLevel
		c.TelemetryDisabled = true
	}); err != nil {
		return nil, fmt.Errorf("neo4j: open %v: %w: %w", to, graph.ErrInvalid, err)
	}
	if err := s.migrate(ctx); err != nil {
		_ = s.Close()
		return nil, translate(err, "open %v", to)
	}
	return s, nil
}
