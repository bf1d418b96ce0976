package graph

// Member is one article's own person, organization or place, as extraction found it,
// before it is matched with those of other articles. Its ID stays valid for good: it is
// the ID of the entity that the member was clustered into, or finds it.
type Member struct {
	ID   string     `json:"id"`
	Kind EntityKind `json:"kind"`
	// Name is the fullest form that the article uses, without titles.
	Name string `json:"name"`
	// Aliases are the other names that the article uses, in the order of their first use.
	Aliases []string `json:"aliases,omitempty"`
	// Nominal is true if the article gives no name, only a role: "a French diplomat".
	// Such a member is never matched by name with another article's.
	Nominal bool `json:"nominal,omitempty"`
	// HolderID is the member whose role it is: Macron for "Macron's top adviser".
	HolderID         string           `json:"holderId,omitempty"`
	OrganizationKind OrganizationKind `json:"organizationKind,omitempty"`
	Country          string           `json:"country,omitempty"`
	Positions        []Position       `json:"positions,omitempty"`
	Mentions         []MentionSpan    `json:"mentions,omitempty"`
	// Block is where merging looks for members of the same entity. Merging sets it.
	Block string `json:"block,omitempty"`
}

// MentionSpan is where an article names a member: Text is the article's text from Start
// to End, in code points, End excluded.
type MentionSpan struct {
	Text  string      `json:"text"`
	Form  MentionForm `json:"form"`
	Start int         `json:"start"`
	End   int         `json:"end"`
}

// MentionForm is how a mention refers, in the terms of ACE (Automatic Content Extraction,
// 2008 guidelines).
type MentionForm string

// NAME (ACE's NAM): "Emmanuel Macron". NOMINAL (NOM): "the French president". PRONOUN
// (PRO): "he".
const (
	MentionName    MentionForm = "NAME"
	MentionNominal MentionForm = "NOMINAL"
	MentionPronoun MentionForm = "PRONOUN"
)

// Mention is where an article names an entity, as a store returns it.
type Mention struct {
	Entity  Entity
	Article *Article
	// MemberID is the article's own member that it names, which a judgement can name.
	MemberID string
	MentionSpan
}

// MemberID returns the ID of an article's member. Key tells it apart from others of its
// kind in the article, such as the folded name.
func MemberID(articleID string, kind EntityKind, key string) string {
	prefix := map[EntityKind]string{KindPerson: PrefixPerson, KindOrganization: PrefixOrganization, KindPlace: PrefixPlace}[kind]
	return NewID(prefix, articleID, key)
}
