package unit

import (
	"database/sql/driver"
	"errors"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/storekit"
)

const (
	storedEventColumns = `id, block, type, means, status, summary, undated, earliest, latest, long, edtf, time_text, time_anchor, place_id,
article_count, publisher_count, report_count, participants, report_ids, conflicts, merges, related,
time_bound, about, about_words, qualifier, several, denies_plan`
	selectEventsOfBlock = `SELECT ` + storedEventColumns + ` FROM events WHERE block = ?`
	selectStoredEvents  = `SELECT ` + storedEventColumns + ` FROM events WHERE id IN (SELECT value FROM json_each(?))`

	// As many as pages show.
	firstReportRows = `SELECT json_group_array(r.row) FROM (SELECT value FROM json_each(?19) LIMIT 10) w CROSS JOIN reports r ON r.id = w.value`

	putEvent = `INSERT INTO events (` + storedEventColumns + `, reverse_earliest, reverse_latest, report_rows)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, -?8, -?9, (` + firstReportRows + `))
ON CONFLICT (id) DO UPDATE SET block = ?2, type = ?3, means = ?4, status = ?5, summary = ?6, undated = ?7, earliest = ?8, latest = ?9, long = ?10,
edtf = ?11, time_text = ?12, time_anchor = ?13, place_id = ?14, article_count = ?15, publisher_count = ?16, report_count = ?17, participants = ?18,
report_ids = ?19, conflicts = ?20, merges = ?21, related = ?22,
time_bound = ?23, about = ?24, about_words = ?25, qualifier = ?26, several = ?27, denies_plan = ?28, reverse_earliest = -?8, reverse_latest = -?9, report_rows = (` + firstReportRows + `)
RETURNING row`

	deleteEvent = `DELETE FROM events WHERE id = ?`

	selectEventRow = `SELECT row FROM events WHERE id = ?`
	putSummary     = `INSERT OR REPLACE INTO event_summaries (event_row, event_id, length) VALUES (?, ?, ?)`
	deleteSummary  = `DELETE FROM event_summaries WHERE event_row = (SELECT row FROM events WHERE id = ?)`
)

// eventRow is a row of the table events. Rows are comparable with ==.
type eventRow struct {
	id, block, kind, means, status, summary   string
	span                                      mapping.SpanColumns
	placeID                                   string
	articleCount, publisherCount, reportCount int
	participants, reportIDs                   string
	conflicts, merges, related                string
	about, aboutWords, qualifier              string
	several, deniesPlan                       bool
}

func rowOfEvent(block string, e *graph.Event) (eventRow, error) {
	conflicts, err := storekit.JSONText(e.Conflicts, len(e.Conflicts) == 0)
	merges, mergesErr := storekit.JSONText(e.Merges, len(e.Merges) == 0)
	related, relatedErr := storekit.JSONText(e.Related, len(e.Related) == 0)
	about, aboutErr := storekit.JSONText(e.About, len(e.About) == 0)
	return eventRow{
		id: e.ID, block: block, kind: string(e.Type), means: string(e.Means), status: string(e.Status), summary: e.Summary,
		span: mapping.ColumnsOfSpan(e.Time), placeID: e.PlaceID,
		articleCount: e.ArticleCount, publisherCount: e.PublisherCount, reportCount: len(e.ReportIDs),
		participants: mapping.ListText(storekit.ParticipantTexts(e.Participants)), reportIDs: mapping.ListText(e.ReportIDs),
		conflicts: conflicts, merges: merges, related: related,
		about: about, aboutWords: storekit.AboutWords(e), qualifier: e.Qualifier, several: e.Several, deniesPlan: e.DeniesPlan,
	}, errors.Join(err, mergesErr, relatedErr, aboutErr)
}

func readEventRow(r *mapping.Row) eventRow {
	row := eventRow{id: r.Text(), block: r.Text(), kind: r.Text(), means: r.Text(), status: r.Text(), summary: r.Text()}
	row.span = mapping.SpanColumns{Undated: r.Bool(), First: r.Number(), Latest: r.Number(), Long: r.Number()}
	row.span.Earliest = row.span.First
	if row.span.Long == int64(storekit.OpenStart) {
		row.span.Earliest = mapping.DayNumber(graph.MinDate)
	}
	if !r.Null() {
		row.span.EDTF = r.Text()
	} else {
		r.Text()
	}
	row.span.Text, row.span.Anchor = r.Text(), r.Number()
	row.placeID, row.articleCount, row.publisherCount, row.reportCount = r.Text(), r.Count(), r.Count(), r.Count()
	row.participants, row.reportIDs = r.Text(), r.Text()
	row.conflicts, row.merges, row.related = r.Text(), r.Text(), r.Text()
	row.span.Bound, row.about, row.aboutWords, row.qualifier = r.Bool(), r.Text(), r.Text(), r.Text()
	row.several, row.deniesPlan = r.Bool(), r.Bool()
	return row
}

func (row *eventRow) values() []any {
	return []any{row.id, row.block, row.kind, row.means, row.status, row.summary, row.span.Undated, row.span.First, row.span.Latest, row.span.Long,
		row.span.EDTF, row.span.Text, row.span.Anchor, row.placeID, row.articleCount, row.publisherCount, row.reportCount,
		row.participants, row.reportIDs, row.conflicts, row.merges, row.related,
		row.span.Bound, row.about, row.aboutWords, row.qualifier, row.several, row.deniesPlan}
}

// eventValues returns the values as mapping.ReadEvent reads them; it needs no rows of
// reports.
func (row *eventRow) eventValues() []driver.Value {
	number := func(set bool) int64 {
		if set {
			return 1
		}
		return 0
	}
	return []driver.Value{row.id, row.block, row.kind, row.means, row.status, row.summary, row.span.EDTF, row.span.Text, row.span.Anchor, number(row.span.Bound), row.placeID,
		int64(row.articleCount), int64(row.publisherCount), row.participants, row.reportIDs, "",
		row.about, row.qualifier, number(row.several), number(row.deniesPlan), row.conflicts, row.merges, row.related}
}

// events writes events.
type events struct {
	*blockReader
	reports *eventReports
	parties eventParties
	words   fullText
	log     *eventLog
}

// PutEvents stores the events of blocks. Only the differences are written.
func (tx *events) PutEvents(blocks []string, events []*graph.Event) error {
	return db.Translate(tx.blocks.faultless(tx.putEvents(distinctBlocks(blocks), events)), "put events of blocks %q", blocks)
}

func (tx *events) putEvents(blocks []string, events []*graph.Event) error {
	if err := tx.keepReports(blocks); err != nil {
		return err
	}
	byBlock := make(map[string][]*graph.Event, len(blocks))
	for _, e := range events {
		block := storekit.EventBlock(blocks, e)
		byBlock[block] = append(byBlock[block], e)
	}
	var reports []*keptReport
	for _, block := range blocks {
		kept := tx.blocks.reports[block]
		if err := tx.keepEvents(block, kept); err != nil {
			return err
		}
		reports = append(reports, kept.reports...)
	}
	for _, block := range blocks {
		kept := tx.blocks.reports[block]
		if err := tx.takeEvents(kept, byBlock[block]); err != nil {
			return err
		}
		for _, e := range byBlock[block] {
			if err := tx.putEvent(kept, block, e); err != nil {
				return err
			}
		}
	}
	for _, block := range blocks {
		kept := tx.blocks.reports[block]
		for _, id := range gone(kept.events, byBlock[block]) {
			old := kept.events[id]
			delete(kept.events, id)
			if err := tx.log.note(id, &old, nil); err != nil {
				return err
			}
			if err := tx.parties.replace(id, 0, &old, nil); err != nil {
				return err
			}
			if err := tx.deleteSummary(id); err != nil {
				return err
			}
			if err := tx.exec(deleteEvent, id); err != nil {
				return err
			}
		}
	}
	return tx.reports.assign(reports, events)
}

// takeEvents moves events here that another block has under the same IDs.
func (tx *events) takeEvents(b *reportBlock, events []*graph.Event) error {
	var unknown []string
	for _, e := range events {
		if _, ok := b.events[e.ID]; !ok {
			unknown = append(unknown, e.ID)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	taken, err := tx.storedEvents(selectStoredEvents, mapping.IDList(unknown))
	for id, row := range taken {
		b.events[id] = row
		if other := tx.blocks.reports[row.block]; other != nil {
			delete(other.events, id)
		}
	}
	return err
}

func (tx *blockReader) storedEvents(query string, args ...any) (map[string]eventRow, error) {
	stored := make(map[string]eventRow)
	err := tx.Each(query, args, func(r *mapping.Row) error {
		event := readEventRow(r)
		stored[event.id] = event
		return nil
	})
	return stored, err
}

func (tx *events) putEvent(b *reportBlock, block string, e *graph.Event) error {
	row, err := rowOfEvent(block, e)
	if err != nil {
		return err
	}
	old, exists := b.events[row.id]
	if exists && old == row {
		return nil
	}
	b.events[row.id] = row
	at, _, err := tx.Number(putEvent, row.values()...)
	if err != nil {
		return err
	}
	if !exists || old.summary != row.summary || old.means != row.means {
		if err := tx.putSummary(at, e, exists); err != nil {
			return err
		}
	}
	var before *eventRow
	if exists {
		before = &old
	}
	if err := tx.log.note(row.id, before, &row); err != nil {
		return err
	}
	return tx.parties.replace(row.id, at, before, &row)
}

// putSummary writes the words of an event's summary, which may have others so far.
func (tx *events) putSummary(row int64, e *graph.Event, exists bool) error {
	words := storekit.SummaryWords(e)
	if exists {
		tx.words.delete(read.EventWords, row)
	}
	tx.words.put(read.EventWords, row, words)
	return tx.exec(putSummary, row, e.ID, storekit.WordCount(words))
}

func (tx *events) deleteSummary(eventID string) error {
	if err := tx.words.deleteOf(tx.statements, read.EventWords, selectEventRow, eventID); err != nil {
		return err
	}
	return tx.exec(deleteSummary, eventID)
}
