package graph

// Node is anything with an ID that stays valid: *Article, *Report, *Event,
// *Person, *Organization or *Place.
type Node interface {
	NodeID() string
}

// Entity is a *Person, *Organization or *Place: what mentions refer to, across
// articles. It is a cluster of members, one or more from each article that
// names it, and its ID is the smallest of theirs.
type Entity interface {
	Node
	profile() *Profile
}

// Profile is what entities of all kinds have; see ProfileOf.
type Profile struct {
	ID string `json:"id"`
	// Name is the fullest form that the articles use.
	Name string `json:"name"`
	// Aliases are the other forms, most frequent first; then a person's surname,
	// where no article uses it alone and nobody else can be meant.
	Aliases []string `json:"aliases,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code of the state that it is or belongs
	// to, where the articles tell, and EU for the European Union.
	Country string `json:"country,omitempty"`
	// Nominal is true where no article gives a name, only a role.
	Nominal bool `json:"nominal,omitempty"`
	// Members are the IDs of the articles' own entities that it adds up, in order.
	// Filled by Walk alone.
	Members []string `json:"members,omitempty"`
}

// Person is a human being.
type Person struct {
	Profile
	// Positions are the offices and roles that the articles give, most frequent first.
	Positions []Position `json:"positions,omitempty"`
}

// Organization is a state, government, company, medium, party or other body that acts.
type Organization struct {
	Profile
	Kind OrganizationKind `json:"kind"`
}

// Place is a location.
type Place struct {
	Profile
}

// Position is an office or role, such as President of France.
type Position struct {
	Title string `json:"title"`
	// OrganizationID is a member ID of what the office is of: it finds the
	// organization, whatever that member was merged into. Empty where not told.
	OrganizationID string `json:"organizationId,omitempty"`
	// Organization is filled on reading.
	Organization *Organization `json:"-"`
}

// NodeID returns the entity's ID, as a Node has it.
func (p *Profile) NodeID() string { return p.ID }

func (p *Profile) profile() *Profile { return p }

// ProfileOf returns the profile of an entity, whatever its kind.
func ProfileOf(e Entity) *Profile { return e.profile() }

// KindOf tells what kind of entity one is.
func KindOf(e Entity) EntityKind {
	switch e.(type) {
	case *Person:
		return KindPerson
	case *Organization:
		return KindOrganization
	default:
		return KindPlace
	}
}

// Member is one article's own person, organization or place, as extraction found
// it and before it is matched with those of other articles. Its ID stays valid
// for good: it is the ID of the entity that the member was clustered into, or
// finds it.
type Member struct {
	ID   string     `json:"id"`
	Kind EntityKind `json:"kind"`
	// Name is the fullest form that the article uses, without titles.
	Name string `json:"name"`
	// Aliases are the other names that the article uses, in order of their first use.
	Aliases []string `json:"aliases,omitempty"`
	// Nominal is true where the article gives no name, only a role: "a French
	// diplomat". Such a member is never matched with another article's by name.
	Nominal bool `json:"nominal,omitempty"`
	// HolderID is the member whose role it is: Macron for "Macron's top adviser".
	HolderID         string           `json:"holderId,omitempty"`
	OrganizationKind OrganizationKind `json:"organizationKind,omitempty"`
	Country          string           `json:"country,omitempty"`
	Positions        []Position       `json:"positions,omitempty"`
	Mentions         []MentionSpan    `json:"mentions,omitempty"`
	// Block is where merging looks for its like. Set by merging, not by extraction.
	Block string `json:"block,omitempty"`
}

// MentionSpan is where an article names a member: Text is the article's text from
// Start to End, in code points, end excluded.
type MentionSpan struct {
	Text  string      `json:"text"`
	Form  MentionForm `json:"form"`
	Start int         `json:"start"`
	End   int         `json:"end"`
}

// MemberID returns the ID of an article's own entity. Key tells it from others of
// its kind in the article: its folded name will do.
func MemberID(articleID string, kind EntityKind, key string) string {
	prefix := map[EntityKind]string{KindPerson: PrefixPerson, KindOrganization: PrefixOrganization, KindPlace: PrefixPlace}[kind]
	return NewID(prefix, articleID, key)
}

// Mention is where an article names an entity, as read back.
type Mention struct {
	Entity  Entity
	Article *Article
	MentionSpan
}
