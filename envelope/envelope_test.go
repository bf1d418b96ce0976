package envelope

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func serve(handler http.Handler, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", "/", nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}

// TestRequestIDs: the answer, the context and the log have the same ID, the client's own if
// it is well formed.
func TestRequestIDs(t *testing.T) {
	var printed bytes.Buffer
	log := slog.New(Logged(slog.NewTextHandler(&printed, nil))).With("a", 1)
	var seen string
	handler := Identify(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		seen = RequestID(r.Context())
		log.InfoContext(r.Context(), "something")
	}))
	for given, kept := range map[string]bool{
		"": false, "3f2a-B_c.9": true, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "a b": false, "a\" level=ERROR": false, "é": false,
	} {
		printed.Reset()
		answered := serve(handler, "X-Request-Id", given).Header().Get("X-Request-Id")
		if answered != seen || answered == "" || kept != (answered == given) {
			t.Errorf("%q: the answer has %q, the context %q", given, answered, seen)
		}
		if !strings.Contains(printed.String(), "request="+answered) {
			t.Errorf("%q: the log has %s", given, printed.String())
		}
	}
	if RequestID(t.Context()) != "" {
		t.Error("a context without a request has an ID")
	}
}

func TestCompression(t *testing.T) {
	long := strings.Repeat("contact ", 1000)
	for name, test := range map[string]struct {
		contentType, body, accept string
		compressed                bool
	}{
		"JSON":                {"application/graphql-response+json; charset=utf-8", long, "gzip", true},
		"a script":            {"text/javascript", long, "br, gzip;q=0.5", true},
		"a short answer":      {"application/json", "{}", "gzip", false},
		"events":              {"text/event-stream", long, "gzip", false},
		"a picture":           {"image/png", long, "gzip", false},
		"a client without it": {"application/json", long, "", false},
		"one that refuses":    {"application/json", long, "gzip;q=0", false},
	} {
		handler, err := Compress(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", test.contentType)
			io.WriteString(w, test.body)
		}))
		if err != nil {
			t.Fatal(err)
		}
		answer := serve(handler, "Accept-Encoding", test.accept)
		var body io.Reader = answer.Body
		if got := answer.Header().Get("Content-Encoding") == "gzip"; got != test.compressed {
			t.Errorf("%s: compressed %v", name, got)
		} else if got {
			if body, err = gzip.NewReader(answer.Body); err != nil {
				t.Fatal(err)
			}
		}
		if text, err := io.ReadAll(body); err != nil || string(text) != test.body {
			t.Errorf("%s: another body, %v", name, err)
		}
	}
}

func TestTags(t *testing.T) {
	tag := Tag([]byte("a"))
	if tag == Tag([]byte("b")) || tag != Tag([]byte("a")) || !strings.HasPrefix(tag, `W/"`) {
		t.Errorf("tag %s", tag)
	}
	for known, want := range map[string]bool{
		"": false, tag: true, `"x", ` + tag: true, strings.TrimPrefix(tag, "W/"): true, "*": true, `W/"x"`: false,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("If-None-Match", known)
		if got := Unchanged(r, tag); got != want {
			t.Errorf("%s: unchanged %v", known, got)
		}
	}
}
