package language

import "sync"

// cache keeps what was used lately, of at most twice the weight of its limit. It
// has two generations: when the young one is full it becomes the old one, and
// the old one is forgotten, save what is asked for again.
type cache[K comparable, V any] struct {
	mutex      sync.RWMutex
	limit      int
	weigh      func(V) int // at least 1 for each value; nil for 1
	young, old map[K]V
	weight     int // of the young generation
}

func newCache[K comparable, V any](limit int, weigh func(V) int) *cache[K, V] {
	return &cache[K, V]{limit: limit, weigh: weigh, young: make(map[K]V)}
}

func (c *cache[K, V]) get(key K) (V, bool) {
	c.mutex.RLock()
	value, ok := c.young[key]
	if ok {
		c.mutex.RUnlock()
		return value, true
	}
	value, ok = c.old[key]
	c.mutex.RUnlock()
	if ok {
		c.put(key, value)
	}
	return value, ok
}

// put keeps a value, unless it weighs more than the limit by itself.
func (c *cache[K, V]) put(key K, value V) {
	weight := 1
	if c.weigh != nil {
		weight = c.weigh(value)
	}
	if weight > c.limit {
		return
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if _, known := c.young[key]; known {
		return // another goroutine was quicker; equal keys have equal values
	}
	if c.weight+weight > c.limit {
		c.old, c.young, c.weight = c.young, make(map[K]V), 0
	}
	c.young[key] = value
	c.weight += weight
}
