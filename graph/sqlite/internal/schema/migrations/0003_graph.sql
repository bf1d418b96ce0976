-- Batches as extracted (articles, members, mentions, reports), and what merging
-- made of them (entities, events). Days are integers, 20260210; 0 is no day.
-- Lists are JSON where nothing is looked up by their items; '' is none. Lists of
-- records are flat: participants is entity, role, on behalf of, entity, …
-- Tables with wide rows are by row: SQLite would keep some of them whole in the
-- upper levels of a tree by ID, and make it twice as deep.
-- A column named reverse_… is the negative of another and sorts downwards, so that
-- every list is in one direction of an index, and a cursor is one comparison of
-- rows. Where an index alone is to be read it is no generated column: SQLite reads
-- the whole row for one.

CREATE TABLE articles (
  row              INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  external_id      TEXT NOT NULL,
  url              TEXT NOT NULL,
  title            TEXT NOT NULL,
  title_length     INTEGER NOT NULL, -- in words, as quote_length and length below
  publisher        TEXT NOT NULL,
  publisher_folded TEXT NOT NULL,
  byline           TEXT NOT NULL,
  published        INTEGER NOT NULL,
  reverse_published INTEGER NOT NULL AS (-published) VIRTUAL,
  published_from   TEXT NOT NULL,
  language         TEXT NOT NULL,
  loaded_at        TEXT NOT NULL,
  text             TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_day ON articles (reverse_published, id);
CREATE INDEX articles_by_publisher ON articles (publisher_folded, reverse_published, id);

-- By block, because merging reads whole blocks. An ID has one row: PutBatch sees
-- to it.
CREATE TABLE members (
  block             TEXT NOT NULL,
  id                TEXT NOT NULL,
  article_id        TEXT NOT NULL,
  position          INTEGER NOT NULL, -- in the batch
  entity_id         TEXT,
  kind              TEXT NOT NULL,
  name              TEXT NOT NULL,
  aliases           TEXT NOT NULL,
  nominal           INTEGER NOT NULL,
  holder_id         TEXT NOT NULL,
  organization_kind TEXT NOT NULL,
  country           TEXT NOT NULL,
  positions         TEXT NOT NULL,
  PRIMARY KEY (block, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_id ON members (id, entity_id);
CREATE INDEX members_of_article ON members (article_id, position);
CREATE INDEX members_of_entity ON members (entity_id, article_id, id);

-- By article, as report_parties: a batch then changes a page or two, and not one
-- for every member.
CREATE TABLE mentions (
  article_id   TEXT NOT NULL,
  member_id    TEXT NOT NULL,
  position     INTEGER NOT NULL, -- in the member
  start_offset INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  form         TEXT NOT NULL,
  text         TEXT NOT NULL,
  PRIMARY KEY (article_id, member_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  row           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  article_id    TEXT NOT NULL,
  article_row   INTEGER NOT NULL,
  position      INTEGER NOT NULL, -- in the batch
  block         TEXT NOT NULL,
  event_id      TEXT,
  type          TEXT NOT NULL,
  means         TEXT NOT NULL,
  status        TEXT NOT NULL,
  participants  TEXT NOT NULL,
  edtf          TEXT,
  time_text     TEXT NOT NULL,
  time_anchor   INTEGER NOT NULL,
  time_bound    INTEGER NOT NULL, -- 1 if it only had passed by then
  place_id      TEXT NOT NULL,
  attributed_to TEXT NOT NULL,
  parties       TEXT NOT NULL, -- pairs: each member it names, and its entity
  quote         TEXT NOT NULL,
  quote_length  INTEGER NOT NULL,
  start_offset  INTEGER NOT NULL,
  end_offset    INTEGER NOT NULL,
  confidence    REAL NOT NULL,
  claim         TEXT NOT NULL,
  about         TEXT NOT NULL,
  qualifier     TEXT NOT NULL,
  several       INTEGER NOT NULL,
  denies_plan   INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_of_article ON reports (article_id, start_offset, end_offset, id);
CREATE INDEX reports_of_block ON reports (block);
CREATE INDEX reports_of_event ON reports (event_id);

-- Which members a report names, in whatever part.
CREATE TABLE report_parties (
  article_id TEXT NOT NULL,
  member_id  TEXT NOT NULL,
  report_id  TEXT NOT NULL,
  PRIMARY KEY (article_id, member_id, report_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  id                TEXT PRIMARY KEY,
  block             TEXT NOT NULL,
  kind              TEXT NOT NULL,
  name              TEXT NOT NULL,
  name_folded       TEXT NOT NULL,
  aliases           TEXT NOT NULL,
  nominal           INTEGER NOT NULL,
  country           TEXT NOT NULL,
  organization_kind TEXT NOT NULL,
  positions         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name_folded, id);
CREATE INDEX entities_of_block ON entities (block);

-- Every name and alias, folded.
CREATE TABLE names (
  row       INTEGER PRIMARY KEY,
  folded    TEXT NOT NULL,
  length    INTEGER NOT NULL,
  entity_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX names_by_folded ON names (folded, entity_id);
CREATE INDEX names_of_entity ON names (entity_id);

CREATE TABLE events (
  row              INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  block            TEXT NOT NULL,
  type             TEXT NOT NULL,
  means            TEXT NOT NULL,
  status           TEXT NOT NULL,
  summary          TEXT NOT NULL,
  undated          INTEGER NOT NULL,
  earliest         INTEGER NOT NULL, -- the latest where the start is open
  latest           INTEGER NOT NULL,
  long             INTEGER NOT NULL, -- 1 for more than 31 days, 2 for more than 366, 3 for an open start
  reverse_earliest INTEGER NOT NULL,
  reverse_latest   INTEGER NOT NULL,
  edtf             TEXT,
  time_text        TEXT NOT NULL,
  time_anchor      INTEGER NOT NULL,
  time_bound       INTEGER NOT NULL,
  place_id         TEXT NOT NULL,
  article_count    INTEGER NOT NULL,
  publisher_count  INTEGER NOT NULL,
  report_count     INTEGER NOT NULL,
  reverse_reports  INTEGER NOT NULL AS (-report_count) VIRTUAL,
  participants     TEXT NOT NULL,
  report_ids       TEXT NOT NULL,
  report_rows      TEXT NOT NULL, -- where the first of them were when it was written
  about            TEXT NOT NULL,
  about_words      TEXT NOT NULL, -- see storekit.AboutWords
  qualifier        TEXT NOT NULL,
  several          INTEGER NOT NULL,
  denies_plan      INTEGER NOT NULL,
  conflicts        TEXT NOT NULL,
  merges           TEXT NOT NULL,
  related          TEXT NOT NULL
) STRICT;
-- With what events are mostly asked for by, so that a page, a count and a timeline
-- read no more than an index.
CREATE INDEX events_by_time ON events (undated, earliest, latest, id, type, means, status, long);
CREATE INDEX events_by_reverse_time ON events (undated, reverse_earliest, reverse_latest, id, type, means, status, earliest, latest);
CREATE INDEX long_events ON events (long, earliest, latest, id, undated, type, means, status, reverse_earliest, reverse_latest) WHERE long > 0;
CREATE INDEX events_by_reports ON events (reverse_reports, id);
CREATE INDEX events_of_block ON events (block);
-- Read whole for the words that an event was about.
CREATE INDEX events_by_about ON events (about_words, id) WHERE about_words <> '';

-- Who took part, in person, through an envoy or for another, with what the
-- event is mostly asked for by, so that an entity's events are found here, in order.
CREATE TABLE event_parties (
  entity_id        TEXT NOT NULL,
  undated          INTEGER NOT NULL,
  earliest         INTEGER NOT NULL,
  latest           INTEGER NOT NULL,
  event_id         TEXT NOT NULL,
  event_row        INTEGER NOT NULL,
  long             INTEGER NOT NULL,
  reverse_earliest INTEGER NOT NULL,
  reverse_latest   INTEGER NOT NULL,
  type             TEXT NOT NULL,
  means            TEXT NOT NULL,
  status           TEXT NOT NULL,
  part             INTEGER NOT NULL, -- which participation it is in, -1 for several
  PRIMARY KEY (entity_id, undated, earliest, latest, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_parties_by_reverse_time ON event_parties (entity_id, undated, reverse_earliest, reverse_latest, event_id, type, means, status, event_row);
CREATE INDEX long_event_parties ON event_parties (entity_id, long, earliest, latest, event_id, type, means, status, reverse_earliest, reverse_latest, event_row) WHERE long > 0;

-- Two parties that a contact links, in both directions, with its time: what a
-- network and a path are read from.
CREATE TABLE links (
  entity_id TEXT NOT NULL,
  other_id  TEXT NOT NULL,
  event_id  TEXT NOT NULL,
  undated   INTEGER NOT NULL,
  earliest  INTEGER NOT NULL,
  latest    INTEGER NOT NULL,
  means     TEXT NOT NULL,
  PRIMARY KEY (entity_id, other_id, event_id)
) STRICT, WITHOUT ROWID;

-- For a member or report that is gone, another that was then in its entity or
-- event, so that its ID keeps finding what became of it.
CREATE TABLE heirs (
  id   TEXT PRIMARY KEY,
  heir TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text over folded words; rowid is the row of names, articles and reports.
CREATE VIRTUAL TABLE name_words USING fts5 (words, content = '', contentless_delete = 1,
  prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE VIRTUAL TABLE title_words USING fts5 (words, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE VIRTUAL TABLE quote_words USING fts5 (words, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
