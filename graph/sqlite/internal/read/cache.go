package read

import (
	"sync"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
)

// Cache has what was read of one version of the graph and may be read again: what most
// events are about, and what the last pages showed. All readers of that version share
// it.
type Cache struct {
	entities mapping.WeightedCache[graph.Entity]   // with their organizations
	events   mapping.WeightedCache[*graph.Event]   // with nothing filled, as the others
	reports  mapping.WeightedCache[*graph.Report]  // of whose parties the IDs are entities'
	articles mapping.WeightedCache[*graph.Article] // without their text
	// vocabulary has the words of all names, nil if nobody has asked for them.
	vocabulary struct {
		sync.Mutex
		words []string
	}
}

// The room for each kind of thing, in bytes as sizeOf… estimates them: 96 MiB in all.
const (
	entityRoom  = 12 << 20
	eventRoom   = 28 << 20
	reportRoom  = 40 << 20
	articleRoom = 16 << 20
	// maxVocabulary is the most words that are kept: some megabytes.
	maxVocabulary = 100_000
)

func newCache() *Cache {
	return &Cache{
		entities: mapping.WeightedCache[graph.Entity]{Room: entityRoom, Clone: cloneEntity, Size: sizeOfEntity},
		events:   mapping.WeightedCache[*graph.Event]{Room: eventRoom, Clone: cloneEvent, Size: sizeOfEvent},
		reports:  mapping.WeightedCache[*graph.Report]{Room: reportRoom, Clone: cloneReport, Size: sizeOfReport},
		articles: mapping.WeightedCache[*graph.Article]{Room: articleRoom, Clone: cloneArticle, Size: sizeOfArticle},
	}
}

// noCache caches nothing.
var noCache = new(Cache)

// words returns the vocabulary as read reads it, or as it is remembered. What it returns
// is shared.
func (c *Cache) words(read func() ([]string, error)) ([]string, error) {
	if c == noCache {
		return read()
	}
	c.vocabulary.Lock()
	defer c.vocabulary.Unlock()
	if c.vocabulary.words != nil {
		return c.vocabulary.words, nil
	}
	words, err := read()
	if err == nil && len(words) <= maxVocabulary {
		c.vocabulary.words = words
	}
	return words, err
}

// close empties the cache for good, once its version of the graph is out of date.
func (c *Cache) close() {
	c.entities.Close()
	c.events.Close()
	c.reports.Close()
	c.articles.Close()
	c.vocabulary.Lock()
	defer c.vocabulary.Unlock()
	c.vocabulary.words = nil
}
