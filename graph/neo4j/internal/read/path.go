package read

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	// chosenAtOnce is the most steps for which one statement chooses a chain. For longer
	// chains, which go through parties with few contacts, each step is a statement.
	chosenAtOnce = 3
	// boundedHops is the most steps that a search has as a bound in its text.
	boundedHops = 15
)

// Path asks Neo4j for a shortest path, takes its length, and chooses among all chains of
// that length.
func (r networkReader) Path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	path, err := r.path(ctx, q)
	return path, bolt.Translate(err, "path from %+v to %+v", q.From, q.To)
}

func (r networkReader) path(ctx context.Context, q graph.PathQuery) ([]graph.PathStep, error) {
	if err := storekit.CheckPath(q); err != nil {
		return nil, err
	}
	for _, ref := range []graph.EntityRef{q.From, q.To} {
		if err := storekit.CheckRef(ref); err != nil {
			return nil, err
		}
	}
	params := map[string]any{"maxHops": min(q.MaxHops, noLimit), "reports": 0}
	putRef(params, "who", q.From)
	putRef(params, "with", q.To)
	linkParams(params, q.During)
	var path []graph.PathStep
	err := r.answer(ctx, func(ask bolt.Asker) (*filling, error) {
		p, f, err := findPath(ask, q, params)
		if err != nil {
			return nil, err
		}
		path, f, err = p.resolve(ask, q, params, f)
		return f, err
	})
	return path, err
}

// findPath asks, and again as long as a party has to be asked for by its successor.
func findPath(ask bolt.Asker, q graph.PathQuery, params map[string]any) (foundPath, *filling, error) {
	for range maxDescent {
		meta, f, err := askFilled(ask, pathText(q), params)
		if err != nil {
			return foundPath{}, nil, err
		}
		p, err := readPath(meta)
		if err != nil || !p.inherit(params) {
			return p, f, err
		}
	}
	return foundPath{}, nil, fmt.Errorf("%w: a cycle of successors", graph.ErrCorrupt)
}

// resolve returns the steps of a path, nil for none, with what fills them.
func (p foundPath) resolve(ask bolt.Asker, q graph.PathQuery, params map[string]any, f *filling) ([]graph.PathStep, *filling, error) {
	switch {
	case p.source == "" || p.target == "":
		return nil, nil, graph.ErrNotFound
	case p.source == p.target:
		return []graph.PathStep{}, f, nil
	case p.length == 0 || p.length > q.MaxHops:
		return nil, f, nil
	case p.length > chosenAtOnce:
		var err error
		if p, f, err = chooseLong(ask, p, q, params); err != nil {
			return nil, nil, err
		}
	}
	if len(p.chain) == 0 {
		return nil, nil, bolt.ErrChanged // there was a chain, and now there is none
	}
	path, err := p.steps(f)
	return path, f, err
}

// chooseLong chooses a chain step by step: at each, the smallest ID from which the target
// is as near as possible.
func chooseLong(ask bolt.Asker, p foundPath, q graph.PathQuery, params map[string]any) (foundPath, *filling, error) {
	chain := []string{p.source}
	for left := p.length - 1; left > 0; left-- {
		rows, err := ask(nextStep(q), map[string]any{
			"at": chain[len(chain)-1], "target": p.target, "left": left, "since": params["since"], "until": params["until"],
		})
		if err != nil {
			return p, nil, err
		}
		if len(rows) != 1 {
			return p, nil, bolt.ErrChanged
		}
		next := mapping.NewFields(rows[0])
		chain = append(chain, next.Text())
		if next.Err != nil {
			return p, nil, next.Err
		}
	}
	params["chain"] = anyList(append(chain, p.target))
	meta, f, err := askFilled(ask, `CALL () { UNWIND $chain AS id MATCH (n:Entity {id: id}) USING INDEX SEEK n:Entity(id) RETURN collect(n) AS chain }
WITH null AS heir, null AS otherHeir, head(chain) AS a, last(chain) AS b, size(chain) - 1 AS length, chain
`+stepsOfChain(q), params)
	if err != nil {
		return p, nil, err
	}
	p, err = readPath(meta)
	return p, f, err
}

// nextStep finds the next party of a chain.
func nextStep(q graph.PathQuery) string {
	return `MATCH (x:Entity {id: $at}) USING INDEX SEEK x:Entity(id)
MATCH (b:Entity {id: $target}) USING INDEX SEEK b:Entity(id)
WITH x, b
MATCH (x)-[r:CONTACTED|ACTED_FOR]-(y) WHERE y <> x` + condition("AND", q.During) + `
WITH DISTINCT b, y ORDER BY y.id
CALL (b, y) {
WITH b, y WHERE b <> y
MATCH p = shortestPath((y)-[links:CONTACTED|ACTED_FOR*]-(b))` + linksDuring(q) + `
RETURN max(length(p)) AS length
}
WITH y, length WHERE length = $left
RETURN y.id LIMIT 1`
}

func linksDuring(q graph.PathQuery) string {
	if q.During.IsZero() {
		return ""
	}
	return " WHERE all(r IN links WHERE " + linkDuring + ")"
}

// pathText composes the statement that finds the length of a path, and chooses a chain if
// that is short.
func pathText(q graph.PathQuery) string {
	bound := ""
	if q.MaxHops <= boundedHops {
		bound = fmt.Sprintf("..%d", max(1, q.MaxHops))
	}
	var choices []string
	for length := 1; length <= min(chosenAtOnce, max(1, q.MaxHops)); length++ {
		choices = append(choices, chooseChain(length, condition("WHERE", q.During), condition("AND", q.During)))
	}
	return "WITH 0 AS slot\n" +
		found("$whoId", "$whoName", "$whoCountry", "who", "heir", "") + theState("$whoCountry", "who", "heir, ") + mostReported("who", "source", "heir, ") +
		found("$withId", "$withName", "$withCountry", "others", "otherHeir", "heir, source, ") + theState("$withCountry", "others", "heir, otherHeir, source, ") + mostReported("others", "target", "heir, otherHeir, source, ") +
		`OPTIONAL MATCH (a:Entity {id: source}) USING INDEX SEEK a:Entity(id)
OPTIONAL MATCH (b:Entity {id: target}) USING INDEX SEEK b:Entity(id)
CALL (a, b) {
WITH a, b WHERE a <> b
MATCH p = shortestPath((a)-[links:CONTACTED|ACTED_FOR*` + bound + `]-(b))` + linksDuring(q) + `
RETURN max(length(p)) AS found
}
WITH heir, otherHeir, a, b, coalesce(found, 0) AS length
CALL (a, b, length) {
CALL (a, b, length) {
` + strings.Join(choices, "UNION ALL\n") + `}
RETURN coalesce(head(collect(chain)), []) AS chain
}
` + stepsOfChain(q)
}

// stepsOfChain finds the events of each step, and fills them.
func stepsOfChain(q graph.PathQuery) string {
	return `CALL (chain) {
UNWIND range(0, size(chain) - 2) AS i
WITH i, chain[i] AS x, chain[i + 1] AS y
MATCH (x)-[r:CONTACTED|ACTED_FOR]-(y)` + condition("WHERE", q.During) + `
MATCH (e:Event {id: r.eventId}) USING INDEX SEEK e:Event(id)
WITH i, e ORDER BY e.key
RETURN collect([i, e.id]) AS steps, collect(DISTINCT e) AS events
}
WITH [heir, otherHeir, a.id, b.id, length, [n IN chain | n.id], steps] AS meta, events, [[n IN chain | n.id]] AS ids
` + fillEvents + fillRest
}

// chooseChain returns Cypher for the chain of this length from a to b whose IDs sort
// first. It spreads from both ends to the middle, keeps those on both sides that are
// connected, and then goes from a to the smallest ID at each step.
func chooseChain(length int, where, and string) string {
	if length == 1 {
		return "WITH a, b, length WHERE length = 1\nRETURN [a, b] AS chain\n"
	}
	middle := length / 2
	var b strings.Builder
	fmt.Fprintf(&b, "WITH a, b, length WHERE length = %d AND length <= $maxHops\nWITH a, b, [a] AS from0, [b] AS on%d\n", length, length)
	spread := func(from, to, among string) {
		within := where
		if among != "" {
			within = " WHERE y IN " + among + and
		}
		fmt.Fprintf(&b, "CALL (*) { UNWIND %s AS x MATCH (x)-[r:CONTACTED|ACTED_FOR]-(y)%s RETURN collect(DISTINCT y) AS %s }\n", from, within, to)
	}
	for step := 1; step <= middle; step++ {
		spread(fmt.Sprintf("from%d", step-1), fmt.Sprintf("from%d", step), "")
	}
	for step := length - 1; step > middle; step-- {
		spread(fmt.Sprintf("on%d", step+1), fmt.Sprintf("on%d", step), "")
	}
	for step := middle; step > 0; step-- {
		spread(fmt.Sprintf("on%d", step+1), fmt.Sprintf("on%d", step), fmt.Sprintf("from%d", step))
	}
	fmt.Fprintf(&b, "WITH *, [a] AS chain0\n")
	for step := 1; step <= length; step++ {
		fmt.Fprintf(&b, "CALL (*) { WITH last(chain%d) AS x, on%d AS among MATCH (x)-[r:CONTACTED|ACTED_FOR]-(y) WHERE y IN among%s WITH y ORDER BY y.id LIMIT 1 RETURN y AS y%d }\nWITH *, chain%d + y%d AS chain%d\n",
			step-1, step, and, step, step-1, step, step)
	}
	fmt.Fprintf(&b, "RETURN chain%d AS chain\n", length)
	return b.String()
}

// foundPath is what a statement found.
type foundPath struct {
	heir, otherHeir, source, target string
	length                          int
	chain                           []string
	links                           []any
}

func readPath(meta []any) (foundPath, error) {
	f := mapping.NewFields(meta)
	return foundPath{
		heir: f.Text(), otherHeir: f.Text(), source: f.Text(), target: f.Text(), length: f.Count(), chain: f.Texts(), links: f.List(),
	}, f.Err
}

// inherit replaces parties by their successors, and reports whether there are any.
func (p foundPath) inherit(params map[string]any) bool {
	if p.heir != "" {
		params["whoId"] = p.heir
	}
	if p.otherHeir != "" {
		params["withId"] = p.otherHeir
	}
	return p.heir != "" || p.otherHeir != ""
}

func (p foundPath) steps(f *filling) ([]graph.PathStep, error) {
	steps := make([]graph.PathStep, len(p.chain)-1)
	for i := range steps {
		steps[i] = graph.PathStep{From: f.entity(p.chain[i]), To: f.entity(p.chain[i+1])}
	}
	for _, value := range p.links {
		row := mapping.FieldsOf(value)
		at, id := row.Count(), row.Text()
		if row.Err != nil || at >= len(steps) {
			return nil, fmt.Errorf("step %d of %d: %w", at, len(steps), errors.Join(graph.ErrCorrupt, row.Err))
		}
		steps[at].Events = append(steps[at].Events, f.event(id, 0))
	}
	for _, step := range steps {
		if len(step.Events) == 0 {
			return nil, bolt.ErrChanged
		}
	}
	return steps, nil
}
