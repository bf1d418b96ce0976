package language

import "sync"

// cache keeps what was used lately, at most twice its limit of entries. It has
// two generations: when the young one is full it becomes the old one, and the
// old one is forgotten, save what is asked for again.
type cache[K comparable, V any] struct {
	mutex      sync.RWMutex
	limit      int
	young, old map[K]V
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	return &cache[K, V]{limit: limit, young: make(map[K]V)}
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

func (c *cache[K, V]) put(key K, value V) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if len(c.young) >= c.limit {
		c.old, c.young = c.young, make(map[K]V)
	}
	c.young[key] = value
}
