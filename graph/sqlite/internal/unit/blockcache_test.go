package unit

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

func TestMissing(t *testing.T) {
	kept := map[string]int{"b": 1, "d": 2}
	if got, want := missing([]string{"c", "a", "b", "c", "a"}, kept), []string{"a", "c"}; !slices.Equal(got, want) {
		t.Errorf("%q are missing, want %q", got, want)
	}
}

// To find what is missing of many blocks takes little longer than to sort them; it was a
// thousand times as long once.
func TestMissingOfManyBlocks(t *testing.T) {
	blocks := make([]string, 100_000)
	for i := range blocks {
		blocks[i] = "entities:" + strconv.Itoa(i*7919%len(blocks))
	}
	start := time.Now()
	unique(blocks)
	sorted := time.Now()
	missing(blocks, map[string]int{})
	if took, sort := time.Since(sorted), sorted.Sub(start); took > 50*sort {
		t.Errorf("it takes %v, sorting %v", took, sort)
	}
}
