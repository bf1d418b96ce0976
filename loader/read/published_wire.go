package read

import (
	"regexp"

	"dateline/graph"
)

// wireDateline matches the start of an agency's first paragraph, with the year, such
// as "PARIS, Feb. 10, 2026 (Agency) -".
var wireDateline = regexp.MustCompile(`^\p{Lu}[\p{L}.'’ ,\-]{1,60}?[,(]\s*(?:[A-Z][a-z]+day,?\s+)?([^()]{6,24}\d{4})\s*(?:/[^/]{1,20}/)?\s*\)?\s*(?:\([^)]{1,40}\)|` +
	`/[\p{L} .\-]{1,30}/)?\s*(?:[-–—_:]|/)`)

// dayOfWire returns the day of the wire dateline that a paragraph begins with.
func dayOfWire(text string) (graph.Date, bool) {
	head := text[:min(len(text), maxDateLine)]
	at := wireDateline.FindStringSubmatch(head)
	if at == nil {
		return graph.Date{}, false
	}
	day, from, _, found := dayIn(at[1])
	if !found || from > 0 || day.IsZero() {
		return graph.Date{}, false
	}
	return day, true
}
