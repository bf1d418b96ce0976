-- The links of each two parties, summed up, for networks: entity_id is the smaller ID.
CREATE TABLE pairs (
  entity_id TEXT NOT NULL,
  other_id  TEXT NOT NULL,
  contacts  INTEGER NOT NULL,
  earliest  INTEGER NOT NULL, -- the earliest known start, and the latest known end; 0 for none
  latest    INTEGER NOT NULL,
  means     TEXT NOT NULL,    -- each once, a space between
  PRIMARY KEY (entity_id, other_id)
) STRICT, WITHOUT ROWID;

-- The pairs whose links the current transaction has changed, as changed_events.
CREATE TABLE changed_pairs (
  entity_id TEXT NOT NULL,
  other_id  TEXT NOT NULL,
  PRIMARY KEY (entity_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER link_made AFTER INSERT ON links WHEN NEW.acting = 0 AND NEW.entity_id < NEW.other_id BEGIN
  INSERT INTO changed_pairs SELECT NEW.entity_id, NEW.other_id
    WHERE NOT EXISTS (SELECT 1 FROM changed_pairs WHERE entity_id = NEW.entity_id AND other_id = NEW.other_id);
END;
CREATE TRIGGER link_gone AFTER DELETE ON links WHEN OLD.acting = 0 AND OLD.entity_id < OLD.other_id BEGIN
  INSERT INTO changed_pairs SELECT OLD.entity_id, OLD.other_id
    WHERE NOT EXISTS (SELECT 1 FROM changed_pairs WHERE entity_id = OLD.entity_id AND other_id = OLD.other_id);
END;

INSERT INTO pairs SELECT entity_id, other_id, count(*),
  coalesce(min(earliest) FILTER (WHERE undated = 0 AND earliest > 10101), 0), coalesce(max(latest) FILTER (WHERE undated = 0 AND latest < 99991231), 0),
  replace(group_concat(DISTINCT means), ',', ' ')
  FROM links WHERE acting = 0 AND entity_id < other_id GROUP BY entity_id, other_id;
