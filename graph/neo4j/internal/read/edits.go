package read

import (
	"context"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

const (
	readLocated = `CALL () {
UNWIND $ids AS id MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id) RETURN id, m.articleId AS article, m.block AS block
UNION ALL UNWIND $ids AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) RETURN id, r.articleId AS article, r.block AS block
} RETURN id, article, block`

	editOrder = "edits"

	membersOfEntity = `MATCH (m:Member {id: $id}) USING INDEX SEEK m:Member(id) MATCH (e:Entity {id: m.entityId}) USING INDEX SEEK e:Entity(id) MATCH (e)<-[:OF]-(all:Member) RETURN all.id`
	reportsOfEvent  = `MATCH (r:Report {id: $id}) USING INDEX SEEK r:Report(id) MATCH (e:Event {id: r.eventId}) USING INDEX SEEK e:Event(id) MATCH (e)<-[:OF]-(all:Report) RETURN all.id`

	presentIDs = `UNWIND $ids AS id
OPTIONAL MATCH (m:Member {id: id}) USING INDEX SEEK m:Member(id)
OPTIONAL MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id)
OPTIONAL MATCH (a:Article {id: id}) USING INDEX SEEK a:Article(id)
OPTIONAL MATCH (e:Edit {id: id}) USING INDEX SEEK e:Edit(id)
WITH id, coalesce(m.id, r.id, a.id, e.id) AS found WHERE found IS NOT NULL RETURN id`

	editsNaming = `UNWIND $ids AS id MATCH (s:Subject {id: id})<-[:ABOUT]-(e:Edit) USING INDEX SEEK s:Subject(id) WHERE ` + editsWithin + ` WITH DISTINCT e `
	editsWithin = `e.key >= $from AND e.key < $to AND ($author = '' OR e.author = $author) AND (size($kinds) = 0 OR e.kind IN $kinds)`
)

// Locate finds members and reports, or their successors.
func Locate(ask bolt.Asker, ids []string) (map[string]graph.Located, error) {
	waiting := make(map[string][]string) // what was asked for, by the ID that is asked for next
	for _, id := range storekit.Distinct(ids) {
		at := id
		if graph.PrefixOf(id) == graph.PrefixEvent {
			at = graph.ReportIDOf(id)
		}
		waiting[at] = append(waiting[at], id)
	}
	found := make(map[string]graph.Located)
	for range maxSuccessors {
		if len(waiting) == 0 {
			break
		}
		rows, err := ask(readLocated, map[string]any{"ids": keysOf(waiting)})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			at := graph.Located{ID: f.Text(), ArticleID: f.Text(), Block: f.Text()}
			if f.Err != nil {
				return nil, f.Err
			}
			for _, id := range waiting[at.ID] {
				found[id] = at
			}
			delete(waiting, at.ID)
		}
		if len(waiting) == 0 {
			break
		}
		if rows, err = ask(FollowSuccessors, map[string]any{"ids": keysOf(waiting)}); err != nil {
			return nil, err
		}
		next := make(map[string][]string)
		for _, row := range rows {
			f := mapping.NewFields(row)
			id, successor := f.Text(), f.Text()
			if f.Err != nil {
				return nil, f.Err
			}
			next[successor] = append(next[successor], waiting[id]...)
		}
		waiting = next
	}
	return found, nil
}

// EditsOf reads rows of EditList.
func EditsOf(rows [][]any) ([]*graph.Edit, error) {
	edits := make([]*graph.Edit, len(rows))
	for i, row := range rows {
		f := mapping.FieldsOf(row[0])
		edits[i] = storekit.ReadEdit(f)
		if f.Err != nil {
			return nil, f.Err
		}
	}
	if len(edits) == 0 {
		return nil, nil
	}
	slices.SortFunc(edits, graph.CompareEdits)
	return edits, nil
}

// Edits returns a page of edits.
func (r editReader) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	var page *graph.EditPage
	err := r.db.Read(ctx, func(ask bolt.Asker) (err error) {
		page, err = editPage(ask, q)
		return err
	})
	return page, bolt.Translate(err, "edits on %.80q by %.80q", q.Subject, q.Author)
}

func editPage(ask bolt.Asker, q graph.EditQuery) (*graph.EditPage, error) {
	w, err := windowOf(q.PageRequest, editOrder)
	if err != nil {
		return nil, err
	}
	kinds := []string{}
	for _, kind := range q.Kinds {
		kinds = append(kinds, string(kind))
	}
	params := map[string]any{"author": strings.ToValidUTF8(q.Author, "\uFFFD"), "kinds": kinds, "from": "", "to": lastKey, "limit": w.limit + 1, "past": ""}
	from, err := editsFrom(ask, q, params)
	if err != nil {
		return nil, err
	}
	past, direction := false, ""
	if w.Cursor != "" {
		before := map[bool][2]string{false: {"", w.Cursor + "\x00"}, true: {w.Cursor, lastKey}}[w.Backward]
		params["from"], params["to"] = before[0], before[1]
		if past, err = anyEdit(ask, from, params); err != nil {
			return nil, err
		}
		params["from"], params["to"] = w.Cursor+"\x00", lastKey
	}
	if w.Backward {
		direction = " DESC"
		if w.Cursor != "" {
			params["from"], params["to"] = "", w.Cursor
		}
	}
	rows, err := ask(from+`WITH e ORDER BY e.key`+direction+` LIMIT $limit RETURN e.key, `+mapping.EditList("e"), params)
	if err != nil {
		return nil, err
	}
	keys, edits := make([]string, len(rows)), make(map[string]*graph.Edit, len(rows))
	for i, row := range rows {
		f := mapping.NewFields(row[:1])
		keys[i] = f.Text()
		of := mapping.FieldsOf(row[1])
		edits[keys[i]] = storekit.ReadEdit(of)
		if err := mapping.FirstOf(f.Err, of.Err); err != nil {
			return nil, err
		}
	}
	total := 0
	if w.Total {
		params["from"], params["to"] = "", lastKey
		rows, err := ask(from+`RETURN count(e)`, params)
		if err != nil {
			return nil, err
		}
		total = mapping.NewFields(rows[0]).Count()
	}
	found := pageFrom(w, keys, past, total)
	var nodes []*graph.Edit
	for _, key := range found.Nodes {
		nodes = append(nodes, edits[key])
	}
	return storekit.WithNodes(found, nodes), markMissing(ask, nodes)
}

// editsFrom returns the beginning of a statement that finds the edits of a subject as e,
// and sets its parameters.
func editsFrom(ask bolt.Asker, q graph.EditQuery, params map[string]any) (string, error) {
	subject := q.Subject
	if subject == "" && q.Names == nil {
		return `MATCH (e:Edit) USING INDEX e:Edit(key) WHERE ` + editsWithin + ` `, nil
	}
	if subject == "" {
		params["ids"] = storekit.Distinct(q.Names)
		return editsNaming, nil
	}
	names := []string{strings.ToValidUTF8(subject, "\uFFFD")}
	statement, id := "", names[0]
	switch graph.PrefixOf(subject) {
	case graph.PrefixArticle:
		params["article"] = names[0]
		return `CALL () { MATCH (s:Subject {id: $article}) USING INDEX SEEK s:Subject(id) RETURN s
UNION MATCH (s:Subject {articleId: $article}) USING INDEX SEEK s:Subject(articleId) RETURN s }
MATCH (s)<-[:ABOUT]-(e:Edit) WHERE ` + editsWithin + ` WITH DISTINCT e `, nil
	case graph.PrefixEvent:
		statement, id = reportsOfEvent, graph.ReportIDOf(id)
		names = append(names, id)
	case graph.PrefixPerson, graph.PrefixOrganization, graph.PrefixPlace:
		statement = membersOfEntity
	}
	if statement != "" {
		located, err := Locate(ask, []string{id})
		if err != nil {
			return "", err
		}
		rows, err := ask(statement, map[string]any{"id": located[id].ID})
		if err != nil {
			return "", err
		}
		for _, row := range rows {
			f := mapping.NewFields(row)
			names = append(names, f.Text())
			if f.Err != nil {
				return "", f.Err
			}
		}
	}
	params["ids"] = names
	return editsNaming, nil
}

func anyEdit(ask bolt.Asker, from string, params map[string]any) (bool, error) {
	rows, err := ask(from+`WITH e LIMIT 1 RETURN count(e) > 0`, params)
	if err != nil {
		return false, err
	}
	f := mapping.NewFields(rows[0])
	return f.Bool(), f.Err
}

// markMissing marks the subjects that are not stored now.
func markMissing(ask bolt.Asker, edits []*graph.Edit) error {
	var ids []string
	for _, e := range edits {
		for _, s := range e.Subjects {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := ask(presentIDs, map[string]any{"ids": storekit.Distinct(ids)})
	if err != nil {
		return err
	}
	present := make(map[string]bool, len(rows))
	for _, row := range rows {
		f := mapping.NewFields(row)
		present[f.Text()] = true
	}
	for _, e := range edits {
		for i := range e.Subjects {
			e.Subjects[i].Missing = !present[e.Subjects[i].ID]
		}
	}
	return nil
}
