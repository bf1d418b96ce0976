// Decisions of people, and what they name.
CREATE CONSTRAINT edit_id IF NOT EXISTS FOR (n:Edit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT subject_id IF NOT EXISTS FOR (n:Subject) REQUIRE n.id IS UNIQUE;
CREATE INDEX edit_key IF NOT EXISTS FOR (n:Edit) ON (n.key);
CREATE INDEX subject_article IF NOT EXISTS FOR (n:Subject) ON (n.articleId);
MATCH (r:Report) WHERE r.byHand IS NULL CALL (r) { SET r.byHand = false } IN TRANSACTIONS OF 10000 ROWS;
