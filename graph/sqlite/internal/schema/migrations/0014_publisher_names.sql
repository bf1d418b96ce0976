-- The index has the spelling as well, so that events are counted by publisher from it alone.
DROP INDEX event_publishers_by_name;
CREATE INDEX event_publishers_by_name ON event_publishers (is_host, folded, event_row, name);
