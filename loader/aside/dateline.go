package aside

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// maxDateline is the most bytes of a line that are read for a dateline. Judgement.
const maxDateline = 160

// The parts of datelines. A day is any word with a number: its month or weekday is one of
// many spellings.
const (
	placeWord  = `\p{Lu}[\p{L}.'’\-]*`
	placeParts = placeWord + `(?:(?: |, ?| ?/ ?| and )(?:(?:d[aeiou]s?|del|al|el|la|sur|upon) )?` + placeWord + `){0,7}`
	dayPart    = `(?:\p{Lu}[a-z]+day,? )?(?:\p{Lu}[a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? \p{Lu}[a-z]{2,8}\.?)(?:,? \d{4})?|\p{Lu}[a-z]+day`
	agencyPart = `\([^()]{2,60}\)|\[[^\[\]]{2,60}\]|/ ?[^/]{2,30}/`
	bodyStart  = `(?:["“‘'«„(\[]{0,2}[\p{Lu}\d])`
	dashPart   = `\.?\s*(?:(?:--+|[-–—_:])\s*(?:[-–—]\s*)?)+`
)

var (
	// flash is what goes before a dateline or a lead: "BREAKING:", "UPDATE 2-".
	flash = regexp.MustCompile(`^(\p{Lu}[\p{L} ]{3,20}?)(?: \d{1,2})?\s*(?::|-|–|—)\s*`)
	// writer is a byline on the line of the dateline.
	writer = regexp.MustCompile(`^By ` + placeWord + `(?: ` + placeWord + `){1,3}?(?:,? and ` + placeWord + `(?: ` + placeWord + `){1,3}?)? (?:[-–—] )?`)
	// dateline is a place, a day and an agency, each of which may be missing, up to a dash
	// and the first letter of the report.
	dateline = regexp.MustCompile(`^(?:(` + placeParts + `))?(?:[.,]? ?,? ?(` + dayPart + `))?(?:[.,]{0,2} ?(` + agencyPart + `))?(` + dashPart + `)` + bodyStart)
	// undashed is a dateline that its agency ends: "MOSCOW, May 3. /TASS/."
	undashed = regexp.MustCompile(`^(?:(` + placeParts + `))?(?:[.,]? ?,? ?(` + dayPart + `))?[.,]{0,2} ?(` + agencyPart + `)(\.?\s+)` + bodyStart)

	flashes  = lexicon.Class("flash")
	agencies = lexicon.Agencies()
	// cities are places in lower case that a report can be written in.
	cities = lexicon.Map(cityNames)
)

func cityNames() map[string]bool {
	found := map[string]bool{}
	for _, state := range lexicon.States() {
		for _, name := range slices.Concat([]string{state.Name}, state.Others, state.Capitals) {
			found[strings.ToLower(name)] = true
		}
	}
	for _, place := range lexicon.Places() {
		found[strings.ToLower(place.Name)] = true
	}
	return found
}

// datelineEnd returns the token after the dateline that a line begins with, the line's
// start where it has none.
func datelineEnd(tokens []language.Token, line language.Span) int {
	head, ends := written(tokens[line.Start:min(line.End, line.Start+maxDateline/2)])
	size := datelineSize(cut(head))
	if size == 0 {
		return line.Start
	}
	end := line.Start
	for i, at := range ends {
		if at <= size {
			end = line.Start + i + 1
		}
	}
	return end
}

// cut returns what of a line's head is read for a dateline.
func cut(head string) string {
	if len(head) <= maxDateline {
		return head
	}
	at := maxDateline
	for !utf8.RuneStart(head[at]) {
		at--
	}
	return head[:at]
}

// datelineSize returns the length of the dateline that a text begins with, 0 for none.
func datelineSize(head string) int {
	size := 0
	if m := flash.FindStringSubmatch(head); m != nil && flashes[strings.ToUpper(m[1])] {
		size = len(m[0])
	}
	byline := len(writer.FindString(head[size:]))
	if at := placeSize(head[size+byline:]); at > 0 {
		return size + byline + at
	}
	if at := placeSize(head[size:]); at > 0 {
		return size + at
	}
	return size
}

// placeSize returns the length of the place, day and agency that a text begins with up to
// the report itself, 0 where it begins with none.
func placeSize(head string) int {
	m := dateline.FindStringSubmatchIndex(head)
	if m == nil {
		m = undashed.FindStringSubmatchIndex(head)
	}
	if m == nil {
		return 0
	}
	part := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return head[m[2*n]:m[2*n+1]]
	}
	if isDateline(part(1), part(2), part(3), strings.TrimSpace(part(4))) {
		return m[9]
	}
	return 0
}

// isDateline reports whether a place, a day and an agency, each "" where it is missing, and
// a dash make a dateline.
func isDateline(place, day, agency, dash string) bool {
	known := isKnownAgency(agency)
	city, _, _ := strings.Cut(place, ",") // "DHAKA, Bangladesh"
	capitals := city != "" && strings.ToUpper(city) == city && utf8.RuneCountInString(city) >= minPlace
	switch {
	case dash == "" || dash == ".": // "MOSCOW, February 10. /TASS/."
		return known && (capitals || day != "")
	case agency != "":
		return known || capitals && startsUpper(strings.TrimLeft(agency, "([/ ")) || place != "" && day != ""
	case day != "":
		return place != ""
	case strings.Contains(dash, ":"):
		return capitals && isCity(place)
	case agencies[strings.ToLower(place)]:
		return true
	}
	return capitals && strings.Trim(dash, ".") != "" || isCity(place)
}

// minPlace is how many letters a place in capitals has that nothing else speaks for: two
// can be initials. Judgement.
const minPlace = 3

func isCity(place string) bool {
	first, _, _ := strings.Cut(strings.ToLower(place), ",")
	return cities[first]
}

// isKnownAgency reports whether brackets hold the name of an agency.
func isKnownAgency(brackets string) bool {
	inside := strings.ToLower(strings.Trim(brackets, "()[]/ "))
	for _, part := range strings.FieldsFunc(inside, func(r rune) bool { return strings.ContainsRune("/,–—|", r) }) {
		if agencies[strings.TrimSpace(part)] {
			return true
		}
	}
	return false
}
