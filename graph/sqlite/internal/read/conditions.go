package read

import (
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// condition is something that the reports of an event have to say. Where few events meet
// it, or where all that do are wanted, they are found first, as a set of rows. Where many
// do, the first events of a page are soon found in their order, and checked each.
type condition struct {
	// rows is SQL for the rows of the events that meet it, with the arguments args.
	rows string
	args []any
	// each is SQL for whether the event in the row %s does, with the same arguments. It is
	// "" for full text, where to look up one row takes as long as to find a thousand.
	each string
}

const (
	// few is the most rows that are always found first.
	few = 2_000
)

var (
	knownBy = condition{
		rows: `SELECT event_row FROM event_sources WHERE first_published BETWEEN 1 AND ?`,
		each: `SELECT 1 FROM event_sources x WHERE x.event_row = %s AND x.first_published BETWEEN 1 AND ?`,
	}
	confident = condition{
		rows: `SELECT event_row FROM event_sources WHERE confidence >= ?`,
		each: `SELECT 1 FROM event_sources x WHERE x.event_row = %s AND x.confidence >= ?`,
	}
	// A kind that no column states is NEWS.
	inSources = condition{
		rows: `SELECT e.row FROM reports r JOIN events e ON e.id = r.event_id WHERE iif(r.by_hand, 'HAND', iif(r.source_kind = '', 'NEWS', r.source_kind)) IN (SELECT value FROM json_each(?))`,
		each: `SELECT 1 FROM reports r JOIN events x ON x.id = r.event_id WHERE x.row = %s AND iif(r.by_hand, 'HAND', iif(r.source_kind = '', 'NEWS', r.source_kind)) IN (SELECT value FROM json_each(?))`,
	}
	// An event has at least as many reports as articles.
	inArticles = condition{
		rows: `SELECT row FROM events INDEXED BY events_by_reports WHERE reverse_reports <= -? AND article_count >= ?`,
		each: `SELECT 1 FROM events x WHERE x.row = %s AND x.reverse_reports <= -? AND x.article_count >= ?`,
	}
	reportedBy = condition{
		rows: `SELECT event_row FROM event_publishers WHERE is_host = 0 AND folded = ? UNION SELECT event_row FROM event_publishers WHERE is_host = 1 AND folded = ?`,
		each: `SELECT 1 FROM event_publishers x WHERE x.event_row = %s AND (x.is_host = 0 AND x.folded = ? OR x.is_host = 1 AND x.folded = ?)`,
	}
)

func (c condition) with(args ...any) condition {
	c.args = args
	return c
}

// quoting is the condition that one quote has all words.
func quoting(words words) condition {
	return condition{rows: `SELECT q.event_row FROM ` + words.rows(QuoteWords) + ` w JOIN quotes q ON q.row = w.row`, args: words.args()}
}

// sources adds the conditions on the reports of an event.
func (r restricting) sources(f graph.EventFilter) error {
	var conditions []condition
	if !f.KnownBy.IsZero() {
		conditions = append(conditions, knownBy.with(mapping.DayNumber(f.KnownBy)))
	}
	if f.MinArticles > 1 { // every event is in one
		conditions = append(conditions, inArticles.with(f.MinArticles, f.MinArticles))
	}
	if f.Publisher != "" {
		conditions = append(conditions, reportedBy.with(graph.Fold(f.Publisher), graph.Host(f.Publisher)))
	}
	if f.MinConfidence > 0 {
		conditions = append(conditions, confident.with(f.MinConfidence))
	}
	if f.SourceKinds != nil {
		conditions = append(conditions, inSources.with(mapping.IDList(storekit.Texts(f.SourceKinds))))
	}
	if f.Text != "" {
		words, err := allWords(f.Text)
		if err != nil {
			return err
		}
		if len(words) == 0 {
			r.s.none = true
			return nil
		}
		conditions = append(conditions, quoting(words))
	}
	for _, c := range conditions {
		if err := r.require(c); err != nil {
			return err
		}
	}
	return nil
}

// require keeps the events that meet a condition.
func (r restricting) require(c condition) error {
	if !r.whole && c.each != "" {
		count, _, err := r.Number("SELECT count(*) FROM ("+c.rows+" LIMIT ?)", append(c.args[:len(c.args):len(c.args)], few+1)...)
		if err != nil {
			return err
		}
		if count > few {
			r.s.differs = true
			r.s.and(" AND EXISTS ("+fmt.Sprintf(c.each, r.s.row())+")", c.args...)
			return nil
		}
	}
	set, err := r.setOf(part{c.rows, c.args})
	if err != nil {
		return err
	}
	r.keep(set)
	return nil
}
