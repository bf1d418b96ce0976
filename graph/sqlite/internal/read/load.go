package read

import (
	"iter"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
)

const (
	fromEventsOf   = ` FROM json_each(?) w CROSS JOIN events e ON e.`
	fromReportsOf  = ` FROM json_each(?) w CROSS JOIN reports r ON r.`
	fromArticlesOf = ` FROM json_each(?) w CROSS JOIN articles a ON a.`
	fromEntitiesOf = ` FROM json_each(?) w CROSS JOIN entities e ON e.`
	byID           = `id = w.value`
	byRow          = `row = w.value`
	selectWhole    = `SELECT ` + mapping.ArticleTextColumns + ` FROM json_each(?) w JOIN articles a ON a.id = w.value`
)

// form is how things are read: the columns, and the function that reads them.
type form[T any] struct {
	columns string
	read    func(r *mapping.Row) T
}

// kind is a kind of thing that is read by ID.
type kind[T any] struct {
	from         string
	whole, brief form[T]
}

var (
	eventKind = kind[*graph.Event]{fromEventsOf,
		form[*graph.Event]{mapping.EventColumns, mapping.ReadEvent},
		form[*graph.Event]{mapping.BriefEventColumns, mapping.ReadBriefEvent}}
	reportKind = kind[*graph.Report]{fromReportsOf,
		form[*graph.Report]{mapping.ResolvedColumns, mapping.ReadResolved},
		form[*graph.Report]{mapping.BriefReportColumns, mapping.ReadBriefReport}}
	// citedKind has no brief form, and is not cached.
	citedKind = kind[*graph.Report]{from: fromReportsOf,
		whole: form[*graph.Report]{mapping.CitedReportColumns, mapping.ReadCitedReport}}
	articleKind = kind[*graph.Article]{fromArticlesOf,
		form[*graph.Article]{mapping.ArticleColumns, mapping.ReadArticle},
		form[*graph.Article]{mapping.BriefArticleColumns, mapping.ReadBriefArticle}}
	entityKind = kind[graph.Entity]{fromEntitiesOf,
		form[graph.Entity]{mapping.EntityColumns, mapping.ReadEntity},
		form[graph.Entity]{mapping.BriefEntityColumns, mapping.ReadBriefEntity}}
)

func (k *kind[T]) form(brief bool) form[T] {
	if brief {
		return k.brief
	}
	return k.whole
}

// wanted returns a set of things to read.
func wanted[T any](ids iter.Seq[string]) map[string]T {
	things := make(map[string]T)
	for id := range ids {
		var none T
		things[id] = none
	}
	return things
}

// The functions below read those of the things that are nil, by ID, with one or two
// statements. They remove what does not exist, and fill nothing. A thing that is cached
// whole is also used if it is wanted in brief.

func loadEvents(r *View, events map[string]*graph.Event, brief bool) error {
	return load(r, events, &eventKind, &r.Cache.events, brief)
}

// loadReports reads reports of a list that is read once without what it does not show, and
// others whole if they are to have sources, so that the cache has them for other questions.
func loadReports(r *View, reports map[string]*graph.Report, without graph.Without) error {
	brief := without.ReportParties && without.ReportDetails
	if brief && !without.ReportSources && r.once {
		return load(r, reports, &citedKind, &r.Cache.reports, false)
	}
	return load(r, reports, &reportKind, &r.Cache.reports, brief && without.ReportSources)
}

// loadArticles reads articles without their text.
func loadArticles(r *View, articles map[string]*graph.Article, brief bool) error {
	return load(r, articles, &articleKind, &r.Cache.articles, brief)
}

func wholeArticles(r *View, ids iter.Seq[string]) (map[string]*graph.Article, error) {
	found := make(map[string]*graph.Article)
	err := r.eachOf(selectWhole, slices.Collect(ids), func(r *mapping.Row) error {
		article := mapping.ReadWholeArticle(r)
		found[article.ID] = article
		return r.Err
	})
	return found, err
}

// thing is anything that is read by ID. A nil thing is still to be read.
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

// load takes what is cached, reads the rest, and caches that unless it is read once.
func load[T thing](r *View, things map[string]T, k *kind[T], cached *mapping.WeightedCache[T], brief bool) error {
	fresh, err := read(r, things, k, cached, brief)
	if r.once {
		return err
	}
	for _, thing := range fresh {
		cached.Keep(thing.NodeID(), thing, brief)
	}
	return err
}

// read takes what is cached, reads the rest, and returns the latter. It first tries the
// noted rows, which saves looking the ID up.
func read[T thing](r *View, things map[string]T, k *kind[T], cached *mapping.WeightedCache[T], brief bool) (fresh []T, err error) {
	var rows []int64
	complete := true
	for _, id := range unread(things) {
		if thing, ok := cached.Get(id, brief); ok {
			things[id] = thing
			continue
		}
		complete = false
		if row, ok := r.Rows[id]; ok {
			rows = append(rows, row)
		}
	}
	if complete {
		return nil, nil
	}
	form := k.form(brief)
	take := func(r *mapping.Row) error {
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
		if err := r.short(query+byRow, mapping.RowList(rows), take); err != nil {
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
