package read

import (
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
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

// putRef adds the parameters for looking a reference up: its ID, its name and its country.
func putRef(params map[string]any, party string, ref graph.EntityRef) {
	params[party+"Id"], params[party+"Name"], params[party+"Country"], params["nobody"] = nobody, nobody, nobody, nobody
	if ref.ID != "" {
		params[party+"Id"] = ref.ID
		return
	}
	if ref.Country != "" {
		params[party+"Country"] = ref.Country
		return
	}
	if folded := mapping.FoldedKey(ref.Name); folded != "" {
		params[party+"Name"] = folded
	}
}

// found returns Cypher that looks a reference up, given terms for its ID and its name, and
// the parameter of its country, all but one of which are nobody. The variable ids has the
// entities that it matches; heir, if not null, is the ID to ask with instead. Carried are
// the variables to keep, each followed by a comma.
func found(id, name, country, ids, heir, carried string) string {
	return "OPTIONAL MATCH (member:Member {id: " + id + "}) USING INDEX SEEK member:Member(id)\n" +
		"OPTIONAL MATCH (gone:Gone {id: CASE WHEN member.entityId IS NULL THEN " + id + " END}) USING INDEX SEEK gone:Gone(id)\n" +
		"OPTIONAL MATCH (name:Name {folded: " + name + "}) USING INDEX SEEK name:Name(folded)\n" +
		"WITH " + carried + "gone.heir AS " + heir + ", CASE WHEN member.entityId IS NOT NULL THEN [member.entityId] WHEN " + country + " <> $nobody THEN " +
		ofCountry(country) + " ELSE [(name)<-[:CALLED]-(bearer:Entity) | bearer.id] END AS " + ids + "\n"
}

// ofCountry returns a term for the entities of a country.
func ofCountry(country string) string {
	return "COLLECT { MATCH (s:Entity {country: " + country + "}) USING INDEX SEEK s:Entity(country) RETURN s.id }"
}

// entityIDsFor returns the entities that a reference matches now.
func entityIDsFor(ask bolt.Asker, ref graph.EntityRef) ([]string, error) {
	params := make(map[string]any)
	putRef(params, "who", ref)
	text := "WITH 0 AS slot\n" + found("$whoId", "$whoName", "$whoCountry", "who", "heir", "") + "RETURN heir, who"
	for range maxDescent {
		rows, err := ask(text, params)
		if err != nil {
			return nil, err
		}
		if len(rows) != 1 {
			return nil, fmt.Errorf("%w: %d rows where one is expected", graph.ErrCorrupt, len(rows))
		}
		row := mapping.NewFields(rows[0])
		heir, ids := row.Text(), row.Texts()
		if row.Err != nil || heir == "" {
			return ids, row.Err
		}
		params["whoId"] = heir
	}
	return nil, fmt.Errorf("%w: a cycle of successors", graph.ErrCorrupt)
}

// theState keeps, of a list of the entities of a country, those that are the state itself,
// if there are any.
func theState(country, ids, carried string) string {
	return "WITH " + carried + ids + ", CASE WHEN " + country + " = $nobody THEN [] ELSE COLLECT { MATCH (s:Organization:Entity {country: " + country + "}) USING INDEX SEEK s:Entity(country) WHERE s.kind = 'STATE' RETURN s.id } END AS states\n" +
		"WITH " + carried + "CASE WHEN size(states) > 0 THEN states ELSE " + ids + " END AS " + ids + "\n"
}
