package language

import (
	"sync"
	"testing"
)

// A cache holds what was used lately and never more than twice its limit.
func TestCacheIsBounded(t *testing.T) {
	const limit = 10
	c := newCache[int, int](limit)
	c.put(-1, -10)
	for i := range 1000 {
		c.put(i, 10*i)
		if value, ok := c.get(-1); !ok || value != -10 {
			t.Fatalf("after %d others, a value in steady use is (%d, %v)", i, value, ok)
		}
		if held := len(c.young) + len(c.old); held > 2*limit {
			t.Fatalf("holds %d values, limit %d", held, limit)
		}
	}
	if _, ok := c.get(0); ok {
		t.Error("holds a value that was not used for long")
	}
	if value, ok := c.get(999); !ok || value != 9990 {
		t.Errorf("the last value is (%d, %v)", value, ok)
	}
}

func TestCacheIsSafeForConcurrentUse(t *testing.T) {
	c := newCache[int, int](5)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := range 1000 {
				key := (i*7 + worker) % 20
				if value, ok := c.get(key); ok && value != key {
					t.Errorf("key %d has value %d", key, value)
				}
				c.put(key, key)
			}
		})
	}
	group.Wait()
}
