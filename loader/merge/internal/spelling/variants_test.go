package spelling

import (
	"strings"
	"testing"
)

func TestVariants(t *testing.T) {
	variants := IndexVariants([][]string{{"Anthony", "Tony"}, {"Antonio", "Tony"}}, strings.ToLower)
	for pair, want := range map[[2]string]bool{
		{"tony", "anthony"}:    true,
		{"tony", "antonio"}:    true,
		{"anthony", "antonio"}: false,
		{"tony", "tom"}:        false,
		{"tom", "tom"}:         false, // in no row
	} {
		if got := variants.Same(pair[0], pair[1]); got != want {
			t.Errorf("%s and %s: %t, want %t", pair[0], pair[1], got, want)
		}
	}
}
