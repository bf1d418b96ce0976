package loader_test

import (
	"context"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/read"
)

// TestHeadline checks that a headline's contact counts where the text tells of none, and
// only there.
func TestHeadline(t *testing.T) {
	extractor, err := loader.NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	const body = "The strait has tested Norwegian Foreign Minister Tove Lindqvist. It has tested Greek Prime Minister Nikos Maratos no less."
	tests := []struct{ name, headline, body, want string }{
		{"told by the headline alone", "Lindqvist writes to Maratos", body, "Lindqvist writes to Maratos"},
		{"told by the text too", "Lindqvist writes to Maratos", body + " Ms. Lindqvist wrote to Mr. Maratos on Monday.", "Ms. Lindqvist wrote to Mr. Maratos on Monday."},
		{"no contact", "Lindqvist and Maratos tested", body, ""},
		{"a statement of the headline", "Lindqvist says strait is safe", body, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			source := test.headline + "\n\n" + test.body
			for item := range read.Sources(context.Background(), []string{"-"}, read.Options{Stdin: strings.NewReader(source)}) {
				batch, err := extractor.Extract(item)
				if err != nil {
					t.Fatal(err)
				}
				var quotes []string
				for _, r := range batch.Reports {
					if r.Type == graph.EventContact || r.Start < len(test.headline) && r.Quote == test.headline {
						quotes = append(quotes, r.Quote)
					}
				}
				if got := strings.Join(quotes, " | "); got != test.want {
					t.Errorf("contacts %q, want %q", got, test.want)
				}
			}
		})
	}
}
