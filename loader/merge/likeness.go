package merge

import "dateline/graph"

// exactMeans is true where both reports tell how, and the same.
func exactMeans(a, b *telling) bool {
	return !a.Means.IsVague() && !b.Means.IsVague() && a.Means.Compatible(b.Means)
}

// freshness is how long before an article's day an event that it does not date
// can have been, in days.
const freshness = 31

// sameNews is how far apart two articles can be published that report one event
// without a date, in days.
const sameNews = 14

// thisWeek is how long before an article's day a dated plan or claim can have been
// for an article to tell, without a date, what became of it, in days.
const thisWeek = 7

// widestMatch is the longest span, in days, that still means the same event as an
// exact day in it; a longer one tells of a habit or a period.
const widestMatch = 92

func sameTime(a, b *telling) bool {
	switch {
	case a.Time == nil && b.Time == nil:
		return publishedWithin(a, b, sameNews)
	case a.Time == nil:
		return recentFor(a, b.Time.EDTF)
	case b.Time == nil:
		return recentFor(b, a.Time.EDTF)
	}
	return overlap(a.Time.EDTF, b.Time.EDTF)
}

// overlap reports whether two times can be of one event, as both tell them.
func overlap(x, y graph.EDTF) bool {
	return x == y || x.Overlaps(y) && max(x.Days(), y.Days()) <= widestMatch
}

// dayApart reports whether two exact days are next to each other.
func dayApart(x, y graph.EDTF) bool {
	if x.Days() != 1 || y.Days() != 1 {
		return false
	}
	gap := x.Earliest().DaysSince(y.Earliest())
	return gap == 1 || gap == -1
}

func publishedWithin(a, b *telling, days int) bool {
	x, y := published(a), published(b)
	if x.IsZero() || y.IsZero() {
		return true
	}
	gap := x.DaysSince(y)
	return -days <= gap && gap <= days
}

// recentFor reports whether an article that dates an event not at all can mean one
// of this time: it was not long before the article's day. What took place, or did
// not, was not after it; what is ahead is not before.
func recentFor(t *telling, when graph.EDTF) bool {
	day := published(t)
	if day.IsZero() {
		return when.Days() <= widestMatch
	}
	switch {
	case ahead(t.Status):
		return within(when, day, -1, freshness)
	case t.Status == graph.StatusDenied: // what was not expected may still come
		return within(when, day, -freshness, 0)
	}
	return within(when, day, -freshness, 1)
}

// within reports whether a time falls, in part, between so many days from a day and
// so many.
func within(when graph.EDTF, day graph.Date, from, to int) bool {
	return when.Latest().Compare(day.AddDays(from)) >= 0 && when.Earliest().Compare(day.AddDays(to)) <= 0
}

func published(t *telling) graph.Date {
	if t.Article == nil {
		return graph.Date{}
	}
	return t.Article.Published
}

// sameStatus: what took place and what is denied are one event, in dispute, only
// where both tell the means; what is planned, asked for or possible becomes what
// took place. Both need a date, unless it is news.
func sameStatus(a, b *telling) bool {
	if a.Status == b.Status || happened(a.Status) && happened(b.Status) || ahead(a.Status) && ahead(b.Status) {
		return true
	}
	dated := a.Time != nil && b.Time != nil
	if a.Status == graph.StatusDenied || b.Status == graph.StatusDenied {
		return exactMeans(a, b) && (dated || !ahead(a.Status) && !ahead(b.Status) && news(a, b))
	}
	return dated || exactMeans(a, b) && (a.Status == graph.StatusPlanned || b.Status == graph.StatusPlanned) && news(a, b)
}

// news reports whether one of the reports gives the week at least, and the other, of
// an article of the days after it, no date.
func news(a, b *telling) bool {
	if a.Time == nil {
		a, b = b, a
	}
	day := published(b)
	return a.Time != nil && b.Time == nil && !day.IsZero() && a.Time.EDTF.Days() <= thisWeek && within(a.Time.EDTF, day, -thisWeek, 1)
}

func happened(s graph.Status) bool {
	return s == graph.StatusAsserted || s == graph.StatusConfirmed
}

func ahead(s graph.Status) bool {
	return s == graph.StatusPlanned || s == graph.StatusRequested || s == graph.StatusHypothetical
}
