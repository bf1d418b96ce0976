package lexicon

import (
	"slices"
	"testing"
)

// TestFind looks up a word, a name of several words, and a form by its base form.
func TestFind(t *testing.T) {
	for _, test := range []struct {
		word  string
		lists []string
	}{
		{"associated press", []string{"agencies.txt", "media.tsv"}},
		{"PHONED", []string{"irregular_lemmas.tsv", "verbs.tsv"}},
		{"zzyzx", nil},
	} {
		var found []string
		for _, e := range Find(nil, test.word) {
			found = append(found, e.List)
		}
		for _, list := range test.lists {
			if !slices.Contains(found, list) {
				t.Errorf("%s stands in %v, want %s", test.word, found, list)
			}
		}
		if test.lists == nil && len(found) > 0 {
			t.Errorf("%s stands in %v, want none", test.word, found)
		}
	}
}
