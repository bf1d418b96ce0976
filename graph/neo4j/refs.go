package neo4j

import (
	"fmt"

	"dateline/graph"
)

// A party of a question is found in the statement that asks about it: by ID
// through the member of that ID, which an entity always has, and by name through
// the name. Where a member is gone, the statement gives its heir, and the question
// is put again with that.

const maxDescent = 1000

func checkRef(ref graph.EntityRef) error {
	if (ref.ID == "") == (ref.Name == "") {
		return fmt.Errorf("%w: entity with ID %q and name %q: want one of them", graph.ErrInvalid, ref.ID, ref.Name)
	}
	return nil
}

// refParam is the value that a reference is looked up by; null, which nothing is
// equal to, for a name of no letters.
func refParam(ref graph.EntityRef) any {
	if ref.ID != "" {
		return ref.ID
	}
	if folded := foldedKey(ref.Name); folded != "" {
		return folded
	}
	return nil
}

// found gives the lines that look a reference up: ids are the entities that it
// means, and heir, if not null, is the ID to ask with instead. The value is a term,
// and carried are the variables to keep.
func found(ref graph.EntityRef, value, ids, heir, carried string) string {
	if ref.ID == "" {
		return "OPTIONAL MATCH (name:Name {folded: " + value + "})\nWITH " + carried + "name\nOPTIONAL MATCH (name)<-[:CALLED]-(bearer:Entity)\n" +
			"WITH " + carried + "collect(bearer.id) AS " + ids + ", null AS " + heir + "\n"
	}
	return "OPTIONAL MATCH (member:Member {id: " + value + "})\n" +
		"OPTIONAL MATCH (gone:Gone {id: CASE WHEN member.entityId IS NULL THEN " + value + " END})\n" +
		"WITH " + carried + "CASE WHEN member.entityId IS NULL THEN [] ELSE [member.entityId] END AS " + ids + ", gone.heir AS " + heir + "\n"
}
