package when

// relativeRules read what is counted from the publication date or from the last date
// that the article named.
var relativeRules = []rule{
	// yesterday, the day before yesterday
	{"ADVERB", func(m match) meaning {
		if m.isTitle() {
			return nil
		}
		if m.text("ADVERB") == "today" {
			return thisDay{}
		}
		return counted{unit: day, n: m.int("ADVERB")}
	}},
	{"the day before yesterday", func(match) meaning { return counted{unit: day, n: -2} }},
	{"the day after tomorrow", func(match) meaning { return counted{unit: day, n: 2} }},
	{"tonight", func(m match) meaning {
		if m.isTitle() {
			return nil
		}
		return timeOfDay{code: "TNI", of: counted{unit: day}}
	}},
	{"last night", func(match) meaning { return timeOfDay{code: "TNI", of: counted{unit: day, n: -1}} }},
	{"this DAYPART", func(m match) meaning {
		return timeOfDay{code: dayparts[m.text("DAYPART")], of: counted{unit: day}}
	}},

	// last week, this month, next year, the current quarter
	{"which:last|past|this|next UNIT", readCounted},
	{"which:this|last|next fiscal|financial|calendar|academic|school|tax UNIT", readCounted},
	{"the which:current|coming|upcoming [fiscal] UNIT", readCounted},
	{"this which:past|coming|last|next UNIT", readCounted},
	{"the UNIT before last", func(m match) meaning { return m.countedOrNil(-2) }},
	{"the UNIT after next", func(m match) meaning { return m.countedOrNil(2) }},
	{"the full|whole|entire year", func(match) meaning { return counted{unit: year} }},
	{"the latest|last fiscal|financial year", func(match) meaning { return counted{unit: year, n: -1} }},
	{"the [fiscal|financial] year", func(m match) meaning {
		if m.isWholeYear() {
			return counted{unit: year}
		}
		return nil
	}},
	{"[the] beginning|start of the UNIT", func(m match) meaning { return partOrNil(modStart, m.countedOrNil(0)) }},
	{"[the] middle of the UNIT", func(m match) meaning { return partOrNil(modMid, m.countedOrNil(0)) }},
	{"[the] end of the UNIT", func(m match) meaning { return partOrNil(modEnd, m.countedOrNil(0)) }},
	{"year - end", func(match) meaning { return part{modEnd, counted{unit: year}} }},
	{"year 's end", func(match) meaning { return part{modEnd, counted{unit: year}} }},
	{"year ' s end", func(match) meaning { return part{modEnd, counted{unit: year}} }},
	{"which:earlier|later [in] this|the year|month|week", readSoFar},
	{"which:earlier|later that year|month|week", func(m match) meaning {
		return counted{unit: unitNames[m.words[m.end-1].lower], from: fromPrevious}
	}},
	{"the [past] weekend", func(match) meaning { return thatWeekend{} }},

	// three days ago, a week ago, a year earlier, two weeks later
	{"COUNT [calendar|full|long|short] UNIT ago", readAgo},
	{"a|an|one UNIT ago", readAgo},
	{"a|an|one UNIT or so ago", func(m match) meaning { return aboutOrNil(readAgo(m)) }},
	{"year - ago|earlier", func(match) meaning { return yearBefore{counted{unit: year, n: -1}} }},
	{"the year - ago|earlier quarter|period", func(match) meaning {
		return yearBefore{counted{unit: year, n: -1}}
	}},
	{"[a] few|several|many|some [short] UNIT ago", readVagueAgo},
	{"a couple of UNIT ago", func(m match) meaning { return aboutOrNil(m.countedOrNil(-2)) }},
	{"UNIT ago", readVagueAgo},
	{"long ago", func(match) meaning { return reference{pastRef} }},
	{"COUNT UNIT way:earlier|before|previously|later|after|afterwards|afterward", readLater},
	{"a|an|one UNIT way:earlier|before|previously|later|after|afterwards|afterward", readLater},
	{"a few|several|some UNIT way:earlier|before|previously|later|afterwards", func(m match) meaning {
		return unplaced{m.unit()}
	}},
	{"UNIT way:earlier|later", func(m match) meaning { return unplaced{m.unit()} }},
	{"the quarter|period a year ago|earlier", func(match) meaning {
		return yearBefore{counted{unit: year, n: -1}}
	}},
	{"the same quarter|period last year", func(match) meaning {
		return yearBefore{counted{unit: year, n: -1}}
	}},
	{"the quarter", func(match) meaning { return thatQuarter{} }},
	{"the latest quarter|period", func(match) meaning { return thatQuarter{} }},

	// the following month, the next day, the same day, that week
	{"the which:following|next|previous|preceding|same UNIT", readPrevious},
	{"which:following|next|previous|same|that UNIT", readPrevious},
	{"that same UNIT", func(m match) meaning { return m.fromPreviousOrNil(0) }},
	{"the day before|after", func(m match) meaning {
		if !m.endsClause() {
			return nil
		}
		if m.words[m.end-1].lower == "before" {
			return counted{day, -1, fromPrevious}
		}
		return counted{day, 1, fromPrevious}
	}},
	{"the which:following|next|previous|same DAYPART", func(m match) meaning {
		n := map[string]int{"following": 1, "next": 1, "previous": -1}[m.text("which")]
		return timeOfDay{code: dayparts[m.text("DAYPART")], of: counted{day, n, fromPrevious}}
	}},
	{"that DAYPART", func(m match) meaning {
		return timeOfDay{code: dayparts[m.text("DAYPART")], of: counted{day, 0, fromPrevious}}
	}},
}

func (v values) unit() unit { return unit(v.int("UNIT")) }

// isCalendar reports whether periods of the unit have a place in the calendar.
func (u unit) isCalendar() bool { return u >= day && u <= century }

// countedOrNil counts units from the publication date.
func (v values) countedOrNil(n int) meaning {
	if !v.unit().isCalendar() || v.isPlural() {
		return nil
	}
	return counted{unit: v.unit(), n: n}
}

// isPlural reports whether the unit is in the plural.
func (v values) isPlural() bool {
	text := v.text("UNIT")
	return text != "" && (text[len(text)-1] == 's' || text == "millennia")
}

func readCounted(m match) meaning {
	// "The last day" and "this hour" are not calendar dates.
	if m.unit() == day {
		return nil
	}
	if m.unit() == weekend && m.text("which") == "this" {
		return thatWeekend{isThis: true}
	}
	n := map[which]int{last: -1, next: 1}[whichWords[m.text("which")]]
	if m.isLastingPast() || m.isTitle() {
		return nil
	}
	return m.countedOrNil(n)
}

// isLastingPast reports whether the match is like "the past year", which lasts until the
// publication, and not like "this past year".
func (m match) isLastingPast() bool {
	return m.text("which") == "past" && m.words[m.start].lower != "this"
}

// partOrNil returns a part of a relative period, or nil for a day.
func partOrNil(mod string, of meaning) meaning {
	if c, ok := of.(counted); !ok || c.unit == day {
		return nil
	}
	return part{mod, of}
}

func readSoFar(m match) meaning {
	u := unitNames[m.words[m.end-1].lower]
	return sofar{m.text("which") == "later", counted{unit: u}}
}

func readAgo(m match) meaning {
	n, u := m.number("COUNT"), m.unit()
	if !m.has("COUNT") {
		n = 1
	}
	switch {
	case n != float64(int(n)) || n > 10000:
		return reference{pastRef}
	case u > century:
		return reference{pastRef}
	case n == 1 && u == year:
		return yearBefore{counted{unit: year, n: -1}}
	}
	return counted{unit: u, n: -int(n)}
}

// readVagueAgo reads "a few years ago".
func readVagueAgo(m match) meaning {
	if m.unit() == second && m.start > 0 {
		return nil
	}
	return reference{pastRef}
}

func aboutOrNil(m meaning) meaning {
	if m == nil {
		return nil
	}
	return about{m, modApprox}
}

func readLater(m match) meaning {
	n, u := m.number("COUNT"), m.unit()
	if !m.has("COUNT") {
		n = 1
	}
	if n != float64(int(n)) || !u.isCalendar() || n > 10000 {
		return nil
	}
	// "Two days after the vote" is counted from the vote.
	isBack := m.text("way") == "earlier" || m.text("way") == "before" || m.text("way") == "previously"
	if (m.text("way") == "after" || m.text("way") == "before") && !m.endsClause() {
		return nil
	}
	step := counted{u, int(n), fromPrevious}
	if isBack {
		step.n = -step.n
		if n == 1 && u == year {
			return yearBefore{step}
		}
	}
	return step
}

func readPrevious(m match) meaning {
	n := map[string]int{"following": 1, "next": 1, "previous": -1, "preceding": -1}[m.text("which")]
	return m.fromPreviousOrNil(n)
}

func (v values) fromPreviousOrNil(n int) meaning {
	if !v.unit().isCalendar() || v.isPlural() {
		return nil
	}
	return counted{v.unit(), n, fromPrevious}
}

// unplaced is a period of which the words give only the unit.
type unplaced struct{ unit unit }

func (m unplaced) resolve(*context) resolution { return open(m.unit) }
