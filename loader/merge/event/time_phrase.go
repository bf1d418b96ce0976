package event

import (
	"fmt"

	"dateline/graph"
)

// timePhrase returns a time in words, with its preposition.
func timePhrase(when graph.EDTF) string {
	on, in, about := "on ", "in ", ""
	if when.Approximate() {
		on, in, about = "around ", "around ", "about "
	}
	from, to := when.Earliest(), when.Latest()
	switch {
	case from == graph.MinDate && to == graph.MaxDate:
		return "at an unknown time"
	case from == graph.MinDate:
		return "by " + about + day(to)
	case to == graph.MaxDate:
		return "since " + about + day(from)
	}
	switch when.Precision() {
	case graph.PrecisionDay:
		return on + day(from)
	case graph.PrecisionMonth:
		return fmt.Sprintf("%s%s %d", in, from.Month, from.Year)
	case graph.PrecisionYear:
		return fmt.Sprintf("%s%d", in, from.Year)
	case graph.PrecisionSeason:
		return in + seasonName(from)
	}
	return "between " + about + betweenPhrase(from, to)
}

// betweenPhrase names the ends of an interval as exactly as both are. What they have in
// common it names once.
func betweenPhrase(from, to graph.Date) string {
	next := to.AddDays(1)
	wholeMonths := from.Day == 1 && next.Day == 1
	sameYear := from.Year == to.Year
	switch {
	case wholeMonths && from.Month == 1 && next.Month == 1:
		return fmt.Sprintf("%d and %d", from.Year, to.Year)
	case wholeMonths && sameYear:
		return fmt.Sprintf("%s and %s %d", from.Month, to.Month, to.Year)
	case wholeMonths:
		return fmt.Sprintf("%s %d and %s %d", from.Month, from.Year, to.Month, to.Year)
	}
	return daysPhrase(from, to)
}

// daysPhrase names two days. What they have in common it names once.
func daysPhrase(from, to graph.Date) string {
	switch sameYear := from.Year == to.Year; {
	case sameYear && from.Month == to.Month:
		return fmt.Sprintf("%d and %s", from.Day, day(to))
	case sameYear:
		return fmt.Sprintf("%d %s and %s", from.Day, from.Month, day(to))
	}
	return day(from) + " and " + day(to)
}

func day(d graph.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

func seasonName(start graph.Date) string {
	seasons := map[int]string{3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
	return fmt.Sprintf("the %s of %d", seasons[int(start.Month)], start.Year)
}
