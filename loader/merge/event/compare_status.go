package event

import "dateline/graph"

// sameStatus reports whether the statuses of two accounts may be of one event. What took
// place and what is denied are one disputed event only where both give the same definite
// means. What is planned, requested or possible may become what took place. Both need a
// date, or have to be news of each other.
func sameStatus(a, b *account) bool {
	if a.DeniesPlan != b.DeniesPlan && (tookPlace(a.Status) || tookPlace(b.Status) || a.Status == b.Status) {
		return false // who says that no talks are planned does not say that there are none
	}
	if a.Status == b.Status || tookPlace(a.Status) && tookPlace(b.Status) || isAhead(a.Status) && isAhead(b.Status) {
		return true
	}
	dated := a.Time != nil && b.Time != nil
	if a.Status == graph.StatusDenied || b.Status == graph.StatusDenied {
		return definiteMeans(a, b) && (dated || !isAhead(a.Status) && !isAhead(b.Status) && isNews(a, b))
	}
	return dated || definiteMeans(a, b) && (a.Status == graph.StatusPlanned || b.Status == graph.StatusPlanned) && isNews(a, b)
}

// definiteMeans reports whether both accounts say how the parties were in touch, and
// agree.
func definiteMeans(a, b *account) bool {
	return !a.Means.IsVague() && !b.Means.IsVague() && a.Means.Compatible(b.Means)
}

func tookPlace(s graph.Status) bool {
	return s == graph.StatusAsserted || s == graph.StatusConfirmed
}

func isAhead(s graph.Status) bool {
	return s == graph.StatusPlanned || s == graph.StatusRequested || s == graph.StatusHypothetical
}
