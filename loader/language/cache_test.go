package language

import (
	"fmt"
	"sync"
	"testing"
)

// A cache holds what was used lately and never more than twice its limit.
func TestCacheIsBounded(t *testing.T) {
	const limit = 10
	c := newCache[int, int](limit, nil)
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
	c := newCache[int, int](5, nil)
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

// Values can weigh more than one: then the weight is bounded, not the number.
func TestCacheIsBoundedByWeight(t *testing.T) {
	const limit = 10
	c := newCache[int](limit, func(n int) int { return n })
	for i := range 1000 {
		c.put(i, i%13+1)
		weight := 0
		for _, generation := range []map[int]int{c.young, c.old} {
			for _, n := range generation {
				weight += n
			}
		}
		if weight > 2*limit {
			t.Fatalf("holds a weight of %d, limit %d", weight, limit)
		}
	}
}

// Words without end that nobody has seen do not fill the memory.
func TestCachesAreBoundedForAnyVocabulary(t *testing.T) {
	const limit = 64
	pipeline, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tokenizer := pipeline.tokenizer
	tokenizer.cache = newCache[string](limit, tokenizer.cache.weigh)
	tokenizer.lexicon.cache = newCache[lexemeKey, *lexeme](limit, nil)
	for i := range 500 {
		tokenizer.tokenize(fmt.Sprintf("q%dx-w%dy/z%d", i, i, i))
	}
	held := map[*lexeme]bool{}
	for _, generation := range []map[string][]*lexeme{tokenizer.cache.young, tokenizer.cache.old} {
		for _, lexemes := range generation {
			for _, lexeme := range lexemes {
				held[lexeme] = true
			}
		}
	}
	for _, generation := range []map[lexemeKey]*lexeme{tokenizer.lexicon.cache.young, tokenizer.lexicon.cache.old} {
		for _, lexeme := range generation {
			held[lexeme] = true
		}
	}
	if most := 4 * limit; len(held) > most {
		t.Errorf("the caches hold %d lexemes, want %d at most", len(held), most)
	}
}
