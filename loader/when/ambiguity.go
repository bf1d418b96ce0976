package when

import (
	"strings"
)

// A match sees the words around it: these methods tell whether what a pattern
// took is meant as a time there.

// before returns the word n places before the match, "" where a paragraph begins
// between.
func (m match) before(n int) string {
	for i := m.start; i > m.start-n; i-- {
		if i <= 0 || m.words[i].breaks {
			return ""
		}
	}
	return m.words[m.start-n].lower
}

// tagBefore returns the tag of the word before the match.
func (m match) tagBefore() string {
	if m.start == 0 || m.words[m.start].breaks {
		return ""
	}
	return m.words[m.start-1].tag
}

// after returns the word after the match, and false at the end of a paragraph.
func (m match) after() (word, bool) {
	if m.end >= len(m.words) || m.words[m.end].breaks {
		return word{}, false
	}
	return m.words[m.end], true
}

// isOtherName is true where a bare month, weekday or holiday is part of another
// name ("Sunday Times", "August Wilson") or no name at all ("may").
func (m match) isOtherName() bool {
	w := m.words[m.start]
	for _, k := range m.kept {
		if k.name == "MONTH" || k.name == "WEEKDAY" {
			w = m.words[m.end-1]
		}
	}
	if strings.HasPrefix(w.tag, "VB") || w.tag == "MD" {
		return true
	}
	if m.isShortWord() {
		return true
	}
	if timelessLabels[w.nameLabel] && w.name.End-w.name.Start > 1 {
		return true
	}
	next, ok := m.after()
	isFollowed := ok && !next.glued && next.isCapital()
	return isFollowed && namesAfterDays[next.lower] || m.isGivenName(isFollowed && next.tag == "NNP")
}

// isGivenName is true for months that people are called by, beside another name
// and not after a word that wants a time.
func (m match) isGivenName(isFollowed bool) bool {
	if m.end-m.start != 1 || !givenNames[m.words[m.start].lower] || beforeSeasons[m.before(1)] {
		return false
	}
	return isFollowed || m.followsName()
}

var givenNames = wordSet("march", "april", "may", "june", "august")

// followsName is true where a name stands right before the match.
func (m match) followsName() bool {
	return m.before(1) != "" && m.words[m.start-1].tag == "NNP" && m.words[m.start-1].isCapital()
}

// namesAfterDays make a name of the weekday or month before them.
var namesAfterDays = wordSet("times", "telegraph", "post", "herald", "express", "mirror", "mail", "agreement", "accord",
	"accords", "rising", "uprising", "offensive", "revolution", "island", "islands", "massacre")

// timelessLabels are those of names that are no time, whatever words they are of.
var timelessLabels = wordSet("PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP")

// isTitle is true for words in capitals that are so for no other reason than that
// they are a name: "This Week" on television.
func (m match) isTitle() bool {
	next, ok := m.after()
	if !m.words[m.end-1].isCapital() || m.words[m.start].isShouted() && (!ok || next.isShouted()) {
		return false
	}
	return m.end-m.start > 1 || ok && next.isCapital() ||
		m.before(1) != "" && !isSentenceEnd(m.before(1)) && m.words[m.start-1].isCapital()
}

// isShortWord is true for abbreviations that are words of their own: "Mar", "Sat",
// "Sun", "Jan" (a name) without a full stop.
func (m match) isShortWord() bool {
	if m.end-m.start != 1 {
		return false
	}
	return shortWords[m.words[m.start].lower]
}

var shortWords = wordSet("mar", "sat", "sun", "jan", "wed", "mon", "jun", "fri", "dec", "thu", "may.", "apr", "jul")

// isDayOfMonth is true for "the 10th" after a word that wants a date.
func (m match) isDayOfMonth() bool {
	if !m.isInFigures("DAY") {
		return false
	}
	return beforeDays[m.before(1)] && m.endsPhrase()
}

// isInFigures is true for the day of a month, which ends the match, in figures: "the
// 10th".
func (m match) isInFigures(name string) bool {
	d := m.int(name)
	return d >= 1 && d <= 31 && m.words[m.end-1].lower[0] <= '9'
}

// beforeDays, beforeSeasons, beforeHours and beforeLengths are the words after
// which a doubtful one is a time.
var (
	beforeDays    = wordSet("on", "by", "until", "till", "since", "from", "before", "after")
	beforeSeasons = wordSet("in", "during", "until", "till", "since", "by", "into", "over", "before", "after", "through",
		"throughout", "for", "of")
	beforeHours = wordSet("at", "by", "around", "about", "until", "till", "from", "since", "before", "after", "between",
		"to", "-", ",", "approximately")
	beforeLengths = wordSet("for", "in", "within", "over", "after", "of", "took", "take", "takes", "lasted", "spent",
		"weeks", "months")
)

// isSeason is true for a bare season after a word that wants a time: "spring",
// "fall" and "winter" have other senses.
func (m match) isSeason() bool {
	next, ok := m.after()
	if ok && (isNoun(next) || next.glued && next.lower == "-") {
		return false
	}
	if before := m.before(1); before == "early" || before == "late" {
		return beforeSeasons[m.before(2)]
	}
	return beforeSeasons[m.before(1)]
}

func isNoun(w word) bool { return strings.HasPrefix(w.tag, "NN") }

// isTimeOfDay is true for "11:33" after a word that wants a time; else it may be
// a score or a verse.
func (m match) isTimeOfDay() bool {
	return strings.Contains(m.words[m.start].lower, ":") && beforeHours[m.before(1)]
}

// isHour is true for "noon" and "mid-afternoon" after a word that wants an hour.
func (m match) isHour() bool {
	return m.end-m.start > 1 || hours[m.words[m.start].lower] && beforeHours[m.before(1)]
}

var hours = wordSet("noon", "midnight", "midday", "dawn", "dusk", "nightfall", "daybreak")

// isRate is true for "a week" after what is counted by it: "four flights a week".
func (m match) isRate() bool {
	if m.start == 0 || m.words[m.start].breaks {
		return false
	}
	if next, ok := m.after(); ok && (next.lower == "before" || next.lower == "after") {
		return false
	}
	w := m.words[m.start-1]
	return w.tag == "NNS" || w.tag == "CD" || w.lower == "%"
}

// isBareLength is true for units in the plural that are a length of time alone:
// "for months".
func (m match) isBareLength() bool {
	return beforeLengths[m.before(1)] && m.unit() != quarter && m.unit() != second && m.unit() != weekend
}

// isAhead is true for "in five years", which may be a date, unlike "the first in
// five years".
func (m match) isAhead() bool {
	if m.before(1) != "in" {
		return false
	}
	const reach = 10
	for i := m.start - 1; i > 0 && i > m.start-reach && !m.words[i].breaks && !isSentenceEnd(m.words[i].lower); i-- {
		w := m.words[i]
		if w.tag == "JJS" || w.tag == "RBS" || unique[w.lower] {
			return false
		}
	}
	return true
}

// unique are words that make the first or only one of what they stand by.
var unique = wordSet("first", "time", "not", "only")

// isFraction is true for "a quarter of" and "three-quarters".
func (m match) isFraction() bool {
	if m.unit() != quarter {
		return false
	}
	next, ok := m.after()
	return ok && next.lower == "of" || m.words[m.end-1].glued && m.isPlural()
}

// isMoney is true for a number that counts money.
func (m match) isMoney() bool {
	return strings.ContainsAny(m.before(1), "$£€#") && m.words[m.start].glued
}

// isModifier is true where the match is written with a hyphen before a noun:
// "third-quarter loss", "two-day visit".
func (m match) isModifier() bool {
	next, ok := m.after()
	return ok && isNoun(next) && m.end-m.start > 1
}

// endsPhrase is true where no noun follows that the match would belong to.
func (m match) endsPhrase() bool {
	next, ok := m.after()
	return !ok || !isNoun(next) && next.tag != "JJ" && next.tag != "CD" && next.lower != "of"
}

// endsClause is true where nothing follows that the match could be counted from.
func (m match) endsClause() bool {
	next, ok := m.after()
	return !ok || clauseEnds[next.lower]
}

var clauseEnds = wordSet(".", ",", ";", "!", "?", ")", "and", "but", "\"", "”", "'", ":")

// isWholeYear is true for "the year" and "the fiscal year" as a date.
func (m match) isWholeYear() bool {
	return m.end-m.start == 3 || m.before(1) == "for" && m.endsClause()
}
