// What further filters and facets are answered from: the host of an article's URL, as
// graph.Host returns it, and indexes.
CREATE INDEX entity_country IF NOT EXISTS FOR (n:Entity) ON (n.country);
CREATE INDEX article_host_key IF NOT EXISTS FOR (n:Article) ON (n.host, n.key);
MATCH (a:Article) WHERE a.host IS NULL CALL (a) {
WITH a, toLower(split(split(split(split(split(a.url, '://')[-1], '/')[0], '?')[0], '#')[0], ':')[0]) AS host
SET a.host = CASE WHEN host STARTS WITH 'www.' THEN substring(host, 4) ELSE host END
} IN TRANSACTIONS OF 1000 ROWS;
