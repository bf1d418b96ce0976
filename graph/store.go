package graph

import "context"

// Store keeps a graph. Every Store answers the same call in the same way; the
// suite in package graphtest checks that.
//
// All methods are safe for concurrent use. A call ends when its context does,
// by deadline or cancellation, and then returns ErrTimeout. Errors are those of
// this package, wrapped with what was tried. Callers own what a method returns;
// stores never keep or modify their arguments. An empty list is returned as nil.
type Store interface {
	Reader
	Writer
	// Close ends all calls and releases what the store holds. Further calls of
	// Close do nothing; any other call then returns ErrUnavailable.
	Close() error
}

// Writer changes a graph, one transaction at a time.
type Writer interface {
	// Update runs change in one transaction. When Update returns nil, all of it is
	// stored and survives a crash; otherwise none of it is. Transactions that touch
	// the same blocks run one after the other. The store may run change again after
	// a transient fault, so change must have no effect except through tx. An error
	// that change returns is wrapped; a panic is passed on once everything is undone.
	// If the context ends before the commit, Update returns ErrTimeout, whatever
	// change returned. Readers see what is committed and never wait for an Update.
	Update(ctx context.Context, change func(tx Tx) error) error
}

// Reader answers questions. It is composed of small interfaces, so that code can
// ask for no more than it uses.
//
// Events, reports and mentions are returned filled: their entities, places and
// articles are set, so that a page costs one call. The event of a report has its
// parties and its place, but neither its own reports nor those of its conflicts.
// The article of a report or a mention has no Text; Articles, Search and Nodes
// return it. The positions of a person have their organizations, which are not
// filled further. A page without nodes is not an error. A reference with more than one
// of ID, Name and Country, or none, is ErrInvalid.
type Reader interface {
	EventReader
	EntityReader
	ArticleReader
	NodeReader
	NetworkReader
	ChangeReader
	EditReader
	ReviewReader
	BlockViewer
	Walker
	// Ready returns nil if the store can answer now, and the reason if not.
	Ready(ctx context.Context) error
	// Version names the graph as of the last commit. Once Update has returned, whoever
	// called it, Version never again returns what it returned before, and every call that
	// begins after Version returned sees that graph or a later one. A store that cannot
	// tell at little cost always returns "". Other programs have other versions of the
	// same store.
	Version(ctx context.Context) (string, error)
}

// EventReader reads events and their reports.
type EventReader interface {
	// Events returns a page of the events that match the filter. It returns
	// ErrInvalid for a malformed query and ErrBadCursor for a cursor of another
	// list. A party or place with a name, ID or country that no entity has matches nothing.
	Events(ctx context.Context, q EventQuery) (*EventPage, error)
	// ContactsOf returns one page for each of the IDs, in their order: the events
	// of q with q.Who replaced by that entity. The page of an unknown ID is empty.
	// It is one call, however many IDs there are.
	ContactsOf(ctx context.Context, entityIDs []string, q EventQuery) ([]*EventPage, error)
	// Timeline counts the events that match the filter by the period in which they
	// begin, in order of time. It leaves out periods without events, and events
	// whose start is unknown.
	Timeline(ctx context.Context, f EventFilter, unit TimeUnit) ([]TimelineBucket, error)
	// Facets counts events by a value of theirs.
	Facets(ctx context.Context, q FacetQuery) ([]FacetCount, error)
	// Reports returns one page for each event or article of the query, in their
	// order. The page of an unknown ID is empty.
	Reports(ctx context.Context, q ReportQuery) ([]*ReportPage, error)
}

// EntityReader reads people, organizations and places.
type EntityReader interface {
	// Entity finds one entity, or returns ErrNotFound. If several have the name, it
	// is the one that most reports name as a party, a source or a place, and of
	// those the one with the smallest ID. Of a country, it is the state, if there is one.
	Entity(ctx context.Context, ref EntityRef) (Entity, error)
	// Suggestions returns the entities that a person who typed this name may have meant, at
	// most first; 0 for all. Every word asked for is in one name, alias or role of the
	// entity, or a slip away from a word there; the last one may be the beginning of one.
	// The words of a role are its title's and those of the names of its organization. The
	// nearest come first, then those that most reports name, then the smallest ID. A name
	// without a word, or with more than a name has, finds nobody.
	Suggestions(ctx context.Context, name string, first int) ([]Suggestion, error)
	// Entities returns a page of entities, in the order of their names.
	Entities(ctx context.Context, q EntityQuery) (*EntityPage, error)
	// MentionsOf returns one page for each of the entities, in their order: where
	// articles mention it, by article ID and then by start and end in the text. The
	// page of an unknown ID is empty.
	MentionsOf(ctx context.Context, entityIDs []string, page PageRequest) ([]*MentionPage, error)
	// MentionsIn returns one page for each of the articles, in their order: what it
	// mentions, by start and end in the text and then by member ID. The page of an
	// unknown ID is empty.
	MentionsIn(ctx context.Context, articleIDs []string, page PageRequest) ([]*MentionPage, error)
	// EntitiesIn returns the entities that each of the articles names, each once, in
	// the order of the text; those that it does not mention come last, by ID.
	EntitiesIn(ctx context.Context, articleIDs []string) ([][]Entity, error)
}

// ArticleReader reads articles.
type ArticleReader interface {
	// Articles returns a page of articles.
	Articles(ctx context.Context, q ArticleQuery) (*ArticlePage, error)
}

// NodeReader finds nodes of any kind.
type NodeReader interface {
	// Nodes returns what the IDs stand for, in their order, nil for an unknown one.
	// An ID never dies, here or wherever else an ID is an argument: the ID of a
	// member resolves to its entity, and that of an event to the event that its
	// report now belongs to. If a new version of the article no longer has that
	// member or report, the ID resolves to whatever the smallest ID became that was
	// left in its entity or event then, and to nothing if none was left. Events
	// are returned without their reports.
	Nodes(ctx context.Context, ids []string) ([]Node, error)
	// Search returns the entities, events and articles that have all the words of
	// the text in one name, quote or title, or in an event's summary together with its
	// means. The best come first: those whose name, quote, title or summary with means
	// has the fewest words, then by ID; so the order is the same in
	// every store and stable while articles are loaded. The text is words, never
	// syntax; a text without a word finds nothing.
	Search(ctx context.Context, text string, page PageRequest) (*SearchPage, error)
}

// EditReader reads what people have decided.
type EditReader interface {
	// Edits returns a page of edits, newest first and then by ID. An unknown subject has
	// none.
	Edits(ctx context.Context, q EditQuery) (*EditPage, error)
	// EditChanges returns entries of the log of edits, oldest first, as Changes does of the
	// log of changes. Entries of one transaction come in the order of the edits.
	EditChanges(ctx context.Context, q ChangeQuery) (*EditChangePage, error)
	// LatestEditChange returns the cursor after the newest entry.
	LatestEditChange(ctx context.Context) (string, error)
}

// BlockViewer shows blocks as merging sees them.
type BlockViewer interface {
	// View runs look with what one transaction sees, for those who explain what merging
	// did. It changes nothing. Look may run again after a transient fault. Errors are
	// those of Update.
	View(ctx context.Context, look func(b BlockReader) error) error
}

// NetworkReader follows the contacts between parties.
type NetworkReader interface {
	// Network returns the parties around one, which is found as Entity finds it: those
	// that contacts link to it, and those that acted for it, or for which it acted, in
	// such a contact. It returns ErrNotFound if no entity has the center's name or ID.
	Network(ctx context.Context, q NetworkQuery) (*Network, error)
	// Path returns a shortest chain of contacts, in which a step may also be from a party
	// to one that acted for it in a contact, so that no contact makes two steps: nil if
	// there is none within MaxHops, and empty but not nil from a party to itself. Of several chains, it returns the
	// one whose IDs, read from From to To, sort first. Parties are found as Entity
	// finds them; ErrNotFound if there is no such party.
	Path(ctx context.Context, q PathQuery) ([]PathStep, error)
}

// Walker reads a whole graph.
type Walker interface {
	// Walk visits the graph as it is at one moment: every batch by article ID, then
	// every entity by ID, then every event by ID, with the IDs of members and
	// reports, and nothing filled; then every edit by ID, withdrawn or not. A nil
	// function skips its kind. If a function returns an error, the walk ends and
	// returns it.
	Walk(ctx context.Context, visit Visitor) error
}

// Visitor has the functions that Walk calls.
type Visitor struct {
	Batch  func(*Batch) error
	Entity func(Entity) error
	Event  func(*Event) error
	Edit   func(*Edit) error
	// Altered is called before Batch for an article that is not what PutBatch stored. A
	// store that cannot tell does not call it, as for articles that a version without
	// sums stored.
	Altered func(articleID string) error
}
