package merge

import (
	"dateline/graph"
	"dateline/loader/merge/entity"
	"dateline/loader/merge/judge"
)

// unitDoubts is what is worth a person's look in blocks of members that are clustered
// together.
type unitDoubts struct {
	unit   []string
	doubts []entity.Doubt
}

// reviewMembers stores what is worth a person's look in the units of members, as far as it
// matters to a report.
func (c *change) reviewMembers() error {
	var moving []string
	for _, of := range c.doubts {
		for _, d := range of.doubts {
			moving = append(moving, d.Moving...)
		}
	}
	counts := map[string]int{}
	if len(moving) > 0 {
		var err error
		if counts, err = c.tx.ReportCounts(moving); err != nil {
			return err
		}
	}
	for _, of := range c.doubts {
		var reviews []*graph.Review
		for _, d := range of.doubts {
			for _, id := range d.Moving {
				d.Review.Effect += counts[id]
			}
			if d.Review.Effect > 0 {
				reviews = append(reviews, d.Review)
			}
		}
		if err := c.tx.PutReviews(of.unit, reviews); err != nil {
			return err
		}
	}
	return nil
}

// markOverruled marks the edits that have no effect on what is stored, since later ones
// contradict them. Those that no longer name anything stored are not overruled: they are
// among the edits on the IDs that were left. Of is the kind of what the edits are about.
func (c *change) markOverruled(edits []*graph.Edit, judged *judge.Judgements, left []string, of func(id string) bool) error {
	seen := map[string]bool{}
	var changed []*graph.Edit
	note := func(e *graph.Edit, overruled bool) {
		if !seen[e.ID] && e.Overruled != overruled {
			now := *e
			now.Overruled = overruled
			changed = append(changed, &now)
		}
		seen[e.ID] = true
	}
	for _, e := range edits {
		note(e, judged.Overruled(e))
	}
	gone, err := c.tx.EditsOn(append(left, c.judged...))
	if err != nil {
		return err
	}
	for _, e := range gone {
		if !seen[e.ID] && of(e.Subjects[0].ID) {
			note(e, false)
		}
	}
	if len(changed) == 0 {
		return nil
	}
	return c.tx.PutEdits(changed)
}
