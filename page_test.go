package main

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"dateline/access"
)

// TestEditorIsFound: who looks for an editor where others have it is led to the page's.
func TestEditorIsFound(t *testing.T) {
	mux := http.NewServeMux()
	addPage(mux, &access.Door{Guard: &access.Guard{Local: true}, Listening: netip.MustParseAddr("127.0.0.1")})
	for asked, want := range map[string]string{
		"/graphiql":                          "/?view=query",
		"/graphiql?query=%7B__typename%7D":   "/?gql=%7B__typename%7D&view=query",
		"/graphiql?query=//evil.example.org": "/?gql=%2F%2Fevil.example.org&view=query",
	} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1"+asked, nil))
		if got := w.Header().Get("Location"); w.Code != http.StatusFound || got != want {
			t.Errorf("%s: %d %s, want %s", asked, w.Code, got, want)
		}
	}
}
