package merge

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/entity"
	"dateline/loader/merge/event"
	"dateline/loader/merge/judge"
)

// Explainer is a graph.Explainer: it clusters blocks again, as they are stored, and says what
// decided.
type Explainer struct{ Store graph.BlockViewer }

var _ graph.Explainer = Explainer{}

const (
	// mostAlike is how many of the parts of an entity or event are compared with those of
	// another, the largest ones.
	mostAlike = 32
	// mostShown is how many parts and comparisons an explanation has.
	mostShown = 100
)

// Why explains whether two things are one.
func (x Explainer) Why(ctx context.Context, a, b string) (*graph.Explanation, error) {
	return x.explain(ctx, []string{a, b}, func(c *change, at []graph.Located) (*graph.Explanation, error) {
		if graph.PrefixOf(at[0].ID) != graph.PrefixOf(at[1].ID) {
			return nil, fmt.Errorf("%w: %q and %q are not of one kind, and are never compared", graph.ErrInvalid, a, b)
		}
		if isReport(at[0].ID) {
			return c.whyReports(at[0], at[1])
		}
		return c.whyMembers(at[0], at[1])
	})
}

// How explains what a thing is made of.
func (x Explainer) How(ctx context.Context, id string) (*graph.Explanation, error) {
	return x.explain(ctx, []string{id}, func(c *change, at []graph.Located) (*graph.Explanation, error) {
		if isReport(at[0].ID) {
			return c.howEvent(at[0])
		}
		return c.howEntity(at[0])
	})
}

func (x Explainer) explain(ctx context.Context, ids []string, say func(c *change, at []graph.Located) (*graph.Explanation, error)) (*graph.Explanation, error) {
	var explanation *graph.Explanation
	err := x.Store.View(ctx, func(b graph.BlockReader) error {
		found, err := b.Locate(ids)
		if err != nil {
			return err
		}
		at := make([]graph.Located, len(ids))
		for i, id := range ids {
			if at[i] = found[id]; at[i].ID == "" || !isMember(at[i].ID) && !isReport(at[i].ID) {
				return fmt.Errorf("%w: no person, organization, place or event has the ID %q", graph.ErrNotFound, id)
			}
		}
		explanation, err = say(&change{read: b}, at)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("explain %q: %w", ids, err)
	}
	return explanation, nil
}

func (c *change) whyMembers(a, b graph.Located) (*graph.Explanation, error) {
	space, err := c.memberSpace(map[string]bool{a.Block: true, b.Block: true})
	if err != nil {
		return nil, err
	}
	var ofA, ofB *entity.Cluster
	for _, unit := range space.units() {
		clusters := space.clusters(unit)
		for i := range clusters {
			if members := graph.ProfileOf(clusters[i].Entity).Members; slices.Contains(members, a.ID) {
				ofA = &clusters[i]
			}
			if slices.Contains(graph.ProfileOf(clusters[i].Entity).Members, b.ID) {
				ofB = &clusters[i]
			}
		}
	}
	if ofA == nil || ofB == nil {
		return nil, fmt.Errorf("%w: %s or %s is in no block", graph.ErrCorrupt, a.ID, b.ID)
	}
	e := &graph.Explanation{Same: graph.ProfileOf(ofA.Entity).ID == graph.ProfileOf(ofB.Entity).ID}
	x, y := ofA.Core(), ofB.Core()
	if e.Same {
		x, y = ofA.With(a.ID), ofB.With(b.ID)
	}
	e.Parts = []*graph.Compared{x.Compared(), y.Compared()}
	members := graph.ProfileOf(ofA.Entity).Members
	switch {
	case a.ID == b.ID:
		e.Text = "Both IDs stand for the same."
	case x == y:
		e.Text = "They look alike in all that is compared: name, country and kind of office."
	case e.Same:
		e.Comparisons = between(ofA.Tree(space.judged), e.Parts[0], e.Parts[1])
	default:
		members = slices.Concat(members, graph.ProfileOf(ofB.Entity).Members)
		e.Comparisons = []*graph.Comparison{ofA.MostAlike(ofB, mostAlike)}
	}
	e.Edits = effects(space.edits, space.judged, members)
	say(e)
	return e, nil
}

func (c *change) howEntity(at graph.Located) (*graph.Explanation, error) {
	space, err := c.memberSpace(map[string]bool{at.Block: true})
	if err != nil {
		return nil, err
	}
	for _, unit := range space.units() {
		for _, cluster := range space.clusters(unit) {
			members := graph.ProfileOf(cluster.Entity).Members
			if !slices.Contains(members, at.ID) {
				continue
			}
			e := &graph.Explanation{Same: true, Parts: cluster.Parts(), Comparisons: cluster.Tree(space.judged), Edits: effects(space.edits, space.judged, members)}
			e.Text = fmt.Sprintf("%d articles name it, in %d ways.", len(members), len(e.Parts))
			if len(members) == 1 {
				e.Text = "One article names it."
			} else if len(e.Parts) == 1 {
				e.Text = fmt.Sprintf("%d articles name it, all in the same way.", len(members))
			}
			cut(e)
			return e, nil
		}
	}
	return nil, fmt.Errorf("%w: %s is in no block", graph.ErrCorrupt, at.ID)
}

func cut(e *graph.Explanation) {
	e.Parts = e.Parts[:min(len(e.Parts), mostShown)]
	e.Comparisons = e.Comparisons[:min(len(e.Comparisons), mostShown)]
}

// told is an event with its reports, as a space has them.
type told struct {
	*graph.Event
	reports map[string]*graph.Report
}

func (s *reportSpace) eventOf(reportID string) (told, bool) {
	reports := map[string]*graph.Report{}
	for _, list := range s.byBlock {
		for _, r := range list {
			reports[r.ID] = r
		}
	}
	for _, unit := range s.units() {
		events, _ := s.events(unit)
		for _, e := range events {
			if slices.Contains(e.ReportIDs, reportID) {
				return told{e, reports}, true
			}
		}
	}
	return told{}, false
}

// tree returns the comparisons that joined the reports of an event.
func (t told) tree(entities map[string]graph.Entity) []*graph.Comparison {
	var comparisons []*graph.Comparison
	for _, tie := range event.Ties(t.Event) {
		comparisons = append(comparisons, event.Compare(t.reports[tie[0]], t.reports[tie[1]], entities))
	}
	return comparisons
}

// mostAlike returns the comparison of the two reports of two events that are most alike.
func (t told) mostAlike(other told, entities map[string]graph.Entity) *graph.Comparison {
	var best *graph.Comparison
	for _, a := range t.ReportIDs[:min(len(t.ReportIDs), mostAlike)] {
		for _, b := range other.ReportIDs[:min(len(other.ReportIDs), mostAlike)] {
			if compared := event.Compare(t.reports[a], other.reports[b], entities); best == nil || compared.Score > best.Score {
				best = compared
			}
		}
	}
	return best
}

func (c *change) whyReports(a, b graph.Located) (*graph.Explanation, error) {
	space, err := c.reportSpace(map[string]bool{a.Block: true, b.Block: true})
	if err != nil {
		return nil, err
	}
	ofA, found := space.eventOf(a.ID)
	ofB, foundB := space.eventOf(b.ID)
	if !found || !foundB {
		return nil, fmt.Errorf("%w: %s or %s is in no block", graph.ErrCorrupt, a.ID, b.ID)
	}
	e := &graph.Explanation{Same: ofA.ID == ofB.ID}
	e.Parts = []*graph.Compared{event.Compared(ofA.reports[a.ID]), event.Compared(ofB.reports[b.ID])}
	reports := ofA.ReportIDs
	switch {
	case a.ID == b.ID:
		e.Text = "Both IDs stand for the same."
	case e.Same:
		e.Comparisons = between(ofA.tree(space.entities), e.Parts[0], e.Parts[1])
	default:
		reports = slices.Concat(reports, ofB.ReportIDs)
		e.Comparisons = []*graph.Comparison{ofA.mostAlike(ofB, space.entities)}
	}
	e.Edits = effects(space.edits, space.judged, reports)
	say(e)
	return e, nil
}

func (c *change) howEvent(at graph.Located) (*graph.Explanation, error) {
	space, err := c.reportSpace(map[string]bool{at.Block: true})
	if err != nil {
		return nil, err
	}
	of, found := space.eventOf(at.ID)
	if !found {
		return nil, fmt.Errorf("%w: %s is in no block", graph.ErrCorrupt, at.ID)
	}
	e := &graph.Explanation{Same: true, Comparisons: of.tree(space.entities), Edits: effects(space.edits, space.judged, of.ReportIDs)}
	for _, id := range of.ReportIDs {
		e.Parts = append(e.Parts, event.Compared(of.reports[id]))
	}
	e.Text = "One article reports it."
	if len(e.Parts) > 1 {
		e.Text = fmt.Sprintf("%d reports are taken for one event.", len(e.Parts))
		for _, merge := range of.Merges {
			e.Text += " " + merge.Explanation
		}
	}
	cut(e)
	return e, nil
}

// between returns the comparisons that lead from one part to another, in a list of
// comparisons that connects both.
func between(tree []*graph.Comparison, from, to *graph.Compared) []*graph.Comparison {
	came := map[string]*graph.Comparison{from.ID: nil}
	for next := []string{from.ID}; len(next) > 0; next = next[1:] {
		if next[0] == to.ID {
			break
		}
		for _, compared := range tree {
			for _, step := range [][2]string{{compared.A.ID, compared.B.ID}, {compared.B.ID, compared.A.ID}} {
				if _, known := came[step[1]]; step[0] == next[0] && !known {
					came[step[1]] = compared
					next = append(next, step[1])
				}
			}
		}
	}
	var path []*graph.Comparison
	for at := to.ID; came[at] != nil; {
		compared := came[at]
		path = append(path, compared)
		if compared.A.ID == at {
			at = compared.B.ID
		} else {
			at = compared.A.ID
		}
	}
	slices.Reverse(path)
	return path
}

// effects returns the edits that name any of the records, newest first, with what they do.
func effects(edits []*graph.Edit, judged *judge.Judgements, records []string) []*graph.EditEffect {
	var list []*graph.EditEffect
	seen := map[string]bool{}
	for _, e := range edits {
		if seen[e.ID] || !slices.ContainsFunc(e.Names(), func(s graph.Subject) bool { return slices.Contains(records, s.ID) }) {
			continue
		}
		seen[e.ID] = true
		list = append(list, &graph.EditEffect{Edit: e, Effect: effectOf(e, judged)})
	}
	slices.SortFunc(list, func(a, b *graph.EditEffect) int {
		return cmp.Or(b.Edit.Time.Compare(a.Edit.Time), cmp.Compare(a.Edit.ID, b.Edit.ID))
	})
	return list[:min(len(list), mostShown)]
}

func effectOf(e *graph.Edit, judged *judge.Judgements) graph.Effect {
	switch {
	case e.Withdrawn || judged.Overruled(e):
		return graph.EffectNone
	case e.Kind == graph.EditSame:
		return graph.EffectJoins
	case e.Kind == graph.EditDifferent:
		return graph.EffectParts
	case e.Kind == graph.EditUnsure:
		return graph.EffectLeaves
	}
	return graph.EffectChanges
}

// say says why in a sentence or two: by what people have judged, or by the comparisons.
func say(e *graph.Explanation) {
	if e.Text != "" {
		return
	}
	verdict, wanted := "They are kept apart.", graph.EffectParts
	if e.Same {
		verdict, wanted = "They are one.", graph.EffectJoins
	}
	e.Text = verdict
	for _, of := range e.Edits {
		if of.Effect == wanted {
			e.Text += " " + of.Edit.Author + " judged it so: " + of.Edit.Reason
			return
		}
	}
	for _, compared := range e.Comparisons {
		for _, reason := range compared.Reasons {
			if reason.For == e.Same {
				e.Text += " " + reason.Text
			}
		}
	}
	if !e.Same && len(e.Comparisons) == 1 && e.Comparisons[0].Verdict != graph.VerdictDifferent {
		e.Text += " Nothing in what is most alike of them is against it, but there are others that they may be, or further parts contradict it."
	}
}
