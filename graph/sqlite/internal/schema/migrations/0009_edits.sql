-- Decisions of people. Content is the edit as JSON; withdrawn is the one thing of it
-- that can change.
CREATE TABLE edits (
  id           TEXT PRIMARY KEY,
  reverse_time INTEGER NOT NULL, -- the negative of microseconds since 1970
  author       TEXT NOT NULL,
  kind         TEXT NOT NULL,
  withdrawn    INTEGER NOT NULL,
  content      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX edits_by_time ON edits (reverse_time, id);
CREATE INDEX edits_by_author ON edits (author, reverse_time, id);

-- What edits name: members, reports, articles and other edits.
CREATE TABLE edit_names (
  name       TEXT NOT NULL,
  edit_id    TEXT NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (name, edit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_names_of_article ON edit_names (article_id, edit_id);

-- What was extracted from the articles that edits have changed.
CREATE TABLE originals (
  article_id TEXT PRIMARY KEY,
  extraction TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE reports ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;

-- A statement with ON CONFLICT overrides that of the triggers that it fires, so that these
-- look before they insert.
DROP TRIGGER report_moved;
DROP TRIGGER report_changed;
DROP TRIGGER report_gone;
DROP TRIGGER event_made;
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
