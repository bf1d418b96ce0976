// What is worth a person's look. Merging makes it for each block that it clusters. Graphs
// of before get theirs as their articles are loaded again.
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;
CREATE INDEX review_block IF NOT EXISTS FOR (n:Review) ON (n.block);
CREATE INDEX review_kind_key IF NOT EXISTS FOR (n:Review) ON (n.kind, n.key);
MATCH (e:Edit) WHERE e.overruled IS NULL CALL (e) { SET e.overruled = false } IN TRANSACTIONS OF 10000 ROWS;
