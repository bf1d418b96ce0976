package resolvers

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/live"

	"github.com/coder/websocket"
	"github.com/google/go-cmp/cmp"
)

// liveServer is the API on a store that starts with part of the story.
type liveServer struct {
	*httptest.Server
	story *graphtest.Telling
	store graph.Writer
	read  graph.Reader
	stop  context.CancelFunc
}

// serveLive serves an empty store to everyone as its owner.
func serveLive(t testing.TB, limits StreamLimits) *liveServer {
	t.Helper()
	store := graphtest.NewMemory()
	hub := live.NewHub(store, live.Options{})
	ctx, stop := context.WithCancel(context.Background())
	door := &access.Door{Guard: &access.Guard{Local: true}, Listening: netip.MustParseAddr("127.0.0.1")}
	server := httptest.NewServer(door.Data(NewHandler(store, Options{Hub: hub, Stop: ctx, Streams: limits})))
	t.Cleanup(func() { stop(); server.Close() })
	return &liveServer{server, graphtest.Canal(), hub.Watch(store), store, stop}
}

// fill puts the whole story into the store.
func (s *liveServer) fill(t testing.TB) {
	t.Helper()
	if err := graphtest.Fill(t.Context(), s.store, s.story.Puts(), 1000); err != nil {
		t.Fatal(err)
	}
}

// contacts is how many contacts the story has.
func (s *liveServer) contacts() int {
	n := 0
	for _, e := range s.story.Events {
		if e.Type == graph.EventContact {
			n++
		}
	}
	return n
}

// toldContacts is the payload of an answer to a subscription.
type toldContacts struct {
	Data struct {
		Contacts struct {
			Kind, Cursor, EventID string
			Event                 *struct{ ID, Summary string }
		}
	}
	Errors []struct {
		Message    string
		Extensions struct{ Code, Hint string }
	}
}

const followContacts = `subscription ($since: String) { contacts(since: $since, checkpoints: true) { kind cursor eventId event { id summary reports(first: 2) { nodes { quote } } } } }`

// client is a client of graphql-transport-ws that says what it is told to.
type client struct {
	t    testing.TB
	conn *websocket.Conn
}

func (s *liveServer) dial(t testing.TB) *client {
	t.Helper()
	conn, _, err := websocket.Dial(t.Context(), s.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &client{t, conn}
}

func (c *client) say(text string) {
	c.t.Helper()
	if err := c.conn.Write(c.t.Context(), websocket.MessageText, []byte(text)); err != nil {
		c.t.Fatal(err)
	}
}

// hear returns the next message apart from pings.
func (c *client) hear() message {
	c.t.Helper()
	for {
		_, data, err := c.conn.Read(c.t.Context())
		if err != nil {
			c.t.Fatal(err)
		}
		var m message
		if err := json.Unmarshal(data, &m); err != nil {
			c.t.Fatalf("%s: %v", data, err)
		}
		if m.Type != "ping" {
			return m
		}
	}
}

func (c *client) hears(types ...string) {
	c.t.Helper()
	for _, want := range types {
		if got := c.hear(); got.Type != want {
			c.t.Fatalf("heard %s %s, want %s", got.Type, got.Payload, want)
		}
	}
}

// closed returns the code with which the server closes the connection.
func (c *client) closed() int {
	c.t.Helper()
	for {
		if _, _, err := c.conn.Read(c.t.Context()); err != nil {
			return int(websocket.CloseStatus(err))
		}
	}
}

func (c *client) subscribe(id, query string, variables map[string]any) {
	c.t.Helper()
	payload, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		c.t.Fatal(err)
	}
	c.say(fmt.Sprintf(`{"id": %q, "type": "subscribe", "payload": %s}`, id, payload))
}

// next returns the next answer.
func (c *client) next() toldContacts {
	c.t.Helper()
	m := c.hear()
	if m.Type != "next" {
		c.t.Fatalf("heard %s %s, want next", m.Type, m.Payload)
	}
	return readTold(c.t, string(m.Payload))
}

func readTold(t testing.TB, text string) toldContacts {
	t.Helper()
	var told toldContacts
	if err := json.Unmarshal([]byte(text), &told); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if len(told.Errors) > 0 {
		t.Fatalf("errors: %s", text)
	}
	return told
}

// TestSocket follows contacts over a websocket, breaks the connection and resumes.
func TestSocket(t *testing.T) {
	server := serveLive(t, StreamLimits{})
	c := server.dial(t)
	c.say(`{"type": "connection_init"}`)
	c.hears("connection_ack")
	c.subscribe("a", followContacts, nil)
	cursors := []string{c.next().Data.Contacts.Cursor}
	server.fill(t)
	var events []string
	for range server.contacts() {
		told := c.next().Data.Contacts
		if told.Kind != "ADDED" || told.Event == nil || told.Event.ID != told.EventID {
			t.Fatalf("told %+v", told)
		}
		cursors, events = append(cursors, told.Cursor), append(events, told.EventID)
	}
	c.say(`{"id": "a", "type": "complete"}`)
	c.say(`{"type": "ping", "payload": {"n": 1}}`)
	if pong := c.hear(); pong.Type != "pong" || string(pong.Payload) != `{"n":1}` {
		t.Errorf("a ping was answered by %s %s", pong.Type, pong.Payload)
	}
	_ = c.conn.CloseNow()

	again := server.dial(t)
	again.say(`{"type": "connection_init", "payload": {}}`)
	again.hears("connection_ack")
	const known = 2
	again.subscribe("b", followContacts, map[string]any{"since": cursors[known]})
	if kind := again.next().Data.Contacts.Kind; kind != "CHECKPOINT" {
		t.Errorf("the first answer is a %s", kind)
	}
	var rest []string
	for range events[known:] {
		rest = append(rest, again.next().Data.Contacts.EventID)
	}
	if diff := cmp.Diff(events[known:], rest); diff != "" {
		t.Errorf("after resuming (-want +got):\n%s", diff)
	}
}

// TestSocketProtocol checks what the protocol asks for in each situation.
func TestSocketProtocol(t *testing.T) {
	const ready, query = `{"type": "connection_init"}`, `{"id": "q", "type": "subscribe", "payload": {"query": "{ contacts { totalCount } }"}}`
	const stay = `{"id": "s", "type": "subscribe", "payload": {"query": "subscription { contacts { kind } }"}}`
	tests := map[string]struct {
		say    []string
		hears  []string
		closed int // 0 if the connection stays open
	}{
		"a query":                        {[]string{ready, query}, []string{"connection_ack", "next", "complete"}, 0},
		"an ID used again after its end": {[]string{ready, query, query}, nil, 0},
		"no init":                        {nil, nil, 4408},
		"subscribing before the ack":     {[]string{stay}, nil, 4401},
		"two inits":                      {[]string{ready, ready}, []string{"connection_ack"}, 4429},
		"an ID that is in use":           {[]string{ready, stay, stay}, []string{"connection_ack"}, 4409},
		"no JSON":                        {[]string{`{"type": `}, nil, 4400},
		"an unknown type":                {[]string{`{"type": "start"}`}, nil, 4400},
		"a subscription without an ID":   {[]string{ready, `{"type": "subscribe", "payload": {"query": "{ a }"}}`}, []string{"connection_ack"}, 4400},
		"a subscription without query":   {[]string{ready, `{"id": "x", "type": "subscribe", "payload": {}}`}, []string{"connection_ack"}, 4400},
		"an invalid query":               {[]string{ready, `{"id": "x", "type": "subscribe", "payload": {"query": "{ nothing }"}}`}, []string{"connection_ack", "error"}, 0},
		"an invalid argument":            {[]string{ready, `{"id": "x", "type": "subscribe", "payload": {"query": "subscription { contacts(since: \"x\") { kind } }"}}`}, []string{"connection_ack", "next", "complete"}, 0},
		"a wrong key":                    {[]string{`{"type": "connection_init", "payload": {"Authorization": "Bearer wrong"}}`}, nil, 4403},
		"more than it may run":           {[]string{ready, stay, strings.Replace(stay, `"s"`, `"t"`, 1), strings.Replace(stay, `"s"`, `"u"`, 1)}, []string{"connection_ack", "error"}, 0},
		"ending what never began":        {[]string{ready, `{"id": "x", "type": "complete"}`, query}, []string{"connection_ack", "next", "complete"}, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			server := serveLive(t, StreamLimits{InitTimeout: time.Second, Operations: 2})
			c := server.dial(t)
			for i, text := range test.say {
				c.say(text)
				if name == "an ID used again after its end" {
					c.hears([][]string{{"connection_ack"}, {"next", "complete"}, {"next", "complete"}}[i]...)
				}
			}
			c.hears(test.hears...)
			if test.closed == 0 {
				c.say(`{"type": "ping"}`)
				c.hears("pong")
			} else if got := c.closed(); got != test.closed {
				t.Errorf("closed with %d, want %d", got, test.closed)
			}
		})
	}
}

// TestSocketSubprotocol: another subprotocol is not spoken.
func TestSocketSubprotocol(t *testing.T) {
	server := serveLive(t, StreamLimits{})
	conn, _, err := websocket.Dial(t.Context(), server.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	if code := (&client{t, conn}).closed(); code != 4406 {
		t.Errorf("closed with %d", code)
	}
}

// TestStop: when the server stops, clients are told, and nothing of them is left.
func TestStop(t *testing.T) {
	before := runtime.NumGoroutine()
	server := serveLive(t, StreamLimits{})
	c := server.dial(t)
	c.say(`{"type": "connection_init"}`)
	c.hears("connection_ack")
	c.subscribe("a", followContacts, nil)
	c.next()
	ctx, cancel := context.WithCancel(t.Context())
	events := server.events(ctx, t, followContacts, nil)
	events.next()
	server.stop()
	if code := c.closed(); code != int(websocket.StatusGoingAway) {
		t.Errorf("closed with %d", code)
	}
	if last := events.read(); last.name != "complete" {
		t.Errorf("the event stream ended with %+v", last)
	}
	_ = c.conn.CloseNow()
	cancel()
	server.Client().CloseIdleConnections()
	server.Close()
	wantGoroutines(t, before)
}

// wantGoroutines waits until there are no more goroutines than before.
func wantGoroutines(t testing.TB, before int) {
	t.Helper()
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// eventReader reads an event stream.
type eventReader struct {
	t     testing.TB
	lines *bufio.Scanner
}

type serverEvent struct{ name, data string }

func (s *liveServer) events(ctx context.Context, t testing.TB, query string, variables map[string]any) *eventReader {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	return s.eventsOf(t, request)
}

func (s *liveServer) eventsOf(t testing.TB, request *http.Request) *eventReader {
	t.Helper()
	request.Header.Set("Accept", "text/event-stream")
	response, err := s.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	if kind := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || !strings.HasPrefix(kind, "text/event-stream") {
		t.Fatalf("status %d, content type %s", response.StatusCode, kind)
	}
	return &eventReader{t, bufio.NewScanner(response.Body)}
}

// read returns the next event; none at the end.
func (r *eventReader) read() serverEvent {
	var event serverEvent
	for r.lines.Scan() {
		name, value, _ := strings.Cut(r.lines.Text(), ":")
		switch value = strings.TrimPrefix(value, " "); {
		case name == "event":
			event.name = value
		case name == "data":
			event.data = value
		case r.lines.Text() == "" && event.name != "":
			return event
		}
	}
	return serverEvent{} // what is not finished is no event
}

func (r *eventReader) next() toldContacts {
	r.t.Helper()
	event := r.read()
	if event.name != "next" {
		r.t.Fatalf("event %+v, want next", event)
	}
	return readTold(r.t, event.data)
}

// TestEvents follows contacts over server-sent events, by POST and by GET, and resumes.
func TestEvents(t *testing.T) {
	server := serveLive(t, StreamLimits{KeepAlive: 50 * time.Millisecond})
	post := server.events(t.Context(), t, followContacts, nil)
	first := post.next().Data.Contacts
	if first.Kind != "CHECKPOINT" {
		t.Errorf("the first answer is a %s", first.Kind)
	}
	server.fill(t)
	var told []string
	for range server.contacts() {
		told = append(told, post.next().Data.Contacts.EventID)
	}
	variables := url.QueryEscape(fmt.Sprintf(`{"since": %q}`, first.Cursor))
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"?query="+url.QueryEscape(followContacts)+"&variables="+variables, nil)
	if err != nil {
		t.Fatal(err)
	}
	get := server.eventsOf(t, request)
	get.next() // the checkpoint
	var again []string
	for range server.contacts() {
		again = append(again, get.next().Data.Contacts.EventID)
	}
	if diff := cmp.Diff(told, again); diff != "" {
		t.Errorf("by GET since the beginning (-by POST +by GET):\n%s", diff)
	}
}

// TestEventsOnce: operations with one answer, and refused ones, are streams of one.
func TestEventsOnce(t *testing.T) {
	server := serveLive(t, StreamLimits{})
	for query, want := range map[string]string{
		`{ contacts { totalCount } }`:                       `{"data":{"contacts":{"totalCount":0}}}`,
		`{ nothing }`:                                       `"code":"GRAPHQL_VALIDATION_FAILED"`,
		`subscription { contacts(since: "x") { kind } }`:    `"code":"BAD_CURSOR"`,
		`subscription { contacts(who: {id: ""}) { kind } }`: `"code":"BAD_USER_INPUT"`,
	} {
		events := server.events(t.Context(), t, query, nil)
		if event := events.read(); event.name != "next" || !strings.Contains(event.data, want) {
			t.Errorf("%s: %+v, want %s", query, event, want)
		}
		if event := events.read(); event.name != "complete" {
			t.Errorf("%s: %+v, want complete", query, event)
		}
	}
}

// TestEventsEnd: a client that goes away leaves nothing behind.
func TestEventsEnd(t *testing.T) {
	server := serveLive(t, StreamLimits{})
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	for range 5 {
		server.events(ctx, t, followContacts, nil).next()
	}
	cancel()
	server.Client().CloseIdleConnections()
	wantGoroutines(t, before)
}

// TestTooManyStreams: what is beyond the limit is refused, and there is room again after.
func TestTooManyStreams(t *testing.T) {
	server := serveLive(t, StreamLimits{Connections: 1})
	ctx, cancel := context.WithCancel(t.Context())
	server.events(ctx, t, followContacts, nil).next()
	_, response, err := websocket.Dial(t.Context(), server.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err == nil || response == nil {
		t.Fatalf("a second stream: %v, %v", response, err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a second stream: %s", response.Status)
	}
	cancel()
	for range 200 {
		if c, _, err := websocket.Dial(t.Context(), server.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}}); err == nil {
			_ = c.CloseNow()
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("there is no room after the first has ended")
}

// TestSubscriptionOverPost: without a stream there is an error that says how.
func TestSubscriptionOverPost(t *testing.T) {
	server := serveLive(t, StreamLimits{})
	response, err := server.Client().Post(server.URL, "application/json", strings.NewReader(`{"query": "subscription { contacts { kind } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var told toldContacts
	if err := json.NewDecoder(response.Body).Decode(&told); err != nil {
		t.Fatal(err)
	}
	if len(told.Errors) != 1 || told.Errors[0].Extensions.Code != string(CodeSubscription) || told.Errors[0].Extensions.Hint == "" {
		t.Errorf("errors %+v", told.Errors)
	}
}

// TestSlowSocket: a client that takes nothing is cut off, and the others go on.
func TestSlowSocket(t *testing.T) {
	server := serveLive(t, StreamLimits{WriteTimeout: 200 * time.Millisecond})
	slow, other := server.dial(t), server.dial(t)
	for _, c := range []*client{slow, other} {
		c.say(`{"type": "connection_init"}`)
		c.hears("connection_ack")
	}
	wide := `query { ` + strings.Repeat(`__schema { types { name description fields { name description args { name description } } } } `, 20) + `}`
	failed := false
	for i := range 2000 { // never read, until the buffers of the connection are full
		payload, _ := json.Marshal(map[string]any{"query": wide})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		err := slow.conn.Write(ctx, websocket.MessageText, fmt.Appendf(nil, `{"id": "%d", "type": "subscribe", "payload": %s}`, i, payload))
		cancel()
		if err != nil {
			failed = true
			break
		}
		time.Sleep(time.Millisecond)
	}
	if !failed {
		t.Error("the client that takes nothing was not cut off")
	}
	other.subscribe("a", followContacts, nil)
	other.next()
}

// TestLatestChange: the cursor of a query is that of before it.
func TestLatestChange(t *testing.T) {
	story, store := canal(t)
	_ = story
	response := Execute(t.Context(), store, Request{Query: `{ latestChange contacts { totalCount } changes(first: 2) { gap totalCount pageInfo { hasNextPage endCursor } nodes { cursor kind eventId event { summary } before { summary participants { entity { name } } } } } }`})
	if len(response.Errors) > 0 {
		t.Fatal(response.Errors)
	}
	var answer struct {
		LatestChange string
		Changes      struct {
			TotalCount int
			Nodes      []struct {
				Kind, EventID string
				Event         *struct{ Summary string }
			}
		}
	}
	if err := json.Unmarshal(response.Data, &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Changes.Nodes) != 2 || answer.Changes.Nodes[0].Kind != "ADDED" || answer.Changes.Nodes[0].Event == nil || answer.Changes.TotalCount < 3 {
		t.Errorf("changes %s", response.Data)
	}
	page, err := store.Changes(t.Context(), graph.ChangeQuery{Since: answer.LatestChange})
	if err != nil || len(page.Changes) != 0 {
		t.Errorf("after latestChange there are %v, %v", page, err)
	}
	if _, err := store.Changes(t.Context(), graph.ChangeQuery{Since: "x"}); !errors.Is(err, graph.ErrBadCursor) {
		t.Error(err)
	}
}

// TestEditsAreFollowed follows edits over both transports, and resumes.
func TestEditsAreFollowed(t *testing.T) {
	server := serveLive(t, StreamLimits{})
	const follow = `subscription ($since: String) { edits(since: $since, checkpoints: true) { kind cursor at edit { kind author reason withdrawn } } }`
	c := server.dial(t)
	c.say(`{"type": "connection_init"}`)
	c.hears("connection_ack")
	c.subscribe("a", follow, nil)
	if first := string(c.hear().Payload); !strings.Contains(first, `"kind":"CHECKPOINT"`) {
		t.Fatalf("the first answer is %s", first)
	}
	events := server.events(t.Context(), t, follow, nil)
	var told struct {
		Data struct{ Edits struct{ Cursor string } }
	}
	if err := json.Unmarshal([]byte(events.read().data), &told); err != nil {
		t.Fatal(err)
	}
	made := graph.NewEdit(graph.Edit{Kind: graph.EditRename, Author: "Ada", Reason: "a wedding", Name: "N", Time: time.Unix(1, 0), Subjects: []graph.Subject{{ID: "per_a", ArticleID: "art_a"}}})
	if err := server.store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutEdits([]*graph.Edit{made}) }); err != nil {
		t.Fatal(err)
	}
	const want = `"edit":{"kind":"RENAME","author":"Ada","reason":"a wedding","withdrawn":false}`
	for what, got := range map[string]string{
		"WebSocket": string(c.hear().Payload), "events": events.read().data,
	} {
		if !strings.Contains(got, `"kind":"ADDED"`) || !strings.Contains(got, want) {
			t.Errorf("over %s: %s", what, got)
		}
	}
	resumed := server.events(t.Context(), t, follow, map[string]any{"since": told.Data.Edits.Cursor})
	resumed.read() // a checkpoint
	if got := resumed.read().data; !strings.Contains(got, want) {
		t.Errorf("after resuming: %s", got)
	}
}
