-- A hash of the article with all that is of it, by which the doctor sees what something
-- else changed; '' for an article that was stored without one.
ALTER TABLE articles ADD COLUMN sum TEXT NOT NULL DEFAULT '';
