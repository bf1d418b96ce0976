package when

import "slices"

// join merges neighbouring candidates that are one expression, and drops those that
// are not an expression alone.
func join(words []word, found []candidate) []candidate {
	var joined []candidate
	for _, c := range found {
		joined = append(joined, c)
		for len(joined) > 1 {
			last := len(joined) - 1
			m := joinPair(words, joined[last-1], joined[last])
			if m == nil {
				break
			}
			joined[last-1] = candidate{joined[last-1].start, joined[last].end, m}
			joined = joined[:last]
		}
	}
	return slices.DeleteFunc(joined, func(c candidate) bool { return !standsAlone(c) })
}

// standsAlone reports whether a candidate is a time without another beside it.
func standsAlone(c candidate) bool {
	switch c.meaning.(type) {
	case prefix, ignored, partOfDay:
		return false
	}
	return true
}

// joinPair returns the meaning of two neighbours as one expression, or nil if they
// are two.
func joinPair(words []word, a, b candidate) meaning {
	gap, ok := gapText(words, a, b)
	if !ok {
		return nil
	}
	if p, isPrefix := a.meaning.(prefix); isPrefix {
		if gap != "" || !isDate(b.meaning) && !isLength(b.meaning) {
			return nil
		}
		return p.read(b.meaning)
	}
	switch time := b.meaning.(type) {
	case partOfDay:
		if gap == "" && isDay(a.meaning) {
			return timeOfDay{time.code, a.meaning}
		}
	case timeOfDay:
		if time.of == nil && (gap == "at" || gap == "," || gap == "") && isDay(a.meaning) {
			return timeOfDay{time.code, a.meaning}
		}
	case counted:
		each, ok := a.meaning.(recurring)
		if _, isYearly := each.recurrence.(yearly); ok && isYearly && time.unit == year && (gap == "" || gap == "of") {
			return withinYear{each, time}
		}
	}
	if l, ok := a.meaning.(length); ok && (gap == "before" || gap == "after") {
		return l.offsetFrom(b.meaning, gap)
	}
	return joinTime(a.meaning, b.meaning, gap)
}

// offsetFrom reads "two days before Christmas". It returns nil where the length is
// not a whole number of units or the other is not a date.
func (l length) offsetFrom(of meaning, way string) meaning {
	if !l.isWhole() || l.mod != "" || l.side != nowhere || !isDate(of) {
		return nil
	}
	n := int(l.count)
	if way == "before" {
		n = -n
	}
	return offset{l.unit, n, of}
}

// joinTime joins a time of day with the day after it: "3 p.m. on Tuesday".
func joinTime(a, b meaning, gap string) meaning {
	if hour, ok := a.(timeOfDay); ok && hour.of == nil && gap == "" {
		if day, ok := b.(timeOfDay); ok && day.of != nil {
			return hour.within(day)
		}
	}
	if !isDay(b) {
		return nil
	}
	switch time := a.(type) {
	case timeOfDay:
		if time.of == nil && (gap == "on" || gap == "," || gap == "") {
			return timeOfDay{time.code, b}
		}
	case partOfDay:
		if gap == "" {
			return timeOfDay{time.code, b}
		}
	}
	return nil
}

// gapText returns the word between two candidates, "" where they touch. It returns
// false where they are further apart or in two paragraphs.
func gapText(words []word, a, b candidate) (string, bool) {
	if b.start-a.end > 1 {
		return "", false
	}
	for i := a.end; i <= b.start; i++ {
		if words[i].breaks {
			return "", false
		}
	}
	if b.start == a.end {
		return "", true
	}
	return words[a.end].lower, true
}

func isLength(m meaning) bool { _, ok := m.(length); return ok }

// isDate reports whether a meaning has a place in the calendar.
func isDate(m meaning) bool {
	switch m.(type) {
	case fixed, recurring, counted, thisDay, twoDigitYear, numeric, withinYear, part, about, timeOfDay, yearBefore, thatQuarter, thatWeekend:
		return true
	}
	return false
}

// isDay reports whether a meaning is one day.
func isDay(m meaning) bool {
	switch d := m.(type) {
	case fixed:
		return d.unit == day
	case recurring:
		switch each := d.recurrence.(type) {
		case weekly, monthly:
			return true
		case yearly:
			return each.length == day
		}
	case counted:
		return d.unit == day
	case thisDay:
		return true
	case part:
		return isDay(d.of)
	case numeric:
		return true
	}
	return false
}
