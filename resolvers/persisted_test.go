package resolvers

import (
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/access"
	"dateline/graph"
)

const counting7 = `{ contacts { totalCount } }`

// send posts a request of the owner, and returns the body of the answer.
func send(t *testing.T, options Options, store graph.Reader, requests ...Request) (answers []string) {
	t.Helper()
	handler := access.As(access.Owner(), NewHandler(store, options))
	for _, request := range requests {
		body, err := json.Marshal(request)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest("POST", "/graphql", strings.NewReader(string(body)))
		r.Header.Set("Content-Type", typeJSON)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		answers = append(answers, w.Body.String())
	}
	return answers
}

func byHash(hash string, version any) map[string]any {
	return map[string]any{"persistedQuery": map[string]any{"version": version, "sha256Hash": hash}}
}

// TestPersistedQueries sends a hash, then the query with it, and then the hash again, as
// Apollo's clients do.
func TestPersistedQueries(t *testing.T) {
	_, store := canal(t)
	hash := hashOf(counting7)
	answers := send(t, Options{}, store,
		Request{Extensions: byHash(hash, 1)},
		Request{Query: counting7, Extensions: byHash(hash, 1)},
		Request{Extensions: byHash(hash, 1)},
		Request{Query: "{__typename}", Extensions: byHash(hash, 1)},
		Request{Query: counting7, Extensions: byHash(hash, 2)},
		Request{Query: counting7, Extensions: map[string]any{"persistedQuery": 1}},
	)
	for i, want := range []string{`"PERSISTED_QUERY_NOT_FOUND"`, counted, counted, `"BAD_REQUEST"`, `"BAD_REQUEST"`, `"BAD_REQUEST"`} {
		if !strings.Contains(answers[i], want) {
			t.Errorf("request %d: %s, want %s", i, answers[i], want)
		}
	}
	if !strings.Contains(answers[0], `"message":"PersistedQueryNotFound"`) {
		t.Errorf("Apollo's clients look for another message: %s", answers[0])
	}
}

func TestPersistedQueryByGet(t *testing.T) {
	_, store := canal(t)
	handler := access.As(access.Owner(), NewHandler(store, Options{}))
	for _, query := range []string{counting7, ""} {
		values := url.Values{"query": {query}, "extensions": {`{"persistedQuery":{"version":1,"sha256Hash":"` + hashOf(counting7) + `"}}`}}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/graphql?"+values.Encode(), nil))
		if w.Body.String() != counted {
			t.Errorf("query %q: %s", query, w.Body)
		}
	}
}

// TestTrustedDocuments knows documents by file name, by hash, and by the IDs of manifests.
func TestTrustedDocuments(t *testing.T) {
	_, store := canal(t)
	folder := t.TempDir()
	files := map[string]string{
		"count.graphql": counting7,
		"relay.json":    `{"r1":"` + counting7 + `"}`,
		"apollo.json":   `{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"a1","body":"` + counting7 + `","name":"","type":"query"}]}`,
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, id := range map[string]string{folder: "count", filepath.Join(folder, "relay.json"): "r1", filepath.Join(folder, "apollo.json"): "a1"} {
		documents, err := ReadTrusted(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, known := range []string{id, "sha256:" + hashOf(counting7)} {
			if got := send(t, Options{Trusted: documents}, store, Request{DocumentID: known})[0]; got != counted {
				t.Errorf("%s of %s: %s", known, path, got)
			}
		}
		documents.Only = true
		answers := send(t, Options{Trusted: documents}, store,
			Request{DocumentID: "other"}, Request{DocumentID: id, Query: counting7}, Request{Query: counting7}, Request{Query: counting7, Extensions: byHash(hashOf(counting7), 1)})
		for i, want := range []string{"DOCUMENT_NOT_FOUND", "BAD_REQUEST", "FORBIDDEN", "FORBIDDEN"} {
			if !strings.Contains(answers[i], `"`+want+`"`) {
				t.Errorf("request %d: %s, want %s", i, answers[i], want)
			}
		}
	}
	if got := send(t, Options{}, store, Request{DocumentID: "count"})[0]; !strings.Contains(got, `"DOCUMENT_NOT_FOUND"`) {
		t.Errorf("a server without documents: %s", got)
	}
}

func TestDocumentsThatCannotBeTrusted(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":"{ nothing }"}`: "Cannot query field",
		`{"a":"{"}`:           `document "a"`,
		`{}`:                  "has no documents",
		`[]`:                  "neither",
	} {
		path := filepath.Join(t.TempDir(), "documents.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadTrusted(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
