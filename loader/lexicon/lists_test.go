package lexicon

import (
	"io/fs"
	"slices"
	"testing"
)

// TestEveryFileIsRead finds lists that nobody reads.
func TestEveryFileIsRead(t *testing.T) {
	files, err := fs.Glob(embedded, "*.t*")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(files, Names()) {
		t.Errorf("the folder has %v, the lists are %v", files, Names())
	}
}
