package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j"
	"dateline/graph/sqlite"
)

// storeFlag is the flag that names a store, part of each command that needs one.
type storeFlag struct {
	Store string `help:"The store: sqlite:FILE, or neo4j://HOST:PORT?database=NAME; bolt:// for a single server, neo4j+s:// or bolt+s:// to encrypt, +ssc to trust any certificate (default ${default})." default:"sqlite:dateline.db" placeholder:"URL"`
	login `embed:"" envprefix:"DATELINE_"`
}

// defaultUser is the user of a new Neo4j.
const defaultUser = "neo4j"

// login holds the flags to log in to a server.
type login struct {
	User         string `help:"User name for the Neo4j server${ofStore} (default ${default})." env:"NEO4J_USER" default:"neo4j" placeholder:"NAME"`
	Password     string `help:"Password for the Neo4j server${ofStore}. Other users of the machine can see flags: prefer the environment variable or the file." env:"NEO4J_PASSWORD" placeholder:"PASSWORD"`
	PasswordFile string `help:"File whose first line is the password for the Neo4j server${ofStore}." env:"NEO4J_PASSWORD_FILE" placeholder:"FILE"`
	CA           string `help:"PEM file with the certificates to trust for neo4j+s and bolt+s${ofStore}, instead of the system's." env:"NEO4J_CA" placeholder:"FILE"`
}

// create opens the store, and creates it if it does not exist.
func (f storeFlag) create(ctx context.Context) (graph.Store, error) {
	scheme, path, err := splitStore("--store", f.Store)
	if err != nil {
		return nil, err
	}
	if scheme == sqliteScheme {
		return sqlite.Open(ctx, path)
	}
	return f.openNeo4j(ctx, f.Store)
}

// existing opens the store for reading, and does not create one.
func (f storeFlag) existing(ctx context.Context) (graph.Store, error) {
	scheme, path, err := splitStore("--store", f.Store)
	if err != nil {
		return nil, err
	}
	if scheme != sqliteScheme {
		return f.openNeo4j(ctx, f.Store, neo4j.ReadOnly())
	}
	return sqlite.Open(ctx, path, sqlite.ReadOnly())
}

// writable opens the store for changing it, and does not create one.
func (f storeFlag) writable(ctx context.Context) (graph.Store, error) {
	scheme, path, err := splitStore("--store", f.Store)
	if err != nil {
		return nil, err
	}
	if scheme != sqliteScheme {
		return f.openNeo4j(ctx, f.Store)
	}
	if _, err := os.Stat(path); err != nil {
		return f.existing(ctx) // which says what is wrong
	}
	return sqlite.Open(ctx, path)
}

const sqliteScheme = "sqlite"

// splitStore splits the value of a flag into its scheme and, for sqlite, the path
// of the file. Errors show no more of the value than its scheme, since it could
// hold a password.
func splitStore(flag, store string) (scheme, path string, err error) {
	scheme, path, found := strings.Cut(store, ":")
	switch {
	case found && scheme == sqliteScheme && path != "":
		return scheme, strings.TrimPrefix(path, "//"), nil
	case found && slices.Contains(neo4j.Schemes, scheme):
		return scheme, "", nil
	}
	shown := scheme
	if found {
		shown += ":"
		if path != "" {
			shown += "…"
		}
	}
	return "", "", fmt.Errorf("%w: %s %q is not a store: use sqlite:FILE, such as sqlite:news.db, or neo4j://HOST:7687?database=NAME", errUsage, flag, shown)
}

func (l login) openNeo4j(ctx context.Context, url string, options ...neo4j.Option) (graph.Store, error) {
	password, err := l.password()
	if err != nil {
		return nil, err
	}
	if password != "" { // otherwise the server must allow logins without one
		options = append(options, neo4j.Login(l.User, password))
	}
	if l.CA != "" {
		trusted, err := l.certificates()
		if err != nil {
			return nil, err
		}
		options = append(options, neo4j.TLS(&tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS12}))
	}
	store, err := neo4j.Open(ctx, url, options...)
	switch {
	case err == nil:
		return store, nil
	case errors.Is(err, graph.ErrInvalid):
		return nil, graph.WithHint(err, fmt.Sprintf("Check the URL and its database, the user (%s), the password "+
			"(DATELINE_NEO4J_PASSWORD or --password-file) and the certificates (--ca).", l.User))
	case errors.Is(err, graph.ErrTimeout) && ctx.Err() == nil: // its own deadline, not the caller's
		err = fmt.Errorf("%w: the server cannot be reached: %s", graph.ErrUnavailable, err.Error())
	}
	if errors.Is(err, graph.ErrUnavailable) {
		return nil, graph.WithHint(err, "Check that the server runs, and its address and port: Neo4j takes programs at port 7687, and browsers at 7474.")
	}
	return nil, err
}

func (l login) certificates() (*x509.CertPool, error) {
	content, err := readNamed("--ca", l.CA)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(content) {
		return nil, fmt.Errorf("%w: --ca: %s holds no certificate in PEM", errUsage, l.CA)
	}
	return pool, nil
}

func (l login) password() (string, error) {
	if l.PasswordFile == "" {
		return l.Password, nil
	}
	if l.Password != "" {
		return "", fmt.Errorf("%w: give either --password or --password-file (DATELINE_NEO4J_PASSWORD or DATELINE_NEO4J_PASSWORD_FILE), not both", errUsage)
	}
	content, err := readNamed("--password-file", l.PasswordFile)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(content), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}
