package graph

import "slices"

// Entity is a *Person, *Organization or *Place: what mentions refer to, across articles.
// It is a cluster of members, one or more from each article that names it, and its ID is
// the smallest of theirs.
type Entity interface {
	Node
	profile() *Profile
}

// Profile is what entities of all kinds have.
type Profile struct {
	ID string `json:"id"`
	// Name is the fullest form that the articles use.
	Name string `json:"name"`
	// Aliases are the other forms, most frequent first. A person's surname comes last if
	// no article uses it alone and it can mean nobody else.
	Aliases []string `json:"aliases,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code of the state that the entity is or belongs
	// to, or EU for the European Union; empty if the articles do not say.
	Country string `json:"country,omitempty"`
	// Nominal is true if no article gives a name, only a role.
	Nominal bool `json:"nominal,omitempty"`
	// Members are the IDs of its members, in order. Only Walk fills them.
	Members []string `json:"members,omitempty"`
}

// Named reports whether some article gives a name, rather than only a role.
func (p *Profile) Named() bool { return !p.Nominal }

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
	// OrganizationID is a member ID of the organization whose office it is; it finds the
	// organization, whatever that member was merged into. Empty if the articles do not say.
	OrganizationID string `json:"organizationId,omitempty"`
	// Organization is filled on reading.
	Organization *Organization `json:"-"`
}

// EntityKind tells persons, organizations and places apart.
type EntityKind string

// A state that acts is an ORGANIZATION of kind STATE; the same name as a location is a
// PLACE.
const (
	KindPerson       EntityKind = "PERSON"
	KindOrganization EntityKind = "ORGANIZATION"
	KindPlace        EntityKind = "PLACE"
)

// OrganizationKind is what kind of body an organization is.
type OrganizationKind string

// STATE is a country as an actor ("Moscow", "Russia"); GOVERNMENT is a seat or body of its
// power ("the Kremlin", "the Foreign Ministry").
const (
	OrganizationState      OrganizationKind = "STATE"
	OrganizationGovernment OrganizationKind = "GOVERNMENT"
	OrganizationCompany    OrganizationKind = "COMPANY"
	OrganizationMedia      OrganizationKind = "MEDIA"
	OrganizationParty      OrganizationKind = "PARTY"
	OrganizationOther      OrganizationKind = "OTHER"
)

var organizationKinds = []OrganizationKind{
	OrganizationState, OrganizationGovernment, OrganizationCompany, OrganizationMedia, OrganizationParty, OrganizationOther,
}

// OrganizationKinds lists the kinds of organization, in the schema's order.
func OrganizationKinds() []OrganizationKind { return slices.Clone(organizationKinds) }

// NodeID returns the entity's ID.
func (p *Profile) NodeID() string { return p.ID }

func (p *Profile) profile() *Profile { return p }

// ProfileOf returns what an entity has whatever its kind: a part of the entity, not a copy.
func ProfileOf(e Entity) *Profile { return e.profile() }

// KindOf returns the kind of an entity.
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
