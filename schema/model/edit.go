package model

import "dateline/graph"

// PairInput is a pair that is judged.
type PairInput struct{ A, B string }

// Judgement is what is decided about a pair.
type Judgement string

// The judgements, as in graph.EditKind.
const (
	JudgementSame      = Judgement(graph.EditSame)
	JudgementDifferent = Judgement(graph.EditDifferent)
	JudgementUnsure    = Judgement(graph.EditUnsure)
)

// Judgements lists the judgements, in the schema's order.
func Judgements() []Judgement {
	return []Judgement{JudgementSame, JudgementDifferent, JudgementUnsure}
}

// PositionInput is a position that a person holds.
type PositionInput struct {
	Title        string
	Organization *string
}

// PartyInput is a party of a report.
type PartyInput struct {
	Entity     string
	Role       graph.Role
	OnBehalfOf *string
}

// ReportCorrection is what a report says instead. Nil stays as it is.
type ReportCorrection struct {
	Means        *graph.Means
	Status       *graph.Status
	Time         *graph.EDTF
	Place        *string
	Participants []*PartyInput
	AttributedTo []string
	Clear        []graph.ReportField
}

// ReportInput is a report that a person adds.
type ReportInput struct {
	Article      string
	Quote        *string
	Start, End   *int
	Type         *graph.EventType
	Means        *graph.Means
	Status       *graph.Status
	Time         *graph.EDTF
	Place        *string
	Participants []*PartyInput
	AttributedTo []string
}

// EditPayload is one edit with what changed with it.
type EditPayload struct {
	Edit    *graph.Edit
	Changes []graph.ClusterChange
}
