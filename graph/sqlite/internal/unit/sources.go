package unit

// What the reports of an event say together stands in tables of its own (migration
// 0005). Triggers note the events whose reports change, so that no way of changing one is
// forgotten; sumUp writes those tables at the end of a transaction, once for each event.

const (
	changedReports  = ` FROM changed_events c CROSS JOIN events e ON e.id = c.id CROSS JOIN reports r ON r.event_id = e.id`
	changedArticles = changedReports + ` CROSS JOIN articles a ON a.row = r.article_row`
	changedRows     = `(SELECT e.row FROM changed_events c CROSS JOIN events e ON e.id = c.id)`
)

// summingUp are the statements, in order.
var summingUp = []string{
	`INSERT OR REPLACE INTO quotes (row, event_row, event_id, length) SELECT r.row, e.row, e.id, r.quote_length` + changedReports,
	`DELETE FROM event_sources WHERE event_row IN ` + changedRows,
	`INSERT INTO event_sources (event_row, first_published, confidence) SELECT e.row, coalesce(min(nullif(a.published, 0)), 0), max(r.confidence)` + changedArticles + ` GROUP BY e.row`,
	`DELETE FROM event_publishers WHERE event_row IN ` + changedRows,
	`INSERT INTO event_publishers (event_row, is_host, folded, name) SELECT e.row, 0, a.publisher_folded, min(a.publisher)` + changedArticles + ` WHERE a.publisher_folded <> '' GROUP BY e.row, a.publisher_folded`,
	`INSERT INTO event_publishers (event_row, is_host, folded, name) SELECT DISTINCT e.row, 1, a.host, a.host` + changedArticles + ` WHERE a.host <> ''`,
	`DELETE FROM changed_events`,
}

// sumUp sums up the reports of the events that have changed.
func (tx *transaction) sumUp() error {
	_, changed, err := tx.Number(`SELECT 1 FROM changed_events LIMIT 1`)
	if err != nil || !changed {
		return err
	}
	for _, statement := range summingUp {
		if err := tx.exec(statement); err != nil {
			return err
		}
	}
	return nil
}
