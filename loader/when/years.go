package when

import (
	"slices"
	"strings"
	"unicode"
)

// isYear is true where a number of four digits is meant as a year.
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

// isBeforeChrist is true for a year or century counted backwards: "44 BC".
func (m match) isBeforeChrist() bool {
	next, ok := m.after()
	return ok && beforeChrist[next.lower]
}

var beforeChrist = wordSet("bc", "bce", "b.c", "b.c.", "b.c.e", "b.c.e.")

// isPartOfNumber is true for four digits of something longer: a price, a telephone
// number, a percentage, an address on the web.
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

// isYearBefore is true for a year that stands before the noun whose year it is,
// "2019 elections", or before a hyphen and more digits.
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

// numbering are words that make a label or an amount of the number after them.
var numbering = wordSet("no", "no.", "number", "page", "flight", "room", "route", "highway", "line", "act", "article",
	"section", "resolution", "$", "£", "€", "#", "nearly", "almost", "some", "roughly", "exactly")

// yearPrepositions are words before which a number of four digits is a year, as
// old as it may be.
var yearPrepositions = wordSet("in", "since", "by", "until", "till", "from", "during", "of", "before", "after", "between",
	"through", "throughout", "into", "circa", "both", "due", "early", "late", "mid", "than", "for", "the", "his", "her",
	"its", "their", "'s", "s", "fiscal", "about", "around", "-", "(")

// isMeasure is true for a unit of measure, which makes an amount of the number
// before it.
func isMeasure(w word) bool {
	if _, ok := unitNames[w.lower]; ok {
		return strings.HasSuffix(w.lower, "s")
	}
	return measures[w.lower]
}

var measures = wordSet("%", "percent", "per", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "dollars",
	"euros", "pounds", "tons", "tonnes", "points", "shares", "kg", "million", "billion")

// isCounted is true for a plural that a number counts rather than dates: "2019
// people", but not "2019 elections".
func isCounted(w word) bool { return w.tag == "NNS" && !datedPlurals[w.lower] }

// datedPlurals are plurals that news names by their year.
var datedPlurals = wordSet("elections", "games", "olympics", "protests", "talks", "attacks", "bombings", "figures", "results",
	"earnings", "sales", "estimates", "models", "playoffs", "finals", "riots", "floods", "fires", "midterms", "primaries",
	"championships", "awards", "negotiations", "levels", "prices", "rules", "sanctions", "accords", "agreements",
	"revolutions", "wars", "budgets", "demonstrations", "killings", "shootings")

// isAddress is true where a street follows within two words.
func (m match) isAddress() bool {
	for i := m.end; i < min(m.end+3, len(m.words)) && m.words[i].isCapital(); i++ {
		if streets[strings.TrimSuffix(m.words[i].lower, ".")] {
			return true
		}
	}
	return false
}

var streets = wordSet("street", "avenue", "road", "lane", "boulevard", "drive", "st", "ave", "rd", "blvd")
