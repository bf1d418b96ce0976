package when

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
)

// siblings adds the days and years that share the month or century of a neighbour: the
// 25 of "April 24 and 25", the 3 of "3–5 June", the 58 of "1957-58".
func siblings(words []word, found []candidate) []candidate {
	var all []candidate
	for _, c := range found {
		if before, ok := siblingBefore(words, c); ok && (len(all) == 0 || all[len(all)-1].end <= before.start) {
			all = append(all, before)
		}
		all = append(all, c)
		if after, ok := siblingAfter(words, c); ok && !overlapsAny(found, after) {
			all = append(all, after)
		}
	}
	return all
}

func overlapsAny(found []candidate, c candidate) bool {
	return slices.ContainsFunc(found, func(other candidate) bool { return other.start < c.end && c.start < other.end })
}

// siblingBefore reads the first day of "3 to 5 June".
func siblingBefore(words []word, c candidate) (candidate, bool) {
	at := c.start - 2
	if at < 0 || !isRangeWord(words[at+1].lower) || words[at+1].breaks || words[c.start].breaks {
		return candidate{}, false
	}
	return otherDay(words, c, c.start, at)
}

// otherDay reads the word at index at as another day of a candidate's month; own is the
// word for the candidate's own day.
func otherDay(words []word, c candidate, own, at int) (candidate, bool) {
	if _, taken := readDay(words, own); taken == 0 {
		return candidate{}, false
	}
	d, taken := readDay(words, at)
	if taken != 1 {
		return candidate{}, false
	}
	m := withDay(c.meaning, int(d))
	return candidate{at, at + 1, m}, m != nil
}

// siblingAfter reads the second day of "April 24 and 25".
func siblingAfter(words []word, c candidate) (candidate, bool) {
	at := c.end + 1
	if at >= len(words) || !isRangeWord(words[c.end].lower) || words[c.end].breaks || words[at].breaks {
		return candidate{}, false
	}
	if at+1 < len(words) && (isCounted(words[at+1]) || isMeasure(words[at+1])) {
		return candidate{}, false
	}
	if y, ok := c.meaning.(fixed); ok && y.unit == year && words[c.end].lower == "-" && c.end-c.start == 1 {
		n, taken := readDigits(words, at)
		if taken == 1 && len(words[at].lower) == 2 && int(n) > y.start.Year%100 {
			return candidate{at, at + 1, fixed{yearPeriod(y.start.Year/100*100 + int(n))}}, true
		}
		return candidate{}, false
	}
	return otherDay(words, c, c.end-1, at)
}

// withDay returns another day of a meaning's month, or nil if the meaning is not a day
// or the month has no such day.
func withDay(m meaning, d int) meaning {
	switch of := m.(type) {
	case fixed:
		if of.unit == day {
			return dateOrNil(of.start.Year, int(of.start.Month), d)
		}
	case recurring:
		y, ok := of.recurrence.(yearly)
		if !ok || !y.isDay() {
			return nil
		}
		const leapYear = 2000
		p, _ := y.in(leapYear)
		if dateOrNil(leapYear, int(p.start.Month), d) == nil {
			return nil
		}
		return recurring{recurrence: dayOfYear(p.start.Month, d), which: of.which}
	}
	return nil
}

func isRangeWord(text string) bool {
	return rangeWords[text]
}

// constrain returns the meaning of a candidate. At the start of a range whose end alone
// names the year, "from March to May 2024", it takes that year; at the end of a range
// it is the first instance after the start.
func constrain(words []word, found []candidate, i int, previous period) meaning {
	if hour, ok := found[i].meaning.(timeOfDay); ok && hour.of != nil {
		hour.of = constrainDay(words, found, i, hour.of, previous)
		return hour
	}
	return constrainDay(words, found, i, found[i].meaning, previous)
}

// constrainDay is constrain for the day of a candidate, which may have a time of day.
func constrainDay(words []word, found []candidate, i int, of meaning, previous period) meaning {
	each, ok := of.(recurring)
	if !ok || each.which != bare {
		return of
	}
	if i+1 < len(found) && connects(words, found[i], found[i+1]) {
		if end, ok := withoutClock(found[i+1].meaning).(fixed); ok && end.unit <= month {
			return fixed{each.upTo(end.start)}
		}
	}
	if i > 0 && connects(words, found[i-1], found[i]) {
		if start, ok := withoutClock(found[i-1].meaning).(fixed); ok && start.unit <= month {
			return fixed{each.from(start.start)}
		}
		if previous.unit != noUnit && isRange(words, found[i-1], found[i]) {
			return fixed{each.from(previous.start)}
		}
	}
	return each
}

// withoutClock returns a meaning without its time of day.
func withoutClock(m meaning) meaning {
	if hour, ok := m.(timeOfDay); ok && hour.of != nil {
		return hour.of
	}
	return m
}

// connects reports whether two candidates are neighbours in a range or a list.
func connects(words []word, a, b candidate) bool {
	gap, ok := rangeGap(words, a, b)
	return ok && isRangeWord(gap)
}

// bound widens the ends of a range to the days of the whole range, and opens times
// after "since", "until", "before" and the like.
func bound(doc *language.Document, words []word, found []candidate, expressions []Expression) {
	for i := 0; i < len(found); i++ {
		if i+1 < len(found) && isRange(words, found[i], found[i+1]) && spanRange(doc, words, found, expressions, i) {
			i++
			continue
		}
		openEnds(doc, words, found[i], &expressions[i])
	}
}

// rangeGap is gapText, but a comma may stand before the word: "Monday, 5 March, to Friday".
func rangeGap(words []word, a, b candidate) (string, bool) {
	if b.start-a.end == 2 && words[a.end].lower == "," && !words[a.end].breaks {
		a.end++
		gap, ok := gapText(words, a, b)
		return gap, ok && gap != "and"
	}
	return gapText(words, a, b)
}

// isRange reports whether two candidates form a range: "between A and B", "from A to B",
// "A to B" or "A-B".
func isRange(words []word, a, b candidate) bool {
	gap, ok := rangeGap(words, a, b)
	if !ok {
		return false
	}
	switch gap {
	case "-", "to", "through":
		return true
	case "until", "till":
		return textAt(words, a.start-1) == "from"
	case "and":
		return textAt(words, a.start-1) == "between"
	}
	return false
}

// spanRange sets both ends to the days of the whole range. It returns false if they do
// not form one.
func spanRange(doc *language.Document, words []word, found []candidate, expressions []Expression, i int) bool {
	a, b := &expressions[i], &expressions[i+1]
	if a.EDTF.IsZero() || b.EDTF.IsZero() || a.EDTF.Earliest().After(b.EDTF.Latest()) {
		return false
	}
	whole := graph.EDTFInterval(a.EDTF, b.EDTF)
	if whole.IsZero() {
		return false
	}
	first := found[i].start
	if before := textAt(words, first-1); before == "from" || before == "between" {
		first--
	}
	text := doc.Text[words[first].from:words[found[i+1].end-1].to]
	a.EDTF, b.EDTF, a.words, b.words = whole, whole, text, text
	return true
}

// openEnds widens a time after "since", "until", "by", "before" or "after".
func openEnds(doc *language.Document, words []word, c candidate, e *Expression) {
	if e.EDTF.IsZero() || e.Type == Duration || c.start == 0 || words[c.start].breaks {
		return
	}
	if !(phrase{words, c.start, c.end}).endsNounPhrase() {
		return
	}
	var widened graph.EDTF
	switch words[c.start-1].lower {
	case "since", "after":
		widened = graph.EDTFInterval(e.EDTF, graph.EDTF{})
	case "until", "till", "by", "before", "through":
		widened = graph.EDTFInterval(graph.EDTF{}, e.EDTF)
	}
	if widened.IsZero() {
		return
	}
	e.EDTF = widened
	e.words = doc.Text[words[c.start-1].from:words[c.end-1].to]
}

// endsNounPhrase reports whether the phrase does not date a noun after it, as it does in
// "after Tuesday's vote" and "before May talks".
func (p phrase) endsNounPhrase() bool {
	next, ok := p.after()
	return !ok || !isNoun(next) && next.lower != "'s" && next.tag != "POS" && next.lower != "'"
}
