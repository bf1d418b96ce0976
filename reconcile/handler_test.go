package reconcile

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
)

func service(t *testing.T) (*graphtest.Telling, *httptest.Server) {
	t.Helper()
	story, store := graphtest.Canal(), graphtest.NewMemory()
	if err := graphtest.Fill(t.Context(), store, story.Puts(), 1000); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(NewHandler(store, "/reconcile"))
	t.Cleanup(server.Close)
	return story, server
}

func get(t *testing.T, address string, status int, into any) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != status {
		t.Fatalf("%s: status %d, want %d", address, response.StatusCode, status)
	}
	if into == nil {
		return
	}
	if err := json.NewDecoder(response.Body).Decode(into); err != nil {
		t.Fatal(err)
	}
}

// TestManifest: a client learns where everything is.
func TestManifest(t *testing.T) {
	_, server := service(t)
	var m map[string]any
	get(t, server.URL+"/reconcile", http.StatusOK, &m)
	for _, field := range []string{"versions", "name", "identifierSpace", "schemaSpace", "defaultTypes", "view", "preview", "suggest"} {
		if m[field] == nil {
			t.Errorf("the manifest has no %s", field)
		}
	}
	if !strings.HasPrefix(m["identifierSpace"].(string), server.URL) {
		t.Errorf("the identifier space is %v", m["identifierSpace"])
	}
}

// results are the answers to a batch.
type results map[string]struct{ Result []candidate }

func ask(t *testing.T, server *httptest.Server, queries map[string]query) results {
	t.Helper()
	text, err := json.Marshal(queries)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.PostForm(server.URL+"/reconcile", url.Values{"queries": {string(text)}})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var found results
	if err := json.NewDecoder(response.Body).Decode(&found); err != nil {
		t.Fatal(err)
	}
	return found
}

// TestQueries: names in any spelling find who has them, and only a whole name that nobody
// else has matches by itself.
func TestQueries(t *testing.T) {
	story, server := service(t)
	name := nameOf(t, story, "varga")
	first, last, _ := strings.Cut(name, " ")
	found := ask(t, server, map[string]query{
		"whole":      {Query: name, Type: types{"person"}},
		"turned":     {Query: last + ", " + first},
		"other type": {Query: name, Type: types{"place"}},
		"nobody":     {Query: "Xqzzy Wvvk"},
		"nothing":    {Query: " "},
		"too long":   {Query: strings.Repeat("a ", 1000)},
		"one letter": {Query: name[:1], Limit: 1},
	})
	for _, key := range []string{"whole", "turned"} {
		result := found[key].Result
		if len(result) == 0 || result[0].ID != story.ID("varga") || !result[0].Match || result[0].Score != wholeScore || result[0].Type[0].ID != "person" {
			t.Errorf("%s: %+v", key, result)
		}
	}
	for _, key := range []string{"other type", "nobody", "nothing", "too long"} {
		for _, c := range found[key].Result {
			if c.Match {
				t.Errorf("%s matches %+v", key, c)
			}
		}
		if found[key].Result == nil {
			t.Errorf("%s has no list of results", key)
		}
	}
	if n := len(found["one letter"].Result); n > 1 {
		t.Errorf("of limit 1 there are %d", n)
	}
}

func nameOf(t *testing.T, story *graphtest.Telling, nickname string) string {
	t.Helper()
	for _, e := range story.Entities {
		if e.NodeID() == story.ID(nickname) {
			return graph.ProfileOf(e).Name
		}
	}
	t.Fatalf("nobody is nicknamed %s", nickname)
	return ""
}

// TestSuggestAndPreview: what a person types is completed, and shown.
func TestSuggestAndPreview(t *testing.T) {
	story, server := service(t)
	name := nameOf(t, story, "varga")
	var suggested struct{ Result []suggestion }
	get(t, server.URL+"/reconcile/suggest/entity?prefix="+url.QueryEscape(name[:len(name)-1]), http.StatusOK, &suggested)
	if len(suggested.Result) == 0 || suggested.Result[0].ID != story.ID("varga") || suggested.Result[0].Notable[0].ID != "person" {
		t.Errorf("suggested %+v", suggested)
	}
	get(t, server.URL+"/reconcile/preview?id="+story.ID("varga"), http.StatusOK, nil)
	get(t, server.URL+"/reconcile/preview?id="+story.ID("call"), http.StatusNotFound, nil)
	get(t, server.URL+"/reconcile/preview?id=%3Cscript%3E", http.StatusNotFound, nil)
}

// TestRefused: what is no batch of queries is refused with a code.
func TestRefused(t *testing.T) {
	_, server := service(t)
	many := map[string]query{}
	for i := range maxQueries + 1 {
		many[strings.Repeat("q", i+1)] = query{Query: "a"}
	}
	text, err := json.Marshal(many)
	if err != nil {
		t.Fatal(err)
	}
	for queries, status := range map[string]int{"[": 400, "[1]": 400, `{"q": 1}`: 400, `{"q": {"query": 1}}`: 400, string(text): 413} {
		var refused struct{ Error problem }
		get(t, server.URL+"/reconcile?queries="+url.QueryEscape(queries), status, &refused)
		if refused.Error.Code == "" {
			t.Errorf("%.40s is refused without a code", queries)
		}
	}
}
