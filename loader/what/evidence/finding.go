package evidence

import (
	"dateline/graph"
	"dateline/loader/language"
)

// Finding is a report in the making. Members are indices in the cast, -1 for none.
type Finding struct {
	Trigger      int // token
	Means        graph.Means
	Status       graph.Status
	Participants []Participant
	Time         *graph.TimeSpan
	Place        int
	Sources      []int
	Quote        language.Span // tokens
	Claim        *graph.Claim
	Confidence   float64
}

// Participant is one party's part in a finding.
type Participant struct {
	Member     int
	Role       graph.Role
	OnBehalfOf int // the member that an envoy acts for, -1 for none
}
