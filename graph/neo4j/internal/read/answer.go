// Package read answers the questions of graph.Reader, with one statement for each if
// possible.
package read

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// Neo4j shows a commit of others at once, and not even all of it at the same moment. So
// an answer may refer to something that it lacks, because that was just written or
// deleted. The answer is then read again. If it lacks the same several times, the graph
// is like that.
const (
	// steadyReads is how often the same must be missing.
	steadyReads = 4
	rereadPause = 20 * time.Millisecond
)

// missingParty stands for a party of the question that was not found.
const missingParty = "a party"

// Reader implements graph.Reader, except for Walk and Ready.
type Reader struct {
	eventReader
	entityReader
	articleReader
	nodeReader
	networkReader
	changeReader
	editReader
	reviewReader
}

// Each of these answers the questions of the interface of package graph that has its name.
type (
	eventReader   struct{ answers }
	entityReader  struct{ answers }
	articleReader struct{ answers }
	nodeReader    struct{ answers }
	networkReader struct{ answers }
	changeReader  struct{ answers }
	editReader    struct{ answers }
	reviewReader  struct{ answers }
)

// NewReader returns a Reader of a database.
func NewReader(db *bolt.Database) *Reader {
	a := answers{db}
	return &Reader{
		eventReader{a}, entityReader{a}, articleReader{a}, nodeReader{a}, networkReader{a}, changeReader{a}, editReader{a}, reviewReader{a},
	}
}

// answers are read from a database, again and again if they lack something.
type answers struct{ db *bolt.Database }

// answer runs work until nothing is missing. Work asks, and returns what its answer has.
func (r answers) answer(ctx context.Context, work func(ask bolt.Asker) (*filling, error)) error {
	before, same, pause := "", 0, rereadPause
	return r.db.Read(ctx, func(ask bolt.Asker) error {
		f, err := work(ask)
		var lack string
		switch {
		case errors.Is(err, graph.ErrNotFound): // unless a writer was just changing the ID
			lack = err.Error()
		case err != nil || f == nil:
			return err
		default:
			lack = f.lack()
		}
		if lack == "" {
			return nil
		}
		if lack != before {
			before, same = lack, 0
		}
		if same++; same >= steadyReads {
			if err != nil {
				return err
			}
			return lackError(f)
		}
		_ = storekit.Sleep(ctx, pause) // the next statement notices that ctx ended
		pause *= 2
		return bolt.ErrChanged
	})
}

// lackError returns an error unless only entities are missing: an event may have a party
// that the next change of its block removes.
func lackError(f *filling) error {
	for id := range f.missing {
		switch graph.PrefixOf(id) {
		case graph.PrefixEvent, graph.PrefixReport, graph.PrefixArticle:
			return fmt.Errorf("%w: %s is missing", graph.ErrCorrupt, id)
		}
	}
	return nil
}

// askFilled runs a statement that ends in fillRest or entitiesAlone. It returns meta and
// everything else, with its references filled.
func askFilled(ask bolt.Asker, text string, params map[string]any) ([]any, *filling, error) {
	rows, err := ask(text, params)
	if err != nil {
		return nil, nil, err
	}
	if len(rows) != 1 {
		return nil, nil, fmt.Errorf("%w: %d rows where one is expected", graph.ErrCorrupt, len(rows))
	}
	f, err := readFilling(rows[0])
	if err != nil {
		return nil, nil, err
	}
	if unknown := f.positionsWithout(); len(unknown) > 0 {
		if err := f.findOrganizations(ask, unknown); err != nil {
			return nil, nil, err
		}
	}
	f.fill()
	meta, ok := rows[0][0].([]any)
	if !ok {
		return nil, nil, fmt.Errorf("%w: %T is not a list", graph.ErrCorrupt, rows[0][0])
	}
	return meta, f, nil
}

// askPages runs a statement as askFilled does. Read makes the pages; if it reports that a
// party has to be asked for by its successor, the statement runs again.
func askPages(ask bolt.Asker, text string, params map[string]any, read func(meta []any, f *filling) (again bool, err error)) (*filling, error) {
	for range maxDescent {
		meta, f, err := askFilled(ask, text, params)
		if err != nil {
			return nil, err
		}
		if again, err := read(meta, f); err != nil || !again {
			return f, err
		}
	}
	return nil, fmt.Errorf("%w: a cycle of successors", graph.ErrCorrupt)
}

var organizationsOf = `UNWIND $ids AS id
OPTIONAL MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id)
OPTIONAL MATCH (m)-[:OF]->(o:Organization)
OPTIONAL MATCH (g:Gone {id: CASE WHEN m.entityId IS NULL THEN id END}) USING INDEX SEEK g:Gone(id)
RETURN id, g.heir, CASE WHEN o IS NULL THEN null ELSE ` + mapping.EntityList("o") + ` END`

// findOrganizations finds the organizations of positions whose member is gone, by
// following successors.
func (f *filling) findOrganizations(ask bolt.Asker, ids []string) error {
	askedFor := make(map[string][]string) // the IDs of positions, by their successors
	for _, id := range ids {
		askedFor[id] = []string{id}
	}
	for range maxDescent {
		rows, err := ask(organizationsOf, map[string]any{"ids": keysOf(askedFor)})
		if err != nil {
			return err
		}
		next := make(map[string][]string)
		for _, row := range rows {
			id, _ := row[0].(string)
			if heir, ok := row[1].(string); ok {
				next[heir] = append(next[heir], askedFor[id]...)
			}
			list, ok := row[2].([]any)
			if !ok {
				continue
			}
			found := mapping.NewFields(list)
			organization, ok := found.Entity().(*graph.Organization)
			if found.Err != nil {
				return found.Err
			}
			for _, asked := range askedFor[id] {
				if ok {
					f.organizations[asked] = organization
				}
			}
		}
		if len(next) == 0 {
			return nil
		}
		askedFor = next
	}
	return nil
}

func keysOf[T any](of map[string]T) []any {
	keys := make([]any, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	return keys
}

// anyList returns a list of valid UTF-8 for the driver.
func anyList(texts []string) []any {
	list := make([]any, len(texts))
	for i, text := range texts {
		list[i] = strings.ToValidUTF8(text, "\uFFFD")
	}
	return list
}
