package annotate

import (
	"dateline/graph"
	"dateline/loader"
	"dateline/loader/read"
)

// Matches tells whether a record's two names can be of one person or body, as a
// bool.
func Matches(_ *loader.Extractor, r *Record) (any, error) {
	if r.Name1 == "" || r.Name2 == "" {
		return nil, &read.Error{Reason: read.NoText, Source: r.name, Message: "has no name1 and name2 to compare"}
	}
	return graph.Fold(r.Name1) == graph.Fold(r.Name2), nil
}
