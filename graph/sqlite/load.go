package sqlite

import (
	"context"
	"iter"
	"maps"
	"slices"

	"dateline/graph"
)

const (
	selectEvents   = `SELECT ` + eventColumns + ` FROM json_each(?) w CROSS JOIN events e ON e.`
	selectReports  = `SELECT ` + resolvedColumns + ` FROM json_each(?) w CROSS JOIN reports r ON r.`
	selectArticles = `SELECT ` + articleColumns + ` FROM json_each(?) w CROSS JOIN articles a ON a.`
	byID           = `id = w.value`
	byRow          = `row = w.value`
	selectWhole    = `SELECT ` + articleTextColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`
	selectEntities = `SELECT ` + entityColumns + ` FROM json_each(?) w JOIN entities e ON e.id = w.value`
)

// The functions below read things by their IDs, a statement each. What does not
// exist is left out, and nothing is filled.

func (r *reader) events(ids iter.Seq[string]) (map[string]*graph.Event, error) {
	return load(r, ids, selectEvents, &r.cache.events, readEvent)
}

func (r *reader) reports(ids iter.Seq[string]) (map[string]*graph.Report, error) {
	return load(r, ids, selectReports, &r.cache.reports, readResolved)
}

// articles reads them without their text.
func (r *reader) articles(ids iter.Seq[string]) (map[string]*graph.Article, error) {
	return load(r, ids, selectArticles, &r.cache.articles, readArticle)
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

// maxRows bounds the rows that are noted: a page has some hundred.
const maxRows = 1 << 14

// noteRow notes where a thing is. The connection that writes notes nothing: what it
// has read may move.
func (c *conn) noteRow(id string, row int64) {
	if c.rows != nil && len(c.rows) < maxRows {
		c.rows[id] = row
	}
}

// load takes what is cached, reads the rest, and keeps that. What is where its row
// is known to have been is read from there, which saves looking it up by its ID.
func load[T graph.Node](r *reader, ids iter.Seq[string], query string, cached *shelf[T], read func(r *row) T) (map[string]T, error) {
	found := make(map[string]T)
	unknown := make(map[string]bool)
	var rows []int64
	for id := range ids {
		if thing, ok := cached.get(id); ok {
			found[id] = thing
			continue
		}
		if row, ok := r.rows[id]; ok && !unknown[id] {
			rows = append(rows, row)
		}
		unknown[id] = true
	}
	take := func(r *row) error {
		thing := read(r)
		if id := thing.NodeID(); r.err == nil && unknown[id] {
			found[id] = thing
			delete(unknown, id)
			cached.keep(id, thing)
		}
		return r.err
	}
	if len(rows) > 0 {
		if err := r.short(query+byRow, rowList(rows), take); err != nil {
			return nil, err
		}
	}
	return found, r.eachOf(query+byID, maps.Keys(unknown), take)
}

// eachOf runs a query whose one argument is a set of IDs.
func (r *reader) eachOf(query string, ids iter.Seq[string], visit func(r *row) error) error {
	list := slices.Collect(ids)
	if len(list) == 0 {
		return nil
	}
	return r.short(query, idList(list), visit)
}

// short runs a query whose one argument is a list, and that finds each item by an
// index.
func (r *reader) short(query, list string, visit func(r *row) error) error {
	if err := r.ended(); err != nil {
		return err
	}
	return r.conn.each(context.WithoutCancel(r.watched), query, []any{list}, visit)
}
