package observe

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
)

const secret = "Solheim"

// served starts a server that asks the store for the name in its URL, and returns what it
// logs.
func served(t *testing.T, access AccessLog) (o *Observer, url string, log *bytes.Buffer) {
	t.Helper()
	log = &bytes.Buffer{}
	o = New(slog.New(slog.NewJSONHandler(log, nil)), access, "test")
	store := o.Store(graphtest.NewMemory())
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ask/{name}", func(w http.ResponseWriter, r *http.Request) {
		_, err := store.Entity(r.Context(), graph.EntityRef{Name: r.PathValue("name")})
		http.Error(w, err.Error(), http.StatusNotFound)
	})
	mux.HandleFunc("/break", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/stream", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "first")
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
	})
	server := httptest.NewServer(o.Handler(mux))
	t.Cleanup(server.Close)
	return o, server.URL, log
}

func metrics(t *testing.T, o *Observer) string {
	t.Helper()
	answer := httptest.NewRecorder()
	o.Metrics().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return answer.Body.String()
}

func get(t *testing.T, method, url string) {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(secret))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+secret)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return // it was broken off
	}
	_, _ = io.Copy(io.Discard, response.Body)
	response.Body.Close()
}

// Neither metrics nor the plain log hold what was asked; both count every request.
func TestNothingOfARequestIsKept(t *testing.T) {
	o, url, log := served(t, AccessPlain)
	get(t, http.MethodGet, url+"/ask/"+secret+"?q="+secret)
	get(t, http.MethodGet, url+"/"+secret)
	get(t, secret, url+"/break")
	get(t, http.MethodPost, url+"/stream?"+secret)
	text := metrics(t, o)
	for _, want := range []string{
		`dateline_http_requests_total{method="GET",route="/ask/{name}",status="404"} 1`,
		`dateline_http_requests_total{method="GET",route="other",status="404"} 1`,
		`dateline_http_requests_total{method="other",route="/break",status="broken off"} 1`,
		`dateline_http_requests_total{method="POST",route="/stream",status="200"} 1`,
		`dateline_store_errors_total{call="Entity",code="NOT_FOUND"} 1`,
		`dateline_store_call_duration_seconds_count{call="Entity"} 1`,
		`dateline_http_requests_in_flight 0`,
		`dateline_build_info{version="test"} 1`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if got := strings.Count(log.String(), `"msg":"request"`); got != 4 {
		t.Errorf("%d lines in the log:\n%s", got, log)
	}
	if strings.Contains(text, secret) || strings.Contains(log.String(), secret) {
		t.Errorf("%q got out:\n%s", secret, log)
	}
}

func TestAccessLogForms(t *testing.T) {
	_, url, log := served(t, AccessOff)
	get(t, http.MethodGet, url+"/ask/"+secret)
	if log.Len() > 0 {
		t.Errorf("off logs %s", log)
	}
	_, url, log = served(t, AccessFull)
	get(t, http.MethodGet, url+"/ask/"+secret)
	if !strings.Contains(log.String(), `"url":"/ask/`+secret) || strings.Contains(log.String(), "Bearer") {
		t.Errorf("full logs %s", log)
	}
}

// Traces go to the collector that the environment names, and to none otherwise. They hold
// no names, which the bytes that are sent show.
func TestTraces(t *testing.T) {
	var mu sync.Mutex
	var sent bytes.Buffer
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		_, _ = io.Copy(&sent, r.Body)
	}))
	defer collector.Close()
	stop, err := StartTraces(t.Context())
	if err != nil || stop(t.Context()) != nil {
		t.Fatal("without a collector: ", err)
	}
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	if stop, err = StartTraces(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, url, _ := served(t, AccessOff)
	get(t, http.MethodGet, url+"/ask/"+secret+"?q="+secret)
	if err := stop(context.Background()); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	text := sent.String()
	for _, want := range []string{"dateline", "GET /ask/{name}", "store Entity", "NOT_FOUND"} {
		if !strings.Contains(text, want) {
			t.Errorf("the traces lack %q", want)
		}
	}
	if strings.Contains(text, secret) {
		t.Error("the traces hold what was asked for")
	}
}

// The observed store behaves as the one below it.
func TestStoreIsAStore(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole suite of stores takes a while")
	}
	graphtest.Run(t, func(*testing.T) graph.Store {
		return New(slog.New(slog.DiscardHandler), AccessOff, "test").Store(graphtest.NewMemory())
	})
}

func TestErrorsPass(t *testing.T) {
	store := New(slog.New(slog.DiscardHandler), AccessOff, "test").Store(graphtest.NewMemory())
	if _, err := store.Entity(t.Context(), graph.EntityRef{Name: "nobody"}); !errors.Is(err, graph.ErrNotFound) {
		t.Error(err)
	}
}
