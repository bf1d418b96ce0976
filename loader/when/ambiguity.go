package when

import (
	"slices"
	"strings"
)

// A match sees the words around it: these methods tell whether what a pattern
// took is meant as a time there.

// before gives the word n places before the match, "" where a paragraph begins
// between.
func (m match) before(n int) string {
	for i := m.start; i > m.start-n; i-- {
		if i <= 0 || m.words[i].breaks {
			return ""
		}
	}
	return m.words[m.start-n].lower
}

// tagBefore gives the tag of the word before the match.
func (m match) tagBefore() string {
	if m.start == 0 || m.words[m.start].breaks {
		return ""
	}
	return m.words[m.start-1].tag
}

// after gives the word after the match, and false at the end of a paragraph.
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
	if isNameOfOther(w.nameLabel) && w.name.End-w.name.Start > 1 {
		return true
	}
	next, ok := m.after()
	if !ok || next.glued {
		return m.isGivenName() && m.followsName()
	}
	return next.isCapital() && namesAfterDays[next.lower] || m.isGivenName() && (next.tag == "NNP" || m.followsName())
}

// isGivenName is true for months that people are called by.
func (m match) isGivenName() bool {
	return slices.Contains([]string{"april", "may", "june", "august"}, m.words[m.end-1].lower) && m.end-m.start == 1
}

// followsName is true where a name stands right before the match.
func (m match) followsName() bool {
	return m.before(1) != "" && m.words[m.start-1].tag == "NNP" && m.words[m.start-1].isCapital()
}

// namesAfterDays make a name of the weekday or month before them.
var namesAfterDays = map[string]bool{
	"times": true, "telegraph": true, "post": true, "herald": true, "express": true, "mirror": true, "mail": true,
	"agreement": true, "accord": true, "accords": true, "rising": true, "uprising": true, "offensive": true,
	"revolution": true, "island": true, "islands": true, "massacre": true,
}

func isNameOfOther(label string) bool {
	return slices.Contains([]string{"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP"}, label)
}

// isTitle is true for words in capitals that are so for no other reason than that
// they are a name: "This Week" on television.
func (m match) isTitle() bool {
	if !m.words[m.end-1].isCapital() || m.words[m.start].text == strings.ToUpper(m.words[m.start].text) {
		return false
	}
	next, ok := m.after()
	return m.end-m.start > 1 || ok && next.isCapital() ||
		m.before(1) != "" && !isSentenceEnd(m.before(1)) && m.words[m.start-1].isCapital()
}

// isShortWord is true for abbreviations that are words of their own: "Mar", "Sat",
// "Sun", "Jan" (a name) without a full stop.
func (m match) isShortWord() bool {
	if m.end-m.start != 1 {
		return false
	}
	switch m.words[m.start].lower {
	case "mar", "sat", "sun", "jan", "wed", "mon", "jun", "fri", "dec", "thu", "may.", "apr", "jul":
		return true
	}
	return false
}

// isYear is true where a number of four digits is meant as a year.
func (m match) isYear() bool {
	w := m.words[m.start]
	y := m.int("YEAR")
	next, hasNext := m.after()
	before := m.before(1)
	switch {
	case w.glued && strings.ContainsAny(before, "$£€¥#.:/+"),
		w.glued && before == "-" && m.before(2) != "mid" && !isYearText(m.before(2)),
		hasNext && next.glued && strings.ContainsAny(next.lower, "%:/"),
		hasNext && isCounted(next),
		slices.Contains(numbering, before):
		return false
	}
	if hasNext && m.isAddress() {
		return false
	}
	if isYearPreposition(before) || before == "-" || before == "(" {
		// "in 2019 cases" counts cases.
		return y >= 1000 && !(hasNext && isCountNoun(next))
	}
	if y < 1900 || y > 2100 {
		return false
	}
	if !hasNext {
		return m.end-m.start == 1 && before == "" || isSentenceEnd(before)
	}
	isNoun := strings.HasPrefix(next.tag, "NN") || next.tag == "JJ"
	switch {
	case isCountNoun(next):
		return false
	case isNoun, next.lower == "'":
		return true
	case next.lower == "-":
		return m.end+1 < len(m.words) && m.words[m.end+1].lower[0] >= '0' && m.words[m.end+1].lower[0] <= '9'
	}
	return before == "and" || before == "or" || before == "-" || before == "to" || before == "," || before == ""
}

func isYearText(text string) bool {
	_, taken := readYear([]word{{lower: text}}, 0)
	return text != "" && taken == 1
}

func isSentenceEnd(text string) bool { return text == "." || text == "!" || text == "?" }

// numbering makes a label of the number after it.
var numbering = []string{"no", "no.", "number", "page", "flight", "room", "route", "highway", "line", "act", "$", "£", "€", "#", "nearly", "almost", "some", "roughly", "exactly"}

// isCounted is true for a unit of measure, which makes an amount of the number
// before it.
func isCounted(w word) bool {
	if _, ok := unitNames[w.lower]; ok {
		return strings.HasSuffix(w.lower, "s")
	}
	return slices.Contains([]string{"%", "percent", "per", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "dollars", "euros", "pounds", "tons", "tonnes", "points", "shares", "gmt", "hours", "kg", "million", "billion"}, w.lower)
}

func isYearPreposition(text string) bool {
	return slices.Contains([]string{"in", "since", "by", "until", "till", "from", "during", "of", "before", "after", "between", "through", "throughout", "into", "circa", "both", "due", "early", "late", "mid", "than", "for", "the", "his", "her", "its", "their", "'s", "s", "fiscal", "about", "around"}, text)
}

// isCountNoun is true for a plural that a number counts rather than dates.
func isCountNoun(w word) bool {
	if w.tag != "NNS" {
		return false
	}
	return !slices.Contains([]string{"elections", "games", "olympics", "protests", "talks", "attacks", "bombings", "figures", "results", "earnings", "sales", "estimates", "models", "playoffs", "finals", "riots", "floods", "fires", "midterms", "primaries", "championships", "awards", "negotiations", "levels", "prices", "rules", "sanctions", "accords", "agreements", "revolutions", "wars", "budgets", "demonstrations", "killings", "shootings"}, w.lower)
}

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

// isDayOfMonth is true for "the 10th" after a word that wants a date.
func (m match) isDayOfMonth() bool {
	d := m.int("DAY")
	if d < 1 || d > 31 || m.words[m.end-1].lower[0] > '9' {
		return false
	}
	if !slices.Contains([]string{"on", "by", "until", "till", "since", "from", "before", "after"}, m.before(1)) {
		return false
	}
	return m.endsPhrase()
}

// isSeason is true for a bare season after a word that wants a time: "spring",
// "fall" and "winter" have other senses.
func (m match) isSeason() bool {
	next, ok := m.after()
	if ok && (isNoun(next) || next.glued && next.lower == "-") {
		return false
	}
	return slices.Contains([]string{"in", "during", "until", "till", "since", "by", "into", "over", "before", "after", "through", "throughout", "for", "of"}, m.before(1))
}

func isNoun(w word) bool { return strings.HasPrefix(w.tag, "NN") }

// isTimeOfDay is true for "11:33" after a word that wants a time; else it may be
// a score or a verse.
func (m match) isTimeOfDay() bool {
	if !strings.Contains(m.words[m.start].lower, ":") {
		return false
	}
	return slices.Contains([]string{"at", "by", "around", "about", "until", "till", "from", "since", "before", "after", "between", "to", "-", ",", "approximately"}, m.before(1))
}

// isHour is true for "noon" and "mid-afternoon" after a word that wants an hour.
func (m match) isHour() bool {
	return m.end-m.start > 1 || slices.Contains([]string{"at", "by", "until", "till", "before", "since", "around"}, m.before(1)) &&
		slices.Contains([]string{"noon", "midnight", "midday", "dawn", "dusk", "nightfall", "daybreak"}, m.words[m.start].lower)
}

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
	return slices.Contains([]string{"for", "in", "within", "over", "after", "of", "took", "take", "takes", "lasted", "spent", "weeks", "months"}, m.before(1)) &&
		!m.isQuarters()
}

func (m match) isQuarters() bool {
	return m.unit() == quarter || m.unit() == second || m.unit() == weekend
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
		if w.tag == "JJS" || w.tag == "RBS" || w.lower == "first" || w.lower == "time" || w.lower == "not" || w.lower == "only" {
			return false
		}
	}
	return true
}

// isMoneyOrOrdinal is true for a number that counts something else.
func (m match) isMoneyOrOrdinal() bool {
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
	return !ok || slices.Contains([]string{".", ",", ";", "!", "?", ")", "and", "but", "\"", "”", "'", ":"}, next.lower)
}

// isWholeYear is true for "the year" and "the fiscal year" as a date.
func (m match) isWholeYear() bool {
	return m.end-m.start == 3 || slices.Contains([]string{"for"}, m.before(1)) && m.endsClause()
}
