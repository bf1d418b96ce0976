// Which entries of the log are about an event. They are as old as the log.
CREATE INDEX change_of_event IF NOT EXISTS FOR (n:ChangeOfEvent) ON (n.id);
MATCH (c:Change) CALL (c) { UNWIND c.ids AS id MERGE (:ChangeOfEvent {id: id, last: c.last}) } IN TRANSACTIONS OF 500 ROWS;
