package sqlite

import (
	"context"
	"iter"
	"slices"

	"dateline/graph"
)

const (
	fromEventsOf   = ` FROM json_each(?) w CROSS JOIN events e ON e.`
	fromReportsOf  = ` FROM json_each(?) w CROSS JOIN reports r ON r.`
	fromArticlesOf = ` FROM json_each(?) w CROSS JOIN articles a ON a.`
	fromEntitiesOf = ` FROM json_each(?) w CROSS JOIN entities e ON e.`
	byID           = `id = w.value`
	byRow          = `row = w.value`
	selectWhole    = `SELECT ` + articleTextColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`
)

// form is how things are read: columns, and what makes a thing of them.
type form[T any] struct {
	columns string
	read    func(r *row) T
}

// kind is a kind of things that are read by their IDs.
type kind[T any] struct {
	from         string
	whole, brief form[T]
}

var (
	eventKind   = kind[*graph.Event]{fromEventsOf, form[*graph.Event]{eventColumns, readEvent}, form[*graph.Event]{briefEventColumns, readBriefEvent}}
	reportKind  = kind[*graph.Report]{fromReportsOf, form[*graph.Report]{resolvedColumns, readResolved}, form[*graph.Report]{briefReportColumns, readBriefReport}}
	articleKind = kind[*graph.Article]{fromArticlesOf, form[*graph.Article]{articleColumns, readArticle}, form[*graph.Article]{briefArticleColumns, readBriefArticle}}
	entityKind  = kind[graph.Entity]{fromEntitiesOf, form[graph.Entity]{entityColumns, readEntity}, form[graph.Entity]{briefEntityColumns, readBriefEntity}}
)

func (k *kind[T]) form(brief bool) form[T] {
	if brief {
		return k.brief
	}
	return k.whole
}

// wanted is a set of things that are to be read.
func wanted[T any](ids iter.Seq[string]) map[string]T {
	things := make(map[string]T)
	for id := range ids {
		var none T
		things[id] = none
	}
	return things
}

// The functions below read those of the things that are nil, by their IDs, with a
// statement or two for all. What does not exist is left out, and nothing is filled.
// What is cached whole serves for what is asked for in brief, and comes in brief.

func (r *reader) loadEvents(events map[string]*graph.Event, brief bool) error {
	return load(r, events, &eventKind, &r.cache.events, brief)
}

func (r *reader) loadReports(reports map[string]*graph.Report, brief bool) error {
	return load(r, reports, &reportKind, &r.cache.reports, brief)
}

// loadArticles reads them without their text.
func (r *reader) loadArticles(articles map[string]*graph.Article, brief bool) error {
	return load(r, articles, &articleKind, &r.cache.articles, brief)
}

func (r *reader) wholeArticles(ids iter.Seq[string]) (map[string]*graph.Article, error) {
	found := make(map[string]*graph.Article)
	err := r.eachOf(selectWhole, slices.Collect(ids), func(r *row) error {
		article := readWholeArticle(r)
		found[article.ID] = article
		return r.Err
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

// thing is what is read by its ID; unread where it is nil.
type thing interface {
	graph.Node
	comparable
}

func unread[T thing](things map[string]T) []string {
	var ids []string
	var none T
	for id, thing := range things {
		if thing == none {
			ids = append(ids, id)
		}
	}
	return ids
}

// load takes what is cached, reads the rest, and keeps that.
func load[T thing](r *reader, things map[string]T, k *kind[T], cached *shelf[T], brief bool) error {
	fresh, err := read(r, things, k, cached, brief)
	for _, thing := range fresh {
		cached.keep(thing.NodeID(), thing, brief)
	}
	return err
}

// read takes what is cached and reads the rest, which it also gives. What is where
// its row is known to have been is read from there, which saves looking it up by its
// ID.
func read[T thing](r *reader, things map[string]T, k *kind[T], cached *shelf[T], brief bool) (fresh []T, err error) {
	var rows []int64
	complete := true
	for _, id := range unread(things) {
		if thing, ok := cached.get(id, brief); ok {
			things[id] = thing
			continue
		}
		complete = false
		if row, ok := r.rows[id]; ok {
			rows = append(rows, row)
		}
	}
	if complete {
		return nil, nil
	}
	form := k.form(brief)
	take := func(r *row) error {
		var none T
		thing := form.read(r)
		if r.Err != nil {
			return r.Err
		}
		if there, ok := things[thing.NodeID()]; ok && there == none {
			things[thing.NodeID()] = thing
			fresh = append(fresh, thing)
		}
		return nil
	}
	query := "SELECT " + form.columns + k.from
	if len(rows) > 0 {
		if err := r.short(query+byRow, rowList(rows), take); err != nil {
			return nil, err
		}
	}
	if err := r.eachOf(query+byID, unread(things), take); err != nil {
		return nil, err
	}
	for _, id := range unread(things) {
		delete(things, id)
	}
	return fresh, nil
}

// eachOf runs a query whose one argument is a set of IDs.
func (r *reader) eachOf(query string, ids []string, visit func(r *row) error) error {
	if len(ids) == 0 {
		return nil
	}
	return r.short(query, idList(ids), visit)
}

// short runs a query whose one argument is a list, and that finds each item by an
// index.
func (r *reader) short(query, list string, visit func(r *row) error) error {
	if err := r.ended(); err != nil {
		return err
	}
	return r.conn.each(context.WithoutCancel(r.watched), query, []any{list}, visit)
}
