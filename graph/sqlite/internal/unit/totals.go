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

// summingUpPairs are those for the links of two parties (migration 0008).
var summingUpPairs = []string{
	`DELETE FROM pairs WHERE (entity_id, other_id) IN (SELECT entity_id, other_id FROM changed_pairs)`,
	`INSERT INTO pairs (entity_id, other_id, contacts, earliest, latest, means) SELECT l.entity_id, l.other_id, count(*),
coalesce(min(l.earliest) FILTER (WHERE l.undated = 0 AND l.earliest > 10101), 0), coalesce(max(l.latest) FILTER (WHERE l.undated = 0 AND l.latest < 99991231), 0),
replace(group_concat(DISTINCT l.means), ',', ' ')
FROM changed_pairs c CROSS JOIN links l ON l.entity_id = c.entity_id AND l.other_id = c.other_id WHERE l.acting = 0 GROUP BY l.entity_id, l.other_id`,
	`DELETE FROM changed_pairs`,
}

// sumUp sums up the reports of the events, and the links of the parties, that have changed.
func sumUp(tx *statements) error {
	for changed, statements := range map[string][]string{"changed_events": summingUp, "changed_pairs": summingUpPairs} {
		_, some, err := tx.Number("SELECT 1 FROM " + changed + " LIMIT 1")
		if err != nil {
			return err
		}
		if !some {
			continue
		}
		for _, statement := range statements {
			if err := tx.exec(statement); err != nil {
				return err
			}
		}
	}
	return nil
}
