package resolvers

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The media types of GraphQL over HTTP.
const (
	typeJSON    = "application/json"
	typeGraphQL = "application/graphql-response+json"
)

// NewHandler serves the API over HTTP as the GraphQL-over-HTTP specification has
// it, on POST with a JSON body and, for queries, on GET. It asks for the JSON
// content type, which browsers do not send to other sites without asking, and so
// needs no other guard against forged requests. It does not look at the path.
func NewHandler(store graph.Reader, options Options) http.Handler {
	return &handler{newEngine(store, options)}
}

type handler struct {
	engine *engine
}

// httpFault is a request that is refused before it is a query.
type httpFault struct {
	status int
	err    *gqlerror.Error
}

func newHTTPFault(status int, code graph.Code, format string, args ...any) *httpFault {
	return &httpFault{status, fault(code, format, args...)}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	mediaType, ok := accepted(r.Header.Get("Accept"))
	if !ok {
		h.refuse(w, r, typeJSON, newHTTPFault(http.StatusNotAcceptable, CodeAccept, "Cannot answer as %.80q.", r.Header.Get("Accept")))
		return
	}
	request, wrong := read(w, r)
	if wrong != nil {
		h.refuse(w, r, mediaType, wrong)
		return
	}
	var permit func(*ast.OperationDefinition) *gqlerror.Error
	if r.Method == http.MethodGet {
		permit = queriesOnly
	}
	answer := h.engine.run(r.Context(), request, permit)
	write(w, mediaType, statusOf(answer, mediaType), answer)
}

func (h *handler) refuse(w http.ResponseWriter, r *http.Request, mediaType string, wrong *httpFault) {
	if wrong.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, POST")
	}
	write(w, mediaType, wrong.status, h.engine.refuse(withIncident(r.Context()), gqlerror.List{wrong.err}))
}

func queriesOnly(operation *ast.OperationDefinition) *gqlerror.Error {
	if operation.Operation == ast.Query {
		return nil
	}
	return fault(CodeMethod, "GET is for queries; send a %s by POST.", operation.Operation)
}

// statusOf is 200 for what was executed. A query that was refused is 200 too in
// application/json, whose clients read a failure of any other status as one of
// the network, and 400 in the media type of GraphQL's own.
func statusOf(answer result, mediaType string) int {
	if !answer.refused {
		return http.StatusOK
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
func read(w http.ResponseWriter, r *http.Request) (Request, *httpFault) {
	switch r.Method {
	case http.MethodGet:
		return readQuery(r)
	case http.MethodPost:
		return readBody(w, r)
	}
	return Request{}, newHTTPFault(http.StatusMethodNotAllowed, CodeMethod, "The method %.20s is not taken here.", r.Method)
}

func readQuery(r *http.Request) (Request, *httpFault) {
	values := r.URL.Query()
	request := Request{Query: values.Get("query"), OperationName: values.Get("operationName")}
	var wrong *httpFault
	if request.Variables, wrong = readObject(values, "variables"); wrong != nil {
		return request, wrong
	}
	// No extensions are known, but what is sent as such has to be an object.
	if _, wrong = readObject(values, "extensions"); wrong != nil {
		return request, wrong
	}
	return request, checkQuery(request)
}

func readObject(values url.Values, name string) (object map[string]any, wrong *httpFault) {
	text := values.Get(name)
	if text == "" {
		return nil, nil
	}
	if err := decode(strings.NewReader(text), &object); err != nil {
		return nil, newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The parameter %s is no JSON object: %s.", name, err)
	}
	return object, nil
}

func readBody(w http.ResponseWriter, r *http.Request) (Request, *httpFault) {
	var request struct {
		Request
		Extensions map[string]any `json:"extensions"` // as in readQuery
	}
	contentType, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if charset := parameters["charset"]; err != nil || contentType != typeJSON || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return Request{}, newHTTPFault(http.StatusUnsupportedMediaType, CodeContentType, "The content type %.80q is not taken.", r.Header.Get("Content-Type"))
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return Request{}, newHTTPFault(http.StatusRequestEntityTooLarge, CodeTooLarge, "The request has more than %d bytes.", maxBody)
	}
	if err != nil {
		return Request{}, newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The request broke off.")
	}
	if err := decode(bytes.NewReader(body), &request); err != nil {
		return Request{}, newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The request is no JSON object with a query: %s.", err)
	}
	return request.Request, checkQuery(request.Request)
}

func checkQuery(request Request) *httpFault {
	if strings.TrimSpace(request.Query) == "" {
		return newHTTPFault(http.StatusBadRequest, CodeBadRequest, "The query is missing.")
	}
	return nil
}

// decode reads one JSON value and nothing after it, numbers as they are written.
func decode(r io.Reader, into any) error {
	decoder := json.NewDecoder(r)
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if decoder.More() {
		return errors.New("more than one value")
	}
	return nil
}

// accepted picks the media type to answer in: of those that the header names with
// a weight above 0, the first that is ours; application/json where it takes
// anything.
func accepted(header string) (string, bool) {
	if strings.TrimSpace(header) == "" {
		return typeJSON, true
	}
	for part := range strings.SplitSeq(header, ",") {
		mediaType, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		if weight, err := strconv.ParseFloat(parameters["q"], 64); err == nil && weight == 0 {
			continue
		}
		switch mediaType {
		case typeJSON, typeGraphQL:
			return mediaType, true
		case "*/*", "application/*":
			return typeJSON, true
		}
	}
	return "", false
}

// write sends an answer.
func write(w http.ResponseWriter, mediaType string, status int, answer result) {
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	w.Header().Set("Vary", "Accept")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	body := encode(answer)
	w.Header().Set("Content-Length", strconv.Itoa(len(body))) // else it goes in chunks
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone can't be told
}

// encode writes an answer as JSON; one that was refused has no data at all, not
// even null. An answer without errors is its data, which are JSON already and
// would only be read and copied by an encoder.
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
