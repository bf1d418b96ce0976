package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"dateline/graph"
)

// HandlerOptions of exports over HTTP. The zero value suits a server.
type HandlerOptions struct {
	// Logger receives internal errors; slog.Default() if nil.
	Logger *slog.Logger
	// PageTimeout is how long the store may take for one page, and the client to take it;
	// 10 s if 0. A whole export may take any time.
	PageTimeout time.Duration
	// MaxConcurrent is how many exports may run at once; 4 if 0. Others are refused, to
	// come again.
	MaxConcurrent int
}

// NewHandler answers GET and HEAD with an export: the arguments of ParseQuery, format and
// title. It needs no protection against forged requests, since it only reads, and ignores
// the path. An error before the first row is JSON in the form of the GraphQL API; a later
// one breaks the connection off, so that no client takes a part for the whole.
func NewHandler(store Reader, options HandlerOptions) http.Handler {
	if options.Logger == nil {
		options.Logger = slog.Default()
	}
	if options.PageTimeout == 0 {
		options.PageTimeout = 10 * time.Second
	}
	if options.MaxConcurrent == 0 {
		options.MaxConcurrent = 4
	}
	return &handler{store, options, make(chan struct{}, options.MaxConcurrent)}
}

type handler struct {
	store   Reader
	options HandlerOptions
	running chan struct{} // a token for each export that runs
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		h.refuse(w, http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "Exports are read by GET.", "Use GET.")
		return
	}
	query, format, err := parseRequest(r)
	if err != nil {
		h.fail(w, r, err)
		return
	}
	select {
	case h.running <- struct{}{}:
		defer func() { <-h.running }()
	default:
		w.Header().Set("Retry-After", "10")
		h.refuse(w, http.StatusServiceUnavailable, "TOO_MANY_EXPORTS", fmt.Sprintf("%d exports are running.", cap(h.running)), "Try again in some seconds.")
		return
	}
	h.export(w, r, query, format)
}

func parseRequest(r *http.Request) (Query, Format, error) {
	values := r.URL.Query()
	name := values.Get("format")
	if name == "" {
		name = formats[0].Name
	}
	format, err := FormatOf(name)
	if err != nil {
		return Query{}, Format{}, err
	}
	query, err := ParseQuery(values)
	if err == nil && !format.Takes(query.Of) {
		err = fmt.Errorf("%w: the format %s has no form for %s", graph.ErrInvalid, format.Name, query.Of)
	}
	return query, format, err
}

func (h *handler) export(w http.ResponseWriter, r *http.Request, query Query, format Format) {
	header := w.Header()
	header.Set("Content-Type", format.MediaType)
	header.Set("Content-Disposition", `attachment; filename="dateline-`+string(query.Of)+format.Extension+`"`)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	connection := http.NewResponseController(w)
	sent := &counter{ResponseWriter: w}
	_, err := Run(r.Context(), h.store, query, format, sent, Options{
		Title: r.URL.Query().Get("title"), Now: time.Now(), PageTimeout: h.options.PageTimeout,
		BeforePage: func() {
			// The page has to be read and sent; not every ResponseWriter has deadlines.
			_ = connection.SetWriteDeadline(time.Now().Add(2 * h.options.PageTimeout))
		},
	})
	switch {
	case err == nil:
	case sent.bytes == 0:
		header.Del("Content-Disposition")
		h.fail(w, r, err)
	default:
		if r.Context().Err() == nil {
			h.options.Logger.ErrorContext(r.Context(), "an export broke off", "format", format.Name, "error", graph.Discreet(err))
		}
		panic(http.ErrAbortHandler)
	}
}

// counter counts what was sent.
type counter struct {
	http.ResponseWriter
	bytes int
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.ResponseWriter.Write(p)
	c.bytes += n
	return n, err
}

var statusOf = map[graph.Code]int{
	graph.CodeNotFound:    http.StatusNotFound,
	graph.CodeInvalid:     http.StatusBadRequest,
	graph.CodeBadCursor:   http.StatusBadRequest,
	graph.CodeTimeout:     http.StatusGatewayTimeout,
	graph.CodeUnavailable: http.StatusServiceUnavailable,
}

// fail answers with an error. Only those that the user caused are told in full.
func (h *handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // the client is gone
	}
	advice := graph.AdviceFor(err)
	status, known := statusOf[advice.Code]
	if !known {
		status = http.StatusInternalServerError
	}
	message := "The store cannot answer."
	if errors.Is(err, graph.ErrInvalid) && !errors.Is(err, graph.ErrCorrupt) {
		_, message, _ = strings.Cut(err.Error(), graph.ErrInvalid.Error()+": ")
	} else {
		h.options.Logger.ErrorContext(r.Context(), "an export failed", "error", graph.Discreet(err))
	}
	h.refuse(w, status, string(advice.Code), message, advice.Hint)
}

// refuse answers in the form of the GraphQL API.
func (h *handler) refuse(w http.ResponseWriter, status int, code, message, hint string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	type extensions struct {
		Code string `json:"code"`
		Hint string `json:"hint"`
	}
	type fault struct {
		Message    string     `json:"message"`
		Extensions extensions `json:"extensions"`
	}
	_ = json.NewEncoder(w).Encode(map[string][]fault{"errors": {{message, extensions{code, hint}}}}) // the client may be gone
}
