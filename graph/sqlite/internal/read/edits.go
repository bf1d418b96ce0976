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
	fromEdits = `FROM edits e WHERE true`
	ofAuthor  = ` AND e.author = ?`
	ofKinds   = ` AND e.kind IN (SELECT value FROM json_each(?))`
	naming    = ` AND e.id IN (SELECT n.edit_id FROM json_each(?) w JOIN edit_names n ON n.name = w.value)`
	inArticle = ` AND e.id IN (SELECT n.edit_id FROM edit_names n WHERE n.article_id = ?1 UNION SELECT n.edit_id FROM edit_names n WHERE n.name = ?1)`

	selectMembersOf = `SELECT id FROM members WHERE entity_id = ?`
	selectReportsOf = `SELECT id FROM reports WHERE event_id = ?`
	selectPresent   = `SELECT w.value FROM json_each(?) w WHERE EXISTS (SELECT 1 FROM members m WHERE m.id = w.value) OR EXISTS (SELECT 1 FROM reports r WHERE r.id = w.value)
OR EXISTS (SELECT 1 FROM articles a WHERE a.id = w.value) OR EXISTS (SELECT 1 FROM edits e WHERE e.id = w.value)`
)

var editOrder = ordering{name: "edits", keys: []key{numberKey("e.reverse_time"), textKey("e.id")}}

// Edits returns a page of edits.
func (s editReader) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	var page *graph.EditPage
	err := s.read(ctx, func(r *View) error {
		edits := part{from: fromEdits}
		if q.Subject != "" {
			condition, of, err := about(r, q.Subject)
			if err != nil {
				return err
			}
			edits = edits.and(condition, of)
		} else if q.Names != nil {
			edits = edits.and(naming, mapping.IDList(q.Names))
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
		return markMissing(r, page.Nodes)
	})
	return page, db.Translate(err, "edits on %q by %q", q.Subject, q.Author)
}

// about returns the condition that an edit names a thing or a part of it.
func about(r *View, id string) (condition string, of any, err error) {
	names := []string{id}
	switch graph.PrefixOf(id) {
	case graph.PrefixArticle:
		return inArticle, id, nil
	case graph.PrefixEvent:
		names = append(names, graph.ReportIDOf(id))
		became, err := identities{r}.eventIDs([]string{graph.ReportIDOf(id)})
		if err != nil {
			return "", nil, err
		}
		reports, err := r.Texts(selectReportsOf, became[graph.ReportIDOf(id)])
		return naming, mapping.IDList(append(names, reports...)), err
	case graph.PrefixPerson, graph.PrefixOrganization, graph.PrefixPlace:
		became, err := identities{r}.entityIDs([]string{id})
		if err != nil {
			return "", nil, err
		}
		members, err := r.Texts(selectMembersOf, became[id])
		return naming, mapping.IDList(append(names, members...)), err
	}
	return naming, mapping.IDList(names), nil
}

// markMissing marks the subjects that are not stored now.
func markMissing(r *View, edits []*graph.Edit) error {
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
