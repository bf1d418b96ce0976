package when

import (
	"slices"
	"strings"
	"unicode"

	"dateline/loader/lexicon"
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
func (p phrase) isBeforeChrist() bool {
	next, ok := p.after()
	return ok && beforeChrist[next.lower]
}

var beforeChrist = lexicon.Class("before-christ")

// isPartOfNumber reports whether four digits are part of something longer: a price, a
// phone number, a percentage, a web address.
func (p phrase) isPartOfNumber() bool {
	w := p.words[p.start]
	before := p.before(1)
	switch {
	case before != "" && w.glued && strings.Contains("$£€¥#.:/+", before):
		return true
	case w.glued && before == "-" && p.before(2) != "mid" && !isYearText(p.before(2)):
		return true
	}
	next, ok := p.after()
	return ok && next.glued && strings.Contains("%:/", next.lower)
}

// isYearBefore reports whether a year dates the noun after it, "2019 elections", or
// stands before a hyphen and more digits.
func (p phrase) isYearBefore(next word) bool {
	if next.lower == "-" {
		return p.end+1 < len(p.words) && unicode.IsDigit([]rune(p.words[p.end+1].lower)[0])
	}
	return isNoun(next) || next.tag == "JJ" || next.lower == "'"
}

func isYearText(text string) bool {
	_, taken := readYear([]word{{lower: text}}, 0)
	return text != "" && taken == 1
}

func isSentenceEnd(text string) bool { return text == "." || text == "!" || text == "?" }

// numbering are words that turn the number after them into a label or an amount.
var numbering = lexicon.Class("numbering")

// yearPrepositions are words after which a number of four digits is a year, however
// old.
var yearPrepositions = lexicon.Class("before-year")

// isMeasure reports whether a word is a unit of measure, so that the number before it is
// an amount.
func isMeasure(w word) bool {
	if _, ok := unitNames[w.lower]; ok {
		return strings.HasSuffix(w.lower, "s")
	}
	return measures[w.lower]
}

var measures = lexicon.Class("measure")

// isCounted reports whether a number before the word counts rather than dates it: "2019
// people", but not "2019 elections".
func isCounted(w word) bool { return w.tag == "NNS" && !datedPlurals[w.lower] }

// datedPlurals are plurals that news identifies by their year.
var datedPlurals = lexicon.Class("dated-plural")

// isAddress reports whether a street follows within two words.
func (p phrase) isAddress() bool {
	for i := p.end; i < min(p.end+3, len(p.words)) && p.words[i].isCapital(); i++ {
		if streets[strings.TrimSuffix(p.words[i].lower, ".")] {
			return true
		}
	}
	return false
}

var streets = lexicon.Class("street")
