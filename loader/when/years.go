package when

import (
	"slices"
	"strings"
	"unicode"
)

// isYear reports whether a number of four digits is a year.
func (m match) isYear() bool {
	next, hasNext := m.after()
	before := m.before(1)
	switch {
	case m.isPartOfNumber(), numbering[before], m.isBeforeChrist():
		return false
	case hasNext && (isMeasure(next) || isCounted(next) || m.isAddress()):
		return false
	case yearPrepositions[before]:
		return true
	}
	if y := m.int("YEAR"); y < 1900 || y > 2100 {
		return false
	}
	return hasNext && m.isYearBefore(next) || slices.Contains([]string{"", "and", "or", "to", ","}, before) ||
		!hasNext && isSentenceEnd(before)
}

// isBeforeChrist reports whether a year or century is BC: "44 BC".
func (m match) isBeforeChrist() bool {
	next, ok := m.after()
	return ok && beforeChrist[next.lower]
}

var beforeChrist = wordSet("bc", "bce", "b.c", "b.c.", "b.c.e", "b.c.e.")

// isPartOfNumber reports whether four digits are part of something longer: a price, a
// phone number, a percentage, a web address.
func (m match) isPartOfNumber() bool {
	w := m.words[m.start]
	before := m.before(1)
	switch {
	case before != "" && w.glued && strings.Contains("$£€¥#.:/+", before):
		return true
	case w.glued && before == "-" && m.before(2) != "mid" && !isYearText(m.before(2)):
		return true
	}
	next, ok := m.after()
	return ok && next.glued && strings.Contains("%:/", next.lower)
}

// isYearBefore reports whether a year dates the noun after it, "2019 elections", or
// stands before a hyphen and more digits.
func (m match) isYearBefore(next word) bool {
	if next.lower == "-" {
		return m.end+1 < len(m.words) && unicode.IsDigit([]rune(m.words[m.end+1].lower)[0])
	}
	return isNoun(next) || next.tag == "JJ" || next.lower == "'"
}

func isYearText(text string) bool {
	_, taken := readYear([]word{{lower: text}}, 0)
	return text != "" && taken == 1
}

func isSentenceEnd(text string) bool { return text == "." || text == "!" || text == "?" }

// numbering are words that turn the number after them into a label or an amount.
var numbering = wordSet("no", "no.", "number", "page", "flight", "room", "route", "highway", "line", "act", "article",
	"section", "resolution", "$", "£", "€", "#", "nearly", "almost", "some", "roughly", "exactly")

// yearPrepositions are words after which a number of four digits is a year, however
// old.
var yearPrepositions = wordSet("in", "since", "by", "until", "till", "from", "during", "of", "before", "after", "between",
	"through", "throughout", "into", "circa", "both", "due", "early", "late", "mid", "than", "for", "the", "his", "her",
	"its", "their", "'s", "s", "fiscal", "about", "around", "-", "(")

// isMeasure reports whether a word is a unit of measure, so that the number before it is
// an amount.
func isMeasure(w word) bool {
	if _, ok := unitNames[w.lower]; ok {
		return strings.HasSuffix(w.lower, "s")
	}
	return measures[w.lower]
}

var measures = wordSet("%", "percent", "per", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "dollars",
	"euros", "pounds", "tons", "tonnes", "points", "shares", "kg", "million", "billion")

// isCounted reports whether a number before the word counts rather than dates it: "2019
// people", but not "2019 elections".
func isCounted(w word) bool { return w.tag == "NNS" && !datedPlurals[w.lower] }

// datedPlurals are plurals that news identifies by their year.
var datedPlurals = wordSet("elections", "games", "olympics", "protests", "talks", "attacks", "bombings", "figures", "results",
	"earnings", "sales", "estimates", "models", "playoffs", "finals", "riots", "floods", "fires", "midterms", "primaries",
	"championships", "awards", "negotiations", "levels", "prices", "rules", "sanctions", "accords", "agreements",
	"revolutions", "wars", "budgets", "demonstrations", "killings", "shootings")

// isAddress reports whether a street follows within two words.
func (m match) isAddress() bool {
	for i := m.end; i < min(m.end+3, len(m.words)) && m.words[i].isCapital(); i++ {
		if streets[strings.TrimSuffix(m.words[i].lower, ".")] {
			return true
		}
	}
	return false
}

var streets = wordSet("street", "avenue", "road", "lane", "boulevard", "drive", "st", "ave", "rd", "blvd")
