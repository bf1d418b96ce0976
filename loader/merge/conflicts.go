package merge

import (
	"fmt"
	"slices"

	"dateline/graph"
)

// findConflicts compares the reports of each event with each other, and the
// claims of first and last contacts with the block's other events.
func findConflicts(clusters []*cluster, events []*graph.Event) {
	for i, c := range clusters {
		if len(c.tellings) == 1 {
			continue
		}
		events[i].Conflicts = append(events[i].Conflicts, timeConflicts(c)...)
		events[i].Conflicts = append(events[i].Conflicts, occurrenceConflicts(c)...)
	}
	for i, claiming := range clusters {
		if !slices.ContainsFunc(claiming.tellings, func(t *telling) bool { return t.Claim != nil }) {
			continue
		}
		for j, other := range clusters {
			if i == j {
				continue
			}
			if conflict, found := claimConflict(claiming, other); found {
				events[i].Conflicts = append(events[i].Conflicts, conflict)
				events[j].Conflicts = append(events[j].Conflicts, conflict)
			}
		}
	}
	for _, event := range events {
		slices.SortFunc(event.Conflicts, func(a, b graph.Conflict) int {
			return slices.Compare(append([]string{string(a.Kind)}, a.ReportIDs...), append([]string{string(b.Kind)}, b.ReportIDs...))
		})
	}
}

// timeConflicts: two reports of one event give times that do not overlap.
func timeConflicts(c *cluster) []graph.Conflict {
	byTime := map[graph.EDTF][]string{}
	var times []graph.EDTF
	for _, t := range c.tellings {
		if t.Time == nil {
			continue
		}
		if byTime[t.Time.EDTF] == nil {
			times = append(times, t.Time.EDTF)
		}
		byTime[t.Time.EDTF] = append(byTime[t.Time.EDTF], t.ID)
	}
	for i, x := range times {
		for _, y := range times[i+1:] {
			if x.Overlaps(y) {
				continue
			}
			return []graph.Conflict{{
				Kind:        graph.ConflictTime,
				Explanation: fmt.Sprintf("It was %[2]s: %[1]s. It was %[4]s: %[3]s.", count(byTime[x]), timePhrase(x), count(byTime[y]), timePhrase(y)),
				ReportIDs:   slices.Concat(byTime[x], byTime[y]),
			}}
		}
	}
	return nil
}

func count(reports []string) string {
	if len(reports) == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%d articles", len(reports))
}

// occurrenceConflicts: one report says that it took place, another that it did not.
func occurrenceConflicts(c *cluster) []graph.Conflict {
	var yes, no []string
	for _, t := range c.tellings {
		if happened(t.Status) {
			yes = append(yes, t.ID)
		}
		if t.Status == graph.StatusDenied {
			no = append(no, t.ID)
		}
	}
	if len(yes) == 0 || len(no) == 0 {
		return nil
	}
	return []graph.Conflict{{
		Kind:        graph.ConflictOccurrence,
		Explanation: fmt.Sprintf("It took place: %s. It did not: %s.", count(yes), count(no)),
		ReportIDs:   slices.Concat(yes, no),
	}}
}

// claimConflict: a report calls its event the first since some time, or the last,
// and the other event falls where there should be none.
func claimConflict(claiming, other *cluster) (graph.Conflict, bool) {
	for _, t := range claiming.tellings {
		if t.Claim == nil || t.Time == nil || !happened(t.Status) {
			continue
		}
		var against []string
		for _, o := range other.tellings {
			if o.Time != nil && happened(o.Status) && contradicts(t, o) {
				against = append(against, o.ID)
			}
		}
		if len(against) == 0 {
			continue
		}
		return graph.Conflict{
			Kind:        graph.ConflictFirstOrLast,
			Explanation: fmt.Sprintf("One article says %q; another reports a contact %s.", t.Claim.Text, timePhrase(other.time().EDTF)),
			ReportIDs:   slices.Concat([]string{t.ID}, against),
		}, true
	}
	return graph.Conflict{}, false
}

// contradicts reports whether the other report's event lies in the time that the
// claim calls empty, between the same parties and by means that the claim covers.
func contradicts(t, o *telling) bool {
	if !samePeople(t, o) || !covers(t.Means, o.Means) {
		return false
	}
	from, to := o.Time.Earliest(), o.Time.Latest()
	if t.Claim.Kind == graph.ClaimFirst {
		return !t.Claim.Since.IsZero() && from.Compare(t.Claim.Since.Latest()) > 0 && to.Compare(t.Time.Earliest()) < 0
	}
	day := published(t)
	return !day.IsZero() && from.Compare(t.Time.Latest()) > 0 && to.Compare(day) <= 0
}

// covers reports whether a first or last contact by one means is denied by one of
// another: a letter is no conversation, but any conversation is contact.
func covers(claimed, other graph.Means) bool {
	return claimed.IsWritten() == other.IsWritten() && claimed.Compatible(other)
}

// samePeople is true where all parties of the first report are among those of the
// second, whoever acts for them.
func samePeople(a, b *telling) bool {
	for _, p := range a.parties {
		if !slices.ContainsFunc(b.parties, func(q party) bool { return p.id == q.id }) {
			return false
		}
	}
	return true
}
