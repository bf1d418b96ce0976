// Package neo4jtest gives tests a real Neo4j. DATELINE_TEST_NEO4J says which:
//
//   - unset: none, and the tests that need one skip;
//   - start: one that the tests start, the Community engine of pom.xml, run by a
//     small Java program on the loopback address, with a password and its data in a
//     temporary folder. Maven fetches the jars, once, into the user's cache folder;
//   - a URL: the server there, which the tests erase. DATELINE_TEST_NEO4J_USER and
//     DATELINE_TEST_NEO4J_PASSWORD are its login.
//
// If a requested server cannot start, the tests fail. make test-neo4j
// installs what is needed and starts one.
package neo4jtest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// Server is a Neo4j that a test may fill, erase and, if it is Local, disturb.
type Server struct {
	// URL starts with bolt:// for a Local server; otherwise it is what the
	// environment names. It has no password in it.
	URL string
	// User and Password are the login of a user with all rights.
	User, Password string

	installation *installation // nil for a server that ran already
	process      *process
	kept         bool // Close leaves the data
	// unlock would let others use a server that ran already. It is kept only because a
	// lock that nobody refers to any longer ends the program.
	unlock func()
	driver neo4j.DriverWithContext
}

// environment names the variable that says which server tests use.
const environment = "DATELINE_TEST_NEO4J"

// start is the value that asks for a server of the tests' own.
const start = "start"

// Start starts a server for one test, and ends it with the test. It skips the test
// if no server is asked for, and fails it if none can be had.
func Start(tb testing.TB) *Server {
	tb.Helper()
	skipUnlessAsked(tb)
	server, err := Run()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		server.logIfFailed(tb)
		server.Close()
	})
	return server
}

var shared struct {
	sync.Once
	server *Server
	err    error
	user   testing.TB // the last test that asked for it
}

// Shared returns the server that all tests of this process share. It starts with
// the first call and ends with the process. Tests that share it do not run in
// parallel, and each begins with Erase. It skips and fails as Start does.
func Shared(tb testing.TB) *Server {
	tb.Helper()
	skipUnlessAsked(tb)
	shared.Do(func() { shared.server, shared.err = Run(longLived...) })
	if shared.err != nil {
		tb.Fatal(shared.err)
	}
	if shared.user != tb {
		shared.user = tb
		tb.Cleanup(func() { shared.server.logIfFailed(tb) })
	}
	return shared.server
}

func skipUnlessAsked(tb testing.TB) {
	tb.Helper()
	if os.Getenv(environment) == "" {
		tb.Skip("needs a Neo4j server: make test-neo4j runs it")
	}
}

// Run starts a server, or connects to the one whose URL the environment names. It is
// for programs, which need not ask for a server; tests call Start or Shared. The
// server ends with Close, and in any case with the process that started it. Options
// are passed to its JVM.
func Run(jvm ...string) (*Server, error) {
	if address := os.Getenv(environment); address != "" && address != start {
		return find(address)
	}
	made, err := install()
	if err != nil {
		return nil, fmt.Errorf("a Neo4j for tests: %w", err)
	}
	server := &Server{User: "neo4j", Password: rand.Text(), installation: made}
	if server.process, err = made.start(server.Password, jvm...); err != nil {
		return nil, fmt.Errorf("a Neo4j for tests: %w", err)
	}
	server.URL = "bolt://" + server.Address()
	if err := server.connect(); err != nil {
		server.Close()
		return nil, err
	}
	return server, nil
}

// Local reports whether the tests started the server, so that they may stop, kill and
// restart it.
func (s *Server) Local() bool { return s.installation != nil }

// Address is the host and port of a Local server.
func (s *Server) Address() string { return fmt.Sprintf("127.0.0.1:%d", s.process.port) }

// Close ends a Local server and deletes its data, unless Keep started it.
func (s *Server) Close() {
	if s.driver != nil {
		_ = s.driver.Close(context.Background()) // nothing is lost
	}
	switch {
	case s.kept:
		_ = s.process.exit() // one that has to be killed recovers when it starts
	case s.Local():
		s.process.end()
	}
}

func (s *Server) logIfFailed(tb testing.TB) {
	if !tb.Failed() || !s.Local() {
		return
	}
	if warnings := s.process.warnings(); warnings != "" {
		tb.Logf("Neo4j at %s warned:\n%s", s.URL, warnings)
	}
}

// Pause stops a Local server by SIGSTOP: it keeps its connections and answers
// nothing. It goes on after Continue, or after pauseLimit.
func (s *Server) Pause(tb testing.TB) {
	tb.Helper()
	s.needLocal(tb)
	if err := s.process.pause(pauseLimit); err != nil {
		tb.Fatal(err)
	}
}

// pauseLimit is after how long a paused server goes on by itself, so that a test
// that is killed leaves none behind that is stopped.
const pauseLimit = time.Minute

// Continue lets a server go on after Pause.
func (s *Server) Continue(tb testing.TB) {
	tb.Helper()
	if err := s.process.resume(); err != nil {
		tb.Fatal(err)
	}
}

// Kill ends a Local server at once, as a crash would. Restart brings it back.
func (s *Server) Kill(tb testing.TB) {
	tb.Helper()
	s.needLocal(tb)
	s.process.kill()
}

// Restart brings a Local server back with the same port and data, and with these
// options added to its JVM's. If it runs, it is shut down in good order first.
func (s *Server) Restart(tb testing.TB, jvm ...string) {
	tb.Helper()
	s.needLocal(tb)
	if err := s.process.exit(); err != nil {
		tb.Fatal(err)
	}
	again, err := s.installation.startAt(s.process.home, s.process.port, s.Password, jvm...)
	if err != nil {
		tb.Fatal(err)
	}
	s.process = again
	_ = s.driver.Close(context.Background()) // its connections are dead
	if err := s.connect(); err != nil {
		tb.Fatal(err)
	}
}

func (s *Server) needLocal(tb testing.TB) {
	tb.Helper()
	if !s.Local() {
		tb.Skip("stops and kills the server, and DATELINE_TEST_NEO4J names one that the tests did not start")
	}
}

// mark is the name of an index that tells a database for tests from one that holds
// somebody's work. It is not a node, so that an erased database is empty.
const mark = "dateline_tests_may_erase_this"

// find connects to a server that runs already.
func find(address string) (*Server, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("DATELINE_TEST_NEO4J is neither start nor a URL") // its value could hold a password
	}
	server := &Server{URL: address, User: os.Getenv("DATELINE_TEST_NEO4J_USER"), Password: os.Getenv("DATELINE_TEST_NEO4J_PASSWORD")}
	if server.User == "" {
		server.User = "neo4j"
	}
	// Tests of several packages run at once, and each erases what it finds. The lock
	// ends with the process.
	lock := filepath.Join(os.TempDir(), "dateline-test-neo4j.lock")
	unlock, err := lockedfile.MutexAt(lock).Lock()
	if err != nil {
		return nil, fmt.Errorf("wait for other tests that use DATELINE_TEST_NEO4J: %w", err)
	}
	server.unlock = unlock
	if err := server.connect(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	mine, err := server.mayErase(ctx)
	if err != nil {
		return nil, fmt.Errorf("DATELINE_TEST_NEO4J at %s: %w", parsed.Host, err)
	}
	if !mine {
		return nil, fmt.Errorf("DATELINE_TEST_NEO4J at %s: the database holds nodes that no test made; tests erase it, so name an empty one", parsed.Host)
	}
	return server, nil
}

func (s *Server) mayErase(ctx context.Context) (bool, error) {
	marked, err := s.Query(ctx, "SHOW INDEXES YIELD name WHERE name = $mark RETURN name", map[string]any{"mark": mark})
	if err != nil || len(marked) > 0 {
		return err == nil, err
	}
	nodes, err := s.Query(ctx, "MATCH (n) RETURN n LIMIT 1", nil)
	if err != nil || len(nodes) > 0 {
		return false, err
	}
	_, err = s.Query(ctx, "CREATE INDEX "+mark+" IF NOT EXISTS FOR (n:DatelineTest) ON (n.id)", nil)
	return err == nil, err
}

func (s *Server) connect() error {
	address, _, _ := strings.Cut(s.URL, "?") // the driver would take a query for a routing context
	driver, err := neo4j.NewDriverWithContext(address, neo4j.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		return fmt.Errorf("a Neo4j for tests: %w", err)
	}
	s.driver = driver
	return nil
}

// Database is the database of a URL with ?database=NAME; "" is the server's default.
func (s *Server) Database() string {
	parsed, err := url.Parse(s.URL)
	if err != nil {
		return ""
	}
	return parsed.Query().Get("database")
}

// Query runs one statement, bypassing Dateline, and returns its rows.
func (s *Server) Query(ctx context.Context, cypher string, parameters map[string]any) ([]*neo4j.Record, error) {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.Database()})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, cypher, parameters)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cypher, err)
	}
	rows, err := result.Collect(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cypher, err)
	}
	return rows, nil
}

// patience is how long one statement may take on a busy machine.
const patience = 10 * time.Minute

// Erase deletes all nodes and relationships except the few that Dateline's migrations
// make. Indexes and constraints stay, so that a store opens at once.
func (s *Server) Erase(tb testing.TB) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := s.EraseGraph(ctx); err != nil {
		tb.Fatal(err)
	}
}

// EraseGraph is Erase for programs.
func (s *Server) EraseGraph(ctx context.Context) error {
	if _, err := s.Query(ctx, eraseGraph, nil); err != nil {
		return err
	}
	_, err := s.Query(ctx, resetLog, nil)
	return err
}

const (
	eraseGraph = "MATCH (n) WHERE NOT (n:Dateline OR n:Lock OR n:Gate OR n:ChangeLog) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
	resetLog   = "MATCH (l:ChangeLog) SET l.id = randomUUID(), l.oldest = 1, l.newest = 0"
	eraseAll   = "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
)

// EraseAll deletes all nodes, indexes and constraints except the mark of tests and the
// indexes that every Neo4j has.
func (s *Server) EraseAll(tb testing.TB) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if _, err := s.Query(ctx, eraseAll, nil); err != nil {
		tb.Fatal(err)
	}
	for _, step := range []struct{ list, drop string }{
		{"SHOW CONSTRAINTS YIELD name RETURN name", "DROP CONSTRAINT `%s`"},
		{"SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' AND name <> $mark RETURN name", "DROP INDEX `%s`"},
	} {
		rows, err := s.Query(ctx, step.list, map[string]any{"mark": mark})
		if err != nil {
			tb.Fatal(err)
		}
		for _, row := range rows {
			if _, err := s.Query(ctx, fmt.Sprintf(step.drop, row.Values[0]), nil); err != nil {
				tb.Fatal(err)
			}
		}
	}
}
