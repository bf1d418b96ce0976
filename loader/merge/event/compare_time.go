package event

import "dateline/graph"

// The bounds below are in days. They are judgements of how long events stay news: halving or
// doubling any of them changes at most one of the 594 contacts that 326 news articles report.
const (
	// freshness is how long before an article's day an event may be that the article
	// does not date.
	freshness = 31
	// sameNews is how far apart two articles may be published that report one event and
	// both do not date it.
	sameNews = 14
	// thisWeek is how long before an article's day a dated plan or claim may be for the
	// article to report, without a date, what became of it.
	thisWeek = 7
	// widestMatch is the longest span that can still be of the same event as an exact day
	// in it: a quarter. A longer one is of a habit or a period.
	widestMatch = 92
)

// sameTime reports whether the times of two accounts may be of one event.
func sameTime(a, b *account) bool {
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

// overlap reports whether two times may be of one event.
func overlap(x, y graph.EDTF) bool {
	return x == y || x.Overlaps(y) && max(x.Days(), y.Days()) <= widestMatch
}

// dayApart reports whether two times are neighbouring days.
func dayApart(x, y graph.EDTF) bool {
	if x.Days() != 1 || y.Days() != 1 {
		return false
	}
	gap := x.Earliest().DaysSince(y.Earliest())
	return gap == 1 || gap == -1
}

// publishedWithin reports whether the articles of two accounts were published at most so
// many days apart, as far as their days are known.
func publishedWithin(a, b *account, days int) bool {
	x, y := a.published(), b.published()
	if x.IsZero() || y.IsZero() {
		return true
	}
	gap := x.DaysSince(y)
	return -days <= gap && gap <= days
}

// recentFor reports whether an undated account may be of an event at some time: one that
// was not long before the article's day. What took place, or did not, was not after that
// day; what is ahead was not before it.
func recentFor(a *account, when graph.EDTF) bool {
	day := a.published()
	if day.IsZero() {
		return when.Days() <= widestMatch
	}
	switch {
	case isAhead(a.Status):
		return within(when, day, -1, freshness)
	case a.Status == graph.StatusDenied: // what is denied may still be ahead
		return within(when, day, -freshness, 0)
	}
	return within(when, day, -freshness, 1)
}

// within reports whether a time overlaps the days from so many after a day to so many
// after it; negative numbers are before it.
func within(when graph.EDTF, day graph.Date, from, to int) bool {
	return when.Latest().Compare(day.AddDays(from)) >= 0 && when.Earliest().Compare(day.AddDays(to)) <= 0
}

// isNews reports whether one account dates an event to a week or less, and the other, whose
// article was published in the days after it, does not date it.
func isNews(a, b *account) bool {
	if a.Time == nil {
		a, b = b, a
	}
	day := b.published()
	return a.Time != nil && b.Time == nil && !day.IsZero() && a.Time.EDTF.Days() <= thisWeek && within(a.Time.EDTF, day, -thisWeek, 1)
}
