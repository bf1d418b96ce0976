package neo4jtest

import (
	"context"
	"os"
	"testing"
	"time"
)

// TestServer goes through the life of a server: it holds what was written through
// a restart and a crash, answers nothing while it is paused, and takes no other
// password.
func TestServer(t *testing.T) {
	server := Start(t)
	if !server.Local() {
		t.Skip("the server is not the test's own")
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

// TestMayErase: a database with nodes is erased by tests only if it bears their mark.
func TestMayErase(t *testing.T) {
	server := Shared(t)
	if !server.Local() {
		t.Skip("the server is not the test's own")
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

// want waits for the driver to find out that the server is back.
func (s *Server) want(t *testing.T, count int64) {
	t.Helper()
	var last any
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		rows, err := s.Query(t.Context(), "MATCH (n:Kept) RETURN count(n)", nil)
		if err != nil {
			last = err
			continue
		}
		if last = rows[0].Values[0]; last == count {
			return
		}
	}
	t.Fatalf("the server holds %v nodes, want %d", last, count)
}
