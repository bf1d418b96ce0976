package read

import (
	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
)

// A party is looked up in the statement that asks about it: an ID by the member that has
// it, since an entity always has such a member, and a name by its (:Name). If the member
// is gone, the statement returns its successor (heir, in Cypher), and the question is
// asked again with that.

const maxDescent = 1000

// nobody stands for no ID and no name. Parameters are never null, because the server
// makes a plan for each combination of the types of its parameters.
const nobody = "\x00"

// putRef adds the parameters for looking a reference up: its ID and its name.
func putRef(params map[string]any, party string, ref graph.EntityRef) {
	params[party+"Id"], params[party+"Name"] = nobody, nobody
	if ref.ID != "" {
		params[party+"Id"] = ref.ID
		return
	}
	if folded := mapping.FoldedKey(ref.Name); folded != "" {
		params[party+"Name"] = folded
	}
}

// found returns Cypher that looks a reference up, given terms for its ID and its name, one
// of which is nobody. The variable ids has the entities that it matches; heir, if not
// null, is the ID to ask with instead. Carried are the variables to keep, each followed by
// a comma.
func found(id, name, ids, heir, carried string) string {
	return "OPTIONAL MATCH (member:Member {id: " + id + "}) USING INDEX SEEK member:Member(id)\n" +
		"OPTIONAL MATCH (gone:Gone {id: CASE WHEN member.entityId IS NULL THEN " + id + " END}) USING INDEX SEEK gone:Gone(id)\n" +
		"OPTIONAL MATCH (name:Name {folded: " + name + "}) USING INDEX SEEK name:Name(folded)\n" +
		"WITH " + carried + "gone.heir AS " + heir + ", CASE WHEN member.entityId IS NULL THEN [(name)<-[:CALLED]-(bearer:Entity) | bearer.id] ELSE [member.entityId] END AS " + ids + "\n"
}
