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

// ReadOnly opens a store for reading only. It must have the newest schema. Update
// returns ErrReadOnly. Walk does not keep others from committing, and shows what they
// commit.
func ReadOnly() Option { return func(s *settings) { s.readOnly = true } }

// Patience gives Open, and calls whose context has no deadline, at least this long.
// Without it a read may take 30 seconds and an update five minutes, which can be too
// little on a busy machine.
func Patience(limit time.Duration) Option { return func(s *settings) { s.Patience = limit } }

// TLS sets the certificates to trust, for schemes that end in +s.
func TLS(c *tls.Config) Option { return func(s *settings) { s.TLS = c } }

const (
	reachTimeout   = 30 * time.Second // enough for a server that is just starting
	refusedTimeout = 3 * time.Second  // while nobody listens at its address
	openTimeout    = 2 * time.Minute  // of an empty database
	migrateTimeout = time.Hour        // of a large graph
)

// Open connects to the server and brings the database's schema up to date. The URL is
// scheme://host[:port][?database=name], with one of Schemes. The default port is 7687,
// and the default database the user's home database.
//
// It returns ErrInvalid for a malformed URL or one that holds a password, for a wrong
// password, an untrusted certificate and a database that does not exist; ErrUnavailable
// if the server cannot be reached; ErrSchema for a server older than 5.23, and for a
// database of another program, of a newer Dateline or of one so old that its articles
// must be loaded again; ErrReadOnly if the schema must be
// created or changed and the user may not do that.
//
// If ctx has no deadline, the server gets half a minute to answer, unless it refuses
// connections for three seconds, two minutes to create
// the indexes of an empty database, which is slow on a busy machine, and an hour to bring
// an existing graph up to date.
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
