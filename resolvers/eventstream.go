package resolvers

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"

	"dateline/access"
	"dateline/graph"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Server-sent events as the GraphQL over Server-Sent Events Protocol has them, in its mode
// of distinct connections: each request is one operation, and its response a stream of
// next events that ends with complete.

const typeEventStream = "text/event-stream"

// wantsEvents reports whether a client accepts an event stream.
func wantsEvents(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		mediaType, parameters, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(mediaType), typeEventStream) && !strings.Contains(parameters, "q=0,") && strings.TrimSpace(parameters) != "q=0" {
			return true
		}
	}
	return false
}

// serveEvents answers a request with an event stream.
func (h *handler) serveEvents(w http.ResponseWriter, r *http.Request) {
	request, wrong := h.read(w, r)
	if wrong != nil {
		h.refuse(w, r, typeJSON, wrong)
		return
	}
	client := access.Of(r.Context())
	if wrong := h.streams.enter(r.Context(), client); wrong != nil {
		h.refuse(w, r, typeJSON, wrong)
		return
	}
	defer h.streams.leave(client)
	var permit permission
	if r.Method == http.MethodGet {
		permit = noMutations
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(h.engine.options.Stop, cancel)()
	stream := newEventStream(ctx, w, h.engine.options.Streams, cancel)
	defer stream.end()
	next := func(answer result) error {
		if answer.refused {
			h.slips.Pause(ctx, client)
		}
		return stream.next(answer)
	}
	if err := h.engine.stream(ctx, request, permit, next); err == nil || h.engine.options.Stop.Err() != nil {
		_ = stream.write("event: complete\ndata: \n\n") // a client that is gone can't be told
	}
}

func noMutations(operation *ast.OperationDefinition) *gqlerror.Error {
	if operation.Operation != ast.Mutation {
		return nil
	}
	return fault(CodeMethod, "GET is for queries and subscriptions; send a mutation by POST.")
}

// eventStream writes events to one client, and comments while there are none.
type eventStream struct {
	mu       sync.Mutex
	w        http.ResponseWriter
	control  *http.ResponseController
	limits   StreamLimits
	ctx      context.Context    // that of the request
	cancel   context.CancelFunc // ends the request
	idle     *time.Timer
	finished bool
}

func newEventStream(ctx context.Context, w http.ResponseWriter, limits StreamLimits, cancel context.CancelFunc) *eventStream {
	header := w.Header()
	header.Set("Content-Type", typeEventStream+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Accel-Buffering", "no") // nginx would hold events back
	header.Set("X-Content-Type-Options", "nosniff")
	s := &eventStream{w: w, control: http.NewResponseController(w), limits: limits, ctx: ctx, cancel: cancel}
	_ = s.control.SetReadDeadline(time.Time{}) // the server's is for the request, which is read
	s.idle = time.AfterFunc(limits.KeepAlive, s.comment)
	_ = s.write(":\n\n")
	return s
}

// next sends one answer.
func (s *eventStream) next(answer result) error {
	return s.write("event: next\ndata: " + string(encode(answer)) + "\n\n") // JSON has no line breaks
}

// comment shows proxies and the client that the stream is alive, and finds out whether the
// client is. It ends the stream of one whose key no longer holds.
func (s *eventStream) comment() {
	if access.Recheck(s.ctx) != nil {
		s.cancel()
		return
	}
	_ = s.write(":\n\n")
}

// write sends text at once. A client that does not take it in time is cut off.
func (s *eventStream) write(text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.finished {
		return graph.ErrUnavailable
	}
	_ = s.control.SetWriteDeadline(time.Now().Add(s.limits.WriteTimeout))
	_, err := s.w.Write([]byte(text))
	if err == nil {
		err = s.control.Flush()
	}
	if err != nil {
		s.finished = true
		s.cancel()
		return err
	}
	s.idle.Reset(s.limits.KeepAlive)
	return nil
}

// end makes sure that nothing is written after the handler has returned.
func (s *eventStream) end() {
	s.idle.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.finished = true
}
