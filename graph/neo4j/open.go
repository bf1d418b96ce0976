package neo4j

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"

	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/read"
)

// Schemes are the URL schemes of Neo4j: neo4j routes in a cluster, bolt talks to one
// server; +s encrypts, +ssc does so without checking the certificate.
var Schemes = bolt.Schemes

// Option changes how Open opens a store.
type Option func(*settings)

type settings struct {
	bolt.Settings
	readOnly bool
}

// Login sets the user and the password to log in with. Without it, the server must
// ask for none.
func Login(user, password string) Option {
	return func(s *settings) { s.User, s.Password = user, password }
}

// ReadOnly opens a store that is never written. It must have the newest schema.
// Update returns ErrReadOnly. Walk reads what is committed while it goes on.
func ReadOnly() Option { return func(s *settings) { s.readOnly = true } }

// Patience gives Open, and calls whose context has no deadline, at least this long.
// Without it a read may take 30 seconds and an update five minutes, which can be too
// little on a busy machine.
func Patience(limit time.Duration) Option { return func(s *settings) { s.Patience = limit } }

// TLS sets the certificates to trust, for schemes that end in +s.
func TLS(c *tls.Config) Option { return func(s *settings) { s.TLS = c } }

const (
	reachTimeout   = 30 * time.Second // a server that is just starting answers by then
	openTimeout    = 2 * time.Minute  // of an empty database
	migrateTimeout = time.Hour        // of a large graph
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
	to, err := bolt.ParseAddress(rawURL)
	if err != nil {
		return nil, fmt.Errorf("neo4j: open: %w", err)
	}
	var chosen settings
	for _, option := range options {
		option(&chosen)
	}
	db, err := bolt.Connect(to, chosen.Settings)
	if err != nil {
		return nil, fmt.Errorf("neo4j: open %v: %w", to, err)
	}
	s := &Store{Reader: read.NewReader(db), db: db, readOnly: chosen.readOnly}
	if err := s.migrate(ctx); err != nil {
		_ = s.Close()
		return nil, bolt.Translate(err, "open %v", to)
	}
	return s, nil
}
