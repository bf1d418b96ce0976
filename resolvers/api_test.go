package resolvers

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the answers in testdata/api as they are")

// canal returns the hand-written story of graphtest, and a store that holds it.
func canal(t testing.TB) (*graphtest.Telling, graph.Store) {
	t.Helper()
	return told(t, graphtest.NewMemory())
}

func told(t testing.TB, store graph.Store) (*graphtest.Telling, graph.Store) {
	t.Helper()
	story := graphtest.Canal()
	if err := graphtest.Fill(t.Context(), store, story.Puts(), 1); err != nil {
		t.Fatal(err)
	}
	return story, store
}

// TestAPI checks the answers to the queries in testdata/api, on the in-memory store and on
// the embedded one. In a fixture, <varga> stands for the ID of what the story nicknames
// varga.
func TestAPI(t *testing.T) {
	files, err := filepath.Glob("testdata/api/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	embedded, err := sqlite.Open(t.Context(), sqlite.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer embedded.Close()
	for name, empty := range map[string]graph.Store{"memory": graphtest.NewMemory(), "sqlite": embedded} {
		story, store := told(t, empty)
		for _, file := range files {
			t.Run(name+"/"+strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
				checkFixture(t, file, story, store)
			})
		}
	}
}

func checkFixture(t *testing.T, file string, story *graphtest.Telling, store graph.Reader) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want *txtar.File
	var request Request
	for i := range archive.Files {
		section := &archive.Files[i]
		switch section.Name {
		case "query.graphql":
			request.Query = withIDs(story, string(section.Data))
		case "variables.json":
			if err := json.Unmarshal([]byte(withIDs(story, string(section.Data))), &request.Variables); err != nil {
				t.Fatal(err)
			}
		case "answer.json":
			want = section
		}
	}
	got := answer(t, story, store, request)
	if *update {
		want.Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(want.Data), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", bytes.TrimSpace(archive.Comment), diff)
	}
}

// answer executes a request and writes the response with nicknames for IDs.
func answer(t *testing.T, story *graphtest.Telling, store graph.Reader, request Request) string {
	t.Helper()
	response := Execute(context.Background(), store, request)
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(response); err != nil {
		t.Fatal(err)
	}
	return anID.ReplaceAllStringFunc(text.String(), func(id string) string {
		if name := story.Name(id); name != id {
			return "<" + name + ">"
		}
		return id
	})
}

var (
	anID      = regexp.MustCompile(`\b(art|rep|evt|per|org|pla)_[a-z2-7]{20}\b`)
	aNickname = regexp.MustCompile(`<[^<>\n]+>`)
)

func withIDs(story *graphtest.Telling, text string) string {
	return aNickname.ReplaceAllStringFunc(text, func(name string) string {
		return story.ID(strings.Trim(name, "<>"))
	})
}
