package annotate

import (
	"dateline/graph"
	"dateline/loader"
	"dateline/loader/merge/match"
	"dateline/loader/read"
)

// Matches reports, as a bool, whether a record's two names can be those of the same
// person or organization.
func Matches(_ *loader.Extractor, r *Record) (any, error) {
	if r.Name1 == "" || r.Name2 == "" {
		return nil, &read.Error{Reason: read.NoText, Source: r.name, Message: "has no name1 and name2"}
	}
	return match.Names(r.kind(), r.Name1, r.Name2), nil
}

// kind returns the kind of entity of a FollowTheMoney schema; everything but Person
// is an organization.
func (r *Record) kind() graph.EntityKind {
	if r.Schema == "Person" {
		return graph.KindPerson
	}
	return graph.KindOrganization
}
