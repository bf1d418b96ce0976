package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/resolvers"
)

// TestReadme runs every query of the README on the samples. The first must give the
// answer that is shown, and none may be empty.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	store := loadFrom(t, "samples")
	t.Run("first answer", func(t *testing.T) {
		query := between(t, readme, "dateline query '", "'\n```")
		want := between(t, readme, "```json\n", "```")
		if got := answer(t, store, query); got != want {
			t.Errorf("the README shows\n%sand the answer is\n%s", want, got)
		}
	})
	t.Run("curl", func(t *testing.T) {
		var request struct{ Query string }
		if err := json.Unmarshal([]byte(between(t, readme, "-d '", "'\n```")), &request); err != nil {
			t.Fatal(err)
		}
		answer(t, store, request.Query)
	})
	for _, question := range strings.Split(between(t, readme, "```graphql\n# ", "```"), "\n# ") {
		name, query, _ := strings.Cut(question, "\n")
		t.Run(name, func(t *testing.T) { answer(t, store, query) })
	}
}

// between returns the text between from and the next to.
func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, from)
	inner, _, closed := strings.Cut(rest, to)
	if !found || !closed {
		t.Fatalf("the README has no %q that ends in %q", from, to)
	}
	return inner
}

var emptyAnswer = regexp.MustCompile(`^\{"\w+":(?:\[\]|null|\{"nodes":\[\]\})\}$`)

// answer runs a query and returns the response as dateline query prints it. An error
// or an empty answer fails the test.
func answer(t *testing.T, store graph.Reader, query string) string {
	t.Helper()
	response := resolvers.Execute(t.Context(), store, resolvers.Request{Query: query})
	if len(response.Errors) > 0 || emptyAnswer.Match(response.Data) {
		t.Fatalf("%s\nis answered %s, errors %v", query, response.Data, response.Errors)
	}
	var printed bytes.Buffer
	encoder := json.NewEncoder(&printed)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(response); err != nil {
		t.Fatal(err)
	}
	return printed.String()
}
