package graph

// Page is part of an ordered list. Its nodes are in the order of the list, also when they
// are the last ones of it.
type Page[T any] struct {
	Nodes []T
	// Cursors go with Nodes, one each. They stay valid while articles are loaded.
	Cursors []string
	// HasNext reports whether the list goes on after the page, HasPrevious whether it
	// begins before it.
	HasNext     bool
	HasPrevious bool
	// Total is the length of the whole list if the request asked for it, else 0.
	Total int
}

// The pages that a Store returns.
type (
	EventPage   = Page[*Event]
	EntityPage  = Page[Entity]
	ArticlePage = Page[*Article]
	ReportPage  = Page[*Report]
	MentionPage = Page[*Mention]
	EditPage    = Page[*Edit]
	// SearchPage holds entities, events and articles.
	SearchPage = Page[Node]
)

// Network is parties and their links. Only contacts that are asserted, confirmed or
// disputed make links: a contact links two parties if a filter by both, as Who and With,
// would let it through.
type Network struct {
	Center Entity
	// Nodes are the center, then the parties by the number of steps from it, then by how
	// often they were in contact with those one step nearer, or acted for them or through
	// them in a contact, then by ID.
	Nodes []Entity
	// Links are all links between two of the nodes, by the IDs of Source and Target.
	Links []Link
	// Truncated is true if Limit left some parties out.
	Truncated bool
}

// Link sums up the contacts of two parties. Source has the smaller ID.
type Link struct {
	Source, Target Entity
	// Count is the number of events.
	Count int
	// Earliest is the earliest known start of a contact and Latest the latest known end;
	// zero if none is known. Open starts and ends do not count.
	Earliest, Latest Date
	// Means are in the order of MeansKinds.
	Means []Means
}

// PathStep is one step of a chain, and the events that make it, filled and in TIME_ASC
// order: contacts of the two, and those in which one acted for the other.
type PathStep struct {
	From, To Entity
	Events   []*Event
}

// TimelineBucket counts the events whose time begins in a period that TimeUnit.Bucket
// returned. An event longer than the period counts where it begins.
type TimelineBucket struct {
	Period EDTF
	Count  int // never 0
}

// Earliest returns the first day of the period.
func (b TimelineBucket) Earliest() Date { return b.Period.Earliest() }

// Latest returns the last day of the period.
func (b TimelineBucket) Latest() Date { return b.Period.Latest() }
