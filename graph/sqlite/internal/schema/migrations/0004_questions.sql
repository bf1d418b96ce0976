-- What further filters and facets are answered from.

-- The host of an article's URL, as graph.Host returns it.
ALTER TABLE articles ADD COLUMN host TEXT NOT NULL DEFAULT '';
UPDATE articles SET host = (
  WITH address (rest) AS (SELECT substr(url, iif(instr(url, '://') > 0, instr(url, '://') + 3, 1))),
    named (host) AS (SELECT lower(substr(rest, 1, instr(replace(replace(replace(rest, '?', '/'), '#', '/'), ':', '/') || '/', '/') - 1)) FROM address)
  SELECT iif(substr(host, 1, 4) = 'www.', substr(host, 5), host) FROM named);
CREATE INDEX articles_by_host ON articles (host, reverse_published, id);

-- Who took part in an event, for what is asked of many parties at once.
CREATE INDEX event_parties_of_event ON event_parties (event_id, entity_id, part);
CREATE INDEX events_by_place ON events (place_id, id) WHERE place_id <> '';
CREATE INDEX entities_by_country ON entities (country, kind, organization_kind, id);
-- Read whole for the roles that a name may mean.
CREATE INDEX entities_by_positions ON entities (positions, id) WHERE positions <> '';
-- The words of names, for those that are a slip away from one.
CREATE VIRTUAL TABLE name_vocabulary USING fts5vocab (name_words, 'row');
