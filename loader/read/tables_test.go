package read

import (
	"testing"

	"dateline/graph"
)

// Every list that is asked for has words: an empty pattern would match anything.
func TestTables(t *testing.T) {
	for _, kind := range []string{"address", "after name", "nobody", "topic", string(graph.MeansCall), string(graph.MeansMessage), string(graph.MeansVisit), string(graph.MeansMeeting), string(graph.MeansTalks)} {
		if registerPattern(kind) == "" {
			t.Errorf("no words of kind %q", kind)
		}
	}
	for _, kind := range []string{"article type", "page type", "published meta", "date class", "published class", "updated class", "other story", "post class"} {
		if len(listOf(pageTable, kind)) == 0 {
			t.Errorf("no marks of kind %q", kind)
		}
	}
}
