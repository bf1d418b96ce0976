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
	// facets and hits have what was counted and found before: the same few questions, such as
	// those of a page that opens, are asked again and again, and each reads much.
	facets mapping.WeightedCache[map[string]int]
	hits   mapping.WeightedCache[*graph.Page[string]]
	// vocabulary has the words of all names, and holders the entities by the titles of their
	// positions.
	vocabulary remembered[[]string]
	holders    remembered[map[string][]string]
}

// remembered is what is read once, when somebody asks for it.
type remembered[T any] struct {
	sync.Mutex
	value T
	known bool
}

// The room for each kind of thing, in bytes as sizeOf… estimates them: 108 MiB in all.
const (
	entityRoom  = 12 << 20
	eventRoom   = 28 << 20
	reportRoom  = 40 << 20
	articleRoom = 16 << 20
	facetRoom   = 4 << 20
	hitRoom     = 8 << 20
	// maxRemembered is the most texts that are kept of a list: some megabytes.
	maxRemembered = 100_000
)

func newCache() *Cache {
	return &Cache{
		entities: mapping.WeightedCache[graph.Entity]{Room: entityRoom, Clone: cloneEntity, Size: sizeOfEntity},
		events:   mapping.WeightedCache[*graph.Event]{Room: eventRoom, Clone: cloneEvent, Size: sizeOfEvent},
		reports:  mapping.WeightedCache[*graph.Report]{Room: reportRoom, Clone: cloneReport, Size: sizeOfReport},
		articles: mapping.WeightedCache[*graph.Article]{Room: articleRoom, Clone: cloneArticle, Size: sizeOfArticle},
		facets:   mapping.WeightedCache[map[string]int]{Room: facetRoom, Clone: asItIs[map[string]int], Size: sizeOfCounts},
		hits:     mapping.WeightedCache[*graph.Page[string]]{Room: hitRoom, Clone: asItIs[*graph.Page[string]], Size: sizeOfHits},
	}
}

// noCache caches nothing.
var noCache = new(Cache)

// asItIs is the clone of what nobody changes.
func asItIs[T any](value T, _ bool) T { return value }

func sizeOfCounts(counts map[string]int) int {
	const perCount = 48 // a text's header, a number, and room in the map
	size := perCount * len(counts)
	for value := range counts {
		size += len(value)
	}
	return size
}

func sizeOfHits(page *graph.Page[string]) int {
	return mapping.SizeOfTexts(page.Nodes...) + mapping.SizeOfTexts(page.Cursors...)
}

// of returns what read reads, or what is remembered of it, and is shared. Read also says how
// many texts it is.
func (r *remembered[T]) of(c *Cache, read func() (value T, texts int, err error)) (T, error) {
	if c == noCache {
		value, _, err := read()
		return value, err
	}
	r.Lock()
	defer r.Unlock()
	if r.known {
		return r.value, nil
	}
	value, texts, err := read()
	if err == nil && texts <= maxRemembered {
		r.value, r.known = value, true
	}
	return value, err
}

// forget forgets it for now: it is read again if somebody still asks.
func (r *remembered[T]) forget() {
	r.Lock()
	defer r.Unlock()
	var none T
	r.value, r.known = none, false
}

// close empties the cache for good, once its version of the graph is out of date.
func (c *Cache) close() {
	c.entities.Close()
	c.events.Close()
	c.reports.Close()
	c.articles.Close()
	c.facets.Close()
	c.hits.Close()
	c.vocabulary.forget()
	c.holders.forget()
}
