package read

import (
	"regexp"
	"strings"

	"dateline/graph"
)

// lineDate is what a date line says, such as "By Ann Lee | Feb. 10, 2026 | Updated 2
// hours ago".
type lineDate struct {
	day graph.Date
	// labelled is true if the day follows "Published:" or the like.
	labelled bool
	// hasClock is true if the line has a time of day.
	hasClock bool
	// updated is the day of a change, which is only close to that of publication.
	updated graph.Date
	// rest is what else the line says, such as a byline or an agency.
	rest string
}

var (
	publishedWord = regexp.MustCompile(`(?i)\b(?:published|posted|issued|released|publication date|publish date|created|dated|pub(?:\.|lished)? date|date)\b`)
	// otherDayWord labels a day that is not that of publication.
	otherDayWord = regexp.MustCompile(`(?i)\b(?:received|accepted|submitted|expires?|due|deadline|version|copyright|generated|last revision|since)\b`)
	updatedWord  = regexp.MustCompile(`(?i)\b(?:updated?|modified|edited|revised|reviewed|corrected|refreshed|retrieved|accessed|archived|printed)\b`)
	// dateLabel matches the label of a date.
	dateLabel = regexp.MustCompile(`(?i)\b(?:(?:first|originally|last|article|date|story|page|this|was|is|web)\s+)*(?:published|posted|issued|` +
		`released|publication date|publish date|created|dated|pub date|date|updated?|modified|edited|revised|reviewed|corrected|refreshed|` +
		`retrieved|accessed|archived|printed)\b(?:\s+(?:on|at|in|time|date))?\s*[:\-–—]?\s*`)
	// labelSign matches a label with the dash or stroke between it and its date.
	labelSign = regexp.MustCompile(`(?i)\b(published|posted|issued|updated|modified|date)(?:\s+(?:on|at))?\s*[|\-–—:]\s+`)
	readTime  = regexp.MustCompile(`(?i)\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|` +
		`ten)[\s-]*(?:min(?:ute)?s?\.?)(?:[\s-]*(?:read|reading|to read))?\b|\b(?:reading|read) time\s*[:\-]?`)
	clock = regexp.MustCompile(`(?i)\b\d{1,2}\s?[:.h]\s?\d{2}(?:\s?:\s?\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\.?)?(?:Z\b)?|` +
		`\b\d{1,2}\s?[ap]\.?m\b\.?|\bnoon\b|\bmidnight\b`)
	zone = regexp.MustCompile(`\b(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|AEST|AEDT|JST|KST|` +
		`HKT|SGT|WAT|EAT|SAST|PKT|TRT|Kyiv time|local time|Moscow time)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b`)
	weekday = regexp.MustCompile(`(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?`)
	ago     = regexp.MustCompile(`(?i)\b(?:(?:\d+|an?|one|two|three|few|several)\s*(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|` +
		`year)s?\.?|\d+\s?[hmd])\s+ago\b|^(?:just now|today|yesterday)\b`)
	separators = regexp.MustCompile(`\s*(?:[|·•●▪]|\s/\s|\s[–—-]\s|\s{2,}|\t)\s*`)
)

// maxDateLine is the most bytes of a date line.
const maxDateLine = 160

// readDateLine reports whether a line is a date line, with nothing but a date, a
// time, a reading time, a byline and the like, and returns what it says. A line that
// only says "2 hours ago" is a date line without a day.
func readDateLine(text string) (lineDate, bool) {
	if len(text) > maxDateLine || !hasDigit(text) && !ago.MatchString(text) && !readTime.MatchString(text) {
		return lineDate{}, false
	}
	if otherDayWord.MatchString(text) && !publishedWord.MatchString(text) {
		return lineDate{}, false
	}
	var d lineDate
	var rest []string
	isOne := false
	for _, part := range separators.Split(labelSign.ReplaceAllString(unglued(text), "$1 "), -1) {
		part = strings.Trim(part, " ,;|()[]\u00a0")
		if part == "" {
			continue
		}
		left, hit := d.read(part)
		isOne = isOne || hit
		if hit && left != "" && !standsBesideDate(part, left) {
			return lineDate{}, false
		}
		if left != "" {
			rest = append(rest, left)
		}
	}
	d.rest = strings.Join(rest, " | ")
	if !isOne || !isNameOrEmpty(d.rest) {
		return lineDate{}, false
	}
	return d, true
}

// read reads one part of a date line. It returns what is neither date nor time, and
// whether anything was.
func (d *lineDate) read(part string) (left string, hit bool) {
	rest := part
	for {
		day, from, to, found := dayIn(rest)
		if !found {
			break
		}
		hit = true
		before := rest[:from]
		left, rest = left+before+" ", rest[to:]
		labelled := publishedWord.MatchString(before)
		switch {
		case updatedWord.MatchString(before):
			d.updated = day
		case d.day.IsZero() || labelled && !d.labelled:
			d.day, d.labelled = day, labelled
		}
	}
	left += rest
	if readTime.MatchString(left) {
		left, hit = readTime.ReplaceAllString(left, " "), true
	}
	if ago.MatchString(left) {
		left, hit = ago.ReplaceAllString(left, " "), true
	}
	if hit || hasDigit(left) {
		left = dateLabel.ReplaceAllString(left, " ")
	}
	d.hasClock = d.hasClock || clock.MatchString(left)
	// A time alone is never a date line, only a part of one.
	return stripClock(left), hit
}

// stripClock drops times, time zones, weekdays and the small words between them.
func stripClock(text string) string {
	text = zone.ReplaceAllString(text, " ")
	text = clock.ReplaceAllString(text, " ")
	text = weekday.ReplaceAllString(text, " ")
	text = strings.Trim(text, " ,;:.|()[]-–—\u00a0")
	for _, word := range []string{"at", "on", "date"} {
		if strings.EqualFold(text, word) {
			return ""
		}
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, " on"), " at")
	return strings.Join(strings.Fields(text), " ")
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

// When pages are copied, the space between two parts gets lost: "10 Feb 202611 Feb
// 2026", "February 10, 20265:14 PM GMT+1Updated February 11".
var (
	gluedYear  = regexp.MustCompile(`(?i)\b((?:19|20)\d{2})(\d{1,2}(?::\d{2}|\s+(?:` + monthName + `)))`)
	gluedLabel = regexp.MustCompile(`([a-z0-9])(Updated|Published|Modified|Posted)\b`)
)

func unglued(text string) string {
	return gluedLabel.ReplaceAllString(gluedYear.ReplaceAllString(text, "$1 $2"), "$1 $2")
}

// standsBesideDate reports whether words can share a part of a line with a date
// without it being a sentence or a headline: a byline, an agency, or a place before
// a comma.
func standsBesideDate(part, left string) bool {
	if _, ok := readByline(left); ok {
		return true
	}
	if isAgency(left) {
		return true
	}
	after := strings.TrimSpace(strings.TrimPrefix(part, left))
	return after != part && strings.HasPrefix(after, ",") && len(strings.Fields(left)) <= 3
}

// isNameOrEmpty reports whether a text can share a line with a date: a byline, an
// agency, a place or a section, but not a clause.
func isNameOrEmpty(text string) bool {
	if text == "" {
		return true
	}
	if _, ok := readByline(text); ok {
		return true
	}
	words := strings.Fields(strings.ReplaceAll(text, "|", " "))
	if len(words) > 6 || strings.ContainsAny(text, "?!;:“”\"") {
		return false
	}
	for _, word := range words {
		if !isCapital(word) && !isNameParticle(word) {
			return false
		}
	}
	return true
}
