package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/export"
)

// TestServeIsObserved asks a server for a name: metrics and the access log count the
// requests, and neither has the name, a quote or a key.
func TestServeIsObserved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	loadProcess(t, "samples", path, 0)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var printed output
	app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &printed, Now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- app.Run(ctx, []string{"serve", "--store", "sqlite:" + path, "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--access-log", "plain"})
	}()
	addresses := regexp.MustCompile(`http://127\.0\.0\.1:\d+/(metrics|graphql)`)
	var found []string
	for len(found) < 2 {
		select {
		case code := <-ended:
			t.Fatalf("the server ended with code %d:\n%s", code, printed.String())
		case <-time.After(10 * time.Millisecond):
			found = addresses.FindAllString(printed.String(), 2)
		}
	}
	base := strings.TrimSuffix(found[1], "/graphql")
	query := `{contacts(who:{name:"Solheim"}){nodes{reports{nodes{quote}}}}}`
	for _, address := range []string{"/graphql?query=" + url.QueryEscape(query), "/export?format=csv&who=Solheim", "/Solheim"} {
		request, err := http.NewRequest(http.MethodGet, base+address, nil)
		must(t, err)
		request.Header.Set("Referer", "http://127.0.0.1/Solheim")
		response, err := http.DefaultClient.Do(request)
		must(t, err)
		_, err = io.Copy(io.Discard, response.Body)
		must(t, err)
		response.Body.Close()
	}
	metrics := get(t, found[0])
	stop()
	if code := <-ended; code != exitOK {
		t.Errorf("exit code %d:\n%s", code, printed.String())
	}
	log := printed.String()
	for _, want := range []string{`route="/graphql",status="200"} 1`, `route="/export",status="200"} 1`, `dateline_store_call_duration_seconds_count{call="Events"} 2`} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics lack %s:\n%s", want, metrics)
		}
	}
	if strings.Count(log, `"msg":"request"`) != 3 || !strings.Contains(log, `"request":"`) {
		t.Errorf("the log is\n%s", log)
	}
	for _, secret := range []string{"Solheim", "Jonsson", "Torshavn"} {
		if strings.Contains(metrics, secret) || strings.Contains(log, secret) {
			t.Errorf("%s got out:\n%s\n%s", secret, log, metrics)
		}
	}
}

// canaries are what nothing that watches a server may hear of: what an article says, and
// what somebody asks for.
var canaries = []string{"Canaryson", "Canarybay", "canaryword"}

// TestWatchersHearNoNames sends names and words of articles through every door of a server
// that logs, counts and traces all it can, and through its errors: they are in no line, no
// metric and no span.
func TestWatchersHearNoNames(t *testing.T) {
	folder := t.TempDir()
	path, article := filepath.Join(folder, "news.db"), filepath.Join(folder, "canary.txt")
	must(t, os.WriteFile(article, []byte("Envoy calls minister\n\n12 March 2024\n\nIngrid Canaryson called Einar Jonsson on Monday about the canaryword of Canarybay, the ministry said.\n"), 0o600))
	loadProcess(t, article, path, 0)
	var mu sync.Mutex
	var spans bytes.Buffer
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		_, _ = io.Copy(&spans, r.Body)
	}))
	t.Cleanup(collector.Close)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	ctx, stop := context.WithCancel(context.Background())
	var printed output
	app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &printed, Now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- app.Run(ctx, []string{"serve", "--log-level", "debug", "--store", "sqlite:" + path, "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--access-log", "plain"})
	}()
	listening(t, &printed, ended)
	base := regexp.MustCompile(`answers at (http://127\.0\.0\.1:\d+)`).FindStringSubmatch(printed.String())[1]
	sendCanaries(t, base)
	change("UPDATE events SET edtf = 'Canarybay', summary = 'Canaryson'; UPDATE reports SET about = '[{canaryword'; UPDATE articles SET source = 'canaryword'")(t, path)
	sendCanaries(t, base) // now every answer about it is an error
	metrics := get(t, regexp.MustCompile(`http://127\.0\.0\.1:\d+/metrics`).FindString(printed.String()))
	stop()
	if code := <-ended; code != exitOK {
		t.Errorf("exit code %d", code)
	}
	mu.Lock()
	defer mu.Unlock()
	if !strings.Contains(spans.String(), "/graphql") || !strings.Contains(metrics, "dateline_store_errors_total") || !strings.Contains(printed.String(), "store is damaged") {
		t.Errorf("%d bytes of spans; metrics:\n%s\nlog:\n%s", spans.Len(), metrics, printed.String())
	}
	for where, text := range map[string]string{"the log": printed.String(), "the metrics": metrics, "the traces": spans.String()} {
		for _, canary := range canaries {
			if at := strings.Index(strings.ToLower(text), strings.ToLower(canary)); at >= 0 {
				t.Errorf("%s has %s: …%s…", where, canary, text[max(0, at-300):min(len(text), at+100)])
			}
		}
	}
}

// sendCanaries asks for the names in every way, rightly and wrongly.
func sendCanaries(t *testing.T, base string) {
	t.Helper()
	send := func(method, path, body string, header ...string) {
		request, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(body))
		must(t, err)
		for i := 0; i < len(header); i += 2 {
			request.Header.Set(header[i], header[i+1])
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return // an export that broke off
		}
		defer response.Body.Close()
		_, _ = io.Copy(io.Discard, response.Body)
	}
	const contentType, isJSON = "Content-Type", "application/json"
	for _, query := range []string{
		`{contacts(who:{name:"Canaryson"}){nodes{summary time{edtf} about{text} reports{nodes{quote about{text} article{text}}}}}}`,
		`{search(text:"canaryword"){__typename}}`, `{contacts(text:"canaryword",during:"Canarybay"){totalCount}}`,
		`query Canaryson{canaryword}`, `{contacts(who:{name:"Canaryson}`, `{node(id:"Canarybay"){id}}`,
		`{why(a:"Canaryson",b:"canaryword"){text}}`, `{how(id:"Canarybay"){text}}`, `mutation{lockReview(id:"Canaryson"){granted}}`,
		`{reviews{nodes{text parts{name}}}}`, `{contacts(after:"canaryword"){totalCount}}`, `{canaryword:contacts{nodes{Canarybay:reports{nodes{quote about{text}}}}}}`,
	} {
		encoded, err := json.Marshal(map[string]any{"query": query, "operationName": "Canaryson", "variables": map[string]any{"canaryword": "Canarybay"}})
		must(t, err)
		send("POST", "/graphql", string(encoded), contentType, isJSON)
		send("POST", "/graphql", `{"query":`+strconv.Quote(query)+`}`, contentType, isJSON, "Referer", "http://example.org/Canaryson", "User-Agent", "canaryword")
		send("GET", "/graphql?query="+url.QueryEscape(query), "")
		send("GET", "/graphql?query="+url.QueryEscape("subscription"+query), "", "Accept", "text/event-stream")
	}
	for _, format := range export.Formats() {
		for _, of := range export.Kinds() {
			send("GET", "/export?format="+format.Name+"&of="+string(of)+"&title=Canarybay", "")
		}
		send("GET", "/export?format="+format.Name+"&who=Canaryson&during=canaryword", "")
		send("GET", "/export?format="+format.Name+"&who=Canaryson&Canarybay=1", "")
	}
	for _, call := range []string{
		`{"name":"find_entities","arguments":{"name":"Canaryson"}}`, `{"name":"ask_contacts","arguments":{"who":"Canaryson","during":"canaryword"}}`,
		`{"name":"ask_contacts","arguments":{"who":"Canaryson"}}`, `{"name":"open_quotes","arguments":{"event":"Canarybay"}}`, `{"name":"canaryword"}`,
	} {
		send("POST", "/mcp", `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":`+call+`}`, contentType, isJSON, "Accept", "application/json, text/event-stream")
	}
	send("POST", "/reconcile", "queries="+url.QueryEscape(`{"q0":{"query":"Canaryson"}}`), contentType, "application/x-www-form-urlencoded")
	send("GET", "/reconcile?queries="+url.QueryEscape(`{"q0":{"query":"Canaryson","type":"canaryword"`), "")
	send("GET", "/reconcile/suggest/entity?prefix=Canaryson", "")
	for _, path := range []string{"/Canaryson", "/canaryword?Canarybay", "/graphiql/Canaryson", "/documents/Canarybay", "/%43anaryson/%00"} {
		send("GET", path, "")
		send("DELETE", path, "Canaryson")
	}
}
