package graph

// Tx is what merging needs of a transaction (see package loader/merge for the
// algorithm). It belongs to one goroutine and is valid until the change function
// returns. It reads its own writes. Unless a method says otherwise, members and
// reports are returned as their batch has them: parties are member IDs, and
// nothing is filled. The slices that MembersIn and ReportsIn return belong to the
// store and must not be modified.
type Tx interface {
	BlockReader
	ReviewTx

	// Batches reads the stored batches of articles, by article ID; those that are
	// not stored are left out. A batch is what PutBatch was given, in the same order,
	// with the blocks of PutReportBlocks and with LoadedAt to the microsecond. No
	// other transaction can store these articles until this one ends.
	Batches(articleIDs []string) (map[string]*Batch, error)
	// ArticlesFrom returns the IDs of the articles that were loaded from one of these
	// sources, each with its kind, location and page, in the order of the IDs. A source
	// without a location is of no article.
	ArticlesFrom(sources []Source) ([]string, error)
	// PutBatch stores an article with its members and reports, and replaces what was
	// stored under its ID. Members that the new version lacks leave their entity, and
	// reports leave their event; merging then puts the entities and events of their
	// blocks. The others stay where they are until their block is put.
	PutBatch(b *Batch) error

	// PutEntities stores these as the only entities of the blocks, of which there is at
	// least one. Their Members are set, and every member of the blocks is in exactly one
	// of them. An entity that another block has under the same ID, and members of other
	// entities, move here. The organization of a position may be given as any of its
	// members; it is read back as the entity that this member is in then.
	PutEntities(blocks []string, entities []Entity) error
	// PutReportBlocks sets Report.Block, by report ID.
	PutReportBlocks(blocks map[string]string) error
	// PutEvents stores these as the only events of the blocks, of which there is at least
	// one. Their parties are entity IDs, and every report of the blocks is in exactly one
	// of them. An event that another block has under the same ID, and reports of other
	// events, move here. An event keeps its Block if that is one of the blocks, and else
	// gets the first.
	PutEvents(blocks []string, events []*Event) error

	// PutEdits stores edits. Of one that is stored already, only Withdrawn and Overruled can
	// differ.
	PutEdits(edits []*Edit) error
	// RemoveArticle deletes an article with its members, mentions and reports, which leave
	// their entities and events as in PutBatch. Words that the log of changes has of events
	// as they were (Summary and Time.Text of Change.Before) are deleted from all entries,
	// since nothing says whose they are. It does nothing if there is no such article.
	RemoveArticle(articleID string) error
}

// BlockReader reads what merging looks at. It is valid as long as a Tx is.
type BlockReader interface {
	// MembersIn reads all members of the blocks, by ID, without their mentions. No
	// other transaction can change these blocks until this one ends.
	MembersIn(blocks []string) ([]Member, error)
	// EntitiesOf reads the entity of each of the members, without its Members. A
	// member that is in no entity is left out.
	EntitiesOf(memberIDs []string) (map[string]Entity, error)
	// ReportsWith reads the reports that name any of the members, by ID, with their
	// articles filled except for the text.
	ReportsWith(memberIDs []string) ([]*Report, error)
	// ReportCounts counts the reports that name each of the members, for those that any names.
	ReportCounts(memberIDs []string) (map[string]int, error)
	// ReportsIn reads the reports of the blocks, by ID, with their articles filled
	// except for the text. No other transaction can change these blocks until this
	// one ends.
	ReportsIn(blocks []string) ([]*Report, error)
	// Locate finds the members and reports that IDs stand for: one that is stored stands
	// for itself, the ID of an event for the report that it was made from, and one that is
	// gone for its successor, as Reader.Nodes has it. What is not found is left out.
	Locate(ids []string) (map[string]Located, error)
	// EditsOn reads the edits that name any of the IDs (see Edit.Names), and those with
	// one of them as their own ID, withdrawn or not, by time and then by ID.
	EditsOn(ids []string) ([]*Edit, error)
}

// Located is a stored member or report.
type Located struct{ ID, ArticleID, Block string }
