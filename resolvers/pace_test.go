package resolvers

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"dateline/access"
	"dateline/graph/graphtest"

	"github.com/coder/websocket"
)

// readerServer serves an empty store to one client that may only ask.
func readerServer(t *testing.T, limits StreamLimits) *httptest.Server {
	t.Helper()
	reader := access.Identity{ID: "key 1", Role: access.Reader}
	server := httptest.NewServer(access.As(reader, NewHandler(graphtest.NewMemory(), Options{Streams: limits})))
	t.Cleanup(server.Close)
	return server
}

const (
	// freely is more refusals than any client meets by mistake.
	freely = 100
	// slowly is less than the pause that further ones take.
	slowly = 300 * time.Millisecond
)

// TestSlipsOnASocket: who sends much over a websocket that is refused is slowed down.
func TestSlipsOnASocket(t *testing.T) {
	server := readerServer(t, StreamLimits{})
	conn, _, err := websocket.Dial(t.Context(), server.URL, &websocket.DialOptions{Subprotocols: []string{subprotocol}})
	if err != nil {
		t.Fatal(err)
	}
	c := &client{t, conn}
	defer func() { _ = conn.CloseNow() }()
	c.say(`{"type": "connection_init"}`)
	c.hears("connection_ack")
	for range freely {
		c.subscribe("1", `{nothing}`, nil)
		c.hears("error")
	}
	began := time.Now()
	c.subscribe("1", `{nothing}`, nil)
	c.hears("error")
	if took := time.Since(began); took < slowly {
		t.Errorf("one refusal more takes %v", took)
	}
}

// TestSlipsOfEventStreams: the same for event streams.
func TestSlipsOfEventStreams(t *testing.T) {
	server := readerServer(t, StreamLimits{})
	ask := func() time.Duration {
		began := time.Now()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"?query="+url.QueryEscape(`{nothing}`), nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept", typeEventStream)
		response, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, response.Body)
		response.Body.Close()
		return time.Since(began)
	}
	for range freely {
		ask()
	}
	if took := ask(); took < slowly {
		t.Errorf("one refusal more takes %v", took)
	}
}

// TestAClientHasAShareOfTheStreams: there is room for others beside the one with the most.
func TestAClientHasAShareOfTheStreams(t *testing.T) {
	s := newStreams(8)
	greedy, other := access.Identity{ID: "greedy"}, access.Identity{ID: "other"}
	for range 6 {
		if wrong := s.enter(t.Context(), greedy); wrong != nil {
			t.Fatal(wrong.err)
		}
	}
	if s.enter(t.Context(), greedy) == nil {
		t.Error("one client has more than its share")
	}
	if wrong := s.enter(t.Context(), other); wrong != nil {
		t.Errorf("there is no room for another client: %v", wrong.err)
	}
	s.leave(greedy)
	if wrong := s.enter(t.Context(), greedy); wrong != nil {
		t.Errorf("there is no room again: %v", wrong.err)
	}
}
