package read

import (
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
}

// The room for each kind of thing, in bytes as sizeOf… estimates them: 96 MiB in all.
const (
	entityRoom  = 12 << 20
	eventRoom   = 28 << 20
	reportRoom  = 40 << 20
	articleRoom = 16 << 20
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

// close empties the cache for good, once its version of the graph is out of date.
func (c *Cache) close() {
	c.entities.Close()
	c.events.Close()
	c.reports.Close()
	c.articles.Close()
}
