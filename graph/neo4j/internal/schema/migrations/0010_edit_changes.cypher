// The log of edits, as that of changes.
CREATE INDEX edit_change_last IF NOT EXISTS FOR (n:EditChange) ON (n.last);
MERGE (l:ChangeLog {name: 'edits'}) ON CREATE SET l.id = randomUUID(), l.oldest = 1, l.newest = 0;
