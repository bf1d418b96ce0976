package when

import (
	"strings"

	"dateline/loader/lexicon"
)

// These methods look at the words around a match, to decide whether what the pattern
// matched is a time there.

// before returns the word n places before the match, or "" across a paragraph break.
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

// isOtherName reports whether a bare month, weekday or holiday is part of another
// name ("Sunday Times", "August Wilson") or not a name at all ("may").
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

// isGivenName reports whether the match is a month that is also a given name, beside
// another name and not after a preposition of time.
func (m match) isGivenName(isFollowed bool) bool {
	if m.end-m.start != 1 || !givenNames[m.words[m.start].lower] || beforeSeasons[m.before(1)] {
		return false
	}
	return isFollowed || m.followsName()
}

var givenNames = lexicon.Class("month-of-people")

// followsName reports whether a name stands right before the match.
func (m match) followsName() bool {
	return m.before(1) != "" && m.words[m.start-1].tag == "NNP" && m.words[m.start-1].isCapital()
}

// namesAfterDays are words that turn the weekday or month before them into a name.
var namesAfterDays = lexicon.Class("after-day-name")

// timelessLabels are entity labels of names that are never times.
var timelessLabels = map[string]bool{"PERSON": true, "ORG": true, "GPE": true, "FAC": true, "PRODUCT": true, "WORK_OF_ART": true, "NORP": true}

// isTitle reports whether the match is capitalized because it is a title: "This Week"
// on television.
func (m match) isTitle() bool {
	next, ok := m.after()
	if !m.words[m.end-1].isCapital() || m.words[m.start].isShouted() && (!ok || next.isShouted()) {
		return false
	}
	return m.end-m.start > 1 || ok && next.isCapital() ||
		m.before(1) != "" && !isSentenceEnd(m.before(1)) && m.words[m.start-1].isCapital()
}

// isShortWord reports whether the match is an abbreviation without a full stop that
// is also a word or a name: "Mar", "Sat", "Sun", "Jan".
func (m match) isShortWord() bool {
	if m.end-m.start != 1 {
		return false
	}
	return shortWords[m.words[m.start].lower]
}

var shortWords = lexicon.Class("short-word")

// isDayOfMonth reports whether the match is a date, as in "on the 10th".
func (m match) isDayOfMonth() bool {
	if !m.isInFigures("DAY") {
		return false
	}
	return beforeDays[m.before(1)] && m.endsPhrase()
}

// isInFigures reports whether the day of the month at the end of the match is written
// in figures: "the 10th".
func (m match) isInFigures(name string) bool {
	d := m.int(name)
	return d >= 1 && d <= 31 && m.words[m.end-1].lower[0] <= '9'
}

// beforeDays, beforeSeasons, beforeHours and beforeLengths are the words after which
// an ambiguous one is a time.
var (
	beforeDays    = lexicon.Class("before-day")
	beforeSeasons = lexicon.Class("before-season")
	beforeHours   = lexicon.Class("before-hour")
	beforeLengths = lexicon.Class("before-length")
)

// isSeason reports whether a bare season follows a preposition of time: "spring" and
// "fall" have other senses.
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

// isTimeOfDay reports whether "11:33" follows a preposition of time. Elsewhere it may
// be a score or a verse.
func (m match) isTimeOfDay() bool {
	return strings.Contains(m.words[m.start].lower, ":") && beforeHours[m.before(1)]
}

// isHour reports whether the match is "mid-afternoon", or "noon" and the like after a
// preposition of time.
func (m match) isHour() bool {
	return m.end-m.start > 1 || hours[m.words[m.start].lower] && beforeHours[m.before(1)]
}

var hours = lexicon.Class("hour")

// isRate reports whether "a week" is a rate, as in "four flights a week".
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

// isBareLength reports whether a plural unit is a length of time without a number,
// as in "for months".
func (m match) isBareLength() bool {
	return beforeLengths[m.before(1)] && m.unit() != quarter && m.unit() != second && m.unit() != weekend
}

// isAhead reports whether "in five years" may be a date, unlike "the first in five
// years".
func (m match) isAhead() bool {
	if m.before(1) != "in" {
		return false
	}
	const reach = 10 // words to look back; a judgement
	for i := m.start - 1; i > 0 && i > m.start-reach && !m.words[i].breaks && !isSentenceEnd(m.words[i].lower); i-- {
		w := m.words[i]
		if w.tag == "JJS" || w.tag == "RBS" || unique[w.lower] {
			return false
		}
	}
	return true
}

// unique are words that single out what they modify.
var unique = lexicon.Class("unique")

// isFraction reports whether a quarter is a fraction: "a quarter of", "three-quarters".
func (m match) isFraction() bool {
	if m.unit() != quarter {
		return false
	}
	next, ok := m.after()
	return ok && next.lower == "of" || m.words[m.end-1].glued && m.isPlural()
}

// isMoney reports whether a number is an amount of money.
func (m match) isMoney() bool {
	return strings.ContainsAny(m.before(1), "$£€#") && m.words[m.start].glued
}

// isModifier reports whether the match modifies the noun after it: "third-quarter
// loss", "two-day visit".
func (m match) isModifier() bool {
	next, ok := m.after()
	return ok && isNoun(next) && m.end-m.start > 1
}

// endsPhrase reports whether no noun follows that the match could modify.
func (m match) endsPhrase() bool {
	next, ok := m.after()
	return !ok || !isNoun(next) && next.tag != "JJ" && next.tag != "CD" && next.lower != "of"
}

// endsClause reports whether nothing follows that the match could be counted from.
func (m match) endsClause() bool {
	next, ok := m.after()
	return !ok || clauseEnds[next.lower]
}

var clauseEnds = lexicon.Class("clause-end")

// isWholeYear reports whether "the year" or "the fiscal year" is a date.
func (m match) isWholeYear() bool {
	return m.end-m.start == 3 || m.before(1) == "for" && m.endsClause()
}
