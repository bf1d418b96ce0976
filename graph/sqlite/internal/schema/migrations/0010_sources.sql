-- Where articles come from.

ALTER TABLE articles ADD COLUMN source TEXT NOT NULL DEFAULT ''; -- JSON; '' is none
ALTER TABLE reports ADD COLUMN source_kind TEXT NOT NULL DEFAULT ''; -- '' is NEWS
ALTER TABLE reports ADD COLUMN page TEXT NOT NULL DEFAULT '';
