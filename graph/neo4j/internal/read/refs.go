package read

import (
	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
)

// A party of a question is found in the statement that asks about it: by ID
// through the member of that ID, which an entity always has, and by name through
// the name. Where a member is gone, the statement gives its heir, and the question
// is put again with that.

const maxDescent = 1000

// nobody is no ID and no name. A parameter is never null: the server plans a
// statement for each combination of the types of its parameters.
const nobody = "\x00"

// putRef adds the parameters that a reference is looked up by: its ID, or its name.
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

// found returns the lines that look a reference up by terms for its ID and its name,
// one of which is nobody: ids are the entities that it means, and heir, if not null,
// is the ID to ask with instead. Carried are the variables to keep, each with a
// comma after it.
func found(id, name, ids, heir, carried string) string {
	return "OPTIONAL MATCH (member:Member {id: " + id + "}) USING INDEX SEEK member:Member(id)\n" +
		"OPTIONAL MATCH (gone:Gone {id: CASE WHEN member.entityId IS NULL THEN " + id + " END}) USING INDEX SEEK gone:Gone(id)\n" +
		"OPTIONAL MATCH (name:Name {folded: " + name + "}) USING INDEX SEEK name:Name(folded)\n" +
		"WITH " + carried + "gone.heir AS " + heir + ", CASE WHEN member.entityId IS NULL THEN [(name)<-[:CALLED]-(bearer:Entity) | bearer.id] ELSE [member.entityId] END AS " + ids + "\n"
}
