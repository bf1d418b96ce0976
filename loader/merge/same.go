package merge

import (
	"dateline/graph"
	"dateline/loader/merge/match"
)

// MatchNames reports whether two names, as two sources write them, can be of one
// person, organization or place: whatever their order, script, romanization,
// titles, legal forms, initials and slips of the pen. Merging itself asks for
// more, and is never wrong on the word of spelling alone; see Entities.
func MatchNames(kind graph.EntityKind, a, b string) bool { return match.Names(kind, a, b) }
