package storekit

import "dateline/graph"

// Lists of records are stored as flat lists of texts, all fields of one record after
// the other: a page has a hundred of them, and as objects they take ten times as
// long to read.
const (
	// participationFields are the entity, the role and whom it acted for.
	participationFields = 3
	// positionFields are the title and the organization.
	positionFields = 2
)

// ParticipantTexts flattens participations.
func ParticipantTexts(participants []graph.Participation) []string {
	list := make([]string, 0, participationFields*len(participants))
	for _, p := range participants {
		list = append(list, p.EntityID, string(p.Role), p.OnBehalfOfID)
	}
	return list
}

// textReader reads the next value as a list of texts, and notes if it is damaged.
type textReader interface {
	Texts() []string
	Fault(format string, args ...any)
}

// records reads a flat list of records of so many fields.
func records(r textReader, fields int) []string {
	list := r.Texts()
	if len(list)%fields != 0 {
		r.Fault("has %d texts in records of %d", len(list), fields)
		return nil
	}
	return list
}

// ReadParticipants reads what ParticipantTexts flattened.
func ReadParticipants(r textReader) []graph.Participation {
	list := records(r, participationFields)
	if len(list) == 0 {
		return nil
	}
	participants := make([]graph.Participation, 0, len(list)/participationFields)
	for ; len(list) > 0; list = list[participationFields:] {
		participants = append(participants, graph.Participation{EntityID: list[0], Role: graph.Role(list[1]), OnBehalfOfID: list[2]})
	}
	return participants
}

// PositionTexts flattens positions.
func PositionTexts(positions []graph.Position) []string {
	list := make([]string, 0, positionFields*len(positions))
	for _, p := range positions {
		list = append(list, p.Title, p.OrganizationID)
	}
	return list
}

// ReadPositions reads what PositionTexts flattened.
func ReadPositions(r textReader) []graph.Position {
	var positions []graph.Position
	for list := records(r, positionFields); len(list) > 0; list = list[positionFields:] {
		positions = append(positions, graph.Position{Title: list[0], OrganizationID: list[1]})
	}
	return positions
}
