package sqlite

import (
	"iter"
	"maps"
	"slices"

	"dateline/graph"
)

const (
	selectEvents   = `SELECT ` + eventColumns + ` FROM json_each(?) w JOIN events e ON e.id = w.value`
	selectReports  = `SELECT ` + resolvedColumns + ` FROM json_each(?) w JOIN reports r ON r.id = w.value`
	selectArticles = `SELECT ` + articleColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`
	selectWhole    = `SELECT ` + articleTextColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`
	selectEntities = `SELECT ` + entityColumns + ` FROM json_each(?) w JOIN entities e ON e.id = w.value`
)

// The functions below read things by their IDs, a statement each. What does not
// exist is left out, and nothing is filled.

func (r *reader) events(ids iter.Seq[string]) (map[string]*graph.Event, error) {
	return load(r, ids, selectEvents, r.cache.event, readEvent, r.cache.keepEvent)
}

func (r *reader) reports(ids iter.Seq[string]) (map[string]*graph.Report, error) {
	return load(r, ids, selectReports, r.cache.report, readResolved, r.cache.keepReport)
}

// articles reads them without their text.
func (r *reader) articles(ids iter.Seq[string]) (map[string]*graph.Article, error) {
	return load(r, ids, selectArticles, r.cache.article, readArticle, r.cache.keepArticle)
}

func (r *reader) wholeArticles(ids iter.Seq[string]) (map[string]*graph.Article, error) {
	found := make(map[string]*graph.Article)
	err := r.eachOf(selectWhole, ids, func(r *row) error {
		article := readWholeArticle(r)
		found[article.ID] = article
		return r.err
	})
	return found, err
}

// load takes what is cached, reads the rest, and keeps that.
func load[T interface {
	comparable
	graph.Node
}](r *reader, ids iter.Seq[string], query string, cached func(id string) T, read func(r *row) T, keep func(T)) (map[string]T, error) {
	var none T
	found := make(map[string]T)
	unknown := make(map[string]bool)
	for id := range ids {
		if thing := cached(id); thing != none {
			found[id] = thing
			continue
		}
		unknown[id] = true
	}
	err := r.eachOf(query, maps.Keys(unknown), func(r *row) error {
		thing := read(r)
		if r.err == nil {
			found[thing.NodeID()] = thing
			keep(thing)
		}
		return r.err
	})
	return found, err
}

// eachOf runs a query whose one argument is a set of IDs.
func (r *reader) eachOf(query string, ids iter.Seq[string], visit func(r *row) error) error {
	list := slices.Collect(ids)
	if len(list) == 0 {
		return nil
	}
	return r.each(query, []any{idList(list)}, visit)
}
