package read

import (
	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
)

const (
	selectLocated = `SELECT m.id, m.id, m.article_id, m.block FROM json_each(?1) w JOIN members m ON m.id = w.value
UNION ALL SELECT r.id, r.id, r.article_id, r.block FROM json_each(?1) w JOIN reports r ON r.id = w.value`
	selectLocatedSuccessors = successorsOf + `SELECT line.id, m.id, m.article_id, m.block, age FROM line JOIN members m ON m.id = line.heir
UNION ALL SELECT line.id, r.id, r.article_id, r.block, age FROM line JOIN reports r ON r.id = line.heir ORDER BY age`
)

// Locate finds members and reports, or their successors.
func Locate(r *View, ids []string) (map[string]graph.Located, error) {
	asked := make([]string, len(ids))
	for i, id := range ids {
		asked[i] = id
		if graph.PrefixOf(id) == graph.PrefixEvent {
			asked[i] = graph.ReportIDOf(id)
		}
	}
	found, err := located(r, selectLocated, asked)
	if err != nil {
		return nil, err
	}
	var gone []string
	for _, id := range asked {
		if _, ok := found[id]; !ok {
			gone = append(gone, id)
		}
	}
	if len(gone) > 0 {
		successors, err := located(r, selectLocatedSuccessors, gone)
		if err != nil {
			return nil, err
		}
		for id, at := range successors {
			found[id] = at
		}
	}
	result := make(map[string]graph.Located, len(found))
	for i, id := range ids {
		if at, ok := found[asked[i]]; ok {
			result[id] = at
		}
	}
	return result, nil
}

func located(r *View, query string, ids []string) (map[string]graph.Located, error) {
	found := make(map[string]graph.Located)
	err := r.Each(query, []any{mapping.IDList(ids)}, func(r *mapping.Row) error {
		asked, at := r.Text(), graph.Located{ID: r.Text(), ArticleID: r.Text(), Block: r.Text()}
		if _, ok := found[asked]; !ok {
			found[asked] = at
		}
		return nil
	})
	return found, err
}
