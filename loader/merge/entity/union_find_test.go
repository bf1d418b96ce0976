package entity

import (
	"fmt"
	"testing"
)

func TestUnionFind(t *testing.T) {
	for _, order := range [][][2]int{{{4, 2}, {2, 0}, {5, 1}}, {{1, 5}, {0, 2}, {4, 0}}} {
		u := newUnionFind(6)
		for _, pair := range order {
			u.union(pair[0], pair[1])
		}
		if got := fmt.Sprint(u.sets()); got != "[[0 2 4] [1 5] [3]]" {
			t.Errorf("after unions %v the sets are %s", order, got)
		}
		if u.find(4) != 0 || u.find(5) != 1 {
			t.Errorf("after unions %v the roots of 4 and 5 are %d and %d", order, u.find(4), u.find(5))
		}
	}
}
