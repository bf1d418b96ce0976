package web

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, target string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	Handler().ServeHTTP(recorder, request)
	return recorder
}

// asset matches a file that a page names.
var asset = regexp.MustCompile(`(?:src|href)="(/assets/[^"]+)"`)

func TestPagesAndTheirFiles(t *testing.T) {
	for _, page := range []string{"/", "/embed"} {
		response := get(t, page)
		if response.Code != http.StatusOK {
			t.Fatalf("%s: %d", page, response.Code)
		}
		names := asset.FindAllStringSubmatch(response.Body.String(), -1)
		if len(names) < 2 {
			t.Errorf("%s names only %v", page, names)
		}
		for _, name := range names {
			file := get(t, name[1])
			if file.Code != http.StatusOK || file.Header().Get("Cache-Control") != forGood {
				t.Errorf("%s: %d, Cache-Control %q", name[1], file.Code, file.Header().Get("Cache-Control"))
			}
		}
	}
}

func TestEveryFileHasAType(t *testing.T) {
	err := fs.WalkDir(dist, "dist", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && mediaTypes[path.Ext(name)] == "" {
			t.Errorf("%s has no media type", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPolicy(t *testing.T) {
	policy := get(t, "/").Header().Get("Content-Security-Policy")
	for _, loose := range []string{"unsafe-", "http:", "https:", "frame-ancestors *"} {
		if strings.Contains(policy, loose) {
			t.Errorf("the policy has %s: %s", loose, policy)
		}
	}
	if embed := get(t, "/embed").Header().Get("Content-Security-Policy"); !strings.HasSuffix(embed, "frame-ancestors *") {
		t.Errorf("/embed cannot be shown in a frame: %s", embed)
	}
}

func TestCompressionAndTags(t *testing.T) {
	packed := get(t, "/", "Accept-Encoding", "br, gzip")
	reader, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil || string(text) != get(t, "/").Body.String() {
		t.Errorf("what is compressed differs: %v", err)
	}
	if again := get(t, "/", "If-None-Match", packed.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("an unchanged page is sent again: %d", again.Code)
	}
}

func TestNothingElse(t *testing.T) {
	for _, name := range []string{"/assets/none.js", "/assets/..%2findex.html", "/other", "/index.html"} {
		if response := get(t, name); response.Code != http.StatusNotFound {
			t.Errorf("%s: %d", name, response.Code)
		}
	}
}

func TestWantsPage(t *testing.T) {
	for accept, want := range map[string]bool{
		"text/html,application/xhtml+xml,*/*;q=0.8": true,
		"*/*":              false,
		"":                 false,
		"application/json": false,
	} {
		request := httptest.NewRequest(http.MethodGet, "/", nil)
		request.Header.Set("Accept", accept)
		if WantsPage(request) != want {
			t.Errorf("%q: %v", accept, !want)
		}
	}
}
