package event

import (
	"strings"

	"dateline/graph"
)

func anyParty(graph.Participation) bool { return true }

// sameContact reports whether the means, times, places and statuses of two accounts may be of one
// contact.
func sameContact(a, b *account) bool { return sameMeansAndTime(a, b) && sameStatus(a, b) }

func sameMeansAndTime(a, b *account) bool {
	if a.Time == nil && b.Time == nil && a.Means != b.Means && !(a.Means.IsVague() && b.Means.IsVague()) {
		return false // with neither a day nor the means in common, too little speaks for one contact
	}
	return a.Means.Compatible(b.Means) && sameTime(a, b) && sameKind(a, b) && (!placesApart(a, b) || sameDay(a, b))
}

// sameKind reports whether two accounts may tell of contacts of one kind: not of several
// and of one, nor of two levels.
func sameKind(a, b *account) bool {
	if a.Several != b.Several && !a.Means.IsVague() && !b.Means.IsVague() {
		return false
	}
	return !isLevel(a.Qualifier) || !isLevel(b.Qualifier) || a.Qualifier == b.Qualifier
}

func isLevel(qualifier string) bool { return strings.HasSuffix(qualifier, "level") }

// misdatedContact compares two accounts of neighbouring days. Two rows of registers, which
// have a row for each contact, are two contacts.
func misdatedContact(a, b *account) bool {
	return !(a.Stated == graph.SourceRegister && b.Stated == graph.SourceRegister) && a.Means.Compatible(b.Means) && sameStatus(a, b) && !placesApart(a, b) && publishedWithin(a, b, freshness)
}

// contactSimilarity returns 2 for the same time, and 1 more for the same means.
func contactSimilarity(a, b *account) int {
	similarity := 0
	if b.Time != nil && a.Time.EDTF == b.Time.EDTF {
		similarity += 2
	}
	if a.Means == b.Means {
		similarity++
	}
	return similarity
}

// sameTimeAndMeans is the similarity of two contacts at the same time and by the same
// means, with which an account may join the first of several.
const sameTimeAndMeans = 3
