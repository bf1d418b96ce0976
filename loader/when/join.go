package when

import (
	"slices"
	"strings"
)

// prefix is the beginning of an expression that has its date still to come:
// "early", "the end of", "around", "the week of". Alone it is no time.
type prefix struct{ read func(meaning) meaning }

func (prefix) resolve(*context) reading { return reading{} }

func partPrefix(mod string) func(match) meaning {
	return func(match) meaning { return prefix{func(of meaning) meaning { return part{mod, of} }} }
}

// prefixRules read what stands before a date and says which part of it is meant.
var prefixRules = []rule{
	{"[the] early [in] [-]", partPrefix(modStart)},
	{"[the] beginning|start|outset of", partPrefix(modStart)},
	{"[the] mid [-]", partPrefix(modMid)},
	{"[the] middle of", partPrefix(modMid)},
	{"[the] late [in] [-]", partPrefix(modEnd)},
	{"[the] end|close of", partPrefix(modEnd)},
	{"[the] early|small hours of", partPrefix(modStart)},
	{"[the] first|opening|early weeks|days|months|part of", partPrefix(modStart)},
	{"[the] last|final|closing|latter weeks|days|months|part of", partPrefix(modEnd)},
	{"the NTH week of", func(m match) meaning {
		return prefix{func(of meaning) meaning { return nthWeek{m.int("NTH"), of} }}
	}},
	{"the last|final week of", func(match) meaning {
		return prefix{func(of meaning) meaning { return nthWeek{-1, of} }}
	}},
	{"around|about|circa|approximately|roughly", func(m match) meaning {
		if m.words[m.start].tag == "RP" || isSpeaking(m.before(1)) {
			return nil
		}
		return prefix{readAbout}
	}},
	{"nearly|almost", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modLess) }}
	}},
	{"more than", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modMore) }}
	}},
	{"less|fewer than", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modLess) }}
	}},
	{"at least", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modAtLeast) }}
	}},
	{"at most", func(match) meaning {
		return prefix{func(of meaning) meaning { return onlyLength(of, modAtMost) }}
	}},
	{"the UNIT of", func(m match) meaning {
		if m.isPlural() || m.unit() != week && m.unit() != weekend && m.unit() != month {
			return nil
		}
		return prefix{func(of meaning) meaning { return around{m.unit(), of} }}
	}},
	{"the UNIT way:before|after", readStep},
}

// readStep reads "the day before" with a date still to come.
func readStep(m match) meaning {
	if !m.unit().isCalendar() || m.isPlural() {
		return nil
	}
	n := 1
	if m.text("way") == "before" {
		n = -1
	}
	return prefix{func(of meaning) meaning { return offset{m.unit(), n, of} }}
}

// isSpeaking is true for verbs that have a topic after "about".
func isSpeaking(text string) bool {
	for _, stem := range []string{"talk", "think", "speak", "ask", "hear", "worr", "complain", "writ", "know", "care"} {
		if strings.HasPrefix(text, stem) {
			return true
		}
	}
	return false
}

// readAbout reads "around 3 March". Lengths are annotated without their "about".
func readAbout(of meaning) meaning {
	if isLength(of) {
		return nil
	}
	return about{of, modApprox}
}

// onlyLength adds a mod to a length and to what is counted by one, "almost two
// years ago"; other dates refuse it.
func onlyLength(of meaning, mod string) meaning {
	switch m := of.(type) {
	case length:
		if m.mod == "" {
			m.mod = mod
			return m
		}
	case counted:
		if m.n < -1 {
			return about{m, mod}
		}
	}
	return nil
}

// join puts candidates together that are one expression, and drops those that
// are none alone.
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

// standsAlone is false for what is a time only beside another.
func standsAlone(c candidate) bool {
	switch c.meaning.(type) {
	case prefix, ignored, partOfDay:
		return false
	}
	return true
}

// joinPair returns the meaning of two neighbours as one expression, nil where they
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
		return l.counted(b.meaning, gap)
	}
	return joinTime(a.meaning, b.meaning, gap)
}

// counted reads "two days before Christmas", nil where the length has no whole
// number of days or the other is no date.
func (l length) counted(of meaning, way string) meaning {
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

// gapText returns the words between two candidates as one text, false where they
// are further apart than two words or in two paragraphs.
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

// isDate is true for a meaning that has a place in the calendar.
func isDate(m meaning) bool {
	switch m.(type) {
	case fixed, recurring, counted, thisDay, twoDigitYear, numeric, withinYear, part, about, timeOfDay, yearBefore, thatQuarter, thatWeekend:
		return true
	}
	return false
}

// isDay is true for a meaning that is one day.
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
