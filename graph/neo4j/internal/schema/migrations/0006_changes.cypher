// The log of changes: one (:Change) for each transaction that changed events, and one
// (:ChangeLog) that counts. The log is bounded, and not part of the graph.
CREATE CONSTRAINT change_log_name IF NOT EXISTS FOR (n:ChangeLog) REQUIRE n.name IS UNIQUE;
CREATE INDEX change_last IF NOT EXISTS FOR (n:Change) ON (n.last);
MERGE (l:ChangeLog {name: 'changes'}) ON CREATE SET l.id = randomUUID(), l.oldest = 1, l.newest = 0;
