package event

import (
	"fmt"
	"slices"

	"dateline/graph"
)

// findConflicts compares the accounts of each event with each other, and claims of first
// and last contacts with the block's other events.
func findConflicts(clusters []*cluster, events []*graph.Event) {
	for i, c := range clusters {
		if len(c.accounts) == 1 {
			continue
		}
		events[i].Conflicts = append(events[i].Conflicts, timeConflicts(c)...)
		events[i].Conflicts = append(events[i].Conflicts, occurrenceConflicts(c)...)
		events[i].Conflicts = append(events[i].Conflicts, placeConflicts(c)...)
	}
	for i, claiming := range clusters {
		if !slices.ContainsFunc(claiming.accounts, func(a *account) bool { return a.Claim != nil }) {
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

// timeConflicts returns a conflict where two accounts give times that do not overlap.
func timeConflicts(c *cluster) []graph.Conflict {
	byTime := map[graph.EDTF][]string{}
	var times []graph.EDTF
	for _, a := range c.accounts {
		if a.Time == nil {
			continue
		}
		if byTime[a.Time.EDTF] == nil {
			times = append(times, a.Time.EDTF)
		}
		byTime[a.Time.EDTF] = append(byTime[a.Time.EDTF], a.ID)
	}
	for i, x := range times {
		for _, y := range times[i+1:] {
			if x.Overlaps(y) {
				continue
			}
			return []graph.Conflict{{
				Kind:        graph.ConflictTime,
				Explanation: fmt.Sprintf("%s %s it %s, %d %s.", articles(byTime[x]), verb(byTime[x], "puts", "put"), timePhrase(x), len(byTime[y]), timePhrase(y)),
				ReportIDs:   slices.Concat(byTime[x], byTime[y]),
			}}
		}
	}
	return nil
}

func articles(reports []string) string {
	if len(reports) == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%d articles", len(reports))
}

// verb returns the form of a verb that agrees with so many reports.
func verb(reports []string, singular, plural string) string {
	if len(reports) == 1 {
		return singular
	}
	return plural
}

// placeConflicts returns a conflict where two accounts give places that nobody can be in
// at once.
func placeConflicts(c *cluster) []graph.Conflict {
	byPlace := map[string][]*account{}
	var places []string
	for _, a := range c.accounts {
		if a.at == nil {
			continue
		}
		if byPlace[a.place] == nil {
			places = append(places, a.place)
		}
		byPlace[a.place] = append(byPlace[a.place], a)
	}
	for i, x := range places {
		for _, y := range places[i+1:] {
			first, other := byPlace[x], byPlace[y]
			if !placesApart(first[0], other[0]) {
				continue
			}
			one, two := reportIDs(first), reportIDs(other)
			return []graph.Conflict{{
				Kind:        graph.ConflictPlace,
				Explanation: fmt.Sprintf("%s %s it%s, %d%s.", articles(one), verb(one, "puts", "put"), wherePhrase(first), len(two), wherePhrase(other)),
				ReportIDs:   slices.Concat(one, two),
			}}
		}
	}
	return nil
}

func reportIDs(accounts []*account) []string {
	ids := make([]string, len(accounts))
	for i, a := range accounts {
		ids[i] = a.ID
	}
	return ids
}

// wherePhrase names the place of accounts that give the same, as the first puts it.
func wherePhrase(accounts []*account) string {
	return placePhrase(graph.ProfileOf(accounts[0].at), accounts[0].Quote)
}

// occurrenceConflicts returns a conflict where one account says that the event took
// place and another that it did not.
func occurrenceConflicts(c *cluster) []graph.Conflict {
	var yes, no []string
	for _, a := range c.accounts {
		if tookPlace(a.Status) {
			yes = append(yes, a.ID)
		}
		if a.Status == graph.StatusDenied {
			no = append(no, a.ID)
		}
	}
	if len(yes) == 0 || len(no) == 0 {
		return nil
	}
	return []graph.Conflict{{
		Kind:        graph.ConflictOccurrence,
		Explanation: fmt.Sprintf("%s %s that it took place, %d that it did not.", articles(yes), verb(yes, "says", "say"), len(no)),
		ReportIDs:   slices.Concat(yes, no),
	}}
}

// claimConflict returns a conflict where an account calls its event the first since some
// time, or the last, and the other event falls where there should be none.
func claimConflict(claiming, other *cluster) (graph.Conflict, bool) {
	for _, a := range claiming.accounts {
		if a.Claim == nil || a.Time == nil || !tookPlace(a.Status) {
			continue
		}
		var against []string
		for _, o := range other.accounts {
			if o.Time != nil && tookPlace(o.Status) && contradicts(a, o) {
				against = append(against, o.ID)
			}
		}
		if len(against) == 0 {
			continue
		}
		return graph.Conflict{
			Kind:        graph.ConflictFirstOrLast,
			Explanation: fmt.Sprintf("One article says %q; another reports a contact %s.", a.Claim.Text, timePhrase(other.time().EDTF)),
			ReportIDs:   slices.Concat([]string{a.ID}, against),
		}, true
	}
	return graph.Conflict{}, false
}

// contradicts reports whether the other account's event lies in the time that the claim
// calls empty, between the same parties and by means that the claim covers.
func contradicts(claiming, other *account) bool {
	if !includesParties(other, claiming) || !covers(claiming.Means, other.Means) {
		return false
	}
	from, to := other.Time.Earliest(), other.Time.Latest()
	if claiming.Claim.Kind == graph.ClaimFirst {
		return !claiming.Claim.Since.IsZero() && from.Compare(claiming.Claim.Since.Latest()) > 0 && to.Compare(claiming.Time.Earliest()) < 0
	}
	day := claiming.published()
	return !day.IsZero() && from.Compare(claiming.Time.Latest()) > 0 && to.Compare(day) <= 0
}

// covers reports whether a claim about contacts by one means is contradicted by a contact
// by another: a letter is not a conversation, but any conversation is a contact.
func covers(claimed, other graph.Means) bool {
	return claimed.IsWritten() == other.IsWritten() && claimed.Compatible(other)
}

// includesParties reports whether all parties of an account are among those of another,
// whoever acts for them.
func includesParties(many, few *account) bool {
	for _, p := range few.parties {
		if !slices.ContainsFunc(many.parties, func(q party) bool { return p.id == q.id }) {
			return false
		}
	}
	return true
}
