package read

import (
	"context"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	selectLocated = `SELECT m.id, m.id, m.article_id, m.block FROM json_each(?1) w JOIN members m ON m.id = w.value
UNION ALL SELECT r.id, r.id, r.article_id, r.block FROM json_each(?1) w JOIN reports r ON r.id = w.value`
	selectLocatedSuccessors = successorsOf + `SELECT line.id, m.id, m.article_id, m.block, age FROM line JOIN members m ON m.id = line.heir
UNION ALL SELECT line.id, r.id, r.article_id, r.block, age FROM line JOIN reports r ON r.id = line.heir ORDER BY age`

	editsInOrder = `SELECT ` + mapping.EditColumns + ` FROM edits e ORDER BY e.id`
	fromEdits    = `FROM edits e WHERE true`
	ofAuthor     = ` AND e.author = ?`
	ofKinds      = ` AND e.kind IN (SELECT value FROM json_each(?))`
	naming       = ` AND e.id IN (SELECT n.edit_id FROM json_each(?) w JOIN edit_names n ON n.name = w.value)`
	inArticle    = ` AND e.id IN (SELECT n.edit_id FROM edit_names n WHERE n.article_id = ?1 UNION SELECT n.edit_id FROM edit_names n WHERE n.name = ?1)`

	selectMembersOf = `SELECT id FROM members WHERE entity_id = ?`
	selectReportsOf = `SELECT id FROM reports WHERE event_id = ?`
	selectPresent   = `SELECT w.value FROM json_each(?) w WHERE EXISTS (SELECT 1 FROM members m WHERE m.id = w.value) OR EXISTS (SELECT 1 FROM reports r WHERE r.id = w.value)
OR EXISTS (SELECT 1 FROM articles a WHERE a.id = w.value) OR EXISTS (SELECT 1 FROM edits e WHERE e.id = w.value)`
)

var editOrder = ordering{name: "edits", keys: []key{numberKey("e.reverse_time"), textKey("e.id")}}

// Edits returns a page of edits.
func (s *Reader) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	var page *graph.EditPage
	err := s.read(ctx, func(r *View) error {
		edits := part{from: fromEdits}
		if q.Subject != "" {
			condition, of, err := r.about(q.Subject)
			if err != nil {
				return err
			}
			edits = edits.and(condition, of)
		}
		if q.Author != "" {
			edits = edits.and(ofAuthor, q.Author)
		}
		if len(q.Kinds) > 0 {
			kinds := make([]string, len(q.Kinds))
			for i, kind := range q.Kinds {
				kinds[i] = string(kind)
			}
			edits = edits.and(ofKinds, mapping.IDList(kinds))
		}
		var err error
		l := list{columns: ", " + mapping.EditColumns, parts: []part{edits}, ordering: editOrder}
		page, err = pageOf(r, l, q.PageRequest, func(r *mapping.Row) *graph.Edit { return storekit.ReadEdit(r) })
		if err != nil {
			return err
		}
		return r.markMissing(page.Nodes)
	})
	return page, db.Translate(err, "edits on %q by %q", q.Subject, q.Author)
}

// about returns the condition that an edit names a thing or a part of it.
func (r *View) about(id string) (condition string, of any, err error) {
	names := []string{id}
	switch graph.PrefixOf(id) {
	case graph.PrefixArticle:
		return inArticle, id, nil
	case graph.PrefixEvent:
		names = append(names, graph.ReportIDOf(id))
		became, err := r.eventIDs([]string{graph.ReportIDOf(id)})
		if err != nil {
			return "", nil, err
		}
		reports, err := r.Texts(selectReportsOf, became[graph.ReportIDOf(id)])
		return naming, mapping.IDList(append(names, reports...)), err
	case graph.PrefixPerson, graph.PrefixOrganization, graph.PrefixPlace:
		became, err := r.entityIDs([]string{id})
		if err != nil {
			return "", nil, err
		}
		members, err := r.Texts(selectMembersOf, became[id])
		return naming, mapping.IDList(append(names, members...)), err
	}
	return naming, mapping.IDList(names), nil
}

// markMissing marks the subjects that are not stored now.
func (r *View) markMissing(edits []*graph.Edit) error {
	var ids []string
	for _, e := range edits {
		for _, s := range e.Subjects {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	present, err := r.Texts(selectPresent, mapping.IDList(ids))
	if err != nil {
		return err
	}
	slices.Sort(present)
	for _, e := range edits {
		for i := range e.Subjects {
			_, found := slices.BinarySearch(present, e.Subjects[i].ID)
			e.Subjects[i].Missing = !found
		}
	}
	return nil
}

// Locate finds members and reports, or their successors.
func (r *View) Locate(ids []string) (map[string]graph.Located, error) {
	asked := make([]string, len(ids))
	for i, id := range ids {
		asked[i] = id
		if graph.PrefixOf(id) == graph.PrefixEvent {
			asked[i] = graph.ReportIDOf(id)
		}
	}
	found, err := r.located(selectLocated, asked)
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
		successors, err := r.located(selectLocatedSuccessors, gone)
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

func (r *View) located(query string, ids []string) (map[string]graph.Located, error) {
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

func (r *View) walkEdits(visit func(*graph.Edit) error) error {
	if visit == nil {
		return nil
	}
	return r.Each(editsInOrder, nil, func(r *mapping.Row) error {
		e := storekit.ReadEdit(r)
		if r.Err != nil {
			return r.Err
		}
		return visit(e)
	})
}
