package graphtest

import (
	"context"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Locate scans all members and reports.
func (tx *memoryTx) Locate(ids []string) (map[string]graph.Located, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	stored := map[string]graph.Located{}
	for _, b := range tx.state.batches {
		for _, m := range b.Members {
			stored[m.ID] = graph.Located{ID: m.ID, ArticleID: b.Article.ID, Block: m.Block}
		}
		for _, r := range b.Reports {
			stored[r.ID] = graph.Located{ID: r.ID, ArticleID: b.Article.ID, Block: r.Block}
		}
	}
	found := map[string]graph.Located{}
	for _, asked := range ids {
		id := asked
		if graph.PrefixOf(id) == graph.PrefixEvent {
			id = graph.ReportIDOf(id)
		}
		for id != "" {
			if at, ok := stored[id]; ok {
				found[asked] = at
				break
			}
			id = tx.state.successors[id]
		}
	}
	return found, nil
}

// EditsOn scans all edits.
func (tx *memoryTx) EditsOn(ids []string) ([]*graph.Edit, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	asked := map[string]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	var edits []*graph.Edit
	for _, e := range tx.state.edits {
		if asked[e.ID] || slices.ContainsFunc(e.Names(), func(s graph.Subject) bool { return asked[s.ID] }) {
			edits = append(edits, storekit.CloneEdit(e))
		}
	}
	slices.SortFunc(edits, graph.CompareEdits)
	return edits, nil
}

func (tx *memoryTx) PutEdits(edits []*graph.Edit) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	for _, e := range edits {
		e = storekit.CloneEdit(e)
		for i := range e.Subjects {
			e.Subjects[i].Missing = false
		}
		tx.state.edits[e.ID] = e
	}
	return nil
}

func (tx *memoryTx) RemoveArticle(articleID string) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	old := tx.state.batches[articleID]
	if old == nil {
		return nil
	}
	gone := map[string]bool{}
	for _, m := range old.Members {
		gone[m.ID] = true
	}
	for _, r := range old.Reports {
		gone[r.ID] = true
	}
	tx.redacting = true
	delete(tx.state.batches, articleID)
	tx.state.leave(gone, true)
	return nil
}

// Edits scans all edits.
func (m editReader) Edits(ctx context.Context, q graph.EditQuery) (*graph.EditPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	l := list[*graph.Edit]{order: "edits", width: 2, keys: func(e *graph.Edit) []string {
		return []string{fmt.Sprintf("%020d", 1<<62-e.Time.UnixMicro()), e.ID}
	}}
	for _, e := range s.edits {
		about := s.isAskedFor(e.Names(), q)
		byAuthor := q.Author == "" || q.Author == e.Author
		ofKind := len(q.Kinds) == 0 || slices.Contains(q.Kinds, e.Kind)
		if about && byAuthor && ofKind {
			l.nodes = append(l.nodes, s.edit(e))
		}
	}
	return l.page(q.PageRequest)
}

// isAskedFor reports whether a query asks for an edit by what that names.
func (s *state) isAskedFor(names []graph.Subject, q graph.EditQuery) bool {
	switch {
	case q.Subject != "":
		return slices.ContainsFunc(names, func(named graph.Subject) bool { return s.isAbout(named, q.Subject) })
	case q.Names != nil:
		return slices.ContainsFunc(names, func(named graph.Subject) bool { return slices.Contains(q.Names, named.ID) })
	}
	return true
}

// isAbout reports whether what an edit names is, or is part of, what a query asks for.
func (s *state) isAbout(named graph.Subject, asked string) bool {
	if named.ID == asked || named.ArticleID == asked {
		return true
	}
	if graph.PrefixOf(asked) == graph.PrefixEvent {
		event := s.eventID(asked)
		return named.ID == graph.ReportIDOf(asked) || event != "" && s.index().eventOf[named.ID] == event
	}
	entity := s.entityID(asked)
	return entity != "" && s.index().entityOf[named.ID] == entity
}

// edit returns an edit as a page has it.
func (s *state) edit(e *graph.Edit) *graph.Edit {
	e = storekit.CloneEdit(e)
	for i := range e.Subjects {
		id := e.Subjects[i].ID
		_, isArticle := s.batches[id]
		_, isEdit := s.edits[id]
		e.Subjects[i].Missing = !isArticle && !isEdit && s.index().articleOf[id] == nil
	}
	return e
}
