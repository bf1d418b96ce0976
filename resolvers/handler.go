package resolvers

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline/access"
	"dateline/envelope"
	"dateline/graph"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The media types of GraphQL over HTTP.
const (
	typeJSON    = "application/json"
	typeGraphQL = "application/graphql-response+json"
)

// NewHandler serves the API as the GraphQL-over-HTTP specification says, on POST with a
// JSON body and, for queries, on GET. It requires the content type application/json, which
// browsers do not send to another site unless that site allows it, so it needs no other
// protection against forged requests. It ignores the path. Who sends a request is what
// access.Of says of its context; nobody may ask for nothing.
//
// It also serves subscriptions, and any other operation, over WebSockets with the
// subprotocol graphql-transport-ws, and as server-sent events to those who accept
// text/event-stream. Those end with Options.Stop.
//
// gqlgen's own transports are not used: they answer whatever the client accepts, give
// errors without a code or a hint and with the whole body in them, use statuses that the
// specification does not have for application/json, and parse a query before its shape
// could be checked.
func NewHandler(store graph.Reader, options Options) http.Handler {
	engine := newEngine(store, options)
	return &handler{engine, newStreams(engine.options.Streams.Connections), access.NewSlips()}
}

type handler struct {
	engine  *engine
	streams *streams
	slips   *access.Slips
}

// httpFault is an error in a request that has not yet been read as a query.
type httpFault struct {
	status int
	err    *gqlerror.Error
}

func newHTTPFault(status int, code graph.Code, format string, args ...any) *httpFault {
	return &httpFault{status, fault(code, format, args...)}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case wantsSocket(r):
		h.serveSocket(w, r)
	case wantsEvents(r):
		h.serveEvents(w, r)
	default:
		h.serveOnce(w, r)
	}
}

// serveOnce answers a request that has one answer.
func (h *handler) serveOnce(w http.ResponseWriter, r *http.Request) {
	mediaType, ok := accepted(r.Header.Get("Accept"))
	if !ok {
		h.refuse(w, r, typeJSON, newHTTPFault(http.StatusNotAcceptable, CodeAccept, "Cannot respond with %.80q.", r.Header.Get("Accept")))
		return
	}
	request, wrong := h.read(w, r)
	if wrong != nil {
		h.refuse(w, r, mediaType, wrong)
		return
	}
	var permit func(*ast.OperationDefinition) *gqlerror.Error
	if r.Method == http.MethodGet {
		permit = queriesOnly
	}
	answer := h.engine.run(r.Context(), request, permit)
	if refusal := refusalOf(answer); refusal != nil {
		refusal.Pause(r.Context())
		refusal.SetHeaders(w.Header())
	} else if answer.refused {
		h.slips.Pause(r.Context(), access.Of(r.Context()))
	}
	write(w, r, mediaType, statusOf(answer, mediaType), answer)
}

func (h *handler) refuse(w http.ResponseWriter, r *http.Request, mediaType string, wrong *httpFault) {
	if wrong.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, POST")
	}
	h.slips.Pause(r.Context(), access.Of(r.Context()))
	write(w, r, mediaType, wrong.status, h.engine.refuse(withIncident(r.Context()), gqlerror.List{wrong.err}))
}

func queriesOnly(operation *ast.OperationDefinition) *gqlerror.Error {
	if operation.Operation == ast.Query {
		return nil
	}
	return fault(CodeMethod, "GET is for queries; send a %s by POST.", operation.Operation)
}

// refusalOf returns why a client was not let in, nil if it was.
func refusalOf(answer result) *access.Refusal {
	var refusal *access.Refusal
	if answer.refused && errors.As(answer.response.Errors[0].Err, &refusal) {
		return refusal
	}
	return nil
}

// statusOf returns 200 for an operation that was executed. One that was refused is 400, but
// 200 in application/json, whose clients take any other status for a failure of the
// network. Who lacks the right to ask is told so in any case.
func statusOf(answer result, mediaType string) int {
	if !answer.refused {
		return http.StatusOK
	}
	if refusal := refusalOf(answer); refusal != nil {
		return refusal.Status
	}
	switch answer.response.Errors[0].Extensions["code"] {
	case string(CodeMethod):
		return http.StatusMethodNotAllowed
	case string(graph.CodeInternal):
		return http.StatusInternalServerError
	}
	if mediaType == typeJSON {
		return http.StatusOK
	}
	return http.StatusBadRequest
}

// read reads a request of either method.
func (h *handler) read(w http.ResponseWriter, r *http.Request) (Request, *httpFault) {
	switch r.Method {
	case http.MethodGet:
		return readQuery(r)
	case http.MethodPost:
		return h.readBody(w, r)
	}
	return Request{}, newHTTPFault(http.StatusMethodNotAllowed, CodeMethod, "The method %.20s is not allowed.", r.Method)
}

func readQuery(r *http.Request) (Request, *httpFault) {
	values := r.URL.Query()
	request := Request{Query: values.Get("query"), OperationName: values.Get("operationName"), DocumentID: values.Get("documentId")}
	var wrong *httpFault
	if request.Variables, wrong = readObject(values, "variables"); wrong != nil {
		return request, wrong
	}
	if request.Extensions, wrong = readObject(values, "extensions"); wrong != nil {
		return request, wrong
	}
	return request, checkQuery(request)
}

func readObject(values url.Values, name string) (object map[string]any, wrong *httpFault) {
	text := values.Get(name)
	if text == "" {
		return nil, nil
	}
	if wrong := checkJSON([]byte(text)); wrong != nil {
		return nil, wrong
	}
	if err := decode([]byte(text), &object); err != nil {
		return nil, newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The parameter %s is not a JSON object, such as {\"first\": 10}.", name)
	}
	return object, nil
}

func (h *handler) readBody(w http.ResponseWriter, r *http.Request) (Request, *httpFault) {
	var request Request
	contentType, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if charset := parameters["charset"]; err != nil || contentType != typeJSON || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return Request{}, newHTTPFault(http.StatusUnsupportedMediaType, CodeContentType, "The content type %.80q is not supported.", r.Header.Get("Content-Type"))
	}
	most := bodyLimit(access.Of(r.Context()))
	var tooLarge *http.MaxBytesError
	body := []byte(nil)
	if r.ContentLength <= most {
		body, err = io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	}
	if r.ContentLength > most || errors.As(err, &tooLarge) {
		return Request{}, newHTTPFault(http.StatusRequestEntityTooLarge, CodeTooLarge, "The request has more than %d bytes.", most)
	}
	if err != nil {
		return Request{}, newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The request ended early.")
	}
	if len(body) > quicklyDecoded {
		leave, err := h.engine.options.Gate.Enter(r.Context(), access.Turn{Client: access.Of(r.Context()).ID, Shape: "decode"})
		if err != nil {
			return Request{}, &httpFault{http.StatusServiceUnavailable, turnedAway(err)}
		}
		defer leave()
	}
	if wrong := checkJSON(body); wrong != nil {
		return Request{}, wrong
	}
	if err := decode(body, &request); err != nil {
		return Request{}, jsonFault(body, err)
	}
	return request, checkQuery(request)
}

func checkQuery(request Request) *httpFault {
	known := request.DocumentID != "" || request.Extensions["persistedQuery"] != nil
	if strings.TrimSpace(request.Query) == "" && !known {
		return newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The query is missing. Send an object such as %s, or ?query=… by GET.", requestShape)
	}
	return nil
}

// accepted returns the media type to answer in: of those of ours that the header accepts,
// the one with the greater weight; of two with the same weight, the one that it names
// first; and application/json if it names neither. The more exact of two ranges that
// include a type has its weight (RFC 9110, 12.5.1).
func accepted(header string) (string, bool) {
	if strings.TrimSpace(header) == "" {
		return typeJSON, true
	}
	best, found := preference{}, false
	for _, ours := range []string{typeJSON, typeGraphQL} {
		p, ok := preferenceFor(header, ours)
		if ok && (!found || p.before(best)) {
			best, found = p, true
		}
	}
	return best.mediaType, found
}

// preference is what a header Accept says of a media type.
type preference struct {
	mediaType string
	exactness int // 3 for its name, 2 for application/*, 1 for */*
	weight    float64
	place     int // of the range in the header
}

func (p preference) before(other preference) bool {
	switch {
	case p.weight != other.weight:
		return p.weight > other.weight
	case p.exactness == 3 && other.exactness == 3:
		return p.place < other.place
	}
	return p.exactness > other.exactness
}

func preferenceFor(header, mediaType string) (p preference, ok bool) {
	ranges := map[string]int{mediaType: 3, "application/*": 2, "*/*": 1}
	p.mediaType = mediaType
	place := 0
	for part := range strings.SplitSeq(header, ",") {
		place++
		name, parameters, err := mime.ParseMediaType(part)
		if err != nil || ranges[name] <= p.exactness {
			continue
		}
		weight := 1.0
		if q, given := parameters["q"]; given {
			if weight, err = strconv.ParseFloat(q, 64); err != nil || weight < 0 || weight > 1 {
				continue // not a weight
			}
		}
		p.exactness, p.weight, p.place = ranges[name], weight, place
	}
	return p, p.exactness > 0 && p.weight > 0
}

// write sends an answer. A client that has the answer to its GET already is told so.
func write(w http.ResponseWriter, r *http.Request, mediaType string, status int, answer result) {
	header := w.Header()
	header.Set("Content-Type", mediaType+"; charset=utf-8")
	header.Add("Vary", "Accept")
	header.Set("X-Content-Type-Options", "nosniff")
	body := encode(answer)
	if r.Method == http.MethodGet && status == http.StatusOK && len(answer.response.Errors) == 0 {
		tag := envelope.Tag(body)
		header.Add("Vary", "Authorization")
		header.Set("Cache-Control", "private, no-cache") // to be kept, and asked for again by its tag
		header.Set("ETag", tag)
		if envelope.Unchanged(r, tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	} else {
		header.Set("Cache-Control", "no-store")
	}
	header.Set("Content-Length", strconv.Itoa(len(body))) // else net/http sends it in chunks
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone can't be told
}

// encode returns an answer as JSON. One that was refused has no data, not even null. The
// data of an answer without errors is JSON already, which an encoder would only read and
// copy.
func encode(answer result) []byte {
	r := answer.response
	if !answer.refused && len(r.Errors) == 0 && len(r.Extensions) == 0 {
		return slices.Concat([]byte(`{"data":`), r.Data, []byte(`}`))
	}
	var shown any = r
	if answer.refused {
		shown = struct {
			Errors gqlerror.List `json:"errors"`
		}{r.Errors}
	}
	body, err := json.Marshal(shown)
	if err != nil {
		panic("encode a response: " + err.Error()) // made of JSON: cannot fail
	}
	return body
}
