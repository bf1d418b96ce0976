package read

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// hopsAtOnce is the most steps of one statement. A larger network takes several.
const hopsAtOnce = 4

const (
	// Links that overlap a time.
	linkDuring = "r.undated = false AND r.earliest <= $until AND r.latest >= $since"

	// ring finds the parties that are linked to the last ring and to none before, or acted
	// for them or through them, those with most contacts first. It finds none once the limit is reached.
	ring = `CALL (seen, ring) {
UNWIND CASE WHEN size(seen) > $limit THEN [] ELSE ring END AS x
MATCH (x)-[r:CONTACTED|ACTED_FOR]-(y)%s
WITH y, count(r) AS touches WHERE NOT y IN seen
ORDER BY touches DESC, y.id
RETURN collect(y) AS next
}
WITH heir, center, seen + next AS seen, next AS ring
`

	// linksAmong adds up the links between nodes.
	linksAmong = `CALL (nodes) {
UNWIND nodes AS x
MATCH (x)-[r:CONTACTED]->(y) WHERE y IN nodes%s
WITH x, y, count(r) AS links,
	min(CASE WHEN r.undated = false AND r.earliest > $unknownStart THEN r.earliest END) AS earliest,
	max(CASE WHEN r.undated = false AND r.latest < $unknownEnd THEN r.latest END) AS latest,
	collect(DISTINCT r.means) AS means
RETURN collect([x.id, y.id, links, earliest, latest, means]) AS links
}
`
)

// Network goes out from the center, with one statement for a few steps.
func (r networkReader) Network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	network, err := r.network(ctx, q)
	return network, bolt.Translate(err, "network around %+v", q.Center)
}

func (r networkReader) network(ctx context.Context, q graph.NetworkQuery) (*graph.Network, error) {
	if err := storekit.CheckNetwork(q); err != nil {
		return nil, err
	}
	if err := storekit.CheckRef(q.Center); err != nil {
		return nil, err
	}
	limit := q.Limit
	if limit == 0 || limit > noLimit {
		limit = noLimit
	}
	params := map[string]any{"limit": limit}
	putRef(params, "who", q.Center)
	linkParams(params, q.During)
	var network *graph.Network
	err := r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		walked, err := walkRings(ask, q, params)
		if err != nil {
			return nil, err
		}
		var f *filling
		network, f, err = walked.network(limit)
		return f, err
	})
	return network, err
}

func linkParams(params map[string]any, during graph.EDTF) {
	params["unknownStart"], params["unknownEnd"] = graph.MinDate.String(), graph.MaxDate.String()
	if !during.IsZero() {
		params["since"], params["until"] = during.Earliest().String(), during.Latest().String()
	}
}

// condition returns a condition that a link overlaps a time, after WHERE or AND.
func condition(before string, during graph.EDTF) string {
	if during.IsZero() {
		return ""
	}
	return " " + before + " " + linkDuring
}

// rings is what has been found of a network so far.
type rings struct {
	center       string
	nodes        []string // nearest first
	last         int      // how many are in the last ring
	links        []any
	found        *filling
	limitReached bool
}

// walkRings takes all steps from the center.
func walkRings(ask bolt.Asker, q graph.NetworkQuery, params map[string]any) (*rings, error) {
	hops := min(q.Hops, hopsAtOnce)
	start := "WITH 0 AS slot\n" + found("$whoId", "$whoName", "$whoCountry", "who", "heir", "") + theState("$whoCountry", "who", "heir, ") + mostReported("who", "one", "heir, ") +
		"OPTIONAL MATCH (center:Entity {id: one}) USING INDEX SEEK center:Entity(id)\nWITH heir, center, [n IN [center] WHERE n IS NOT NULL] AS seen, [n IN [center] WHERE n IS NOT NULL] AS ring\n"
	var walked *rings
	for range maxDescent {
		heir, at, err := walk(ask, start, hops, q, params)
		if err != nil {
			return nil, err
		}
		if walked = at; heir == "" {
			break
		}
		params["whoId"] = heir
	}
	if walked.center == "" {
		return nil, graph.ErrNotFound
	}
	const goOn = `CALL () { UNWIND $seen AS id MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id) RETURN collect(n) AS found }
WITH null AS heir, found[0] AS center, found AS seen, found[-$last..] AS ring
`
	for taken := hops; taken < q.Hops && walked.last > 0 && !walked.limitReached; taken += hops {
		hops = min(q.Hops-taken, hopsAtOnce)
		params["seen"], params["last"] = anyList(walked.nodes), walked.last
		var err error
		if _, walked, err = walk(ask, goOn, hops, q, params); err != nil {
			return nil, err
		}
	}
	return walked, nil
}

// walk takes a few steps from a start.
func walk(ask bolt.Asker, start string, hops int, q graph.NetworkQuery, params map[string]any) (heir string, at *rings, err error) {
	text := start + strings.Repeat(fmt.Sprintf(ring, condition("WHERE", q.During)), hops) +
		"WITH heir, center, size(ring) AS last, size(seen) > $limit AS more, [n IN seen[..$limit + 1] | n.id] AS all, seen[..$limit] AS nodes\n" +
		fmt.Sprintf(linksAmong, condition("AND", q.During)) +
		"WITH [heir, center.id, last, more, all, links] AS meta, [[n IN nodes | n.id]] AS ids\n" + entitiesAlone
	meta, f, err := askFilled(ask, text, params)
	if err != nil {
		return "", nil, err
	}
	row := mapping.NewFields(meta)
	heir = row.Text()
	at = &rings{center: row.Text(), last: row.Count(), limitReached: row.Bool(), nodes: row.Texts(), links: row.List(), found: f}
	return heir, at, row.Err
}

// network returns the answer.
func (r *rings) network(limit int) (*graph.Network, *filling, error) {
	n := &graph.Network{Center: r.found.entity(r.center), Truncated: len(r.nodes) > limit}
	for _, id := range r.nodes[:min(limit, len(r.nodes))] {
		n.Nodes = append(n.Nodes, r.found.entity(id))
	}
	for _, value := range r.links {
		row := mapping.FieldsOf(value)
		source, target, count := row.Text(), row.Text(), row.Count()
		link := graph.Link{Source: r.found.entity(source), Target: r.found.entity(target), Count: count, Earliest: row.Day(), Latest: row.Day()}
		used := row.Texts()
		for _, means := range graph.MeansKinds() {
			if slices.Contains(used, string(means)) {
				link.Means = append(link.Means, means)
			}
		}
		if row.Err != nil {
			return nil, nil, row.Err
		}
		n.Links = append(n.Links, link)
	}
	if len(r.found.missing) > 0 {
		return nil, r.found, bolt.ErrChanged
	}
	slices.SortFunc(n.Links, func(a, b graph.Link) int {
		if by := strings.Compare(a.Source.NodeID(), b.Source.NodeID()); by != 0 {
			return by
		}
		return strings.Compare(a.Target.NodeID(), b.Target.NodeID())
	})
	return n, r.found, nil
}
