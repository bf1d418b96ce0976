// Statements end with a semicolon at the end of a line. Each can run again.
CREATE CONSTRAINT dateline_name IF NOT EXISTS FOR (n:Dateline) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT member_id IF NOT EXISTS FOR (n:Member) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_folded IF NOT EXISTS FOR (n:Name) REQUIRE n.folded IS UNIQUE;
CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT date_edtf IF NOT EXISTS FOR (n:Date) REQUIRE n.edtf IS UNIQUE;
CREATE CONSTRAINT month_edtf IF NOT EXISTS FOR (n:Month) REQUIRE n.edtf IS UNIQUE;
CREATE CONSTRAINT year_edtf IF NOT EXISTS FOR (n:Year) REQUIRE n.edtf IS UNIQUE;
CREATE CONSTRAINT gone_id IF NOT EXISTS FOR (n:Gone) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lock_id IF NOT EXISTS FOR (n:Lock) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT gate_id IF NOT EXISTS FOR (n:Gate) REQUIRE n.id IS UNIQUE;

// What merging reads.
CREATE INDEX member_block IF NOT EXISTS FOR (n:Member) ON (n.block);
CREATE INDEX entity_block IF NOT EXISTS FOR (n:Entity) ON (n.block);
CREATE INDEX report_block IF NOT EXISTS FOR (n:Report) ON (n.block);
CREATE INDEX event_block IF NOT EXISTS FOR (n:Event) ON (n.block);
CREATE INDEX contacted_event IF NOT EXISTS FOR ()-[r:CONTACTED]-() ON (r.eventId);

// What pages are read from.
CREATE INDEX article_key IF NOT EXISTS FOR (n:Article) ON (n.key);
CREATE INDEX article_publisher_key IF NOT EXISTS FOR (n:Article) ON (n.publisherFolded, n.key);
CREATE INDEX entity_key IF NOT EXISTS FOR (n:Entity) ON (n.key);
CREATE INDEX event_key IF NOT EXISTS FOR (n:Event) ON (n.long, n.key);
CREATE INDEX event_reverse_key IF NOT EXISTS FOR (n:Event) ON (n.long, n.reverseKey);
CREATE INDEX event_reports_key IF NOT EXISTS FOR (n:Event) ON (n.reportsKey);
CREATE INDEX participated_key IF NOT EXISTS FOR ()-[r:PARTICIPATED_IN]-() ON (r.entityId, r.long, r.key);
CREATE INDEX participated_reverse_key IF NOT EXISTS FOR ()-[r:PARTICIPATED_IN]-() ON (r.entityId, r.long, r.reverseKey);

// Folded text has its words parted by spaces.
CREATE FULLTEXT INDEX name_words IF NOT EXISTS FOR (n:Name) ON EACH [n.folded] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX title_words IF NOT EXISTS FOR (n:Article) ON EACH [n.titleFolded] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX quote_words IF NOT EXISTS FOR (n:Report) ON EACH [n.quoteFolded] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

UNWIND range(0, 15) AS id MERGE (:Gate {id: id});
UNWIND range(0, 3071) AS id MERGE (:Lock {id: id});
