package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"

	"dateline/graph"
)

// Query says which rows to export. The fields for other kinds of rows than Of are ignored.
type Query struct {
	// Of is what the rows are.
	Of Kind

	// Events and Order are those of a page of events.
	Events graph.EventFilter
	Order  graph.EventOrder

	// Name and Unnamed are as in the API's entities: only named ones unless Unnamed.
	Name    string
	Unnamed bool

	// Publisher and Published are as in the API's articles.
	Publisher string
	Published graph.EDTF

	// Limit is the largest number of rows; 0 for all.
	Limit int
}

// Reader is what exports need of a store.
type Reader interface {
	graph.EventReader
	graph.EntityReader
	graph.ArticleReader
	graph.NodeReader
}

const (
	// pageSize is how many rows are read at once (measured: larger pages are no faster).
	pageSize = 500
	// reportsAhead is how many reports of an event come with its page.
	reportsAhead = 20
	// maxCitations bounds the memory that one event takes. An event that more reports tell
	// of says how many were left out.
	maxCitations = 1000
)

// Run writes all rows of a query in a format, and returns their number. It holds two pages
// of rows in memory, one that it writes and the next; GraphML and GEXF also remember some 40
// bytes for each party that they wrote, BibTeX for each article, and FollowTheMoney for each
// party, article and event. Pages are read one after the other: of rows that change during
// an export, some can be missing.
//
// Errors are those of the store and of w; graph.ErrInvalid if the format cannot express
// these rows.
func Run(ctx context.Context, store Reader, q Query, f Format, w io.Writer, options Options) (rows int, err error) {
	if !f.Takes(q.Of) {
		return 0, fmt.Errorf("%w: the format %s has no form for %s", graph.ErrInvalid, f.Name, q.Of)
	}
	buffer := bufio.NewWriterSize(w, 64<<10)
	switch q.Of {
	case KindEvents:
		rows, err = stream(ctx, f.events(buffer, options), q.Limit, options, eventPages(store, q, f.without))
	case KindEntities:
		rows, err = stream(ctx, f.entities(buffer, options), q.Limit, options, entityPages(store, q))
	case KindArticles:
		rows, err = stream(ctx, f.articles(buffer, options), q.Limit, options, articlePages(store, q))
	}
	if err == nil {
		err = buffer.Flush()
	}
	if err != nil {
		return rows, fmt.Errorf("export %s as %s after %d rows: %w", q.Of, f.Name, rows, err)
	}
	return rows, nil
}

// page is some rows and what the next page begins after; "" after the last one.
type page[T any] struct {
	rows []T
	next string
}

// pages reads the page after a cursor, of at most this many rows.
type pages[T any] func(ctx context.Context, after string, size int) (page[T], error)

// stream writes pages while the next one is read.
func stream[T any](ctx context.Context, to sink[T], limit int, options Options, read pages[T]) (rows int, err error) {
	if closer, ok := to.(io.Closer); ok {
		defer func() { _ = closer.Close() }() // temporary files
	}
	if err := to.begin(); err != nil {
		return 0, err
	}
	ctx, stop := context.WithCancel(ctx)
	found := readAhead(ctx, limit, options, read)
	defer func() {
		stop()
		for range found { // the store may be closed once nobody reads
		}
	}()
	for {
		if options.BeforePage != nil {
			options.BeforePage()
		}
		p, more := <-found
		switch {
		case !more:
			return rows, to.end()
		case p.panicked != nil:
			panic(p.panicked)
		case p.err != nil:
			return rows, p.err
		}
		for _, row := range p.rows {
			if err := to.row(row); err != nil {
				return rows, err
			}
			rows++
		}
	}
}

// answer is a page, or why there is none.
type answer[T any] struct {
	page[T]
	err error
	// panicked is what the reader panicked with, to go on with in the goroutine that asked.
	panicked any
}

// readAhead reads the pages of at most limit rows, one beyond that which the receiver has.
// The channel is closed after the last one or the first error; receive until then.
func readAhead[T any](ctx context.Context, limit int, options Options, read pages[T]) <-chan answer[T] {
	found := make(chan answer[T])
	go func() {
		defer close(found)
		defer func() {
			if reason := recover(); reason != nil {
				found <- answer[T]{panicked: reason}
			}
		}()
		for after, rows := "", 0; ; {
			size := pageSize
			if limit > 0 {
				size = min(size, limit-rows)
			}
			p, err := timed(ctx, options, read, after, size)
			found <- answer[T]{page: p, err: err}
			rows += len(p.rows)
			if after = p.next; err != nil || after == "" || rows == limit && limit > 0 {
				return
			}
		}
	}()
	return found
}

// timed reads a page within the time that the options allow.
func timed[T any](ctx context.Context, options Options, read pages[T], after string, size int) (page[T], error) {
	if options.PageTimeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, options.PageTimeout)
		defer cancel()
	}
	return read(ctx, after, size)
}

// nextOf returns the cursor to go on after, "" if the list ends with the page.
func nextOf[T any](p *graph.Page[T]) string {
	if !p.HasNext || len(p.Cursors) == 0 {
		return ""
	}
	return p.Cursors[len(p.Cursors)-1]
}

func eventPages(store graph.EventReader, q Query, without graph.Without) pages[*Event] {
	query := graph.EventQuery{EventFilter: q.Events, Order: q.Order, Reports: reportsAhead, Without: without, Once: true}
	return func(ctx context.Context, after string, size int) (page[*Event], error) {
		query.PageRequest = graph.PageRequest{First: size, After: after}
		found, err := store.Events(ctx, query)
		if err != nil {
			return page[*Event]{}, err
		}
		rows := make([]*Event, len(found.Nodes))
		for i, e := range found.Nodes {
			reports, err := reportsOf(ctx, store, e)
			if err != nil {
				return page[*Event]{}, err
			}
			rows[i] = newEvent(e, reports)
		}
		return page[*Event]{rows, nextOf(found)}, nil
	}
}

// reportsOf returns the reports of an event, of which the first came with it.
func reportsOf(ctx context.Context, store graph.EventReader, e *graph.Event) ([]*graph.Report, error) {
	if e.Reports == nil {
		return nil, nil
	}
	reports := slices.Clone(e.Reports.Nodes)
	for after := nextOf(e.Reports); after != "" && len(reports) < maxCitations; {
		request := graph.PageRequest{First: min(pageSize, maxCitations-len(reports)), After: after}
		more, err := store.Reports(ctx, graph.ReportQuery{EventIDs: []string{e.ID}, PageRequest: request})
		if err != nil {
			return nil, err
		}
		reports = append(reports, more[0].Nodes...)
		after = nextOf(more[0])
	}
	return reports, nil
}

func articlePages(store graph.ArticleReader, q Query) pages[*Article] {
	return func(ctx context.Context, after string, size int) (page[*Article], error) {
		request := graph.PageRequest{First: min(size, pageSize/5), After: after} // with whole texts
		found, err := store.Articles(ctx, graph.ArticleQuery{Publisher: q.Publisher, Published: q.Published, PageRequest: request})
		if err != nil {
			return page[*Article]{}, err
		}
		rows := make([]*Article, len(found.Nodes))
		for i, a := range found.Nodes {
			rows[i] = newArticle(a)
		}
		return page[*Article]{rows, nextOf(found)}, nil
	}
}

func entityPages(store Reader, q Query) pages[*Entity] {
	return func(ctx context.Context, after string, size int) (page[*Entity], error) {
		request := graph.PageRequest{First: min(size, pageSize/5), After: after} // each with an article
		found, err := store.Entities(ctx, graph.EntityQuery{Name: q.Name, Named: !q.Unnamed, PageRequest: request})
		if err != nil {
			return page[*Entity]{}, err
		}
		rows, err := citedEntities(ctx, store, found.Nodes)
		return page[*Entity]{rows, nextOf(found)}, err
	}
}

// citedEntities finds the first mention of each entity, and the line that it is in.
func citedEntities(ctx context.Context, store Reader, entities []graph.Entity) ([]*Entity, error) {
	if len(entities) == 0 {
		return nil, nil
	}
	ids := make([]string, len(entities))
	for i, e := range entities {
		ids[i] = e.NodeID()
	}
	mentions, err := store.MentionsOf(ctx, ids, graph.PageRequest{First: 1})
	if err != nil {
		return nil, err
	}
	texts, err := textsOf(ctx, store, mentions)
	if err != nil {
		return nil, err
	}
	rows := make([]*Entity, len(entities))
	for i, e := range entities {
		rows[i] = &Entity{Entity: e}
		if len(mentions[i].Nodes) == 0 {
			continue
		}
		mention := mentions[i].Nodes[0]
		c := cite(mention.Article)
		c.Quote, c.Start, c.End = mention.Text, mention.Start, mention.End
		if text := texts[c.ArticleID]; mention.End <= len(text) {
			c.Start, c.End = around(text, mention.Start, mention.End)
			c.Quote = string(text[c.Start:c.End])
		}
		rows[i].Citation = &c
	}
	return rows, nil
}

// textsOf reads the texts of the articles of the first mentions.
func textsOf(ctx context.Context, store graph.NodeReader, mentions []*graph.MentionPage) (map[string][]rune, error) {
	var ids []string
	for _, p := range mentions {
		for _, mention := range p.Nodes {
			ids = append(ids, mention.Article.ID)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) == 0 {
		return nil, nil
	}
	nodes, err := store.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	texts := make(map[string][]rune, len(nodes))
	for _, node := range nodes {
		if a, ok := node.(*graph.Article); ok {
			texts[a.ID] = []rune(a.Text)
		}
	}
	return texts, nil
}
