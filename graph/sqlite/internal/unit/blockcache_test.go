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

// Eight times as many blocks take about eight times as long, and not sixty-four:
// the ratio is the same on every machine.
func TestMissingOfManyBlocks(t *testing.T) {
	fastest := func(count int) time.Duration {
		blocks := make([]string, count)
		for i := range blocks {
			blocks[i] = "entities:" + strconv.Itoa(i*7919%count)
		}
		least := time.Duration(1<<63 - 1)
		for range 7 {
			start := time.Now()
			missing(blocks, map[string]int{})
			least = min(least, time.Since(start))
		}
		return least
	}
	few, many := fastest(2_000), fastest(16_000)
	if many > 30*few {
		t.Errorf("2,000 blocks take %v, 16,000 take %v", few, many)
	}
}
