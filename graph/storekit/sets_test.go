package storekit_test

import (
	"slices"
	"testing"

	"dateline/graph/storekit"
)

func TestSets(t *testing.T) {
	if got := storekit.Distinct([]string{"c", "a", "c", "b", "a"}); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("distinct: %q", got)
	}
	if got := storekit.Without([]string{"c", "a", "b"}, []string{"a", "d"}); !slices.Equal(got, []string{"c", "b"}) {
		t.Errorf("without: %q", got)
	}
}

func TestWords(t *testing.T) {
	if got := storekit.WordsOf("The sea, the SEA and the"); !slices.Equal(got, []string{"and", "sea", "the", "the"}) {
		t.Errorf("words: %q", got)
	}
	if storekit.WordsOf(" %! ") != nil || storekit.WordCount("") != 0 || storekit.WordCount("a b") != 2 {
		t.Error("words of nothing, or their count")
	}
}
