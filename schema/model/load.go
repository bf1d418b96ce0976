package model

import "dateline/graph"

// LoadPayload is what became of articles that were to be loaded.
type LoadPayload struct {
	Job      string
	Finished bool
	Outcomes []graph.Loaded
}

// LoadProgress is how far a job is.
type LoadProgress struct {
	Job         string
	Total, Done int
	Finished    bool
	Failure     *string
	Outcomes    []graph.Loaded
}
