package read

import (
	"strings"
	"testing"

	"dateline/graph"
)

// TestSubmitted: what is handed in is read as the same article in a JSON file is.
func TestSubmitted(t *testing.T) {
	submission := graph.Submission{
		ExternalID: "a-1", URL: "https://news.example/a", Title: "A call", Publisher: "The Paper", Published: "2031-03-04T10:00:00Z",
		Text: "Mira Varga phoned Bram Okonedo on Tuesday.",
	}
	object := `{"id": "a-1", "url": "https://news.example/a", "title": "A call", "publisher": "The Paper", "published": "2031-03-04T10:00:00Z", "text": "Mira Varga phoned Bram Okonedo on Tuesday."}`
	want, got := readObject("x", []byte(object), metadata{}), Submitted("x", submission)
	if want.Err != nil || got.Err != nil || want.Article != got.Article {
		t.Errorf("as JSON %+v\nsubmitted %+v", want, got)
	}
}

func TestSubmittedFaults(t *testing.T) {
	for name, s := range map[string]graph.Submission{
		"nothing":    {},
		"blank":      {Text: " \n"},
		"no UTF-8":   {Text: "\xff\xfe"},
		"only tags":  {HTML: "<html><script>x</script></html>"},
		"very large": {Text: strings.Repeat("a ", DefaultMaxBytes)},
	} {
		if item := Submitted(name, s); item.Err == nil && item.Article.Text == "" {
			t.Errorf("%s: neither an error nor a text: %+v", name, item)
		}
	}
}
