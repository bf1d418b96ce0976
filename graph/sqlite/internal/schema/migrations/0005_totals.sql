-- What totals, searches and filters by sources are read from, since rows of reports,
-- articles and events are wide.

-- Of a member: those of an entity are added up from an index.
ALTER TABLE members ADD COLUMN mention_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN report_count INTEGER NOT NULL DEFAULT 0;
UPDATE members SET
  mention_count = (SELECT count(*) FROM mentions n WHERE n.article_id = members.article_id AND n.member_id = members.id),
  report_count = (SELECT count(*) FROM report_parties p WHERE p.article_id = members.article_id AND p.member_id = members.id);
DROP INDEX members_of_entity;
CREATE INDEX members_of_entity ON members (entity_id, article_id, id, mention_count, report_count);

-- By the row of an event, which is compared faster than its ID.
DROP INDEX event_parties_of_event;
CREATE INDEX event_parties_of_event ON event_parties (event_row, entity_id, part);

-- Reports that are in an event, by the row of the report.
CREATE TABLE quotes (
  row       INTEGER PRIMARY KEY,
  event_row INTEGER NOT NULL,
  event_id  TEXT NOT NULL,
  length    INTEGER NOT NULL -- in words
) STRICT;

-- What the reports of an event say of it together.
CREATE TABLE event_sources (
  event_row       INTEGER PRIMARY KEY,
  first_published INTEGER NOT NULL, -- 0 if no article has a day
  confidence      REAL NOT NULL     -- the largest
) STRICT;
CREATE INDEX event_sources_by_day ON event_sources (first_published, event_row);
CREATE INDEX event_sources_by_confidence ON event_sources (confidence, event_row);

-- Who reports an event: folded names of publishers, and hosts.
CREATE TABLE event_publishers (
  event_row INTEGER NOT NULL,
  is_host   INTEGER NOT NULL,
  folded    TEXT NOT NULL,
  name      TEXT NOT NULL, -- the smallest spelling
  PRIMARY KEY (event_row, is_host, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_publishers_by_name ON event_publishers (is_host, folded, event_row);

-- The events whose reports the current transaction has changed: it sums them up at its
-- end. Empty between transactions.
CREATE TABLE changed_events (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- NOT EXISTS, because OR IGNORE gives way to the policy of an upsert that fires a trigger.
CREATE TRIGGER report_moved AFTER UPDATE OF event_id ON reports WHEN OLD.event_id IS NOT NEW.event_id BEGIN
  INSERT INTO changed_events SELECT OLD.event_id WHERE OLD.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_events WHERE id = OLD.event_id);
  INSERT INTO changed_events SELECT NEW.event_id WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM changed_events WHERE id = NEW.event_id);
  DELETE FROM quotes WHERE row = OLD.row;
END;
CREATE TRIGGER report_changed AFTER UPDATE OF quote_length, confidence, article_row ON reports WHEN NEW.event_id IS NOT NULL BEGIN
  INSERT INTO changed_events SELECT NEW.event_id WHERE NOT EXISTS (SELECT 1 FROM changed_events WHERE id = NEW.event_id);
END;
CREATE TRIGGER report_gone AFTER DELETE ON reports WHEN OLD.event_id IS NOT NULL BEGIN
  INSERT INTO changed_events SELECT OLD.event_id WHERE NOT EXISTS (SELECT 1 FROM changed_events WHERE id = OLD.event_id);
  DELETE FROM quotes WHERE row = OLD.row;
END;
CREATE TRIGGER event_made AFTER INSERT ON events BEGIN
  INSERT INTO changed_events SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM changed_events WHERE id = NEW.id);
END;
CREATE TRIGGER event_gone AFTER DELETE ON events BEGIN
  DELETE FROM event_sources WHERE event_row = OLD.row;
  DELETE FROM event_publishers WHERE event_row = OLD.row;
END;

-- As unit.sumUp does it, for all.
INSERT INTO quotes SELECT r.row, e.row, e.id, r.quote_length FROM events e JOIN reports r ON r.event_id = e.id;
INSERT INTO event_sources SELECT e.row, coalesce(min(nullif(a.published, 0)), 0), max(r.confidence)
  FROM events e JOIN reports r ON r.event_id = e.id JOIN articles a ON a.row = r.article_row GROUP BY e.row;
INSERT INTO event_publishers SELECT e.row, 0, a.publisher_folded, min(a.publisher)
  FROM events e JOIN reports r ON r.event_id = e.id JOIN articles a ON a.row = r.article_row WHERE a.publisher_folded <> '' GROUP BY e.row, a.publisher_folded;
INSERT INTO event_publishers SELECT DISTINCT e.row, 1, a.host, a.host
  FROM events e JOIN reports r ON r.event_id = e.id JOIN articles a ON a.row = r.article_row WHERE a.host <> '';
