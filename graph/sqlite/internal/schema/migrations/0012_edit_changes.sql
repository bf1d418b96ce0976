-- The log of edits, like that of changes; both have the ID in change_log.
CREATE TABLE edit_changes (
  sequence INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  edit_id  TEXT NOT NULL
) STRICT;
