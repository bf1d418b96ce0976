package read

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
)

// nodesByID finds things of all kinds. The lists became and grown have, for each event and
// each entity that was asked for, what its ID stands for now, or its successor.
const nodesByID = `CALL () { UNWIND $articles AS id MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id) RETURN collect(a) AS articles }
CALL () { UNWIND $asked AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) RETURN collect(r) AS reports }
CALL () {
UNWIND $events AS id
OPTIONAL MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id)
OPTIONAL MATCH (g:Gone {id: CASE WHEN r.eventId IS NULL THEN id END}) USING INDEX SEEK g:Gone(id)
OPTIONAL MATCH (e:Event {id: r.eventId}) USING INDEX SEEK e:Event(id)
RETURN collect([id, e.id, g.heir]) AS became, collect(DISTINCT e) AS events
}
CALL () {
UNWIND $members AS id
OPTIONAL MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id)
OPTIONAL MATCH (g:Gone {id: CASE WHEN m.entityId IS NULL THEN id END}) USING INDEX SEEK g:Gone(id)
RETURN collect([id, m.entityId, g.heir]) AS grown
}
`

var nodesFilled = nodesByID + `WITH [became, grown] AS meta, events, reports, articles, [[one IN grown | one[1]]] AS ids
` + fillReports + fillRest

// Nodes finds things of all kinds, in one statement.
func (r nodeReader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	nodes, err := r.nodes(ctx, ids)
	return nodes, bolt.Translate(err, "nodes %.200q", ids)
}

func (r nodeReader) nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	if len(ids) == 0 {
		return nil, r.db.Read(ctx, func(bolt.Asker) error { return nil })
	}
	// current are the IDs to ask with: those asked for, or their successors.
	current := make(map[string]string, len(ids))
	for _, id := range ids {
		current[id] = id
		if graph.PrefixOf(id) == graph.PrefixEvent {
			current[id] = graph.ReportIDOf(id)
		}
	}
	var nodes []graph.Node
	err := r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		for range maxDescent {
			meta, f, err := askFilled(ask, nodesFilled, paramsOfNodes(current))
			if err != nil {
				return nil, err
			}
			became, heirs, err := readBecame(meta)
			if err != nil {
				return nil, err
			}
			again := false
			for id, at := range current {
				if heir := heirs[at]; heir != "" {
					current[id], again = heir, true
				}
			}
			if again {
				continue
			}
			nodes = make([]graph.Node, len(ids))
			for i, id := range ids {
				nodes[i] = f.node(id, current[id], became)
			}
			return f, nil
		}
		return nil, fmt.Errorf("%w: a cycle of successors", graph.ErrCorrupt)
	})
	return nodes, err
}

func paramsOfNodes(current map[string]string) map[string]any {
	byParam := map[string][]any{"articles": {}, "asked": {}, "events": {}, "members": {}}
	seen := make(map[[2]string]bool)
	for id, at := range current {
		param := paramOf(graph.PrefixOf(id))
		if param == "" || seen[[2]string{param, at}] {
			continue
		}
		seen[[2]string{param, at}] = true
		byParam[param] = append(byParam[param], at)
	}
	params := make(map[string]any, len(byParam)+1)
	for param, list := range byParam {
		params[param] = list
	}
	return params
}

func paramOf(prefix string) string {
	switch prefix {
	case graph.PrefixArticle:
		return "articles"
	case graph.PrefixReport:
		return "asked"
	case graph.PrefixEvent:
		return "events"
	case graph.PrefixPerson, graph.PrefixOrganization, graph.PrefixPlace:
		return "members"
	}
	return ""
}

// readBecame reads what each ID stands for now, or else the successor that has to be
// asked for instead.
func readBecame(meta []any) (became, heirs map[string]string, err error) {
	became, heirs = make(map[string]string), make(map[string]string)
	for _, list := range meta {
		rows, ok := list.([]any)
		if !ok {
			return nil, nil, fmt.Errorf("%w: %T is not a list", graph.ErrCorrupt, list)
		}
		for _, value := range rows {
			row := mapping.FieldsOf(value)
			id, now, heir := row.Text(), row.Text(), row.Text()
			if row.Err != nil {
				return nil, nil, row.Err
			}
			if now != "" {
				became[id] = now
			} else if heir != "" {
				heirs[id] = heir
			}
		}
	}
	return became, heirs, nil
}

// node returns what an ID stands for that was asked for as another ID, or nil.
func (f *filling) node(id, at string, became map[string]string) graph.Node {
	switch graph.PrefixOf(id) {
	case graph.PrefixArticle:
		if a := f.articles[at]; a != nil {
			return a
		}
	case graph.PrefixReport:
		if r := f.reports[at]; r != nil {
			return r
		}
	case graph.PrefixEvent:
		if now := became[at]; now != "" {
			if e := f.event(now, 0); e != nil {
				return e
			}
		}
	default:
		if now := became[at]; now != "" {
			if e := f.entity(now); e != nil {
				return e
			}
		}
	}
	return nil
}
