// Events have their briefs; those of before get theirs. Each is locked first, so that
// none that a loader wrote meanwhile is overwritten.
MATCH (e:Event) WHERE e.brief IS NULL CALL (e) {
REMOVE e:Held WITH e WHERE e.brief IS NULL
WITH e, [[e.id, e.block, e.type, e.means, e.status, e.summary, coalesce(e.edtf, '-'), e.timeText, e.timeAnchor, toString(e.timeBound), e.placeId, toString(e.articleCount), toString(e.publisherCount)],
e.participants, e.reportIds, [(e)-[:PARTICIPATED_IN|AT]-(n) | n.id + ' ' + n.name]] + CASE WHEN e.reportCount <= 5 THEN [(e)<-[:OF]-(r)-[:IN]->(a) | [r.id, r.status, r.quote, toString(r.start), toString(r.end), a.id, a.url, a.title, a.publisher, a.published]]
ELSE COLLECT { UNWIND e.reportIds[..5] AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) MATCH (r)-[:IN]->(a) RETURN [r.id, r.status, r.quote, toString(r.start), toString(r.end), a.id, a.url, a.title, a.publisher, a.published] } END AS parts
SET e.brief = CASE WHEN e.reportCount <= 100 AND all(part IN parts WHERE none(text IN part WHERE text CONTAINS '\u001e' OR text CONTAINS '\u001f'))
THEN reduce(brief = '', part IN parts | brief + '\u001e' + reduce(texts = '', text IN part | texts + '\u001f' + text)) END
} IN TRANSACTIONS OF 1000 ROWS;
