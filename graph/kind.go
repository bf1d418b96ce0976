package graph

import "slices"

// EventType tells what kind of thing an event is. To add one, add it here and to
// eventTypes, give it a rule in loader/what and a value in the schema.
type EventType string

// CONTACT: two or more named parties communicate, or are said to have done so,
// to be about to, to refuse to, or to want to. STATEMENT: someone says something
// to the public.
const (
	EventContact   EventType = "CONTACT"
	EventStatement EventType = "STATEMENT"
)

// Status is how an article puts an event, or what the reports of an event add up
// to.
type Status string

// ASSERTED: the article says it. CONFIRMED: a party or an official confirms it.
// DENIED: somebody says that it is not so, or a party refuses. PLANNED: it is to
// happen. REQUESTED: asked for, offered, invited. HYPOTHETICAL: could, might,
// would. DISPUTED is for events alone: one side asserts and another denies.
const (
	StatusAsserted     Status = "ASSERTED"
	StatusConfirmed    Status = "CONFIRMED"
	StatusDenied       Status = "DENIED"
	StatusPlanned      Status = "PLANNED"
	StatusRequested    Status = "REQUESTED"
	StatusHypothetical Status = "HYPOTHETICAL"
	StatusDisputed     Status = "DISPUTED"
)

// Role is what a party does in an event.
type Role string

// INITIATOR called, wrote, visited or sent; RECIPIENT was called, written to or
// visited; PARTICIPANT met or held talks, with no direction; MEDIATOR brought
// others together; SPEAKER and AUDIENCE are of statements.
const (
	RoleInitiator   Role = "INITIATOR"
	RoleRecipient   Role = "RECIPIENT"
	RoleParticipant Role = "PARTICIPANT"
	RoleMediator    Role = "MEDIATOR"
	RoleSpeaker     Role = "SPEAKER"
	RoleAudience    Role = "AUDIENCE"
)

// EntityKind tells persons, organizations and places apart.
type EntityKind string

// A state that acts is an ORGANIZATION of kind STATE; the same name as a
// location is a PLACE.
const (
	KindPerson       EntityKind = "PERSON"
	KindOrganization EntityKind = "ORGANIZATION"
	KindPlace        EntityKind = "PLACE"
)

// OrganizationKind tells what kind of organization one is.
type OrganizationKind string

// STATE is a country as an actor ("Moscow", "Russia"); GOVERNMENT a seat or body
// of its power ("the Kremlin", "the Foreign Ministry").
const (
	OrganizationState      OrganizationKind = "STATE"
	OrganizationGovernment OrganizationKind = "GOVERNMENT"
	OrganizationCompany    OrganizationKind = "COMPANY"
	OrganizationMedia      OrganizationKind = "MEDIA"
	OrganizationParty      OrganizationKind = "PARTY"
	OrganizationOther      OrganizationKind = "OTHER"
)

// ConflictKind tells in what reports contradict each other.
type ConflictKind string

// TIME: they put one event at times that do not overlap. OCCURRENCE: one says
// that it took place, another that it did not. FIRST_OR_LAST: one calls a contact
// the first since some time, or the last, and another tells of one in between.
const (
	ConflictTime        ConflictKind = "TIME"
	ConflictOccurrence  ConflictKind = "OCCURRENCE"
	ConflictFirstOrLast ConflictKind = "FIRST_OR_LAST"
)

// MentionForm is how a mention refers, in ACE's terms.
type MentionForm string

// NAME (ACE NAM): "Emmanuel Macron". NOMINAL (NOM): "the French president".
// PRONOUN (PRO): "he".
const (
	MentionName    MentionForm = "NAME"
	MentionNominal MentionForm = "NOMINAL"
	MentionPronoun MentionForm = "PRONOUN"
)

// EventOrder is the order of a page of events.
type EventOrder string

// Events without a time come last in both orders of time. Ties are broken by ID.
const (
	OrderTimeAscending     EventOrder = "TIME_ASC"
	OrderTimeDescending    EventOrder = "TIME_DESC"
	OrderReportsDescending EventOrder = "REPORTS_DESC"
)

// TimeUnit is the width of a bucket of the timeline.
type TimeUnit string

// Weeks run from Monday to Sunday, as ISO 8601 has them.
const (
	UnitDay   TimeUnit = "DAY"
	UnitWeek  TimeUnit = "WEEK"
	UnitMonth TimeUnit = "MONTH"
	UnitYear  TimeUnit = "YEAR"
)

var (
	eventTypes        = []EventType{EventContact, EventStatement}
	statuses          = []Status{StatusAsserted, StatusConfirmed, StatusDenied, StatusPlanned, StatusRequested, StatusHypothetical, StatusDisputed}
	roles             = []Role{RoleInitiator, RoleRecipient, RoleParticipant, RoleMediator, RoleSpeaker, RoleAudience}
	entityKinds       = []EntityKind{KindPerson, KindOrganization, KindPlace}
	organizationKinds = []OrganizationKind{OrganizationState, OrganizationGovernment, OrganizationCompany, OrganizationMedia, OrganizationParty, OrganizationOther}
	conflictKinds     = []ConflictKind{ConflictTime, ConflictOccurrence, ConflictFirstOrLast}
	eventOrders       = []EventOrder{OrderTimeAscending, OrderTimeDescending, OrderReportsDescending}
	timeUnits         = []TimeUnit{UnitDay, UnitWeek, UnitMonth, UnitYear}
)

// EventTypes lists every event type, in the schema's order.
func EventTypes() []EventType { return slices.Clone(eventTypes) }

// Statuses lists every status, DISPUTED last.
func Statuses() []Status { return slices.Clone(statuses) }

// Roles lists every role, in the schema's order.
func Roles() []Role { return slices.Clone(roles) }

// EntityKinds lists the kinds of entity.
func EntityKinds() []EntityKind { return slices.Clone(entityKinds) }

// OrganizationKinds lists the kinds of organization, in the schema's order.
func OrganizationKinds() []OrganizationKind { return slices.Clone(organizationKinds) }

// ConflictKinds lists the kinds of conflict, in the schema's order.
func ConflictKinds() []ConflictKind { return slices.Clone(conflictKinds) }

// EventOrders lists the orders, in the schema's order.
func EventOrders() []EventOrder { return slices.Clone(eventOrders) }

// TimeUnits lists the units, shortest first.
func TimeUnits() []TimeUnit { return slices.Clone(timeUnits) }
