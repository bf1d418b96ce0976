package when

import "fmt"

// setRules read repetitions.
var setRules = []rule{
	// every Tuesday, Tuesdays, each year, every two weeks
	{"every|each [single] WEEKDAY [DAYPART]", func(m match) meaning {
		value := weekly{m.weekday()}.openValue()
		if m.has("DAYPART") {
			value += dayparts[m.text("DAYPART")]
		}
		return repeated{value}
	}},
	{"WEEKDAY:WEEKDAYS", func(m match) meaning { return repeated{weekly{m.weekday()}.openValue()} }},
	{"every|each MONTH", func(m match) meaning { return repeated{monthOfYear(month, m.month()).openValue()} }},
	{"every|each SEASON", func(m match) meaning { return repeated{m.season().openValue()} }},
	{"every|each [single] UNIT", func(m match) meaning { return repeated{lengthValue(1, m.unit())} }},
	{"every other UNIT", func(m match) meaning { return repeated{lengthValue(2, m.unit())} }},
	{"every COUNT UNIT", func(m match) meaning { return repeated{lengthValue(m.number("COUNT"), m.unit())} }},
	{"every few UNIT", func(m match) meaning { return repeated{vagueLength(m.unit())} }},
	{"every|each DAYPART", func(m match) meaning { return repeated{openValue(day) + dayparts[m.text("DAYPART")]} }},
	{"each of the past|last|next COUNT UNIT", func(m match) meaning {
		return length{count: m.number("COUNT"), unit: m.unit()}
	}},
	// twice a week, once every two years
	{"once|twice a|an|every|each UNIT", func(m match) meaning { return repeated{lengthValue(1, m.unit())} }},
	{"COUNT times a|an|every|each UNIT", func(m match) meaning { return repeated{lengthValue(1, m.unit())} }},
	{"once every COUNT UNIT", func(m match) meaning { return repeated{lengthValue(m.number("COUNT"), m.unit())} }},
	{"per UNIT", func(m match) meaning { return repeated{lengthValue(1, m.unit())} }},
	// daily, annually
	{"hourly", repeats(1, hour)},
	{"daily|nightly", repeats(1, day)},
	{"weekly", repeats(1, week)},
	{"biweekly|fortnightly", repeats(2, week)},
	{"monthly", repeats(1, month)},
	{"yearly|annually", repeats(1, year)},
	{"year - over|on - year", func(match) meaning { return ignored{} }},
	{"quarter - to|on - quarter", func(match) meaning { return ignored{} }},
	// the second and fourth quarters
	{"[the] NTH and NTH quarters", func(m match) meaning { return repeated{fmt.Sprintf("XXXX-Q%d", m.int("NTH"))} }},
}

func repeats(n float64, u unit) func(match) meaning {
	return func(m match) meaning {
		if m.isTitle() {
			return nil
		}
		return repeated{lengthValue(n, u)}
	}
}

// repeated is a SET: "every Tuesday".
type repeated struct{ value string }

func (m repeated) resolve(*context) resolution { return resolution{kind: Set, value: m.value} }
