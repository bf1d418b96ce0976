package main

import (
	"context"
	"database/sql"
	"strings"

	_ "modernc.org/sqlite" // the driver that Dateline uses too
)

// bySQL is what somebody who knows SQL and Dateline's tables writes for the
// question: one statement, what belongs to an event as JSON.
const bySQL = `SELECT e.id, e.means, e.status, e.summary, e.edtf,
 (SELECT json_group_array(json_object('id', n.id, 'name', n.name)) FROM json_each(e.participants) w JOIN entities n ON n.id = w.value),
 (SELECT json_group_array(json_object('id', r.id, 'quote', r.quote, 'article', json_object('id', a.id, 'title', a.title, 'publisher', a.publisher, 'published', a.published)))
  FROM (SELECT * FROM reports WHERE event_id = e.id LIMIT 3) r JOIN articles a ON a.id = r.article_id)
FROM event_parties p JOIN events e ON e.row = p.event_row
WHERE p.entity_id = ? AND p.type = 'CONTACT' AND p.undated = 0 AND p.earliest <= ? AND p.latest >= ?
ORDER BY p.earliest, p.latest, p.event_id LIMIT 20`

// handwrittenSQL asks the file that Dateline keeps, without Dateline.
func handwrittenSQL(path string) (contender, error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&_pragma=busy_timeout(1000)&_pragma=mmap_size(1073741824)")
	if err != nil {
		return contender{}, err
	}
	db.SetMaxIdleConns(16)
	statement, err := db.Prepare(bySQL)
	if err != nil {
		return contender{}, err
	}
	day := strings.NewReplacer("-", "")
	return contender{"hand-written SQL, modernc.org/sqlite", func(ctx context.Context, q question, _ bool) (ids []string, err error) {
		rows, err := statement.QueryContext(ctx, q.id, day.Replace(q.to), day.Replace(q.from))
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		for rows.Next() {
			var id, means, status, summary, edtf, participants, reports string
			if err := rows.Scan(&id, &means, &status, &summary, &edtf, &participants, &reports); err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
		return ids, rows.Err()
	}}, nil
}
