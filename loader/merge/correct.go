package merge

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/entity"
	"dateline/loader/merge/event"
)

// correct returns an article's batch as edits in effect have it: reports are added, then
// corrected, the latest correction last, then rejected. The batch is as it was extracted,
// with the blocks of its members. What an edit says about words or members that the
// article does not have is left out.
func correct(extracted *graph.Batch, edits []*graph.Edit) *graph.Batch {
	inEffect := slices.DeleteFunc(slices.Clone(edits), func(e *graph.Edit) bool {
		return e.Withdrawn || e.Subjects[0].ArticleID != extracted.Article.ID
	})
	slices.SortFunc(inEffect, graph.CompareEdits)
	if len(inEffect) == 0 {
		return extracted
	}
	c := corrections{article: &extracted.Article, cast: map[string]graph.Member{}, reports: map[string]*graph.Report{}}
	for i := range extracted.Members {
		c.cast[extracted.Members[i].ID] = extracted.Members[i]
	}
	for i := range extracted.Reports {
		report := extracted.Reports[i]
		c.order = append(c.order, report.ID)
		c.reports[report.ID] = &report
	}
	for _, step := range []struct {
		kind  graph.EditKind
		apply func(*graph.Edit)
	}{{graph.EditAddReport, c.add}, {graph.EditCorrectReport, c.correct}, {graph.EditRejectReport, c.reject}} {
		for _, e := range inEffect {
			if e.Kind == step.kind {
				step.apply(e)
			}
		}
	}
	return c.batch(extracted)
}

// corrections is a batch in the making.
type corrections struct {
	article *graph.Article
	text    []rune
	cast    map[string]graph.Member // all members, by ID
	reports map[string]*graph.Report
	order   []string // of reports
}

func (c *corrections) add(e *graph.Edit) {
	id, with := e.Subjects[0].ID, e.Correction
	if c.text == nil {
		c.text = []rune(c.article.Text)
	}
	if with.Start < 0 || with.End > len(c.text) || with.Start >= with.End || c.reports[id] != nil {
		return
	}
	quote := string(c.text[with.Start:with.End])
	if graph.QuoteHash(quote) != with.QuoteHash {
		return
	}
	report := graph.Report{ID: id, ArticleID: c.article.ID, Type: with.Type, Quote: quote, Start: with.Start, End: with.End, Confidence: 1, ByHand: true}
	all := *with
	all.Fields = graph.ReportFields()
	if !c.set(&report, &all) || event.Check(&report) != nil || len(report.Participants) == 0 {
		return
	}
	c.reports[id] = &report
	c.order = append(c.order, id)
}

func (c *corrections) correct(e *graph.Edit) {
	old := c.reports[e.Subjects[0].ID]
	if old == nil {
		return
	}
	report := *old
	if c.set(&report, e.Correction) && event.Check(&report) == nil {
		*old = report
	}
}

func (c *corrections) reject(e *graph.Edit) {
	delete(c.reports, e.Subjects[0].ID)
}

// set sets the fields of a report, and reports whether all that they name are members.
func (c *corrections) set(r *graph.Report, with *graph.Correction) bool {
	for _, field := range with.Fields {
		switch field {
		case graph.FieldMeans:
			r.Means = with.Means
		case graph.FieldStatus:
			r.Status, r.DeniesPlan = with.Status, false
		case graph.FieldTime:
			r.Time = with.Time
		case graph.FieldPlace:
			r.PlaceID = with.PlaceID
		case graph.FieldParticipants:
			r.Participants = with.Participants
		case graph.FieldAttributedTo:
			r.AttributedToIDs = with.AttributedToIDs
		}
	}
	added := map[string]graph.Member{}
	for _, one := range with.Cast {
		m := one.Member
		m.Block = entity.Block(&m)
		added[m.ID] = m
	}
	for id := range r.PartyIDs() {
		_, known := c.cast[id]
		_, new := added[id]
		if !known && !new {
			return false
		}
	}
	maps.Copy(c.cast, added)
	return true
}

// batch returns the corrected batch, or the extracted one if there is no difference.
func (c *corrections) batch(extracted *graph.Batch) *graph.Batch {
	corrected := &graph.Batch{Article: extracted.Article, Members: slices.Clone(extracted.Members)}
	for _, id := range c.order {
		if r := c.reports[id]; r != nil {
			corrected.Reports = append(corrected.Reports, *r)
		}
	}
	for i := range extracted.Members {
		delete(c.cast, extracted.Members[i].ID)
	}
	named := map[string]bool{}
	for i := range corrected.Reports {
		for id := range corrected.Reports[i].PartyIDs() {
			named[id] = true
		}
	}
	for _, m := range slices.SortedFunc(maps.Values(c.cast), func(a, b graph.Member) int { return cmp.Compare(a.ID, b.ID) }) {
		if named[m.ID] {
			corrected.Members = append(corrected.Members, m)
		}
	}
	if len(corrected.Members) == len(extracted.Members) && reflect.DeepEqual(corrected.Reports, extracted.Reports) {
		return extracted
	}
	original := graph.Extraction{Members: extracted.Members, Reports: slices.Clone(extracted.Reports)}
	for i := range original.Reports {
		original.Reports[i].Block = ""
	}
	corrected.Original = &original
	return corrected
}
