package annotate

import (
	"dateline/graph"
	"dateline/loader"
	"dateline/loader/merge/match"
	"dateline/loader/read"
)

// Matches reports whether a record's two names can be of one person or body, as a
// bool.
func Matches(_ *loader.Extractor, r *Record) (any, error) {
	if r.Name1 == "" || r.Name2 == "" {
		return nil, &read.Error{Reason: read.NoText, Source: r.name, Message: "has no name1 and name2 to compare"}
	}
	return match.Names(r.kind(), r.Name1, r.Name2), nil
}

// kind returns the kind of entity that a schema of FollowTheMoney is; all that is
// no Person is a body.
func (r *Record) kind() graph.EntityKind {
	if r.Schema == "Person" {
		return graph.KindPerson
	}
	return graph.KindOrganization
}
