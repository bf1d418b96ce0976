package read

import (
	"context"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	// namesLike are the entities with a word like each of those asked for in a name. Lucene
	// finds words that two letters make, as storekit.Near does, and more besides.
	namesLike = `CALL db.index.fulltext.queryNodes('name_words', $query) YIELD node
MATCH (node)<-[:CALLED]-(n:Entity) RETURN collect(DISTINCT n.id)`
	readPositions = `MATCH (p:Person) WHERE size(p.positions) > 0 RETURN p.id, p.positions`
	reportCounts  = `UNWIND $ids AS id MATCH (bearer:Entity {id: id})<-[:OF]-(:Member)<-[:NAMES]-(r:Report) USING INDEX SEEK bearer:Entity(id)
RETURN id, count(DISTINCT r)`
)

// Suggestions finds those who have words like those asked for in their names or in the
// titles of their positions, and then compares.
func (r entityReader) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	found, err := r.suggestions(ctx, name, first)
	return found, bolt.Translate(err, "suggestions for %.80q", name)
}

func (r entityReader) suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	if err := storekit.CheckSuggestions(first); err != nil {
		return nil, err
	}
	asked := storekit.NameWords(name)
	var found []graph.Suggestion
	err := r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		found = nil
		if len(asked) == 0 {
			return nil, nil
		}
		ids, err := candidates(ask, asked)
		if err != nil {
			return nil, err
		}
		entities, err := entitiesByID(ask, ids)
		if err != nil {
			return nil, err
		}
		for _, e := range entities {
			if suggestion, near := storekit.Suggest(asked, e); near {
				found = append(found, suggestion)
			}
		}
		found, err = storekit.NearestFirst(found, first, func(ids []string) (map[string]int, error) { return countReports(ask, ids) })
		return nil, err
	})
	return found, err
}

// candidates returns the IDs of the entities to compare.
func candidates(ask bolt.Asker, asked []string) ([]string, error) {
	rows, err := ask(namesLike, map[string]any{"query": fuzzyQuery(asked)})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, row := range rows {
		f := mapping.NewFields(row)
		ids = append(ids, f.Texts()...)
		if f.Err != nil {
			return nil, f.Err
		}
	}
	if rows, err = ask(readPositions, nil); err != nil {
		return nil, err
	}
	near := make(map[string]bool) // titles
	for _, row := range rows {
		f := mapping.NewFields(row)
		id, titles := f.Text(), f.Texts()
		if f.Err != nil {
			return nil, f.Err
		}
		for i := 0; i < len(titles); i += 2 { // each with its organization
			if _, seen := near[titles[i]]; !seen {
				near[titles[i]] = storekit.IsNearTitle(asked, titles[i])
			}
			if near[titles[i]] {
				ids = append(ids, id)
				break
			}
		}
	}
	return storekit.Distinct(ids), nil
}

// fuzzyQuery returns a query for all the words or words like them, the last one as a
// prefix as well.
func fuzzyQuery(words []string) string {
	terms := make([]string, len(words))
	for i, word := range words {
		terms[i] = luceneTerm(word, false)
		if len([]rune(word)) <= longWord { // a longer one is a prefix already
			terms[i] += "~2"
		}
		if i == len(words)-1 {
			terms[i] = "(" + terms[i] + " " + luceneTerm(word, true) + ")"
		}
	}
	return "+" + strings.Join(terms, " +")
}

func countReports(ask bolt.Asker, ids []string) (map[string]int, error) {
	rows, err := ask(reportCounts, map[string]any{"ids": anyList(ids)})
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int, len(rows))
	for _, row := range rows {
		f := mapping.NewFields(row)
		id, count := f.Text(), f.Count()
		if f.Err != nil {
			return nil, f.Err
		}
		counts[id] = count
	}
	return counts, nil
}
