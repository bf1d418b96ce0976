package event

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/internal/count"
)

// fuse makes one event of a cluster's accounts, all but its summary, merges, conflicts
// and related events (data fusion: Bleiholder and Naumann, 2008). Its ID is that of the
// smallest report. Entities are by the IDs of their members.
func (c *cluster) fuse(entities map[string]graph.Entity) *graph.Event {
	event := &graph.Event{Type: c.accounts[0].Type, Block: c.accounts[0].Block}
	statuses := map[graph.Status]bool{}
	publishers, places := map[string]bool{}, count.Strings{}
	smallest := c.accounts[0].ID
	event.ReportIDs = make([]string, len(c.accounts))
	for i, a := range c.accounts {
		smallest = min(smallest, a.ID)
		event.ReportIDs[i] = a.ID
		statuses[a.Status] = true
		if a.Article != nil && a.Article.Publisher != "" {
			publishers[graph.Fold(a.Article.Publisher)] = true
		}
		if place := entities[a.PlaceID]; place != nil {
			places.Add(place.NodeID())
		}
	}
	event.ID = graph.EventIDOf(smallest)
	event.ArticleCount, event.PublisherCount = c.articleCount(), len(publishers)
	event.Status = fuseStatuses(statuses)
	event.Means = c.means()
	event.Time = c.time()
	event.Participants = c.participants()
	event.About = c.about()
	event.Qualifier = c.qualifier()
	event.Several = slices.ContainsFunc(c.accounts, func(a *account) bool { return a.Several })
	event.DeniesPlan = event.Status == graph.StatusDenied && !slices.ContainsFunc(c.accounts, func(a *account) bool {
		return a.Status == graph.StatusDenied && !a.DeniesPlan
	})
	if ranked := places.MostFrequent(); len(ranked) > 0 {
		event.PlaceID = ranked[0]
	}
	return event
}

// byPublication orders accounts by their article's day, those without one last, and then
// by ID, as graph.ReportQuery does.
func byPublication(a, b *account) int {
	x, y := a.published(), b.published()
	return cmp.Or(compareBools(x.IsZero(), y.IsZero()), x.Compare(y), cmp.Compare(a.ID, b.ID))
}

// fuseStatuses returns the status of an event whose reports have these.
func fuseStatuses(statuses map[graph.Status]bool) graph.Status {
	took := statuses[graph.StatusAsserted] || statuses[graph.StatusConfirmed]
	if took && statuses[graph.StatusDenied] {
		return graph.StatusDisputed
	}
	for _, s := range []graph.Status{graph.StatusConfirmed, graph.StatusAsserted, graph.StatusDenied, graph.StatusPlanned, graph.StatusRequested} {
		if statuses[s] {
			return s
		}
	}
	return graph.StatusHypothetical
}

// means returns the most frequent definite means of the accounts, or else the least vague
// one.
func (c *cluster) means() graph.Means {
	definite, vague := count.Strings{}, graph.MeansNone
	for _, a := range c.accounts {
		switch {
		case a.Means == graph.MeansNone:
		case !a.Means.IsVague():
			definite.Add(string(a.Means))
		case vague == graph.MeansNone || a.Means.Vagueness() < vague.Vagueness():
			vague = a.Means
		}
	}
	if ranked := definite.MostFrequent(); len(ranked) > 0 {
		return graph.Means(ranked[0])
	}
	return vague
}

// time returns the narrowest span that the accounts agree on, or the day by which the event
// took place if none has a time; nil if that is not known either.
// Where their days differ, it is the one that most accounts give, the earliest of those.
func (c *cluster) time() *graph.TimeSpan {
	var spans []*graph.TimeSpan
	votes := map[graph.EDTF]int{}
	for _, a := range c.accounts {
		if a.Time != nil {
			spans = append(spans, a.Time)
			votes[a.Time.EDTF]++
		}
	}
	if len(spans) == 0 {
		return c.bound()
	}
	slices.SortStableFunc(spans, func(a, b *graph.TimeSpan) int {
		return cmp.Or(cmp.Compare(a.EDTF.Days(), b.EDTF.Days()), cmp.Compare(votes[b.EDTF], votes[a.EDTF]), a.Earliest().Compare(b.Earliest()))
	})
	agreed := *spans[0]
	for _, span := range spans[1:] {
		if both, ok := agreed.EDTF.Intersect(span.EDTF); ok {
			agreed.EDTF = both
		}
	}
	return &agreed
}

// qualifier returns the kind of contact that most accounts name, "" if none does.
func (c *cluster) qualifier() string {
	kinds := count.Strings{}
	for _, a := range c.accounts {
		if a.Qualifier != "" {
			kinds.Add(a.Qualifier)
		}
	}
	if ranked := kinds.MostFrequent(); len(ranked) > 0 {
		return ranked[0]
	}
	return ""
}

// bound returns the first day on which an account tells of the event as one that took
// place; nil if none does, or if no day is known.
func (c *cluster) bound() *graph.TimeSpan {
	var first graph.Date
	for _, a := range c.accounts {
		if tookPlace(a.Status) && !a.by.IsZero() && (first.IsZero() || a.by.Before(first)) {
			first = a.by
		}
	}
	return graph.By(first)
}

// shortestQuote returns the quote that stands for all in a summary.
func (c *cluster) shortestQuote() string {
	return slices.MinFunc(c.accounts, func(a, b *account) int {
		return cmp.Or(cmp.Compare(len(a.Quote), len(b.Quote)), cmp.Compare(a.Quote, b.Quote))
	}).Quote
}
