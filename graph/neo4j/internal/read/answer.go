// Package read answers the questions of graph.Reader, each with one statement where
// that can be.
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

// Neo4j shows what others have committed as soon as they have, and a commit not all
// at once. What an answer names and lacks was then just written or deleted: the
// answer is read again. Where it keeps lacking the same, that is how the graph is.
const (
	// steadyReads is how often the same has to be missing.
	steadyReads = 4
	rereadPause = 20 * time.Millisecond
)

// missingParty is missing where who was asked for is not there.
const missingParty = "a party"

// Reader answers questions about a database.
type Reader struct{ db *bolt.Database }

func NewReader(db *bolt.Database) *Reader { return &Reader{db} }

// answer asks until nothing is missing. Work gives what it made of an answer.
func (r *Reader) answer(ctx context.Context, work func(ask bolt.Asker) (*filling, error)) error {
	before, same, pause := "", 0, rereadPause
	return r.db.Read(ctx, func(ask bolt.Asker) error {
		f, err := work(ask)
		var lack string
		switch {
		case errors.Is(err, graph.ErrNotFound): // or a writer was giving it another ID
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
		_ = storekit.Sleep(ctx, pause) // whoever asks next notices that ctx ended
		pause *= 2
		return bolt.ErrChanged
	})
}

// lackError is nil where only entities are missing: an event may name one that its
// block's next change takes away.
func lackError(f *filling) error {
	for id := range f.missing {
		switch graph.PrefixOf(id) {
		case graph.PrefixEvent, graph.PrefixReport, graph.PrefixArticle:
			return fmt.Errorf("%w: %s is missing", graph.ErrCorrupt, id)
		}
	}
	return nil
}

// askFilled runs a statement that ends in fillRest or entitiesAlone, and gives its
// meta and the rest, linked.
func askFilled(ask bolt.Asker, text string, params map[string]any) ([]any, *filling, error) {
	rows, err := ask(text, params)
	if err != nil {
		return nil, nil, err
	}
	if len(rows) != 1 {
		return nil, nil, fmt.Errorf("%w: %d rows for one", graph.ErrCorrupt, len(rows))
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
		return nil, nil, fmt.Errorf("%w: %T for a list", graph.ErrCorrupt, rows[0][0])
	}
	return meta, f, nil
}

// askPages runs a statement as askFilled does, until read, which makes the pages,
// finds no party to ask for by its heir.
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
	return nil, fmt.Errorf("%w: successors without end", graph.ErrCorrupt)
}

var organizationsOf = `UNWIND $ids AS id
OPTIONAL MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id)
OPTIONAL MATCH (m)-[:OF]->(o:Organization)
OPTIONAL MATCH (g:Gone {id: CASE WHEN m.entityId IS NULL THEN id END}) USING INDEX SEEK g:Gone(id)
RETURN id, g.heir, CASE WHEN o IS NULL THEN null ELSE ` + mapping.EntityList("o") + ` END`

// findOrganizations looks for the organizations of positions whose member is gone,
// from heir to heir.
func (f *filling) findOrganizations(ask bolt.Asker, ids []string) error {
	askedFor := make(map[string][]string) // the IDs of positions, by their heirs
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

// anyList is a list as the driver takes it.
func anyList(texts []string) []any {
	list := make([]any, len(texts))
	for i, text := range texts {
		list[i] = strings.ToValidUTF8(text, "\uFFFD")
	}
	return list
}
