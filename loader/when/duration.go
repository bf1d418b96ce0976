package when

import (
	"dateline/graph"
)

// durationRules read lengths of time.
var durationRules = []rule{
	// three days, two-year, two and a half years, 20 more years
	{"COUNT [more|full|consecutive|straight|long|short|additional|further|extra] UNIT", readLength},
	{"the COUNT UNIT", func(m match) meaning {
		if m.isModifier() {
			return nil
		}
		return readLength(m)
	}},
	{"a|an|another UNIT", readSingle},
	{"a UNIT and a half", func(m match) meaning { return length{count: 1.5, unit: m.unit()} }},
	{"half a|an UNIT", func(m match) meaning { return length{count: 0.5, unit: m.unit()} }},
	{"half - UNIT", func(m match) meaning { return length{count: 0.5, unit: m.unit()} }},
	{"a half - UNIT", func(m match) meaning { return length{count: 0.5, unit: m.unit()} }},
	{"COUNT UNIT and a half", func(m match) meaning { return length{count: m.number("COUNT") + 0.5, unit: m.unit()} }},
	{"a couple of UNIT", func(m match) meaning { return length{count: 2, unit: m.unit(), mod: modApprox} }},
	{"[a] few [more] UNIT", readVague},
	{"several|many|some [more] UNIT", func(m match) meaning {
		if m.before(1) == "as" {
			return nil
		}
		return readVague(m)
	}},
	{"a UNIT or two", readVague},
	{"UNIT or UNIT", readVague},
	{"COUNT UNIT or so", func(m match) meaning { return length{count: m.number("COUNT"), unit: m.unit(), mod: modApprox} }},
	{"dozens|hundreds|thousands of UNIT", readVague},
	{"UNIT", func(m match) meaning {
		if !m.isPlural() || !m.isBareLength() {
			return nil
		}
		return readVague(m)
	}},

	// the past three months, the next two weeks, recent weeks
	{"[the|its|their|his|her] side:past|last|previous|next|coming|first COUNT [fiscal] UNIT", readSpan},
	{"[the] side:past|last|previous|next|coming|first few|several|many UNIT", readVagueSpan},
	{"the side:next|coming|past|last low:COUNT to|or|- COUNT UNIT", readVagueSpan},
	{"the side:past UNIT", readSpan},
	{"side:coming|recent|past UNIT", readVagueSpan},
	{"the side:coming|early|last|first|final|past UNIT", readVagueSpan},
	{"the following decade|century", func(m match) meaning { return length{count: 1, unit: unitNames[m.words[m.end-1].lower]} }},

	// These are ages.
	{"[a|an|the] COUNT [-] UNIT [-] old|olds", func(match) meaning { return ignored{} }},
	{"UNIT - old", func(match) meaning { return ignored{} }},
}

// side is where a length of time lies, seen from the publication date.
type side int

const (
	nowhere side = iota
	upToNow
	fromNow
)

// length is a duration. One that ends or begins with the publication date also has
// days.
type length struct {
	count   float64
	unit    unit
	isVague bool
	mod     string
	side    side
	isAhead bool // it follows "in": in the future tense it is the date at its end
}

func (m length) resolve(c *context) resolution {
	if m.isAhead && c.tense == future && m.isWhole() && m.mod == "" {
		return counted{unit: m.unit, n: int(m.count)}.resolve(c)
	}
	r := resolution{kind: Duration, value: m.value(), mod: m.mod}
	if r.mod == "" && approximating[c.before] {
		r.mod = modApprox
	}
	if m.side == nowhere || !m.isWhole() || c.published.IsZero() {
		return r
	}
	r.anchor = c.published
	if m.side == upToNow {
		r.edtf = inRange(step(c.published, m.unit, -int(m.count)), c.published)
	} else {
		r.edtf = inRange(c.published, step(c.published, m.unit, int(m.count)))
	}
	return r
}

// isWhole reports whether its units can be counted in the calendar.
func (m length) isWhole() bool {
	const most = 1000
	return m.unit.isCalendar() && !m.isVague && m.count == float64(int(m.count)) && m.count < most
}

func (m length) value() string {
	if m.isVague {
		return vagueLength(m.unit)
	}
	return lengthValue(m.count, m.unit)
}

// inRange returns an interval of days, or zero where graph cannot represent an end.
func inRange(from, to graph.Date) graph.EDTF {
	if from.Before(graph.MinDate) || to.After(graph.MaxDate) {
		return graph.EDTF{}
	}
	return days(from, to)
}

func readLength(m match) meaning {
	if m.isMoney() || m.isFraction() {
		return nil
	}
	return length{count: m.number("COUNT"), unit: m.unit(), isAhead: m.isAhead()}
}

// readSingle reads "a week" as a length, or as a rate after a number or a plural noun:
// "four flights a week".
func readSingle(m match) meaning {
	if m.isPlural() || m.unit() == second || m.isFraction() {
		return nil
	}
	if m.words[m.start].lower != "another" && m.isRate() {
		return repeated{lengthValue(1, m.unit())}
	}
	return length{count: 1, unit: m.unit(), isAhead: m.isAhead()}
}

func readVague(m match) meaning { return length{unit: m.unit(), isVague: true} }

var sides = map[string]side{
	"past": upToNow, "last": upToNow, "previous": nowhere, "recent": nowhere, "next": fromNow, "coming": fromNow,
}

func readSpan(m match) meaning {
	count := m.number("COUNT")
	if !m.has("COUNT") {
		if m.isPlural() || !m.unit().isCalendar() {
			return nil
		}
		count = 1
	}
	return length{count: count, unit: m.unit(), side: sides[m.text("side")]}
}

func readVagueSpan(m match) meaning {
	if !m.isPlural() {
		return nil
	}
	return readVague(m)
}
