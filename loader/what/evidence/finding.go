package evidence

import (
	"dateline/graph"
	"dateline/loader/language"
)

// Finding is a report in the making.
type Finding struct {
	Trigger      int // the token that tells of the event
	Again        int // the "again" by which the same words tell of it once more, 0 for none
	Means        graph.Means
	Status       graph.Status
	Participants []Participant
	Time         *graph.TimeSpan // nil if unknown
	Place        int
	Sources      []int         // on whose word the article reports it
	Quote        language.Span // the words that it rests on
	Claim        *graph.Claim
	About        []language.Span // the words that tell what it was about
	// Qualifier, Several and DeniesPlan are those of graph.Report.
	Qualifier           string
	Several, DeniesPlan bool
	Confidence          float64 // from 0 to 1
}

// Participant is a party's part in a finding.
type Participant struct {
	Member     int
	Role       graph.Role
	OnBehalfOf int // for whom an envoy acts
}
