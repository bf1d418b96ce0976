package reconcile

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"time"
	"unicode/utf8"

	"dateline/graph"
)

// Store is what the service reads.
type Store interface {
	graph.EntityReader
	graph.NodeReader
}

// Bounds of a request.
const (
	maxBody    = 1 << 20
	maxQueries = 50
	maxName    = 500 // code points
	timeout    = 10 * time.Second
)

type handler struct {
	store Store
	path  string
}

// NewHandler serves the API at a path, such as /reconcile, and below it.
func NewHandler(store Store, path string) http.Handler {
	h := &handler{store, path}
	mux := http.NewServeMux()
	mux.HandleFunc(path, h.reconcile)
	mux.HandleFunc("GET "+path+"/suggest/entity", h.suggest)
	mux.HandleFunc("GET "+path+"/preview", h.preview)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), timeout)
		defer cancel()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, r)
	})
}

// reconcile answers a batch of queries, or with the manifest if there is none.
func (h *handler) reconcile(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		w.Header().Set("Allow", "GET, POST")
		refuse(w, http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "Use GET or POST.")
		return
	}
	if err := r.ParseForm(); err != nil {
		refuse(w, http.StatusBadRequest, "BAD_REQUEST", "The form cannot be read, or has more than 1 MB.")
		return
	}
	text := r.Form.Get("queries")
	if text == "" {
		write(w, http.StatusOK, manifestAt(addressOf(r, h.path)))
		return
	}
	var queries map[string]query
	if err := json.Unmarshal([]byte(text), &queries); err != nil {
		refuse(w, http.StatusBadRequest, "BAD_REQUEST", `queries is not a JSON object of queries, such as {"q0": {"query": "Emmanuel Macron", "type": "person"}}.`)
		return
	}
	if len(queries) > maxQueries {
		refuse(w, http.StatusRequestEntityTooLarge, "TOO_LARGE", "There are more than 50 queries; send fewer at once.")
		return
	}
	answers := make(map[string]map[string][]candidate, len(queries))
	for key, q := range queries {
		candidates, err := h.answerChecked(r.Context(), q)
		if err != nil {
			fail(w, r, err)
			return
		}
		answers[key] = map[string][]candidate{"result": candidates}
	}
	write(w, http.StatusOK, answers)
}

func (h *handler) answerChecked(ctx context.Context, q query) ([]candidate, error) {
	if utf8.RuneCountInString(q.Query) > maxName {
		return []candidate{}, nil // which nothing is called
	}
	candidates, err := h.answer(ctx, q)
	if candidates == nil {
		candidates = []candidate{}
	}
	return candidates, err
}

// suggestion is an entity whose name begins like what was typed.
type suggestion struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Notable     []kind `json:"notable"`
}

// suggest answers what a person who types may mean.
func (h *handler) suggest(w http.ResponseWriter, r *http.Request) {
	prefix := r.URL.Query().Get("prefix")
	candidates, err := h.answerChecked(r.Context(), query{Query: prefix, Limit: 20})
	if err != nil {
		fail(w, r, err)
		return
	}
	suggestions := make([]suggestion, len(candidates))
	for i, c := range candidates {
		suggestions[i] = suggestion{c.ID, c.Name, c.Description, c.Type}
	}
	write(w, http.StatusOK, map[string][]suggestion{"result": suggestions})
}

var previewPage = template.Must(template.New("preview").Parse(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Name}}</title>
<style>body{font:14px/1.4 sans-serif;margin:8px;color:#222}h1{font-size:16px;margin:0 0 4px}p{margin:0 0 4px}</style></head>
<body><h1>{{.Name}}</h1><p>{{(index .Type 0).Name}}{{with .Description}}; {{.}}{{end}}</p><p><code>{{.ID}}</code></p></body></html>
`))

// preview shows an entity in a few lines of HTML.
func (h *handler) preview(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	nodes, err := h.store.Nodes(r.Context(), []string{id})
	if err != nil {
		fail(w, r, err)
		return
	}
	entity, ok := nodes[0].(graph.Entity)
	if !ok {
		refuse(w, http.StatusNotFound, string(graph.CodeNotFound), "No person, organization or place has this ID.")
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	if err := previewPage.Execute(w, candidateOf(entity)); err != nil {
		slog.WarnContext(r.Context(), "preview not sent", "error", graph.Discreet(err))
	}
}

// write sends JSON.
func write(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		panic("encode an answer: " + err.Error()) // plain values: cannot fail
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone can't be told
}

// problem is an error as clients see it.
type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func refuse(w http.ResponseWriter, status int, code, message string) {
	write(w, status, map[string]problem{"error": {code, message}})
}

// fail answers with an error of the store.
func fail(w http.ResponseWriter, r *http.Request, err error) {
	advice := graph.AdviceFor(err)
	status := http.StatusServiceUnavailable
	switch {
	case errors.Is(err, graph.ErrInvalid):
		status = http.StatusBadRequest
	case advice.Code == graph.CodeInternal:
		status = http.StatusInternalServerError
	}
	if !errors.Is(err, context.Canceled) {
		slog.ErrorContext(r.Context(), "reconciliation failed", "error", graph.Discreet(err))
	}
	refuse(w, status, string(advice.Code), advice.Hint)
}
