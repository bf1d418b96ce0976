-- The log of changes (graph.ChangeReader). It is bounded, and not part of the graph.
CREATE TABLE changes (
  sequence INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  event_id TEXT NOT NULL,
  before   TEXT NOT NULL -- the event as it was, as storekit writes it
) STRICT;

-- One row, which tells logs apart.
CREATE TABLE change_log (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO change_log (id) VALUES (lower(hex(randomblob(8))));
