package read

import (
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
)

// indexed is a list of nodes in the order of an index.
type indexed struct {
	// label is the label of the nodes, n, and by are the properties of the index: those
	// that a condition fixes, and then the key.
	label      string
	by         []string
	conditions []string
	// from is the first key of the list, and to the first key after it.
	from, to string
}

// page returns Cypher that reads a window: rows, a list of [key, ID], past and total.
func (l indexed) page(w window, params map[string]any) string {
	from, to := l.from, l.to
	pastFrom, pastTo := "", ""
	switch {
	case w.Backward && w.Cursor != "":
		to, pastFrom, pastTo = min(to, w.Cursor), max(from, w.Cursor), to
	case w.Cursor != "":
		from, pastFrom, pastTo = max(from, w.Cursor+"\x00"), from, min(to, w.Cursor+"\x00")
	}
	params["from"], params["to"], params["pastFrom"], params["pastTo"] = from, to, pastFrom, pastTo
	params["allFrom"], params["allTo"] = l.from, l.to
	params["limit"], params["fetch"] = w.limit, w.limit+1
	direction := ""
	if w.Backward {
		direction = " DESC"
	}
	text := "CALL () {\n" + l.match("$from", "$to") + "WITH n ORDER BY n." + strings.Join(l.by, direction+", n.") + direction + " LIMIT $fetch\n" +
		"RETURN collect([n.key, n.id]) AS rows\n}\n"
	past, total := "false AS past", "0 AS total"
	if w.Cursor != "" {
		text += "CALL () {\n" + l.match("$pastFrom", "$pastTo") + "WITH n LIMIT 1\nRETURN count(n) > 0 AS past\n}\n"
		past = "past"
	}
	if w.Total {
		text += "CALL () {\n" + l.match("$allFrom", "$allTo") + "RETURN count(n) AS total\n}\n"
		total = "total"
	}
	return text + "WITH rows, " + past + ", " + total + "\n"
}

func (l indexed) match(from, to string) string {
	within := fmt.Sprintf("n.key >= %s AND n.key < %s", from, to)
	return "MATCH (n:" + l.label + ") " + seek("n:"+l.label, l.by...) + strings.Join(append([]string{within}, l.conditions...), " AND ") + "\n"
}

// readIndexed reads [rows, past, total], and returns the IDs of the rows as well.
func readIndexed(w window, meta []any) (page *graph.Page[string], ids []string, err error) {
	f := mapping.NewFields(meta)
	rows, past, total := f.List(), f.Bool(), f.Count()
	if f.Err != nil {
		return nil, nil, f.Err
	}
	keys, idOf := make([]string, 0, len(rows)), make(map[string]string, len(rows))
	for _, value := range rows {
		row := mapping.FieldsOf(value)
		key, id := row.Text(), row.Text()
		if row.Err != nil {
			return nil, nil, row.Err
		}
		if id == "" {
			return nil, nil, bolt.ErrChanged
		}
		keys = append(keys, key)
		idOf[key] = id
	}
	page = pageFrom(w, keys, past, total)
	for _, key := range page.Nodes {
		ids = append(ids, idOf[key])
	}
	return page, ids, nil
}
