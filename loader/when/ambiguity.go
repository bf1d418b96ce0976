package when

import (
	"strings"

	"dateline/loader/lexicon"
)

// These methods look at the words around a phrase, to decide whether what a pattern
// matched there is a time.

// before returns the word n places before the phrase, or "" across a paragraph break.
func (p phrase) before(n int) string {
	for i := p.start; i > p.start-n; i-- {
		if i <= 0 || p.words[i].breaks {
			return ""
		}
	}
	return p.words[p.start-n].lower
}

// tagBefore returns the tag of the word before the phrase.
func (p phrase) tagBefore() string {
	if p.start == 0 || p.words[p.start].breaks {
		return ""
	}
	return p.words[p.start-1].tag
}

// after returns the word after the phrase, and false at the end of a paragraph.
func (p phrase) after() (word, bool) {
	if p.end >= len(p.words) || p.words[p.end].breaks {
		return word{}, false
	}
	return p.words[p.end], true
}

// isOtherName reports whether a bare month, weekday or holiday is part of another
// name ("Sunday Times", "August Wilson") or not a name at all ("may").
func (m match) isOtherName() bool {
	w := m.words[m.start]
	for _, k := range m.values {
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

// isGivenName reports whether the phrase is a month that is also a given name, beside
// another name and not after a preposition of time.
func (p phrase) isGivenName(isFollowed bool) bool {
	if p.end-p.start != 1 || !givenNames[p.words[p.start].lower] || beforeSeasons[p.before(1)] {
		return false
	}
	return isFollowed || p.followsName()
}

var givenNames = lexicon.Class("month-of-people")

// followsName reports whether a name stands right before the phrase.
func (p phrase) followsName() bool {
	return p.before(1) != "" && p.words[p.start-1].tag == "NNP" && p.words[p.start-1].isCapital()
}

// namesAfterDays are words that turn the weekday or month before them into a name.
var namesAfterDays = lexicon.Class("after-day-name")

// timelessLabels are entity labels of names that are never times.
var timelessLabels = map[string]bool{"PERSON": true, "ORG": true, "GPE": true, "FAC": true, "PRODUCT": true, "WORK_OF_ART": true, "NORP": true}

// isTitle reports whether the phrase is capitalized because it is a title: "This Week"
// on television.
func (p phrase) isTitle() bool {
	next, ok := p.after()
	if !p.words[p.end-1].isCapital() || p.words[p.start].isShouted() && (!ok || next.isShouted()) {
		return false
	}
	return p.end-p.start > 1 || ok && next.isCapital() ||
		p.before(1) != "" && !isSentenceEnd(p.before(1)) && p.words[p.start-1].isCapital()
}

// isShortWord reports whether the phrase is an abbreviation without a full stop that
// is also a word or a name: "Mar", "Sat", "Sun", "Jan".
func (p phrase) isShortWord() bool {
	if p.end-p.start != 1 {
		return false
	}
	return shortWords[p.words[p.start].lower]
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
func (p phrase) isSeason() bool {
	next, ok := p.after()
	if ok && (isNoun(next) || next.glued && next.lower == "-") {
		return false
	}
	if before := p.before(1); before == "early" || before == "late" {
		return beforeSeasons[p.before(2)]
	}
	return beforeSeasons[p.before(1)]
}

func isNoun(w word) bool { return strings.HasPrefix(w.tag, "NN") }

// isTimeOfDay reports whether "11:33" follows a preposition of time. Elsewhere it may
// be a score or a verse.
func (p phrase) isTimeOfDay() bool {
	return strings.Contains(p.words[p.start].lower, ":") && beforeHours[p.before(1)]
}

// isHour reports whether the phrase is "mid-afternoon", or "noon" and the like after a
// preposition of time.
func (p phrase) isHour() bool {
	return p.end-p.start > 1 || hours[p.words[p.start].lower] && beforeHours[p.before(1)]
}

var hours = lexicon.Class("hour")

// isRate reports whether "a week" is a rate, as in "four flights a week".
func (p phrase) isRate() bool {
	if p.start == 0 || p.words[p.start].breaks {
		return false
	}
	if next, ok := p.after(); ok && (next.lower == "before" || next.lower == "after") {
		return false
	}
	w := p.words[p.start-1]
	return w.tag == "NNS" || w.tag == "CD" || w.lower == "%"
}

// isBareLength reports whether a plural unit is a length of time without a number,
// as in "for months".
func (m match) isBareLength() bool {
	return beforeLengths[m.before(1)] && m.unit() != quarter && m.unit() != second && m.unit() != weekend
}

// isAhead reports whether "in five years" may be a date, unlike "the first in five
// years".
func (p phrase) isAhead() bool {
	if p.before(1) != "in" {
		return false
	}
	const reach = 10 // words to look back; a judgement
	for i := p.start - 1; i > 0 && i > p.start-reach && !p.words[i].breaks && !isSentenceEnd(p.words[i].lower); i-- {
		w := p.words[i]
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
func (p phrase) isMoney() bool {
	return strings.ContainsAny(p.before(1), "$£€#") && p.words[p.start].glued
}

// isModifier reports whether the phrase modifies the noun after it: "third-quarter
// loss", "two-day visit".
func (p phrase) isModifier() bool {
	next, ok := p.after()
	return ok && isNoun(next) && p.end-p.start > 1
}

// endsPhrase reports whether no noun follows that the phrase could modify.
func (p phrase) endsPhrase() bool {
	next, ok := p.after()
	return !ok || !isNoun(next) && next.tag != "JJ" && next.tag != "CD" && next.lower != "of"
}

// endsClause reports whether nothing follows that the phrase could be counted from.
func (p phrase) endsClause() bool {
	next, ok := p.after()
	return !ok || clauseEnds[next.lower]
}

var clauseEnds = lexicon.Class("clause-end")

// isWholeYear reports whether "the year" or "the fiscal year" is a date.
func (p phrase) isWholeYear() bool {
	return p.end-p.start == 3 || p.before(1) == "for" && p.endsClause()
}
