package neo4jtest

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestServer follows the life of a server: what was written survives a restart and a
// crash, a paused server does not answer, and no other password is accepted.
func TestServer(t *testing.T) {
	server := Start(t)
	if !server.Local() {
		t.Skip("disturbs the server, and DATELINE_TEST_NEO4J names one that the tests did not start")
	}
	server.query(t, "CREATE (:Kept {id: 1})")
	server.Restart(t)
	server.want(t, 1)
	server.query(t, "CREATE (:Kept {id: 2})")
	server.Kill(t)
	server.Restart(t)
	server.want(t, 2)

	server.Pause(t)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := server.Query(ctx, "RETURN 1", nil); err == nil {
		t.Error("a paused server answers")
	}
	server.Continue(t)
	server.want(t, 2)

	stranger := &Server{URL: server.URL, User: server.User, Password: "wrong"}
	if err := stranger.connect(); err != nil {
		t.Fatal(err)
	}
	if _, err := stranger.Query(t.Context(), "RETURN 1", nil); err == nil {
		t.Error("a wrong password is let in")
	}
	server.Erase(t)
	server.want(t, 0)

	home := server.process.home
	server.Close()
	if _, err := os.Stat(home); err == nil {
		t.Errorf("%s is left behind", home)
	}
}

// TestMayErase: tests erase a database that has nodes only if it carries their mark.
func TestMayErase(t *testing.T) {
	server := Shared(t)
	if !server.Local() {
		t.Skip("disturbs the server, and DATELINE_TEST_NEO4J names one that the tests did not start")
	}
	may := func(want bool) {
		t.Helper()
		if got, err := server.mayErase(t.Context()); err != nil || got != want {
			t.Errorf("may erase: %v, %v; want %v", got, err, want)
		}
	}
	server.query(t, "CREATE (:Work)")
	may(false)
	server.EraseAll(t)
	may(true)
	server.query(t, "CREATE (:Kept)")
	may(true)
	server.EraseAll(t)
	may(true)
}

func (s *Server) query(t *testing.T, cypher string) {
	t.Helper()
	if _, err := s.Query(t.Context(), cypher, nil); err != nil {
		t.Fatal(err)
	}
}

// want checks the number of nodes, once the driver has noticed that the server is back.
func (s *Server) want(t *testing.T, count int64) {
	t.Helper()
	var rows []*neo4j.Record
	err := errors.New("not asked yet")
	for deadline := time.Now().Add(patience); err != nil; time.Sleep(100 * time.Millisecond) {
		if rows, err = s.Query(t.Context(), "MATCH (n:Kept) RETURN count(n)", nil); err != nil && time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
	if got := rows[0].Values[0]; got != count {
		t.Fatalf("the server holds %v nodes, want %d", got, count)
	}
}
