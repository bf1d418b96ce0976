package resolvers

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"dateline/access"
	"dateline/graph"

	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// WebSockets as the GraphQL over WebSocket Protocol has them, with the subprotocol
// graphql-transport-ws. gqlgen's own transport is not used: it gives errors without codes
// and hints, closes with other codes than the protocol's, accepts an ID that is in use, and
// waits for a client that takes nothing for ever.

const subprotocol = "graphql-transport-ws"

// The codes with which the protocol closes a connection.
const (
	closeInvalid      websocket.StatusCode = 4400
	closeUnauthorized websocket.StatusCode = 4401
	closeForbidden    websocket.StatusCode = 4403
	closeSubprotocol  websocket.StatusCode = 4406
	closeInitTimeout  websocket.StatusCode = 4408
	closeExists       websocket.StatusCode = 4409
	closeTooManyInits websocket.StatusCode = 4429
)

// message is one of the protocol's messages.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// socket is one connection.
type socket struct {
	engine *engine
	pace   *access.Pace
	slips  *access.Slips
	conn   *websocket.Conn
	limits StreamLimits
	// ctx ends with the connection.
	ctx    context.Context
	cancel context.CancelFunc
	close  func(code websocket.StatusCode, reason string)
	// heard is when the client sent its last message, in nanoseconds since 1970.
	heard atomic.Int64
	alive *time.Timer
	// acknowledged is set once the client may subscribe.
	acknowledged atomic.Bool
	// client is ctx with who the client is, once that is acknowledged.
	client context.Context

	mu         sync.Mutex
	operations map[string]context.CancelFunc
	running    sync.WaitGroup
}

func wantsSocket(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// serveSocket opens a connection, which then goes on by itself: the goroutine that opened
// it has a large stack, and the request with its headers and buffers, which thousands of
// connections that mostly wait need not keep.
func (h *handler) serveSocket(w http.ResponseWriter, r *http.Request) {
	client := access.Of(r.Context())
	if wrong := h.streams.enter(r.Context(), client); wrong != nil {
		h.refuse(w, r, typeJSON, wrong)
		return
	}
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{
		Subprotocols:       []string{subprotocol},
		InsecureSkipVerify: true, // access.Door checks the origin, by the list that the operator gave
	})
	if err != nil {
		h.streams.leave(client)
		return // Accept has answered
	}
	conn.SetReadLimit(bodyLimit(client))
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.Context()))
	s := &socket{engine: h.engine, pace: h.streams.pace, slips: h.slips, conn: conn, limits: h.engine.options.Streams, ctx: ctx, cancel: cancel, operations: map[string]context.CancelFunc{}}
	var once sync.Once
	s.close = func(code websocket.StatusCode, reason string) {
		once.Do(func() {
			_ = conn.Close(code, reason)
			cancel()
		})
	}
	go func() {
		defer h.streams.leave(client)
		s.live()
	}()
}

// live answers until the connection ends, and ends what still runs then.
func (s *socket) live() {
	defer s.running.Wait()
	defer s.cancel()
	defer func() {
		_ = s.conn.CloseNow()
		if cause := recover(); cause != nil { // no server is around it that would do this
			s.engine.options.Logger.Error("a websocket failed", "error", graph.Discreet(recovered(s.ctx, cause)))
		}
	}()
	if s.conn.Subprotocol() != subprotocol {
		_ = s.conn.Close(closeSubprotocol, "Subprotocol not acceptable")
		return
	}
	defer context.AfterFunc(s.engine.options.Stop, func() { s.close(websocket.StatusGoingAway, "Going away") })()
	s.serve()
}

// serve reads messages until the connection ends.
func (s *socket) serve() {
	unacknowledged := time.AfterFunc(s.limits.InitTimeout, func() { s.close(closeInitTimeout, "Connection initialisation timeout") })
	defer unacknowledged.Stop()
	s.heard.Store(time.Now().UnixNano())
	s.alive = time.AfterFunc(s.limits.KeepAlive, s.keepAlive)
	defer s.alive.Stop()
	for {
		kind, data, err := s.conn.Read(s.ctx)
		if err != nil {
			return
		}
		s.heard.Store(time.Now().UnixNano())
		var m message
		if kind != websocket.MessageText || json.Unmarshal(data, &m) != nil {
			s.close(closeInvalid, "Invalid message")
			return
		}
		if !s.handle(m, unacknowledged) {
			return
		}
	}
}

// handle handles a message, and reports whether the connection goes on.
func (s *socket) handle(m message, unacknowledged *time.Timer) bool {
	switch m.Type {
	case "connection_init":
		if s.acknowledged.Load() {
			s.close(closeTooManyInits, "Too many initialisation requests")
			return false
		}
		unacknowledged.Stop()
		return s.acknowledge(m.Payload)
	case "ping":
		return s.send(message{Type: "pong", Payload: m.Payload}) == nil
	case "pong":
		return true
	case "subscribe":
		return s.subscribe(m)
	case "complete":
		s.mu.Lock()
		defer s.mu.Unlock()
		if cancel := s.operations[m.ID]; cancel != nil {
			cancel()
		}
		return true
	}
	s.close(closeInvalid, "Invalid message type")
	return false
}

// acknowledge lets the client in, as whoever the payload's authorization says.
func (s *socket) acknowledge(payload json.RawMessage) bool {
	var fields map[string]any
	if len(payload) > 0 && json.Unmarshal(payload, &fields) != nil {
		s.close(closeInvalid, "Invalid payload")
		return false
	}
	client, err := access.Login(s.ctx, authorizationIn(fields))
	if err != nil {
		s.close(closeForbidden, "Forbidden")
		return false
	}
	s.conn.SetReadLimit(bodyLimit(access.Of(client)))
	s.client = client
	s.acknowledged.Store(true)
	return s.send(message{Type: "connection_ack"}) == nil
}

// authorizationIn returns what stands in a payload for the header Authorization, in
// whatever case.
func authorizationIn(fields map[string]any) string {
	for name, value := range fields {
		if text, ok := value.(string); ok && strings.EqualFold(name, "authorization") {
			return text
		}
	}
	return ""
}

// subscribe starts an operation, once the client's pace lets it. Meanwhile nothing more is
// read of the connection.
func (s *socket) subscribe(m message) bool {
	if !s.acknowledged.Load() {
		s.close(closeUnauthorized, "Unauthorized")
		return false
	}
	var request Request
	if m.ID == "" || checkJSON(m.Payload) != nil || decode(m.Payload, &request) != nil || checkQuery(request) != nil {
		s.close(closeInvalid, "Invalid subscribe message")
		return false
	}
	if s.pace.Wait(s.ctx, access.Of(s.client), 1) != nil {
		return false
	}
	ctx, cancel := context.WithCancel(s.client)
	s.mu.Lock()
	_, exists := s.operations[m.ID]
	tooMany := len(s.operations) >= s.limits.Operations
	if !exists && !tooMany {
		s.operations[m.ID] = cancel
	}
	s.mu.Unlock()
	switch {
	case exists:
		cancel()
		s.close(closeExists, "Subscriber for "+shortened(m.ID)+" already exists")
		return false
	case tooMany:
		cancel()
		return s.refuse(ctx, m.ID, fault(CodeTooMany, "The connection runs %d operations, as many as it may.", s.limits.Operations)) == nil
	}
	s.running.Go(func() { s.run(ctx, cancel, m.ID, request) })
	return true
}

// shortened returns an ID that fits into the reason of a close frame, of 123 bytes.
func shortened(id string) string {
	const most = 60
	if len(id) > most {
		return strings.ToValidUTF8(id[:most], "") + "…"
	}
	return id
}

// errRefused ends an operation that was answered with an error message.
var errRefused = errors.New("refused")

// run answers an operation to its end.
func (s *socket) run(ctx context.Context, cancel context.CancelFunc, id string, request Request) {
	err := s.engine.stream(ctx, request, nil, func(answer result) error {
		if answer.refused {
			s.slips.Pause(ctx, access.Of(ctx))
			s.forget(id) // the client may use the ID again once it reads this
			if err := s.sendErrors(id, answer.response.Errors); err != nil {
				return err
			}
			return errRefused
		}
		return s.send(message{ID: id, Type: "next", Payload: encode(answer)})
	})
	ended := ctx.Err() != nil // by the client, or with the connection
	cancel()
	if !errors.Is(err, errRefused) {
		s.forget(id)
	}
	if err == nil && !ended {
		_ = s.send(message{ID: id, Type: "complete"}) // a client that is gone can't be told
	}
}

// forget makes room for another operation, of the same ID as well.
func (s *socket) forget(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.operations, id)
}

func (s *socket) refuse(ctx context.Context, id string, err *gqlerror.Error) error {
	s.slips.Pause(s.ctx, access.Of(ctx))
	return s.sendErrors(id, s.engine.refuse(withIncident(ctx), gqlerror.List{err}).response.Errors)
}

func (s *socket) sendErrors(id string, errs gqlerror.List) error {
	payload, err := json.Marshal(errs)
	if err != nil {
		return err
	}
	return s.send(message{ID: id, Type: "error", Payload: payload})
}

// send sends a message. A client that does not take it in time is cut off.
func (s *socket) send(m message) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(s.ctx, s.limits.WriteTimeout)
	defer cancel()
	return s.conn.Write(ctx, websocket.MessageText, data)
}

// keepAlive sends a ping, or ends the connection of a client that is gone.
func (s *socket) keepAlive() {
	if s.ctx.Err() != nil {
		return
	}
	if silent := time.Since(time.Unix(0, s.heard.Load())); silent > 3*s.limits.KeepAlive {
		_ = s.conn.CloseNow()
		return
	}
	if s.acknowledged.Load() {
		if access.Recheck(s.client) != nil {
			s.close(closeForbidden, "Forbidden")
			return
		}
		if s.send(message{Type: "ping"}) != nil {
			return
		}
	}
	s.alive.Reset(s.limits.KeepAlive)
}
