package edit

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/graph"
)

// editOf turns a decision into an edit.
func editOf(tx graph.Tx, d graph.Decision, now time.Time) (*graph.Edit, error) {
	e := graph.Edit{Kind: d.Kind, Author: d.Author, Reason: strings.TrimSpace(d.Reason), Time: now,
		Name: strings.TrimSpace(d.Name), OrganizationKind: d.OrganizationKind}
	if e.Reason == "" {
		return nil, fmt.Errorf("%w: the reason is empty; say in a sentence how you know", graph.ErrInvalid)
	}
	if !d.Kind.IsJudgement() && (len(d.Parts) != 1 || len(d.Parts[0]) != 1) {
		return nil, fmt.Errorf("%w: %s is about one ID", graph.ErrInvalid, d.Kind)
	}
	var err error
	switch d.Kind {
	case graph.EditWithdraw:
		e.Subjects, err = withdrawable(tx, d.Parts[0][0])
	case graph.EditRemoveArticle:
		e.Subjects, err = article(tx, d.Parts[0][0])
	case graph.EditAddReport:
		e.Correction, err = newReport(tx, d)
		if err == nil {
			id := d.Parts[0][0]
			e.Subjects = []graph.Subject{{ID: graph.HandReportID(id, e.Correction), ArticleID: id}}
		}
	case graph.EditCorrectReport:
		if e.Subjects, err = records(tx, d.Parts); err == nil {
			e.Correction, err = correction(tx, e.Subjects[0], d.Correction)
		}
	case graph.EditSetPositions:
		if e.Subjects, err = records(tx, d.Parts); err == nil {
			e.Positions, err = positions(tx, d.Positions)
		}
	default:
		e.Subjects, err = records(tx, d.Parts)
	}
	if err != nil {
		return nil, err
	}
	if d.Kind == graph.EditSetKind && graph.PrefixOf(e.Subjects[0].ID) != graph.PrefixOrganization {
		return nil, fmt.Errorf("%w: %q is %s, and only an organization has a kind that can be set. Whether a name is a person's, an organization's or "+
			"a place's is read from each article; where that is wrong, reject the reports that name it so, or add one that names the right one by hand",
			graph.ErrInvalid, d.Parts[0][0], kindOf(e.Subjects[0].ID))
	}
	made := graph.NewEdit(e)
	return made, made.Check()
}

// records returns the members or reports that IDs stand for.
func records(tx graph.Tx, parts [][]string) ([]graph.Subject, error) {
	found, err := tx.Locate(slices.Concat(parts...))
	if err != nil {
		return nil, err
	}
	var subjects []graph.Subject
	given := map[string]string{} // the IDs, by what they stand for
	for part, ids := range parts {
		for _, id := range ids {
			at, ok := found[id]
			if !ok {
				return nil, notFound(id)
			}
			if other, taken := given[at.ID]; taken {
				return nil, fmt.Errorf("%w: %q and %q stand for the same", graph.ErrInvalid, other, id)
			}
			given[at.ID] = id
			subjects = append(subjects, graph.Subject{ID: at.ID, ArticleID: at.ArticleID, Part: part})
		}
	}
	for _, s := range subjects[min(1, len(subjects)):] {
		first := subjects[0]
		if graph.PrefixOf(s.ID) != graph.PrefixOf(first.ID) {
			return nil, fmt.Errorf("%w: %q is %s and %q is %s; only things of one kind can be judged", graph.ErrInvalid,
				given[first.ID], kindOf(first.ID), given[s.ID], kindOf(s.ID))
		}
	}
	return subjects, nil
}

// kindOf says in words what an ID is of.
func kindOf(id string) string {
	switch graph.PrefixOf(id) {
	case graph.PrefixPerson:
		return "a person"
	case graph.PrefixOrganization:
		return "an organization"
	case graph.PrefixPlace:
		return "a place"
	default:
		return "an event"
	}
}

func notFound(id string) error { return fmt.Errorf("%w: nothing has the ID %q", graph.ErrNotFound, id) }

// findEdit reads an edit.
func findEdit(tx graph.Tx, id string) (*graph.Edit, error) {
	edits, err := tx.EditsOn([]string{id})
	if err != nil {
		return nil, err
	}
	for _, e := range edits {
		if e.ID == id {
			return e, nil
		}
	}
	return nil, notFound(id)
}

func withdrawable(tx graph.Tx, id string) ([]graph.Subject, error) {
	e, err := findEdit(tx, id)
	if err != nil {
		return nil, err
	}
	if e.Withdrawn {
		return nil, fmt.Errorf("%w: the edit %s is withdrawn already", graph.ErrInvalid, id)
	}
	return []graph.Subject{{ID: id}}, nil
}

func article(tx graph.Tx, id string) ([]graph.Subject, error) {
	_, err := batchOf(tx, id)
	return []graph.Subject{{ID: id, ArticleID: id}}, err
}

func batchOf(tx graph.Tx, articleID string) (*graph.Batch, error) {
	batches, err := tx.Batches([]string{articleID})
	if err != nil {
		return nil, err
	}
	if batches[articleID] == nil {
		return nil, fmt.Errorf("%w: no article has the ID %q", graph.ErrNotFound, articleID)
	}
	return batches[articleID], nil
}

// positions replaces the organizations of positions by the members that their IDs stand
// for.
func positions(tx graph.Tx, given []graph.Position) ([]graph.Position, error) {
	var list []graph.Position
	for _, p := range given {
		title := strings.TrimSpace(p.Title)
		if title == "" || len(title) > graph.MaxName {
			return nil, fmt.Errorf("%w: the title %.80q is empty or too long", graph.ErrInvalid, p.Title)
		}
		made := graph.Position{Title: title}
		if p.OrganizationID != "" {
			at, err := records(tx, [][]string{{p.OrganizationID}})
			if err != nil {
				return nil, err
			}
			if graph.PrefixOf(at[0].ID) != graph.PrefixOrganization {
				return nil, fmt.Errorf("%w: %q is %s, not an organization", graph.ErrInvalid, p.OrganizationID, kindOf(at[0].ID))
			}
			made.OrganizationID = at[0].ID
		}
		list = append(list, made)
	}
	return list, nil
}
