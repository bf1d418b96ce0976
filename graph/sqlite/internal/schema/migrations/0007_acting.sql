-- Who acted for whom in a contact that took place: networks and paths go there as well.
ALTER TABLE links ADD COLUMN acting INTEGER NOT NULL DEFAULT 0;
WITH acting (envoy, principal, row) AS MATERIALIZED (
  SELECT p.value, b.value, e.row FROM events e, json_each(e.participants) p, json_each(e.participants) b
  WHERE e.type = 'CONTACT' AND e.status IN ('ASSERTED', 'CONFIRMED', 'DISPUTED') AND p.key % 3 = 0 AND b.key = p.key + 2 AND b.value <> '' AND b.value <> p.value)
INSERT OR IGNORE INTO links (entity_id, other_id, event_id, undated, earliest, latest, means, acting)
  SELECT a.one, a.other, e.id, e.undated, iif(e.long = 3, 10101, e.earliest), e.latest, e.means, 1
  FROM (SELECT envoy AS one, principal AS other, row FROM acting UNION ALL SELECT principal, envoy, row FROM acting) a JOIN events e ON e.row = a.row;

-- Full text of the summaries and means of events; rowid is the row of events.
CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE TABLE event_summaries (
  event_row INTEGER PRIMARY KEY,
  event_id  TEXT NOT NULL,
  length    INTEGER NOT NULL -- in words
) STRICT;
INSERT INTO event_words (rowid, words) SELECT row, dateline_fold(summary || ' ' || means) FROM events ORDER BY row;
INSERT INTO event_summaries SELECT row, id, length(words) - length(replace(words, ' ', '')) + (words <> '')
  FROM (SELECT row, id, dateline_fold(summary || ' ' || means) AS words FROM events);
