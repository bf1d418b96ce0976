-- What is worth a person's look. Merging makes it for each block that it clusters; content
-- is the review as JSON. A review is there as long as merging makes it, and so are its lock
-- and its skips. Stores of before get theirs as their articles are loaded again.
CREATE TABLE reviews (
  id             TEXT PRIMARY KEY,
  block          TEXT NOT NULL,
  kind           TEXT NOT NULL,
  reverse_weight INTEGER NOT NULL,
  locked_by      TEXT NOT NULL DEFAULT '',
  locked_until   INTEGER NOT NULL DEFAULT 0, -- microseconds since 1970
  content        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_of_block ON reviews (block, id);
CREATE INDEX reviews_by_kind ON reviews (kind, reverse_weight, id, locked_by, locked_until);
CREATE INDEX reviews_by_weight ON reviews (reverse_weight, id, kind, locked_by, locked_until);
CREATE TABLE review_skips (
  review_id TEXT NOT NULL,
  author    TEXT NOT NULL,
  PRIMARY KEY (review_id, author)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER review_gone AFTER DELETE ON reviews BEGIN
  DELETE FROM review_skips WHERE review_id = OLD.id;
END;

-- Judgements that later ones contradict.
ALTER TABLE edits ADD COLUMN overruled INTEGER NOT NULL DEFAULT 0;

-- For the history of an event.
CREATE INDEX changes_of_event ON changes (event_id, sequence);
