package mergetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/graph"
	"dateline/loader/merge"
)

// Desk makes decisions of all kinds about articles, at random.
type Desk struct {
	// Intn returns a number from 0 to n-1.
	Intn    func(n int) int
	Batches []*graph.Batch

	made []*graph.Edit
}

// Edits makes several edits, some of which withdraw others.
func (d *Desk) Edits(count int) []*graph.Edit {
	for len(d.made) < count {
		if len(d.made) > 0 && d.Intn(5) == 0 {
			d.made = append(d.made, d.withdrawal(d.made[d.Intn(len(d.made))]))
			continue
		}
		if e := d.decision(); e != nil {
			d.made = append(d.made, e)
		}
	}
	return d.made
}

// Withdrawal returns the edit that withdraws another.
func Withdrawal(e *graph.Edit) *graph.Edit {
	return graph.NewEdit(graph.Edit{Kind: graph.EditWithdraw, Author: "Ada", Reason: "a slip", Time: e.Time.Add(time.Hour), Subjects: []graph.Subject{{ID: e.ID}}})
}

func (d *Desk) withdrawal(e *graph.Edit) *graph.Edit {
	w := *Withdrawal(e)
	w.Reason, w.Time = fmt.Sprintf("slip %d", len(d.made)), d.time()
	return graph.NewEdit(w)
}

// time returns one of few times, so that edits come at the same time.
func (d *Desk) time() time.Time {
	return time.Date(2026, 5, 1, 0, 0, d.Intn(20), 0, time.UTC)
}

func (d *Desk) decision() *graph.Edit {
	kinds := []graph.EditKind{
		graph.EditSame, graph.EditSame, graph.EditSame, graph.EditDifferent, graph.EditDifferent, graph.EditUnsure, graph.EditRename, graph.EditSetKind,
		graph.EditSetPositions, graph.EditCorrectReport, graph.EditCorrectReport, graph.EditRejectReport, graph.EditAddReport, graph.EditAddReport,
	}
	e := graph.Edit{Kind: kinds[d.Intn(len(kinds))], Author: "Ada", Reason: fmt.Sprintf("reason %d", len(d.made)), Time: d.time()}
	batch := d.batch()
	switch e.Kind {
	case graph.EditSame, graph.EditDifferent, graph.EditUnsure:
		e.Subjects = d.pair()
	case graph.EditRename:
		e.Subjects, e.Name = d.members(batch, ""), []string{"Karl Berg", "Solheim", "The Committee"}[d.Intn(3)]
	case graph.EditSetKind:
		e.Subjects, e.OrganizationKind = d.members(batch, graph.PrefixOrganization), graph.OrganizationKinds()[d.Intn(6)]
	case graph.EditSetPositions:
		e.Subjects, e.Positions = d.members(batch, graph.PrefixPerson), []graph.Position{{Title: "envoy"}}
	case graph.EditCorrectReport, graph.EditRejectReport:
		if len(batch.Reports) == 0 {
			return nil
		}
		report := &batch.Reports[d.Intn(len(batch.Reports))]
		e.Subjects = []graph.Subject{{ID: report.ID, ArticleID: batch.Article.ID}}
		if e.Kind == graph.EditCorrectReport {
			e.Correction = d.correction(batch, report.Type)
		}
	case graph.EditAddReport:
		e.Correction = d.report(batch)
		e.Subjects = []graph.Subject{{ID: graph.HandReportID(batch.Article.ID, e.Correction), ArticleID: batch.Article.ID}}
	}
	if len(e.Subjects) == 0 {
		return nil
	}
	return graph.NewEdit(e)
}

func (d *Desk) batch() *graph.Batch { return d.Batches[d.Intn(len(d.Batches))] }

// members returns one member of an article, of a kind, or nothing.
func (d *Desk) members(b *graph.Batch, prefix string) []graph.Subject {
	var of []graph.Subject
	for _, m := range b.Members {
		if prefix == "" || graph.PrefixOf(m.ID) == prefix {
			of = append(of, graph.Subject{ID: m.ID, ArticleID: b.Article.ID})
		}
	}
	if len(of) == 0 {
		return nil
	}
	at := d.Intn(len(of))
	return of[at : at+1]
}

// pair returns two members, or two reports, of one kind.
func (d *Desk) pair() []graph.Subject {
	one, other := d.batch(), d.batch()
	var a, b []graph.Subject
	if d.Intn(3) == 0 {
		if len(one.Reports)*len(other.Reports) == 0 {
			return nil
		}
		a = []graph.Subject{{ID: one.Reports[d.Intn(len(one.Reports))].ID, ArticleID: one.Article.ID}}
		b = []graph.Subject{{ID: other.Reports[d.Intn(len(other.Reports))].ID, ArticleID: other.Article.ID}}
	} else {
		if a = d.members(one, ""); len(a) == 0 {
			return nil
		}
		b = d.members(other, graph.PrefixOf(a[0].ID))
	}
	if len(b) == 0 || a[0].ID == b[0].ID {
		return nil
	}
	second := b[0]
	second.Part = 1
	return []graph.Subject{a[0], second}
}

func (d *Desk) correction(b *graph.Batch, of graph.EventType) *graph.Correction {
	c := &graph.Correction{Fields: graph.ReportFields()[d.Intn(6):][:1]}
	switch c.Fields[0] {
	case graph.FieldMeans:
		if of == graph.EventContact {
			c.Means = graph.MeansCall
		}
	case graph.FieldStatus:
		c.Status = graph.StatusDenied
	case graph.FieldTime:
		c.Time = &graph.TimeSpan{EDTF: graph.MustEDTF([]string{"2024-03-12", "2024-04", "2020-01-02"}[d.Intn(3)])}
	case graph.FieldPlace:
		c.PlaceID = d.party(b, graph.PrefixPlace, c)
	case graph.FieldAttributedTo:
		c.AttributedToIDs = []string{d.party(b, "", c)}
	default:
		c.Participants = d.participants(b, of, c)
	}
	return c
}

func (d *Desk) participants(b *graph.Batch, of graph.EventType, c *graph.Correction) []graph.Participation {
	if of == graph.EventStatement {
		return []graph.Participation{{EntityID: d.party(b, graph.PrefixPerson, c), Role: graph.RoleSpeaker}}
	}
	return []graph.Participation{{EntityID: d.party(b, "", c), Role: graph.RoleInitiator}, {EntityID: d.party(b, "", c), Role: graph.RoleRecipient}}
}

// party returns a member of the article, or one that is added to it since it is a member
// of another.
func (d *Desk) party(b *graph.Batch, prefix string, c *graph.Correction) string {
	other := d.batch()
	found := d.members(other, prefix)
	if len(found) == 0 {
		return ""
	}
	if other == b {
		return found[0].ID
	}
	at := slices.IndexFunc(other.Members, func(m graph.Member) bool { return m.ID == found[0].ID })
	m := other.Members[at]
	m.ID, m.Mentions, m.Positions, m.Aliases = graph.MemberID(b.Article.ID, m.Kind, "by hand "+m.ID), nil, nil, nil
	if !slices.ContainsFunc(c.Cast, func(one graph.CastMember) bool { return one.Member.ID == m.ID }) {
		c.Cast = append(c.Cast, graph.CastMember{Member: m, SameAs: found[0]})
	}
	return m.ID
}

func (d *Desk) report(b *graph.Batch) *graph.Correction {
	text := []rune(b.Article.Text)
	c := &graph.Correction{Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusAsserted}
	c.Start = d.Intn(len(text) - 1)
	c.End = c.Start + 1 + d.Intn(len(text)-c.Start-1)
	c.QuoteHash = graph.QuoteHash(string(text[c.Start:c.End]))
	c.Participants = d.participants(b, c.Type, c)
	c.Time = &graph.TimeSpan{EDTF: graph.MustEDTF("2024-03-12")}
	return c
}

// ApplyEdits applies edits in one transaction.
func ApplyEdits(t testing.TB, store graph.Writer, edits ...*graph.Edit) {
	t.Helper()
	err := store.Update(context.Background(), func(tx graph.Tx) error { return merge.ApplyEdits(tx, edits...) })
	if err != nil {
		t.Fatal(err)
	}
}
