package graph

import "context"

// Store keeps a graph. Every Store gives the same answers to the same calls; the
// suite in graphtest holds them to it.
//
// All methods may be called by several goroutines at once. Every call ends when
// its context does, by deadline or by cancelling, with ErrTimeout. Errors are
// those of this package, wrapped with what was tried. What a method returns
// belongs to the caller, and what it is given stays the caller's. A list of
// nothing comes back as nil.
type Store interface {
	Reader
	Writer
	// Close ends all calls and lets go of what the store holds. A second call does
	// nothing; any other call after it gives ErrUnavailable.
	Close() error
}

// Writer changes a graph, one transaction at a time.
type Writer interface {
	// Update runs change in one transaction: all of it is stored when Update
	// returns nil, and stays so through a crash; nothing is otherwise. Transactions
	// that touch the same blocks run one after the other. The store may run change
	// again after a transient fault, so it must have no effect but on tx. An error
	// of change is returned, wrapped; a panic goes on once all is undone. A context
	// that ends before the commit gives ErrTimeout, whatever change returned.
	// Readers see what is committed and do not wait for an Update that runs.
	Update(ctx context.Context, change func(tx Tx) error) error
}

// Tx is what merging needs of a transaction. It is valid until its function
// returns, for one goroutine. See package loader/merge for the algorithm. It
// reads its own writes. Members and reports that it reads are as their batch has
// them, parties by member ID, with nothing filled but what is said here; those of
// MembersIn and ReportsIn are the store's, and not to be changed.
type Tx interface {
	// Batches reads what is stored of articles, by their IDs; those not stored are
	// left out. A batch is what PutBatch was given, in its order, with the blocks of
	// PutReportBlocks, LoadedAt to the microsecond and nothing filled. It keeps
	// others from storing these articles until the end.
	Batches(articleIDs []string) (map[string]*Batch, error)
	// PutBatch stores an article with its members and reports, in place of what
	// was stored under its ID. Members that are gone leave their entity, reports
	// their event; merging then puts the entities and events of their blocks.
	// Members and reports that stay keep theirs until their block is put.
	PutBatch(b *Batch) error

	// MembersIn reads all members of the blocks, by ID, without their mentions,
	// but with Aliases. It keeps others from changing the blocks until the end.
	MembersIn(blocks []string) ([]Member, error)
	// EntitiesOf reads the entity that each of the members was clustered into,
	// Members not filled. A member without one is left out.
	EntitiesOf(memberIDs []string) (map[string]Entity, error)
	// PutEntities stores these as all the entities of the block. Members are
	// filled, and every one of the block's members is in one entity. An entity that
	// another block had under this ID, and members that another entity had, move
	// here. The organization of a position may be given by any of its members' IDs;
	// it is read by its entity's, as it is then.
	PutEntities(block string, entities []Entity) error

	// ReportsWith reads the reports that name any of the members, by ID, with
	// their articles filled but for the text.
	ReportsWith(memberIDs []string) ([]*Report, error)
	// ReportsIn reads the reports of the blocks, by ID, with their articles filled
	// but for the text. It keeps others from changing the blocks until the end.
	ReportsIn(blocks []string) ([]*Report, error)
	// PutReportBlocks sets Report.Block, by report ID.
	PutReportBlocks(blocks map[string]string) error
	// PutEvents stores these as all the events of the block: parties are entity
	// IDs, and every one of the block's reports is in one event. An event that
	// another block had under this ID, and reports that another event had, move here.
	PutEvents(block string, events []*Event) error
}

// Reader answers questions. Events, reports and mentions come filled: their
// entities, places and articles are set, so that a page costs one call. Filling
// ends at an event that a report belongs to: that has its parties and its place,
// but not its reports nor those of its conflicts. The article of a report or a
// mention comes without its Text, which Articles, Search and Nodes give. Of an entity, the organizations
// of its positions are filled, and nothing of those. A page of no nodes is no
// error. A reference with neither or both of ID and Name gives ErrInvalid.
type Reader interface {
	// Events returns a page of the events that the filter lets through. It returns
	// ErrBadCursor and ErrInvalid for what cannot be asked. A party that nobody
	// bears matches nothing.
	Events(ctx context.Context, q EventQuery) (*EventPage, error)
	// ContactsOf returns a page for each of the entities: q's events in which it took
	// part, q.Who replaced by it, in the order of the IDs; an empty page for an ID
	// of none. One call, whatever the number of IDs.
	ContactsOf(ctx context.Context, entityIDs []string, q EventQuery) ([]*EventPage, error)
	// Timeline counts the events that the filter lets through by the unit in which
	// they begin, in order of time. Units without events are left out, and so are
	// events whose start is not known.
	Timeline(ctx context.Context, f EventFilter, unit TimeUnit) ([]TimelineBucket, error)
	// Reports returns a page for each event or article of the query, in their order,
	// an empty one for an ID of none.
	Reports(ctx context.Context, q ReportQuery) ([]*ReportPage, error)

	// Entity finds one entity. By name, it is the one that most reports name, as a
	// party, a source or a place, then the smallest ID. It returns ErrNotFound.
	Entity(ctx context.Context, ref EntityRef) (Entity, error)
	// Entities returns a page of entities by name.
	Entities(ctx context.Context, q EntityQuery) (*EntityPage, error)
	// MentionsOf returns a page for each of the entities, in their order: where the
	// articles name it, in the order of article IDs and then of the text (start,
	// then end). An ID of none has an empty page.
	MentionsOf(ctx context.Context, entityIDs []string, page PageRequest) ([]*MentionPage, error)
	// EntitiesIn returns the entities that each of the articles names, in the order
	// of the text, each once; those without a mention come last, by ID.
	EntitiesIn(ctx context.Context, articleIDs []string) ([][]Entity, error)

	// Articles returns a page of articles.
	Articles(ctx context.Context, q ArticleQuery) (*ArticlePage, error)
	// Search returns entities, events and articles that hold all the words in a name,
	// a title or a quote, best first: that with the fewest words in the name, title
	// or quote that holds them, then by ID. So the order is the same in every store,
	// and stays so while articles are loaded. What users type is words, never
	// syntax; text without a word finds nothing.
	Search(ctx context.Context, text string, page PageRequest) (*SearchPage, error)

	// Network returns the parties around one: of several that bear the center's name,
	// the one that Entity gives. It returns ErrNotFound for a center that nobody
	// bears.
	Network(ctx context.Context, q NetworkQuery) (*Network, error)
	// Path returns the shortest chain of contacts, nil where there is none within
	// MaxHops, and not nil but empty from a party to itself. Of several chains, it
	// is the one whose IDs, read from From to To, come first. A name means the party
	// that Entity gives. It returns ErrNotFound for a party that nobody bears.
	Path(ctx context.Context, q PathQuery) ([]PathStep, error)

	// Nodes finds things by their IDs, in the order asked, nil for those that do
	// not exist. An ID that was ever given out finds what became of it, here and
	// wherever an ID is asked for: the ID of a member or report finds its entity or
	// event, and where it is gone with an older version of its article, the one
	// that it was last part of: where the smallest ID is that was then left of it,
	// unless nothing was. Events come without their reports.
	Nodes(ctx context.Context, ids []string) ([]Node, error)

	// Walk shows the whole graph as of one moment: every batch by article ID, then
	// every entity by ID, then every event by ID, with the IDs of members and
	// reports, and nothing filled. A nil function skips its kind. An error of a
	// function ends the walk and is returned.
	Walk(ctx context.Context, visit Visitor) error
	// Ready reports whether the store can answer now; nil if so.
	Ready(ctx context.Context) error
}

// Visitor is what Walk calls.
type Visitor struct {
	Batch  func(*Batch) error
	Entity func(Entity) error
	Event  func(*Event) error
}
