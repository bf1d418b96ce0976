package model

import "dateline/graph"

// UnknownName is a name in an argument that nobody bears, and the nearest names.
type UnknownName struct {
	Argument, Name string
	Suggestions    []graph.Suggestion
}
